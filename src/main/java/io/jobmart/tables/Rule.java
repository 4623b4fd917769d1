package io.jobmart.tables;

import io.jobmart.quality.CheckLevel;

/**
 * A condition that every row of a table meets.
 *
 * @param name short and stable, such as {@code min_not_above_max}
 * @param condition in Spark SQL over the table's columns; a row for which it is null passes
 * @param message the rule in words
 */
public record Rule(String name, CheckLevel level, String condition, String message) {
    static Rule error(String name, String condition, String message) {
        return new Rule(name, CheckLevel.ERROR, condition, message);
    }

    static Rule note(String name, String condition, String message) {
        return new Rule(name, CheckLevel.NOTE, condition, message);
    }

    /** A date that no posting of the web's age can have is a date misread. */
    static Rule saneDate(String column) {
        return note(
                "sane(" + column + ")",
                column + " BETWEEN DATE'1990-01-01' AND DATE'2100-01-01'",
                column + " lies between 1990 and 2100");
    }

    /** Evidence has offsets exactly when it is not markup, in their order. */
    static Rule evidence() {
        return error(
                "evidence_offsets",
                "evidence_field IS NULL OR (evidence_field = 'MARKUP' AND evidence_start IS NULL AND evidence_end IS NULL)"
                        + " OR (evidence_field <> 'MARKUP' AND coalesce(evidence_start >= 0 AND evidence_end > evidence_start,"
                        + " false))",
                "evidence outside of markup has offsets, the end after the start");
    }
}
