package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.spark.SparkSessionExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The rows of every table are a function of the dump: not of tasks, partitions or the order of the inputs. */
@Tag("slow")
@ExtendWith(SparkSessionExtension.class)
class LoadInvarianceTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);

    /** Two files of lines and a folder, in which postings are repeated and copied across files. */
    private static List<String> dump(Path directory) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> one = new ArrayList<>();
        List<String> two = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Ad ad = new Ad(
                    i,
                    "Data Engineer",
                    LocalDate.of(2026, 1 + i % 3, 1 + i),
                    i % 4 == 0 ? LocalDate.of(2026, 3, 30) : null,
                    Ad.City.values()[i % 3],
                    i % 2 == 0 ? "REMOTE" : "HYBRID",
                    List.of("Java", "SQL", "Python").subList(0, 1 + i % 3),
                    List.of("Docker"),
                    List.of("PostgreSQL"),
                    i % 3 == 0 ? null : new Ad.Pay(50_000 + i, 60_000 + i, false),
                    List.of("BACHELOR", "MASTER"),
                    false,
                    List.of(4, 2));
            one.add(ad.json(json, "N-" + i));
            // Every third is there again, under its own number or under another.
            if (i % 3 == 0) {
                two.add(ad.json(json, (i % 2 == 0 ? "N-" : "COPY-") + i));
            }
        }
        one.add(4, "{\"title\": ");
        Files.createDirectories(directory);
        Files.write(directory.resolve("one.jsonl"), one);
        Files.write(directory.resolve("two.jsonl"), two);
        Path golden = Files.createDirectories(directory.resolve("golden"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/data-engineer"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                Files.copy(file, golden.resolve(file.getFileName()));
            }
        }
        return List.of(
                directory.resolve("one.jsonl").toString(),
                directory.resolve("two.jsonl").toString(),
                golden.toString());
    }

    @Test
    void tasksPartitionsAndTheOrderOfInputsDoNotShow(SparkSession spark, @TempDir Path directory) throws Exception {
        List<String> inputs = dump(directory.resolve("dump"));
        List<String> backwards = new ArrayList<>(inputs);
        Collections.reverse(backwards);

        LoadedWarehouse plain = load(spark, directory.resolve("1"), inputs, 1, 1 << 20);
        LoadedWarehouse some = load(spark, directory.resolve("2"), backwards, 2, 8_000);
        LoadedWarehouse many = load(spark, directory.resolve("7"), inputs, 7, 1_500);

        assertTrue(
                parts(plain) < parts(some) && parts(some) < parts(many),
                parts(plain) + ", " + parts(some) + ", " + parts(many));
        assertEquals(1, plain.result().quarantined());
        assertEquals(3, plain.result().repeated());
        assertTrue(plain.count("bridge_posting_duplicate WHERE duplicate_type = 'FULL'") >= 6);
        Map<String, List<String>> expected = plain.contents();
        for (LoadedWarehouse other : List.of(some, many)) {
            other.contents().forEach((table, rows) -> assertEquals(lines(expected.get(table)), lines(rows), table));
        }
    }

    private static LoadedWarehouse load(
            SparkSession spark, Path warehouse, List<String> inputs, int partitions, long splitBytes) throws Exception {
        SparkSession session = spark.newSession();
        session.conf().set("spark.sql.shuffle.partitions", partitions);
        // Otherwise Spark would join small partitions into one again.
        session.conf().set("spark.sql.adaptive.coalescePartitions.enabled", false);
        return LoadedWarehouse.load(
                session,
                LoadOptions.of(warehouse.toString(), inputs, "board", AS_OF).withSplitBytes(splitBytes));
    }

    private static long parts(LoadedWarehouse warehouse) throws IOException {
        try (Stream<Path> files = Files.walk(warehouse.directory().resolve("parsed"))) {
            return files.filter(file -> file.toString().contains("/records/")
                            && file.toString().endsWith(".parquet"))
                    .count();
        }
    }

    private static String lines(List<String> rows) {
        return String.join("\n", rows);
    }
}
