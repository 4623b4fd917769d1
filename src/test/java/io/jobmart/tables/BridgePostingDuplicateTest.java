package io.jobmart.tables;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.dedup.Components;
import io.jobmart.privacy.PersonalData;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.spark.SparkSessionExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionExtension.class)
class BridgePostingDuplicateTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final SparkSession spark;

    BridgePostingDuplicateTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Edges of small components that very many edges would be drawn from, dealt to as many tasks. */
    @Test
    void componentsThatSeveralTasksDrewTogetherInPartComeTogetherInSteps() {
        Random random = new Random(20);
        Components whole = new Components();
        List<Components> parts = List.of(new Components(), new Components(), new Components(), new Components());
        for (int edge = 0; edge < 400; edge++) {
            long one = random.nextInt(600) - 300;
            long other = one - one % 50 + random.nextInt(6);
            if (one != other) {
                whole.connect(one, other);
                parts.get(random.nextInt(parts.size())).connect(one, other);
            }
        }
        List<Components.Member> members = new ArrayList<>();
        parts.forEach(part -> part.members().forEachRemaining(members::add));

        Map<Long, Long> expected = new TreeMap<>();
        whole.members().forEachRemaining(member -> expected.put(member.key(), member.lowest()));
        Map<Long, Long> found = new TreeMap<>();
        BridgePostingDuplicate.settled(spark.createDataset(members, RecordEncoder.of(Components.Member.class))
                        .toDF("a", "label"))
                .collectAsList()
                .forEach(row -> found.put(row.getLong(0), row.getLong(1)));
        assertEquals(expected, found);
    }

    /** An ad as the dumps up to a day show it. */
    private record Seen(long key, int job, int text, boolean numbered, Set<Integer> days) {}

    @Test
    void groupsThatAreTakenOverAreThoseThatAreFoundAnew() {
        Random random = new Random(8);
        List<Seen> ads = new ArrayList<>();
        for (int key = 0; key < 240; key++) {
            Set<Integer> days = new TreeSet<>();
            // Most stay for long; some go and come back.
            int from = random.nextInt(4);
            for (int day = from; day < 6; day++) {
                if (random.nextInt(5) > 0) {
                    days.add(day);
                }
            }
            ads.add(new Seen(key, key / 6, random.nextInt(3), random.nextInt(4) > 0, days));
        }
        Dataset<Row> remembered = null;
        for (int last : List.of(2, 3, 4, 5)) {
            Inputs all = new Inputs(ads, last, null);
            Inputs building = new Inputs(ads, last, remembered);
            List<String> expected = rows(new BridgePostingDuplicate().build(all));
            assertEquals(expected, rows(new BridgePostingDuplicate().build(building)), "day " + last);
            assertTrue(expected.size() > 100);
            if (remembered != null) {
                Set<String> before = new HashSet<>(rows(remembered));
                long same = rows(building.remembering).stream()
                        .filter(before::contains)
                        .count();
                assertTrue(same > 0 && same < before.size(), same + " of " + before.size());
            }
            remembered = building.remembering;
        }
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    /** What the table is made of, up to a day. */
    private final class Inputs implements TableInputs {
        private final List<Row> fingerprints = new ArrayList<>();
        private final List<Row> postings = new ArrayList<>();
        private final Dataset<Row> remembered;
        private Dataset<Row> remembering;

        Inputs(List<Seen> ads, int last, Dataset<Row> remembered) {
            this.remembered = remembered;
            for (Seen ad : ads) {
                List<Integer> days =
                        ad.days().stream().filter(day -> day <= last).sorted().toList();
                if (!days.isEmpty()) {
                    // One ad in twenty says something else from the fifth day on.
                    int text = last > 3 && ad.key() % 20 == 0 ? 7 : ad.text();
                    fingerprints.add(fingerprint(ad, text));
                    postings.add(RowFactory.create(
                            ad.key(),
                            true,
                            FIRST.plusDays(days.get(0)),
                            FIRST.plusDays(days.get(days.size() - 1)),
                            ad.key() % 2,
                            FIRST.plusDays(days.get(0)),
                            "2026-01"));
                }
            }
        }

        private static Row fingerprint(Seen ad, int text) {
            List<Integer> sketch = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                sketch.add(1000 * ad.job() + (i < 90 ? i : 100 * (1 + text) + i));
            }
            return RowFactory.create(
                    ad.key(),
                    ad.numbered(),
                    List.of(),
                    null,
                    List.of("DE"),
                    List.of(),
                    List.of("baker"),
                    null,
                    (long) ad.job(),
                    10L * ad.job() + text,
                    sketch,
                    100,
                    List.of(
                            RowFactory.create(10_000L + ad.job(), false),
                            RowFactory.create(10L * ad.job() + text, false)),
                    "2026-01");
        }

        @Override
        public Dataset<Row> versions() {
            return spark.createDataFrame(
                    postings,
                    StructType.fromDDL(
                            "posting_key BIGINT, is_current BOOLEAN, first_seen_date DATE, last_seen_date DATE,"
                                    + " source_key BIGINT, opened_date DATE, " + Table.PARTITION + " STRING"));
        }

        @Override
        public Dataset<Row> table(String name) {
            assertEquals("fact_posting", name);
            return versions();
        }

        @Override
        public Dataset<Row> intermediate(String name, Function<TableInputs, Dataset<Row>> make) {
            return spark.createDataFrame(
                            fingerprints,
                            StructType.fromDDL(
                                    "posting_key BIGINT, numbered BOOLEAN, links ARRAY<STRING>, requisition STRING,"
                                            + " countries ARRAY<STRING>, cities ARRAY<STRING>, companies ARRAY<STRING>, seniority STRING,"
                                            + " title BIGINT, words BIGINT, sketch ARRAY<INT>, length INT,"
                                            + " names ARRAY<STRUCT<name: BIGINT, is_part: BOOLEAN>>, " + Table.PARTITION
                                            + " STRING"))
                    .withColumn("content", expr(BridgePostingDuplicate.CONTENT));
        }

        @Override
        public Dataset<Row> remembered(String name, StructType schema) {
            return remembered;
        }

        @Override
        public Dataset<Row> remember(String name, Dataset<Row> rows) {
            remembering = rows.localCheckpoint();
            return remembering;
        }

        @Override
        public Dataset<Row> parsed() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Dataset<Row> readings() {
            throw new UnsupportedOperationException();
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
        public List<CheckResult> checks() {
            throw new UnsupportedOperationException();
        }
    }
}
