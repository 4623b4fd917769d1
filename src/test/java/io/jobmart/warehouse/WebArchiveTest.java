package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.pipeline.LoadOptions;
import io.jobmart.source.WarcFile;
import io.jobmart.spark.SparkSessionExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two crawls of one site: what was there on the first day and is gone on the fifth. */
@ExtendWith(SparkSessionExtension.class)
class WebArchiveTest {
    @Test
    void aPageSeenOnTheFirstDayAndGoneOnTheFifthIsAClosedPosting(SparkSession spark, @TempDir Path directory)
            throws Exception {
        Path first = Files.write(
                directory.resolve("first.warc.gz"),
                WarcFile.gzip()
                        .on("2026-11-01")
                        .page("https://crumb.example/jobs/1", WarcFile.posting("Baker"))
                        .page("https://crumb.example/jobs/2", WarcFile.posting("Cook"))
                        .page("https://crumb.example/about", "<html><body>We bake.</body></html>")
                        .bytes());
        Path second = Files.write(
                directory.resolve("second.warc.gz"),
                WarcFile.gzip()
                        .on("2026-11-05")
                        .status("http://www.crumb.example/jobs/1/?utm_source=feed", 404)
                        .status("https://crumb.example/jobs/3", 410)
                        .status("https://crumb.example/jobs/2", 503)
                        .bytes());
        LoadedWarehouse.load(spark, options(directory, first, "2026-11-10"));
        LoadedWarehouse warehouse = LoadedWarehouse.load(spark, options(directory, second, "2026-11-12"));

        assertEquals(
                List.of(
                        "Baker | 2026-11-01 | false | 2026-11-05 | GONE | 4",
                        "Cook | 2026-11-01 | true | null | null | 11"),
                warehouse.query("SELECT title, last_seen_date, is_open, closed_date, close_reason, days_open"
                        + " FROM fact_posting ORDER BY title"));
        assertEquals(
                List.of("2026-11-01 | first.warc.gz | offset"),
                warehouse.query("SELECT DISTINCT as_of_date, source_file, split_part(source_record, ':', 1)"
                        + " FROM fact_posting_sighting"));
        assertEquals(
                List.of("first.warc.gz | WARC | 2 | 2 | 0 | 0 | 0", "second.warc.gz | WARC | 0 | 0 | 0 | 0 | 2"),
                warehouse.query("SELECT source_file, format, records_read, postings, repeated, quarantined, gone"
                        + " FROM load_file ORDER BY source_file"));
    }

    private static LoadOptions options(Path directory, Path dump, String day) {
        return LoadOptions.of(
                directory.resolve("warehouse").toString(), List.of(dump.toString()), "crawl", LocalDate.parse(day));
    }
}
