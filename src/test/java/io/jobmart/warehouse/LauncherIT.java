package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.Folders;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as users run it: jobs/jobmart, its own JVM, SparkSubmit, Spark from Maven, and a kill in the middle. */
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherIT {
    private static final long MINUTES = 5;

    private Path directory;
    private Path warehouse;
    private Outcome first;

    private record Outcome(int code, String out, String err) {}

    private static Ad ad(int number) {
        return new Ad(
                number,
                "Data Engineer",
                LocalDate.of(2026, 1 + number % 3, 5),
                null,
                Ad.City.BERLIN,
                "REMOTE",
                List.of("Java", "SQL"),
                List.of("Docker"),
                List.of(),
                new Ad.Pay(60_000, 80_000, false),
                List.of("BACHELOR"),
                false,
                List.of(3));
    }

    private Path dump(String name, int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(ad(i).json(new ObjectMapper(), "N-" + i));
        }
        Path dump = Files.createDirectories(directory.resolve(name));
        Files.write(dump.resolve("ads.jsonl"), lines);
        return dump;
    }

    private Process start(String name, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of("jobs/jobmart").toAbsolutePath().toString(),
                "--conf",
                "spark.master=local[2]",
                "--conf",
                "spark.sql.shuffle.partitions=2"));
        Stream.of(words).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(file(name, "out"))
                .redirectError(file(name, "err"));
        builder.environment().put("JOBMART_SPARK", "maven");
        builder.environment().put("JOBMART_DRIVER_MEMORY", "1g");
        builder.environment().put("JOBMART_JAVA", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return builder.start();
    }

    private File file(String name, String kind) {
        return directory.resolve(name + "." + kind).toFile();
    }

    private Outcome run(String name, Object... words) throws Exception {
        Process process = start(name, words);
        try {
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), name + " does not end");
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(file(name, "out").toPath()),
                Files.readString(file(name, "err").toPath()));
    }

    private static Object[] load(Path warehouse, Path dump, String asOf) {
        return new Object[] {"load", "--input", dump, "--warehouse", warehouse, "--as-of", asOf, "--source", "board"};
    }

    @BeforeAll
    void loadOnce(@TempDir Path temporary) throws Exception {
        directory = temporary;
        warehouse = directory.resolve("warehouse");
        first = run("first", load(warehouse, dump("one", 0, 8), "2026-04-01"));
    }

    @Test
    void aLoadPrintsItsSummaryAndNothingElse() {
        assertEquals(0, first.code, first.err);
        assertEquals("", first.err);
        assertTrue(first.out.startsWith("Loaded 1 file"), first.out);
        assertTrue(first.out.contains("0 failed. Snapshot 2026-04-01-"), first.out);
    }

    @Test
    void sqlPrintsItsRowsAndNothingElse() throws Exception {
        assertEquals(
                new Outcome(0, "work_mode,n\r\nREMOTE,8\r\n", ""),
                run(
                        "sql",
                        "sql",
                        "--warehouse",
                        warehouse,
                        "-e",
                        "SELECT work_mode, count(*) AS n FROM posting GROUP BY work_mode",
                        "--format",
                        "csv"));
    }

    @Test
    void theExitCodeComesThroughSparkSubmitWithOneLine() throws Exception {
        Outcome outcome = run("missing", load(directory.resolve("none"), directory.resolve("mising"), "2026-04-01"));
        assertEquals(3, outcome.code, outcome.err);
        assertEquals("", outcome.out);
        assertEquals(1, outcome.err.lines().count(), outcome.err);
        assertTrue(outcome.err.contains("mising"), outcome.err);
        assertFalse(Files.exists(directory.resolve("none")));
    }

    @Test
    void whatNeedsNoSessionRunsWithoutOne() throws Exception {
        Outcome version = run("version", "--version");
        assertEquals(0, version.code, version.err);
        assertTrue(version.out.startsWith("jobmart "), version.out);
        Path posting = Files.writeString(directory.resolve("one.json"), ad(1).json(new ObjectMapper(), "N-1"));
        Outcome explained = run("explain", "explain", posting);
        assertEquals(0, explained.code, explained.err);
        assertTrue(explained.out.contains("Java"), explained.out);
    }

    @Test
    void aKilledLoadLeavesTheSnapshotBeforeAndTheNextRunMendsAll(SparkSession spark) throws Exception {
        Path killed = directory.resolve("killed");
        Path undisturbed = directory.resolve("undisturbed");
        Folders.copy(warehouse, killed);
        Folders.copy(warehouse, undisturbed);
        Path second = dump("two", 5, 12);
        Map<String, String> before =
                files(killed.toRealPath().resolve("current").toRealPath());
        String pointer = Files.readString(killed.resolve("CURRENT.json"));

        Process load = start("killed", load(killed, second, "2026-04-08"));
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            while (tables(killed) < 3) {
                assertTrue(load.isAlive(), () -> "ended before it was killed: " + read(file("killed", "err")));
                assertTrue(System.nanoTime() < end, "wrote no table");
                Thread.sleep(20);
            }
        } finally {
            load.destroyForcibly();
        }
        assertTrue(load.waitFor(1, TimeUnit.MINUTES));
        assertEquals(128 + 9, load.exitValue());

        assertEquals(2, names(killed.resolve("snapshots")).size(), "the kill came in the middle");
        assertEquals(pointer, Files.readString(killed.resolve("CURRENT.json")));
        assertEquals(before, files(killed.resolve("current").toRealPath()));
        assertEquals(8, LoadedWarehouse.open(spark, killed).count("posting"));

        assertEquals(0, run("undisturbed", load(undisturbed, second, "2026-04-08")).code);
        Outcome again = run("again", load(killed, second, "2026-04-08"));
        assertEquals(0, again.code, again.err);

        LoadedWarehouse mended = LoadedWarehouse.open(spark, killed);
        assertEquals(12, mended.count("posting"));
        Map<String, List<String>> expected =
                LoadedWarehouse.open(spark, undisturbed).contents();
        mended.contents().forEach((table, rows) -> assertEquals(expected.get(table), rows, table));
        assertEquals(names(undisturbed), names(killed));
        assertEquals(names(undisturbed.resolve("snapshots")), names(killed.resolve("snapshots")));
        assertEquals(names(undisturbed.resolve("parsed")), names(killed.resolve("parsed")));
    }

    /** How many tables of a snapshot that is not the current one are there, begun or done. */
    private static long tables(Path warehouse) throws IOException {
        Path current = warehouse.resolve("current").toRealPath();
        long tables = 0;
        for (String snapshot : names(warehouse.resolve("snapshots"))) {
            Path directory = warehouse.resolve("snapshots").resolve(snapshot);
            if (!directory.toRealPath().equals(current)) {
                for (Table table : Tables.all()) {
                    tables += Files.exists(directory.resolve(table.name())) ? 1 : 0;
                }
            }
        }
        return tables;
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        directory.relativize(file).toString(),
                        Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
