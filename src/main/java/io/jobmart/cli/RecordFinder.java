package io.jobmart.cli;

import io.jobmart.model.Keys;
import io.jobmart.pipeline.InputFile;
import io.jobmart.pipeline.Inputs;
import io.jobmart.pipeline.LoadException;
import io.jobmart.store.Batch;
import io.jobmart.store.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Leads from a posting of a warehouse, or a file that was loaded, back to where its record lies. */
final class RecordFinder {
    /** More postings than this of one name are no answer. */
    private static final int MOST = 20;

    private final SparkSession spark;
    private final Manifest manifest;
    private final List<String> inputs;

    /**
     * @param inputs where the dump lies now; empty for where it lay when it was loaded
     */
    RecordFinder(SparkSession spark, Manifest manifest, List<String> inputs) {
        this.spark = spark;
        this.manifest = manifest;
        this.inputs = inputs;
    }

    /**
     * A record of a dump.
     *
     * @param path where its file lies
     * @param sourceRecord null for the whole file
     * @param source name of the source that it was loaded as
     */
    record Found(String path, String sourceFile, String sourceRecord, String source) {}

    /**
     * Finds records.
     *
     * @param name a {@code posting_key}, {@code posting_id}, {@code url} or {@code source_file}
     * @throws CommandException when there is none of that name, or the dump is not where it was
     */
    List<Found> find(String name) throws LoadException, IOException {
        List<Row> rows = query("""
                SELECT p.source_key, p.source_file, p.source_record, p.last_seen_date FROM fact_posting p
                WHERE p.posting_id = :name OR p.url = :name OR CAST(p.posting_key AS STRING) = :name
                ORDER BY p.source_file, p.source_record LIMIT %d""".formatted(MOST), name);
        if (rows.isEmpty()) {
            rows = query("""
                    SELECT source_key, source_file, CAST(NULL AS STRING), as_of_date FROM load_file
                    WHERE source_file = :name ORDER BY as_of_date DESC, file_key LIMIT 1""", name);
        }
        if (rows.isEmpty()) {
            throw new CommandException(
                    ExitCode.BAD_INPUT,
                    "Neither a posting nor a file of the warehouse is named " + name
                            + "; give a posting_key, posting_id, url or source_file");
        }
        List<Found> found = new ArrayList<>();
        for (Row row : rows) {
            found.add(found(
                    row.getLong(0),
                    row.getString(1),
                    row.getString(2),
                    row.get(3).toString()));
        }
        return found;
    }

    /** The record, in the batch of its day or, where the record itself told its day, in the one that has its file. */
    private Found found(long sourceKey, String sourceFile, String sourceRecord, String day) throws LoadException {
        List<Batch> batches = manifest.batches().stream()
                .filter(batch -> Keys.of("source", batch.source()) == sourceKey)
                .sorted(Comparator.comparing((Batch batch) -> !batch.days().contains(day))
                        .thenComparing(Batch::asOf, Comparator.reverseOrder()))
                .toList();
        List<String> searched = new ArrayList<>();
        for (Batch batch : batches) {
            List<String> where = inputs.isEmpty() ? batch.paths() : inputs;
            searched.addAll(where);
            String path = path(where, sourceFile);
            if (path != null) {
                return new Found(path, sourceFile, sourceRecord, batch.source());
            }
        }
        throw new CommandException(
                ExitCode.BAD_INPUT,
                sourceFile + " is not below "
                        + String.join(
                                " ", searched.stream().distinct().limit(MOST).toList())
                        + " any more; --input says where the dump is now");
    }

    private List<Row> query(String sql, String name) {
        return spark.sql(sql, java.util.Map.of("name", name)).collectAsList();
    }

    /** Where a file lies; null when it is not there. */
    private String path(List<String> where, String sourceFile) throws LoadException {
        try {
            for (InputFile file : Inputs.list(where, spark.sparkContext().hadoopConfiguration())) {
                if (file.sourceFile().equals(sourceFile)) {
                    return file.path();
                }
            }
        } catch (LoadException.BadInput e) {
            if (!inputs.isEmpty()) {
                throw e;
            }
            // The dump was moved away: another one of the source may have the file.
        }
        return null;
    }
}
