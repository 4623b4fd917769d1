package io.jobmart.tables;

import io.jobmart.model.Gone;
import io.jobmart.model.Keys;
import io.jobmart.model.Posting;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.pipeline.ParsedFile;
import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.pipeline.StagedBatches;
import io.jobmart.privacy.PersonalData;
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
    private final List<StagedBatches.Dump> complete;
    private Dataset<Row> versions;
    private final Map<String, Dataset<Row>> published = new LinkedHashMap<>();
    private List<CheckResult> checks;

    private BuiltTables(
            SparkSession spark, Path directory, List<ParsedRecord> records, List<StagedBatches.Dump> complete) {
        this.complete = complete;
        this.spark = spark;
        this.directory = directory;
        spark.createDataset(records, RecordEncoder.of(ParsedRecord.class))
                .repartition(2)
                .write()
                .parquet(directory.resolve("parsed").toString());
        parsed = spark.read().parquet(directory.resolve("parsed").toString());
        List<ParsedFile> ofRecords = records.stream()
                .map(record -> new ParsedFile(
                        record.fileKey(),
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
        return of(spark, directory, records, List.of());
    }

    /** @param complete dumps that show all that was open at their source */
    static BuiltTables of(
            SparkSession spark, Path directory, List<ParsedRecord> records, List<StagedBatches.Dump> complete) {
        return after(Map.of(), spark, directory, records, complete);
    }

    static ParsedRecord rejected(String batch, String day, String file, String record) {
        Rejection rejection = Rejection.of(file, record, QuarantineReason.JSON_SYNTAX, "broken", "{");
        return record(batch, day, "board", file, record, null, null, null, null, rejection, null);
    }

    /** Word that the page of a posting is gone. */
    static ParsedRecord gone(String batch, String day, String id) {
        String file = "crawl-" + day + ".warc.gz";
        Gone gone =
                new Gone(file, "offset:0", "https://example.org/" + id, "example.org/" + id, 404, LocalDate.parse(day));
        return record(batch, day, "board", file, "offset:0", null, null, null, null, null, gone);
    }

    /** @param batch tells files of one name from each other */
    static ParsedRecord record(
            String batch,
            String day,
            String source,
            String file,
            String record,
            Long readingKey,
            Long postingKey,
            String contentHash,
            Posting posting,
            Rejection rejection,
            Gone gone) {
        return new ParsedRecord(
                Keys.of("file", batch, day, source, file),
                LocalDate.parse(day),
                LocalDate.parse(day),
                source,
                file,
                record,
                readingKey,
                postingKey,
                contentHash,
                posting,
                rejection,
                gone);
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

    /** @param before tables of the snapshot before, by their names */
    static BuiltTables after(
            Map<String, Dataset<Row>> before,
            SparkSession spark,
            Path directory,
            List<ParsedRecord> records,
            List<StagedBatches.Dump> complete) {
        BuiltTables built = new BuiltTables(spark, directory, records, complete);
        built.published.putAll(before);
        for (Table table : Tables.all()) {
            built.write(table);
        }
        return built;
    }

    @Override
    public Dataset<Row> published(String name) {
        return published.get(name);
    }

    @Override
    public Dataset<Row> parsed() {
        return parsed;
    }

    @Override
    public Dataset<Row> readings() {
        return parsed.where("posting.postingKey IS NOT NULL");
    }

    @Override
    public Dataset<Row> completeDumps() {
        return spark.createDataset(complete, RecordEncoder.of(StagedBatches.Dump.class))
                .toDF();
    }

    @Override
    public int timeoutDays() {
        return 60;
    }

    @Override
    public PersonalData personalData() {
        return PersonalData.MASK;
    }

    @Override
    public Dataset<Row> versions() {
        if (versions == null) {
            String path = directory.resolve("versions").toString();
            PostingVersions.of(this).write().parquet(path);
            versions = spark.read().parquet(path);
        }
        return versions;
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
