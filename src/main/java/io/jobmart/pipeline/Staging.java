package io.jobmart.pipeline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.jobmart.model.Keys;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.spark.Statistics;
import io.jobmart.store.Batch;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/**
 * Reads and parses the files of a load once, into a batch that every snapshot is made from. A record that an earlier
 * batch holds in the same words is not parsed again: it is staged without its reading, which that batch has.
 */
final class Staging {
    static final Encoder<ParsedRecord> RECORDS = RecordEncoder.of(ParsedRecord.class);
    static final Encoder<ParsedFile> FILES = RecordEncoder.of(ParsedFile.class);
    private static final Encoder<ReadRecord> READ = RecordEncoder.of(ReadRecord.class);
    private static final Encoder<KnownReading> KNOWN = RecordEncoder.of(KnownReading.class);

    /** Stands beside the reasons of quarantine where staged rows are counted. */
    private static final String GONE = "gone";

    /** Up to this size on disk (some 60 bytes a posting) the list of known readings is sent to every task. */
    private static final long LOOKUP_BYTES = 128L << 20;

    private final SparkSession spark;
    private final LoadOptions options;
    private final RecordParser.Factory parsers;
    private final String codeVersion;
    private final String vocabularies;
    private final Configuration configuration;

    /** @param vocabularies version of those that a user brings; empty for what comes with the warehouse */
    Staging(
            SparkSession spark,
            LoadOptions options,
            RecordParser.Factory parsers,
            String codeVersion,
            String vocabularies) {
        this.spark = spark;
        this.options = options;
        this.parsers = parsers;
        this.codeVersion = codeVersion;
        this.vocabularies = vocabularies;
        this.configuration = spark.sparkContext().hadoopConfiguration();
    }

    /** The same code with other options. */
    Staging with(LoadOptions other) {
        return new Staging(spark, other, parsers, codeVersion, vocabularies);
    }

    List<InventoryEntry> inventory(List<InputFile> listed) {
        return Inventory.take(listed, options, context(), broadcastConfiguration());
    }

    /** Whether a batch's rows are those that this code with these settings would make. */
    boolean isOfThisVersion(Batch batch) {
        return batch.codeVersion().equals(codeVersion) && batch.configuration().equals(configurationHash());
    }

    /** The keys of a batch's files, by the day of their dump. */
    Map<String, Set<Long>> files(Warehouse warehouse, Batch batch) {
        Map<String, Set<Long>> keys = new TreeMap<>();
        for (Row row : spark.read()
                .schema(FILES.schema())
                .parquet(warehouse.parsed(batch.id()) + "/files")
                .where(col("asOfDate").cast("string").isin(batch.days().toArray()))
                .selectExpr("CAST(asOfDate AS STRING)", "fileKey")
                .collectAsList()) {
            keys.computeIfAbsent(row.getString(0), day -> new HashSet<>()).add(row.getLong(1));
        }
        return keys;
    }

    String batchId(List<InventoryEntry> inventory) {
        List<String> parts = new ArrayList<>(
                List.of(options.source(), Boolean.toString(options.complete()), codeVersion, configurationHash()));
        days(inventory).forEach(parts::add);
        inventory.stream()
                .map(file -> file.key(options.source()))
                .sorted()
                .map(String::valueOf)
                .forEach(parts::add);
        return Keys.hash("batch", parts.toArray(String[]::new)).substring(0, 16);
    }

    private List<String> days(List<InventoryEntry> inventory) {
        Stream<String> ofFiles = inventory.stream().map(file -> file.asOf().toString());
        // A dump without any file is one of its day all the same.
        Stream<String> given =
                options.asOf() == null ? Stream.of() : Stream.of(options.asOf().toString());
        return Stream.concat(ofFiles, given).distinct().sorted().toList();
    }

    /**
     * Reads and parses every record once, into the batch's directory; the marker is written last.
     *
     * @param earlier batches whose readings may be used again
     */
    Batch stage(
            Warehouse warehouse,
            Warehouse.Writer writer,
            String id,
            List<InventoryEntry> inventory,
            List<Batch> earlier)
            throws IOException {
        Path directory = writer.newBatch(id);
        List<String> readings = earlier.stream()
                .filter(this::isOfThisVersion)
                .flatMap(batch -> Stream.concat(Stream.of(batch.id()), batch.readings().stream()))
                .distinct()
                .sorted()
                .toList();
        TableFiles.writer(records(inventory, known(warehouse, readings), LOOKUP_BYTES))
                .parquet(directory + "/records");
        TableFiles.writer(spark.createDataset(files(inventory).rdd(), FILES)).parquet(directory + "/files");

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
                options.source(),
                days(inventory),
                options.complete(),
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
                Inputs.qualified(options.inputs(), configuration),
                readings);
        writer.complete(batch, new FileChecksums(spark));
        return batch;
    }

    /**
     * The readings of earlier batches, without their values; null when there are none. A record that one load held twice was
     * read twice, to the same end.
     */
    private Dataset<KnownReading> known(Warehouse warehouse, List<String> batches) {
        if (batches.isEmpty()) {
            return null;
        }
        return spark.read()
                .schema(RECORDS.schema())
                .parquet(batches.stream()
                        .map(batch -> warehouse.parsed(batch) + "/records")
                        .toArray(String[]::new))
                .where("posting.postingKey IS NOT NULL")
                .select("readingKey", "postingKey", "contentHash")
                .as(KNOWN);
    }

    /**
     * @param known null for none
     * @param lookupBytes up to which it is sent to every task; beyond that, records are joined with it
     */
    Dataset<ParsedRecord> records(List<InventoryEntry> inventory, Dataset<KnownReading> known, long lookupBytes) {
        RecordParser.Factory factory = parsers;
        List<Splits.Split> splits = Splits.of(
                inventory,
                options.source(),
                options.splitBytes(),
                spark.sparkContext().defaultParallelism());
        JavaRDD<ReadRecord> read = splits.isEmpty()
                ? context().emptyRDD()
                : context().parallelize(splits, splits.size()).mapPartitions(reading());
        if (known == null || Statistics.bytes(known) <= lookupBytes) {
            Broadcast<KnownReadings> lookup = context().broadcast(KnownReadings.of(known));
            return spark.createDataset(
                    read.mapPartitions(records -> {
                                Readings readings = new Readings(factory.parser());
                                return mapped(
                                        records,
                                        record -> parsed(
                                                readings, record, lookup.value().find(record.readingKey())));
                            })
                            .rdd(),
                    RECORDS);
        }
        Dataset<ReadRecord> rows = spark.createDataset(read.rdd(), READ);
        Dataset<KnownReading> once = known.dropDuplicates("readingKey");
        return rows.joinWith(once, rows.col("readingKey").equalTo(once.col("readingKey")), "left_outer")
                .mapPartitions(
                        (MapPartitionsFunction<Tuple2<ReadRecord, KnownReading>, ParsedRecord>) pairs -> {
                            Readings readings = new Readings(factory.parser());
                            return mapped(pairs, pair -> parsed(readings, pair._1(), pair._2()));
                        },
                        RECORDS);
    }

    private static ParsedRecord parsed(Readings readings, ReadRecord record, KnownReading known) {
        return known == null || known.readingKey() == null
                ? readings.parse(record)
                : record.known(known.postingKey(), known.contentHash());
    }

    private static <A, B> Iterator<B> mapped(Iterator<A> rows, java.util.function.Function<A, B> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public B next() {
                return function.apply(rows.next());
            }
        };
    }

    /** The files in several tasks, so that none carries the names of all. */
    private JavaRDD<ParsedFile> files(List<InventoryEntry> inventory) {
        String source = options.source();
        return context()
                .parallelize(inventory, 1 + inventory.size() / Inventory.MOST_FILES)
                .map(file -> file.parsed(source));
    }

    private FlatMapFunction<Iterator<Splits.Split>, ReadRecord> reading() {
        LoadOptions given = options;
        String version = codeVersion + " " + configurationHash();
        Broadcast<SerializableConfiguration> conf = broadcastConfiguration();
        return splits -> {
            List<Slice> slices = new ArrayList<>();
            splits.forEachRemaining(split -> slices.addAll(split.slices()));
            ReadRecords records = new ReadRecords(
                    slices.iterator(), given, version, conf.value().value());
            TaskCompletionListener close = context -> records.close();
            TaskContext.get().addTaskCompletionListener(close);
            return records;
        };
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

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    private Broadcast<SerializableConfiguration> broadcastConfiguration() {
        return context().broadcast(new SerializableConfiguration(configuration));
    }
}
