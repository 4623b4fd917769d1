package io.jobmart.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Spark sessions with the settings that the content of the tables depends on. Everything that only changes how fast a
 * load runs stands in {@code conf/*.conf}, each with its reason.
 */
public final class Sessions {
    private static final String HADOOP = "spark.hadoop.";

    private Sessions() {}

    /** The session of a load under spark-submit, which says where it runs and with how much. */
    public static SparkSession load() {
        return configured().appName("jobmart").getOrCreate();
    }

    /**
     * Hadoop's settings for a command that reads no table and needs no session: those on the class path and those that
     * spark-submit was given as {@code spark.hadoop.*}.
     */
    public static Configuration hadoopConfiguration() {
        Configuration configuration = new Configuration();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(HADOOP)) {
                configuration.set(name.substring(HADOOP.length()), System.getProperty(name));
            }
        }
        return configuration;
    }

    /** A builder with the settings that correctness needs. */
    public static SparkSession.Builder configured() {
        return SparkSession.builder()
                // A date is the same day wherever the load runs.
                .config("spark.sql.session.timeZone", "UTC")
                // Spark still writes INT96 unless told otherwise, which has no statistics and which readers deprecate.
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.sql.parquet.compression.codec", "zstd")
                // A cast that fails is an error, never a silent null.
                .config("spark.sql.ansi.enabled", true)
                // A file that has gone or is damaged must fail the load, never shorten a table.
                .config("spark.sql.files.ignoreCorruptFiles", false)
                .config("spark.sql.files.ignoreMissingFiles", false)
                // A partition value such as 2026-11 stays the string that it is.
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", false);
    }
}
