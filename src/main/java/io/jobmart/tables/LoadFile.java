package io.jobmart.tables;

import static io.jobmart.tables.Columns.BIGINT;
import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.SourceFormat;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The books of the loads: every record of every file is a posting, a repeated sighting or in quarantine.
 *
 * <p>A record counts as posting when it stands for its posting's sighting on that day, as repeated when another record of
 * the same dump does.
 */
final class LoadFile implements Table {
    @Override
    public String name() {
        return "load_file";
    }

    @Override
    public String grain() {
        return "One row per input file of a load.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "file_key", "Key of the file: of dump, name and fingerprint.", "1077341125531231877")
                .of(DATE, "as_of_date", "Day that the dump shows.", "2026-03-01")
                .of(KEY, "source_key", "Source of the dump.", "5307142219637841120")
                .of(STRING, "source_file", "File, as a path below the input given.", "jobs.jsonl")
                .orNull(
                        STRING,
                        "fingerprint",
                        "SHA-256 of the file's bytes; null when it could not be read.",
                        "e3b0c44298fc1c14")
                .orNull(SourceFormat.class, "format", "Its format; null when it is none that is read.")
                .of(BIGINT, "bytes", "Its size as it lies on disk.", "104857600")
                .of(
                        BOOLEAN,
                        "is_complete",
                        "Whether the dump shows all that was open at the source on its day.",
                        "false")
                .of(BIGINT, "records_read", "Records found in it.", "1000")
                .of(BIGINT, "postings", "Records that stand for a sighting of a posting.", "990")
                .of(BIGINT, "repeated", "Records of postings that another record of the dump stands for.", "7")
                .of(BIGINT, "quarantined", "Records that could not become a posting.", "3")
                .of(BIGINT, "gone", "Pages that the file says are there no more; not among the records read.", "0")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("file_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("as_of_date", "source_key", "source_file", "fingerprint");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("dim_source", "source_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.error(
                "accounting_closed",
                "records_read = postings + repeated + quarantined AND repeated >= 0",
                "records read are postings, repeated or in quarantine, by file"));
    }

    @Override
    public List<String> sort() {
        return List.of("as_of_date", "source_file", "file_key");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> records = inputs.parsed()
                .groupBy(expr("fileKey AS records_file"))
                .agg(
                        expr("count_if(gone.url IS NULL) AS records_read"),
                        expr("count(postingKey) AS posting_records"),
                        expr("count(rejection.reason) AS quarantined"),
                        expr("count(gone.url) AS gone"));
        Dataset<Row> sightings = inputs.table("fact_posting_sighting")
                .groupBy(expr("file_key AS sightings_file"))
                .agg(expr("count(*) AS postings"));
        Dataset<Row> complete = inputs.completeDumps().selectExpr("source AS complete_source", "asOf AS complete_date");
        return inputs.files()
                .join(records, expr("fileKey = records_file"), "left")
                .join(sightings, expr("fileKey = sightings_file"), "left")
                .join(broadcast(complete), expr("source = complete_source AND asOfDate = complete_date"), "left")
                .withColumn("source_key", Keying.keyOrNotStated("source", "source"))
                .selectExpr(
                        "fileKey AS file_key",
                        "asOfDate AS as_of_date",
                        "source_key",
                        "sourceFile AS source_file",
                        "fingerprint",
                        "format",
                        "bytes",
                        "complete_date IS NOT NULL AS is_complete",
                        "coalesce(records_read, 0) AS records_read",
                        "coalesce(postings, 0) AS postings",
                        "coalesce(posting_records, 0) - coalesce(postings, 0) AS repeated",
                        "coalesce(quarantined, 0) AS quarantined",
                        "coalesce(gone, 0) AS gone");
    }
}
