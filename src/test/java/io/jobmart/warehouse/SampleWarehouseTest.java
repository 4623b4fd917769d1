package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.cli.Main;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.pipeline.LoadResult;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample dump, loaded as the demonstration loads it. What it holds is counted here from its files, without jobmart. */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleWarehouseTest {
    private static final Path SAMPLE = Path.of("src/sample");

    /** A line that the generator of the sample puts between the alternatives of a choice. */
    private static final List<String> CHOICES = List.of("\nOR\n", "<li>OR</li>", "&lt;li&gt;OR&lt;/li&gt;");

    private final ObjectMapper json = new ObjectMapper();
    private SparkSession spark;
    private LoadOptions options;
    private LoadedWarehouse warehouse;

    @BeforeAll
    void load(SparkSession session, @TempDir Path directory) throws Exception {
        spark = session;
        options = LoadOptions.of(
                directory.resolve("warehouse").toString(),
                List.of(SAMPLE.toString()),
                "sample",
                LocalDate.of(2026, 4, 1));
        warehouse = LoadedWarehouse.load(session, options);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The records of the file of lines that are whole, in their order. */
    private List<ObjectNode> careers() throws IOException {
        List<ObjectNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLE.resolve("careers.jsonl"))) {
            try {
                records.add((ObjectNode) json.readTree(line));
            } catch (JsonProcessingException e) {
                // One line is cut off.
            }
        }
        return records;
    }

    private static String id(JsonNode record) {
        return "id:sample/" + record.at("/identifier/value").asText();
    }

    @Test
    void theBooksClose() throws IOException {
        long whole = files("markdown").size()
                + files("text").size()
                + files("json-ld").size();
        long lines = Files.readAllLines(SAMPLE.resolve("careers.jsonl")).size();
        long repeated = careers().stream()
                .filter(record -> !record.at("/identifier/value").isMissingNode())
                .collect(Collectors.groupingBy(SampleWarehouseTest::id, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(count -> count - 1)
                .sum();
        LoadResult result = warehouse.result();

        assertEquals(0, result.checksFailed(), result.checks().toString());
        // Cut-off document and picture; the empty file holds no record.
        assertEquals(whole + lines + 2, result.records());
        assertEquals(4, result.quarantined());
        assertEquals(4, repeated);
        assertEquals(repeated, result.repeated());
        assertEquals(result.records(), result.postings() + result.repeated() + result.quarantined());
        assertEquals(result.postings(), warehouse.count("fact_posting"));
        assertEquals(result.quarantined(), warehouse.count("quarantine"));
        assertEquals(0, warehouse.count("load_file WHERE records_read <> postings + repeated + quarantined"));
        assertEquals(
                List.of("careers.jsonl | " + lines + " | " + (lines - 3 - repeated) + " | " + repeated + " | 3"),
                warehouse.query("SELECT source_file, records_read, postings, repeated, quarantined FROM load_file"
                        + " WHERE records_read > 1"));
        assertEquals(files("").size(), warehouse.count("load_file"));
    }

    @Test
    void whatIsBrokenIsInQuarantineWithItsReason() {
        assertEquals(
                List.of(
                        "broken/logo.png | NOT_A_POSTING_FORMAT",
                        "careers.jsonl | JSON_SYNTAX",
                        "careers.jsonl | NOT_A_JOB_POSTING",
                        "careers.jsonl | NO_CONTENT"),
                warehouse.query("SELECT source_file, reason FROM quarantine ORDER BY ALL"));
        assertEquals(0, warehouse.count("quarantine WHERE detail IS NULL OR trim(detail) = ''"));
    }

    @Test
    void aDocumentThatIsCutOffIsReadAsFarAsItGoesAndFlagged() {
        assertEquals(
                List.of("broken/cut-off.json | JSON_SALVAGED"),
                warehouse.query("SELECT source_file, issue FROM posting_issue JOIN fact_posting USING (posting_key)"
                        + " WHERE issue = 'JSON_SALVAGED'"));
    }

    @Test
    void garbledFilesReadLikeCleanOnes() throws IOException {
        assertEquals(
                List.of(
                        "CP1252 | " + files("markdown/windows-1252").size(),
                        "MAC_ROMAN | " + files("markdown/mac-roman").size()),
                warehouse.query("SELECT encoding_repair, count(*) FROM fact_posting WHERE encoding_repair <> 'NONE'"
                        + " GROUP BY ALL ORDER BY ALL"));
        assertEquals(
                0,
                warehouse.count("fact_posting WHERE encoding_repair <> 'NONE' AND source_file NOT LIKE"
                        + " 'markdown/windows-1252/%' AND source_file NOT LIKE 'markdown/mac-roman/%'"));
        for (String garbled : List.of("Ã", "Â", "â€", "√", "üí", "ü", "¬", "‚Ä")) {
            // The letter u with two dots is German; what stands for it in a garbled text is not.
            String texts = garbled.equals("ü") ? "language NOT IN ('de', 'fr')" : "true";
            assertEquals(
                    List.of(),
                    warehouse.query("SELECT source_file FROM fact_posting JOIN posting_text t USING (posting_key) JOIN"
                            + " dim_company USING (company_key) WHERE " + texts.replace("language", "t.language")
                            + " AND concat_ws(' ', title, name, t.text) LIKE '%" + garbled + "%'"),
                    garbled);
        }
        assertTrue(
                warehouse.count("posting_text JOIN fact_posting USING (posting_key) WHERE encoding_repair <> 'NONE' AND"
                                + " text RLIKE '[éüäö€£’–]'")
                        > 0,
                "there are letters that had to be mended");
    }

    @Test
    void everyChoiceOfDegreesAndYearsIsAGroupOfThreeAlternatives() throws IOException {
        long choices = 0;
        for (String folder : List.of("markdown", "text", "json-ld")) {
            for (Path file : files(folder)) {
                String text = Files.readString(file).replace("\r", "");
                choices += CHOICES.stream().anyMatch(text::contains) ? 1 : 0;
            }
        }
        choices += careers().stream()
                .filter(record ->
                        CHOICES.stream().anyMatch(record.path("description").asText()::contains))
                .map(SampleWarehouseTest::id)
                .distinct()
                .count();
        assertTrue(choices > 15, choices + " choices");
        assertEquals(List.of(String.valueOf(choices)), warehouse.query("""
                        SELECT count(DISTINCT posting_key) FROM (
                            SELECT posting_key, group_no
                            FROM posting_requirement
                            GROUP BY posting_key, group_no
                            HAVING count(DISTINCT alternative_no) = 3
                                AND count_if(requirement_type = 'EDUCATION') = 3
                                AND count_if(requirement_type = 'EXPERIENCE') = 3
                                AND count(*) = 6
                        )
                        """));
        assertEquals(List.of(), warehouse.query("""
                        SELECT DISTINCT source_file, degree_min
                        FROM fact_posting JOIN posting_requirement USING (posting_key)
                        WHERE alternative_no = 3 AND degree_level = 'DOCTORATE' AND degree_min <> 'BACHELOR'
                        """));
    }

    @Test
    void copiesUnderOtherNumbersAreFound() throws IOException {
        // All but number and address are equal.
        Map<String, List<String>> copies = new HashMap<>();
        for (ObjectNode record : careers()) {
            if (!record.has("description")) {
                continue;
            }
            String id = id(record);
            ObjectNode rest = record.deepCopy();
            rest.remove(List.of("url", "identifier"));
            List<String> ids = copies.computeIfAbsent(rest.toString(), key -> new ArrayList<>());
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        List<List<String>> groups =
                copies.values().stream().filter(ids -> ids.size() > 1).toList();
        assertTrue(groups.size() >= 5, groups.toString());
        for (List<String> ids : groups) {
            assertEquals(
                    List.of("1 | 1"),
                    warehouse.query("SELECT count(DISTINCT group_key), count_if(is_representative) FROM"
                            + " bridge_posting_duplicate JOIN fact_posting USING (posting_key) WHERE duplicate_type ="
                            + " 'FULL' AND posting_id IN "
                            + ids.stream().collect(Collectors.joining("', '", "('", "')"))
                            + " HAVING count(*) = " + ids.size()),
                    ids.toString());
        }
    }

    @Test
    void nearlyEqualAdsOfOneDumpUnderNumbersOfTheirOwnAreTwoOpenings() throws IOException {
        // The generator changes one duty, and may move a sentence, of the record before, and gives it another number.
        List<ObjectNode> records = careers();
        List<String> found = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i).path("description").asText().contains(", and learn from it")) {
                String pair = "('" + id(records.get(i - 1)) + "', '" + id(records.get(i)) + "')";
                all.add(pair);
                if (warehouse
                        .query("SELECT count(DISTINCT group_key) FROM posting d JOIN bridge_posting_duplicate"
                                + " USING (posting_key) WHERE posting_id IN " + pair)
                        .equals(List.of("1"))) {
                    found.add(pair);
                }
            }
        }
        assertTrue(all.size() >= 5, all.toString());
        assertEquals(List.of(), found);
        // A group never holds two companies, titles or places; an ad that names no place goes with one that does.
        assertEquals(
                List.of(),
                warehouse.query(
                        "SELECT vacancy_key FROM posting GROUP BY vacancy_key HAVING count(DISTINCT company) > 1"
                                + " OR count(DISTINCT lower(title)) > 1 OR count(DISTINCT nullif(location_key, 0)) > 1"));
        assertEquals(
                warehouse.count("(SELECT DISTINCT group_key FROM bridge_posting_duplicate)"),
                warehouse.count("vacancy"));
    }

    @Test
    void theViewsHoldTheRowsOfTheirTables() {
        Map<String, String> views = Map.of(
                "posting", "fact_posting",
                "vacancy", "bridge_posting_duplicate WHERE is_representative",
                "posting_skill", "bridge_posting_skill",
                "posting_location", "bridge_posting_location",
                "posting_requirement", "bridge_posting_requirement",
                "posting_company", "bridge_posting_company",
                "posting_pay",
                        "fact_posting_salary WHERE is_headline AND kind = 'BASE' AND currency IS NOT NULL AND (annual_min IS NOT NULL OR annual_max IS NOT NULL)",
                "posting_evidence",
                        "(SELECT posting_key FROM bridge_posting_skill"
                                + " UNION ALL SELECT posting_key FROM bridge_posting_location"
                                + " UNION ALL SELECT posting_key FROM bridge_posting_company"
                                + " UNION ALL SELECT posting_key FROM bridge_posting_requirement"
                                + " UNION ALL SELECT posting_key FROM fact_posting_salary"
                                + " UNION ALL SELECT posting_key FROM fact_posting LATERAL VIEW explode(filter(array("
                                + "seniority_evidence, occupation_evidence, work_mode_evidence, experience_evidence,"
                                + " degree_evidence), e -> e IS NOT NULL)) AS e)");
        assertEquals(
                views.size(),
                LoadedWarehouse.statements(Path.of("jobs/views.sql")).size());
        views.forEach((view, table) -> {
            assertTrue(warehouse.count(view) > 0, view);
            assertEquals(warehouse.count(table), warehouse.count(view), view);
        });
        for (Table table : Tables.all()) {
            assertTrue(warehouse.count(table.name()) > 0, table.name());
        }
    }

    @Test
    void theSameLoadAgainHasNothingToDoAndTouchesNothing() throws Exception {
        Map<String, String> before = stand();
        LoadResult again = LoadedWarehouse.load(spark, options).result();
        assertFalse(again.published());
        assertEquals(warehouse.result().snapshot(), again.snapshot());
        assertEquals(warehouse.result().records(), again.records());
        assertEquals(before, stand());
    }

    private Map<String, String> stand() throws IOException {
        Map<String, String> stand = new TreeMap<>();
        try (Stream<Path> files = Files.walk(warehouse.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stand.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return stand;
    }

    /** The page says what the tables say, asked by SQL of its own. */
    @Test
    void theReportIsAboutThisWarehouse(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("report.html");
        // Against itself, so that what compares two snapshots is asked, too.
        String[] arguments = {
            "report", "--warehouse", options.warehouse(), "--against", "current", "--output", file.toString()
        };
        assertEquals(0, Main.commandLine().execute(arguments));
        Document page = Jsoup.parse(Files.readString(file));

        assertEquals(
                "No skill is named by a tenth of a point more or fewer of the vacancies than before",
                page.getElementById("skill-drift-title").text());
        assertEquals(
                "No median of pay changed",
                page.getElementById("pay-drift-title").text());
        assertEquals(
                page.select("#panel-pay tbody th").eachText(),
                page.select("#panel-pay-drift tbody th").eachText());
        assertEquals(
                String.valueOf(warehouse.count("fact_posting")),
                page.select(".tiles div").first().selectFirst("dd").text());
        assertEquals(
                warehouse.query(
                        "SELECT concat_ws(' ', lower(replace(reason, '_', ' ')), n) FROM (SELECT reason, count(*) AS n"
                                + " FROM quarantine GROUP BY reason) ORDER BY n DESC, reason"),
                page.select("#panel-quarantine tbody tr").stream()
                        .map(row -> row.child(0).text() + " " + row.child(1).text())
                        .toList());
        assertEquals(
                warehouse.query("SELECT skill FROM vacancy JOIN posting_skill USING (posting_key) GROUP BY skill"
                        + " ORDER BY count(*) DESC, skill LIMIT 20"),
                page.select("#panel-skills tbody th").eachText());
        assertEquals(
                warehouse.query("SELECT concat_ws(' ', currency, n) FROM (SELECT currency, count(*) AS n FROM"
                        + " fact_posting_salary JOIN vacancy USING (posting_key) WHERE is_headline AND kind = 'BASE' AND"
                        + " period = 'YEAR' AND currency IS NOT NULL GROUP BY currency) WHERE n >= 20 ORDER BY n DESC,"
                        + " currency"),
                page.select("[data-chart=histogram]").stream()
                        .filter(panel -> panel.id().endsWith("-year"))
                        .map(panel -> panel.selectFirst("h3").text().substring(0, 3) + " "
                                + panel.select("tbody td[data-v]:last-child").eachText().stream()
                                        .mapToInt(Integer::parseInt)
                                        .sum())
                        .toList());
        assertEquals(16, page.select("#panel-coverage tbody tr").size());
        assertEquals(
                List.of("All " + warehouse.result().checks().size() + " checks of the audit hold"),
                page.select("#checks-title").eachText());
    }
}
