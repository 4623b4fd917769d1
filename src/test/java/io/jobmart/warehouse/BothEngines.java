package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A warehouse that is asked the same of Spark and of DuckDB, which must agree. */
final class BothEngines {
    private final LoadedWarehouse spark;
    private final Connection duckdb;

    private BothEngines(LoadedWarehouse spark, Connection duckdb) {
        this.spark = spark;
        this.duckdb = duckdb;
    }

    /** DuckDB has the views that jobs/duckdb prints. */
    static BothEngines of(LoadedWarehouse warehouse) throws IOException, SQLException {
        Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(views(warehouse.directory()));
        }
        return new BothEngines(warehouse, duckdb);
    }

    private static String views(Path warehouse) throws IOException {
        Process process = new ProcessBuilder("jobs/duckdb", "--warehouse", warehouse.toString(), "--sql")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return printed;
    }

    LoadedWarehouse warehouse() {
        return spark;
    }

    /** The text of a query of jobs/queries. */
    static String text(String query) throws IOException {
        return Files.readString(Path.of("jobs/queries", query + ".sql"));
    }

    /** The rows of one statement in its order, the values of a row separated by " | ", as both engines have them. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = inDuckDb(sql);
        assertEquals(
                String.join("\n", rows),
                String.join("\n", spark.query(sql.strip().replaceAll(";$", ""))),
                "Spark does not answer as DuckDB does");
        return rows;
    }

    private List<String> inDuckDb(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(cell(result.getObject(column)));
                }
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }

    private static String cell(Object value) throws SQLException {
        if (value instanceof Double || value instanceof BigDecimal || value instanceof BigInteger) {
            return LoadedWarehouse.number(new BigDecimal(value.toString()));
        }
        return value instanceof Array list
                ? Arrays.stream((Object[]) list.getArray())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    }
}
