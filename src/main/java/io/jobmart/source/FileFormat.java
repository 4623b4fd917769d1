package io.jobmart.source;

/** What a file holds, told by its content. */
public enum FileFormat {
    /** A Markdown posting: linked title, company and chips, or a title and {@code **URL:**} lines, or other Markdown. */
    MARKDOWN,
    /** A YAML header between lines of dashes, and a body in Markdown or HTML. */
    FRONT_MATTER,
    /** A web page. */
    HTML,
    /** Bare text. */
    PLAIN_TEXT,
    /** One JSON document, or several one after the other, or one array. */
    JSON,
    /** One JSON object a line; the only format that can be split. */
    JSON_LINES,
    /** Separated values with a header row that a dialect knows. */
    CSV,
    /** XML that is no page: a feed, of a dialect that is known or not. */
    XML,
    /** Statements of RDF, one a line with the page that it is from. */
    N_QUADS,
    /** An archive of a web crawl. */
    WARC,
    /** A zip or tar: several files in one, each of a format of its own. */
    ARCHIVE,
    /** No byte, or nothing but blanks: no record and no error. */
    EMPTY,
    /** Binary, or text of a format that is not read. */
    UNKNOWN
}
