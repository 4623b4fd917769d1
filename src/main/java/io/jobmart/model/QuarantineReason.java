package io.jobmart.model;

/** Why a record could not become a posting. */
public enum QuarantineReason {
    /** Binary, an image, or text of no format that is read. */
    NOT_A_POSTING_FORMAT,
    /** JSON that does not parse. */
    JSON_SYNTAX,
    /** A row of separated values that cannot be told apart: a quote is not closed, or it has more cells than the header. */
    CSV_SYNTAX,
    /** A line of N-Quads that is no statement. */
    N_QUADS_SYNTAX,
    /** XML that does not parse, or that refers to what lies outside it. */
    XML_SYNTAX,
    /** JSON that parses and is no JobPosting. */
    NOT_A_JOB_POSTING,
    /** A record without title and without text. */
    NO_CONTENT,
    /** A record larger than the stated limit. */
    TOO_LARGE,
    /** A posting that would cost too much to read: a title of megabytes, tens of thousands of places. */
    TOO_EXPENSIVE,
    /** A file that could not be read to its end; what was read before stays. */
    UNREADABLE,
    /** The parser failed on the record: a defect of jobmart, kept with its cause. */
    PARSER_FAILURE
}
