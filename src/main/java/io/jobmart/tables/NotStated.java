package io.jobmart.tables;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;

/** The member 0 of a dimension, which a fact refers to when it states no other. */
final class NotStated {
    private NotStated() {}

    /**
     * Member 0: key 0, the named strings "not stated", the named flags true, all else null, or false, OTHER or the first
     * value, and the earliest day where a column can't be null.
     */
    static Dataset<Row> member(TableInputs inputs, Table dimension, String... named) {
        Set<String> names = Set.of(named);
        String key = dimension.key().get(0);
        return inputs.parsed()
                .sparkSession()
                .sql(dimension.columns().stream()
                        .map(column -> "CAST(" + value(column, key, names.contains(column.name())) + " AS "
                                + column.type().sql() + ") AS `" + column.name() + "`")
                        .collect(Collectors.joining(", ", "SELECT ", "")));
    }

    private static String value(Column column, String key, boolean named) {
        if (column.name().equals(key)) {
            return "0";
        }
        if (named) {
            return column.type().equals(Columns.BOOLEAN) ? "true" : "'not stated'";
        }
        if (column.nullable()) {
            return "NULL";
        }
        if (column.type().equals(Columns.BOOLEAN)) {
            return "false";
        }
        if (column.type() instanceof ArrayType) {
            return "array()";
        }
        if (column.type().equals(Columns.DATE)) {
            return "DATE'1900-01-01'";
        }
        if (column.values().contains("OTHER")) {
            return "'OTHER'";
        }
        return column.type().equals(Columns.KEY) ? "0" : "'" + column.example() + "'";
    }
}
