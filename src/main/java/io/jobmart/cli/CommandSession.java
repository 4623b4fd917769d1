package io.jobmart.cli;

import io.jobmart.pipeline.StorageFailure;
import io.jobmart.spark.Sessions;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark for one command. A session that was there before it, in the same JVM, is not the command's to stop. */
final class CommandSession implements AutoCloseable {
    private final SparkSession spark;
    private final boolean own;

    private CommandSession(SparkSession spark, boolean own) {
        this.spark = spark;
        this.own = own;
    }

    /** @throws CommandException when the disk that Spark works on is full or can't be written */
    static CommandSession open() {
        boolean own = SparkSession.getDefaultSession().isEmpty();
        try {
            SparkSession spark = Sessions.load();
            return new CommandSession(own ? spark : spark.newSession(), own);
        } catch (Exception | LinkageError e) {
            String known = StorageFailure.ofStart(e, new SparkConf());
            if (known != null) {
                throw new CommandException(ExitCode.CANNOT_WRITE, known);
            }
            throw e;
        }
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
