package io.jobmart.report;

import java.util.List;

/**
 * The rows of one query of {@code jobs/report.sql}.
 *
 * @param rows values by column: null, numbers, strings, dates
 */
public record Answer(List<String> columns, List<List<Object>> rows) {
    /** One row, asked by the names of its columns. */
    record Line(List<String> columns, List<Object> values) {
        Object value(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("There is no column " + column + " among " + columns);
            }
            return values.get(index);
        }

        /** Empty for null. */
        String text(String column) {
            Object value = value(column);
            return value == null ? "" : value.toString();
        }

        /** 0 for null: sums over nothing are null. */
        double number(String column) {
            return value(column) instanceof Number number ? number.doubleValue() : 0;
        }

        long count(String column) {
            return Math.round(number(column));
        }
    }

    List<Line> lines() {
        return rows.stream().map(row -> new Line(columns, row)).toList();
    }
}
