package io.jobmart.quality;

/**
 * What one check found.
 *
 * @param table the table checked
 * @param check what was checked, such as {@code not_null(title)}
 * @param value the figure measured: mostly the number of rows that break the rule
 * @param threshold the largest value that passes
 * @param message the rule and the finding in one sentence
 */
public record CheckResult(
        String table, String check, CheckLevel level, boolean passed, double value, double threshold, String message) {
    /** Whether this result forbids to publish. */
    public boolean blocks() {
        return !passed && level == CheckLevel.ERROR;
    }

    /** Whether this result forbids to publish without being told to. */
    public boolean holdsBack() {
        return !passed && level == CheckLevel.WARN;
    }
}
