package io.jobmart.pipeline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.jobmart.model.Keys;
import io.jobmart.parse.PostingParser;
import io.jobmart.quality.Audit;
import io.jobmart.quality.CheckResult;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.store.Batch;
import io.jobmart.store.LockedException;
import io.jobmart.store.Manifest;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import io.jobmart.tables.Tables;
import io.jobmart.vocabulary.Vocabularies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Loads a dump into a warehouse: the whole flow.
 *
 * <p>The files are listed and fingerprinted, parsed once into a staged batch, and then every table of a new snapshot is
 * made from the staged batches of all loads. The snapshot is audited as it lies on disk before the pointer moves to it.
 * Until then, whatever happens, readers see the one before.
 */
public final class Load {
    private static final Encoder<ParsedRecord> RECORDS = RecordEncoder.of(ParsedRecord.class);
    private static final Encoder<ParsedFile> FILES = RecordEncoder.of(ParsedFile.class);

    /** Stands beside the reasons of quarantine where staged rows are counted. */
    private static final String GONE = "gone";

    private final SparkSession spark;
    private final LoadOptions options;
    private final RecordParser.Factory parsers;
    private final List<Table> tables;
    private final Function<TableInputs, List<CheckResult>> audit;
    private final String codeVersion;
    private final String vocabularies;
    private final Configuration configuration;
    private final Steps steps;

    Load(
            SparkSession spark,
            LoadOptions options,
            Progress progress,
            RecordParser.Factory parsers,
            List<Table> tables,
            Function<TableInputs, List<CheckResult>> audit,
            String codeVersion) {
        this(spark, options, progress, parsers, tables, audit, codeVersion, "");
    }

    /** @param vocabularies version of those that a user brings; empty for what comes with the warehouse */
    private Load(
            SparkSession spark,
            LoadOptions options,
            Progress progress,
            RecordParser.Factory parsers,
            List<Table> tables,
            Function<TableInputs, List<CheckResult>> audit,
            String codeVersion,
            String vocabularies) {
        this.spark = spark;
        this.options = options;
        this.parsers = parsers;
        this.tables = tables;
        this.audit = audit;
        this.codeVersion = codeVersion;
        this.vocabularies = vocabularies;
        this.configuration = spark.sparkContext().hadoopConfiguration();
        this.steps = new Steps(spark.sparkContext(), progress);
    }

    /** A load with the standard parser into all tables of the warehouse. */
    public static Load of(SparkSession spark, LoadOptions options, Progress progress) {
        return of(spark, options, Vocabularies.standard(), progress);
    }

    /** A load with other vocabularies. They are sent to every process once; the files are not read there again. */
    public static Load of(SparkSession spark, LoadOptions options, Vocabularies vocabularies, Progress progress) {
        return new Load(
                spark,
                options,
                progress,
                parsers(spark, vocabularies),
                Tables.all(vocabularies.skills()),
                Audit::run,
                CodeVersion.current(),
                isStandard(vocabularies) ? "" : vocabularies.version());
    }

    private static RecordParser.Factory parsers(SparkSession spark, Vocabularies vocabularies) {
        if (isStandard(vocabularies)) {
            return () -> PostingParser.standard()::parse;
        }
        Broadcast<Vocabularies> sent =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(vocabularies);
        return () -> PostingParser.of(sent.value())::parse;
    }

    private static boolean isStandard(Vocabularies vocabularies) {
        return vocabularies.version().equals(Vocabularies.standard().version());
    }

    /**
     * Loads the inputs and publishes a new snapshot, or finds that the warehouse holds them already.
     *
     * @throws LoadException when nothing was published, by what may be done about it
     */
    public LoadResult run() throws LoadException {
        List<InputFile> listed = steps.run(
                "list inputs", () -> Inputs.list(options.inputs(), configuration), f -> Steps.count(f.size(), "file"));
        try {
            Warehouse warehouse = Warehouse.at(options.warehouse(), configuration);
            try (Warehouse.Writer writer = warehouse.write(options.breakLock())) {
                List<InventoryEntry> inventory =
                        steps.run("fingerprint inputs", () -> inventory(listed), f -> Steps.count(f.size(), "file"));
                return load(warehouse, writer, inventory);
            }
        } catch (LockedException e) {
            throw new LoadException.Locked(e.getMessage(), e);
        } catch (IOException e) {
            throw new LoadException.CannotWrite(
                    "Cannot load into the warehouse " + options.warehouse() + ": " + e.getMessage(), e);
        }
    }

    private LoadResult load(Warehouse warehouse, Warehouse.Writer writer, List<InventoryEntry> inventory)
            throws IOException, LoadException {
        String inputs = inputsHash(inventory);
        String id = Keys.hash("batch", inputs, codeVersion, configurationHash()).substring(0, 16);
        List<Batch> published = writer.base().isEmpty()
                ? List.of()
                : warehouse.manifest(writer.base().get()).batches();
        Optional<Batch> same =
                published.stream().filter(batch -> batch.id().equals(id)).findFirst();
        if (same.isPresent()) {
            return unchanged(writer.base().orElseThrow(), same.get());
        }

        Optional<Batch> staged = warehouse.batch(id);
        Batch batch = staged.isPresent()
                ? staged.get()
                : steps.run(
                        "read and parse",
                        () -> stage(writer, id, inputs, inventory),
                        b -> Steps.count(b.records(), "record"));
        refuseUnlikely(batch);

        List<Batch> batches = new ArrayList<>(published);
        batches.removeIf(old -> old.inputs().equals(inputs));
        batches.add(batch);
        batches.sort(Comparator.comparing(Batch::asOf).thenComparing(Batch::id));
        String snapshot = snapshotId(batches);
        if (writer.base().isPresent()
                && writer.base().get().earlier().stream()
                        .anyMatch(earlier -> earlier.snapshot().equals(snapshot))) {
            return unchanged(writer.rollBack(snapshot), batch);
        }

        SnapshotBuild build = new SnapshotBuild(
                spark,
                writer.newSnapshot(snapshot),
                tables,
                read(batches, warehouse, "records", RECORDS),
                read(batches, warehouse, "files", FILES),
                asOf(batches).substring(0, 7),
                steps,
                audit);
        List<Manifest.TableEntry> written = build.write();
        List<CheckResult> checks = build.checks();
        refuseFailed(checks);
        Books books = Books.of(build.table("load_file"), batch);
        books.requireClosed(batch);
        Manifest manifest = new Manifest(
                Manifest.FORMAT_VERSION,
                snapshot,
                asOf(batches),
                codeVersion,
                batches,
                written,
                checks.stream().map(Load::entry).toList());
        steps.run("publish", () -> writer.publish(manifest, options.keepSnapshots()), Pointer::snapshot);
        return result(true, snapshot, batch, books, inOrder(written, Manifest.TableEntry::rows), checks);
    }

    private List<InventoryEntry> inventory(List<InputFile> listed) {
        return Inventory.take(listed, options, context(), broadcastConfiguration());
    }

    /** Reads and parses every record once, into the batch's directory; the marker is written last. */
    private Batch stage(Warehouse.Writer writer, String id, String inputs, List<InventoryEntry> inventory)
            throws IOException {
        Path directory = writer.newBatch(id);
        List<Splits.Split> splits =
                Splits.of(inventory, options.splitBytes(), spark.sparkContext().defaultParallelism());
        JavaRDD<ParsedRecord> rows = splits.isEmpty()
                ? context().emptyRDD()
                : context().parallelize(splits, splits.size()).mapPartitions(task(id));
        TableFiles.writer(spark.createDataset(rows.rdd(), RECORDS)).parquet(directory + "/records");
        TableFiles.writer(spark.createDataset(files(id, inventory).rdd(), FILES))
                .parquet(directory + "/files");

        Map<String, Long> counts = new TreeMap<>();
        for (Row row : spark.read()
                .schema(RECORDS.schema())
                .parquet(directory + "/records")
                .groupBy(when(col("gone.url").isNotNull(), GONE).otherwise(coalesce(col("rejection.reason"), lit(""))))
                .count()
                .collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        long gone = Objects.requireNonNullElse(counts.remove(GONE), 0L);
        long records = counts.values().stream().mapToLong(Long::longValue).sum();
        counts.remove("");
        boolean named = inventory.size() <= Batch.FINGERPRINTS_LIMIT;
        Batch batch = new Batch(
                id,
                inputs,
                options.source(),
                options.asOf().toString(),
                codeVersion,
                configurationHash(),
                inventory.size(),
                inventory.stream().mapToLong(InventoryEntry::bytes).sum(),
                records,
                gone,
                counts,
                named
                        ? inventory.stream()
                                .map(file -> new Batch.Input(file.sourceFile(), file.fingerprint()))
                                .toList()
                        : List.of(),
                Inputs.qualified(options.inputs(), configuration));
        writer.complete(batch);
        return batch;
    }

    /** The files in several tasks, so that none carries the names of all. */
    private JavaRDD<ParsedFile> files(String id, List<InventoryEntry> inventory) {
        LoadOptions given = options;
        return context()
                .parallelize(inventory, 1 + inventory.size() / Inventory.MOST_FILES)
                .map(file -> new ParsedFile(
                        id,
                        given.asOf(),
                        given.source(),
                        file.sourceFile(),
                        file.fingerprint(),
                        file.format(),
                        file.bytes()));
    }

    private FlatMapFunction<Iterator<Splits.Split>, ParsedRecord> task(String id) {
        LoadOptions given = options;
        RecordParser.Factory factory = parsers;
        Broadcast<SerializableConfiguration> conf = broadcastConfiguration();
        return splits -> {
            List<Slice> slices = new ArrayList<>();
            splits.forEachRemaining(split -> slices.addAll(split.slices()));
            ParsedRecords records =
                    new ParsedRecords(slices.iterator(), id, given, conf.value().value(), factory.parser());
            TaskCompletionListener close = context -> records.close();
            TaskContext.get().addTaskCompletionListener(close);
            return records;
        };
    }

    private void refuseUnlikely(Batch batch) throws LoadException {
        if (batch.records() + batch.gone() == 0 && !options.allowEmpty()) {
            throw new LoadException.BadInput("Nothing was read: " + Steps.count(batch.files(), "file")
                    + ", no record. Nothing was published; --allow-empty publishes all the same.");
        }
        if (batch.quarantined() > options.quarantineLimit() * batch.records()) {
            throw new LoadException.TooManyQuarantined(batch.quarantined() + " of " + batch.records()
                    + " records could not become postings, more than the share of " + options.quarantineLimit()
                    + " that is allowed. Nothing was published. By reason: " + batch.quarantinedByReason());
        }
    }

    private static void refuseFailed(List<CheckResult> checks) throws LoadException {
        List<CheckResult> blocking = checks.stream().filter(CheckResult::blocks).toList();
        if (!blocking.isEmpty()) {
            StringBuilder message = new StringBuilder(
                    Steps.count(blocking.size(), "check") + " of the new snapshot failed; nothing was published:");
            blocking.forEach(check -> message.append("\n  ")
                    .append(check.table())
                    .append(": ")
                    .append(check.check())
                    .append(": ")
                    .append(check.message()));
            throw new LoadException.AuditFailed(message.toString());
        }
    }

    private LoadResult unchanged(Pointer current, Batch batch) {
        Table books = named("load_file");
        Path directory = new Path(options.warehouse(), Warehouse.SNAPSHOTS + "/" + current.snapshot() + "/load_file");
        return result(
                false,
                current.snapshot(),
                batch,
                Books.of(TableFiles.read(spark, books, directory), batch),
                Map.of(),
                List.of());
    }

    private LoadResult result(
            boolean published,
            String snapshot,
            Batch batch,
            Books books,
            Map<String, Long> rows,
            List<CheckResult> checks) {
        return new LoadResult(
                published,
                snapshot,
                batch.id(),
                batch.files(),
                batch.bytes(),
                batch.records(),
                books.postings(),
                books.repeated(),
                batch.quarantined(),
                batch.quarantinedByReason(),
                rows,
                checks,
                steps.times());
    }

    /** What the table {@code load_file} says of a batch. */
    private record Books(long files, long records, long postings, long repeated, long quarantined, long unbalanced) {
        static Books of(Dataset<Row> loadFile, Batch batch) {
            Row row = loadFile.where(col("batch_id").equalTo(batch.id()))
                    .selectExpr(
                            "count(*)",
                            "coalesce(sum(records_read), 0)",
                            "coalesce(sum(postings), 0)",
                            "coalesce(sum(repeated), 0)",
                            "coalesce(sum(quarantined), 0)",
                            "count_if(records_read <> postings + repeated + quarantined)")
                    .first();
            return new Books(
                    row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }

        /** Nothing is lost: every file is there, every record is one of the three. */
        void requireClosed(Batch batch) throws LoadException {
            if (files != batch.files()
                    || records != batch.records()
                    || quarantined != batch.quarantined()
                    || records != postings + repeated + quarantined
                    || unbalanced > 0) {
                throw new LoadException.AuditFailed("The books do not close; nothing was published. Staged were "
                        + Steps.count(batch.records(), "record") + " of " + Steps.count(batch.files(), "file") + ", "
                        + batch.quarantined() + " of them in quarantine; load_file has " + this);
            }
        }
    }

    private Table named(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
    }

    private static <T> Map<String, T> inOrder(
            List<Manifest.TableEntry> entries, Function<Manifest.TableEntry, T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.put(entry.name(), value.apply(entry)));
        return values;
    }

    private static Manifest.CheckEntry entry(CheckResult check) {
        return new Manifest.CheckEntry(
                check.table(),
                check.check(),
                check.level().name(),
                check.passed(),
                check.value(),
                check.threshold(),
                check.message());
    }

    /** The staged rows of all batches; a batch of an older version may lack columns, which are null then. */
    private <T> Dataset<Row> read(List<Batch> batches, Warehouse warehouse, String kind, Encoder<T> encoder) {
        return spark.read()
                .schema(encoder.schema())
                .parquet(batches.stream()
                        .map(batch -> warehouse.parsed(batch.id()) + "/" + kind)
                        .toArray(String[]::new));
    }

    private String inputsHash(List<InventoryEntry> inventory) {
        List<String> parts =
                new ArrayList<>(List.of(options.source(), options.asOf().toString()));
        for (InventoryEntry file : inventory) {
            parts.add(file.sourceFile());
            parts.add(file.fingerprint());
        }
        return Keys.hash("inputs", parts.toArray(String[]::new));
    }

    private String configurationHash() {
        List<String> parts = new ArrayList<>(List.of("max-record-bytes", Integer.toString(options.maxRecordBytes())));
        options.dialects().forEach(dialect -> parts.add(dialect.text()));
        // The built-in vocabulary is a part of the code's version.
        if (!vocabularies.isEmpty()) {
            parts.addAll(List.of("vocabularies", vocabularies));
        }
        return Keys.hash("configuration", parts.toArray(String[]::new));
    }

    private String snapshotId(List<Batch> batches) {
        List<String> parts =
                new ArrayList<>(batches.stream().map(Batch::id).sorted().toList());
        parts.add(codeVersion);
        // dim_skill lists the vocabulary in use.
        parts.add(vocabularies);
        return asOf(batches) + "-"
                + Keys.hash("snapshot", parts.toArray(String[]::new)).substring(0, 8);
    }

    private static String asOf(List<Batch> batches) {
        return batches.get(batches.size() - 1).asOf();
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    private Broadcast<SerializableConfiguration> broadcastConfiguration() {
        return context().broadcast(new SerializableConfiguration(configuration));
    }
}
