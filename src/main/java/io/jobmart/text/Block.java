package io.jobmart.text;

/**
 * One block of a document: a heading, a list item, or one line of a paragraph.
 *
 * @param level heading level from 1, or nesting of a list item from 1; 0 for paragraphs
 * @param start offset of the first character after any bullet
 * @param end offset after the last character, without trailing blanks
 * @param strongEnd end of the bold words that the block begins with; {@code start} when it begins with none, {@code end}
 *     when all of it is bold
 */
public record Block(BlockKind kind, int level, int start, int end, int strongEnd) {
    /** Whether all of the block is bold: in real postings such lines are headings more often than not. */
    public boolean strong() {
        return strongEnd >= end && end > start;
    }
}
