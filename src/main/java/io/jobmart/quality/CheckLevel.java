package io.jobmart.quality;

/** What follows from a check that does not pass. */
public enum CheckLevel {
    /** The snapshot is not published. */
    ERROR,
    /** The snapshot is published, and says so. */
    WARN
}
