package io.jobmart.pipeline;

import io.jobmart.quality.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a load did. {@code records = postings + repeated + quarantined}, and so for every file.
 *
 * @param published whether readers see another snapshot than before. Not when the warehouse holds just this load already:
 *     the figures of tables are empty then
 * @param snapshot id of the snapshot that is current now
 * @param files input files of this load
 * @param bytes as they lie on disk
 * @param records records read from them
 * @param postings records that are the day's first sighting of their posting
 * @param repeated records whose posting another record of the day shows already
 * @param gone pages that were found gone, which are no records
 * @param quarantinedByReason by {@link io.jobmart.model.QuarantineReason}
 * @param rows rows of each table of the snapshot, in the order of building
 * @param steps how long each step took, in the order of their ends
 */
public record LoadResult(
        boolean published,
        String snapshot,
        String batch,
        long files,
        long bytes,
        long records,
        long postings,
        long repeated,
        long quarantined,
        long gone,
        Map<String, Long> quarantinedByReason,
        Map<String, Long> rows,
        List<CheckResult> checks,
        Map<String, Duration> steps) {

    public long checksFailed() {
        return checks.stream().filter(check -> !check.passed()).count();
    }

    public long checksPassed() {
        return checks.size() - checksFailed();
    }
}
