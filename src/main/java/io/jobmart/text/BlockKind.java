package io.jobmart.text;

/** What a block of text is. */
public enum BlockKind {
    /** A heading by markup: {@code ##}, {@code <h2>}. Bold or bare lines that act as headings are found by sections. */
    HEADING,
    /** One item of a list. */
    ITEM,
    PARAGRAPH
}
