package io.jobmart.tables;

import io.jobmart.privacy.PersonalData;
import io.jobmart.quality.CheckResult;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
     * The same, of which {@link #versions} and {@link #readings} are only those of the postings that have changed since the
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
     * The results of {@link io.jobmart.quality.Audit#run} over all tables but {@code quality_metric}, which alone asks
     * for them, as the last table to be built. The audit runs once; who publishes the snapshot looks at the same list.
     */
    List<CheckResult> checks();
}
