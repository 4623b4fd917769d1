package io.jobmart.store;

import java.util.List;

/**
 * What a snapshot is made of and holds: the content of its {@code MANIFEST.json}. A function of inputs, code version
 * and configuration, like the rows themselves.
 *
 * @param asOf the newest day that it shows, {@code yyyy-MM-dd}
 * @param batches the loads that its tables are derived from, sorted by day and id
 */
public record Manifest(
        int formatVersion,
        String snapshot,
        String asOf,
        String codeVersion,
        List<Batch> batches,
        List<TableEntry> tables,
        List<CheckEntry> checks) {
    /** The version of this file's own shape. */
    public static final int FORMAT_VERSION = 1;

    /** One table as it lies on disk. */
    public record TableEntry(
            String name, String grain, List<String> key, List<ColumnEntry> schema, long rows, long bytes, int files) {}

    /** One column of a table. */
    public record ColumnEntry(String name, String type, boolean nullable, String comment) {}

    /** One check of the audit and its result. */
    public record CheckEntry(
            String table, String check, String level, boolean passed, double value, double threshold, String message) {}
}
