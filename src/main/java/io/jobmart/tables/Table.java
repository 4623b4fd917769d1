package io.jobmart.tables;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One table of the warehouse: what a row stands for, its columns, its keys, its place on disk, and how it is made. The
 * data dictionary, the writer and the audit all read this one declaration.
 */
public interface Table {
    /** The column that partitioned tables are split by: the month of the posting's first sighting, {@code yyyy-MM}. */
    String PARTITION = "first_seen_month";

    String name();

    /** What one row stands for, as one sentence: "One row per ...". */
    String grain();

    /** The columns in their order on disk; {@link #PARTITION} is the last one of a partitioned table. */
    List<Column> columns();

    /** The columns that together are unique; empty for a table in which rows may repeat. */
    List<String> key();

    /** The columns that name the same thing as the surrogate key: unique, too; empty where there is no such key. */
    default List<String> naturalKey() {
        return List.of();
    }

    default List<Reference> references() {
        return List.of();
    }

    /** What must hold in every row, beside what columns and keys already say. */
    default List<Rule> rules() {
        return List.of();
    }

    /** Whether the table is split by {@link #PARTITION}; all others are one file. */
    default boolean partitioned() {
        List<Column> columns = columns();
        return columns.get(columns.size() - 1).name().equals(PARTITION);
    }

    /**
     * Whether a posting's rows depend on that posting's versions alone, so that the rows of a posting that has not changed
     * since the snapshot before can be taken over from there.
     */
    default boolean perPosting() {
        return false;
    }

    /**
     * Whether, where {@link TableInputs#added} tells of added dumps, it is only the rows of those that are built: they are
     * added to the rows of the snapshot before.
     */
    default boolean cumulative() {
        return false;
    }

    /** The order of rows within a file. */
    default List<String> sort() {
        return key();
    }

    /** The rows, in the declared columns and types; a pure function of the inputs, in no order. */
    Dataset<Row> build(TableInputs inputs);

    /** The columns as Spark's schema, with their comments. */
    default StructType schema() {
        return new StructType(columns().stream().map(Column::field).toArray(StructField[]::new));
    }
}
