package io.jobmart.model;

/** How strongly a posting asks for something, strongest first: the order is used to pick the strongest of several. */
public enum Modality {
    /** The candidate must have it. */
    REQUIRED,
    /** Nice to have, a plus, preferred. */
    PREFERRED,
    /** Named in the duties, the stack or elsewhere, not asked for. */
    MENTIONED;

    /** The stronger of two. */
    public Modality or(Modality other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
