package io.jobmart.pipeline;

import io.jobmart.quality.CheckResult;
import io.jobmart.store.Manifest;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the tables of a snapshot from the staged batches. Tables that do not read each other are made side by side: most
 * of a small load is spent waiting for Spark to start a job. A table that reads another waits for it; since it may read
 * only those before it, the first one unfinished never waits.
 */
final class SnapshotBuild {
    private final SparkSession spark;
    private final Path directory;
    private final List<Table> tables;
    private final Dataset<Row> parsed;
    private final Dataset<Row> files;
    private final String emptyMonth;
    private final Steps steps;
    private final Function<TableInputs, List<CheckResult>> audit;
    private final Map<String, CompletableFuture<Manifest.TableEntry>> written = new HashMap<>();
    private List<CheckResult> checks;

    SnapshotBuild(
            SparkSession spark,
            Path directory,
            List<Table> tables,
            Dataset<Row> parsed,
            Dataset<Row> files,
            String emptyMonth,
            Steps steps,
            Function<TableInputs, List<CheckResult>> audit) {
        this.spark = spark;
        this.directory = directory;
        this.tables = tables;
        this.parsed = parsed;
        this.files = files;
        this.emptyMonth = emptyMonth;
        this.steps = steps;
        this.audit = audit;
    }

    /** Writes all tables; what they are on disk, in their order. */
    List<Manifest.TableEntry> write(int atOnce) {
        for (Table table : tables) {
            written.put(table.name(), new CompletableFuture<>());
        }
        ExecutorService threads = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "table");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int i = 0; i < tables.size(); i++) {
                int position = i;
                threads.execute(() -> make(position));
            }
            List<Manifest.TableEntry> entries = new ArrayList<>();
            for (Table table : tables) {
                entries.add(await(table.name()));
            }
            return entries;
        } finally {
            threads.shutdownNow();
        }
    }

    private void make(int position) {
        Table table = tables.get(position);
        CompletableFuture<Manifest.TableEntry> result = written.get(table.name());
        try {
            steps.run(
                    "table " + table.name(),
                    () -> {
                        Path path = path(table);
                        TableFiles.write(table, table.build(new Inputs(position)), path, emptyMonth);
                        Manifest.TableEntry entry = TableFiles.entry(table, path, configuration());
                        result.complete(entry);
                        return entry;
                    },
                    entry -> Steps.count(entry.rows(), "row"));
        } catch (Throwable e) {
            result.completeExceptionally(e);
            // Whoever waits for a table that will not be made any more must not wait for ever.
            written.values().forEach(other -> other.completeExceptionally(new CancellationException()));
            spark.sparkContext().cancelJobsWithTag(Steps.TAG);
        }
    }

    private Manifest.TableEntry await(String name) {
        try {
            return written.get(name).join();
        } catch (CompletionException | CancellationException e) {
            throw cause();
        }
    }

    /** The failure that came first; all others follow from it. */
    private RuntimeException cause() {
        for (Table table : tables) {
            Throwable failure =
                    written.get(table.name()).handle((entry, e) -> e).join();
            if (failure != null && !(failure instanceof CancellationException)) {
                return new IllegalStateException(
                        "Cannot make the table " + table.name() + ": "
                                + String.valueOf(failure.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                        failure);
            }
        }
        return new CancellationException("The load was cancelled");
    }

    /** The audit's results; the first to ask runs it. */
    synchronized List<CheckResult> checks() {
        if (checks == null) {
            checks = steps.run(
                    "audit",
                    () -> audit.apply(new Inputs(tables.size())),
                    results -> Steps.count(results.size(), "check"));
        }
        return checks;
    }

    Dataset<Row> table(String name) {
        return new Inputs(tables.size()).table(name);
    }

    private Path path(Table table) {
        return new Path(directory, table.name());
    }

    private Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
    }

    /** What the table at a position may read: the tables before it. */
    private final class Inputs implements TableInputs {
        private final int position;

        Inputs(int position) {
            this.position = position;
        }

        @Override
        public Dataset<Row> parsed() {
            return parsed;
        }

        @Override
        public Dataset<Row> files() {
            return files;
        }

        @Override
        public Dataset<Row> table(String name) {
            for (Table table : tables.subList(0, position)) {
                if (table.name().equals(name)) {
                    await(name);
                    return TableFiles.read(spark, table, path(table));
                }
            }
            throw new IllegalArgumentException("There is no table " + name
                    + (position < tables.size()
                            ? " before " + tables.get(position).name()
                            : ""));
        }

        @Override
        public List<CheckResult> checks() {
            return SnapshotBuild.this.checks();
        }
    }
}
