package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Pointer;
import io.jobmart.store.Race;
import io.jobmart.store.S3Server;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Dumps and a warehouse in an S3 bucket. Runs with {@code mvn test -Ps3}, which needs moto_server. */
@Tag("slow")
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStorageTest {
    private static final String ROOT = "s3a://" + S3Server.BUCKET + "/";

    private final SparkSession spark;
    private final Configuration configuration;
    private Path directory;
    private S3Server server;

    ObjectStorageTest(SparkSession shared) {
        spark = shared.newSession();
        configuration = shared.sparkContext().hadoopConfiguration();
    }

    @BeforeAll
    void startServer(@TempDir Path temporary) throws Exception {
        assumeTrue(S3Server.hasClient(), "hadoop-aws is not there: mvn -Ps3");
        directory = temporary;
        server = S3Server.start(directory.resolve("server.log"));
        server.configure(configuration);
        Properties settings = new Properties();
        try (var in = Files.newBufferedReader(Path.of("conf/s3.conf"))) {
            settings.load(in);
        }
        settings.forEach((name, value) -> {
            if (name.toString().startsWith("spark.hadoop.")) {
                configuration.set(name.toString().substring("spark.hadoop.".length()), value.toString());
            }
        });
        dump("one", 0, 6);
        dump("two", 4, 9);
    }

    @AfterAll
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private void dump(String name, int from, int to) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("{\"@context\": \"https://schema.org\", \"@type\": \"JobPosting\", \"url\":")
                    .append(" \"https://jobs.example/" + i + "\", \"title\": \"Engineer No. " + i)
                    .append("\", \"description\": \"<p>What number " + i + " does all day</p>\"}\n");
        }
        Files.createDirectories(directory.resolve(name));
        Files.writeString(directory.resolve(name + "/ads.jsonl"), lines);
        write(ROOT + name + "/ads.jsonl", lines.toString());
    }

    private void write(String path, String content) throws IOException {
        org.apache.hadoop.fs.Path to = new org.apache.hadoop.fs.Path(path);
        try (var out = to.getFileSystem(configuration).create(to, true)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private LoadResult load(String warehouse, String dumps, String name, int day) throws LoadException {
        LoadOptions options = LoadOptions.of(warehouse, List.of(dumps + name), "board", LocalDate.of(2026, 11, day));
        return new Load(
                        spark,
                        options,
                        Progress.NONE,
                        () -> SmallTables::parse,
                        SmallTables.ALL,
                        SmallTables::audit,
                        "1")
                .run();
    }

    private Warehouse open(String warehouse) throws IOException {
        return Warehouse.at(warehouse, configuration);
    }

    private Map<String, List<String>> rows(String warehouse) throws IOException {
        return SmallTables.rows(spark, open(warehouse));
    }

    private TreeSet<String> keys(String below) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(below);
        FileSystem fileSystem = path.getFileSystem(configuration);
        TreeSet<String> keys = new TreeSet<>();
        for (RemoteIterator<LocatedFileStatus> files = fileSystem.listFiles(path, true); files.hasNext(); ) {
            keys.add(files.next().getPath().toString().substring(below.length()));
        }
        return keys;
    }

    private void assertWhole(String warehouse) throws IOException {
        Warehouse store = open(warehouse);
        Optional<Pointer> current = store.current();
        if (current.isPresent()) {
            assertEquals(List.of(), Verification.of(spark, store, current.get()).damages());
        }
    }

    @Test
    void aWarehouseInABucketHoldsTheRowsOfALocalOne() throws Exception {
        String remote = ROOT + "same";
        String local = directory.resolve("same").toString();
        for (String dumps : List.of(ROOT, directory + "/")) {
            String warehouse = dumps.equals(ROOT) ? remote : local;
            assertTrue(load(warehouse, dumps, "one", 1).published());
            assertTrue(load(warehouse, dumps, "two", 2).published());
            assertFalse(load(warehouse, dumps, "two", 2).published());
        }
        assertEquals(rows(local), rows(remote));
        assertWhole(remote);
        TreeSet<String> keys = keys(remote);
        assertTrue(keys.contains("/CURRENT.json") && !keys.contains("/LOCK"), keys.toString());
        assertTrue(keys.stream().noneMatch(key -> key.contains("_temporary")), keys.toString());
    }

    @Test
    void ofManyWritersAtOnceOneGetsTheLock() throws Exception {
        int writers = 8;
        assertEquals(1, Race.winners(writers, () -> open(ROOT + "lock").write(false)));
        assertTrue(server.conditionalWrites() >= writers, "the store itself told who came first");
    }

    @Test
    @SuppressWarnings("try") // holding the lock is all that is done with it
    void aPointerThatSomebodyElseMovedStays() throws Exception {
        String warehouse = ROOT + "moved";
        load(warehouse, ROOT, "one", 1);
        load(warehouse, ROOT, "two", 2);
        Warehouse store = open(warehouse);
        Pointer current = store.current().orElseThrow();
        String earlier = current.earlier().get(0).snapshot();
        try (Warehouse.Writer writer = store.write(false)) {
            String pointer = keysContent(warehouse + "/CURRENT.json");
            write(warehouse + "/CURRENT.json", pointer.replace(current.asOf(), "2026-11-03"));
            IOException refused = assertThrows(IOException.class, () -> writer.rollBack(earlier));
            assertTrue(refused.getMessage().contains("Another run"), refused.getMessage());
            assertEquals("2026-11-03", store.current().orElseThrow().asOf());
        }
    }

    private String keysContent(String path) throws IOException {
        org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(path);
        try (var in = from.getFileSystem(configuration).open(from)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The lock of this process becomes that of one that is dead. */
    private void ownerDies(String warehouse) throws Exception {
        if (keys(warehouse).contains("/LOCK")) {
            Process process = new ProcessBuilder("true").start();
            process.waitFor();
            String own = "\"pid\" : " + ProcessHandle.current().pid() + ",";
            String held = keysContent(warehouse + "/LOCK");
            assertTrue(held.contains(own), held);
            write(warehouse + "/LOCK", held.replace(own, "\"pid\" : " + process.pid() + ","));
        }
    }

    @Test
    void aLoadThatIsCutOffFromTheStoreAtAnyRequestLosesNothingAndTheNextOneCompletesIt() throws Exception {
        String undisturbed = ROOT + "undisturbed";
        load(undisturbed, ROOT, "one", 1);
        server.open(Integer.MAX_VALUE);
        load(undisturbed, ROOT, "two", 2);
        int changes = server.changes().size();
        Map<String, List<String>> expected = rows(undisturbed);
        String first = ROOT + "first";
        load(first, ROOT, "one", 1);
        int cuts = 0;
        // Many while files are written, and each of the last, when the pointer moves.
        int step = 1 + changes / 4;
        for (int cut = 0; cut < changes; cut = cut < changes - 4 ? Math.min(cut + step, changes - 4) : cut + 1) {
            cuts++;
            String warehouse = ROOT + "cut" + cut;
            copy(first, warehouse);
            String before = open(warehouse).current().orElseThrow().snapshot();
            server.open(cut);
            try {
                load(warehouse, ROOT, "two", 2);
            } catch (LoadException.CannotWrite e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            } finally {
                server.open(Integer.MAX_VALUE);
            }
            ownerDies(warehouse);
            String seen = open(warehouse).current().orElseThrow().snapshot();
            String after = open(undisturbed).current().orElseThrow().snapshot();
            assertTrue(seen.equals(before) || seen.equals(after), seen);
            assertWhole(warehouse);

            load(warehouse, ROOT, "two", 2);
            assertEquals(expected, rows(warehouse), "cut off after " + cut + " changes");
            assertWhole(warehouse);
            TreeSet<String> keys = keys(warehouse);
            assertTrue(
                    keys.stream().noneMatch(key -> key.contains("_temporary") || key.contains("LOCK")),
                    keys.toString());
        }
        System.out.println("cut off after " + cuts + " of " + changes + " changes");
    }

    private void copy(String from, String to) throws IOException {
        org.apache.hadoop.fs.Path source = new org.apache.hadoop.fs.Path(from);
        FileSystem fileSystem = source.getFileSystem(configuration);
        assertTrue(
                FileUtil.copy(fileSystem, source, fileSystem, new org.apache.hadoop.fs.Path(to), false, configuration));
    }

    @Test
    void ofTwoLoadsAtOnceOneWorksAndTheOtherSaysWhoHoldsTheLock() throws Exception {
        String warehouse = ROOT + "race";
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int published = 0;
        try {
            Callable<Boolean> load = () -> load(warehouse, ROOT, "one", 1).published();
            for (Future<Boolean> result : threads.invokeAll(List.of(load, load))) {
                try {
                    published += result.get() ? 1 : 0;
                } catch (ExecutionException e) {
                    // One that comes when the other is done finds its dump loaded instead.
                    LoadException.Locked refused = assertInstanceOf(LoadException.Locked.class, e.getCause());
                    assertTrue(refused.getMessage().contains(" is locked by "), refused.getMessage());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, published);
        assertEquals(6, rows(warehouse).get("fact_posting").size());
        assertWhole(warehouse);
    }
}
