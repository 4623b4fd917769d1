package io.jobmart.cli;

import io.jobmart.store.Manifest;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        for (String statement : SqlScript.of(views()).all()) {
            spark.sql(statement);
        }
    }

    private static final Pattern COMMENTED_VIEW =
            Pattern.compile("^-- *(.+(?:\n--.*)*)\nCREATE OR REPLACE TEMPORARY VIEW (\\w+)", Pattern.MULTILINE);

    /** What a row of each table and view stands for, by their names. */
    static Map<String, String> grains() throws IOException {
        Map<String, String> grains = new TreeMap<>();
        for (Table table : Tables.all()) {
            grains.put(table.name(), table.grain());
        }
        Matcher view = COMMENTED_VIEW.matcher(views());
        while (view.find()) {
            grains.put(view.group(2), view.group(1).replaceAll("\\s*\n-- *", " "));
        }
        return grains;
    }

    private static String views() throws IOException {
        try (InputStream views = SnapshotViews.class.getResourceAsStream("/io/jobmart/sql/views.sql")) {
            return new String(views.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
