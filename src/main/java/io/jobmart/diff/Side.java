package io.jobmart.diff;

import io.jobmart.store.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One of two snapshots, as its own manifest describes it: tables and columns may be others than the code knows today.
 *
 * @param directory of the snapshot's tables
 */
public record Side(Manifest manifest, String directory) {
    public Optional<Manifest.TableEntry> table(String name) {
        return manifest.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    boolean has(String table, List<String> columns) {
        return table(table).map(entry -> names(entry).containsAll(columns)).orElse(false);
    }

    long rows(String table) {
        return table(table).map(Manifest.TableEntry::rows).orElse(0L);
    }

    public Dataset<Row> read(SparkSession spark, String table) {
        return spark.read().schema(schema(table(table).orElseThrow())).parquet(directory + "/" + table);
    }

    static Set<String> names(Manifest.TableEntry table) {
        return table.schema().stream().map(Manifest.ColumnEntry::name).collect(Collectors.toSet());
    }

    static StructType schema(Manifest.TableEntry table) {
        return new StructType(table.schema().stream()
                .map(column -> new StructField(column.name(), DataType.fromDDL(column.type()), true, Metadata.empty()))
                .toArray(StructField[]::new));
    }
}
