package io.jobmart.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.privacy.PersonalData;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.spark.SparkSessionExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is made of added dumps and of what was known before them is what is made of all dumps. */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class AddedDumpsTest {
    private static final int DAYS = 4;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);

    private final SparkSession spark;
    private final Path directory;
    private final List<Dataset<Row>> dumps = new ArrayList<>();

    AddedDumpsTest(SparkSession spark, @TempDir Path directory) {
        this.spark = spark;
        this.directory = directory;
    }

    /** Postings that come, go, come back, change and change back, in two sources and now and then twice in one. */
    @BeforeAll
    void writeDumps() {
        Random random = new Random(20260130);
        for (int day = 0; day < DAYS; day++) {
            List<ParsedRecord> records = new ArrayList<>();
            for (long posting = 0; posting < 60; posting++) {
                for (String source : List.of("board", "feed")) {
                    int times = random.nextInt(8) == 0 ? 2 : random.nextInt(3) == 0 ? 0 : 1;
                    for (int time = 0; time < times; time++) {
                        int content = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
                        // The same words may come with another number of the employer.
                        long reading = 100 * posting + 10 * content + random.nextInt(5) / 4;
                        records.add(BuiltTables.record(
                                source + day,
                                FIRST.plusDays(day).toString(),
                                source,
                                source + ".jsonl",
                                "line:" + (2 * posting + time),
                                reading,
                                posting,
                                "content " + content,
                                null,
                                null,
                                null));
                    }
                }
            }
            String path = directory.resolve("day" + day).toString();
            spark.createDataset(records, RecordEncoder.of(ParsedRecord.class))
                    .repartition(1)
                    .write()
                    .parquet(path);
            dumps.add(spark.read().parquet(path));
        }
    }

    @Test
    void laterDumpsAddToWhatIsKnown() {
        assertSame(List.of(0, 1), List.of(2, 3), false);
    }

    @Test
    void earlierDumpsAndThoseInBetweenDoToo() {
        assertSame(List.of(1, 3), List.of(0, 2), true);
    }

    private void assertSame(List<Integer> known, List<Integer> added, boolean someAreUnordered) {
        Dataset<Row> every = read(List.of(0, 1, 2, 3));
        Inputs all = new Inputs(every, every, null);
        Inputs before = new Inputs(read(known), every, null);
        Dataset<Row> versions = before.versions().cache();
        Dataset<Row> unordered =
                PostingVersions.unordered(versions, read(added)).cache();
        assertEquals(someAreUnordered, !unordered.isEmpty());
        Inputs both = new Inputs(
                every, every, TableInputs.Added.of(every, read(added), versions, someAreUnordered ? unordered : null));

        Dataset<Row> kept = before.sightings().join(unordered, new String[] {"posting_key"}, "left_anti");
        List<String> expected = rows(all.sightings());
        assertTrue(expected.size() > 300);
        assertEquals(expected, rows(both.sightings().unionByName(kept)));
        List<String> expectedVersions = rows(all.versions());
        assertTrue(expectedVersions.size() > 80);
        assertEquals(expectedVersions, rows(both.versions()));
        assertFalse(rows(versions).equals(expectedVersions));
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private Dataset<Row> read(List<Integer> days) {
        return spark.read()
                .schema(RecordEncoder.of(ParsedRecord.class).schema())
                .parquet(days.stream()
                        .map(day -> directory.resolve("day" + day).toString())
                        .toArray(String[]::new));
    }

    /** @param readings those of all dumps: of two equal ones it is one and the same that is shown */
    private record Inputs(Dataset<Row> parsed, Dataset<Row> readings, Added added) implements TableInputs {
        @Override
        public Dataset<Row> sightings() {
            return new FactPostingSighting().build(this);
        }

        @Override
        public Dataset<Row> versions() {
            return PostingVersions.of(this);
        }

        @Override
        public Dataset<Row> files() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Dataset<Row> completeDumps() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int timeoutDays() {
            return 0;
        }

        @Override
        public PersonalData personalData() {
            return PersonalData.KEEP;
        }

        @Override
        public Dataset<Row> table(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public List<CheckResult> checks() {
            return List.of();
        }
    }
}
