package io.jobmart.cli;

import io.jobmart.spark.Sessions;
import org.apache.spark.sql.SparkSession;

/** Spark for one command. A session that was there before it, in the same JVM, is not the command's to stop. */
final class CommandSession implements AutoCloseable {
    private final SparkSession spark;
    private final boolean own;

    private CommandSession(SparkSession spark, boolean own) {
        this.spark = spark;
        this.own = own;
    }

    static CommandSession open() {
        boolean own = SparkSession.getDefaultSession().isEmpty();
        SparkSession spark = Sessions.load();
        return new CommandSession(own ? spark : spark.newSession(), own);
    }

    SparkSession spark() {
        return spark;
    }

    @Override
    public void close() {
        if (own) {
            spark.stop();
        }
    }
}
