package io.jobmart.pipeline;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.broadcast;

import io.jobmart.model.Keys;
import io.jobmart.parse.PostingParser;
import io.jobmart.quality.Audit;
import io.jobmart.quality.CheckLevel;
import io.jobmart.quality.CheckResult;
import io.jobmart.store.Batch;
import io.jobmart.store.Damage;
import io.jobmart.store.DamagedException;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Loads a dump into a warehouse: the whole flow.
 *
 * <p>The files are listed and fingerprinted, parsed once into a staged batch, and then every table of a new snapshot is
 * made from the staged batches of all loads. The snapshot is audited as it lies on disk before the pointer moves to it.
 * Until then, whatever happens, readers see the one before.
 */
public final class Load {
    private final SparkSession spark;
    private final LoadOptions options;
    private final Staging staging;
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
        this.staging = new Staging(spark, options, parsers, codeVersion, vocabularies);
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
        requireDays(listed);
        return writing((warehouse, writer) -> {
            // What lay there before a wait for the lock may not be what lies there now.
            List<InputFile> files = options.lockWait().isZero() ? listed : Inputs.list(options.inputs(), configuration);
            List<InventoryEntry> inventory =
                    steps.run("fingerprint inputs", () -> staging.inventory(files), f -> Steps.count(f.size(), "file"));
            return load(warehouse, writer, inventory);
        });
    }

    /**
     * Makes all tables anew from what is staged, or from the dumps themselves, and publishes them: after a new version of the
     * code or of its settings. What is of this version already is taken as it is.
     *
     * @param reparse whether to read and parse the dumps again, which must lie where they lay
     * @throws LoadException when nothing was published, by what may be done about it
     */
    public LoadResult rebuild(boolean reparse) throws LoadException {
        return writing((warehouse, writer) -> {
            if (writer.base().isEmpty()) {
                throw new LoadException.BadInput(
                        "There is nothing to rebuild: " + options.warehouse() + " holds no snapshot");
            }
            List<Batch> batches = warehouse.manifest(writer.base().get()).batches();
            if (reparse) {
                List<Batch> again = new ArrayList<>();
                for (Batch batch : batches) {
                    again.add(reparsed(warehouse, writer, batch, again));
                }
                batches = again;
            } else {
                requireWhole(batches, warehouse, "\"jobmart rebuild --reparse\" reads the dumps again.");
            }
            return publish(warehouse, writer, batches, List.of(), null);
        });
    }

    private Batch reparsed(Warehouse warehouse, Warehouse.Writer writer, Batch batch, List<Batch> earlier)
            throws IOException, LoadException {
        boolean damaged = !warehouse.damagesOfBatch(batch).isEmpty();
        if (staging.isOfThisVersion(batch) && !damaged) {
            return batch;
        }
        Staging again = staging.with(options.of(batch));
        Wanted wanted = damaged ? named(warehouse, batch) : staged(warehouse, batch);
        List<InventoryEntry> inventory = steps.run(
                "fingerprint " + batch.source() + " " + batch.asOf(),
                () -> again.inventory(Inputs.list(batch.paths(), configuration)).stream()
                        .filter(wanted.files())
                        .toList(),
                f -> Steps.count(f.size(), "file"));
        if (inventory.size() < wanted.count()) {
            throw new LoadException.BadInput((wanted.count() - inventory.size()) + " of "
                    + Steps.count(wanted.count(), "file") + " of source " + batch.source() + " as of " + batch.asOf()
                    + " are not below " + String.join(", ", batch.paths())
                    + " any more, or have changed. Nothing was published.");
        }
        String id = again.batchId(inventory);
        Optional<Batch> staged = damaged ? Optional.empty() : whole(warehouse, id);
        // What other batches know of the damaged one's records can't be told: it is read as the first one.
        List<Batch> known = damaged ? List.of() : earlier;
        return staged.isPresent()
                ? staged.get()
                : steps.run(
                        "read and parse " + batch.source() + " " + batch.asOf(),
                        () -> again.stage(warehouse, writer, id, inventory, known),
                        b -> Steps.count(b.records(), "record"));
    }

    /** The files of a batch among those that lie where it was read, and how many there must be. */
    private record Wanted(Predicate<InventoryEntry> files, long count) {}

    private Wanted staged(Warehouse warehouse, Batch batch) {
        Set<Long> keys = new HashSet<>();
        staging.files(warehouse, batch).values().forEach(keys::addAll);
        return new Wanted(file -> keys.contains(file.key(batch.source())), keys.size());
    }

    /** By what the manifest tells of a batch, which of very many files are only their days. */
    private static Wanted named(Warehouse warehouse, Batch batch) throws IOException {
        Set<Batch.Input> named = new HashSet<>(batch.fingerprints());
        boolean whole = warehouse.batch(batch.id()).map(Batch::days).equals(Optional.of(batch.days()));
        return new Wanted(
                file -> batch.days().contains(file.asOf().toString())
                        && (named.isEmpty() || named.contains(new Batch.Input(file.sourceFile(), file.fingerprint()))),
                whole ? batch.files() : 1);
    }

    private static void requireWhole(List<Batch> batches, Warehouse warehouse, String remedy)
            throws IOException, LoadException {
        List<Damage> damages = new ArrayList<>();
        for (Batch batch : batches) {
            damages.addAll(warehouse.damagesOfBatch(batch));
        }
        requireNone(damages, warehouse, remedy);
    }

    private static void requireNone(List<Damage> damages, Warehouse warehouse, String remedy)
            throws LoadException.Damaged {
        if (!damages.isEmpty()) {
            throw new LoadException.Damaged("The warehouse " + warehouse.root() + " is damaged: "
                    + damages.stream().distinct().limit(3).map(Damage::toString).collect(joining("; "))
                    + (damages.size() > 3 ? "; and more (\"jobmart verify\" names all)" : "") + ". " + remedy);
        }
    }

    private interface Writing {
        LoadResult in(Warehouse warehouse, Warehouse.Writer writer) throws IOException, LoadException;
    }

    private LoadResult writing(Writing work) throws LoadException {
        try {
            Warehouse warehouse = Warehouse.at(options.warehouse(), configuration);
            try (Warehouse.Writer writer = warehouse.write(options.breakLock(), options.lockWait(), steps::waiting)) {
                return work.in(warehouse, writer);
            }
        } catch (LockedException e) {
            throw new LoadException.Locked(e.getMessage(), e);
        } catch (DamagedException e) {
            throw new LoadException.Damaged(e.getMessage());
        } catch (LoadException e) {
            throw e;
        } catch (Exception | FSError | LinkageError e) {
            // Spark throws checked exceptions unannounced.
            LoadException known = StorageFailure.of(
                    e, options.warehouse(), spark.sparkContext().conf());
            if (known != null) {
                throw known;
            }
            throw Load.<RuntimeException>asIs(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asIs(Throwable failure) throws E {
        throw (E) failure;
    }

    private void requireDays(List<InputFile> listed) throws LoadException {
        if (options.asOf() == null) {
            List<String> without = listed.stream()
                    .map(InputFile::sourceFile)
                    .filter(name -> DumpDay.in(name) == null)
                    .limit(3)
                    .toList();
            if (listed.isEmpty() || !without.isEmpty()) {
                throw new LoadException.BadInput("The day of a dump is to be read from the names of its files, and "
                        + (listed.isEmpty() ? "there is none" : "none is in " + String.join(", ", without)));
            }
        }
    }

    private LoadResult load(Warehouse warehouse, Warehouse.Writer writer, List<InventoryEntry> inventory)
            throws IOException, LoadException {
        List<Batch> published = writer.base().isEmpty()
                ? List.of()
                : warehouse.manifest(writer.base().get()).batches();
        if (writer.base().isPresent()) {
            requireNone(
                    warehouse.damagesOfSnapshot(writer.base().get().snapshot()),
                    warehouse,
                    "\"jobmart rebuild\" makes its tables anew.");
            requireWhole(published, warehouse, "\"jobmart rebuild --reparse\" reads the dumps again.");
        }
        Dumps dumps = Dumps.of(published, inventory, options, batch -> staging.files(warehouse, batch), staging);
        if (dumps.fresh().isEmpty() && dumps.declared() && !dumps.kept().isEmpty()) {
            return publish(warehouse, writer, dumps.kept(), inventory, null);
        }

        String id = staging.batchId(dumps.fresh());
        Optional<Batch> staged = whole(warehouse, id);
        Batch batch = staged.isPresent()
                ? staged.get()
                : steps.run(
                        "read and parse",
                        () -> staging.stage(warehouse, writer, id, dumps.fresh(), dumps.kept()),
                        b -> Steps.count(b.records(), "record"));
        if (!dumps.fresh().isEmpty() || inventory.isEmpty()) {
            refuseUnlikely(batch);
        }
        List<Batch> batches = new ArrayList<>(dumps.kept());
        batches.add(batch);
        return publish(warehouse, writer, batches, inventory, batch);
    }

    /** What a run before staged and did not publish, if nothing of it is lost. */
    private static Optional<Batch> whole(Warehouse warehouse, String id) throws IOException {
        Optional<Batch> staged = warehouse.batch(id);
        return staged.isPresent() && warehouse.damagesOfBatch(staged.get()).isEmpty() ? staged : Optional.empty();
    }

    /**
     * Makes all tables of these batches and publishes them, unless they are published already.
     *
     * @param added the batch of this load; null when it holds nothing new
     */
    private LoadResult publish(
            Warehouse warehouse,
            Warehouse.Writer writer,
            List<Batch> unordered,
            List<InventoryEntry> inventory,
            Batch added)
            throws IOException, LoadException {
        List<Batch> batches = unordered.stream()
                .sorted(Comparator.comparing(Batch::asOf).thenComparing(Batch::id))
                .toList();
        String content = snapshotId(batches);
        Optional<Pointer> base = writer.base();
        for (Pointer.Earlier kept : base.map(Pointer::kept).orElse(List.of())) {
            if (Warehouse.holds(kept.snapshot(), content)
                    && warehouse.damagesOfSnapshot(kept.snapshot()).isEmpty()) {
                boolean current = kept.snapshot().equals(base.get().snapshot());
                return found(!current, warehouse, current ? base.get() : writer.rollBack(kept.snapshot()), inventory);
            }
        }
        String snapshot = writer.unpublished(content);
        boolean whole = base.isPresent()
                && warehouse.damagesOfSnapshot(base.get().snapshot()).isEmpty();
        Path published = whole ? warehouse.snapshot(base.get().snapshot()) : null;
        Path before = whole && mayBeBuiltOn(warehouse, base.get()) ? published : null;
        SnapshotBuild build = new SnapshotBuild(
                spark,
                writer.newSnapshot(snapshot),
                before,
                published,
                tables,
                StagedBatches.of(
                        spark,
                        warehouse,
                        batches,
                        before == null
                                ? List.of()
                                : warehouse.manifest(base.get()).batches(),
                        options),
                asOf(batches).substring(0, 7),
                steps,
                audit);
        List<Manifest.TableEntry> written = build.write();
        List<CheckResult> checks = build.checks();
        refuseFailed(checks, options.force());
        Books books = books(build.table("load_file"), inventory);
        books.requireClosed(inventory.size(), added);
        Manifest manifest = new Manifest(
                Manifest.FORMAT_VERSION,
                snapshot,
                asOf(batches),
                codeVersion,
                batches,
                written,
                checks.stream().map(Load::entry).toList());
        steps.run(
                "publish",
                () -> writer.publish(manifest, options.retention(), new FileChecksums(spark)),
                Pointer::snapshot);
        return result(true, snapshot, added, inventory, books, inOrder(written, Manifest.TableEntry::rows), checks);
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

    /** @param force whether to publish what the days before did not let expect */
    static void refuseFailed(List<CheckResult> checks, boolean force) throws LoadException {
        List<CheckResult> blocking = checks.stream().filter(CheckResult::blocks).toList();
        if (!blocking.isEmpty()) {
            throw new LoadException.AuditFailed(Steps.count(blocking.size(), "check")
                    + " of the new snapshot failed; nothing was published:" + findings(blocking));
        }
        List<CheckResult> doubtful =
                checks.stream().filter(CheckResult::holdsBack).toList();
        if (!doubtful.isEmpty() && !force) {
            throw new LoadException.HeldBack(
                    "The new snapshot is not what the days before let expect; nothing was published:"
                            + findings(doubtful) + "\nWhen that is as it should be, --force publishes it.");
        }
    }

    private static String findings(List<CheckResult> checks) {
        return checks.stream()
                .map(check -> "\n  " + check.table() + ": " + check.check() + ": " + check.message())
                .collect(joining());
    }

    /** Whether the tables of a snapshot are what this code with these options would make of their inputs. */
    private boolean mayBeBuiltOn(Warehouse warehouse, Pointer base) throws IOException {
        return options.incremental()
                && Warehouse.holds(
                        base.snapshot(), snapshotId(warehouse.manifest(base).batches()));
    }

    /**
     * The result when the snapshot was there before.
     *
     * @param published whether readers saw another one until now
     */
    private LoadResult found(boolean published, Warehouse warehouse, Pointer current, List<InventoryEntry> inventory)
            throws IOException {
        Path loadFile = new Path(warehouse.snapshot(current.snapshot()), "load_file");
        Books books = books(TableFiles.read(spark, Tables.named(tables, "load_file"), loadFile), inventory);
        Manifest manifest = warehouse.manifest(current);
        return result(
                published,
                current.snapshot(),
                null,
                inventory,
                books,
                published ? inOrder(manifest.tables(), Manifest.TableEntry::rows) : Map.of(),
                published ? manifest.checks().stream().map(Load::result).toList() : List.of());
    }

    private LoadResult result(
            boolean published,
            String snapshot,
            Batch added,
            List<InventoryEntry> inventory,
            Books books,
            Map<String, Long> rows,
            List<CheckResult> checks) {
        return new LoadResult(
                published,
                snapshot,
                added == null ? null : added.id(),
                inventory.size(),
                inventory.stream().mapToLong(InventoryEntry::bytes).sum(),
                books.records(),
                books.postings(),
                books.repeated(),
                books.quarantined(),
                books.gone(),
                added == null ? Map.of() : added.quarantinedByReason(),
                rows,
                checks,
                steps.times());
    }

    /** What the table {@code load_file} says of the files of this load. */
    private record Books(
            long files, long records, long postings, long repeated, long quarantined, long gone, long unbalanced) {

        /** Nothing is lost: every file is there, every record is one of the three. */
        void requireClosed(int given, Batch added) throws LoadException {
            boolean asStaged = added == null
                    || added.files() != given
                    || records == added.records() && quarantined == added.quarantined();
            if (files != given || !asStaged || records != postings + repeated + quarantined || unbalanced > 0) {
                throw new LoadException.AuditFailed("The books do not close; nothing was published. Given were "
                        + Steps.count(given, "file") + ", staged "
                        + (added == null
                                ? "nothing"
                                : Steps.count(added.records(), "record") + ", " + added.quarantined()
                                        + " of them in quarantine")
                        + "; load_file has " + this);
            }
        }
    }

    private Books books(Dataset<Row> loadFile, List<InventoryEntry> inventory) {
        Dataset<Row> given = spark.createDataset(
                        inventory.stream()
                                .map(file -> file.key(options.source()))
                                .toList(),
                        Encoders.LONG())
                .toDF("file_key");
        Row row = loadFile.join(broadcast(given), "file_key")
                .selectExpr(
                        "count(*)",
                        "coalesce(sum(records_read), 0)",
                        "coalesce(sum(postings), 0)",
                        "coalesce(sum(repeated), 0)",
                        "coalesce(sum(quarantined), 0)",
                        "coalesce(sum(gone), 0)",
                        "count_if(records_read <> postings + repeated + quarantined)")
                .first();
        return new Books(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
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

    private static CheckResult result(Manifest.CheckEntry check) {
        return new CheckResult(
                check.table(),
                check.check(),
                CheckLevel.valueOf(check.level()),
                check.passed(),
                check.value(),
                check.threshold(),
                check.message());
    }

    private String snapshotId(List<Batch> batches) {
        List<String> parts = new ArrayList<>();
        for (Batch batch : batches) {
            parts.add(batch.id());
            parts.add(String.join(",", batch.days()));
        }
        parts.add(codeVersion);
        // dim_skill lists the vocabulary in use.
        parts.add(vocabularies);
        parts.add(Integer.toString(options.timeoutDays()));
        parts.add(options.personalData().name());
        return asOf(batches) + "-"
                + Keys.hash("snapshot", parts.toArray(String[]::new)).substring(0, 8);
    }

    private static String asOf(List<Batch> batches) {
        return batches.get(batches.size() - 1).asOf();
    }
}
