package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Dumps may come in any order, in parts and again: the tables are those of all of them loaded at once. */
@Tag("slow")
@ExtendWith(SparkSessionExtension.class)
class LoadOrderTest {
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 3, 1));

    private final SparkSession spark;
    private final Path directory;

    LoadOrderTest(SparkSession spark, @TempDir Path directory) {
        this.spark = spark;
        this.directory = directory;
    }

    /** Two files a day: some postings come, some go, a few change their pay. */
    private void writeDumps() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path feed = Files.createDirectories(directory.resolve("feed"));
        for (int day = 0; day < DAYS.size(); day++) {
            List<String> lines = new ArrayList<>();
            for (int i = 2 * day; i < 20 + 3 * day; i++) {
                boolean raised = day > 0 && i % 7 == 0;
                Ad ad = new Ad(
                        i,
                        i % 3 == 0 ? "Baker" : "Data Engineer",
                        LocalDate.of(2026, 1, 1 + i % 28),
                        i % 5 == 0 ? LocalDate.of(2026, 2, 10) : null,
                        Ad.City.values()[i % 3],
                        i % 2 == 0 ? "REMOTE" : "HYBRID",
                        List.of("Java", "SQL", "Python").subList(0, 1 + i % 3),
                        List.of("Docker"),
                        List.of("PostgreSQL"),
                        new Ad.Pay(50_000 + i, raised ? 70_000 : 60_000, false),
                        List.of("BACHELOR", "MASTER"),
                        false,
                        List.of(4, 2));
                lines.add(ad.json(json, "N-" + i));
            }
            if (day == 1) {
                lines.add("{\"title\": ");
            }
            int half = lines.size() / 2;
            Files.write(feed.resolve("a_" + DAYS.get(day) + ".jsonl"), lines.subList(0, half));
            Files.write(feed.resolve("b_" + DAYS.get(day) + ".jsonl"), lines.subList(half, lines.size()));
        }
    }

    private LoadOptions options(String warehouse, String... files) {
        List<String> paths = new ArrayList<>();
        for (String file : files) {
            paths.add(directory.resolve("feed/" + file).toString());
        }
        return LoadOptions.of(directory.resolve(warehouse).toString(), paths, "board", DAYS.get(0))
                .withDaysOfNames()
                .withComplete(true)
                .withRetention(Retention.last(1));
    }

    private LoadedWarehouse load(LoadOptions options) throws LoadException {
        return LoadedWarehouse.load(spark, options);
    }

    private static void assertSame(LoadedWarehouse expected, LoadedWarehouse other) {
        Map<String, List<String>> rows = other.contents();
        expected.contents()
                .forEach((table, expectedRows) ->
                        assertEquals(String.join("\n", expectedRows), String.join("\n", rows.get(table)), table));
    }

    @Test
    void anyOrderAnySplitAndAnyRepetitionGivesTheSameTables() throws Exception {
        writeDumps();
        List<String> names = new ArrayList<>();
        for (LocalDate day : DAYS) {
            names.add("a_" + day + ".jsonl");
            names.add("b_" + day + ".jsonl");
        }
        LoadedWarehouse once = load(options("once", names.toArray(String[]::new)));
        assertEquals(1, once.result().quarantined());
        assertTrue(once.count("fact_posting WHERE close_reason = 'DELISTED'") > 0);
        assertTrue(once.count("posting_text WHERE content_version = 2") > 0);

        LoadedWarehouse daily = null;
        for (LocalDate day : DAYS) {
            daily = load(options("daily", "a_" + day + ".jsonl", "b_" + day + ".jsonl"));
        }
        assertSame(once, daily);

        long seed = 20260301;
        Random random = new Random(seed);
        Collections.shuffle(names, random);
        LoadedWarehouse shuffled = null;
        for (int from = 0; from < names.size(); ) {
            int to = Math.min(names.size(), from + 2 + random.nextInt(2));
            // Some of what came before comes again.
            List<String> part = new ArrayList<>(names.subList(from, to));
            part.addAll(names.subList(0, random.nextInt(from + 1)));
            shuffled = load(options("shuffled", part.stream().distinct().toArray(String[]::new)));
            from = to;
        }
        assertSame(once, shuffled);

        // A day that is loaded wrongly, and then put right.
        Path wrong = directory.resolve("feed/a_" + DAYS.get(1) + ".jsonl");
        List<String> right = Files.readAllLines(wrong);
        Files.write(wrong, right.subList(0, 3));
        load(options("shuffled", wrong.getFileName().toString(), "b_" + DAYS.get(1) + ".jsonl")
                .withQuarantineLimit(1)
                .withReplace(true));
        Files.write(wrong, right);
        assertSame(
                once,
                load(options("shuffled", wrong.getFileName().toString(), "b_" + DAYS.get(1) + ".jsonl")
                        .withReplace(true)));
    }
}
