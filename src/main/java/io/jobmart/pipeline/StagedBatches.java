package io.jobmart.pipeline;

import static org.apache.spark.sql.functions.col;

import io.jobmart.privacy.PersonalData;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.store.Batch;
import io.jobmart.store.Warehouse;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a snapshot is made from.
 *
 * @param records the staged records of its dumps: columns of {@link ParsedRecord}
 * @param added those of them that the snapshot before was not made from; null when it was made from others as well
 * @param files their files: columns of {@link ParsedFile}
 * @param readings all parsed postings that the records refer to, and more: columns of {@link ParsedRecord}
 * @param completeDumps the dumps that show all that was open at the source: columns of {@link Dump}
 * @param timeoutDays days without a sighting after which a posting counts as closed; 0 for never
 * @param personalData what becomes of personal data in the tables; what is staged keeps them
 */
public record StagedBatches(
        Dataset<Row> records,
        Dataset<Row> added,
        Dataset<Row> files,
        Dataset<Row> readings,
        Dataset<Row> completeDumps,
        int timeoutDays,
        PersonalData personalData) {

    /** A dump: what one source showed on one day. */
    public record Dump(String source, LocalDate asOf) {}

    /** @param before batches that the snapshot before was made from; empty when there is none to build on */
    static StagedBatches of(
            SparkSession spark, Warehouse warehouse, List<Batch> batches, List<Batch> before, LoadOptions options) {
        Set<String> all = new LinkedHashSet<>();
        List<Dump> complete = new ArrayList<>();
        for (Batch batch : batches) {
            all.add(batch.id());
            all.addAll(batch.readings());
            if (batch.complete()) {
                batch.days().forEach(day -> complete.add(new Dump(batch.source(), LocalDate.parse(day))));
            }
        }
        List<Batch> fresh =
                batches.stream().filter(batch -> !before.contains(batch)).toList();
        boolean adds = !before.isEmpty() && batches.containsAll(before) && !fresh.isEmpty();
        return new StagedBatches(
                counting(spark, warehouse, batches, "records", "dumpDate", Staging.RECORDS),
                adds ? counting(spark, warehouse, fresh, "records", "dumpDate", Staging.RECORDS) : null,
                counting(spark, warehouse, batches, "files", "asOfDate", Staging.FILES),
                read(spark, warehouse, all, "records", Staging.RECORDS).where("posting.postingKey IS NOT NULL"),
                spark.createDataset(complete.stream().distinct().toList(), RecordEncoder.of(Dump.class))
                        .toDF(),
                options.timeoutDays(),
                options.personalData());
    }

    /**
     * The parsed postings of some staged files.
     *
     * @param files their paths in one column: as many as changed postings lie in, a few per load
     */
    Dataset<Row> readings(Dataset<Row> files) {
        String[] paths = files.collectAsList().stream()
                .map(row -> new Path(URI.create(row.getString(0))).toString())
                .toArray(String[]::new);
        if (paths.length == 0) {
            return readings.limit(0);
        }
        return readings.sparkSession()
                .read()
                .schema(Staging.RECORDS.schema())
                .parquet(paths)
                .where("posting.postingKey IS NOT NULL");
    }

    /** The rows of the days that count; for most batches, these are all. */
    private static <T> Dataset<Row> counting(
            SparkSession spark, Warehouse warehouse, List<Batch> batches, String kind, String day, Encoder<T> encoder) {
        Set<String> whole = new LinkedHashSet<>();
        Dataset<Row> rows = null;
        for (Batch batch : batches) {
            if (isWhole(warehouse, batch)) {
                whole.add(batch.id());
                continue;
            }
            Dataset<Row> part = read(spark, warehouse, Set.of(batch.id()), kind, encoder)
                    .where(col(day).cast("string").isin(batch.days().toArray()));
            rows = rows == null ? part : rows.union(part);
        }
        if (whole.isEmpty()) {
            return rows;
        }
        Dataset<Row> most = read(spark, warehouse, whole, kind, encoder);
        return rows == null ? most : most.union(rows);
    }

    private static boolean isWhole(Warehouse warehouse, Batch batch) {
        try {
            return warehouse.batch(batch.id()).orElseThrow().days().equals(batch.days());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A batch of an older version may lack columns, which are null then. */
    private static <T> Dataset<Row> read(
            SparkSession spark, Warehouse warehouse, Set<String> batches, String kind, Encoder<T> encoder) {
        return spark.read()
                .schema(encoder.schema())
                .parquet(batches.stream()
                        .map(batch -> warehouse.parsed(batch) + "/" + kind)
                        .toArray(String[]::new));
    }
}
