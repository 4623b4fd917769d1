package io.jobmart.tables;

import static io.jobmart.tables.PostingFixture.place;
import static io.jobmart.tables.PostingFixture.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.Evidence;
import io.jobmart.model.Fingerprint;
import io.jobmart.model.Issue;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Modality;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.Place;
import io.jobmart.model.RequirementType;
import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.SparkSessionExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two dumps of one source, a week apart, and what the tables make of them. */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesTest {
    private static final String FIRST = "2026-02-27";
    private static final String SECOND = "2026-03-06";
    private static final Place BERLIN = place("1", "Berlin", "DE");
    private static final Place PARIS = place("2", "Paris", "FR");
    private static final String KEY =
            "posting_key = (SELECT posting_key FROM fact_posting WHERE posting_id = 'id:board/%s')";

    private Path directory;
    private SparkSession spark;
    private BuiltTables built;

    static List<ParsedRecord> records() {
        List<ParsedRecord> records = new ArrayList<>();
        // The ladder: bachelor and 4, or master and 3, or doctorate and 2 years; and Python.
        PostingFixture ladder = posting("ladder")
                .company("Acme", CompanyRole.POSTER)
                .site(BERLIN, true)
                .posted("2026-01-15")
                .years("4", Modality.REQUIRED)
                .years("3", Modality.REQUIRED)
                .years("2", Modality.REQUIRED)
                .degree(DegreeLevel.DOCTORATE, Modality.REQUIRED)
                .degree(DegreeLevel.BACHELOR, Modality.REQUIRED)
                .requires(RequirementType.EDUCATION, null, DegreeLevel.BACHELOR, 1, 1)
                .requires(RequirementType.EXPERIENCE, "4", null, 1, 1)
                .requires(RequirementType.EDUCATION, null, DegreeLevel.MASTER, 1, 2)
                .requires(RequirementType.EXPERIENCE, "3", null, 1, 2)
                .requires(RequirementType.EDUCATION, null, DegreeLevel.DOCTORATE, 1, 3)
                .requires(RequirementType.EXPERIENCE, "2", null, 1, 3)
                .requiresSkill("python", 2)
                .skill("python", Modality.REQUIRED)
                .skill("java", Modality.MENTIONED)
                .skill("forgotten", Modality.MENTIONED);
        records.add(ladder.in("b1", FIRST, "a.jsonl", "2"));
        records.add(ladder.in("b2", SECOND, "b.jsonl", "1"));
        // Asks for more than a bachelor with four years has.
        records.add(posting("doctor")
                .requires(RequirementType.EDUCATION, null, DegreeLevel.DOCTORATE, 1, 1)
                .in("b2", SECOND, "b.jsonl", "2"));
        // Seen three times in one dump: the first record stands for it, though "10" sorts before "9" as a string.
        records.add(posting("often").title("Ninth").content("x").in("b1", FIRST, "a.jsonl", "9"));
        records.add(posting("often").title("Tenth").content("y").in("b1", FIRST, "a.jsonl", "10"));
        records.add(posting("often").title("Other file").content("z").in("b1", FIRST, "c.jsonl", "1"));
        // Edited and edited back: three sightings, two versions.
        records.add(posting("edited").content("old").text("Old text").in("b1", FIRST, "a.jsonl", "11"));
        records.add(posting("edited").content("new").text("New 😀 text").in("b2", SECOND, "b.jsonl", "11"));
        records.add(posting("edited").content("old").text("Old text").in("b3", "2026-03-13", "d.jsonl", "1"));
        // Expired before the latest dump.
        records.add(posting("expired")
                .posted("2025-12-30")
                .validThrough("2026-02-28")
                .in("b1", FIRST, "a.jsonl", "12"));
        // States next to nothing, and places that can't be resolved.
        records.add(posting("bare")
                .place(null, LocationRole.WORK_SITE, true, "Nowhere")
                .place(null, LocationRole.WORK_SITE, false, "Elsewhere")
                .place(PARIS, LocationRole.WORK_SITE, false, "Paris")
                .place(PARIS, LocationRole.WORK_SITE, false, "PARIS")
                .place(PARIS, LocationRole.REMOTE_ALLOWED, false, "Paris")
                .issue(Issue.LOCATION_UNPARSED)
                .in("b1", FIRST, "a.jsonl", "13"));
        records.add(posting("paid")
                .company("Agents", CompanyRole.POSTER)
                .company("Acme", CompanyRole.HIRING)
                .site(PARIS, true)
                .pay("3000", null, PayPeriod.MONTH, false, Evidence.text(90, 94, "pay.x"))
                .pay("20", "25.5", PayPeriod.HOUR, true, Evidence.text(10, 14, "pay.x"))
                .in("b1", FIRST, "a.jsonl", "14"));
        // Duplicates: one content under two ids, one nearly the same, and vetoed ones.
        records.add(duplicate("full-1", "same", "Chef", BERLIN, 100).in("b1", FIRST, "a.jsonl", "21"));
        records.add(duplicate("full-2", "same", "Chef", BERLIN, 100).in("b2", SECOND, "b.jsonl", "22"));
        records.add(duplicate("near", "near", "Chef", BERLIN, 92).in("b1", FIRST, "a.jsonl", "23"));
        records.add(duplicate("elsewhere", "elsewhere", "Chef", PARIS, 100).in("b1", FIRST, "a.jsonl", "24"));
        records.add(duplicate("other-title", "other", "Cook", BERLIN, 100).in("b1", FIRST, "a.jsonl", "25"));
        records.add(duplicate("unlike", "unlike", "Chef", BERLIN, 0).in("b1", FIRST, "a.jsonl", "26"));
        records.add(duplicate("again", "again", "Chef", BERLIN, 90)
                .posted("2026-03-10")
                .in("b4", "2026-03-13", "f.jsonl", "1"));
        // Pages that a crawl found gone: after the last sighting, before it, on its day, and after it was not valid any
        // more.
        records.add(posting("gone").in("b1", FIRST, "a.jsonl", "31"));
        records.add(posting("back").in("b2", SECOND, "b.jsonl", "32"));
        records.add(posting("gone-that-day").in("b2", SECOND, "b.jsonl", "33"));
        records.add(posting("expired-then-gone").validThrough("2026-02-28").in("b1", FIRST, "a.jsonl", "34"));
        records.add(BuiltTables.gone("b5", "2026-03-04", "gone"));
        records.add(BuiltTables.gone("b5", "2026-03-05", "gone"));
        records.add(BuiltTables.gone("b5", "2026-03-04", "back"));
        records.add(BuiltTables.gone("b5", SECOND, "gone-that-day"));
        records.add(BuiltTables.gone("b5", "2026-03-05", "expired-then-gone"));
        records.add(BuiltTables.gone("b5", "2026-03-05", "never-seen"));
        records.add(BuiltTables.rejected("b1", FIRST, "a.jsonl", "15"));
        records.add(BuiltTables.rejected("b1", FIRST, "e.png", null));
        return records;
    }

    /** A posting whose text shares so many percent of its word sequences with the others. */
    private static PostingFixture duplicate(String id, String content, String title, Place site, int common) {
        List<Integer> sketch = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sketch.add(i < common ? i : 1_000 * (1 + content.hashCode() % 1_000_000) + i);
        }
        sketch.sort(Integer::compareUnsigned);
        return posting(id)
                .content(content)
                .title(title)
                .company("Canteen", CompanyRole.POSTER)
                .site(site, true)
                .fingerprint(new Fingerprint(
                        List.of(), null, false, (long) title.hashCode(), (long) content.hashCode(), sketch));
    }

    @Test
    void duplicatesAreLinkedTypedAndCounted() {
        assertEquals(
                List.of(
                        "[again,0.82,4,2,4,TEMPORAL]",
                        "[elsewhere,null,1,0,null,UNIQUE]",
                        "[full-1,1.0,4,0,null,FULL]",
                        "[full-2,1.0,4,1,7,FULL]",
                        "[near,0.85,4,0,null,SEMANTIC]",
                        "[other-title,null,1,0,null,UNIQUE]",
                        "[unlike,null,1,0,null,UNIQUE]"),
                built.query(
                        "SELECT substring(posting_id, 10), round(score, 2), group_size, repost_no, repost_gap_days, duplicate_type"
                                + " FROM bridge_posting_duplicate JOIN fact_posting USING (posting_key) WHERE lower(title) IN ('chef',"
                                + " 'cook')"));
        assertEquals(
                List.of("[1,true]"),
                built.query(
                        "SELECT count(DISTINCT group_key), bool_or(is_representative) FROM bridge_posting_duplicate WHERE"
                                + " group_size = 4"));
    }

    @BeforeAll
    void build(SparkSession session, @TempDir Path temporary) {
        spark = session;
        directory = temporary;
        built = BuiltTables.of(session, directory.resolve("built"), records());
    }

    @Test
    void everyTableIsAsDeclared() {
        for (Table table : Tables.all()) {
            StructType declared = table.schema();
            StructType made = table.build(built).schema();
            assertEquals(List.of(declared.fieldNames()), List.of(made.fieldNames()), table.name());
            for (int i = 0; i < declared.size(); i++) {
                assertEquals(
                        declared.fields()[i].dataType().asNullable().sql(),
                        made.fields()[i].dataType().asNullable().sql(),
                        table.name() + "." + declared.fieldNames()[i]);
            }
        }
    }

    @Test
    void theAuditFindsNothing() {
        assertEquals(
                List.of(),
                built.checks().stream().filter(check -> !check.passed()).toList());
    }

    @Test
    void theAuditFindsWhatIsWrong() {
        TableInputs broken = new TableInputs() {
            @Override
            public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> parsed() {
                return built.parsed();
            }

            @Override
            public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> readings() {
                return built.readings();
            }

            @Override
            public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> files() {
                return built.files();
            }

            @Override
            public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> completeDumps() {
                return built.completeDumps();
            }

            @Override
            public int timeoutDays() {
                return built.timeoutDays();
            }

            @Override
            public io.jobmart.privacy.PersonalData personalData() {
                return built.personalData();
            }

            @Override
            public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> versions() {
                return built.versions();
            }

            @Override
            public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> table(String name) {
                var rows = built.table(name);
                return switch (name) {
                    case "fact_posting" ->
                        rows.withColumn("company_key", org.apache.spark.sql.functions.lit(7L))
                                .withColumn("work_mode", org.apache.spark.sql.functions.lit("MAYBE"));
                    case "dim_skill" -> rows.union(rows);
                    case "bridge_posting_skill" ->
                        rows.withColumn("evidence_end", org.apache.spark.sql.functions.lit(9999));
                    case "load_file" -> rows.withColumn("repeated", org.apache.spark.sql.functions.lit(1L));
                    case "quarantine" -> rows.where("source_record IS NOT NULL");
                    case "dim_location" ->
                        rows.withColumn(
                                "name", org.apache.spark.sql.functions.lit(null).cast("string"));
                    default -> rows;
                };
            }

            @Override
            public List<CheckResult> checks() {
                return List.of();
            }
        };
        List<String> failed = io.jobmart.quality.Audit.run(broken).stream()
                .filter(CheckResult::blocks)
                .map(check -> check.table() + " " + check.check())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "dim_location not_null(name)",
                        "dim_skill unique(skill_id)",
                        "dim_skill unique(skill_key)",
                        "fact_posting accepted_values(work_mode)",
                        "fact_posting reference(company_key -> dim_company)",
                        "load_file accounting_closed",
                        "load_file quarantine_accounts_for_records",
                        "load_file sightings_account_for_records",
                        "posting_text evidence_within_text"),
                failed);
    }

    @Test
    void whichPostingsDoesABachelorWithFourYearsSatisfy() {
        List<String> satisfied = built.query("""
                WITH met AS (
                  SELECT posting_key, group_no, alternative_no,
                         bool_and(CASE requirement_type
                           WHEN 'EDUCATION' THEN degree_level IN ('HIGH_SCHOOL', 'VOCATIONAL', 'ASSOCIATE', 'BACHELOR')
                           WHEN 'EXPERIENCE' THEN years_min <= 4
                           WHEN 'SKILL' THEN label IN ('python') END) AS met
                  FROM bridge_posting_requirement JOIN dim_requirement USING (requirement_key)
                  WHERE modality = 'REQUIRED'
                  GROUP BY ALL),
                groups AS (SELECT posting_key, group_no, bool_or(met) AS met FROM met GROUP BY ALL)
                SELECT posting_id FROM groups JOIN fact_posting USING (posting_key)
                GROUP BY posting_id HAVING bool_and(met)
                """);
        assertEquals(List.of("[id:board/ladder]"), satisfied);
        assertEquals(
                List.of("[1,1,2]", "[1,2,2]", "[1,3,2]", "[2,1,1]"),
                built.query("SELECT group_no, alternative_no, count(*) FROM bridge_posting_requirement WHERE "
                        + KEY.formatted("ladder") + " GROUP BY ALL"));
    }

    @Test
    void theHeadlineOfALadderIsItsLowestDegreeWithItsYears() {
        assertEquals(
                List.of("[BACHELOR,REQUIRED,4.0,PARSED]"),
                built.query(
                        "SELECT degree_min, degree_modality, experience_years_min, experience_status FROM fact_posting"
                                + " WHERE posting_id = 'id:board/ladder'"));
    }

    @Test
    void aRequiredSkillPointsToTheSameMemberAsTheSkillItself() {
        assertEquals(
                List.of("[python,true]"),
                built.query(
                        "SELECT s.skill_id, s.skill_key <> 0 FROM dim_requirement r JOIN dim_skill s USING (skill_key)"
                                + " JOIN bridge_posting_skill b USING (skill_key) WHERE requirement_type = 'SKILL'"));
    }

    @Test
    void theVocabularyHoldsSkillsThatNoPostingNamesAndThoseOfAnEarlierOne() {
        assertEquals(
                List.of("[forgotten,forgotten,null]", "[sql,SQL,jobmart]"),
                built.query(
                        "SELECT skill_id, label, vocabulary FROM dim_skill WHERE skill_id IN ('sql', 'forgotten')"));
    }

    @Test
    void theFirstRecordOfADumpStandsForAPostingSeenRepeatedly() {
        assertEquals(
                List.of("[Ninth,9,1]"),
                built.query("SELECT title, source_record, content_version FROM fact_posting WHERE posting_id ="
                        + " 'id:board/often'"));
        assertEquals(
                List.of("[a.jsonl,15,13,1,1]", "[c.jsonl,1,0,1,0]", "[e.png,1,0,0,1]"),
                built.query("SELECT source_file, records_read, postings, repeated, quarantined FROM load_file WHERE"
                        + " source_file IN ('a.jsonl', 'c.jsonl', 'e.png')"));
    }

    @Test
    void aPostingEditedBackHasTwoVersionsAndShowsTheFirst() {
        assertEquals(
                List.of("[2026-02-27,1]", "[2026-03-06,2]", "[2026-03-13,1]"),
                built.query("SELECT as_of_date, content_version FROM fact_posting_sighting WHERE "
                        + KEY.formatted("edited")));
        assertEquals(
                List.of("[1,Old text,8]", "[2,New 😀 text,11]"),
                built.query("SELECT content_version, text, text_length FROM posting_text WHERE "
                        + KEY.formatted("edited")));
        assertEquals(
                List.of("[1,2026-02-27,2026-03-13,2026-02]"),
                built.query(
                        "SELECT content_version, first_seen_date, last_seen_date, first_seen_month FROM fact_posting"
                                + " WHERE posting_id = 'id:board/edited'"));
    }

    @Test
    void aPostingIsOpenUntilItsLastValidDayHasPassed() {
        assertEquals(
                List.of("[false,2026-02-28,EXPIRED,60]", "[true,null,null,57]"),
                built.query("SELECT is_open, closed_date, close_reason, days_open FROM fact_posting WHERE posting_id IN"
                        + " ('id:board/expired', 'id:board/ladder')"));
    }

    @Test
    void aPostingWhosePageIsGoneIsClosedUnlessItIsSeenAgain() {
        assertEquals(
                List.of(
                        "[back,true,null,null,7]",
                        "[expired-then-gone,false,2026-02-28,EXPIRED,1]",
                        "[gone,false,2026-03-04,GONE,5]",
                        "[gone-that-day,false,2026-03-06,GONE,0]"),
                built.query("SELECT substring(posting_id, 10), is_open, closed_date, close_reason, days_open FROM"
                        + " fact_posting WHERE posting_id LIKE '%gone%' OR posting_id LIKE '%back'"));
        assertEquals(
                List.of("[2026-03-04,0,0,0,0,2]", "[2026-03-05,0,0,0,0,3]", "[2026-03-06,0,0,0,0,1]"),
                built.query(
                        "SELECT as_of_date, records_read, postings, repeated, quarantined, gone FROM load_file WHERE"
                                + " gone > 0"));
    }

    @Test
    void theStockCountsAPostingAtEveryMonthsEndFromItsOpening() {
        assertEquals(
                List.of(
                        "[expired,2025-12-31,1,true]",
                        "[expired,2026-01-31,32,false]",
                        "[expired,2026-02-28,60,false]",
                        "[ladder,2026-01-31,16,true]",
                        "[ladder,2026-02-28,44,false]"),
                built.query("SELECT substring(posting_id, 10), month_end_date, f.days_open, is_new_in_month FROM"
                        + " fact_open_posting f JOIN fact_posting USING (posting_key) WHERE posting_id IN"
                        + " ('id:board/expired', 'id:board/ladder')"));
    }

    @Test
    void whatIsNotStatedPointsToMember0() {
        assertEquals(
                List.of("[0,0,not stated,not stated,FR]"),
                built.query("SELECT company_key, location_key, c.name, l.name, p.country_code FROM fact_posting p JOIN"
                        + " dim_company c USING (company_key) JOIN dim_location l USING (location_key) WHERE posting_id ="
                        + " 'id:board/bare'"));
        for (Table table : Tables.all()) {
            if (table.name().startsWith("dim_")) {
                assertEquals(
                        List.of("[1]"),
                        built.query("SELECT count(*) FROM " + table.name() + " WHERE "
                                + table.key().get(0) + " = 0"),
                        table.name());
            }
        }
    }

    @Test
    void unresolvedPlacesOfAPostingShareOneRow() {
        assertEquals(
                List.of(
                        "[Paris,REMOTE_ALLOWED,false,Paris,STRUCTURED]",
                        "[Paris,WORK_SITE,false,Paris,STRUCTURED]",
                        "[not stated,WORK_SITE,true,Nowhere | Elsewhere,UNPARSED]"),
                built.query("SELECT name, role, is_primary, raw_text, value_status FROM bridge_posting_location JOIN"
                        + " dim_location USING (location_key) WHERE " + KEY.formatted("bare")));
    }

    @Test
    void payIsNumberedInTheOrderOfTheTextAndStandsBesideItsYearsPay() {
        assertEquals(
                List.of(
                        "[1,20.00,25.50,41600.00,53040.00,2080,true,Paris]",
                        "[2,3000.00,null,36000.00,null,12,false,Paris]"),
                built.query(
                        "SELECT salary_no, min_amount, max_amount, annual_min, annual_max, annual_factor, is_headline,"
                                + " name FROM fact_posting_salary JOIN dim_location USING (location_key)"));
        assertEquals(
                List.of("[20.00,25.50,HOUR,41600.00,53040.00,10]"),
                built.query("SELECT salary_min, salary_max, salary_period, salary_annual_min, salary_annual_max,"
                        + " salary_evidence.start FROM fact_posting WHERE salary_min IS NOT NULL"));
    }

    @Test
    void whoHiresComesBeforeWhoPosts() {
        assertEquals(
                List.of("[acme]"),
                built.query(
                        "SELECT company_id FROM fact_posting JOIN dim_company USING (company_key) WHERE posting_id ="
                                + " 'id:board/paid'"));
        assertEquals(
                List.of("[acme,HIRING]", "[agents,POSTER]"),
                built.query(
                        "SELECT company_id, role FROM bridge_posting_company JOIN dim_company USING (company_key) WHERE "
                                + KEY.formatted("paid")));
    }

    @Test
    void theCalendarHasEveryDayBetweenTheFirstAndTheLast() {
        assertEquals(
                List.of("[2025-12-30,2026-03-13,74]"),
                built.query("SELECT min(date), max(date), count(*) FROM dim_date WHERE date_key <> 0"));
        assertEquals(
                List.of("[20260101,2026,1,1,4]"),
                built.query("SELECT date_key, iso_year, iso_week, quarter, day_of_week FROM dim_date WHERE date ="
                        + " '2026-01-01'"));
    }

    @Test
    void coverageIsMeasuredByField() {
        assertEquals(
                List.of("[source=board;status=NOT_STATED]", "[source=board;status=PARSED]"),
                built.query("SELECT slice FROM quality_metric WHERE metric = 'coverage.salary'"));
        assertEquals(
                List.of("[2.0]"),
                built.query("SELECT round(sum(value), 9) * 2 FROM quality_metric WHERE metric = 'coverage.salary'"));
    }

    @Test
    void theTablesAreTheSameInWhateverOrderTheRecordsCome() {
        List<ParsedRecord> backwards = new ArrayList<>(records());
        Collections.reverse(backwards);
        BuiltTables other = BuiltTables.of(spark, directory.resolve("backwards"), backwards);
        assertEquals(contents(built), contents(other));
    }

    private static Map<String, List<String>> contents(BuiltTables tables) {
        Map<String, List<String>> contents = new TreeMap<>();
        for (Table table : Tables.all()) {
            contents.put(
                    table.name(),
                    tables.table(table.name()).collectAsList().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }
        return contents;
    }

    @Test
    void everyColumnSaysWhatItHolds() {
        for (Table table : Tables.all()) {
            assertTrue(table.grain().matches("One row per .*\\."), table.name());
            for (Column column : table.columns()) {
                assertFalse(column.comment().isBlank(), table.name() + "." + column.name());
            }
            List<String> names = table.columns().stream().map(Column::name).toList();
            assertTrue(names.containsAll(table.key()), table.name());
            assertTrue(names.containsAll(table.sort()), table.name());
            assertTrue(names.containsAll(table.naturalKey()), table.name());
            assertEquals(table.partitioned(), names.get(names.size() - 1).equals(Table.PARTITION), table.name());
            for (Reference reference : table.references()) {
                assertTrue(names.containsAll(reference.columns()), table.name());
                List<String> targets = Tables.named(reference.target()).columns().stream()
                        .map(Column::name)
                        .toList();
                assertTrue(targets.containsAll(reference.targetColumns()), table.name());
            }
        }
    }

    @Test
    void theDictionaryDescribesEveryColumnAndIssue() {
        String dictionary = DataDictionary.render();
        for (Table table : Tables.all()) {
            assertTrue(dictionary.contains("### " + table.name() + "\n\n" + table.grain()), table.name());
            for (Column column : table.columns()) {
                assertTrue(dictionary.contains("| `" + column.name() + "` | "), column.name());
            }
        }
        for (Issue issue : Issue.values()) {
            assertTrue(dictionary.contains("`" + issue + "`"), issue.name());
        }
    }
}
