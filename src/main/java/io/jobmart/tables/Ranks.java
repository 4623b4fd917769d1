package io.jobmart.tables;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The order of an enum's constants, as SQL. */
final class Ranks {
    private Ranks() {}

    /** An expression for the rank of an enum's value, from 1 in the order of declaration; 0 for null. */
    static String of(Class<? extends Enum<?>> values, String expression) {
        return Arrays.stream(values.getEnumConstants())
                .map(value -> "'" + value.name() + "'")
                .collect(Collectors.joining(", ", "coalesce(array_position(array(", "), " + expression + "), 0)"));
    }
}
