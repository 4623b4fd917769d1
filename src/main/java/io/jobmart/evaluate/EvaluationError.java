package io.jobmart.evaluate;

/**
 * One value on which labels and parser differ.
 *
 * @param posting id of the labelled posting
 * @param field the measure's name
 * @param kind whether a labelled value was missed or a predicted one is wrong
 * @param value the value, as labelled or as predicted
 * @param evidence for a wrong value the words that it was read from with some words around, and the rule; may be null
 */
public record EvaluationError(String posting, String field, Kind kind, String value, String evidence) {

    /** On which side the value stands alone. */
    public enum Kind {
        /** Labelled and not found. */
        MISSED,
        /** Predicted and not labelled. */
        WRONG
    }
}
