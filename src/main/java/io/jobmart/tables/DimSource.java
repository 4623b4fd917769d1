package io.jobmart.tables;

import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where postings come from: what a load is told, and the formats of the files that it brought. */
final class DimSource implements Table {
    @Override
    public String name() {
        return "dim_source";
    }

    @Override
    public String grain() {
        return "One row per source of postings.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "source_key", "Key of the source; 0 is the member \"not stated\".", "5307142219637841120")
                .of(STRING, "name", "Name of the source as given at the load; the natural key.", "careers-example")
                .orNull(STRING, "kind", "Formats of its files, in alphabetical order.", "JSON_LD_LINES")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("source_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("name");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return inputs.files()
                .where("source IS NOT NULL")
                .groupBy("source")
                .agg(expr("array_join(array_sort(collect_set(format)), ',') AS kind"))
                .select(
                        Keying.key("source", "source").as("source_key"),
                        col("source").as("name"),
                        col("kind"))
                .union(NotStated.member(inputs, this, "name"));
    }
}
