package io.jobmart.quality;

/** What follows from a check that does not pass. */
public enum CheckLevel {
    /** The snapshot is never published. */
    ERROR,
    /** The snapshot is published only when somebody who has looked says so: it is not what the days before let expect. */
    WARN,
    /** The snapshot is published, and says so. */
    NOTE
}
