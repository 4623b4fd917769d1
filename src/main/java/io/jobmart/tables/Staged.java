package io.jobmart.tables;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The staged records that the tables speak of. A posting that was seen many times has many staged records; its values
 * are those of its last sighting, which {@code fact_posting_sighting} marks. Every table reads its own few columns of
 * the staged file and keeps the marked records by one join with that narrow list.
 */
final class Staged {
    /**
     * Up to this size on disk (about 40 bytes a posting) the list of marked records is sent to every task, so that the
     * wide side of the join, with all its texts and arrays, is not shuffled. Spark's own limit is for any table; here
     * the other side is known to be a hundred times as wide.
     */
    private static final long BROADCAST_BYTES = 128L << 20;

    /** Finds a record among those of its posting. 64 bits for a handful of records cannot collide in practice. */
    private static final String RECORD = "xxhash64(%1$s, %2$s, coalesce(%3$s, ''), %3$s IS NULL)";

    private Staged() {}

    /** All staged records that are postings: {@code posting_key}, {@code as_of_date}, and the expressions given. */
    static Dataset<Row> postings(TableInputs inputs, String... expressions) {
        List<Column> columns = new ArrayList<>();
        columns.add(expr("posting.postingKey AS posting_key"));
        columns.add(col("asOfDate").as("as_of_date"));
        for (String expression : expressions) {
            columns.add(expr(expression));
        }
        return inputs.parsed().where("posting.postingKey IS NOT NULL").select(columns.toArray(Column[]::new));
    }

    /**
     * The postings, each as its last sighting shows it: {@code posting_key}, {@code first_seen_date},
     * {@code last_seen_date}, {@code content_version}, {@code content_hash}, {@code is_current}, {@code first_seen_month}, and the
     * expressions given over the staged record.
     */
    static Dataset<Row> current(TableInputs inputs, String... expressions) {
        return marked(inputs, "is_current", expressions);
    }

    /** As {@link #current}, but one row per posting and content version, as its last sighting shows it. */
    static Dataset<Row> versions(TableInputs inputs, String... expressions) {
        return marked(inputs, "is_version", expressions);
    }

    private static Dataset<Row> marked(TableInputs inputs, String mark, String... expressions) {
        Dataset<Row> marked = inputs.table("fact_posting_sighting")
                .where(mark)
                .select(
                        col("posting_key").as("marked_key"),
                        expr(RECORD.formatted("batch_id", "source_file", "source_record"))
                                .as("marked_record"),
                        col("first_seen_date"),
                        col("last_seen_date"),
                        col("content_version"),
                        col("content_hash"),
                        col("is_current"),
                        col(Table.PARTITION));
        List<String> columns = new ArrayList<>(List.of(expressions));
        columns.add(RECORD.formatted("batchId", "sourceFile", "sourceRecord") + " AS record");
        Dataset<Row> staged = postings(inputs, columns.toArray(String[]::new));
        return staged.join(
                        bytes(marked) <= BROADCAST_BYTES ? broadcast(marked) : marked,
                        col("posting_key")
                                .equalTo(col("marked_key"))
                                .and(col("record").equalTo(col("marked_record"))))
                .drop("marked_key", "marked_record", "record", "as_of_date");
    }

    private static long bytes(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .toLong();
    }

    /**
     * An array without the elements whose key another element before them has; the order stays. Most arrays have no
     * such element, and are only looked at once.
     *
     * @param key the element's key as an expression over {@code %s}, a string that is never null
     */
    static String distinctBy(String array, String key) {
        return "IF(size(array_distinct(transform(%1$s, x -> %2$s))) = size(%1$s), %1$s, "
                        .formatted(array, key.formatted("x"))
                + "filter(%1$s, (x, i) -> NOT exists(slice(%1$s, 1, i), y -> %2$s = %3$s)))"
                        .formatted(array, key.formatted("y"), key.formatted("x"));
    }
}
