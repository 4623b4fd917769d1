package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Damage;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What disks and copies do to a warehouse is found, named and healed. */
@ExtendWith(SparkSessionExtension.class)
class DamageTest {
    private final SparkSession spark;
    private final Path dump;
    private final Path warehouse;

    DamageTest(SparkSession spark, @TempDir Path directory) {
        this.spark = spark;
        dump = directory.resolve("dump");
        warehouse = directory.resolve("warehouse");
    }

    @BeforeEach
    void loadOneDump() throws Exception {
        Files.createDirectories(dump);
        dump("a.jsonl", 0, 40);
        assertTrue(load().run().published());
        assertEquals(List.of(), verify().damages());
    }

    private void dump(String name, int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add("{\"@context\": \"https://schema.org\", \"@type\": \"JobPosting\", \"url\":"
                    + " \"https://jobs.example/" + i + "\", \"title\": \"Engineer No. " + i
                    + "\", \"description\": \"<p>What number " + i + " does all day</p>\"}");
        }
        Files.write(dump.resolve(name), lines);
    }

    private Load load() {
        return with(
                LoadOptions.of(warehouse.toString(), List.of(dump.toString()), "board", LocalDate.of(2026, 11, 20)));
    }

    private Load rebuild() {
        return with(LoadOptions.ofRebuild(warehouse.toString()));
    }

    private Load with(LoadOptions options) {
        return new Load(
                spark, options, Progress.NONE, () -> SmallTables::parse, SmallTables.ALL, SmallTables::audit, "1");
    }

    private Verification verify() throws IOException {
        Warehouse store = Warehouse.at(warehouse.toString(), new Configuration());
        return Verification.of(spark, store, store.current().orElseThrow());
    }

    private List<String> damages() throws IOException {
        return verify().damages().stream().map(Damage::toString).toList();
    }

    private List<Path> parquet(String directory) throws IOException {
        try (Stream<Path> found = Files.walk(warehouse.resolve(directory).toRealPath())) {
            return found.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private String below(Path file) throws IOException {
        return warehouse.toRealPath().relativize(file).toString();
    }

    private List<String> rows(String table) {
        return spark.read().parquet(warehouse.resolve("current/" + table).toString()).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    /** Hadoop keeps sums of local files beside them, which other file systems and copies don't have. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.write(file, bytes);
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws Exception {
        Path file = parquet("current/fact_posting").get(0);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(4);
        for (int i = 0; i < 12; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            write(file, flipped);
            List<String> damages = damages();
            assertEquals(1, damages.size(), damages.toString());
            assertTrue(damages.get(0).startsWith(below(file) + " is not as it was written"), damages.get(0));
        }
        write(file, whole);
        assertEquals(List.of(), damages());
    }

    @Test
    void aFileThatIsMissingCutOrNotOfTheSnapshotIsNamedAndNothingIsBuiltOnIt() throws Exception {
        Path lost = parquet("current/fact_posting").get(0);
        byte[] whole = Files.readAllBytes(lost);
        Files.delete(lost);
        assertTrue(damages().contains(below(lost) + " is missing"), damages().toString());
        dump("b.jsonl", 40, 45);
        LoadException.Damaged refused = assertThrows(LoadException.Damaged.class, () -> load().run());
        assertTrue(refused.getMessage().contains(below(lost) + " is missing"), refused.getMessage());
        assertTrue(refused.getMessage().contains("jobmart rebuild"), refused.getMessage());

        write(lost, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertTrue(
                damages().contains(below(lost) + " has " + whole.length / 2 + " bytes of " + whole.length),
                damages().toString());

        write(lost, whole);
        Path stranger = Files.copy(lost, lost.resolveSibling("part-9.parquet"));
        assertTrue(
                damages().contains(below(stranger) + " does not belong there"),
                damages().toString());
    }

    @Test
    void aManifestThatWasEditedIsNotBelieved() throws Exception {
        Path manifest = warehouse.resolve("current").toRealPath().resolve("MANIFEST.json");
        write(manifest, Files.readString(manifest).replace("board", "broad").getBytes());
        assertEquals(List.of(below(manifest) + " is not the one that was published"), damages());
        assertThrows(LoadException.Damaged.class, () -> load().run());
    }

    @Test
    void aRebuildMakesDamagedTablesAnewWithTheSameRows() throws Exception {
        List<String> before = rows("fact_posting");
        String snapshot = load().run().snapshot();
        Path damaged = parquet("current/fact_posting").get(0);
        write(damaged, new byte[20]);

        LoadResult healed = rebuild().rebuild(false);
        assertTrue(healed.published());
        assertEquals(snapshot + "-2", healed.snapshot());
        assertEquals(before, rows("fact_posting"));
        assertFalse(load().run().published());
        // The damaged one is still kept, and named, until it expires.
        assertTrue(damages().toString().contains(below(damaged)), damages().toString());
        assertFalse(rebuild().rebuild(false).published());
    }

    @Test
    void damagedStagedRecordsAreReadFromTheDumpsAgain() throws Exception {
        dump("b.jsonl", 35, 50);
        load().run();
        List<String> before = rows("fact_posting");
        for (Path staged : parquet("parsed")) {
            if (staged.toString().contains("records")) {
                write(staged, new byte[20]);
            }
        }
        LoadException.Damaged refused =
                assertThrows(LoadException.Damaged.class, () -> rebuild().rebuild(false));
        assertTrue(refused.getMessage().contains("rebuild --reparse"), refused.getMessage());
        dump("c.jsonl", 50, 55);
        assertThrows(LoadException.Damaged.class, () -> load().run());

        rebuild().rebuild(true);
        assertEquals(before, rows("fact_posting"));
        assertEquals(List.of(), damages());
        load().run();
        assertEquals(55, rows("fact_posting").size());
    }
}
