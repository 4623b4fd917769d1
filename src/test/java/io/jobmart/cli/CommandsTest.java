package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Warehouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print and with which code they end, within this JVM. */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    private static final String POSTING = "{\"@context\": \"https://schema.org\", \"@type\": \"JobPosting\", \"title\":"
            + " \"Engineer, No. %1$d\", \"url\": \"https://jobs.example/%1$d\", \"description\": \"<p>Experience with"
            + " Java and a desk by window %1$d.</p>\"}%n";

    private Path directory;
    private Path warehouse;
    private Outcome first;

    record Outcome(int code, String out, String err) {
        /** One line, of jobmart's, and no stack trace. */
        String onlyLine() {
            assertEquals("", out);
            assertEquals(1, err.lines().count(), err);
            assertTrue(err.startsWith("jobmart: "), err);
            return err.strip();
        }
    }

    static Outcome run(Object... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine()
                    .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
            // Without a terminal only what took very long is told; a slow machine is no part of these tests.
            String told = errBytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.matches(" *[0-9.]+ s  .*"))
                    .map(line -> line + "\n")
                    .reduce("", String::concat);
            return new Outcome(code, outBytes.toString(StandardCharsets.UTF_8), told);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Outcome load(Path warehouse, Path input, Object... more) {
        return run(Stream.concat(
                        Stream.of("load", "--warehouse", warehouse, "--input", input, "--as-of", "2026-11-20"),
                        Stream.of(more))
                .toArray());
    }

    private Path dump(String name, String... contents) throws IOException {
        Path dump = Files.createDirectories(directory.resolve(name));
        for (int i = 0; i < contents.length; i++) {
            Files.writeString(dump.resolve(i + ".json"), contents[i]);
        }
        return dump;
    }

    @BeforeAll
    void loadOnce(SparkSession spark, @TempDir Path temporary) throws IOException {
        directory = temporary;
        warehouse = directory.resolve("warehouse");
        first = load(warehouse, dump("dump", POSTING.formatted(1), POSTING.formatted(2), POSTING.formatted(3)));
    }

    @Test
    void aLoadSaysWhatWentInAndWhatCameOut() {
        assertEquals(0, first.code, first.err);
        assertTrue(first.out.startsWith("Loaded 3 files ("), first.out);
        assertTrue(
                first.out.matches("(?s).*\nrecords read +3\n  postings +3\n  repeated +0\n  quarantined +0\n.*"),
                first.out);
        assertTrue(first.out.matches("(?s).*\nfact_posting +3\n.*"), first.out);
        assertTrue(first.out.matches("(?s).*\nChecks: [0-9]+ passed, 0 failed\\. Snapshot 2026-11-20-.*"), first.out);
    }

    @Test
    void aReportThatCannotBeWrittenOrHasNothingToTellOfFailsAtOnce() {
        Outcome nowhere = run("report", "--warehouse", warehouse, "--output", directory.resolve("no/report.html"));
        assertEquals(4, nowhere.code);
        assertTrue(nowhere.onlyLine().contains("there is no folder"), nowhere.err);
        Outcome nothing =
                run("report", "--warehouse", directory.resolve("none"), "--output", directory.resolve("r.html"));
        assertEquals(3, nothing.code);
        assertTrue(nothing.onlyLine().contains("There is no warehouse"), nothing.err);
        Outcome unknown = run("report", "--warehouse", warehouse, "--against", "2020-01-01-x");
        assertEquals(3, unknown.code);
        assertTrue(unknown.onlyLine().contains("There is no snapshot 2020-01-01-x"), unknown.err);
    }

    @Test
    void theSameLoadAgainHasNothingToDo() {
        Outcome again = load(warehouse, directory.resolve("dump"));
        assertEquals(0, again.code, again.err);
        assertTrue(again.out.startsWith("Nothing to do: " + warehouse), again.out);
        assertEquals(1, again.out.lines().count(), again.out);
    }

    @Test
    void aLoadLeavesASummaryForMonitoringHoweverItEnds() throws Exception {
        Path file = directory.resolve("summary.json");
        assertEquals(0, load(warehouse, directory.resolve("dump"), "--summary", file).code);
        var held = new ObjectMapper().readTree(file.toFile());
        assertEquals("OK", held.path("reason").asText());
        assertFalse(held.path("published").asBoolean(true));
        assertEquals(3, held.path("records").asInt());

        Outcome missing = load(warehouse, directory.resolve("mising"), "--summary", "-");
        assertEquals(3, missing.code);
        var failed = new ObjectMapper().readTree(missing.out);
        assertEquals(3, failed.path("exit_code").asInt());
        assertEquals("BAD_INPUT", failed.path("reason").asText());
        assertEquals(missing.err, "jobmart: " + failed.path("message").asText() + "\n");

        try (Warehouse.Writer other =
                Warehouse.at(warehouse.toString(), new Configuration()).write(false)) {
            assertTrue(other.base().isPresent());
            assertEquals(5, load(warehouse, directory.resolve("dump"), "--summary", file).code);
        }
        var locked = new ObjectMapper().readTree(file.toFile());
        assertEquals("LOCKED", locked.path("reason").asText());
        assertTrue(locked.path("retry").asBoolean());

        Path nowhere = directory.resolve("no/summary.json");
        assertEquals(4, load(warehouse, directory.resolve("dump"), "--summary", nowhere).code);
        assertEquals(2, load(warehouse, directory.resolve("dump"), "--keep", 0, "--summary", file).code);
        assertEquals(
                "USAGE",
                new ObjectMapper().readTree(file.toFile()).path("reason").asText());
    }

    @Test
    void sqlPrintsCsvAndJson() {
        String sql = "SELECT title, n_skills FROM posting ORDER BY title LIMIT 2";
        assertEquals(
                new Outcome(0, "title,n_skills\r\n\"Engineer, No. 1\",1\r\n\"Engineer, No. 2\",1\r\n", ""),
                run("sql", "--warehouse", warehouse, "-e", sql, "--format", "csv"));
        assertEquals(
                new Outcome(
                        0,
                        "[{\"title\":\"Engineer, No. 1\",\"n_skills\":1},\n {\"title\":\"Engineer, No. 2\",\"n_skills\":1}]\n",
                        ""),
                run("sql", "--warehouse", warehouse, "-e", sql, "--format", "json"));
    }

    @Test
    void sqlWritesAResultIntoAFileOfThatFormat() throws IOException {
        String sql = "SELECT title, n_skills FROM posting ORDER BY title LIMIT 2";
        Path csv = directory.resolve("out.csv");
        Path parquet = directory.resolve("out.parquet");
        for (Path file : List.of(csv, parquet)) {
            assertEquals(
                    new Outcome(0, "", ""),
                    run(
                            "sql",
                            "--warehouse",
                            warehouse,
                            "-e",
                            "CREATE OR REPLACE TEMPORARY VIEW one AS SELECT 1; " + sql,
                            "-o",
                            file));
        }
        assertEquals("title,n_skills\r\n\"Engineer, No. 1\",1\r\n\"Engineer, No. 2\",1\r\n", Files.readString(csv));
        assertEquals(
                List.of("Engineer, No. 1", "Engineer, No. 2"),
                SparkSession.active().read().parquet(parquet.toString()).collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList());
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(
                    List.of(),
                    left.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> name.startsWith(".out"))
                            .toList());
        }
        assertEquals(2, run("sql", "--warehouse", warehouse, "-e", "SELECT 1; SELECT 2", "-o", csv).code);
        assertEquals(2, run("sql", "--warehouse", warehouse, "-e", sql, "-o", directory.resolve("out.x")).code);
        assertEquals(2, run("sql", "--warehouse", warehouse, "-e", sql, "--format", "parquet").code);
    }

    @Test
    void theShellTakesStatementsAndItsOwnCommandsFromItsInput() throws IOException {
        Path file = directory.resolve("shell.json");
        String script = String.join(
                "\n",
                "\\timing",
                "\\format csv",
                "SELECT count(*) AS n",
                "FROM posting WHERE title LIKE 'Engineer, No. 1';",
                "SELECT titel FROM posting;",
                "\\o " + file,
                "SELECT 1 AS one;",
                "\\o",
                "\\d dim_date",
                "\\nothing",
                "quit;",
                "SELECT 'never' AS word;");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
        try {
            Outcome outcome = run("sql", "--warehouse", warehouse);
            assertEquals(0, outcome.code, outcome.err);
            assertTrue(outcome.out.startsWith("Timing is off.\nn\r\n1\r\n"), outcome.out);
            assertTrue(outcome.out.contains("date_key"), outcome.out);
            assertFalse(outcome.out.contains("never"), outcome.out);
            assertTrue(outcome.err.contains("titel"), outcome.err);
            assertTrue(outcome.err.contains("There is no command \\nothing"), outcome.err);
            assertEquals("[{\"one\":1}]\n", Files.readString(file));
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT titel FROM posting | titel",
                "SELEKT 1 | SELEKT",
                "SELECT * FROM postings | postings",
                "SELECT CAST(title AS INT) FROM posting | cannot be cast",
            })
    void aMistakeInSqlIsToldInSparksWords(String sql, String told) {
        Outcome outcome = run("sql", "--warehouse", warehouse, "-e", sql);
        assertEquals(2, outcome.code, outcome.err);
        assertTrue(outcome.err.startsWith("jobmart: ["), outcome.err);
        assertTrue(outcome.err.contains(told), outcome.err);
        assertFalse(outcome.err.contains("\tat "), outcome.err);
        assertFalse(outcome.err.contains("+- "), outcome.err);
    }

    @Test
    void sqlWithoutAWarehouseSaysSo() {
        Path nowhere = directory.resolve("nowhere");
        Outcome outcome = run("sql", "--warehouse", nowhere, "-e", "SELECT 1");
        assertEquals(3, outcome.code);
        assertTrue(outcome.onlyLine().startsWith("jobmart: There is no warehouse in " + nowhere), outcome.err);
        assertFalse(Files.exists(nowhere));
        assertEquals(3, run("sql", "--warehouse", warehouse, "-f", nowhere).code);
    }

    @Test
    void anInputThatIsNotThereIsNamed() {
        Path target = directory.resolve("w1");
        Outcome outcome = load(target, directory.resolve("mising"));
        assertEquals(3, outcome.code);
        assertTrue(outcome.onlyLine().contains("mising"), outcome.err);
        assertFalse(Files.exists(target));
    }

    @Test
    void anEmptyFileIsNothingToRead() throws IOException {
        Path target = directory.resolve("w2");
        Outcome outcome = load(target, dump("empty", ""));
        assertEquals(3, outcome.code);
        assertTrue(
                outcome.onlyLine().startsWith("jobmart: Nothing was read: 1 file, no record. Nothing was published"),
                outcome.err);
        assertFalse(Files.exists(target.resolve("CURRENT.json")));
        assertFalse(Files.exists(target.resolve("LOCK")));
    }

    @Test
    void binaryFilesAndBrokenOnesAreTooMuchForQuarantine() throws IOException {
        Path target = directory.resolve("w3");
        Path binary = dump("binary");
        Files.write(binary.resolve("photo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2});
        Outcome outcome = load(target, binary);
        assertEquals(6, outcome.code);
        assertTrue(outcome.onlyLine().startsWith("jobmart: 1 of 1 record"), outcome.err);
        assertTrue(outcome.err.contains("NOT_A_POSTING_FORMAT"), outcome.err);

        Outcome broken = load(target, dump("broken", "{\"title\": ", POSTING.formatted(9)));
        assertEquals(6, broken.code);
        assertTrue(broken.onlyLine().contains("JSON_SYNTAX=1"), broken.err);
        assertFalse(Files.exists(target.resolve("CURRENT.json")));
        assertFalse(Files.exists(target.resolve("LOCK")));
    }

    @Test
    void aWarehouseThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        Path target = file.resolve("warehouse");
        Outcome outcome = load(target, directory.resolve("dump"));
        assertEquals(4, outcome.code, outcome.err);
        assertTrue(outcome.onlyLine().contains(target.toString()), outcome.err);
        assertEquals("not a directory", Files.readString(file));
    }

    @Test
    void aWarehouseThatAnotherHoldsIsLocked() throws Exception {
        Path target = directory.resolve("w4");
        try (Warehouse.Writer other =
                Warehouse.at(target.toString(), new Configuration()).write(false)) {
            assertTrue(other.base().isEmpty());
            Outcome outcome = load(target, directory.resolve("dump"));
            assertEquals(5, outcome.code);
            assertTrue(outcome.onlyLine().contains("is locked by"), outcome.err);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load --input x --warehouse w --as-of 2026-13-01 | --as-of",
                "load --input x --warehouse w --as-of yesterday | --as-of",
                "load --input x --warehouse w | --as-of",
                "load --input x --as-of 2026-11-20 | --warehouse",
                "load --warehouse w --as-of 2026-11-20 | --input",
                "load --input x --warehouse w --as-of 2026-11-20 --wharehouse v | --wharehouse",
                "load --input x --warehouse w --as-of 2026-11-20 --max-quarantined 3 | share from 0 to 1",
                "load --input x --warehouse w --as-of 2026-11-20 --max-quarantined some | --max-quarantined",
                "load --input x --warehouse w --as-of 2026-11-20 --keep 0 | At least 1 snapshot",
                "laod | laod",
                "sql --fromat csv | --fromat",
                "sql --format xml -e x | --format",
                "describe fact_postin | fact_posting",
                "expire --warehouse w | --keep N, --keep-days D",
                "expire --warehouse w --keep 0 | At least 1 snapshot",
                "expire --warehouse w --keep-days -1 | cannot be negative",
                "expire --warehouse w --keep some | --keep",
                "rollback --warehouse w --too x | --to",
                "snapshots --format csv | --format",
                "diff a b c | 'c'",
                "diff --limit -1 | --limit",
            })
    void wrongUseIsCodeTwoAndNamesWhatIsWrong(String line, String told) {
        Outcome outcome = run((Object[]) line.split(" "));
        assertEquals(2, outcome.code, outcome.err);
        assertTrue(outcome.err.contains(told), outcome.err);
        assertFalse(outcome.err.contains("\tat "), outcome.err);
        assertEquals("", outcome.out);
    }

    @Test
    void aWordMistypedGetsAHint() {
        assertTrue(run("laod").err.contains("Did you mean"), run("laod").err);
        Outcome outcome = run("sql", "--formt", "csv");
        assertTrue(outcome.err.contains("--format"), outcome.err);
    }

    private static final String BAKERY = """
            {
              "name": "bakery",
              "records": "ovens.open[]",
              "requires": ["craft"],
              "posting": {"title": "craft", "company": "^bakery", "text": "words"}
            }
            """;

    private static final String OVENS =
            "{\"bakery\": \"Crumb\", \"ovens\": {\"open\": [{\"craft\": \"Baker\", \"words\": \"We"
                    + " bake with Python.\"}]}}";

    @Test
    void inspectSaysWhatADumpHoldsWithoutLoadingIt() throws IOException {
        Path dump = dump("mixed", POSTING.formatted(1), "{\"title\": \"Baker\"", "{\"a\": 1}");
        Files.writeString(
                dump.resolve("b.csv"), "title,company,description\nBaker,Crumb,We bake.\nMiller,Crumb,We mill.\n");

        Outcome seen = run("inspect", dump);

        assertEquals(0, seen.code, seen.err);
        assertTrue(seen.out.startsWith("4 files, "), seen.out);
        assertTrue(seen.out.contains("5 records, 3 postings, 2 would be quarantined"), seen.out);
        assertTrue(seen.out.contains("CSV, dialect obvious-names: 2 postings in 1 file\n  b.csv 1\n"), seen.out);
        assertTrue(seen.out.contains("    company         Crumb\n"), seen.out);
        assertTrue(seen.out.contains("         1  JSON_SYNTAX: "), seen.out);
        assertTrue(seen.out.contains("That is 40 %, more than the 20 % at which"), seen.out);
        assertTrue(run("inspect", dump, "--records", 1).out.contains("Only the first record of 1 file was looked at"));
        assertTrue(run("inspect", dump, "--by-file").out.contains("b.csv"));
        var report = new ObjectMapper().readTree(run("inspect", dump, "--format", "json").out);
        assertEquals(2, report.path("quarantined").asInt());
        assertEquals("Crumb", report.at("/shapes/0/samples/0/values/company").asText());

        assertEquals(3, run("inspect", dump("empty", "")).code);
        assertEquals(3, run("inspect", directory.resolve("none")).code);
    }

    @Test
    void aDialectOfOnesOwnIsReadByEveryCommand() throws IOException {
        Path ovens = dump("ovens", OVENS);
        Path dialect = Files.writeString(directory.resolve("bakery.json"), BAKERY);
        Path broken = Files.writeString(directory.resolve("broken.json"), BAKERY.replace("title", "titel"));
        Path target = directory.resolve("bakeries");

        assertEquals(6, load(target, ovens).code);
        Outcome loaded = load(target, ovens, "--dialect", dialect);

        assertEquals(0, loaded.code, loaded.err);
        Outcome rows =
                run("sql", "--warehouse", target, "--format", "csv", "-e", "SELECT title, dialect FROM fact_posting");
        assertEquals("title,dialect\nBaker,bakery\n", rows.out.replace("\r", ""), rows.err);
        assertTrue(
                run("inspect", ovens, "--dialect", dialect).out.contains("JSON, dialect bakery: 1 posting in 1 file"));
        assertTrue(run("explain", ovens.resolve("0.json"), "--dialect", dialect)
                .out
                .contains("Python"));
        Outcome refused = load(target, ovens, "--dialect", broken);
        assertEquals(2, refused.code);
        assertTrue(refused.err.contains("broken.json") && refused.err.contains("posting.titel"), refused.err);
        assertEquals(3, load(target, ovens, "--dialect", directory.resolve("none.json")).code);
    }

    @Test
    void explainLeadsFromAPostingBackToItsRecord() throws IOException {
        Path dump = dump("trail", "{\"a\": 1}");
        Files.writeString(dump.resolve("all.ndjson"), POSTING.formatted(7) + "\n{\"broken\"}\n" + POSTING.formatted(8));
        Path target = directory.resolve("trail-warehouse");
        assertEquals(0, load(target, dump, "--max-quarantined", "1").code);

        Outcome raw = run("explain", "--warehouse", target, "https://jobs.example/8", "--raw");

        assertEquals(0, raw.code, raw.err);
        assertTrue(raw.out.startsWith("all.ndjson offset:"), raw.out);
        assertTrue(raw.out.contains("\"title\":\"Engineer, No. 8\""), raw.out);
        assertFalse(raw.out.contains("No. 7"), raw.out);

        String[] lost = run(
                        "sql",
                        "--warehouse",
                        target,
                        "--format",
                        "csv",
                        "-e",
                        "SELECT source_file, source_record FROM quarantine WHERE reason = 'JSON_SYNTAX'")
                .out
                .lines()
                .toList()
                .get(1)
                .split(",");
        Outcome quarantined = run("explain", "--warehouse", target, lost[0], "--record", lost[1], "--raw");
        assertTrue(
                quarantined.out.contains("JSON_SYNTAX") && quarantined.out.contains("{\"broken\"}"), quarantined.out);
        assertEquals(3, run("explain", "--warehouse", target, "no such posting").code);

        Files.move(dump, directory.resolve("moved"));
        assertEquals(3, run("explain", "--warehouse", target, "https://jobs.example/8").code);
        Outcome moved =
                run("explain", "--warehouse", target, "https://jobs.example/8", "--input", directory.resolve("moved"));
        assertEquals(0, moved.code, moved.err);
    }

    @Test
    void explainWritesAPageOfAllRecords() throws IOException {
        Path lines = dump("lines", "").resolve("all.ndjson");
        Files.writeString(lines, POSTING.formatted(7) + "{\"broken\"}\n" + POSTING.formatted(8));

        Outcome printed = run("explain", lines, "--format", "html");

        assertEquals(0, printed.code, printed.err);
        assertTrue(printed.out.startsWith("<!DOCTYPE html>"), printed.out);
        assertTrue(printed.out.contains("Engineer, No. 8") && printed.out.contains("JSON_SYNTAX"), printed.out);

        Path page = directory.resolve("page.html");
        Outcome written = run("explain", lines, "--format", "html", "--records", 1, "--out", page);
        assertEquals("", written.out + written.err);
        assertTrue(Files.readString(page).contains("The first 1 record of the file; --records N shows more."));
        assertFalse(Files.readString(page).contains("No. 8"));
        assertEquals(4, run("explain", lines, "--out", directory.resolve("none/page.html")).code);

        Outcome loaded = run("explain", "--warehouse", warehouse, "https://jobs.example/2", "--format", "html");
        assertTrue(loaded.out.contains("href=\"https://jobs.example/2\""), loaded.out + loaded.err);
    }

    @Test
    void evaluateKeepsARunAndComparesWithIt() throws IOException {
        Path postings = dump("labelled", POSTING.formatted(4));
        String label = "{\"id\":\"4\",\"file\":\"0.json\",\"record\":null,\"title\":\"%s\",\"skills\":"
                + "[{\"surface\":\"Java\",\"modality\":\"REQUIRED\"}]}";
        Path labels = Files.writeString(directory.resolve("labels.jsonl"), label.formatted("Engineer"));
        Path kept = directory.resolve("run.json");

        Outcome first = run("evaluate", "--labels", labels, "--input", postings, "--out", kept);

        assertEquals(0, first.code, first.err);
        assertTrue(first.out.contains("\n1 postings"), first.out);
        assertEquals(
                1, new ObjectMapper().readTree(kept.toFile()).path("postings").asInt());

        Files.writeString(labels, label.formatted("Engineer, No. 4"));
        Outcome again = run(
                "evaluate",
                "--labels",
                labels,
                "--input",
                postings,
                "--compare",
                kept,
                "--min",
                "skills=1",
                "--min",
                "salaries=0.5");
        assertEquals(8, again.code, again.err);
        assertEquals("jobmart: salaries: there was nothing to tell its f1 by\n", again.err);
        assertTrue(again.out.contains("\nCompared with " + kept), again.out);
        var json = new ObjectMapper()
                .readTree(
                        run("evaluate", "--labels", labels, "--input", postings, "--compare", kept, "--format", "json")
                                .out);
        assertTrue(json.path("comparison").path("figures").size() > 20, json.toPrettyString());

        assertEquals(2, run("evaluate", "--labels", labels, "--input", postings, "--min", "skils=1").code);
        assertEquals(3, run("evaluate", "--labels", labels, "--input", postings, "--compare", labels).code);
        Files.writeString(labels, "{");
        Outcome broken = run("evaluate", "--labels", labels, "--input", postings);
        assertEquals(3, broken.code);
        assertTrue(broken.err.startsWith("jobmart: Line 1 of the labels: "), broken.err);
    }

    @Test
    void explainDescribeHelpAndVersionNeedNoWarehouse() throws IOException {
        Outcome explained = run("explain", directory.resolve("dump/0.json"));
        assertEquals(0, explained.code, explained.err);
        assertTrue(explained.out.contains("Java"), explained.out);
        assertEquals(3, run("explain", directory.resolve("none.json")).code);
        assertEquals(3, run("explain", dump("nothing", "").resolve("0.json")).code);

        assertTrue(run("describe").out.contains("bridge_posting_skill"));
        assertTrue(run("describe", "fact_posting").out.contains("\nKey: posting_key\n"));

        for (String command : List.of(
                "",
                "inspect",
                "load",
                "sql",
                "explain",
                "describe",
                "evaluate",
                "snapshots",
                "diff",
                "rollback",
                "expire",
                "verify")) {
            Outcome help = command.isEmpty() ? run("--help") : run(command, "--help");
            assertEquals(0, help.code);
            assertTrue(help.out.startsWith("Usage: jobmart " + command), help.out);
        }
        assertTrue(run("--help").out.contains("  5  another run holds the warehouse"));
        Outcome version = run("--version");
        assertEquals(0, version.code);
        assertTrue(version.out.matches("jobmart [0-9][^ ]* \\(for Spark [0-9.]+\\)\\R"), version.out);
    }
}
