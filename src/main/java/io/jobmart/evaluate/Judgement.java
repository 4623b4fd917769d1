package io.jobmart.evaluate;

/**
 * What was found of one value, of the label or of the parser.
 *
 * @param posting id of the labelled posting
 * @param field the measure's name
 * @param value the value, as labelled when it was missed, else as predicted
 * @param evidence for a wrong value the words that it was read from with some words around, and the rule; may be null
 */
public record Judgement(String posting, String field, Verdict verdict, String value, String evidence) {

    /** How label and parser stand to each other. */
    public enum Verdict {
        /** Predicted and labelled. */
        RIGHT,
        /** Predicted and not labelled. */
        WRONG,
        /** Labelled and not found. */
        MISSED
    }
}
