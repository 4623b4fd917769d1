package io.jobmart.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts of one field, summed over all postings.
 *
 * @param field name of the field
 * @param kind what is compared with the target
 * @param right values predicted and right
 * @param predicted values predicted; for an accuracy, values that were judged
 * @param found labelled values that were found; differs from {@code right} where two predictions may match one label
 * @param labelled values labelled; for an accuracy, values that were judged
 * @param target precision (or the one figure of an accuracy or F1) to reach, null when there is none
 * @param recallTarget recall to reach where it is asked for apart, else null
 */
public record Measure(
        String field,
        Kind kind,
        int right,
        int predicted,
        int found,
        int labelled,
        Double target,
        Double recallTarget) {

    /** Which figures a field is judged by. */
    public enum Kind {
        ACCURACY,
        F1,
        PRECISION_AND_RECALL,
        RECALL
    }

    /** Right of predicted; null when nothing was predicted. */
    public Double precision() {
        return predicted == 0 ? null : (double) right / predicted;
    }

    /** Found of labelled; null when nothing is labelled. */
    public Double recall() {
        return labelled == 0 ? null : (double) found / labelled;
    }

    /** Harmonic mean of precision and recall; null when nothing was predicted and nothing is labelled. */
    public Double f1() {
        if (predicted == 0 && labelled == 0) {
            return null;
        }
        double precision = predicted == 0 ? 0 : (double) right / predicted;
        double recall = labelled == 0 ? 0 : (double) found / labelled;
        return precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall);
    }

    /** The figures that this measure is told by, in order: an accuracy has one, most have three. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        switch (kind) {
            case ACCURACY -> figures.put("accuracy", precision());
            case RECALL -> figures.put("recall", recall());
            case F1, PRECISION_AND_RECALL -> {
                figures.put("precision", precision());
                figures.put("recall", recall());
                figures.put("f1", f1());
            }
        }
        return figures;
    }

    /** What a figure of {@link #figures} counts, as {@code 9/10}; "" for F1, which counts nothing of its own. */
    public String counts(String figure) {
        return switch (figure) {
            case "accuracy", "precision" -> right + "/" + predicted;
            case "recall" -> found + "/" + labelled;
            default -> "";
        };
    }

    /** Whether the target is reached; null when there is none, or nothing to judge. */
    public Boolean reached() {
        if (target == null && recallTarget == null || predicted == 0 && labelled == 0) {
            return null;
        }
        return switch (kind) {
            case ACCURACY -> atLeast(precision(), target);
            case F1 -> atLeast(f1(), target);
            case RECALL -> atLeast(recall(), recallTarget);
            case PRECISION_AND_RECALL -> atLeast(precision(), target) && atLeast(recall(), recallTarget);
        };
    }

    /** What is missing altogether was not wrong. */
    private static boolean atLeast(Double value, Double wanted) {
        return value == null || wanted == null || value >= wanted - 1e-9;
    }
}
