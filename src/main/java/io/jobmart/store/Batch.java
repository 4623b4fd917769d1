package io.jobmart.store;

import java.util.List;
import java.util.Map;

/**
 * One load's staged records, as {@code parsed/<id>/BATCH.json} and the manifests of the snapshots made from it
 * describe it. {@code BATCH.json} is written last: a batch without it is half-written.
 *
 * @param id hash of everything that the rows depend on: files, source, days, code version and configuration
 * @param days the dumps whose files it holds, {@code yyyy-MM-dd}, in order; a manifest leaves out those that another
 *     batch took the place of
 * @param complete whether these dumps show all that was open at the source on their day
 * @param configuration hash of the settings that the rows depend on
 * @param records rows staged: postings, repeated ones and rejections
 * @param gone pages that were found gone, which are no records
 * @param quarantinedByReason how many of them are rejections, by reason, sorted
 * @param fingerprints the input files; empty where there are more than {@link #FINGERPRINTS_LIMIT}, and the table
 *     {@code load_file} alone has them
 * @param paths where the inputs lay when they were read, as given and made absolute; what a record is found by again, and
 *     no part of any id
 * @param readings ids of the batches that hold the parsed postings of records that were known already
 */
public record Batch(
        String id,
        String source,
        List<String> days,
        boolean complete,
        String codeVersion,
        String configuration,
        long files,
        long bytes,
        long records,
        long gone,
        Map<String, Long> quarantinedByReason,
        List<Input> fingerprints,
        List<String> paths,
        List<String> readings) {
    /** How many input files a manifest lists by name. */
    public static final int FINGERPRINTS_LIMIT = 10_000;

    /** The newest day that it shows, {@code yyyy-MM-dd}. */
    public String asOf() {
        return days.get(days.size() - 1);
    }

    /** How many of the records are rejections. */
    public long quarantined() {
        return quarantinedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same batch, of which only these days count. */
    public Batch of(List<String> counting) {
        return new Batch(
                id,
                source,
                counting,
                complete,
                codeVersion,
                configuration,
                files,
                bytes,
                records,
                gone,
                quarantinedByReason,
                fingerprints,
                paths,
                readings);
    }

    /** One input file. */
    public record Input(String file, String sha256) {}
}
