package io.jobmart.text;

import io.jobmart.model.SectionKind;
import io.jobmart.text.InlineBullets.Bullet;
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

    /** A heading that was glued to what follows it is below every heading by markup. */
    private static final int GLUED_LEVEL = 6;

    private static final String[] OPENINGS = {"The ", "What ", "You ", "We ", "Who ", "To ", "Our "};

    /** A sentence that leads to a list is no longer. */
    private static final int LONGEST_SENTENCE = 110;

    /** A single word in capitals behind an item is a heading when it is no abbreviation. */
    private static final int LONG_WORD = 8;

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
        List<Bullet> bullets = InlineBullets.of(text, block);
        if (bullets.isEmpty()) {
            piece(block, block.start(), block.end(), block.kind(), block.level());
            return;
        }
        int before = Characters.trimEnd(text, block.start(), bullets.get(0).start());
        if (before > block.start()) {
            int heading = trailingHeading(block.start(), before);
            heading = heading > block.start() ? heading : lastSentenceHeading(block.start(), before);
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
        for (int i = 0; i < bullets.size(); i++) {
            int from = Characters.skipBlanks(text, bullets.get(i).end(), block.end());
            int to = Characters.trimEnd(text, from, next(bullets, i, block.end()));
            if (from >= to) {
                continue;
            }
            boolean last = i + 1 == bullets.size();
            int sentence = singles || last && bullets.size() == 1 ? sentenceEnd(from, to) : to;
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

    /** Whether most items are one sentence: then the rest of a longer one is no part of the list. */
    private boolean mostlySingleSentences(List<Bullet> bullets, int end) {
        int single = 0;
        for (int i = 0; i < bullets.size(); i++) {
            int to = next(bullets, i, end);
            if (Characters.skipBlanks(text, sentenceEnd(bullets.get(i).end(), to), to) >= to) {
                single++;
            }
        }
        return single * 3 >= bullets.size() * 2;
    }

    /** Where the item of a bullet ends: at the next one's sign. */
    private static int next(List<Bullet> bullets, int i, int end) {
        return i + 1 < bullets.size() ? bullets.get(i + 1).start() : end;
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
        int found = -1;
        boolean pointing = text.charAt(to - 1) == ':' || text.charAt(to - 1) == '…' || text.startsWith("...", to - 3);
        for (int i = to - 2; i > from && words < 8; i--) {
            boolean glued = isGlued(i + 1, from);
            if (!Characters.isBlank(text.charAt(i)) && !glued) {
                continue;
            }
            words++;
            char first = text.charAt(i + 1);
            char before = text.charAt(i - 1);
            boolean afterSentence = before == '.' || before == ':' || before == '!' || before == ';';
            boolean capitals =
                    words == 1 && to - i > LONG_WORD && Character.isLowerCase(before) && isCapitals(i + 1, to);
            if (Character.isUpperCase(first) && (words > (glued ? 2 : 1) || afterSentence || capitals)) {
                SectionKind kind = phrases.whole(text, i + 1, to);
                if (kind != null && isTelling(kind)) {
                    found = i + 1;
                } else if (pointing
                        && found < 0
                        && words > 2
                        && opensSentence(i + 1)
                        && asks(phrases.kind(text, i + 1, to))) {
                    // "... of your work The ideal candidate has..." before a list
                    found = i + 1;
                }
            }
        }
        return found;
    }

    /** "... of your work. The ideal candidate has..." before a list: its last sentence, when it is short and known. */
    private int lastSentenceHeading(int from, int to) {
        char last = text.charAt(to - 1);
        if (last != ':' && last != '.' && last != '…' || last == '.' && !text.startsWith("...", to - 3)) {
            return -1;
        }
        int start = to - 1;
        while (start > from && ".:…".indexOf(text.charAt(start)) >= 0) {
            start--;
        }
        int least = Math.max(from, to - LONGEST_SENTENCE);
        while (start > least && ".!?:".indexOf(text.charAt(start)) < 0 && !text.startsWith("  ", start)) {
            start--;
        }
        if (start <= least) {
            return -1;
        }
        start = Characters.skipBlanks(text, start + 1, to);
        return Character.isUpperCase(text.charAt(start)) && asks(phrases.kind(text, start, to)) ? start : -1;
    }

    private static boolean asks(SectionKind kind) {
        return kind == SectionKind.REQUIREMENTS
                || kind == SectionKind.PREFERRED
                || kind == SectionKind.RESPONSIBILITIES;
    }

    /** "The", "What", "You": words that a heading may begin with, and the end of an item hardly. */
    private boolean opensSentence(int at) {
        for (String word : OPENINGS) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCapitals(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTelling(SectionKind kind) {
        return switch (kind) {
            case REQUIREMENTS, PREFERRED, RESPONSIBILITIES, BENEFITS, ABOUT_COMPANY, ABOUT_ROLE, EDUCATION -> true;
            case GENERAL, SKILLS, PAY, LOCATION, HOW_TO_APPLY, BOILERPLATE -> false;
        };
    }

    /** Adds a piece of a paragraph, cut where lines were glued and where headings stand within it. */
    private void piece(Block block, int from, int to, BlockKind kind, int level) {
        List<GluedLines.Line> lines = GluedLines.of(text, from, to);
        if (lines.isEmpty()) {
            boolean entire = from == block.start() && to == block.end();
            boolean small = to - from < (kind == BlockKind.ITEM ? SHORTEST : entire ? SHORTEST_WITH_HEADINGS : 0);
            whole(block, from, to, kind, level, small);
        }
        BlockKind now = kind;
        for (GluedLines.Line line : lines) {
            int end = Characters.trimEnd(text, line.start(), line.end());
            if (line.heading()) {
                // what follows is no longer the item's
                now = BlockKind.PARAGRAPH;
                blocks.add(new Block(BlockKind.HEADING, GLUED_LEVEL, line.start(), end, line.start()));
            } else if (end > line.start()) {
                line(block, line.start(), end, now, now == kind ? level : 0);
            }
        }
    }

    /** Adds a line that was glued to others; a heading at its end is a line of its own. */
    private void line(Block block, int from, int end, BlockKind kind, int level) {
        int heading = trailingHeading(from, end);
        int to = heading > from ? Characters.trimEnd(text, from, heading) : end;
        whole(block, from, to, kind, level, kind == BlockKind.ITEM && to - from < SHORTEST);
        if (heading > from) {
            add(BlockKind.PARAGRAPH, 0, heading, end);
        }
    }

    private void whole(Block block, int from, int to, BlockKind kind, int level, boolean small) {
        if (small) {
            add(kind, level, from, to, block);
            return;
        }
        boolean item = kind == BlockKind.ITEM;
        int start = from;
        // a short line that begins with a heading is known by it as a line is: "Position: Welder"
        boolean line = to - from < SHORTEST_WITH_HEADINGS && text.charAt(to - 1) != ':';
        int i = item || line ? from + 1 : from;
        BlockKind first = kind;
        while (i < to) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                i++;
                continue;
            }
            if (Character.isUpperCase(c) && startsWord(i, from)) {
                int end = phrases.longestAt(text, i, to);
                if (end < 0 || !isFlattenedHeading(i, end, from, to)) {
                    end = i == from || afterSentence(i, from) ? leadingSentence(i, to) : -1;
                }
                if (end > 0) {
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

    /** "To qualify for our role, you should possess the following: ...": the offset of its colon; -1 for other sentences. */
    private int leadingSentence(int at, int to) {
        int limit = Math.min(to, at + LONGEST_SENTENCE);
        int colon = -1;
        for (int i = at; i < limit && colon < 0; i++) {
            char c = text.charAt(i);
            // a demand that leads to a list is no heading: "5 years in the following:"
            if (c == '.' || c == '!' || c == '?' || c == ';' || Character.isDigit(c)) {
                return -1;
            }
            colon = c == ':' ? i : -1;
        }
        if (colon < 0 || colon + 2 >= to || !Characters.isBlank(text.charAt(colon + 1))) {
            return -1;
        }
        // "Communication skills: fluent in English" is a demand with a label
        boolean sentence = words(at, colon) > 4;
        boolean leads = text.startsWith("following", colon - 9)
                || sentence
                        && (text.startsWith("have", colon - 4)
                                || text.startsWith("skills", colon - 6)
                                || text.startsWith("qualifications", colon - 14)
                                || text.startsWith("requirements", colon - 12));
        return leads && asks(phrases.kind(text, at, colon)) ? colon : -1;
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

    /** "... and much moreWhat you need", "... (or alike)What you need", "... and UNIXWhat you need". */
    private boolean isGlued(int i, int from) {
        if (i <= from || !Character.isUpperCase(text.charAt(i))) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Character.isLowerCase(before)
                || Character.isDigit(before)
                || before == ')'
                || i > from + 1
                        && Character.isUpperCase(before)
                        && Character.isUpperCase(text.charAt(i - 2))
                        && i + 1 < text.length()
                        && Character.isLowerCase(text.charAt(i + 1));
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
        return at == from
                || afterSentence(at, from)
                || gap
                || words > 2 && asks(kind) && isMostlyTitleCase(at, end) && Character.isUpperCase(c);
    }

    /** "Nice to Have", "What You Will Bring": every word but the small ones has a capital. */
    private boolean isMostlyTitleCase(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean first = i == from || text.charAt(i - 1) == ' ';
            if (first
                    && Character.isLowerCase(text.charAt(i))
                    && !text.startsWith("to ", i)
                    && !text.startsWith("of ", i)) {
                return false;
            }
        }
        return true;
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
