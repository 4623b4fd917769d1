package io.jobmart.tables;

import static org.apache.spark.sql.functions.expr;

import io.jobmart.privacy.PersonalData;
import io.jobmart.quality.CheckResult;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What tables are made of. */
public interface TableInputs {
    /** The staged records of all dumps: columns of {@code pipeline.ParsedRecord}. */
    Dataset<Row> parsed();

    /** The parsed postings that the staged records refer to, and maybe others: columns of {@code pipeline.ParsedRecord}. */
    Dataset<Row> readings();

    /** The files of all dumps: columns of {@code pipeline.ParsedFile}. */
    Dataset<Row> files();

    /** The dumps that show all that was open at their source on their day: {@code source}, {@code asOf}. */
    Dataset<Row> completeDumps();

    /** Days without a sighting after which a posting counts as closed; 0 for never. */
    int timeoutDays();

    /** What becomes of personal data. */
    PersonalData personalData();

    /** The versions of all postings, as {@link PostingVersions} makes them; written before all tables but the sightings. */
    Dataset<Row> versions();

    /**
     * What dumps have been added to those of the snapshot before.
     *
     * @param records the staged records of the added dumps, and all of those of {@code unordered}
     * @param versions the {@link #versions} of the snapshot before, without those of {@code unordered}
     * @param unordered {@code posting_key} of the postings that an added dump shows on or before a day on which they were
     *     seen already: what is known of their sightings does not hold any more; null when there are none
     */
    record Added(Dataset<Row> records, Dataset<Row> versions, Dataset<Row> unordered) {
        /**
         * @param all the staged records of all dumps
         * @param added those of the added ones
         * @param versions all of the snapshot before
         */
        public static Added of(Dataset<Row> all, Dataset<Row> added, Dataset<Row> versions, Dataset<Row> unordered) {
            if (unordered == null) {
                return new Added(added, versions, null);
            }
            Dataset<Row> keys = unordered.withColumnRenamed("posting_key", "unordered_key");
            Column same = expr("postingKey = unordered_key");
            return new Added(
                    added.join(keys, same, "left_anti").union(all.join(keys, same, "left_semi")),
                    versions.join(keys, expr("posting_key = unordered_key"), "left_anti"),
                    unordered);
        }
    }

    /** Null when there is no snapshot to build on, or not all of its dumps are there still. */
    default Added added() {
        return null;
    }

    /** The sightings of the {@link #added} records; all when there are none to build on. */
    default Dataset<Row> sightings() {
        return table("fact_posting_sighting");
    }

    /**
     * These inputs, of which {@link #versions} and {@link #readings} are only those of the postings that have changed since the
     * snapshot before; these inputs themselves when there is none to build on.
     */
    default TableInputs changed() {
        return this;
    }

    /**
     * Rows of the snapshot before: of a table of postings those of the postings that have not changed since, of other
     * tables all; null when there is none to build on.
     */
    default Dataset<Row> unchanged(String name) {
        return null;
    }

    /**
     * Rows of postings that are no table but cost as much: they are made once and lie beside the tables. Those of a posting
     * are a function of its versions alone, so that for a posting that has not changed they are taken over from the
     * snapshot before.
     *
     * @param make makes them for the inputs that it is given; with {@code posting_key} and {@link Table#PARTITION}
     */
    default Dataset<Row> intermediate(String name, Function<TableInputs, Dataset<Row>> make) {
        return make.apply(this);
    }

    /**
     * What was {@link #remember}ed for the snapshot before, if the same code made it.
     *
     * @return null when there is none
     */
    default Dataset<Row> remembered(String name, StructType schema) {
        return null;
    }

    /** Rows that are no table but that the next snapshot may make use of; they are written and read back. */
    default Dataset<Row> remember(String name, Dataset<Row> rows) {
        return rows;
    }

    /**
     * The rows of a written table that are of postings of which something has changed since the snapshot before.
     *
     * @return null where there is no snapshot to build on, or the table is not made posting by posting
     */
    default Dataset<Row> touched(String name) {
        return null;
    }

    /**
     * A table of this snapshot that was built before, read back from where it was written.
     *
     * @throws IllegalArgumentException when there is no such table, or it is not written yet
     */
    Dataset<Row> table(String name);

    /**
     * A table of the snapshot that readers see now, whatever made it, to compare with; null when there is none, or it is not
     * whole.
     */
    default Dataset<Row> published(String name) {
        return null;
    }

    /**
     * The results of {@link io.jobmart.quality.Audit#run} over all tables but {@code quality_metric}, which alone asks
     * for them, as the last table to be built. The audit runs once; who publishes the snapshot looks at the same list.
     */
    List<CheckResult> checks();
}
