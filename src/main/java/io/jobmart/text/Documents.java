package io.jobmart.text;

import io.jobmart.model.TextFormat;

/** Turns a description, however it is written, into a text with blocks. */
public final class Documents {
    private Documents() {}

    /**
     * The document of a description.
     *
     * @param description null gives the empty document
     * @param format {@code PLAIN} keeps the text as it is, so that blocks are ranges of it; {@code MARKDOWN} and
     *     {@code HTML} give a new text without marks: a block a line, "- " before items, a blank line between paragraphs
     */
    public static Document of(String description, TextFormat format) {
        if (description == null || description.isBlank()) {
            return Document.EMPTY;
        }
        Document document = switch (format) {
            case PLAIN -> PlainText.read(description);
            case MARKDOWN -> MarkdownText.read(description);
            case HTML -> HtmlText.read(description);
        };
        return FlattenedText.split(document);
    }
}
