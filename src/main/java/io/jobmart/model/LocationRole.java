package io.jobmart.model;

/** What a place is to a posting. */
public enum LocationRole {
    /** The work is done there. */
    WORK_SITE,
    /** A remote worker may live there. */
    REMOTE_ALLOWED
}
