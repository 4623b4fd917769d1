package io.jobmart.tables;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.spark.Statistics;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The parsed postings that the tables speak of. A posting that was seen many times may have many readings; its values
 * are those of its last sighting, which {@link PostingVersions} names. Every table reads its own few columns of the staged
 * files and keeps the rows named by one join with that narrow list.
 */
final class Staged {
    /**
     * Up to this size on disk (about 40 bytes a posting) a list of postings is sent to every task, so that the
     * wide side of the join, with all its texts and arrays, is not shuffled. Spark's own limit is for any table; here
     * the other side is known to be a hundred times as wide.
     */
    private static final long BROADCAST_BYTES = 128L << 20;

    private Staged() {}

    /**
     * The postings, each as its last sighting shows it: the columns of {@link PostingVersions} and the expressions given
     * over the staged row.
     */
    static Dataset<Row> current(TableInputs inputs, String... expressions) {
        return of(inputs, inputs.versions().where("is_current"), expressions);
    }

    /** As {@link #current}, but one row per posting and content version, as its last sighting shows it. */
    static Dataset<Row> versions(TableInputs inputs, String... expressions) {
        return of(inputs, inputs.versions(), expressions);
    }

    private static Dataset<Row> of(TableInputs inputs, Dataset<Row> versions, String... expressions) {
        List<Column> columns = new ArrayList<>();
        columns.add(col("reading_posting"));
        columns.add(col("reading_record"));
        for (String expression : expressions) {
            columns.add(expr(expression));
        }
        Dataset<Row> staged = Personal.published(
                        inputs.readings(),
                        inputs.personalData(),
                        expr("posting.postingKey AS reading_posting"),
                        expr(PostingVersions.READING + " AS reading_record"))
                .select(columns.toArray(Column[]::new));
        return staged.join(
                        narrow(versions, versions), expr("posting_key = reading_posting AND reading = reading_record"))
                .drop("reading_posting", "reading_record", "reading", "reading_file");
    }

    /**
     * Rows to be joined with wide ones: sent to every task where they are few enough.
     *
     * @param rows narrow ones, one per posting at most; Spark cannot tell their size where they are the result of a join
     * @param versions the postings that they are of
     */
    static Dataset<Row> narrow(Dataset<Row> rows, Dataset<Row> versions) {
        return Statistics.bytes(versions) <= BROADCAST_BYTES ? broadcast(rows) : rows;
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
