package io.jobmart.tables;

import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which posting was seen when. It is the first table to be made from the staged records, and the others are made from
 * what it says: dumps are loaded in any order and overlap, so that every choice here falls by columns alone.
 */
final class FactPostingSighting implements Table {
    @Override
    public String name() {
        return "fact_posting_sighting";
    }

    @Override
    public String grain() {
        return "One row per posting and dump that shows it: source and day.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(DATE, "as_of_date", "Day that the dump shows.", "2026-03-01")
                .of(KEY, "source_key", "Source of the dump.", "5307142219637841120")
                .of(STRING, "content_hash", "Hash of all that a reader of the ad sees.", "9f0c2b4e5a6d7788")
                .of(STRING, "source_file", "File of the record that stands for the sighting: the first one.", "a.jsonl")
                .orNull(STRING, "source_record", "What finds the record in the file; null when it is all of it.", "17")
                .of(KEY, "file_key", "Key of the file in load_file.", "1077341125531231877")
                .of(INT, "n_records", "How many records of the dump are this posting.", "1")
                .of(INT, "content_version", "Number of the content, from 1 in the order of first appearance.", "1")
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "as_of_date", "source_key");
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to("dim_source", "source_key"),
                Reference.to("fact_posting", "posting_key"),
                Reference.to("load_file", "file_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.saneDate("as_of_date"));
    }

    @Override
    public boolean cumulative() {
        return true;
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        org.apache.spark.sql.Column[] firstFirst = {
            col("source_file"), length(col("source_record")), col("source_record"), col("file_key")
        };
        WindowSpec dump = Window.partitionBy("posting_key", "as_of_date", "source");
        WindowSpec posting = Window.partitionBy("posting_key");
        WindowSpec content = Window.partitionBy("posting_key", "content_hash");
        return records(inputs)
                // All windows below are within one posting: one shuffle serves them all.
                .repartition(col("posting_key"))
                .withColumn("n_records", count(lit(1)).over(dump).cast("int"))
                .withColumn("record_no", row_number().over(dump.orderBy(firstFirst)))
                .where("record_no = 1 OR known_version IS NOT NULL")
                .withColumn("first_seen_date", min("since").over(posting))
                .withColumn("content_first_date", min("as_of_date").over(content))
                .withColumn("versions_before", coalesce(max("known_version").over(posting), lit(0)))
                .withColumn("version_before", max("known_version").over(content))
                .withColumn(
                        "new_version",
                        dense_rank()
                                .over(Window.partitionBy(col("posting_key"), expr("version_before IS NULL"))
                                        .orderBy(col("content_first_date"), col("content_hash"))))
                .where("known_version IS NULL")
                .withColumn("source_key", Keying.keyOrNotStated("source", "source"))
                .selectExpr(
                        "posting_key",
                        "as_of_date",
                        "source_key",
                        "content_hash",
                        "source_file",
                        "source_record",
                        "file_key",
                        "n_records",
                        "coalesce(version_before, versions_before + new_version) AS content_version",
                        "date_format(first_seen_date, 'yyyy-MM') AS " + PARTITION);
    }

    /** The postings' records, and of those seen before the contents that are known, with {@code known_version}. */
    private static Dataset<Row> records(TableInputs inputs) {
        TableInputs.Added added = inputs.added();
        Dataset<Row> records = PostingVersions.records(inputs)
                .where("postingKey IS NOT NULL")
                .selectExpr(
                        "postingKey AS posting_key",
                        "asOfDate AS as_of_date",
                        "source",
                        "fileKey AS file_key",
                        "sourceFile AS source_file",
                        "sourceRecord AS source_record",
                        "contentHash AS content_hash",
                        "asOfDate AS since",
                        "CAST(NULL AS INT) AS known_version");
        return added == null
                ? records
                : records.union(added.versions()
                        .selectExpr(
                                "posting_key",
                                "seen_date",
                                "source",
                                "file_key",
                                "source_file",
                                "source_record",
                                "content_hash",
                                "first_seen_date",
                                "content_version"));
    }
}
