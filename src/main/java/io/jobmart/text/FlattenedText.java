package io.jobmart.text;

import io.jobmart.model.SectionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds headings and lists within paragraphs that lost their line breaks: "... our team. Qualifications - Bachelor's
 * degree - 5+ years of Java", "Required qualifications Five years ...". The text stays; the paragraph becomes several
 * blocks.
 */
final class FlattenedText {
    /** Shorter paragraphs hold no list and no second heading. */
    private static final int SHORTEST = 80;
    /** A heading may open any longer paragraph; within a shorter one it is more likely a sentence's words. */
    private static final int SHORTEST_WITH_HEADINGS = 200;

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final HeadingPhrases phrases = HeadingPhrases.standard();

    private FlattenedText(String text) {
        this.text = text;
    }

    static Document split(Document document) {
        boolean candidate = false;
        for (Block block : document.blocks()) {
            candidate |= isCandidate(block);
        }
        if (!candidate) {
            return document;
        }
        FlattenedText flattened = new FlattenedText(document.text());
        for (Block block : document.blocks()) {
            if (isCandidate(block)) {
                flattened.split(block);
            } else {
                flattened.blocks.add(block);
            }
        }
        return flattened.blocks.size() == document.blocks().size()
                ? document
                : new Document(document.text(), flattened.blocks);
    }

    private static boolean isCandidate(Block block) {
        return block.kind() != BlockKind.HEADING && block.end() - block.start() >= SHORTEST;
    }

    private void split(Block block) {
        int[] bullets = bullets(block);
        if (bullets.length == 0) {
            piece(block, block.start(), block.end(), block.kind(), block.level());
            return;
        }
        int before = Characters.trimEnd(text, block.start(), bullets[0]);
        if (before > block.start()) {
            int heading = trailingHeading(block.start(), before);
            if (heading > block.start()) {
                piece(
                        block,
                        block.start(),
                        Characters.trimEnd(text, block.start(), heading),
                        block.kind(),
                        block.level());
                add(BlockKind.PARAGRAPH, 0, heading, before);
            } else {
                piece(block, block.start(), before, block.kind(), block.level());
            }
        }
        boolean singles = mostlySingleSentences(bullets, block.end());
        for (int i = 0; i < bullets.length; i++) {
            int from = Characters.skipBlanks(text, bullets[i] + 1, block.end());
            int to = Characters.trimEnd(text, from, i + 1 < bullets.length ? bullets[i + 1] : block.end());
            if (from >= to) {
                continue;
            }
            boolean last = i + 1 == bullets.length;
            int sentence = singles || last && bullets.length == 1 ? sentenceEnd(from, to) : to;
            int heading = sentence == to && !last ? trailingHeading(from, to) : -1;
            if (heading > from) {
                add(BlockKind.ITEM, 1, from, Characters.trimEnd(text, from, heading));
                add(BlockKind.PARAGRAPH, 0, heading, to);
            } else {
                piece(block, from, sentence, BlockKind.ITEM, 1);
                int rest = Characters.skipBlanks(text, sentence, to);
                if (rest < to) {
                    piece(block, rest, to, BlockKind.PARAGRAPH, 0);
                }
            }
        }
    }

    /** Offsets of the bullets that stand within a block; none when what looks like them is prose. */
    private int[] bullets(Block block) {
        int signs = 0;
        int dashes = 0;
        int stars = 0;
        int otherDashes = 0;
        int demands = 0;
        for (int i = block.start() + 1; i + 2 < block.end(); i++) {
            char c = text.charAt(i);
            if (c < 128 && c != '-' && c != '*') {
                continue;
            }
            if (Bullets.isSign(c)) {
                signs++;
            } else if ((c == '-' || c == '–' || c == '*') && isSpaced(i)) {
                if (!opensItem(i + 2, block.end())) {
                    otherDashes++;
                    demands += c == '-' && opensDemand(i + 2, block.end()) ? 1 : 0;
                } else if (c == '*') {
                    stars++;
                } else {
                    dashes++;
                }
            }
        }
        boolean useSigns = signs >= 2 || signs == 1 && block.kind() == BlockKind.ITEM;
        boolean useStars = stars >= 2;
        boolean useDashes =
                dashes >= 3 && dashes > 2 * otherDashes && (block.end() - block.start()) / (dashes + 1) >= 20;
        // "... design - experience with R - knowledge of SAS": a list in small letters
        boolean useSmall = !useDashes && demands >= 2 && demands * 2 >= dashes + otherDashes;
        useDashes |= useSmall;
        if (!useSigns && !useStars && !useDashes) {
            return new int[0];
        }
        int[] found = new int[(useSigns ? signs : 0) + (useStars ? stars : 0) + (useDashes ? dashes + otherDashes : 0)];
        int count = 0;
        for (int i = block.start() + 1; i + 2 < block.end(); i++) {
            char c = text.charAt(i);
            boolean bullet = Bullets.isSign(c)
                    ? useSigns
                    : (c == '*' ? useStars : (c == '-' || c == '–') && useDashes)
                            && isSpaced(i)
                            && (opensItem(i + 2, block.end()) || useSmall && c == '-' && goesOn(i + 2, block.end()));
            if (bullet) {
                found[count++] = i;
            }
        }
        return count == found.length ? found : java.util.Arrays.copyOf(found, count);
    }

    /** "skills - Java", and "skills- Java" where the line break before the dash was lost. */
    private boolean isSpaced(int i) {
        char before = text.charAt(i - 1);
        return Characters.isBlank(text.charAt(i + 1))
                && (Characters.isBlank(before)
                        || Character.isLowerCase(before)
                        || before == '.'
                        || before == ':'
                        || before == ')');
    }

    /** An item begins with a capital, a number or a sign; what follows a dash in a sentence seldom does. */
    private boolean opensItem(int from, int end) {
        int i = Characters.skipBlanks(text, from, end);
        if (i >= end) {
            return false;
        }
        char c = text.charAt(i);
        return Character.isUpperCase(c) || Character.isDigit(c) || c == '+' || c == '“' || c == '"' || c >= '\u3040';
    }

    private boolean opensDemand(int from, int end) {
        return DemandStarts.at(text, Characters.skipBlanks(text, from, end), end);
    }

    /** Whether a small word stands behind a dash, not the other end of "Monday - Friday" or a second sign. */
    private boolean goesOn(int from, int end) {
        int i = Characters.skipBlanks(text, from, end);
        return i < end && Character.isLowerCase(text.charAt(i));
    }

    /** Whether most items are one sentence: then the rest of a longer one is no part of the list. */
    private boolean mostlySingleSentences(int[] bullets, int end) {
        int single = 0;
        for (int i = 0; i < bullets.length; i++) {
            int to = i + 1 < bullets.length ? bullets[i + 1] : end;
            if (Characters.skipBlanks(text, sentenceEnd(bullets[i] + 1, to), to) >= to) {
                single++;
            }
        }
        return single * 3 >= bullets.length * 2;
    }

    /** The offset after the first sentence; {@code to} when there is only one. */
    private int sentenceEnd(int from, int to) {
        for (int i = from + 8; i + 2 < to; i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '!' || c == '?') && endsSentence(i, from, to)) {
                return i + 1;
            }
        }
        return to;
    }

    private boolean endsSentence(int dot, int from, int to) {
        if (!Characters.isBlank(text.charAt(dot + 1))) {
            return false;
        }
        int next = Characters.skipBlanks(text, dot + 1, to);
        if (next >= to || !Character.isUpperCase(text.charAt(next))) {
            return false;
        }
        // "e.g. Python", "St. Louis", "J. Doe": a short word before the dot ends no sentence.
        int word = dot - 1;
        while (word >= from && Character.isLetter(text.charAt(word))) {
            word--;
        }
        int length = dot - 1 - word;
        return length > 2 && !(word >= from && text.charAt(word) == '.')
                || length > 0 && length <= 3 && Character.isUpperCase(text.charAt(dot - 1))
                || length == 0;
    }

    /** Where a known heading of two words or more begins with which a piece ends; -1 when none does. */
    private int trailingHeading(int from, int to) {
        int words = 0;
        for (int i = to - 2; i > from && words < 8; i--) {
            boolean glued = isGlued(i + 1, from);
            if (text.charAt(i) != ' ' && !glued) {
                continue;
            }
            words++;
            char first = text.charAt(i + 1);
            char before = text.charAt(i - 1);
            boolean afterSentence = before == '.' || before == ':' || before == '!' || before == ';';
            if (Character.isUpperCase(first) && (words > (glued ? 2 : 1) || afterSentence)) {
                SectionKind kind = phrases.whole(text, i + 1, to);
                if (kind != null && isTelling(kind)) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isTelling(SectionKind kind) {
        return switch (kind) {
            case REQUIREMENTS, PREFERRED, RESPONSIBILITIES, BENEFITS, ABOUT_COMPANY, ABOUT_ROLE, EDUCATION -> true;
            case GENERAL, SKILLS, PAY, LOCATION, HOW_TO_APPLY, BOILERPLATE -> false;
        };
    }

    /** Adds a piece of a paragraph, cut where headings stand within it. */
    private void piece(Block block, int from, int to, BlockKind kind, int level) {
        boolean item = kind == BlockKind.ITEM;
        if (item && to - from < SHORTEST
                || to - from < SHORTEST_WITH_HEADINGS && from == block.start() && to == block.end()) {
            add(kind, level, from, to, block);
            return;
        }
        int start = from;
        int i = item ? from + 1 : from;
        BlockKind first = kind;
        while (i < to) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                i++;
                continue;
            }
            if (Character.isUpperCase(c) && startsWord(i, from)) {
                int end = phrases.longestAt(text, i, to);
                if (end > 0 && isFlattenedHeading(i, end, from, to)) {
                    if (i > start) {
                        add(first, first == kind ? level : 0, start, Characters.trimEnd(text, start, i), block);
                    }
                    first = BlockKind.PARAGRAPH;
                    int after = end < to && (text.charAt(end) == ':' || text.charAt(end) == '?') ? end + 1 : end;
                    add(BlockKind.PARAGRAPH, 0, i, after, block);
                    start = Characters.skipBlanks(text, after, to);
                    i = start;
                    continue;
                }
            } else if (!item && c == ' ' && isWideGap(i, start, to)) {
                add(BlockKind.PARAGRAPH, 0, start, Characters.trimEnd(text, start, i), block);
                start = Characters.skipBlanks(text, i, to);
                i = start;
                continue;
            }
            i++;
        }
        if (start < to) {
            add(first, first == kind ? level : 0, start, to, block);
        }
    }

    /** Three blanks or more where a line break was. */
    private boolean isWideGap(int at, int start, int to) {
        if (at <= start
                || at + 3 >= to
                || Characters.isVisible(text.charAt(at + 1))
                || text.charAt(at - 1) == ':'
                || text.charAt(at - 1) == ' ') {
            return false;
        }
        int next = Characters.skipBlanks(text, at, to);
        return next - at >= 3 && next < to && Character.isUpperCase(text.charAt(next));
    }

    private boolean startsWord(int i, int from) {
        if (i == from) {
            return true;
        }
        char before = text.charAt(i - 1);
        return Characters.isBlank(before)
                || before == '.'
                || before == ':'
                || before == ')'
                || before == '!'
                || isGlued(i, from);
    }

    /** "... and much moreWhat you need": a capital right behind a small letter or a number. */
    private boolean isGlued(int i, int from) {
        return i > from
                && Character.isUpperCase(text.charAt(i))
                && (Character.isLowerCase(text.charAt(i - 1)) || Character.isDigit(text.charAt(i - 1)));
    }

    /**
     * Whether words that are a known heading act as one here: they stand at the start or after a sentence, and a colon, a
     * bullet or the capital of a new sentence follows.
     */
    private boolean isFlattenedHeading(int at, int end, int from, int to) {
        if (end >= to) {
            SectionKind last = phrases.whole(text, at, end);
            return at > from && last != null && isTelling(last) && afterSentence(at, from);
        }
        boolean colon = text.charAt(end) == ':';
        int next = Characters.skipBlanks(text, colon ? end + 1 : end, to);
        if (next >= to) {
            return afterSentence(at, from) || at == from;
        }
        SectionKind kind = phrases.whole(text, at, end);
        boolean telling = kind != null && isTelling(kind);
        if (colon) {
            return telling
                    && (at == from
                            || afterSentence(at, from)
                            || isGlued(at, from)
                            || words(at, end) > 3
                            || words(at, end) > 1 && isTitleCase(at, end));
        }
        char c = text.charAt(next);
        if (!Character.isUpperCase(c) && !Character.isDigit(c) && c != '“' && c != '-' && c != '*') {
            return false;
        }
        int words = words(at, end);
        if (next == end || isGlued(at, from)) {
            return telling && words > 2;
        }
        boolean gap = next - end >= 2 || at > from && at - Characters.trimEnd(text, from, at) >= 2;
        if (!telling) {
            return false;
        }
        if (words == 1) {
            return gap && (at == from || afterSentence(at, from));
        }
        return at == from || afterSentence(at, from) || gap;
    }

    private boolean afterSentence(int at, int from) {
        int before = Characters.trimEnd(text, from, at);
        if (before == from) {
            return true;
        }
        char c = text.charAt(before - 1);
        return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || at - before >= 3;
    }

    private int words(int from, int to) {
        int words = 1;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ' ') {
                words++;
            }
        }
        return words;
    }

    private boolean isTitleCase(int from, int to) {
        for (int i = from; i < to; i++) {
            if ((i == from || text.charAt(i - 1) == ' ') && Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void add(BlockKind kind, int level, int from, int to) {
        blocks.add(new Block(kind, level, from, to, from));
    }

    private void add(BlockKind kind, int level, int from, int to, Block whole) {
        int strongEnd = from == whole.start() ? Math.min(whole.strongEnd(), to) : from;
        blocks.add(new Block(kind, level, from, to, strongEnd));
    }
}
