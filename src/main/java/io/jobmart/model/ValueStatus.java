package io.jobmart.model;

/** How a value came about. Absent, not understood and contradicted are three different things. */
public enum ValueStatus {
    /** Taken from a structured field of the source. */
    STRUCTURED,
    /** Read from text. */
    PARSED,
    /** The posting does not speak of it. */
    NOT_STATED,
    /** The posting speaks of it and gives no value: "competitive salary". */
    STATED_WITHOUT_VALUE,
    /** The posting states something that was not understood. */
    UNPARSED,
    /** Two statements of the posting disagree. */
    CONFLICT
}
