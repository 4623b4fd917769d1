package io.jobmart.tables;

import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where postings come from: the source that a load was started for. */
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
                .of(STRING, "name", "Name of the source, as given at the load; the natural key.", "careers-example")
                .orNull(STRING, "kind", "Formats of its files, in alphabetical order; null for member 0.", "JSON_LD")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("source_key");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> sources = inputs.files()
                .where("source IS NOT NULL")
                .groupBy("source")
                .agg(org.apache.spark.sql.functions.expr("array_join(sort_array(collect_set(format)), ',') AS kind"))
                .select(
                        Keying.key("source", "source").as("source_key"),
                        org.apache.spark.sql.functions.col("source").as("name"),
                        org.apache.spark.sql.functions.col("kind"));
        return sources.unionByName(inputs.files()
                .sparkSession()
                .sql("SELECT 0L AS source_key, 'not stated' AS name, CAST(NULL AS STRING) AS kind"));
    }
}
