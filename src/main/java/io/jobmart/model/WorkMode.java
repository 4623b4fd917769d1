package io.jobmart.model;

/** Where the work is done, relative to the employer's premises. */
public enum WorkMode {
    REMOTE,
    HYBRID,
    ONSITE,
    NOT_STATED
}
