package io.jobmart.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a text block by block: one line a block, "- " before items, a blank line between paragraphs. Runs of blanks
 * become one. The block is opened by its first word, so that empty markup leaves nothing behind.
 */
final class BlockWriter {
    private final StringBuilder text;
    private final List<Block> blocks = new ArrayList<>();

    private BlockKind kind = BlockKind.PARAGRAPH;
    private int level;
    private String mark = "";

    private boolean open;
    private boolean gap;
    private boolean blank;
    private int start;
    private int strongEnd;
    private boolean strongSoFar;

    BlockWriter(int capacity) {
        text = new StringBuilder(capacity);
    }

    /** Says what the next block will be; ends the one that is open. */
    void next(BlockKind nextKind, int nextLevel, String nextMark) {
        line();
        kind = nextKind;
        level = nextLevel;
        mark = nextMark;
    }

    /** Whether words have been written since the last break. */
    boolean isOpen() {
        return open;
    }

    /** Writes words; blanks are collapsed. */
    void words(CharSequence words, int from, int to, boolean strong) {
        int i = from;
        while (i < to) {
            int end = run(words, i, to);
            if (end == i) {
                put(words.charAt(i), strong);
                i++;
                continue;
            }
            if (!open) {
                begin();
            } else if (blank) {
                text.append(' ');
            }
            blank = false;
            int written = text.length();
            text.append(words, i, end);
            if (strong && strongSoFar) {
                strongEnd = text.length();
            }
            for (int k = i; k < end && strongSoFar && !strong; k++) {
                if (words.charAt(k) != ' ') {
                    extendStrong(words.charAt(k), false, written + k - i + 1);
                }
            }
            i = end;
        }
    }

    /** Where a run ends that is written as it stands: words with one blank between them. */
    private static int run(CharSequence words, int from, int to) {
        int i = from;
        while (i < to) {
            char c = words.charAt(i);
            if (c == ' '
                    ? i == from || i + 1 == to || !Characters.isVisible(words.charAt(i + 1))
                    : !Characters.isVisible(c)) {
                break;
            }
            i++;
        }
        return i;
    }

    private void extendStrong(char c, boolean strong, int after) {
        if (strong || strongEnd > start && (c == ':' || c == '?')) {
            strongEnd = after;
        } else {
            strongSoFar = false;
        }
    }

    void words(CharSequence words, boolean strong) {
        words(words, 0, words.length(), strong);
    }

    /** Writes one character of the block. */
    void put(char c, boolean strong) {
        if (Characters.isBlank(c)) {
            blank = open;
            return;
        }
        if (Characters.isInvisible(c)) {
            return;
        }
        if (!open) {
            begin();
        } else if (blank) {
            text.append(' ');
        }
        blank = false;
        text.append(c);
        if (strongSoFar) {
            extendStrong(c, strong, text.length());
        }
    }

    /** Ends the line: what follows is a block of its own, without a blank line between. */
    void line() {
        if (open) {
            end();
        }
        kind = BlockKind.PARAGRAPH;
        level = 0;
        mark = "";
    }

    /** Ends the paragraph. */
    void paragraph() {
        line();
        gap = true;
    }

    /** Makes a heading of the last block, when it is a paragraph with nothing after it. */
    void raiseLast(int headingLevel) {
        if (!open && !blocks.isEmpty()) {
            Block last = blocks.get(blocks.size() - 1);
            if (last.kind() == BlockKind.PARAGRAPH) {
                blocks.set(
                        blocks.size() - 1,
                        new Block(BlockKind.HEADING, headingLevel, last.start(), last.end(), last.strongEnd()));
                gap = true;
            }
        }
    }

    /** The kind of the last block that has ended, or null. */
    Block last() {
        return blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    }

    /** Reopens the last block, so that the words that follow belong to it. */
    void resume() {
        if (!open && !gap && !blocks.isEmpty()) {
            Block last = blocks.remove(blocks.size() - 1);
            kind = last.kind();
            level = last.level();
            start = last.start();
            strongEnd = last.strongEnd();
            strongSoFar = last.strong();
            open = true;
            blank = true;
        }
    }

    Document finish() {
        line();
        return blocks.isEmpty() ? Document.EMPTY : new Document(text.toString(), blocks);
    }

    private void begin() {
        if (!blocks.isEmpty()) {
            Block previous = blocks.get(blocks.size() - 1);
            text.append('\n');
            boolean heading = kind == BlockKind.HEADING || previous.kind() == BlockKind.HEADING;
            boolean insideList = kind == BlockKind.ITEM && previous.kind() == BlockKind.ITEM;
            if (heading || gap && !insideList) {
                text.append('\n');
            }
        }
        if (kind == BlockKind.ITEM) {
            for (int i = 1; i < Math.min(level, 6); i++) {
                text.append("  ");
            }
            text.append(mark);
        }
        gap = false;
        open = true;
        blank = false;
        start = text.length();
        strongEnd = start;
        strongSoFar = true;
    }

    private void end() {
        open = false;
        blank = false;
        int end = text.length();
        int from = Bullets.skip(text, start, end);
        if (from > start && from < end) {
            boolean wasStrong = strongEnd > from;
            if (kind == BlockKind.PARAGRAPH) {
                kind = BlockKind.ITEM;
                level = 1;
                String bullet = Bullets.isNumber(text, start) ? text.substring(start, from) : "- ";
                text.replace(start, from, bullet);
                shift(bullet.length() - (from - start), wasStrong, start + bullet.length());
            } else if (kind == BlockKind.ITEM && !Bullets.isNumber(text, start)) {
                text.delete(start, from);
                shift(-(from - start), wasStrong, start);
            }
        }
        int first = Bullets.skipDecoration(text, start, text.length());
        if (first < text.length()) {
            start = first;
        }
        blocks.add(new Block(kind, level, start, text.length(), Math.max(start, strongEnd)));
    }

    private void shift(int by, boolean wasStrong, int newStart) {
        start = newStart;
        strongEnd = wasStrong ? strongEnd + by : newStart;
    }
}
