package io.jobmart.pipeline;

import io.jobmart.store.Checksums;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Checksums of files, by tasks. */
final class FileChecksums implements Checksums {
    /** Files of one task. */
    private static final int OF_TASK = 64;

    private static final int BUFFER_BYTES = 1 << 17;

    private record Sum(String path, String crc32c) implements Serializable {}

    private final SparkSession spark;

    FileChecksums(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Map<Path, String> of(List<Path> files) {
        Map<Path, String> sums = new HashMap<>();
        if (files.isEmpty()) {
            return sums;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> configuration = context.broadcast(
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
        context.parallelize(files.stream().map(Path::toString).toList(), 1 + files.size() / OF_TASK)
                .map(file ->
                        new Sum(file, sum(new Path(file), configuration.value().value())))
                .collect()
                .forEach(sum -> sums.put(new Path(sum.path()), sum.crc32c()));
        sums.values().removeIf(sum -> sum == null);
        return sums;
    }

    private static String sum(Path file, Configuration configuration) {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = file.getFileSystem(configuration).open(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        } catch (IOException e) {
            // Also where the file system's own checksums tell that it is damaged.
            return null;
        }
        return Long.toHexString(crc.getValue());
    }
}
