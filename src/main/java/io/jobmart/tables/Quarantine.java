package io.jobmart.tables;

import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.col;

import io.jobmart.model.QuarantineReason;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was read and is no posting: kept, so that it can be looked at and loaded again. */
final class Quarantine implements Table {
    @Override
    public String name() {
        return "quarantine";
    }

    @Override
    public String grain() {
        return "One row per record that could not become a posting.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(DATE, "as_of_date", "Day that the dump shows.", "2026-03-01")
                .of(KEY, "file_key", "Key of the file in load_file.", "1077341125531231877")
                .of(KEY, "source_key", "Source of the dump.", "5307142219637841120")
                .of(STRING, "source_file", "File, as a path below the input given.", "jobs.jsonl")
                .orNull(STRING, "source_record", "What finds the record in the file; null when it is all of it.", "18")
                .of(QuarantineReason.class, "reason", "Why it could not become a posting.")
                .orNull(STRING, "detail", "The cause in words.", "Unexpected end of input in line 1, column 80")
                .orNull(
                        STRING,
                        "payload",
                        "What was read, cut at 4096 characters, without personal data unless the load keeps them; null when it is no text.",
                        "{\"title\":")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of();
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("dim_source", "source_key"), Reference.to("load_file", "file_key"));
    }

    @Override
    public List<String> sort() {
        return List.of("as_of_date", "source_file", "source_record");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return inputs.parsed()
                .where("rejection.reason IS NOT NULL")
                .withColumn("source_key", Keying.keyOrNotStated("source", "source"))
                .selectExpr(
                        "dumpDate AS as_of_date",
                        "fileKey AS file_key",
                        "source_key",
                        "sourceFile AS source_file",
                        "sourceRecord AS source_record",
                        "rejection.reason AS reason",
                        "rejection.detail AS detail",
                        "rejection.payload AS payload")
                .withColumn("detail", Personal.published(col("detail"), inputs.personalData()))
                .withColumn("payload", Personal.published(col("payload"), inputs.personalData()));
    }
}
