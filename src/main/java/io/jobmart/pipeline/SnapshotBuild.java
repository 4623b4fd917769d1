package io.jobmart.pipeline;

import io.jobmart.privacy.PersonalData;
import io.jobmart.quality.CheckResult;
import io.jobmart.store.Manifest;
import io.jobmart.tables.PostingVersions;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes the tables of a snapshot from the staged batches, one after the other: each is a job that uses the whole cluster,
 * and finds those that it reads already written.
 */
final class SnapshotBuild {
    /** What is known of each posting's versions. */
    private static final String VERSIONS = "posting_version";

    /** Which postings were seen in added dumps that are not later than all before. */
    private static final String UNORDERED = "posting_unordered";

    /** Which postings are not as they were. */
    private static final String CHANGES = "posting_change";

    /** Beyond this share of changed postings everything is made anew. */
    private static final double MOST_CHANGED = 0.4;

    private final SparkSession spark;
    private final Path directory;
    private final Path before;
    private final Path published;
    private final List<Table> tables;
    private final StagedBatches staged;
    private final String emptyMonth;
    private final Steps steps;
    private final Function<TableInputs, List<CheckResult>> audit;
    private int written;
    private StructType versions;
    private StructType changes;
    /** What lies beside the tables, as {@link TableInputs#intermediate} names it, with its columns. */
    private final Map<String, TableFiles.Layout> intermediates = new HashMap<>();

    private Dataset<Row> changedReadings;
    private TableInputs.Added added;
    /** The rows of the sightings' table that are not taken over from the snapshot before. */
    private Dataset<Row> sightings;
    /** Whether building on the snapshot before is less work than making everything anew; null before it was asked. */
    private Boolean useful;
    /** Whether any posting that has changed was there before. */
    private boolean isOutdated;

    private List<CheckResult> checks;

    /**
     * @param before the snapshot whose tables may be built on, since the same code made it; null when there is none
     * @param published the one that readers see, whatever made it, if it is whole; else null
     */
    SnapshotBuild(
            SparkSession spark,
            Path directory,
            Path before,
            Path published,
            List<Table> tables,
            StagedBatches staged,
            String emptyMonth,
            Steps steps,
            Function<TableInputs, List<CheckResult>> audit) {
        this.spark = spark;
        this.directory = directory;
        this.before = before;
        this.published = published;
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
            Inputs all = new Inputs();
            if (table.cumulative() && added() != null) {
                // The versions are made from them next.
                sightings = table.build(all).persist(StorageLevel.MEMORY_AND_DISK());
                TableFiles.update(
                        TableFiles.Layout.of(table),
                        sightings,
                        new Path(before, table.name()),
                        added().unordered(),
                        path,
                        emptyMonth);
            } else if (table.perPosting() && changes() != null) {
                TableFiles.update(
                        TableFiles.Layout.of(table),
                        table.build(all.changed()),
                        new Path(before, table.name()),
                        outdated(),
                        path,
                        emptyMonth);
            } else {
                TableFiles.write(table, table.build(all), path, emptyMonth);
            }
        } catch (Exception e) {
            // Spark's own message says what failed, never which table; and it goes on for pages.
            throw new IllegalStateException(
                    "Cannot make the table " + table.name() + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        return TableFiles.entry(table, path, configuration());
    }

    /** The versions of the postings; the first to ask writes them. */
    private Dataset<Row> versions() {
        if (versions == null) {
            Dataset<Row> made = PostingVersions.of(new Inputs());
            versions = made.schema();
            TableFiles.writer(made).parquet(hidden(directory, VERSIONS).toString());
            if (sightings != null) {
                sightings.unpersist();
                sightings = null;
            }
        }
        return spark.read().schema(versions).parquet(hidden(directory, VERSIONS).toString());
    }

    private Dataset<Row> versionsBefore() {
        return spark.read().parquet(hidden(before, VERSIONS).toString());
    }

    /**
     * What was added to the dumps that the snapshot before was made from; null where there is no such snapshot, or dumps of
     * it are gone.
     */
    private TableInputs.Added added() {
        if (added == null && before != null && staged.added() != null) {
            Dataset<Row> unordered = PostingVersions.unordered(versionsBefore(), staged.added());
            String path = hidden(directory, UNORDERED).toString();
            TableFiles.writer(unordered).parquet(path);
            Dataset<Row> found = spark.read().schema(unordered.schema()).parquet(path);
            added = TableInputs.Added.of(
                    staged.records(), staged.added(), versionsBefore(), found.isEmpty() ? null : found);
        }
        return added;
    }

    /**
     * The postings that have changed since the snapshot before: {@code posting_key}, {@code was_there}; null when there is
     * no such snapshot, or so much has changed that it is of no use.
     */
    private Dataset<Row> changes() {
        if (before == null) {
            return null;
        }
        String path = hidden(directory, CHANGES).toString();
        if (useful == null) {
            Dataset<Row> now = versions();
            Dataset<Row> changed = PostingVersions.changed(versionsBefore(), now);
            TableFiles.writer(changed).parquet(path);
            changes = changed.schema();
            Row counts = spark.read()
                    .schema(changes)
                    .parquet(path)
                    .selectExpr("count(*)", "count_if(was_there)")
                    .head();
            useful = counts.getLong(0) <= MOST_CHANGED * now.where("is_current").count();
            isOutdated = counts.getLong(1) > 0;
        }
        return useful ? spark.read().schema(changes).parquet(path) : null;
    }

    /** The changed postings that had rows in the snapshot before: {@code posting_key}; null when there are none. */
    private Dataset<Row> outdated() {
        Dataset<Row> changed = changes();
        return isOutdated ? changed.where("was_there").select("posting_key") : null;
    }

    private Dataset<Row> intermediate(String name, Function<TableInputs, Dataset<Row>> make) {
        Path path = hidden(directory, name);
        if (!intermediates.containsKey(name)) {
            Dataset<Row> made = make.apply(new Inputs().changed());
            TableFiles.Layout layout = new TableFiles.Layout(made.schema(), List.of("posting_key"));
            if (changes() == null) {
                TableFiles.write(layout, made, path, emptyMonth);
            } else {
                try {
                    TableFiles.update(layout, made, hidden(before, name), outdated(), path, emptyMonth);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            intermediates.put(name, layout);
        }
        return TableFiles.read(spark, intermediates.get(name), path);
    }

    /** A place beside the tables, under a name that readers of the snapshot pass over. */
    private static Path hidden(Path snapshot, String name) {
        return new Path(new Path(snapshot, "_state"), name);
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
    private class Inputs implements TableInputs {
        @Override
        public Dataset<Row> parsed() {
            return staged.records();
        }

        @Override
        public Dataset<Row> readings() {
            return staged.readings();
        }

        @Override
        public Added added() {
            return SnapshotBuild.this.added();
        }

        @Override
        public Dataset<Row> sightings() {
            return sightings == null ? TableInputs.super.sightings() : sightings;
        }

        @Override
        public TableInputs changed() {
            return changes() == null ? this : new ChangedInputs();
        }

        @Override
        public Dataset<Row> unchanged(String name) {
            if (changes() == null) {
                return null;
            }
            Table table = Tables.named(tables, name);
            Dataset<Row> rows = TableFiles.read(spark, table, new Path(before, name));
            boolean ofPostings = table.key().contains("posting_key");
            return ofPostings ? rows.join(changes().select("posting_key"), USING_KEY, "left_anti") : rows;
        }

        @Override
        public Dataset<Row> intermediate(String name, Function<TableInputs, Dataset<Row>> make) {
            return SnapshotBuild.this.intermediate(name, make);
        }

        @Override
        public Dataset<Row> remembered(String name, StructType schema) {
            return before == null
                    ? null
                    : spark.read().schema(schema).parquet(hidden(before, name).toString());
        }

        @Override
        public Dataset<Row> remember(String name, Dataset<Row> rows) {
            String path = hidden(directory, name).toString();
            TableFiles.writer(rows).parquet(path);
            return spark.read().schema(rows.schema()).parquet(path);
        }

        @Override
        public Dataset<Row> touched(String name) {
            boolean ofPostings = Tables.named(tables, name).perPosting();
            return ofPostings && changes() != null
                    ? table(name).join(changes().select("posting_key"), USING_KEY, "left_semi")
                    : null;
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
        public PersonalData personalData() {
            return staged.personalData();
        }

        @Override
        public Dataset<Row> versions() {
            return SnapshotBuild.this.versions();
        }

        @Override
        public Dataset<Row> published(String name) {
            return published == null ? null : spark.read().parquet(new Path(published, name).toString());
        }

        @Override
        public Dataset<Row> table(String name) {
            Table table = Tables.named(tables, name);
            if (tables.indexOf(table) >= written) {
                throw new IllegalArgumentException("The table " + name + " is not written yet");
            }
            return TableFiles.read(spark, table, path(table));
        }

        @Override
        public List<CheckResult> checks() {
            return SnapshotBuild.this.checks();
        }
    }

    /** The versions and readings of the changed postings alone. */
    private final class ChangedInputs extends Inputs {
        @Override
        public Dataset<Row> versions() {
            return super.versions().join(changes().select("posting_key"), USING_KEY, "left_semi");
        }

        @Override
        public Dataset<Row> readings() {
            if (changedReadings == null) {
                changedReadings =
                        staged.readings(versions().select("reading_file").distinct());
            }
            return changedReadings;
        }

        @Override
        public TableInputs changed() {
            return this;
        }
    }

    private static final String[] USING_KEY = {"posting_key"};
}
