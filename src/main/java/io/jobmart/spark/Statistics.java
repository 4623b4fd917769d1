package io.jobmart.spark;

import org.apache.spark.sql.Dataset;

/** What Spark expects of rows before it reads them. */
public final class Statistics {
    private Statistics() {}

    /** How many bytes the rows have, by the sizes of their files and columns. */
    public static long bytes(Dataset<?> rows) {
        return ((org.apache.spark.sql.classic.Dataset<?>) rows)
                .queryExecution()
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .toLong();
    }
}
