package io.jobmart.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;

/**
 * Tells a disk that is full, or a storage that is read-only or gone, from a defect. Spark wraps what a task met in exceptions
 * of its own, each with pages of text, and the one line that matters is the innermost.
 */
final class StorageFailure {
    /** Deeper than this, causes are taken for a circle. */
    private static final int MOST_CAUSES = 50;

    private StorageFailure() {}

    /**
     * What a load says and ends with because of files that it could not read or write.
     *
     * @return null when the failure has another cause
     */
    static LoadException of(Throwable failure, String warehouse, SparkConf spark) {
        IOException innermost = null;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof VanishedInputException) {
                return new LoadException.BadInput(
                        cause.getMessage() + " (" + line(cause.getCause()) + "). Nothing was published.", failure);
            }
            if (cause instanceof IOException io && !(cause instanceof ObjectStreamException)) {
                innermost = io;
            }
        }
        if (innermost == null) {
            return null;
        }
        String message = line(innermost);
        return new LoadException.CannotWrite(
                "Cannot load into the warehouse " + warehouse + ": " + message
                        + (noSpace(message) ? " (" + free(warehouse, spark) + ")" : ""),
                failure);
    }

    private static String line(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        boolean bare = !(cause instanceof FileSystemException) && cause.getClass() == IOException.class;
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
        String given = System.getenv("SPARK_LOCAL_DIRS");
        String scratch = given != null ? given : spark.get("spark.local.dir", System.getProperty("java.io.tmpdir"));
        for (String directory : scratch.split(",")) {
            parts.add(free("Spark's scratch folder " + directory, new File(directory)));
        }
        return "free: " + String.join(", ", parts);
    }

    private static String free(String what, File directory) {
        return String.format(Locale.ROOT, "%,d MB in %s", directory.getUsableSpace() >> 20, what);
    }
}
