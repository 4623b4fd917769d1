package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.Folders;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private Path directory;
    private Path warehouse;
    private Launcher launcher;
    private Launcher.Outcome first;

    @BeforeAll
    void loadOnce(@TempDir Path temporary) throws Exception {
        directory = temporary;
        launcher = new Launcher(directory);
        warehouse = directory.resolve("warehouse");
        first = launcher.run("first", Launcher.load(warehouse, launcher.dump("one", 0, 8), "2026-04-01"));
    }

    @Test
    void aLoadPrintsItsSummaryAndNothingElse() {
        assertEquals(0, first.code(), first.err());
        assertEquals("", first.err());
        assertTrue(first.out().startsWith("Loaded 1 file"), first.out());
        assertTrue(first.out().contains("0 failed. Snapshot 2026-04-01-"), first.out());
    }

    @Test
    void sqlPrintsItsRowsAndNothingElse() throws Exception {
        assertEquals(
                new Launcher.Outcome(0, "work_mode,n\r\nREMOTE,8\r\n", ""),
                launcher.run(
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
        Launcher.Outcome outcome = launcher.run(
                "missing", Launcher.load(directory.resolve("none"), directory.resolve("mising"), "2026-04-01"));
        assertEquals(3, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains("mising"), outcome.err());
        assertFalse(Files.exists(directory.resolve("none")));
    }

    @Test
    void whatNeedsNoSessionRunsWithoutOne() throws Exception {
        Launcher.Outcome version = launcher.run("version", "--version");
        assertEquals(0, version.code(), version.err());
        assertTrue(version.out().startsWith("jobmart "), version.out());
        Path posting =
                Files.writeString(directory.resolve("one.json"), Launcher.ad(1).json(new ObjectMapper(), "N-1"));
        Launcher.Outcome explained = launcher.run("explain", "explain", posting);
        assertEquals(0, explained.code(), explained.err());
        assertTrue(explained.out().contains("Java"), explained.out());
    }

    @Test
    void aKilledLoadLeavesTheSnapshotBeforeAndTheNextRunMendsAll(SparkSession spark) throws Exception {
        Path killed = directory.resolve("killed");
        Path undisturbed = directory.resolve("undisturbed");
        Folders.copy(warehouse, killed);
        Folders.copy(warehouse, undisturbed);
        Path second = launcher.dump("two", 5, 12);
        Map<String, String> before =
                files(killed.toRealPath().resolve("current").toRealPath());
        String pointer = Files.readString(killed.resolve("CURRENT.json"));

        Process load = launcher.start("killed", Launcher.load(killed, second, "2026-04-08"));
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Launcher.MINUTES);
            while (tables(killed) < 3) {
                assertTrue(load.isAlive(), () -> "ended before it was killed: " + launcher.printed("killed", "err"));
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

        assertEquals(
                0,
                launcher.run("undisturbed", Launcher.load(undisturbed, second, "2026-04-08"))
                        .code());
        Launcher.Outcome again = launcher.run("again", Launcher.load(killed, second, "2026-04-08"));
        assertEquals(0, again.code(), again.err());

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
