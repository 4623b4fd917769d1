package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.quality.CheckLevel;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.spark.SparkSessionExtension;
import io.jobmart.store.Manifest;
import io.jobmart.store.Retention;
import io.jobmart.store.Warehouse;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionExtension.class)
class LoadTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final SparkSession spark;
    private final Path directory;
    private final Path dump;
    private final Path warehouse;

    LoadTest(SparkSession spark, @TempDir Path directory) {
        this.spark = spark;
        this.directory = directory;
        this.dump = directory.resolve("dump");
        this.warehouse = directory.resolve("warehouse");
    }

    @BeforeEach
    void writeDump() throws IOException {
        Files.createDirectories(dump.resolve("sub"));
        lines(dump.resolve("a.jsonl"), 0, 40);
        Files.writeString(dump.resolve("sub/one.json"), posting("https://jobs.example/one", "One"));
        Files.writeString(dump.resolve("sub/broken.json"), "{\"title\": ");
        Files.write(dump.resolve("photo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 2, 3, 4});
        Files.writeString(dump.resolve("empty.json"), "");
        Files.writeString(dump.resolve(".hidden.json"), posting("https://jobs.example/hidden", "Hidden"));
        Files.writeString(dump.resolve("_SUCCESS"), "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump.resolve("b.jsonl.gz")))) {
            // The first ten repeat what a.jsonl holds.
            out.write(String.join("\n", lines(30, 50)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static String posting(String url, String title) {
        return "{\"@context\": \"https://schema.org\", \"@type\": \"JobPosting\", \"url\": \"" + url
                + "\", \"title\": \"" + title + "\", \"description\": \"<p>What " + title + " does all day</p>\"}";
    }

    private static List<String> lines(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(posting("https://jobs.example/" + i, i == 7 ? "fail" : "Engineer No. " + i));
        }
        return lines;
    }

    private static void lines(Path file, int from, int to) throws IOException {
        Files.write(file, lines(from, to));
    }

    private LoadOptions options() {
        return LoadOptions.of(warehouse.toString(), List.of(dump.toString()), "board", DAY);
    }

    private LoadResult load(LoadOptions options) throws LoadException {
        return load(options, SmallTables.ALL, SmallTables::audit, "1");
    }

    private LoadResult load(
            LoadOptions options, List<Table> tables, Function<TableInputs, List<CheckResult>> audit, String version)
            throws LoadException {
        return new Load(spark, options, Progress.NONE, () -> SmallTables::parse, tables, audit, version).run();
    }

    private List<Row> rows(String table) {
        return rows(warehouse, table);
    }

    private List<Row> rows(Path root, String table) {
        return spark.read().parquet(root.resolve("current/" + table).toString()).collectAsList();
    }

    private List<String> sorted(Path root, String table) {
        return rows(root, table).stream().map(Row::toString).sorted().toList();
    }

    @Test
    void whatWasReadBeforeIsFoundTheSameWayInAListAndByAJoin() throws Exception {
        Staging staging = new Staging(spark, options(), () -> SmallTables::parse, "1", "");
        Dataset<ParsedRecord> first = spark.createDataset(records(staging, null, 0), Staging.RECORDS);
        lines(dump.resolve("a.jsonl"), 20, 60);
        int before = SmallTables.PARSED.get();
        // Ten of them twice, as the first dump holds them.
        Dataset<KnownReading> known = first.where("posting IS NOT NULL")
                .select("readingKey", "postingKey", "contentHash")
                .as(RecordEncoder.of(KnownReading.class));
        List<ParsedRecord> listed = records(staging, known, Long.MAX_VALUE);

        assertEquals(10, SmallTables.PARSED.get() - before);
        assertEquals(
                10, listed.stream().filter(record -> record.posting() != null).count());
        assertEquals(
                61,
                listed.stream().filter(record -> record.postingKey() != null).count());
        assertEquals(listed, records(staging, known, 0));
    }

    private List<ParsedRecord> records(Staging staging, Dataset<KnownReading> known, long lookupBytes)
            throws Exception {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        return staging
                .records(staging.inventory(Inputs.list(options().inputs(), configuration)), known, lookupBytes)
                .collectAsList()
                .stream()
                .sorted(Comparator.comparing(record -> record.sourceFile() + record.sourceRecord()))
                .toList();
    }

    @Test
    void everyRecordIsAPostingARepetitionOrInQuarantine() throws LoadException {
        LoadResult result = load(options());

        assertTrue(result.published());
        assertEquals(6, result.files());
        // 40 lines, 20 packed lines, one document, one broken document, one picture.
        assertEquals(63, result.records());
        assertEquals(50, result.postings());
        assertEquals(10, result.repeated());
        assertEquals(3, result.quarantined());
        assertEquals(
                Map.of("JSON_SYNTAX", 1L, "NOT_A_POSTING_FORMAT", 1L, "PARSER_FAILURE", 1L),
                result.quarantinedByReason());
        assertEquals(50, result.rows().get("fact_posting"));
        assertEquals(1, result.checksPassed());
        assertEquals(0, result.checksFailed());
        assertEquals(
                List.of("a.jsonl", "b.jsonl.gz", "empty.json", "photo.png", "sub/broken.json", "sub/one.json"),
                rows("load_file").stream()
                        .map(row -> row.<String>getAs("source_file"))
                        .sorted()
                        .toList());
        Row failure = rows("quarantine").stream()
                .filter(row -> row.getAs("reason").equals("PARSER_FAILURE"))
                .findFirst()
                .orElseThrow();
        assertTrue(failure.<String>getAs("detail").contains("a defect"), failure.toString());
    }

    @Test
    void tablesHaveTheDeclaredColumnsTheirCommentsAndTheirMonths() throws LoadException {
        load(options());

        var schema = spark.read()
                .parquet(warehouse.resolve("current/fact_posting").toString())
                .schema();
        assertEquals(
                List.of("posting_key", "title", "source_file", "first_seen_date", "first_seen_month"),
                Arrays.asList(schema.fieldNames()));
        assertEquals("Comment on title.", schema.apply("title").getComment().get());
        assertTrue(Files.isDirectory(warehouse.resolve("current/fact_posting/first_seen_month=2026-11")));
        List<Long> keys = rows("fact_posting").stream()
                .map(row -> row.<Long>getAs("posting_key"))
                .toList();
        assertEquals(keys.stream().sorted().toList(), keys, "rows are sorted by their key");
    }

    @Test
    void theManifestSaysWhatLiesOnDisk() throws Exception {
        LoadResult result = load(options());

        Warehouse store = Warehouse.at(warehouse.toString(), new Configuration());
        Manifest manifest = store.manifest(store.current().orElseThrow());
        assertEquals(result.snapshot(), manifest.snapshot());
        assertEquals("2026-11-20", manifest.asOf());
        assertEquals(6, manifest.batches().get(0).fingerprints().size());
        Manifest.TableEntry posting = manifest.tables().get(1);
        assertEquals("fact_posting", posting.name());
        assertEquals(50, posting.rows());
        assertEquals(1, posting.files());
        assertEquals("bigint", posting.schema().get(0).type());
        assertEquals(1, manifest.checks().size());
    }

    @Test
    void anEmptyPartitionedTableStillShowsItsColumns() throws Exception {
        Files.createDirectories(directory.resolve("nothing"));
        Files.writeString(directory.resolve("nothing/empty.json"), "\n");

        LoadOptions empty = LoadOptions.of(
                warehouse.toString(), List.of(directory.resolve("nothing").toString()), "board", DAY);
        LoadException.BadInput refused = assertThrows(LoadException.BadInput.class, () -> load(empty));
        assertTrue(refused.getMessage().contains("--allow-empty"), refused.getMessage());
        assertFalse(Files.exists(warehouse.resolve("CURRENT.json")));

        load(empty.withAllowEmpty(true));
        assertEquals(List.of(), rows("fact_posting"));
        try (Stream<Path> files = Files.list(warehouse.resolve("current/fact_posting/first_seen_month=2026-11"))) {
            assertEquals(
                    1,
                    files.filter(file -> file.toString().endsWith(".parquet")).count());
        }
    }

    @Test
    void theSameLoadAgainChangesNothing() throws Exception {
        LoadResult first = load(options());
        String pointer = Files.readString(warehouse.resolve("CURRENT.json"));

        LoadResult second = load(options());

        assertFalse(second.published());
        assertEquals(first.snapshot(), second.snapshot());
        assertEquals(first.postings(), second.postings());
        assertEquals(first.repeated(), second.repeated());
        assertEquals(pointer, Files.readString(warehouse.resolve("CURRENT.json")));
        assertFalse(Files.exists(warehouse.resolve("LOCK")));
    }

    @Test
    void aNewVersionOfTheCodeTakesThePlaceOfTheOldOnesRows() throws Exception {
        load(options());
        LoadResult second = load(options(), SmallTables.ALL, SmallTables::audit, "2");

        assertTrue(second.published());
        assertEquals(50, rows("fact_posting").size());
        assertEquals(6, rows("load_file").size());
    }

    @Test
    void dayByDayOrAnotherDayFirstGivesTheSameTables() throws Exception {
        Path next = directory.resolve("next");
        Files.createDirectories(next);
        lines(next.resolve("a.jsonl"), 45, 60);
        LocalDate day = LocalDate.of(2026, 12, 1);
        LoadOptions tomorrow = LoadOptions.of(warehouse.toString(), List.of(next.toString()), "board", day);
        load(options());
        LoadResult forwards = load(tomorrow);

        Path other = directory.resolve("other");
        load(LoadOptions.of(other.toString(), List.of(next.toString()), "board", day));
        LoadResult backwards = load(LoadOptions.of(other.toString(), List.of(dump.toString()), "board", DAY));

        assertEquals(forwards.snapshot(), backwards.snapshot());
        assertTrue(Files.isDirectory(warehouse.resolve("current/fact_posting/first_seen_month=2026-12")));
        for (Table table : SmallTables.ALL) {
            assertEquals(sorted(warehouse, table.name()), sorted(other, table.name()), table.name());
        }
        assertEquals(manifest(warehouse).tables(), manifest(other).tables());
    }

    @Test
    void whatWasParsedBeforeIsNotParsedAgain() throws Exception {
        load(options());
        Path next = Files.createDirectories(directory.resolve("next"));
        lines(next.resolve("feed.jsonl"), 10, 45);
        Files.write(next.resolve("new.jsonl"), List.of(posting("https://jobs.example/new", "New")));
        LoadOptions tomorrow = LoadOptions.of(warehouse.toString(), List.of(next.toString()), "board", DAY.plusDays(1));

        int before = SmallTables.PARSED.get();
        LoadResult second = load(tomorrow);

        assertEquals(1, SmallTables.PARSED.get() - before);
        assertEquals(36, second.postings());
        assertEquals(51, rows("fact_posting").size());
        Path other = directory.resolve("other");
        load(LoadOptions.of(other.toString(), List.of(next.toString()), "board", DAY.plusDays(1)));
        load(LoadOptions.of(other.toString(), List.of(dump.toString()), "board", DAY));
        for (Table table : SmallTables.ALL) {
            assertEquals(sorted(other, table.name()), sorted(warehouse, table.name()), table.name());
        }
        // A batch whose readings others use stays when its dump is replaced.
        load(options().withReplace(true).withRetention(Retention.last(1)), SmallTables.ALL, SmallTables::audit, "1");
        Files.delete(dump.resolve("a.jsonl"));
        LoadResult replaced = load(options().withReplace(true).withRetention(Retention.last(1)));
        assertTrue(replaced.published());
        assertEquals(
                36,
                rows("fact_posting_sighting").stream()
                        .filter(row -> row.getAs("as_of_date").toString().equals("2026-11-21"))
                        .count());
    }

    @Test
    void aFileThatIsAddedToADumpIsLoadedAlone() throws Exception {
        load(options());
        lines(dump.resolve("c.jsonl"), 70, 80);
        int before = SmallTables.PARSED.get();
        LoadResult second = load(options());

        assertTrue(second.published());
        assertEquals(10, SmallTables.PARSED.get() - before);
        assertEquals(60, second.postings());
        Path other = directory.resolve("other");
        load(LoadOptions.of(other.toString(), List.of(dump.toString()), "board", DAY));
        for (Table table : SmallTables.ALL) {
            assertEquals(sorted(other, table.name()), sorted(warehouse, table.name()), table.name());
        }
    }

    @Test
    void aCorrectedDumpTakesThePlaceOfTheOneOfItsDayWhenItIsToldTo() throws Exception {
        load(options());
        lines(dump.resolve("a.jsonl"), 0, 20);

        load(options());
        assertEquals(50, rows("fact_posting").size());
        assertEquals(7, rows("load_file").size());

        assertTrue(load(options().withReplace(true)).published());
        assertEquals(40, rows("fact_posting").size());
        assertEquals(6, rows("load_file").size());
        assertFalse(load(options().withReplace(true)).published());
    }

    @Test
    void daysInTheNamesOfFilesAreDumpsOfTheirOwn() throws Exception {
        Path feed = Files.createDirectories(directory.resolve("feed"));
        lines(feed.resolve("feed_2026-10-01.jsonl"), 10, 20);
        lines(feed.resolve("feed_2026-11-01.jsonl"), 15, 25);
        LoadOptions all = LoadOptions.of(warehouse.toString(), List.of(feed.toString()), "board", DAY);
        load(all.withDaysOfNames());

        Path other = directory.resolve("other");
        for (String day : List.of("2026-11-01", "2026-10-01")) {
            load(LoadOptions.of(
                    other.toString(),
                    List.of(feed.resolve("feed_" + day + ".jsonl").toString()),
                    "board",
                    LocalDate.parse(day)));
        }
        for (Table table : SmallTables.ALL) {
            assertEquals(sorted(other, table.name()), sorted(warehouse, table.name()), table.name());
        }

        // One of the two days is corrected; the other stays.
        lines(feed.resolve("feed_2026-10-01.jsonl"), 10, 12);
        load(LoadOptions.of(
                        warehouse.toString(),
                        List.of(feed.resolve("feed_2026-10-01.jsonl").toString()),
                        "board",
                        LocalDate.of(2026, 10, 1))
                .withReplace(true));
        assertEquals(12, rows("fact_posting").size());
        assertEquals(2, rows("load_file").size());

        Files.writeString(feed.resolve("readme.json"), posting("https://jobs.example/x", "X"));
        LoadException.BadInput refused = assertThrows(LoadException.BadInput.class, () -> load(all.withDaysOfNames()));
        assertTrue(refused.getMessage().contains("readme.json"), refused.getMessage());
    }

    @Test
    void thatADumpIsCompleteCanBeToldLater() throws Exception {
        LoadResult first = load(options());
        LoadResult second = load(options().withComplete(true));

        assertTrue(second.published());
        assertFalse(first.snapshot().equals(second.snapshot()));
        assertTrue(manifest(warehouse).batches().stream().anyMatch(batch -> batch.complete()));
        assertFalse(load(options().withComplete(true)).published());
        assertFalse(load(options()).published());
    }

    @Test
    void aRebuildReadsTheDumpsAgainOrSaysWhichAreNotThere() throws Exception {
        load(options());
        LoadOptions rebuild = LoadOptions.ofRebuild(warehouse.toString());
        int before = SmallTables.PARSED.get();
        assertFalse(rebuild(rebuild, "1").published());
        assertEquals(before, SmallTables.PARSED.get());

        assertTrue(rebuild(rebuild, "2").published());
        assertTrue(SmallTables.PARSED.get() > before + 50);
        assertEquals(50, rows("fact_posting").size());
        assertEquals("2", manifest(warehouse).batches().get(0).codeVersion());
        // The load that made it finds nothing new.
        assertFalse(load(options(), SmallTables.ALL, SmallTables::audit, "2").published());

        Files.delete(dump.resolve("photo.png"));
        LoadException.BadInput refused = assertThrows(LoadException.BadInput.class, () -> rebuild(rebuild, "3"));
        assertTrue(refused.getMessage().contains("1 of 6 files"), refused.getMessage());
        assertEquals(50, rows("fact_posting").size());
    }

    private LoadResult rebuild(LoadOptions options, String version) throws LoadException {
        return new Load(
                        spark,
                        options,
                        Progress.NONE,
                        () -> SmallTables::parse,
                        SmallTables.ALL,
                        SmallTables::audit,
                        version)
                .rebuild(true);
    }

    private static Manifest manifest(Path root) throws IOException {
        Warehouse store = Warehouse.at(root.toString(), new Configuration());
        return store.manifest(store.current().orElseThrow());
    }

    @Test
    void howFilesAreCutIntoTasksDoesNotShow() throws Exception {
        // Larger than the smallest task, so that it is cut.
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append(posting("https://many.example/" + i, "Engineer for " + "many things ".repeat(i % 40)))
                    .append('\n');
        }
        Files.writeString(dump.resolve("many.jsonl"), text);

        load(options());
        Path other = directory.resolve("other");
        load(LoadOptions.of(other.toString(), List.of(dump.toString()), "board", DAY)
                .withSplitBytes(70_000));

        assertTrue(parts(other) > parts(warehouse), parts(other) + " and " + parts(warehouse) + " tasks");
        for (Table table : SmallTables.ALL) {
            assertEquals(sorted(warehouse, table.name()), sorted(other, table.name()), table.name());
        }
    }

    private static long parts(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root.resolve("parsed"))) {
            return found.filter(path -> path.toString().endsWith(".parquet")).count();
        }
    }

    @Test
    void anInputThatDoesNotExistIsNamedAndLeavesNoTrace() {
        LoadOptions missing = LoadOptions.of(
                warehouse.toString(), List.of(directory.resolve("mising").toString()), "board", DAY);
        LoadException.BadInput refused = assertThrows(LoadException.BadInput.class, () -> load(missing));
        assertTrue(refused.getMessage().contains("mising"), refused.getMessage());
        assertFalse(Files.exists(warehouse));
    }

    @Test
    void aFileThatIsDamagedGoesToQuarantineAndTheOthersGoOn() throws Exception {
        byte[] packed = Files.readAllBytes(dump.resolve("b.jsonl.gz"));
        Files.write(dump.resolve("cut.jsonl.gz"), Arrays.copyOf(packed, packed.length / 2));

        LoadResult result = load(options());

        assertEquals(1, result.quarantinedByReason().get("UNREADABLE"));
        assertEquals(50, result.postings());
    }

    @Test
    void everyNameOfAFileIsOnlyAName() throws Exception {
        Path strange = directory.resolve("strange names; #1 %20");
        Files.createDirectories(strange.resolve("Bäckerei 🍞/two\nlines"));
        List<String> names = List.of(
                "12:30.json",
                "Bäckerei 🍞/two\nlines/a.json",
                "a#b;c%20d?e=f&g.json",
                "quote\"'`$(x) {y} [z] *.json",
                "x".repeat(250) + ".json");
        for (String name : names) {
            Files.writeString(strange.resolve(name), posting("https://jobs.example/" + names.indexOf(name), "Baker"));
        }

        LoadOptions all = LoadOptions.of(warehouse.toString(), List.of(strange.toString()), "board", DAY);
        LoadResult result = load(all.withQuarantineLimit(0.2));

        assertEquals(
                names.stream().sorted().toList(),
                rows("load_file").stream()
                        .map(row -> row.<String>getAs("source_file"))
                        .sorted()
                        .toList());
        // Hadoop opens no file of this machine with a colon in its name: that is said, and stops nothing.
        assertEquals(Map.of("UNREADABLE", 1L), result.quarantinedByReason());
        assertEquals("12:30.json", rows("quarantine").get(0).getAs("source_file"));
        assertEquals(4, rows("fact_posting").size());
    }

    @Test
    void tooLargeAShareInQuarantineIsNotPublished() throws Exception {
        load(options());
        Path bad = directory.resolve("bad");
        Files.createDirectories(bad);
        Files.writeString(bad.resolve("1.json"), "{\"title\": ");
        Files.writeString(bad.resolve("2.json"), posting("https://jobs.example/2", "Two"));
        LoadOptions options = LoadOptions.of(warehouse.toString(), List.of(bad.toString()), "board", DAY);

        LoadException.TooManyQuarantined refused =
                assertThrows(LoadException.TooManyQuarantined.class, () -> load(options));

        assertTrue(refused.getMessage().contains("JSON_SYNTAX=1"), refused.getMessage());
        assertEquals(50, rows("fact_posting").size());
        assertFalse(Files.exists(warehouse.resolve("LOCK")));
        assertTrue(load(options.withQuarantineLimit(0.5)).published());
    }

    @Test
    void aFailedCheckKeepsTheOldSnapshot() throws Exception {
        LoadResult first = load(options());
        Files.writeString(
                dump.resolve("untitled.json"),
                "{\"@type\": \"JobPosting\", \"url\": \"https://jobs.example/u\", \"description\": \"No title\"}");

        LoadException.AuditFailed refused = assertThrows(LoadException.AuditFailed.class, () -> load(options()));

        assertTrue(refused.getMessage().contains("not_null(title)"), refused.getMessage());
        Warehouse store = Warehouse.at(warehouse.toString(), new Configuration());
        assertEquals(first.snapshot(), store.current().orElseThrow().snapshot());
        assertFalse(Files.exists(warehouse.resolve("LOCK")));
    }

    private static List<CheckResult> found(CheckLevel level) {
        return List.of(
                new CheckResult("load_file", "fine", CheckLevel.ERROR, true, 0, 0, "Holds"),
                new CheckResult("load_file", "odd", level, false, 1, 0, "1 finding breaks it"));
    }

    @Test
    void aFailedWarningIsPublishedOnlyByForceAndAnErrorNever() throws Exception {
        assertThrows(
                LoadException.AuditFailed.class,
                () -> load(options().withForce(true), SmallTables.ALL, inputs -> found(CheckLevel.ERROR), "1"));
        int parsed = SmallTables.PARSED.get();
        LoadException.HeldBack held = assertThrows(
                LoadException.HeldBack.class,
                () -> load(options(), SmallTables.ALL, inputs -> found(CheckLevel.WARN), "1"));
        assertTrue(held.getMessage().contains("load_file: odd: 1 finding breaks it"), held.getMessage());
        assertTrue(held.getMessage().contains("--force"), held.getMessage());
        assertFalse(Files.exists(warehouse.resolve("CURRENT.json")));
        LoadResult forced = load(options().withForce(true), SmallTables.ALL, inputs -> found(CheckLevel.WARN), "1");

        assertTrue(forced.published());
        assertEquals(1, forced.checksFailed());
        assertEquals(parsed, SmallTables.PARSED.get(), "nothing is parsed again");
        Load.refuseFailed(found(CheckLevel.NOTE), false);
    }

    @Test
    void aTableThatCannotBeMadeFailsTheLoadAndNamesItself() throws Exception {
        Table broken = new SmallTables.Simple(
                "broken",
                SmallTables.columns("a BIGINT"),
                List.of("a"),
                false,
                inputs -> inputs.table("fact_posting").selectExpr("CAST(title AS BIGINT) AS a"));
        List<Table> tables = new ArrayList<>(SmallTables.ALL);
        tables.add(broken);

        RuntimeException failed =
                assertThrows(RuntimeException.class, () -> load(options(), tables, SmallTables::audit, "1"));

        assertTrue(failed.getMessage().contains("the table broken"), failed.getMessage());
        assertFalse(Files.exists(warehouse.resolve("CURRENT.json")));
        assertFalse(Files.exists(warehouse.resolve("LOCK")));
        assertTrue(load(options()).published());
    }

    @Test
    void aSecondLoadAtTheSameTimeIsRefused() throws Exception {
        try (Warehouse.Writer other =
                Warehouse.at(warehouse.toString(), new Configuration()).write(false)) {
            assertTrue(other.base().isEmpty());
            LoadException.Locked refused = assertThrows(LoadException.Locked.class, () -> load(options()));
            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refused.getMessage());
        }
        assertTrue(load(options()).published());
    }

    @Test
    void goingBackAndLoadingAgainGivesTheSameSnapshot() throws Exception {
        LoadResult first = load(options());
        lines(dump.resolve("c.jsonl"), 70, 80);
        LoadResult second = load(options());
        try (Warehouse.Writer writer =
                Warehouse.at(warehouse.toString(), new Configuration()).write(false)) {
            writer.rollBack(first.snapshot());
        }
        assertEquals(50, rows("fact_posting").size());

        LoadResult again = load(options());
        assertEquals(second.snapshot(), again.snapshot());
        assertTrue(again.published());
        assertEquals(second.rows(), again.rows());
        assertEquals(second.checks(), again.checks());
        assertEquals(60, rows("fact_posting").size());
    }

    @Test
    void whoWatchesIsToldEveryStep() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void started(String step) {}

            @Override
            public void finished(String step, String outcome, Duration took) {
                seen.add(step + ": " + outcome);
            }
        };
        new Load(spark, options(), progress, () -> SmallTables::parse, SmallTables.ALL, SmallTables::audit, "1").run();

        assertTrue(seen.contains("list inputs: 6 files"), seen.toString());
        assertTrue(seen.contains("read and parse: 63 records"), seen.toString());
        assertTrue(seen.contains("table fact_posting: 50 rows"), seen.toString());
        assertTrue(seen.contains("audit: 1 check"), seen.toString());
    }
}
