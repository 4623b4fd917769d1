package io.jobmart.cli;

import static io.jobmart.cli.CommandsTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.cli.CommandsTest.Outcome;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Manifest;
import io.jobmart.store.Retention;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands over snapshots, on warehouses of a few small tables. */
@ExtendWith(SparkSessionExtension.class)
@SuppressWarnings("try") // holding the lock is all that some tests do with it
class SnapshotCommandsTest {
    private final Path warehouse;

    SnapshotCommandsTest(@TempDir Path directory) {
        warehouse = directory.resolve("warehouse");
    }

    private Warehouse.Writer writer() throws IOException {
        return Warehouse.at(warehouse.toString(), new Configuration()).write(false);
    }

    /** A table of a snapshot: key, and rows as a query. */
    private record Rows(String name, List<String> key, Dataset<Row> rows) {}

    private void publish(String snapshot, String asOf, Rows... tables) throws IOException {
        try (Warehouse.Writer writer = writer()) {
            var directory = writer.newSnapshot(snapshot);
            List<Manifest.TableEntry> entries = new ArrayList<>();
            for (Rows table : tables) {
                table.rows().write().parquet(directory + "/" + table.name());
                entries.add(new Manifest.TableEntry(
                        table.name(),
                        "One row per test.",
                        table.key(),
                        Arrays.stream(table.rows().schema().fields())
                                .map(field -> new Manifest.ColumnEntry(
                                        field.name(), field.dataType().sql().toLowerCase(), true, "Of a test."))
                                .toList(),
                        table.rows().count(),
                        1024,
                        1));
            }
            List<Manifest.CheckEntry> checks =
                    List.of(new Manifest.CheckEntry("fact_posting", "stated", "WARN", false, 1, 0, "1 lacks it"));
            writer.publish(
                    new Manifest(1, snapshot, asOf, "0.1+c0de", List.of(), entries, checks),
                    Retention.last(9),
                    files -> Map.of());
        }
    }

    private void publishThree() throws IOException {
        publish("2026-11-18-a", "2026-11-18");
        publish("2026-11-19-b", "2026-11-19");
        publish("2026-11-20-c", "2026-11-20");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out());
    }

    private List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--warehouse", warehouse.toString()));
        return words;
    }

    private Outcome runHere(String... more) {
        return run(words(more).toArray());
    }

    @Test
    void snapshotsAreListedNewestFirstAndTheCurrentOneIsMarked() throws IOException {
        publishThree();
        assertEquals(0, runHere("rollback", "--to", "2026-11-19-b").code());

        Outcome listed = runHere("snapshots");

        assertEquals(0, listed.code(), listed.err());
        List<String> lines = listed.out().lines().toList();
        assertTrue(lines.get(0).matches(" +snapshot +as of +published \\(UTC\\) .*code +checks failed"), lines.get(0));
        assertTrue(lines.get(2).startsWith("   2026-11-20-c  2026-11-20  "), lines.get(2));
        assertTrue(lines.get(3).startsWith("*  2026-11-19-b  2026-11-19  "), lines.get(3));
        assertTrue(lines.get(3).endsWith("  0.1+c0de              1"), lines.get(3));
        assertTrue(lines.get(4).startsWith("   2026-11-18-a  "), lines.get(4));
        JsonNode array = json(runHere("snapshots", "--format", "json"));
        assertEquals(3, array.size());
        assertEquals("2026-11-20-c", array.at("/0/snapshot").asText());
        assertEquals("2026-11-19-b", array.at("/0/base").asText());
        assertFalse(array.at("/0/current").asBoolean());
        assertTrue(array.at("/1/current").asBoolean());
        assertEquals(1, array.at("/1/checks_failed").asInt());
        assertTrue(array.at("/1/current_since")
                        .asText()
                        .compareTo(array.at("/0/published_at").asText())
                > 0);
    }

    @Test
    void aDamagedSnapshotIsListedAndEndsWithFour() throws IOException {
        publishThree();
        Files.writeString(warehouse.resolve("snapshots/2026-11-19-b/MANIFEST.json"), "{}");

        Outcome listed = runHere("snapshots");

        assertEquals(4, listed.code());
        assertTrue(listed.out().contains("2026-11-18-a") && listed.out().contains("damaged"), listed.out());
        assertTrue(listed.err().startsWith("jobmart: The warehouse is damaged: "), listed.err());
        assertEquals(4, runHere("rollback").code());
        assertEquals(4, runHere("diff").code());
        assertEquals(4, runHere("expire", "--keep", "2").code());
        assertTrue(runHere("snapshots", "--format", "json").out().contains("2026-11-20-c\",\n  \"current\" : true"));
    }

    @Test
    void rollbackGoesOneBackEachTimeAndForthOnlyByName() throws IOException {
        publishThree();

        Outcome first = runHere("rollback");

        assertEquals(0, first.code(), first.err());
        assertTrue(
                first.out().startsWith("Readers of " + warehouse + " now see snapshot 2026-11-19-b, as of 2026-11-19"),
                first.out());
        assertTrue(first.out().contains("--to 2026-11-20-c leads to it again"), first.out());
        assertTrue(first.out().endsWith("The next load goes on from 2026-11-19-b.\n"), first.out());
        assertEquals(0, runHere("rollback").code());
        Outcome end = runHere("rollback");
        assertEquals(3, end.code());
        assertTrue(
                end.onlyLine().startsWith("jobmart: The snapshot before 2026-11-18-a is not kept, or there was none."),
                end.err());
        assertEquals(0, runHere("rollback", "--to", "2026-11-20-c").code());
        Outcome again = runHere("rollback", "--to", "2026-11-20-c");
        assertEquals("Nothing to do: readers of " + warehouse + " see 2026-11-20-c.\n", again.out());
        Outcome unknown = runHere("rollback", "--to", "2026-11-21-d");
        assertEquals(3, unknown.code());
        assertEquals(
                "jobmart: There is no snapshot 2026-11-21-d. Kept are 2026-11-20-c, 2026-11-18-a, 2026-11-19-b"
                        + " (current: 2026-11-20-c)",
                unknown.onlyLine());
        assertFalse(Files.exists(warehouse.resolve("LOCK")));
    }

    @Test
    void expirePrintsFirstWhatItThenDeletes() throws IOException {
        publishThree();
        Files.writeString(warehouse.resolve("snapshots/2026-11-18-a/rows"), "x".repeat(3000));

        Outcome dry = runHere("expire", "--keep", "2", "--dry-run");

        assertEquals(0, dry.code(), dry.err());
        assertTrue(
                dry.out().matches("snapshot  2026-11-18-a +3\\.\\d kB  as of 2026-11-18, published .* UTC\n.*\n"),
                dry.out());
        assertTrue(
                dry.out()
                        .matches("(?s).*\nWould delete 1 snapshot and 0 batches, 3\\.\\d kB: 2 snapshots kept;"
                                + " readers see 2026-11-20-c\\.\n"),
                dry.out());
        assertTrue(Files.exists(warehouse.resolve("snapshots/2026-11-18-a")));
        Outcome done = runHere("expire", "--keep", "2");
        assertEquals(dry.out().replace("Would delete", "Deleted"), done.out());
        assertFalse(Files.exists(warehouse.resolve("snapshots/2026-11-18-a")));
        assertEquals(
                "Nothing to expire: 2 snapshots kept; readers see 2026-11-20-c.\n",
                runHere("expire", "--keep-days", "1").out());
    }

    @Test
    void onlyWhatWritesNeedsTheLock() throws IOException {
        publishThree();
        try (Warehouse.Writer other = writer()) {
            assertTrue(other.base().isPresent());
            for (List<String> writes : List.of(List.of("rollback"), List.of("expire", "--keep", "1"))) {
                Outcome refused = run(words(writes.toArray(String[]::new)).toArray());
                assertEquals(5, refused.code());
                assertTrue(refused.onlyLine().contains("is locked by"), refused.err());
            }
            Outcome waited = runHere("rollback", "--wait", "PT0.01S");
            assertEquals(5, waited.code());
            assertTrue(waited.err().contains("waiting for " + System.getProperty("user.name") + " on "), waited.err());
            assertEquals(2, runHere("rollback", "--wait", "soon").code());
            assertEquals(0, runHere("snapshots").code());
            assertEquals(0, runHere("expire", "--keep", "1", "--dry-run").code());
            assertEquals(0, runHere("diff", "current", "current").code());
            assertEquals(0, runHere("rollback", "--break-lock").code());
        }
    }

    @Test
    void whereThereIsNoWarehouseNoneIsMade() {
        for (List<String> command :
                List.of(List.of("snapshots"), List.of("rollback"), List.of("expire", "--keep", "1"), List.of("diff"))) {
            Outcome outcome = run(words(command.toArray(String[]::new)).toArray());
            assertEquals(3, outcome.code());
            assertTrue(outcome.onlyLine().startsWith("jobmart: There is no warehouse in " + warehouse), outcome.err());
        }
        assertFalse(Files.exists(warehouse));
    }

    private static final List<String> POSTING_KEY = List.of("posting_key");

    /** Between the two: 2 is gone, 3 has other values, 4 is new; a column comes, one goes, one changes its type. */
    private void publishTwo(SparkSession spark) throws IOException {
        publish(
                "2026-11-19-b",
                "2026-11-19",
                new Rows(
                        "fact_posting",
                        POSTING_KEY,
                        spark.sql(
                                "SELECT * FROM VALUES (1L, 'Baker', 'STRUCTURED', true, null, 2, 'x', array('a', null)),"
                                        + " (2L, 'Miller', 'NOT_STATED', true, null, 4, 'x', null),"
                                        + " (3L, 'Smith', 'NOT_STATED', true, null, 0, 'x', array(null, 'a'))"
                                        + " AS t(posting_key, title, salary_status, is_open, close_reason, n_skills, old, tags)")),
                new Rows(
                        "posting_issue",
                        List.of(),
                        spark.sql(
                                "SELECT * FROM VALUES (1L, 'A'), (1L, 'A'), (1L, 'A'), (2L, 'B') AS t(posting_key, issue)")),
                new Rows("dim_old", List.of("key"), spark.sql("SELECT 1 AS key")),
                new Rows("dim_same", List.of("key"), spark.sql("SELECT 1 AS key, 'a' AS name")));
        publish(
                "2026-11-20-c",
                "2026-11-20",
                new Rows(
                        "fact_posting",
                        POSTING_KEY,
                        spark.sql(
                                "SELECT * FROM VALUES (1L, 'Baker', 'STRUCTURED', true, null, 2L, array('a', null), 'n'),"
                                        + " (3L, 'Locksmith', 'PARSED', false, 'EXPIRED', 0L, array('a', null), 'n'),"
                                        + " (4L, null, 'PARSED', true, null, 6L, null, 'n')"
                                        + " AS t(posting_key, title, salary_status, is_open, close_reason, n_skills, tags, new)")),
                new Rows(
                        "posting_issue",
                        List.of(),
                        spark.sql("SELECT * FROM VALUES (1L, 'A'), (3L, 'C'), (2L, 'B') AS t(posting_key, issue)")),
                new Rows("dim_same", List.of("key"), spark.sql("SELECT 1 AS key, 'a' AS name")));
    }

    private static JsonNode named(JsonNode array, String field, String name) {
        for (JsonNode element : array) {
            if (element.path(field).asText().equals(name)) {
                return element;
            }
        }
        throw new AssertionError("There is no " + name + " in " + array);
    }

    @Test
    void diffCountsRowsByTheirKeyAndNamesTheColumns(SparkSession spark) throws IOException {
        publishTwo(spark);

        Outcome outcome = runHere("diff", "--format", "json", "--exit-code");

        assertEquals(9, outcome.code(), outcome.err());
        JsonNode report = json(outcome);
        assertFalse(report.path("same").asBoolean(true));
        String posting = """
                {"table": "fact_posting", "key": ["posting_key"], "rows_before": 3, "rows_after": 3, "added": 1,
                 "removed": 1, "changed": 1,
                 "changed_columns": {"title": 1, "salary_status": 1, "is_open": 1, "close_reason": 1, "tags": 1},
                 "columns_added": ["new"], "columns_removed": ["old"]}
                """;
        JsonNode tables = report.path("tables");
        assertEquals(
                new ObjectMapper().readTree(posting).toString(),
                named(tables, "table", "fact_posting").toString());
        JsonNode issues = named(tables, "table", "posting_issue");
        assertEquals(1, issues.path("added").asInt());
        assertEquals(2, issues.path("removed").asInt());
        assertEquals(0, issues.path("changed").asInt());
        assertEquals(1, named(tables, "table", "dim_old").path("removed").asInt());
        assertEquals(0, named(tables, "table", "dim_same").path("removed").asInt());

        JsonNode figures = report.path("figures");
        assertEquals(3, named(figures, "name", "open").path("before").asInt());
        assertEquals(2, named(figures, "name", "open").path("after").asInt());
        assertEquals(0, named(figures, "name", "closed, EXPIRED").path("before").asInt());
        assertEquals(1, named(figures, "name", "closed, EXPIRED").path("after").asInt());
        assertEquals(
                1 / 3.0, named(figures, "name", "share with pay").path("before").asDouble(), 1e-9);
        assertEquals(1.0, named(figures, "name", "share with pay").path("after").asDouble());
        assertEquals(
                2.0, named(figures, "name", "skills per posting").path("before").asDouble());
        assertTrue(named(figures, "name", "companies").path("before").isNull(), "there is no such column");
        assertTrue(named(figures, "name", "vacancies").path("before").isNull(), "there is no such table");
    }

    @Test
    void diffShowsTheRowsOfATable(SparkSession spark) throws IOException {
        publishTwo(spark);

        JsonNode rows = json(runHere("diff", "--table", "fact_posting", "--format", "json"))
                .path("rows");

        assertEquals(3, rows.size());
        assertEquals(4, named(rows, "change", "ADDED").at("/after/posting_key").asInt());
        assertEquals("n", named(rows, "change", "ADDED").at("/after/new").asText());
        assertTrue(named(rows, "change", "ADDED").path("before").isNull());
        assertEquals(
                "Miller", named(rows, "change", "REMOVED").at("/before/title").asText());
        JsonNode changed = named(rows, "change", "CHANGED");
        assertEquals("Smith", changed.at("/before/title").asText());
        assertEquals("Locksmith", changed.at("/after/title").asText());
        assertEquals(3, changed.at("/after/posting_key").asInt());
        assertTrue(changed.at("/after/n_skills").isMissingNode(), "a wider type is no other value");

        JsonNode issues = json(runHere("diff", "--table", "posting_issue", "--format", "json"));
        assertEquals(
                2,
                named(issues.path("rows"), "change", "REMOVED").path("copies").asInt());
        assertEquals(
                "C",
                named(issues.path("rows"), "change", "ADDED").at("/after/issue").asText());

        Outcome text = runHere("diff", "2026-11-19-b", "2026-11-20-c", "--table", "fact_posting", "--limit", "1");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().contains("\nCHANGED posting_key=3\n"), text.out());
        assertTrue(text.out().matches("(?s).* title +Smith\n +now +Locksmith\n.*"), text.out());
        JsonNode gone = json(runHere("diff", "--table", "dim_old", "--format", "json"));
        assertEquals(
                1,
                named(gone.path("rows"), "change", "REMOVED").at("/before/key").asInt());
        JsonNode come = json(runHere("diff", "current", "2026-11-19-b", "--table", "dim_old", "--format", "json"));
        assertEquals(
                1, named(come.path("rows"), "change", "ADDED").at("/after/key").asInt());
        assertEquals(0, runHere("diff", "--table", "dim_same", "--exit-code").code());
    }

    @Test
    void diffSaysWhatIsTheSameAndWhatIsNotThere(SparkSession spark) throws IOException {
        publishTwo(spark);

        Outcome same = runHere("diff", "current", "2026-11-20-c", "--exit-code");
        assertEquals(0, same.code(), same.err());
        assertTrue(same.out().endsWith("They are the same.\n"), same.out());
        Outcome text = runHere("diff");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().matches("(?s).*\npostings +3 +3\n.*"), text.out());
        assertTrue(text.out().matches("(?s).*\nfact_posting +3 +3 +1 +1 +1\n.*"), text.out());
        assertTrue(text.out().matches("(?s).*\nposting_issue +4 +3 +1 +2 +no key\n.*"), text.out());
        assertTrue(text.out().contains("\nThe same: dim_same\n"), text.out());
        assertTrue(text.out().contains("; new columns new; columns gone old\n"), text.out());
        assertEquals(3, runHere("diff", "2026-11-01-x").code());
        assertEquals(2, runHere("diff", "--table", "fact_postings").code());
        assertEquals(0, runHere("rollback").code());
        assertEquals(3, runHere("diff", "previous", "current").code());
    }
}
