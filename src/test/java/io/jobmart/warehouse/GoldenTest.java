package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.spark.SparkSessionExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Postings and the rows that they must give, one folder a case: {@code expected.txt} beside the dump's files. After a
 * change that is meant, look at the difference and write the expectation anew:
 *
 * <pre>mvn test -Dtest=GoldenTest -Djobmart.update=true</pre>
 */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    static final Path CASES = Path.of("src/test/resources/golden");
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);

    /** What is shown of a case, by title. Everything but keys; and the source file, which begins with the case. */
    private static final Map<String, String> SHOWN = new TreeMap<>(Map.of(
            "1 posting",
            "SELECT p.source_file, source_record, posting_id, p.url, title, seniority, c.name, l.name, p.country_code,"
                    + " work_mode, employment_types, remote_regions, posted_date, closed_date, is_open, days_open,"
                    + " language, encoding_repair FROM fact_posting p JOIN dim_company c USING (company_key) JOIN"
                    + " dim_location l USING (location_key) WHERE {case}",
            "2 demands",
            "SELECT p.source_file, title, salary_status, salary_currency, salary_period, salary_min, salary_max,"
                    + " salary_annual_min, salary_annual_max, experience_status, experience_years_min,"
                    + " experience_years_max, degree_status, degree_min, n_skills, n_requirements FROM fact_posting p"
                    + " WHERE {case}",
            "3 skill",
            "SELECT p.source_file, skill, modality, surface, n_mentions, s.in_title FROM fact_posting p JOIN"
                    + " posting_skill s USING (posting_key) WHERE {case}",
            "4 requirement",
            "SELECT p.source_file, requirement_no, group_no, alternative_no, modality, requirement_type, label,"
                    + " years_min, degree_level, text FROM fact_posting p JOIN posting_requirement r USING (posting_key)"
                    + " WHERE {case}",
            "5 pay",
            "SELECT p.source_file, salary_no, kind, currency, period, min_amount, max_amount, gross_net, is_headline,"
                    + " value_status, raw_text, evidence_field, rule_id FROM fact_posting_salary s JOIN fact_posting p"
                    + " USING (posting_key) WHERE {case}",
            "6 quarantine",
            "SELECT p.source_file, source_record, reason FROM quarantine p WHERE {case}"));

    private LoadedWarehouse warehouse;

    @BeforeAll
    void load(SparkSession spark, @TempDir Path directory) throws LoadException {
        warehouse = LoadedWarehouse.load(spark, onlyPostings(directory.resolve("warehouse")));
    }

    /** All files of all cases but the expectations, below one directory. */
    static LoadOptions onlyPostings(Path warehouse) {
        try (Stream<Path> files = Files.walk(CASES)) {
            Path dump = warehouse.resolveSibling("dump");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("expected.txt")) {
                    Path target = dump.resolve(CASES.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
            return LoadOptions.of(warehouse.toString(), List.of(dump.toString()), "golden", AS_OF)
                    .withQuarantineLimit(0.5);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String rows(String condition) {
        StringBuilder text = new StringBuilder();
        SHOWN.forEach((title, sql) -> {
            text.append("== ").append(title.substring(2)).append('\n');
            warehouse
                    .query(sql.replace("{case}", condition) + " ORDER BY ALL")
                    .forEach(row -> text.append(row).append('\n'));
        });
        return text.toString();
    }

    @Test
    void everyCaseGivesItsRows() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.filter(Files::isDirectory).sorted().toList();
        }
        StringBuilder expected = new StringBuilder();
        StringBuilder found = new StringBuilder();
        for (Path folder : cases) {
            String rows = rows("p.source_file LIKE '" + folder.getFileName() + "/%'");
            Path file = folder.resolve("expected.txt");
            if (Boolean.getBoolean("jobmart.update")) {
                Files.writeString(file, rows);
            }
            expected.append(folder.getFileName()).append('\n').append(Files.readString(file));
            found.append(folder.getFileName()).append('\n').append(rows);
        }
        assertEquals(expected.toString(), found.toString());
    }

    @Test
    void aGarbledPostingReadsLikeTheCleanOne() {
        String clean = rows("p.source_file = 'data-engineer/clean.md'");
        for (Map.Entry<String, String> flavour :
                Map.of("mac-roman", "MAC_ROMAN", "windows-1252", "CP1252").entrySet()) {
            assertEquals(
                    clean,
                    rows("p.source_file = 'data-engineer/" + flavour.getKey() + ".md'")
                            .replace(flavour.getKey() + ".md", "clean.md")
                            .replace(flavour.getKey() + "-7001", "clean-7001")
                            .replace(" | " + flavour.getValue() + "\n", " | NONE\n"));
        }
    }
}
