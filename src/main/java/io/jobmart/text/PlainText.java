package io.jobmart.text;

import java.util.ArrayList;
import java.util.List;

/** Blocks of plain text: its lines. The text itself stays as it is, so that offsets are those of the source. */
final class PlainText {
    /** Text that is wrapped breaks its lines at some column up to this one. */
    private static final int WIDEST_WRAP = 130;

    private static final int NARROWEST_WRAP = 60;

    private PlainText() {}

    static Document read(String text) {
        List<Block> blocks = readBlocks(text);
        return new Document(text, blocks);
    }

    static Document readLines(String text) {
        return read(text);
    }

    private static List<Block> readBlocks(String text) {
        int width = wrapWidth(text);
        List<Block> blocks = new ArrayList<>();
        boolean afterBlank = true;
        int previousLength = 0;
        int from = 0;
        while (from <= text.length()) {
            int end = lineEnd(text, from);
            int start = Characters.skipBlanks(text, from, end);
            int stop = Characters.trimEnd(text, start, end);
            if (start < stop && !isRule(text, start, stop)) {
                Block block = block(text, from, start, stop);
                Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
                if (!afterBlank
                        && block.kind() == BlockKind.PARAGRAPH
                        && last != null
                        && continues(text, last, block, width, previousLength)) {
                    blocks.set(
                            blocks.size() - 1,
                            new Block(last.kind(), last.level(), last.start(), stop, last.strongEnd()));
                } else {
                    blocks.add(block);
                }
                afterBlank = false;
            } else {
                afterBlank = true;
            }
            previousLength = stop - from;
            from = end + (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1);
        }
        return blocks;
    }

    private static Block block(String text, int from, int start, int stop) {
        int words = Bullets.skip(text, start, stop);
        boolean item = words > start;
        int level = item ? 1 + Math.min(5, (start - from) / 4) : 0;
        int first = Bullets.skipDecoration(text, words, stop);
        if (first >= stop) {
            first = words;
        }
        return new Block(item ? BlockKind.ITEM : BlockKind.PARAGRAPH, level, first, stop, first);
    }

    /** Whether a line goes on with the sentence of the line before. */
    private static boolean continues(String text, Block last, Block line, int width, int previousLength) {
        char end = text.charAt(last.end() - 1);
        char first = text.charAt(line.start());
        if (end == ':' || end == ';') {
            return false;
        }
        boolean sentenceOver = end == '.' || end == '!' || end == '?';
        if (Character.isLowerCase(first) && !sentenceOver && previousLength >= 40) {
            return true;
        }
        return width > 0 && previousLength + 1 + firstWord(text, line) > width;
    }

    private static int firstWord(String text, Block line) {
        int i = line.start();
        while (i < line.end() && !Characters.isBlank(text.charAt(i))) {
            i++;
        }
        return i - line.start();
    }

    /**
     * The column at which the text is wrapped, 0 when it is not: when it is, the next line's first word would not have
     * fitted in most lines.
     */
    private static int wrapWidth(String text) {
        int widest = 0;
        int lines = 0;
        int from = 0;
        while (from < text.length()) {
            int end = lineEnd(text, from);
            widest = Math.max(widest, Characters.trimEnd(text, from, end) - from);
            if (widest > WIDEST_WRAP) {
                return 0;
            }
            lines++;
            from = end + 1;
        }
        if (lines < 6 || widest < NARROWEST_WRAP) {
            return 0;
        }
        int full = 0;
        int words = 0;
        from = 0;
        while (from < text.length()) {
            int end = lineEnd(text, from);
            int length = Characters.trimEnd(text, from, end) - from;
            if (length > 0) {
                words++;
                if (length > widest - 14) {
                    full++;
                }
            }
            from = end + 1;
        }
        return full * 10 >= words * 3 ? widest : 0;
    }

    /** A line of nothing but dashes, equals signs, stars or underscores. */
    private static boolean isRule(String text, int start, int stop) {
        for (int i = start; i < stop; i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '=' && c != '_' && c != '*' && c != '~' && c != '—' && c != '–' && c != ' '
                    && c != '#') {
                return false;
            }
        }
        return true;
    }

    static int lineEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return i;
            }
            i++;
        }
        return i;
    }
}
