package io.jobmart.tables;

import static io.jobmart.tables.PostingFixture.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.CompanyRole;
import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.pipeline.StagedBatches.Dump;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.SparkSessionExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Months of dumps of two sources, of which one shows all that is open: what becomes of postings and companies. */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleTest {
    private static final List<String> DAYS =
            List.of("2026-01-10", "2026-01-31", "2026-02-10", "2026-02-28", "2026-03-10", "2026-03-31");

    private BuiltTables built;

    private static void seen(List<ParsedRecord> records, PostingFixture posting, String source, String... days) {
        for (String day : days) {
            records.add(posting.source(source).in(source, day, source + "-" + day, String.valueOf(records.size())));
        }
    }

    private static List<ParsedRecord> records() {
        List<ParsedRecord> records = new ArrayList<>();
        // The board is complete but on 10 February.
        seen(records, posting("stays"), "board", DAYS.toArray(String[]::new));
        seen(records, posting("leaves"), "board", "2026-01-10", "2026-01-31");
        seen(records, posting("pauses"), "board", "2026-01-10", "2026-03-10", "2026-03-31");
        seen(records, posting("skips"), "board", "2026-01-31", "2026-02-28", "2026-03-10", "2026-03-31");
        seen(records, posting("expires").validThrough("2026-02-05"), "board", "2026-01-10", "2026-01-31");
        seen(records, posting("backdated").posted("2026-01-05"), "board", "2026-03-10", "2026-03-31");
        // The other source shows samples.
        seen(records, posting("sampled"), "sample", "2026-01-10");
        seen(records, posting("sampled-late"), "sample", "2026-02-28");
        seen(records, posting("last"), "sample", "2026-03-31");
        // The third has one record a day, and a dozen on the last.
        seen(records, posting("flood"), "trickle", DAYS.toArray(String[]::new));
        seen(
                records,
                posting("flood"),
                "trickle",
                Collections.nCopies(11, "2026-03-31").toArray(String[]::new));
        // What a company is said to be changes in February, and is said by nobody in March.
        for (String day : DAYS) {
            String industry = day.compareTo("2026-02-20") < 0 ? "Bread" : day.startsWith("2026-02") ? "Robots" : null;
            seen(records, posting("baker-" + day).companyIn("Crumb", industry), "board", day);
        }
        seen(records, posting("odd").companyIn("Crumb", "Bread"), "board", "2026-02-28");
        seen(records, posting("second").content("z").companyIn("Crumb", "Robots"), "board", "2026-02-28");
        seen(records, posting("alias").company("CRUMB", CompanyRole.POSTER), "board", "2026-03-31");
        return records;
    }

    @BeforeAll
    void build(SparkSession spark, @TempDir Path directory) {
        List<Dump> complete = DAYS.stream()
                .filter(day -> !day.equals("2026-02-10"))
                .map(day -> new Dump("board", LocalDate.parse(day)))
                .toList();
        Dataset<Row> before = spark.sql("SELECT * FROM VALUES"
                + " ('on_last_day.title', 'source=board;status=STATED', 400D),"
                + " ('on_last_day.salary', 'source=board;status=PARSED', 300D),"
                + " ('on_last_day.salary', 'source=board;status=NOT_STATED', 10D),"
                + " ('on_last_day.salary', 'source=sample;status=PARSED', 300D),"
                + " ('on_last_day.salary', 'source=gone;status=PARSED', 300D),"
                + " ('coverage.degree', 'source=board;status=PARSED', 1D)"
                + " AS before (metric, slice, value)");
        Dataset<Row> files = spark.sql(
                "SELECT source_key, DATE'2026-03-30' AS as_of_date, 1 AS records_read FROM VALUES 7L AS t (source_key)");
        built = BuiltTables.after(
                Map.of("quality_metric", before, "load_file", files), spark, directory, records(), complete);
    }

    private List<String> lives(String... ids) {
        return built.query("SELECT regexp_extract(posting_id, '[^/]*$', 0), last_seen_date, closed_date, close_reason,"
                + " days_open FROM fact_posting WHERE regexp_extract(posting_id, '[^/]*$', 0) IN ('"
                + String.join("', '", ids) + "')");
    }

    @Test
    void theFirstCompleteDumpThatLacksAPostingClosesIt() {
        assertEquals(
                List.of(
                        "[expires,2026-01-31,2026-02-05,EXPIRED,26]",
                        "[leaves,2026-01-31,2026-02-28,DELISTED,49]",
                        "[stays,2026-03-31,null,null,80]"),
                lives("stays", "leaves", "expires"));
    }

    @Test
    void aPostingThatComesBackIsOpenAndWasNotInBetween() {
        assertEquals(List.of("[pauses,2026-03-31,null,null,80]"), lives("pauses"));
        assertEquals(
                List.of("[pauses,2026-03-31]", "[skips,2026-01-31]", "[skips,2026-02-28]", "[skips,2026-03-31]"),
                built.query(
                        "SELECT regexp_extract(posting_id, '[^/]*$', 0), month_end_date FROM fact_open_posting JOIN"
                                + " fact_posting USING (posting_key) WHERE posting_id LIKE '%pauses' OR posting_id LIKE '%skips'"));
    }

    @Test
    void aPostingWasNotOpenWhenACompleteDumpLackedItWhateverDayItStates() {
        assertEquals(
                List.of("[2026-01-05,2026-03-10,2026-03-01,30]"),
                built.query("SELECT posted_date, first_seen_date, opened_date, days_open FROM fact_posting WHERE"
                        + " posting_id LIKE '%backdated'"));
    }

    @Test
    void samplesCloseNothingBySilenceUntilTheTimeout() {
        assertEquals(
                List.of(
                        "[last,2026-03-31,null,null,0]",
                        "[sampled,2026-01-10,2026-03-11,TIMEOUT,60]",
                        "[sampled-late,2026-02-28,null,null,31]"),
                lives("sampled", "sampled-late", "last"));
    }

    @Test
    void aCompanyHasAVersionForEachTimeOfUnchangedAttributes() {
        assertEquals(
                List.of("[1,Bread,2026-01-10,2026-02-28,false]", "[2,Robots,2026-02-28,null,true]"),
                built.query("SELECT version_no, industry, valid_from, valid_to, is_current FROM dim_company WHERE"
                        + " company_id = 'crumb'"));
        assertEquals(
                List.of("[WrappedArray(CRUMB, Crumb)]"),
                built.query("SELECT DISTINCT aliases FROM dim_company WHERE company_id = 'crumb'").stream()
                        .map(row -> row.replace("ArraySeq", "WrappedArray"))
                        .toList());
    }

    @Test
    void aPostingNamesTheCompanyAsItWasWhenThePostingWasFirstSeen() {
        assertEquals(
                List.of("[2026-01-10,Bread]", "[2026-02-10,Bread]", "[2026-02-28,Robots]", "[2026-03-31,Robots]"),
                built.query("SELECT DISTINCT first_seen_date, industry FROM fact_posting JOIN dim_company USING"
                        + " (company_key) WHERE company_id = 'crumb' AND first_seen_date IN ('2026-01-10', '2026-02-10',"
                        + " '2026-02-28', '2026-03-31')"));
        assertEquals(
                List.of("[0]"),
                built.query("SELECT count(*) FROM bridge_posting_company b JOIN fact_posting p USING (posting_key)"
                        + " WHERE b.company_key <> p.company_key"));
    }

    @Test
    void theAuditWarnsOfTheSourcesWhoseLastDayIsNotAsItsDaysBefore() {
        List<CheckResult> failed =
                built.checks().stream().filter(check -> !check.passed()).toList();
        assertEquals(2, failed.size(), failed::toString);
        CheckResult nulls = failed.get(0);
        assertEquals("null_shares_near_last_snapshot", nulls.check());
        assertEquals(1, nulls.value());
        assertTrue(nulls.holdsBack());
        assertTrue(
                nulls.message()
                        .matches(".*: salary of board: null in 100[.]0 % of \\d+ postings, before in 3[.]2 % of 310"),
                nulls.message());
        CheckResult volume = failed.get(1);
        assertEquals("volume_near_trailing_mean", volume.check());
        assertEquals(1, volume.value());
        assertTrue(volume.holdsBack());
        assertFalse(volume.blocks());
        assertTrue(
                volume.message().endsWith(": trickle, 2026-03-31: 12 records, 1 on a mean day before"),
                volume.message());
    }
}
