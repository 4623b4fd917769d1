package io.jobmart.dedup;

/** How a posting relates to its duplicate group. */
public enum DuplicateType {
    /** No other posting is like it. */
    UNIQUE,
    /** The same title and text, word by word. */
    FULL,
    /** The same job in other words, mostly in almost the same. */
    SEMANTIC,
    /** The same job in other words, posted again after the earlier ad was gone. */
    TEMPORAL,
    /** The same job with parts that the other ad lacks. */
    PARTIAL
}
