package io.jobmart.store;

import java.util.List;
import java.util.Map;

/**
 * One load's staged records, as {@code parsed/<id>/BATCH.json} and the manifests of the snapshots made from it
 * describe it. {@code BATCH.json} is written last: a batch without it is half-written.
 *
 * @param id hash of everything that the rows depend on: inputs, source, day, code version and configuration
 * @param inputs hash of inputs, source and day alone: a batch with the same inputs and another id takes the place of
 *     this one
 * @param asOf the day that the dump shows, {@code yyyy-MM-dd}
 * @param configuration hash of the settings that the rows depend on
 * @param records rows staged: postings, repeated ones and rejections
 * @param gone pages that were found gone, which are no records
 * @param quarantinedByReason how many of them are rejections, by reason, sorted
 * @param fingerprints the input files; empty where there are more than {@link #FINGERPRINTS_LIMIT}, and the table
 *     {@code load_file} alone has them
 * @param paths where the inputs lay when they were read, as given and made absolute; what a record is found by again, and
 *     no part of any id
 */
public record Batch(
        String id,
        String inputs,
        String source,
        String asOf,
        String codeVersion,
        String configuration,
        long files,
        long bytes,
        long records,
        long gone,
        Map<String, Long> quarantinedByReason,
        List<Input> fingerprints,
        List<String> paths) {
    /** How many input files a manifest lists by name. */
    public static final int FINGERPRINTS_LIMIT = 10_000;

    /** How many of the records are rejections. */
    public long quarantined() {
        return quarantinedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One input file. */
    public record Input(String file, String sha256) {}
}
