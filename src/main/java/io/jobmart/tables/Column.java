package io.jobmart.tables;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table, as the data dictionary, the Parquet schema and the audit know it.
 *
 * @param comment what it holds, with its unit; never blank
 * @param example one value as a reader would see it; may be blank where the type says it all
 * @param values the only values it may hold, empty when it may hold any
 */
public record Column(
        String name, DataType type, boolean nullable, String comment, String example, List<String> values) {

    /** The column as a field of Spark's schema; its comment travels with the Parquet files. */
    public StructField field() {
        return new StructField(name, type, nullable, Metadata.empty()).withComment(comment);
    }
}
