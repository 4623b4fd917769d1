package io.jobmart.tables;

import java.util.List;

/**
 * A foreign key: every value of {@code columns} stands in {@code targetColumns} of the target table.
 */
public record Reference(List<String> columns, String target, List<String> targetColumns) {
    /** A reference by one column that has the same name in both tables. */
    public static Reference to(String target, String column) {
        return new Reference(List.of(column), target, List.of(column));
    }

    /** A reference by one column that has another name in the target table. */
    public static Reference to(String column, String target, String targetColumn) {
        return new Reference(List.of(column), target, List.of(targetColumn));
    }
}
