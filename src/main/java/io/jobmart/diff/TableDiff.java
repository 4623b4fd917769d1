package io.jobmart.diff;

import java.util.List;
import java.util.Map;

/**
 * What changed in a table between two snapshots.
 *
 * @param key the columns that rows are matched by; empty where equal rows are counted instead, and none is ever changed
 * @param rowsBefore rows of the first snapshot; 0 when it has no such table
 * @param changed rows of the same key and other values, in columns that both have
 * @param changedColumns for each column, in how many rows it changed; without those that did in none
 * @param columnsAdded columns that only the second snapshot has; no row counts as changed for them
 * @param columnsRemoved columns that only the first snapshot has
 */
public record TableDiff(
        String table,
        List<String> key,
        long rowsBefore,
        long rowsAfter,
        long added,
        long removed,
        long changed,
        Map<String, Long> changedColumns,
        List<String> columnsAdded,
        List<String> columnsRemoved) {
    public boolean same() {
        return added + removed + changed == 0 && columnsAdded.isEmpty() && columnsRemoved.isEmpty();
    }
}
