package io.jobmart.cli;

import io.jobmart.pipeline.InputFile;
import io.jobmart.pipeline.Inputs;
import io.jobmart.pipeline.LoadException;
import io.jobmart.store.Batch;
import io.jobmart.store.Manifest;
import java.io.IOException;
import java.util.ArrayList;
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
                SELECT s.batch_id, s.source_file, s.source_record
                FROM fact_posting p JOIN fact_posting_sighting s ON s.posting_key = p.posting_key AND s.is_current
                WHERE p.posting_id = :name OR p.url = :name OR CAST(p.posting_key AS STRING) = :name
                ORDER BY s.source_file, s.source_record LIMIT %d""".formatted(MOST), name);
        if (rows.isEmpty()) {
            rows = query("""
                    SELECT batch_id, source_file, CAST(NULL AS STRING) FROM load_file WHERE source_file = :name
                    ORDER BY as_of_date DESC, batch_id LIMIT 1""", name);
        }
        if (rows.isEmpty()) {
            throw new CommandException(
                    ExitCode.BAD_INPUT,
                    "Neither a posting nor a file of the warehouse is named " + name
                            + "; give a posting_key, posting_id, url or source_file");
        }
        List<Found> found = new ArrayList<>();
        for (Row row : rows) {
            Batch batch = manifest.batches().stream()
                    .filter(one -> one.id().equals(row.getString(0)))
                    .findFirst()
                    .orElseThrow();
            found.add(new Found(path(batch, row.getString(1)), row.getString(1), row.getString(2), batch.source()));
        }
        return found;
    }

    private List<Row> query(String sql, String name) {
        return spark.sql(sql, java.util.Map.of("name", name)).collectAsList();
    }

    private String path(Batch batch, String sourceFile) throws LoadException {
        List<String> where = inputs.isEmpty() ? batch.paths() : inputs;
        for (InputFile file : Inputs.list(where, spark.sparkContext().hadoopConfiguration())) {
            if (file.sourceFile().equals(sourceFile)) {
                return file.path();
            }
        }
        throw new CommandException(
                ExitCode.BAD_INPUT,
                sourceFile + " is not below " + String.join(" ", where)
                        + " any more; --input says where the dump is now");
    }
}
