package io.jobmart.model;

/** How a description is written. */
public enum TextFormat {
    PLAIN,
    MARKDOWN,
    HTML
}
