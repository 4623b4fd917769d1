package io.jobmart.warehouse;

import io.jobmart.pipeline.Load;
import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.pipeline.LoadResult;
import io.jobmart.pipeline.Progress;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A warehouse loaded as the command line does it, with its tables and views in a session of its own. */
final class LoadedWarehouse {
    private final SparkSession session;
    private final Path directory;
    private final LoadResult result;

    private LoadedWarehouse(SparkSession session, Path directory, LoadResult result) {
        this.session = session;
        this.directory = directory;
        this.result = result;
    }

    static LoadedWarehouse load(SparkSession spark, LoadOptions options) throws LoadException {
        LoadResult result = Load.of(spark, options, Progress.NONE).run();
        return open(spark, Path.of(options.warehouse()), result);
    }

    /** The warehouse as it lies on disk. */
    static LoadedWarehouse open(SparkSession spark, Path directory) {
        return open(spark, directory, null);
    }

    private static LoadedWarehouse open(SparkSession spark, Path directory, LoadResult result) {
        SparkSession session = spark.newSession();
        for (Table table : Tables.all()) {
            session.read()
                    .schema(table.schema())
                    .parquet(directory.resolve("current/" + table.name()).toString())
                    .createOrReplaceTempView(table.name());
        }
        statements(Path.of("jobs/views.sql")).forEach(session::sql);
        return new LoadedWarehouse(session, directory, result);
    }

    /** The statements of a file whose strings hold no semicolon. */
    static List<String> statements(Path file) {
        try (var lines = Files.lines(file)) {
            String text = lines.filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(";"))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LoadResult result() {
        return result;
    }

    Path directory() {
        return directory;
    }

    /** The rows of a query in its order, the values of a row separated by " | ". */
    List<String> query(String sql) {
        return session.sql(sql).collectAsList().stream()
                .map(LoadedWarehouse::line)
                .toList();
    }

    long count(String sql) {
        return session.sql("SELECT count(*) FROM " + sql).first().getLong(0);
    }

    /** All rows of all tables, sorted. */
    Map<String, List<String>> contents() {
        Map<String, List<String>> contents = new TreeMap<>();
        for (Table table : Tables.all()) {
            contents.put(
                    table.name(),
                    session.table(table.name()).collectAsList().stream()
                            .map(Row::toString)
                            .sorted()
                            .toList());
        }
        return contents;
    }

    private static String line(Row row) {
        return IntStream.range(0, row.size()).mapToObj(i -> value(row.get(i))).collect(Collectors.joining(" | "));
    }

    private static String value(Object value) {
        if (value instanceof Double || value instanceof BigDecimal) {
            return number(new BigDecimal(value.toString()));
        }
        return value instanceof scala.collection.Seq<?> list ? list.mkString("[", ", ", "]") : String.valueOf(value);
    }

    /** Numbers as people write them: 41.5 and 60, whatever the type. */
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
