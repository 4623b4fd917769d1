package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadResult;
import io.jobmart.quality.CheckLevel;
import io.jobmart.quality.CheckResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadSummaryTest {
    private static final LoadSummary SUMMARY = new LoadSummary("w", "board", "2026-11-20");

    private static LoadResult result() {
        return new LoadResult(
                true,
                "2026-11-20-1a2b3c4d",
                "b1",
                2,
                300,
                10,
                6,
                3,
                1,
                4,
                Map.of("JSON_SYNTAX", 1L),
                Map.of("fact_posting", 6L),
                List.of(
                        new CheckResult("fact_posting", "unique(posting_key)", CheckLevel.ERROR, true, 0, 0, "fine"),
                        new CheckResult("fact_posting", "stated(title)", CheckLevel.NOTE, false, 2, 0, "2 lack it")),
                Map.of("audit", Duration.ofMillis(1500)));
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aLoadThatPublishedTellsItsFigures() throws IOException {
        ObjectNode summary = SUMMARY.of(result(), Duration.ofMillis(2345));
        String expected = """
                {"exit_code": 0, "reason": "OK", "retry": false, "message": null,
                 "warehouse": "w", "source": "board", "as_of": "2026-11-20",
                 "published": true, "snapshot": "2026-11-20-1a2b3c4d", "batch": "b1",
                 "files": 2, "bytes": 300, "records": 10, "postings": 6, "repeated": 3, "quarantined": 1, "gone": 4,
                 "quarantined_by_reason": {"JSON_SYNTAX": 1}, "rows": {"fact_posting": 6},
                 "checks": {"passed": 1, "failed": 1, "failures": [
                   {"table": "fact_posting", "check": "stated(title)", "level": "NOTE", "value": 2.0,
                    "threshold": 0.0, "message": "2 lack it"}]},
                 "seconds_by_step": {"audit": 1.5}, "seconds": 2.345}
                """;
        assertEquals(new ObjectMapper().readTree(expected), new ObjectMapper().readTree(summary.toString()));
    }

    @Test
    void aLoadThatFailedHasTheSameFieldsAndSaysWhetherToTryAgain() {
        ObjectNode fine = SUMMARY.of(result(), Duration.ZERO);
        ObjectNode locked = SUMMARY.of(new LoadException.Locked("is locked by ana", null), Duration.ofSeconds(3));
        ObjectNode quarantined = SUMMARY.of(new LoadException.TooManyQuarantined("9 of 10"), Duration.ZERO);
        ObjectNode defect = SUMMARY.of(new IllegalStateException("no such thing"), Duration.ZERO);

        assertEquals(fields(fine), fields(locked));
        assertEquals(5, locked.path("exit_code").asInt());
        assertEquals("LOCKED", locked.path("reason").asText());
        assertTrue(locked.path("retry").asBoolean());
        assertEquals("is locked by ana", locked.path("message").asText());
        assertFalse(locked.path("published").asBoolean(true));
        assertTrue(locked.path("snapshot").isNull() && locked.path("records").isNull());
        assertEquals(3.0, locked.path("seconds").asDouble());
        ObjectNode held = SUMMARY.of(new LoadException.HeldBack("half of the records"), Duration.ZERO);
        assertEquals(11, held.path("exit_code").asInt());
        assertEquals("HELD_BACK", held.path("reason").asText());
        assertEquals(6, quarantined.path("exit_code").asInt());
        assertFalse(quarantined.path("retry").asBoolean(true));
        assertEquals(
                "java.lang.IllegalStateException: no such thing",
                defect.path("message").asText());
        assertEquals(1, defect.path("exit_code").asInt());
    }

    @Test
    void thePageOfOperationsListsEveryFieldAndNoOther() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/operations.md"));
        String section = page.substring(page.indexOf("## The summary of a load"), page.indexOf("## When a load fails"));
        TreeSet<String> listed = new TreeSet<>();
        section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(names -> Stream.of(names.split(",")))
                .forEach(name -> listed.add(name.strip().replace("`", "")));
        assertEquals(new TreeSet<>(fields(SUMMARY.of(result(), Duration.ZERO))), listed);
    }

    @Test
    void aFileIsReplacedAsAWhole(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("load.json"), "x".repeat(100_000));
        ObjectNode summary = SUMMARY.of(result(), Duration.ZERO);

        LoadSummary.requireWritable(file.toString());
        LoadSummary.write(summary, file.toString(), System.out);

        assertEquals(summary.toPrettyString() + "\n", Files.readString(file));
        try (var found = Files.list(directory)) {
            assertEquals(List.of(file), found.toList());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LoadSummary.requireWritable("-");
        LoadSummary.write(summary, "-", new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(
                summary.toPrettyString().strip(),
                out.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldBeforeTheLoad(@TempDir Path directory) {
        for (Path place : List.of(directory, directory.resolve("none/load.json"))) {
            CommandException refused =
                    assertThrows(CommandException.class, () -> LoadSummary.requireWritable(place.toString()));
            assertEquals(ExitCode.CANNOT_WRITE, refused.exitCode());
            assertTrue(refused.getMessage().contains(place.toString()), refused.getMessage());
        }
    }
}
