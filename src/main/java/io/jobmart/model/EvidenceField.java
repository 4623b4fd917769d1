package io.jobmart.model;

/** The part of a posting that a value was read from; offsets count in that part's own string. */
public enum EvidenceField {
    /** A structured field of the source; no offsets. */
    MARKUP,
    /** The header line of a text posting: company and chips. */
    HEADER,
    /** The title as the source gives it. */
    TITLE,
    /** The posting's text. */
    TEXT
}
