package io.jobmart.pipeline;

import io.jobmart.model.SourceFormat;
import io.jobmart.source.FileFormat;
import io.jobmart.source.FormatDetector;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Looks into every file of a load once: its fingerprint, by which a load is known again, and its format. */
final class Inventory {
    /** Bytes that one task reads at least, so that thousands of small files do not make thousands of tasks. */
    private static final long SMALLEST_TASK = 8L * 1024 * 1024;

    private static final long LARGEST_TASK = 256L * 1024 * 1024;

    /** What opening a file costs, in bytes read instead. */
    private static final long OPEN_COST = 16 * 1024;

    /** Files of one task, which travel to it by their names: some hundred bytes each. */
    static final int MOST_FILES = 4_000;

    private Inventory() {}

    static List<InventoryEntry> take(
            List<InputFile> files,
            LoadOptions options,
            JavaSparkContext spark,
            Broadcast<SerializableConfiguration> configuration) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<List<InputFile>> tasks = tasks(files, spark.defaultParallelism());
        return spark.parallelize(tasks, tasks.size())
                .mapPartitions(groups -> {
                    List<InventoryEntry> entries = new ArrayList<>();
                    ReadOptions reading = options.reading();
                    while (groups.hasNext()) {
                        for (InputFile file : groups.next()) {
                            entries.add(look(
                                    file,
                                    options,
                                    reading,
                                    configuration.value().value()));
                        }
                    }
                    return entries.iterator();
                })
                .collect();
    }

    private static List<List<InputFile>> tasks(List<InputFile> files, int parallelism) {
        long total = files.stream().mapToLong(file -> file.bytes() + OPEN_COST).sum();
        long target = Math.min(LARGEST_TASK, Math.max(SMALLEST_TASK, total / (2L * parallelism) + 1));
        List<List<InputFile>> tasks = new ArrayList<>();
        List<InputFile> open = new ArrayList<>();
        long weight = 0;
        for (InputFile file : files) {
            if (!open.isEmpty() && (weight + file.bytes() + OPEN_COST > target || open.size() == MOST_FILES)) {
                tasks.add(open);
                open = new ArrayList<>();
                weight = 0;
            }
            open.add(file);
            weight += file.bytes() + OPEN_COST;
        }
        tasks.add(open);
        return tasks;
    }

    /** A file that cannot be read does not stop the others: it goes to quarantine with the reason. */
    private static InventoryEntry look(
            InputFile file, LoadOptions options, ReadOptions reading, Configuration configuration) {
        LocalDate asOf = options.asOf() == null ? DumpDay.in(file.sourceFile()) : options.asOf();
        try {
            Path path = new Path(file.path());
            MessageDigest sha = sha256();
            long bytes = 0;
            byte[] head;
            try (InputStream in =
                    new DigestInputStream(path.getFileSystem(configuration).open(path), sha)) {
                head = Sources.head(in);
                bytes = head.length;
                // Most files are small: none of them needs a buffer for its rest.
                byte[] buffer = new byte[head.length < FormatDetector.WINDOW ? 1 : 256 * 1024];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    bytes += count;
                }
            }
            Sources.Look look = Sources.look(head, bytes == head.length, file.sourceFile(), reading);
            return new InventoryEntry(
                    file.path(),
                    file.sourceFile(),
                    asOf,
                    bytes,
                    HexFormat.of().formatHex(sha.digest()),
                    model(look.format()),
                    look.format() == FileFormat.JSON_LINES && !look.packed(),
                    look.packed(),
                    null);
        } catch (IOException | RuntimeException e) {
            return new InventoryEntry(
                    file.path(), file.sourceFile(), asOf, file.bytes(), null, null, false, false, e.toString());
        }
    }

    private static SourceFormat model(FileFormat format) {
        if (format == null) {
            return null;
        }
        return switch (format) {
            case MARKDOWN -> SourceFormat.MARKDOWN;
            case PLAIN_TEXT -> SourceFormat.PLAIN_TEXT;
            case JSON -> SourceFormat.JSON;
            case JSON_LINES -> SourceFormat.JSON_LINES;
            case CSV -> SourceFormat.CSV;
            case XML -> SourceFormat.XML;
            case FRONT_MATTER -> SourceFormat.FRONT_MATTER;
            case HTML -> SourceFormat.HTML;
            case N_QUADS -> SourceFormat.N_QUADS;
            case WARC -> SourceFormat.WARC;
            case ARCHIVE -> SourceFormat.ARCHIVE;
            case EMPTY, UNKNOWN -> null;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
