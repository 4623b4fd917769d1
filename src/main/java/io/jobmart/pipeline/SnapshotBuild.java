package io.jobmart.pipeline;

import io.jobmart.quality.CheckResult;
import io.jobmart.store.Manifest;
import io.jobmart.tables.PostingVersions;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the tables of a snapshot from the staged batches, one after the other: each is a job that uses the whole cluster,
 * and finds those that it reads already written.
 */
final class SnapshotBuild {
    private final SparkSession spark;
    private final Path directory;
    private final List<Table> tables;
    private final StagedBatches staged;
    private final String emptyMonth;
    private final Steps steps;
    private final Function<TableInputs, List<CheckResult>> audit;
    private int written;
    private StructType versions;
    private List<CheckResult> checks;

    SnapshotBuild(
            SparkSession spark,
            Path directory,
            List<Table> tables,
            StagedBatches staged,
            String emptyMonth,
            Steps steps,
            Function<TableInputs, List<CheckResult>> audit) {
        this.spark = spark;
        this.directory = directory;
        this.tables = tables;
        this.staged = staged;
        this.emptyMonth = emptyMonth;
        this.steps = steps;
        this.audit = audit;
    }

    /** Writes all tables, one after the other; what they are on disk, in their order. */
    List<Manifest.TableEntry> write() {
        List<Manifest.TableEntry> entries = new ArrayList<>();
        for (Table table : tables) {
            entries.add(
                    steps.run("table " + table.name(), () -> write(table), entry -> Steps.count(entry.rows(), "row")));
            written++;
        }
        return entries;
    }

    private Manifest.TableEntry write(Table table) throws IOException {
        Path path = path(table);
        try {
            TableFiles.write(table, table.build(new Inputs()), path, emptyMonth);
        } catch (Exception e) {
            // Spark's own message says what failed, never which table; and it goes on for pages.
            throw new IllegalStateException(
                    "Cannot make the table " + table.name() + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        return TableFiles.entry(table, path, configuration());
    }

    /**
     * The versions of the postings; the first to ask writes them. They lie under a name that readers of the snapshot pass
     * over.
     */
    private Dataset<Row> versions() {
        Path path = new Path(directory, "_posting_version");
        if (versions == null) {
            Dataset<Row> made = PostingVersions.of(new Inputs());
            versions = made.schema();
            TableFiles.writer(made).parquet(path.toString());
        }
        return spark.read().schema(versions).parquet(path.toString());
    }

    /** The audit's results; the first to ask runs it. */
    List<CheckResult> checks() {
        if (checks == null) {
            checks = steps.run(
                    "audit", () -> audit.apply(new Inputs()), results -> Steps.count(results.size(), "check"));
        }
        return checks;
    }

    Dataset<Row> table(String name) {
        return new Inputs().table(name);
    }

    private Path path(Table table) {
        return new Path(directory, table.name());
    }

    private Configuration configuration() {
        return spark.sparkContext().hadoopConfiguration();
    }

    /** What a table may read: the staged rows and the tables written before it. */
    private final class Inputs implements TableInputs {
        @Override
        public Dataset<Row> parsed() {
            return staged.records();
        }

        @Override
        public Dataset<Row> readings() {
            return staged.readings();
        }

        @Override
        public Dataset<Row> files() {
            return staged.files();
        }

        @Override
        public Dataset<Row> completeDumps() {
            return staged.completeDumps();
        }

        @Override
        public int timeoutDays() {
            return staged.timeoutDays();
        }

        @Override
        public Dataset<Row> versions() {
            return SnapshotBuild.this.versions();
        }

        @Override
        public Dataset<Row> table(String name) {
            for (Table table : tables.subList(0, written)) {
                if (table.name().equals(name)) {
                    return TableFiles.read(spark, table, path(table));
                }
            }
            throw new IllegalArgumentException("There is no table " + name + " yet");
        }

        @Override
        public List<CheckResult> checks() {
            return SnapshotBuild.this.checks();
        }
    }
}
