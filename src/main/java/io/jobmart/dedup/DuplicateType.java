package io.jobmart.dedup;

/** How a posting relates to its duplicate group. */
public enum DuplicateType {
    /** No other posting is like it. */
    UNIQUE,
    /** Everything that a reader sees is the same. */
    FULL,
    /** The same job in almost the same words. */
    SEMANTIC,
    /** The same job in almost the same words, posted again after the earlier ad was gone. */
    TEMPORAL,
    /** The same job with parts that the other ad lacks: not looked for yet. */
    PARTIAL
}
