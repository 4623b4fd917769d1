package io.jobmart.cli;

import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Serves the tables and views over JDBC until it is stopped. {@code jobs/serve} starts it on a Spark distribution, with
 * the settings that it needs: one session for all clients, so that they see the views.
 */
@Command(name = "serve", hidden = true, mixinStandardHelpOptions = true, description = "Started by jobs/serve.")
final class ServeCommand implements Callable<Integer> {
    /** Spark's Maven artifacts lack it, so nothing here can be compiled against it. */
    private static final String SERVER = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2";

    private static final long LOOK_EVERY_MILLIS = 5_000;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "The warehouse. Default: ${DEFAULT-VALUE}.")
    private String warehouse = "warehouse";

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (CommandSession session = CommandSession.open()) {
            SparkSession spark = session.spark();
            SnapshotViews.register(spark, warehouse);
            start(spark);
            Warehouse store = Warehouse.at(warehouse, spark.sparkContext().hadoopConfiguration());
            Optional<Pointer> shown = store.current();
            while (!spark.sparkContext().isStopped()) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                Optional<Pointer> current = store.current();
                if (!current.equals(shown)) {
                    SnapshotViews.register(spark, warehouse);
                    shown = current;
                }
            }
            return 0;
        }
    }

    private static void start(SparkSession spark) {
        try {
            Class.forName(SERVER)
                    .getMethod("startWithSparkSession", SparkSession.class, boolean.class)
                    .invoke(null, spark, true);
        } catch (ClassNotFoundException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "Spark from Maven has no Thrift server: install a distribution, as with: python3 -m pip install"
                            + " pyspark==" + spark.version());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Spark's Thrift server does not start: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Spark's Thrift server is another than expected", e);
        }
    }
}
