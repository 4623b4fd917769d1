package io.jobmart.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Files of one snapshot that are files of the next as well. No file is ever changed, so that on a local file system both
 * are one file under two names; elsewhere the bytes are copied, by tasks.
 */
final class FileCopies {
    /** Files of one task. */
    private static final int OF_TASK = 16;

    private record Copy(String from, String to) implements java.io.Serializable {}

    private final SparkSession spark;

    FileCopies(SparkSession spark) {
        this.spark = spark;
    }

    /** Puts files below one directory below another, in the same places. */
    void copy(List<Path> files, Path from, Path to) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        FileSystem fileSystem = from.getFileSystem(configuration);
        String base = fileSystem.makeQualified(from).toString();
        List<Copy> copies = new ArrayList<>();
        for (Path file : files) {
            String below = file.toString().substring(base.length());
            copies.add(new Copy(file.toString(), to + below));
        }
        if (fileSystem instanceof LocalFileSystem local) {
            for (Copy copy : copies) {
                link(local, new Path(copy.from), new Path(copy.to));
            }
            return;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf = context.broadcast(new SerializableConfiguration(configuration));
        context.parallelize(copies, 1 + copies.size() / OF_TASK)
                .foreach(copy -> copy(
                        new Path(copy.from), new Path(copy.to), conf.value().value()));
    }

    private static void link(LocalFileSystem fileSystem, Path from, Path to) throws IOException {
        fileSystem.mkdirs(to.getParent());
        java.nio.file.Path there = fileSystem.pathToFile(to).toPath();
        try {
            Files.createLink(there, fileSystem.pathToFile(from).toPath());
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(fileSystem.pathToFile(from).toPath(), there);
        }
    }

    private static void copy(Path from, Path to, Configuration configuration) throws IOException {
        FileSystem fileSystem = from.getFileSystem(configuration);
        FileUtil.copy(fileSystem, from, fileSystem, to, false, configuration);
    }
}
