package io.jobmart.cli;

/** What a command's report is printed as; the names are those that are typed. */
enum PrintFormat {
    /** For people. */
    text,
    /** For programs. */
    json
}
