package io.jobmart.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row per posting and version of its content, with what finds the staged reading that shows it: narrow rows from
 * which every table knows what to look at. They lie beside the tables of a snapshot and are none of them.
 *
 * <p>{@code posting_key}, {@code content_version}, {@code content_hash}, {@code is_current} (the version of the posting's
 * last sighting), {@code first_seen_date} and {@code last_seen_date} of the posting, and of the version's last sighting
 * {@code seen_date}, {@code source}, {@code source_key}, {@code source_file}, {@code source_record}, {@code file_key} and
 * {@code reading_key}; {@code reading} and {@code reading_file}: key and file of the staged row that holds its values;
 * {@code first_seen_month}.
 */
public final class PostingVersions {
    /** Finds a staged row. 64 bits for the records of one posting or one reading cannot collide in practice. */
    static final String RECORD = "xxhash64(%1$s, coalesce(%2$s, ''), %2$s IS NULL)";

    /** Finds a staged reading: another version of the code or its settings reads the same record anew. */
    static final String READING = "xxhash64(readingKey, fileKey, coalesce(sourceRecord, ''), sourceRecord IS NULL)";

    private PostingVersions() {}

    /**
     * The postings that added records show on or before a day on which they were seen already: {@code posting_key}.
     *
     * @param before the versions that were made without them
     */
    public static Dataset<Row> unordered(Dataset<Row> before, Dataset<Row> added) {
        return added.where("postingKey IS NOT NULL")
                .groupBy(expr("postingKey AS added_key"))
                .agg(min("asOfDate").as("added_date"))
                .join(
                        before.groupBy("posting_key").agg(max("last_seen_date").as("last_seen_date")),
                        expr("added_key = posting_key"))
                .where("added_date <= last_seen_date")
                .select("posting_key");
    }

    /** The postings of which not everything is as it was: {@code posting_key}, and whether it was there at all. */
    public static Dataset<Row> changed(Dataset<Row> before, Dataset<Row> now) {
        return now.selectExpr("posting_key", SAME + " AS same", "1 AS now", "0 AS before")
                .union(before.selectExpr("posting_key", SAME, "0", "1"))
                .groupBy("posting_key", "same")
                .agg(expr("sum(now) AS now"), expr("sum(before) AS before"))
                .groupBy("posting_key")
                .agg(expr("bool_or(now <> before) AS is_changed"), expr("sum(before) > 0 AS was_there"))
                .where("is_changed")
                .select("posting_key", "was_there");
    }

    /** All that the rows of a posting depend on, as a hash: it only has to tell versions of one posting apart. */
    private static final String SAME = "xxhash64(content_version, content_hash, is_current, first_seen_date, reading)";

    public static Dataset<Row> of(TableInputs inputs) {
        WindowSpec posting = Window.partitionBy("posting_key");
        WindowSpec content = Window.partitionBy("posting_key", "content_hash");
        Column[] latestFirst = {
            col("as_of_date").desc(),
            col("source_key"),
            col("source_file"),
            length(col("source_record")),
            col("source_record"),
            col("file_key")
        };
        Dataset<Row> versions = sightings(inputs)
                // All windows are within one posting: one shuffle serves them all.
                .repartition(col("posting_key"))
                .withColumn("first_seen_date", min("since").over(posting))
                .withColumn("last_seen_date", max("as_of_date").over(posting))
                .withColumn(
                        "is_current",
                        row_number().over(posting.orderBy(latestFirst)).equalTo(1))
                .withColumn("no", row_number().over(content.orderBy(latestFirst)))
                .withColumn("known", max("known").over(content))
                .where("no = 1")
                .withColumn("record", expr(RECORD.formatted("file_key", "source_record")));
        Dataset<Row> sighted = records(inputs)
                .where("postingKey IS NOT NULL")
                .selectExpr(
                        "postingKey AS sighted_key",
                        RECORD.formatted("fileKey", "sourceRecord") + " AS sighted_record",
                        "source AS sighted_source",
                        "readingKey AS sighted_reading");
        // A record that stands twice in one load was parsed twice: one of the two equal readings is shown.
        Dataset<Row> readings = inputs.readings()
                .groupBy(expr("readingKey AS new_key"))
                .agg(min(struct(
                                expr(READING).as("reading"),
                                col("_metadata.file_path").as("reading_file")))
                        .as("first"));
        return versions.join(sighted, expr("is_new AND posting_key = sighted_key AND record = sighted_record"), "left")
                .withColumn("is_known", expr("NOT is_new OR known.reading_key <=> sighted_reading"))
                .join(
                        readings,
                        // What is known is not looked up; it must not all meet under one key either.
                        expr("NOT is_known AND IF(is_known, posting_key, sighted_reading) = new_key"),
                        "left")
                .selectExpr(
                        "posting_key",
                        "content_version",
                        "content_hash",
                        "is_current",
                        "first_seen_date",
                        "last_seen_date",
                        "as_of_date AS seen_date",
                        "IF(is_new, sighted_source, known.source) AS source",
                        "source_key",
                        "source_file",
                        "source_record",
                        "file_key",
                        "IF(is_new, sighted_reading, known.reading_key) AS reading_key",
                        "IF(is_known, known.reading, first.reading) AS reading",
                        "IF(is_known, known.reading_file, first.reading_file) AS reading_file",
                        Table.PARTITION)
                .where("reading IS NOT NULL");
    }

    /** The records that sightings are made of: those that are new, where there is a snapshot to build on. */
    static Dataset<Row> records(TableInputs inputs) {
        return inputs.added() == null ? inputs.parsed() : inputs.added().records();
    }

    /**
     * The sightings that are new, and of the postings that were known the last sighting of each content, with its reading.
     */
    private static Dataset<Row> sightings(TableInputs inputs) {
        Dataset<Row> seen = inputs.sightings().selectExpr(columns("as_of_date", "as_of_date", "true", "NULL"));
        return inputs.added() == null
                ? seen
                : seen.union(inputs.added()
                        .versions()
                        .selectExpr(columns(
                                "seen_date",
                                "first_seen_date",
                                "false",
                                "named_struct('reading_key', reading_key, 'reading', reading, 'reading_file', reading_file,"
                                        + " 'source', source)")));
    }

    private static String[] columns(String day, String since, String isNew, String known) {
        return new String[] {
            "posting_key",
            day + " AS as_of_date",
            "source_key",
            "content_hash",
            "source_file",
            "source_record",
            "file_key",
            "content_version",
            Table.PARTITION,
            since + " AS since",
            isNew + " AS is_new",
            "CAST(" + known + " AS STRUCT<reading_key: BIGINT, reading: BIGINT, reading_file: STRING, source: STRING>)"
                    + " AS known"
        };
    }
}
