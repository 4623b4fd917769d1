package io.jobmart.pipeline;

import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Fingerprint;
import io.jobmart.model.Keys;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TitleReading;
import io.jobmart.quality.CheckLevel;
import io.jobmart.quality.CheckResult;
import io.jobmart.store.Manifest;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import io.jobmart.tables.Column;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;

/** A warehouse of three tables, and a parser that only copies: what the flow itself does shows best on little. */
final class SmallTables {
    private SmallTables() {}

    /** A table by its columns ("name TYPE, ..."), key and query. */
    record Simple(
            String name,
            List<Column> columns,
            List<String> key,
            boolean partitioned,
            Function<TableInputs, Dataset<Row>> query)
            implements Table {
        @Override
        public String grain() {
            return "One row per test.";
        }

        @Override
        public Dataset<Row> build(TableInputs inputs) {
            return query.apply(inputs);
        }
    }

    /** The rows of each table of the current snapshot, as text and in order. */
    static Map<String, List<String>> rows(SparkSession spark, Warehouse store) throws IOException {
        Pointer current = store.current().orElseThrow();
        Map<String, List<String>> rows = new TreeMap<>();
        for (Manifest.TableEntry table : store.manifest(current).tables()) {
            rows.put(
                    table.name(),
                    spark
                            .read()
                            .parquet(store.snapshot(current.snapshot()) + "/" + table.name())
                            .collectAsList()
                            .stream()
                            .map(Row::toString)
                            .sorted()
                            .toList());
        }
        return rows;
    }

    static List<Column> columns(String ddl) {
        List<Column> columns = new ArrayList<>();
        for (String part : ddl.split(", ")) {
            String[] words = part.split(" ");
            columns.add(new Column(
                    words[0], DataType.fromDDL(words[1]), false, "Comment on " + words[0] + ".", "", List.of()));
        }
        return columns;
    }

    /** Postings by their title, the day of the first sighting and the text, in months of sighting. */
    static final Table POSTING = new Simple(
            "fact_posting",
            columns(
                    "posting_key BIGINT, title STRING, source_file STRING, first_seen_date DATE, first_seen_month STRING"),
            List.of("posting_key"),
            true,
            inputs -> inputs.table("fact_posting_sighting")
                    .groupBy("posting_key", "title")
                    .agg(
                            expr("min(as_of_date) AS first_seen_date"),
                            expr("min_by(source_file, as_of_date) AS source_file"))
                    .selectExpr("*", "date_format(first_seen_date, 'yyyy-MM') AS first_seen_month", "1 AS undeclared"));

    static final Table SIGHTING = new Simple(
            "fact_posting_sighting",
            columns("posting_key BIGINT, as_of_date DATE, file_key BIGINT, source_file STRING, title STRING"),
            List.of("posting_key", "as_of_date"),
            false,
            inputs -> inputs.parsed()
                    .where("postingKey IS NOT NULL")
                    .join(
                            inputs.readings()
                                    .selectExpr("readingKey", "posting.title.title AS title")
                                    .distinct(),
                            "readingKey")
                    .groupBy("postingKey", "asOfDate")
                    .agg(expr("min(struct(sourceFile, sourceRecord, title, fileKey)) AS first"))
                    .selectExpr(
                            "postingKey AS posting_key",
                            "asOfDate AS as_of_date",
                            "first.fileKey AS file_key",
                            "first.sourceFile AS source_file",
                            "first.title AS title"));

    static final Table QUARANTINE = new Simple(
            "quarantine",
            columns("source_file STRING, source_record STRING, reason STRING, detail STRING"),
            List.of(),
            false,
            inputs -> inputs.parsed()
                    .where("rejection IS NOT NULL")
                    .selectExpr(
                            "sourceFile AS source_file",
                            "sourceRecord AS source_record",
                            "rejection.reason AS reason",
                            "rejection.detail AS detail"));

    static final Table LOAD_FILE = new Simple(
            "load_file",
            columns(
                    "file_key BIGINT, source_file STRING, fingerprint STRING, format STRING, records_read BIGINT, postings"
                            + " BIGINT, repeated BIGINT, quarantined BIGINT, gone BIGINT"),
            List.of("file_key"),
            false,
            inputs -> inputs.files()
                    .join(
                            inputs.parsed()
                                    .groupBy("fileKey")
                                    .agg(expr("count(*) AS r"), expr("count(rejection.reason) AS q")),
                            new String[] {"fileKey"},
                            "left")
                    .join(
                            inputs.table("fact_posting_sighting")
                                    .groupBy("file_key")
                                    .count()
                                    .selectExpr("file_key AS fileKey", "count AS p"),
                            new String[] {"fileKey"},
                            "left")
                    .selectExpr(
                            "fileKey AS file_key",
                            "sourceFile AS source_file",
                            "fingerprint",
                            "format",
                            "coalesce(r, 0L) AS records_read",
                            "coalesce(p, 0L) AS postings",
                            "coalesce(r, 0L) - coalesce(q, 0L) - coalesce(p, 0L) AS repeated",
                            "coalesce(q, 0L) AS quarantined",
                            "0L AS gone"));

    static final List<Table> ALL = List.of(SIGHTING, POSTING, QUARANTINE, LOAD_FILE);

    static List<CheckResult> audit(TableInputs inputs) {
        long untitled = inputs.table("fact_posting").where("title IS NULL").count();
        return List.of(new CheckResult(
                "fact_posting",
                "not_null(title)",
                CheckLevel.ERROR,
                untitled == 0,
                untitled,
                0,
                untitled + " without title"));
    }

    /** How many postings were parsed since the tests began. */
    static final AtomicInteger PARSED = new AtomicInteger();

    /** Fails where the title says so. */
    static Posting parse(RawPosting raw) {
        PARSED.incrementAndGet();
        if ("fail".equals(raw.title())) {
            throw new IllegalStateException("a defect");
        }
        String id = raw.url() == null ? "content:" + raw.description() : "url:" + raw.url();
        return new Posting(
                Keys.of("posting", id),
                id,
                Keys.hash("content", raw.title(), raw.description()),
                raw.url(),
                null,
                raw.sourceFile(),
                raw.sourceRecord(),
                raw.source(),
                raw.format(),
                raw.dialect(),
                new TitleReading(raw.title(), raw.title(), null, null),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                raw.description(),
                null,
                EncodingFlavour.NONE,
                Fingerprint.NONE,
                List.of(),
                List.of());
    }
}
