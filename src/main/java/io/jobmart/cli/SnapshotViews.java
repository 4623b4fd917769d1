package io.jobmart.cli;

import io.jobmart.store.Manifest;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;

/** The tables and views of a warehouse's current snapshot, as Spark SQL knows them in a session. */
final class SnapshotViews {
    private SnapshotViews() {}

    /**
     * Registers tables and views by their names.
     *
     * @return what the snapshot was made from
     * @throws CommandException when there is no warehouse
     */
    static Manifest register(SparkSession spark, String warehouse) throws IOException {
        Warehouse store = Warehouse.at(warehouse, spark.sparkContext().hadoopConfiguration());
        Pointer current = store.current().orElseThrow(() -> WarehouseOption.none(warehouse));
        register(spark, store, current.kept().get(0));
        return store.manifest(current);
    }

    /** Registers the tables and views of a snapshot that is kept. */
    static void register(SparkSession spark, Warehouse store, Pointer.Earlier kept) throws IOException {
        String snapshot = store.snapshot(kept.snapshot()).toString();
        for (Table table : Tables.all()) {
            spark.read()
                    .schema(table.schema())
                    .parquet(snapshot + "/" + table.name())
                    .createOrReplaceTempView(table.name());
        }
        try (InputStream views = SnapshotViews.class.getResourceAsStream("/io/jobmart/sql/views.sql")) {
            for (String statement : SqlScript.of(new String(views.readAllBytes(), StandardCharsets.UTF_8))
                    .all()) {
                spark.sql(statement);
            }
        }
    }
}
