package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.Folders;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Mutations;
import io.jobmart.store.Pointer;
import io.jobmart.store.Retention;
import io.jobmart.store.Warehouse;
import io.jobmart.store.WatchedFileSystem;
import io.jobmart.store.WatchedObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is killed anywhere, and a disk that is full from anywhere on. The moments are not chosen: what lies in the
 * warehouse before each single change that a run makes is kept, and is what a kill at that moment would have left.
 */
@Tag("slow")
@ExtendWith(SparkSessionExtension.class)
class CrashTest {
    private final SparkSession spark;
    private final Path directory;
    private final Path warehouse;
    private final Configuration configuration;
    private final long dead;
    private String scheme;

    CrashTest(SparkSession spark, @TempDir Path directory) throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        dead = process.pid();
        this.spark = spark;
        this.directory = directory;
        warehouse = directory.resolve("warehouse");
        configuration = spark.sparkContext().hadoopConfiguration();
        configuration.set("fs." + WatchedFileSystem.SCHEME + ".impl", WatchedFileSystem.class.getName());
        configuration.set("fs." + WatchedObjectStore.SCHEME + ".impl", WatchedObjectStore.class.getName());
    }

    @AfterEach
    void stopWatching() {
        Mutations.stop();
    }

    /** A run of some command on a warehouse. */
    private interface Run {
        void on(String warehouse) throws Exception;
    }

    private static String posting(int number, String title) {
        return "{\"@context\": \"https://schema.org\", \"@type\": \"JobPosting\", \"url\": \"https://jobs.example/"
                + number + "\", \"title\": \"" + title + " No. " + number
                + "\", \"description\": \"<ul><li>What number " + number + " does all day</li></ul>\"}";
    }

    private String dump(int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(posting(i, "Engineer"));
        }
        return Files.write(directory.resolve(from + "-" + to + ".jsonl"), lines).toString();
    }

    private Run load(String dump, int day, int keep, String version) {
        return warehouse -> small(
                        LoadOptions.of(warehouse, List.of(dump), "board", LocalDate.of(2026, 11, day))
                                .withRetention(Retention.last(keep)),
                        version)
                .run();
    }

    private Load small(LoadOptions options, String version) {
        return new Load(
                spark, options, Progress.NONE, () -> SmallTables::parse, SmallTables.ALL, SmallTables::audit, version);
    }

    private String at(Path directory) {
        return scheme + ":" + directory;
    }

    private Warehouse open(Path directory) throws IOException {
        return Warehouse.at(at(directory), configuration);
    }

    @ParameterizedTest
    @ValueSource(strings = {WatchedFileSystem.SCHEME, WatchedObjectStore.SCHEME})
    void aRunThatIsKilledBetweenAnyTwoChangesLosesNothingAndTheNextOneCompletesIt(String scheme) throws Exception {
        this.scheme = scheme;
        String one = dump(0, 6);
        String two = dump(4, 9);
        String three = dump(8, 12);
        Map<String, Run> life = new LinkedHashMap<>();
        life.put("first load", load(one, 1, 3, "1"));
        life.put("second load", load(two, 2, 3, "1"));
        life.put("rollback", warehouse -> rollBack(warehouse));
        life.put("loading again what was gone back from", load(two, 2, 3, "1"));
        life.put("load that expires two snapshots", load(three, 3, 1, "1"));
        life.put(
                "rebuild",
                warehouse -> small(LoadOptions.ofRebuild(warehouse), "2").rebuild(true));
        life.put("expiry", warehouse -> {
            try (Warehouse.Writer writer =
                    Warehouse.at(warehouse, configuration).write(false)) {
                writer.expire(Retention.last(1));
            }
        });
        int moments = 0;
        for (Map.Entry<String, Run> step : life.entrySet()) {
            moments += killEverywhere(step.getKey(), step.getValue());
        }
        assertTrue(moments > 200, "only " + moments + " changes were seen");
    }

    @Test
    void aLoadOfAllTablesThatBuildsOnTheSnapshotBeforeMayBeKilledAnywhere() throws Exception {
        scheme = WatchedFileSystem.SCHEME;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(posting(i, "Baker"));
        }
        Path dump = Files.write(directory.resolve("feed.jsonl"), lines);
        all(dump, 1).on(at(warehouse));
        lines.set(3, posting(3, "Miller"));
        lines.add(posting(12, "Baker"));
        Files.write(dump, lines);
        int moments = killEverywhere("a load of all tables", all(dump, 2));
        assertTrue(moments > 300, "only " + moments + " changes were seen");
    }

    private Run all(Path dump, int day) {
        return warehouse -> Load.of(
                        spark,
                        LoadOptions.of(warehouse, List.of(dump.toString()), "board", LocalDate.of(2026, 11, day)),
                        Progress.NONE)
                .run();
    }

    @Test
    void aReaderOfASnapshotIsNotDisturbedByLoadsThatTakeItsPlace() throws Exception {
        scheme = "file";
        load(dump(0, 6), 1, 3, "1").on(at(warehouse));
        String seen = Files.readSymbolicLink(warehouse.resolve("current"))
                .getFileName()
                .toString();
        // Files are listed now and opened later.
        Dataset<Row> reader = spark.read().parquet(warehouse.resolve("snapshots/" + seen + "/fact_posting") + "");
        for (int day = 2; day < 5; day++) {
            small(
                            LoadOptions.of(
                                            at(warehouse),
                                            List.of(dump(2 * day, 2 * day + 6)),
                                            "board",
                                            LocalDate.of(2026, 11, day))
                                    .withRetention(new Retention(1, Duration.ofDays(1))),
                            "1")
                    .run();
        }
        assertEquals(6, reader.collectAsList().size());
        assertEquals(4, names(warehouse.resolve("snapshots")).size());
        try (Warehouse.Writer writer = open(warehouse).write(false)) {
            assertTrue(writer.expire(new Retention(1, Duration.ofDays(1))).isEmpty());
        }
        assertEquals(6, reader.collectAsList().size());
    }

    /** Back to the oldest one, unless that is done already. */
    private void rollBack(String warehouse) throws IOException {
        Warehouse store = Warehouse.at(warehouse, configuration);
        try (Warehouse.Writer writer = store.write(false)) {
            List<Pointer.Earlier> kept = writer.base().orElseThrow().kept();
            String oldest = kept.stream()
                    .map(Pointer.Earlier::snapshot)
                    .min(String::compareTo)
                    .orElseThrow();
            if (!oldest.equals(kept.get(0).snapshot())) {
                writer.rollBack(oldest);
            }
        }
    }

    /** Runs, and then looks at what a kill before each change would have left; how many there were. */
    private int killEverywhere(String name, Run run) throws Exception {
        Path states = directory.resolve("states of " + name);
        Optional<Pointer> before = open(warehouse).current();
        Mutations mutations = Mutations.keep(warehouse, states);
        run.on(at(warehouse));
        Mutations.stop();
        Pointer after = open(warehouse).current().orElseThrow();
        Map<String, List<String>> expected = rows(warehouse);

        List<String> changes = mutations.names();
        Map<String, Path> distinct = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            Path state = states.resolve(Integer.toString(i));
            String moment = name + ", killed before " + changes.get(i);
            ownerDies(state);
            assertWhole(state, before, after, moment);
            clear(state, moment);
            distinct.putIfAbsent(signature(state), state);
        }
        for (Path state : distinct.values()) {
            String moment = name + ", killed before "
                    + changes.get(Integer.parseInt(state.getFileName().toString()));
            run.on(at(state));
            assertEquals(after.snapshot(), open(state).current().orElseThrow().snapshot(), moment);
            assertEquals(expected, rows(state), moment);
            assertEquals(names(warehouse.resolve("snapshots")), names(state.resolve("snapshots")), moment);
            try (Warehouse.Writer writer = open(state).write(false)) {
                writer.expire(Retention.last(after.kept().size()));
            }
            assertEquals(names(warehouse.resolve("parsed")), names(state.resolve("parsed")), moment);
            assertEquals(names(warehouse), names(state), moment);
            assertEquals(
                    List.of(),
                    Verification.of(
                                    CrashTest::checksums,
                                    open(state),
                                    open(state).current().orElseThrow())
                            .damages(),
                    moment);
        }
        System.out.printf(
                "%s, %s: %d moments, %d states after clearing%n", scheme, name, changes.size(), distinct.size());
        return changes.size();
    }

    /** What readers see without any lock is one of the two, whole. */
    private void assertWhole(Path state, Optional<Pointer> before, Pointer after, String moment) throws IOException {
        Warehouse store = open(state);
        Optional<Pointer> seen = store.current();
        assertTrue(seen.equals(before) || seen.equals(Optional.of(after)), moment + ": " + seen);
        if (seen.isPresent()) {
            assertEquals(
                    List.of(),
                    Verification.of(CrashTest::checksums, store, seen.get()).damages(),
                    moment);
        }
        Path link = state.resolve("current");
        if (Files.isSymbolicLink(link)) {
            String linked = Files.readSymbolicLink(link).getFileName().toString();
            assertEquals(List.of(), store.damagesOfSnapshot(linked), moment);
        }
    }

    /** The first that every run does. */
    private void clear(Path state, String moment) throws IOException {
        open(state).write(false).close();
        for (String name : names(state)) {
            assertFalse(name.equals("LOCK") || name.endsWith(".tmp"), moment + ": " + name);
        }
    }

    /** The process that holds the lock is this one, and lives. */
    private void ownerDies(Path state) throws IOException {
        Path lock = state.resolve("LOCK");
        if (Files.exists(lock)) {
            String held = Files.readString(lock);
            String own = "\"pid\" : " + ProcessHandle.current().pid() + ",";
            assertTrue(held.contains(own), held);
            Files.delete(lock);
            Files.deleteIfExists(state.resolve(".LOCK.crc"));
            Files.writeString(lock, held.replace(own, "\"pid\" : " + dead + ","));
        }
    }

    private static Map<org.apache.hadoop.fs.Path, String> checksums(List<org.apache.hadoop.fs.Path> files)
            throws IOException {
        Map<org.apache.hadoop.fs.Path, String> sums = new HashMap<>();
        for (org.apache.hadoop.fs.Path file : files) {
            CRC32C crc = new CRC32C();
            crc.update(Files.readAllBytes(Path.of(file.toUri().getPath())));
            sums.put(file, Long.toHexString(crc.getValue()));
        }
        return sums;
    }

    /** All that lies there. */
    private static String signature(Path state) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> found = Files.walk(state)) {
            for (Path path : found.sorted().toList()) {
                sha.update(state.relativize(path).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                if (Files.isRegularFile(path)) {
                    sha.update(Files.readAllBytes(path));
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private Map<String, List<String>> rows(Path root) throws IOException {
        return SmallTables.rows(spark, open(root));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WatchedFileSystem.SCHEME, WatchedObjectStore.SCHEME})
    void aDiskThatIsFullFromAnyChangeOnFailsTheLoadInOneLineAndTheNextOneCompletesIt(String scheme) throws Exception {
        this.scheme = scheme;
        load(dump(0, 6), 1, 3, "1").on(at(warehouse));
        Path saved = directory.resolve("saved");
        Folders.copy(warehouse, saved);
        Run second = load(dump(4, 9), 2, 3, "1");
        Mutations counted = Mutations.keep(warehouse, directory.resolve("unused"));
        second.on(at(warehouse));
        Mutations.stop();
        int changes = counted.names().size();
        Map<String, List<String>> expected = rows(warehouse);
        for (int from = 0; from < changes; from += 1 + changes / 8) {
            Path full = directory.resolve("full from " + from);
            Folders.copy(saved, full);
            Optional<Pointer> before = open(full).current();
            Mutations failing = Mutations.full(full, from);
            LoadException.CannotWrite failed;
            try {
                failed = assertThrows(LoadException.CannotWrite.class, () -> second.on(at(full)));
            } finally {
                Mutations.stop();
            }
            String moment = "full from " + failing.names().get(from);
            assertTrue(failed.getMessage().contains("No space left on device"), failed.getMessage());
            assertTrue(failed.getMessage().contains("MB in Spark's scratch folder"), failed.getMessage());
            assertEquals(1, failed.getMessage().lines().count(), failed.getMessage());
            assertFalse(Files.exists(full.resolve("LOCK")), moment);
            Optional<Pointer> seen = open(full).current();
            assertWhole(full, before, seen.orElseThrow(), moment);
            second.on(at(full));
            assertEquals(expected, rows(full), moment);
            assertEquals(names(warehouse), names(full), moment);
        }
    }
}
