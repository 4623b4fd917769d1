package io.jobmart.diff;

/**
 * One headline figure of two snapshots.
 *
 * @param before null when the first snapshot lacks what it is made from, or has no row to make it from
 */
public record Figure(String name, Unit unit, Double before, Double after) {
    /** What the figure is. */
    public enum Unit {
        COUNT,
        /** From 0 to 1. */
        SHARE,
        MEAN
    }
}
