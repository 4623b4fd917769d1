package io.jobmart.model;

/** How much an issue should worry the reader of a number. */
public enum IssueSeverity {
    /** Worth knowing; the value is as good as any. */
    INFO,
    /** The value may be wrong or is missing. */
    WARNING,
    /** The posting could not be read as it should. */
    ERROR
}
