package io.jobmart.model;

/** The shape that a record came in. */
public enum SourceFormat {
    /** A title line that links to the posting, a company line, chips, and a Markdown body. */
    MARKDOWN,
    /** Bare text. */
    PLAIN_TEXT,
    /** One schema.org JobPosting, or several, as a JSON document. */
    JSON_LD,
    /** One schema.org JobPosting a line. */
    JSON_LD_LINES,
    /** A JSON document of other field names, which a dialect knows. */
    JSON,
    /** The same, one object a line. */
    JSON_LINES,
    /** A row of separated values. */
    CSV,
    /** An element of an XML feed. */
    XML,
    /** A YAML header and a body in Markdown or HTML. */
    FRONT_MATTER,
    /** A web page: of files only, a record has the format of the markup that it was read from. */
    HTML,
    /** A schema.org JobPosting as JSON in a web page. */
    HTML_JSON_LD,
    /** A zip or tar of other files: of files only, a record has the format of its member. */
    ARCHIVE
}
