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
    /** A schema.org JobPosting as attributes of a web page's elements. */
    HTML_MICRODATA,
    /** The main content of a web page without such markup, or a piece of HTML alone. */
    HTML_PAGE,
    /** schema.org JobPostings as statements of four terms a line, as the Web Data Commons publish them. */
    N_QUADS,
    /** An archive of a web crawl: of files only, a record has the format of the response's body. */
    WARC,
    /** A zip or tar of other files: of files only, a record has the format of its member. */
    ARCHIVE
}
