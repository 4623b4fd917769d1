package io.jobmart.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;

/**
 * Tells a disk that is full, or a storage that is read-only or gone, from a defect. Spark wraps what a task met in exceptions
 * of its own, each with pages of text, and the one line that matters is the innermost.
 */
public final class StorageFailure {
    /** Deeper than this, causes are taken for a circle. */
    private static final int MOST_CAUSES = 50;

    private StorageFailure() {}

    /**
     * What a load says and ends with because of files that it could not read or write.
     *
     * @return null when the failure has another cause
     */
    static LoadException of(Throwable failure, String warehouse, SparkConf spark) {
        String message = null;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof VanishedInputException) {
                return new LoadException.BadInput(
                        cause.getMessage() + " (" + line(cause.getCause()) + "). Nothing was published.", failure);
            }
            if (ofFiles(cause)) {
                message = line(cause);
            }
        }
        return message == null
                ? null
                : new LoadException.CannotWrite(
                        "Cannot load into the warehouse " + warehouse + ": " + message
                                + (noSpace(message) ? " (" + free(warehouse, spark) + ")" : ""),
                        failure);
    }

    /**
     * What a command says that cannot start Spark because the disk that it works on is full or can't be written.
     *
     * @return null when the failure has another cause
     */
    public static String ofStart(Throwable failure, SparkConf spark) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            String message = line(cause);
            if (ofFiles(cause)
                    && (noSpace(message) || message.matches(".*(Read-only|Permission|reate a temp dir).*"))) {
                return "Cannot start Spark: " + message + " (free: " + freeScratch(spark) + ")";
            }
        }
        return null;
    }

    /** Libraries of machine code are unpacked where temporary files go, and fail as classes do. */
    private static boolean ofFiles(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof ObjectStreamException)
                || cause instanceof LinkageError && noSpace(line(cause));
    }

    private static String line(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        boolean bare = cause.getClass() == IOException.class || cause instanceof LinkageError;
        return bare ? message : cause.getClass().getSimpleName() + ": " + message;
    }

    private static boolean noSpace(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left")
                || lower.contains("quota exceeded")
                || lower.contains("not enough space");
    }

    /** The message of a full disk doesn't say which. */
    private static String free(String warehouse, SparkConf spark) {
        List<String> parts = new ArrayList<>();
        Path root = new Path(warehouse);
        if (root.toUri().getScheme() == null || root.toUri().getScheme().equals("file")) {
            parts.add(free("the warehouse", new File(root.toUri().getPath())));
        }
        parts.add(freeScratch(spark));
        return "free: " + String.join(", ", parts);
    }

    private static String freeScratch(SparkConf spark) {
        String temporary = System.getProperty("java.io.tmpdir");
        String given = System.getenv("SPARK_LOCAL_DIRS");
        String scratch = given != null ? given : spark.get("spark.local.dir", temporary);
        Set<String> directories = new LinkedHashSet<>(List.of(scratch.split(",")));
        directories.add(temporary);
        return directories.stream()
                .map(directory -> free("Spark's scratch folder " + directory, new File(directory)))
                .collect(Collectors.joining(", "));
    }

    private static String free(String what, File directory) {
        return String.format(Locale.ROOT, "%,d MB in %s", directory.getUsableSpace() >> 20, what);
    }
}
