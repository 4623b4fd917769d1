package io.jobmart.tables;

import io.jobmart.model.Gone;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.pipeline.ParsedFile;
import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.quality.Audit;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.RecordEncoder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** All tables made of records given, written to Parquet and read back as a warehouse does it. */
final class BuiltTables implements TableInputs {
    private final SparkSession spark;
    private final Path directory;
    private final Dataset<Row> parsed;
    private final Dataset<Row> files;
    private final Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    private List<CheckResult> checks;

    private BuiltTables(SparkSession spark, Path directory, List<ParsedRecord> records) {
        this.spark = spark;
        this.directory = directory;
        spark.createDataset(records, RecordEncoder.of(ParsedRecord.class))
                .repartition(2)
                .write()
                .parquet(directory.resolve("parsed").toString());
        parsed = spark.read().parquet(directory.resolve("parsed").toString());
        List<ParsedFile> ofRecords = records.stream()
                .map(record -> new ParsedFile(
                        record.batchId(),
                        record.asOfDate(),
                        record.source(),
                        record.sourceFile(),
                        "f00d",
                        SourceFormat.JSON_LD_LINES,
                        100))
                .distinct()
                .toList();
        files = spark.createDataset(ofRecords, RecordEncoder.of(ParsedFile.class))
                .toDF();
    }

    static BuiltTables of(SparkSession spark, Path directory, List<ParsedRecord> records) {
        BuiltTables built = new BuiltTables(spark, directory, records);
        for (Table table : Tables.all()) {
            built.write(table);
        }
        return built;
    }

    static ParsedRecord rejected(String batch, String day, String file, String record) {
        return ParsedRecord.of(
                batch,
                LocalDate.parse(day),
                "board",
                file,
                Rejection.of(file, record, QuarantineReason.JSON_SYNTAX, "broken", "{"));
    }

    /** Word that the page of a posting is gone. */
    static ParsedRecord gone(String batch, String day, String id) {
        String url = "https://example.org/" + id;
        return ParsedRecord.of(
                batch,
                LocalDate.parse(day),
                "board",
                "crawl-" + day + ".warc.gz",
                new Gone("crawl-" + day + ".warc.gz", "offset:0", url, "example.org/" + id, 404, LocalDate.parse(day)));
    }

    private void write(Table table) {
        String path = directory.resolve(table.name()).toString();
        Dataset<Row> rows = table.build(this);
        if (table.partitioned()) {
            rows.coalesce(1).write().partitionBy(Table.PARTITION).parquet(path);
        } else {
            rows.coalesce(1).write().parquet(path);
        }
        tables.put(table.name(), spark.read().schema(table.schema()).parquet(path));
    }

    /** Rows of a query over the tables, each as a string, in order. */
    List<String> query(String sql) {
        tables.forEach((name, rows) -> rows.createOrReplaceTempView(name));
        return spark.sql(sql).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    @Override
    public Dataset<Row> parsed() {
        return parsed;
    }

    @Override
    public Dataset<Row> files() {
        return files;
    }

    @Override
    public Dataset<Row> table(String name) {
        Dataset<Row> table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException(name + " is not written yet");
        }
        return table;
    }

    @Override
    public List<CheckResult> checks() {
        if (checks == null) {
            checks = Audit.run(this);
        }
        return checks;
    }
}
