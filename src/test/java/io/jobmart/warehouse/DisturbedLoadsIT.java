package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.Folders;
import io.jobmart.store.Damage;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Launched loads that are killed or told to stop at moments that nobody chose, and launched loads that meet at one warehouse. What readers
 * see is read by DuckDB, which knows nothing of us. {@code CrashTest} tries every moment, but in one process.
 *
 * <pre>mvn verify -Dtest.excluded=none -Dit.test=DisturbedLoadsIT -Djobmart.times=50 -Djobmart.stops=5 -Djobmart.pairs=10 -Djobmart.seed=7</pre>
 */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisturbedLoadsIT {
    private static final int TIMES = Integer.getInteger("jobmart.times", 4);
    private static final int IN_A_ROW = 5;
    private static final int STOPS = Integer.getInteger("jobmart.stops", 2);
    private static final int PAIRS = Integer.getInteger("jobmart.pairs", 2);
    private static final long SEED = Long.getLong("jobmart.seed", 1);

    private Path directory;
    private Launcher launcher;
    private Path first;
    private Path second;
    private Path one;
    private Path both;
    private Map<String, List<String>> rowsOfOne;
    private Map<String, List<String>> rowsOfBoth;
    /**
     * Milliseconds of processor time of the last load that nobody disturbed: until it had the lock, and from then on. The
     * clock on the wall says little of how far a load is on a machine that is busy now and idle then.
     */
    private long starts;

    private long works;

    @BeforeAll
    void loadUndisturbed(@TempDir Path temporary) throws Exception {
        directory = temporary;
        launcher = new Launcher(directory);
        first = launcher.dump("first", 0, 8);
        second = launcher.dump("second", 5, 12);
        one = directory.resolve("one");
        assertEquals(0, loadTimed("load one", one, loadOne(one)).code());
        rowsOfOne = rows(one);
        both = directory.resolve("both");
        Folders.copy(one, both);
        assertEquals(0, loadTimed("load both", both, loadTwo(both)).code());
        rowsOfBoth = rows(both);
        assertEquals(8, rowsOfOne.get("fact_posting").size());
        assertEquals(12, rowsOfBoth.get("fact_posting").size());
    }

    private Launcher.Outcome loadTimed(String name, Path warehouse, Object... command) throws Exception {
        Process load = launcher.start(name, command);
        await(load, () -> holder(warehouse) == load.pid());
        long locked = worked(load);
        long[] end = {locked};
        await(load, () -> {
            end[0] = Math.max(end[0], worked(load));
            return false;
        });
        Launcher.Outcome outcome = launcher.end(name, load);
        if (outcome.out().startsWith("Loaded ")) {
            starts = locked;
            works = end[0] - locked;
        }
        return outcome;
    }

    /** Milliseconds of processor time; 0 when the process is gone. */
    private static long worked(Process process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** The process that the lock names; 0 when there is none. */
    private static long holder(Path warehouse) throws IOException {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(warehouse.resolve("LOCK")))
                    .path("pid")
                    .asLong();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private Object[] loadOne(Path warehouse, Object... options) {
        return Launcher.load(warehouse, first, "2026-04-01", options);
    }

    private Object[] loadTwo(Path warehouse, Object... options) {
        return Launcher.load(warehouse, second, "2026-04-08", options);
    }

    @Test
    void aLoadThatIsKilledAtARandomMomentLeavesAWholeSnapshotAndTheNextRunCompletesIt() throws Exception {
        Random random = new Random(SEED);
        Map<String, Integer> stages = new TreeMap<>();
        for (int i = 0, killed = 0; killed < TIMES; i++) {
            boolean onPublished = i % 2 == 1;
            String which = onPublished ? "second load, " : "first load, ";
            Path warehouse = directory.resolve("killed " + i);
            if (onPublished) {
                Folders.copy(one, warehouse);
            }
            Object[] command = onPublished ? loadTwo(warehouse) : loadOne(warehouse);
            // What a killed load leaves is what the next one, which may be killed in turn, begins with.
            int row = Math.min(1 + random.nextInt(IN_A_ROW), TIMES - killed);
            String moments = which;
            for (int code = -1, k = 0; k < row && code != 0; k++) {
                String name = "killed " + i + "." + k;
                // One in five may die before it has done anything, the others while they hold the lock.
                boolean early = random.nextInt(5) == 0;
                long delay = (long) (random.nextDouble() * (early ? starts : works));
                code = kill(name, warehouse, command, early, delay);
                String stage = stage(warehouse, onPublished ? 1 : 0, code);
                killed += code == 0 ? 0 : 1;
                stages.merge(which + stage, 1, Integer::sum);
                moments += delay + " ms" + (early ? ": " : " with the lock: ") + stage + "; ";
                assertReadersSeeOneOfTheTwo(warehouse, onPublished, moments);
            }
            Launcher.Outcome again = loadTimed("killed " + i + " again", warehouse, command);
            assertEquals(0, again.code(), moments + again.err());
            Path undisturbed = onPublished ? both : one;
            assertSame(onPublished ? rowsOfBoth : rowsOfOne, rows(warehouse), moments);
            assertNoRemains(undisturbed, warehouse, moments);
            assertWhole(warehouse, moments);
            Folders.delete(warehouse);
            System.out.println(moments + "whole each time, and completed by the next run");
        }
        System.out.println(TIMES + " loads killed, seed " + SEED + ":");
        stages.forEach((stage, count) -> System.out.printf("  %-60s %3d%n", stage, count));
    }

    /** Returns 0 when the load was done before. */
    private int kill(String name, Path warehouse, Object[] command, boolean early, long delay) throws Exception {
        Process load = launcher.start(name, command);
        try {
            if (!early) {
                await(load, () -> holder(warehouse) == load.pid());
            }
            long begin = worked(load);
            await(load, () -> worked(load) - begin >= delay);
        } finally {
            load.destroyForcibly();
        }
        int code = launcher.end(name, load).code();
        assertTrue(code == 128 + 9 || code == 0, name + ": " + launcher.printed(name, "err"));
        return code;
    }

    @Test
    void aLoadThatIsToldToStopLetsGoOfTheLockAndSaysSoInOneLine() throws Exception {
        int stopped = 0;
        for (int i = 0; i < STOPS; i++) {
            String name = "stopped " + i;
            Path warehouse = directory.resolve(name);
            Process load = launcher.start(name, loadOne(warehouse));
            await(load, () -> holder(warehouse) == load.pid());
            long begin = worked(load);
            long delay = works * i / STOPS;
            await(load, () -> worked(load) - begin >= delay);
            load.destroy();
            Launcher.Outcome outcome = launcher.end(name, load);
            String moment = delay + " ms with the lock: ";
            assertFalse(Files.exists(warehouse.resolve("LOCK")), moment + outcome.err());
            if (!Files.exists(warehouse.resolve("current"))) {
                stopped++;
                assertEquals(128 + 15, outcome.code(), moment + outcome.err());
                assertEquals(
                        "jobmart: stopped before it was done; the same command completes what it began",
                        outcome.err().strip(),
                        moment);
            }
            Launcher.Outcome again = launcher.run(name + " again", loadOne(warehouse));
            assertEquals(0, again.code(), moment + again.err());
            assertSame(rowsOfOne, rows(warehouse), moment);
            assertNoRemains(one, warehouse, moment);
            Folders.delete(warehouse);
        }
        System.out.println(STOPS + " loads told to stop: " + stopped + " did, the others were done");
        assertTrue(stopped > 0, "none was stopped");
    }

    /** How far a load had come, by what lies there. */
    private static String stage(Path warehouse, int published, int code) throws IOException {
        if (code == 0) {
            return "done before it could be killed";
        }
        boolean locked = Files.exists(warehouse.resolve("LOCK"));
        if (pointer(warehouse).map(pointer -> pointer.kept().size()).orElse(0) > published) {
            return locked ? "published, lock held" : "published, lock given back";
        }
        if (!locked) {
            return "not begun";
        }
        Set<String> snapshots = new TreeSet<>(names(warehouse.resolve("snapshots")));
        pointer(warehouse).ifPresent(pointer -> pointer.kept().forEach(kept -> snapshots.remove(kept.snapshot())));
        if (!snapshots.isEmpty()) {
            List<String> written =
                    names(warehouse.resolve("snapshots/" + snapshots.iterator().next()));
            return written.contains(Warehouse.MANIFEST)
                    ? "manifest written"
                    : written.size() < Tables.all().size() - 1 ? "tables being written" : "audit";
        }
        return names(warehouse.resolve("parsed")).size() > published ? "records being staged" : "lock taken";
    }

    private void assertReadersSeeOneOfTheTwo(Path warehouse, boolean onPublished, String moment) throws Exception {
        Optional<Pointer> pointer = pointer(warehouse);
        if (pointer.isEmpty()) {
            assertFalse(onPublished, moment);
            assertFalse(Files.exists(warehouse.resolve("current"), LinkOption.NOFOLLOW_LINKS), moment);
            return;
        }
        assertWhole(warehouse, moment);
        Path seen = warehouse.resolve("snapshots/" + pointer.get().snapshot());
        Map<String, List<String>> before = onPublished ? rowsOfOne : null;
        Map<String, List<String>> after = onPublished ? rowsOfBoth : rowsOfOne;
        Map<String, List<String>> rows = rowsOfSnapshot(seen);
        assertSame(rows.equals(before) ? before : after, rows, moment);
        // The link is moved after the pointer: between the two it leads to the snapshot before.
        Path link = warehouse.resolve("current");
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Map<String, List<String>> linked = rowsOfSnapshot(link.toRealPath());
            assertSame(linked.equals(before) ? before : after, linked, moment);
        }
    }

    /** Every file of every kept snapshot is there with the checksum that was written down. */
    private static void assertWhole(Path warehouse, String moment) throws IOException {
        Warehouse store = Warehouse.at(warehouse.toString(), new Configuration(false));
        for (Pointer.Earlier kept : store.current().orElseThrow().kept()) {
            List<Damage> damages = store.damagesOfSnapshot(kept.snapshot());
            assertEquals(List.of(), damages, moment);
            for (Map.Entry<org.apache.hadoop.fs.Path, String> file :
                    store.checksums(kept).entrySet()) {
                CRC32C crc = new CRC32C();
                crc.update(Files.readAllBytes(Path.of(file.getKey().toUri().getPath())));
                assertEquals(file.getValue(), Long.toHexString(crc.getValue()), moment + ": " + file.getKey());
            }
        }
    }

    private static void assertNoRemains(Path undisturbed, Path warehouse, String moment) throws IOException {
        for (String folder : List.of("", "snapshots", "parsed")) {
            assertEquals(names(undisturbed.resolve(folder)), names(warehouse.resolve(folder)), moment);
        }
    }

    @Test
    void ofTwoLoadsAtOnceOneWorksAndTheOtherSaysWhoHoldsTheLock() throws Exception {
        int refused = 0;
        for (int i = 0; i < PAIRS; i++) {
            String name = "pair " + i;
            Path warehouse = directory.resolve(name);
            Map<Long, Launcher.Outcome> loads = together(name, loadOne(warehouse), loadOne(warehouse));
            Map<Integer, Launcher.Outcome> outcomes = new TreeMap<>();
            loads.values().forEach(outcome -> outcomes.put(outcome.code(), outcome));
            // One that comes when the other is done finds its dump loaded.
            assertTrue(outcomes.containsKey(0), outcomes.toString());
            if (outcomes.size() == 2) {
                refused++;
                Launcher.Outcome outcome = outcomes.get(5);
                assertEquals(1, outcome.err().lines().count(), outcome.err());
                assertTrue(outcome.err().matches("(?s).* is locked by .*, process \\d+.* since .*"), outcome.err());
                assertTrue(
                        loads.keySet().stream()
                                .anyMatch(process -> outcome.err().contains(" " + process)),
                        outcome.err());
            }
            assertSame(rowsOfOne, rows(warehouse), name);
            assertNoRemains(one, warehouse, name);
            assertWhole(warehouse, name);
            Folders.delete(warehouse);
        }
        System.out.println(PAIRS + " pairs of loads: " + refused + " were refused");
        assertTrue(refused > 0, "no two of them met");
    }

    @Test
    void ofTwoLoadsAtOnceOneWaitsForTheOtherAndBothArePublished() throws Exception {
        int waited = 0;
        for (int i = 0; i < PAIRS; i++) {
            String name = "queue " + i;
            Path warehouse = directory.resolve(name);
            Map<Long, Launcher.Outcome> loads =
                    together(name, loadOne(warehouse, "--wait", "10m"), loadTwo(warehouse, "--wait", "10m"));
            for (Launcher.Outcome outcome : loads.values()) {
                assertEquals(0, outcome.code(), outcome.err());
                waited += outcome.err().startsWith("jobmart: waiting for ") ? 1 : 0;
            }
            assertSame(rowsOfBoth, rows(warehouse), name);
            assertEquals(2, names(warehouse.resolve("snapshots")).size());
            assertWhole(warehouse, name);
            Folders.delete(warehouse);
        }
        System.out.println(PAIRS + " pairs of loads with --wait: " + waited + " waited");
        assertTrue(waited > 0, "no two of them met");
    }

    /** What came of two loads that were started at once, by the number of their process. */
    private Map<Long, Launcher.Outcome> together(String name, Object[] one, Object[] other) throws Exception {
        Process first = launcher.start(name + " a", one);
        Process second = launcher.start(name + " b", other);
        return Map.of(
                first.pid(), launcher.end(name + " a", first),
                second.pid(), launcher.end(name + " b", second));
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Process load, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Launcher.MINUTES);
        while (!condition.holds() && load.isAlive()) {
            assertTrue(System.nanoTime() < end, "nothing happens");
            Thread.sleep(10);
        }
    }

    private static Optional<Pointer> pointer(Path warehouse) throws IOException {
        return Files.exists(warehouse)
                ? Warehouse.at(warehouse.toString(), new Configuration(false)).current()
                : Optional.empty();
    }

    private static Map<String, List<String>> rows(Path warehouse) throws Exception {
        return rowsOfSnapshot(warehouse.resolve("current").toRealPath());
    }

    /** All rows of all tables, sorted. */
    private static Map<String, List<String>> rowsOfSnapshot(Path snapshot) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (Table table : Tables.all()) {
                List<String> found = new ArrayList<>();
                try (ResultSet result = statement.executeQuery(
                        "SELECT CAST(t AS VARCHAR) FROM read_parquet('" + snapshot.resolve(table.name())
                                + "/**/*.parquet', hive_partitioning = true) AS t ORDER BY 1")) {
                    while (result.next()) {
                        found.add(result.getString(1));
                    }
                }
                rows.put(table.name(), found);
            }
        }
        return rows;
    }

    private static void assertSame(Map<String, List<String>> expected, Map<String, List<String>> found, String moment) {
        expected.forEach((table, rows) -> assertEquals(rows, found.get(table), moment + ": " + table));
        assertEquals(expected.keySet(), found.keySet(), moment);
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
