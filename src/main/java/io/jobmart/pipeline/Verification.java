package io.jobmart.pipeline;

import io.jobmart.store.Batch;
import io.jobmart.store.Checksums;
import io.jobmart.store.Damage;
import io.jobmart.store.DamagedException;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What a look through all that a warehouse keeps found: the current snapshot, those kept beside it, and the staged records
 * that they were made from.
 *
 * @param files that were read to their ends
 * @param damages sorted by path; none when the warehouse is whole
 */
public record Verification(int snapshots, int files, List<Damage> damages) {

    /** Reads everything, and compares it with what was written. */
    public static Verification of(SparkSession spark, Warehouse warehouse, Pointer pointer) throws IOException {
        return of(new FileChecksums(spark), warehouse, pointer);
    }

    static Verification of(Checksums checksums, Warehouse warehouse, Pointer pointer) throws IOException {
        // By path: snapshots share batches.
        Map<String, Damage> damages = new TreeMap<>();
        Map<Path, String> written = new TreeMap<>();
        for (Pointer.Earlier kept : pointer.kept()) {
            List<Damage> found = new ArrayList<>(warehouse.damagesOfSnapshot(kept.snapshot()));
            try {
                for (Batch batch : warehouse.manifest(kept).batches()) {
                    found.addAll(warehouse.damagesOfBatch(batch));
                }
                written.putAll(warehouse.checksums(kept));
            } catch (DamagedException e) {
                if (found.isEmpty()) {
                    found.add(new Damage(
                            Warehouse.SNAPSHOTS + "/" + kept.snapshot() + "/" + Warehouse.MANIFEST,
                            "is not the one that was published"));
                }
            }
            found.forEach(damage -> damages.put(damage.path(), damage));
        }
        Map<Path, String> read = checksums.of(List.copyOf(written.keySet()));
        String root = warehouse.root().toString();
        written.forEach((file, sum) -> {
            String path = file.toString().substring(root.length() + 1);
            if (!Objects.equals(sum, read.get(file))) {
                damages.putIfAbsent(
                        path,
                        new Damage(
                                path,
                                read.containsKey(file)
                                        ? "is not as it was written (CRC-32C " + read.get(file) + ", not " + sum + ")"
                                        : "can't be read to its end"));
            }
        });
        return new Verification(
                pointer.kept().size(),
                read.size(),
                damages.values().stream()
                        .sorted(Comparator.comparing(Damage::path))
                        .toList());
    }
}
