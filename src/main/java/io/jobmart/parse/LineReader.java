package io.jobmart.parse;

import io.jobmart.model.Modality;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Document;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a posting's text into lines and says of each how strongly it asks, and whether it is a demand on the candidate.
 *
 * <p>A list item is one line however many sentences it has, a paragraph is one line a sentence; a sentence that is
 * wrapped over several lines of text is one. Headings are no lines; words that follow a heading on its own line are.
 */
public final class LineReader {
    /** A line shorter than this is not compared with others: "Java" may well stand twice. */
    private static final int DUPLICATE_WORDS = 4;

    /** No item has as many words; readers look around in a line, so a line without an end would cost its square. */
    private static final int LONGEST_ITEM = 1_000;

    private LineReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        ModalityCues.addTriggers(lexicon);
        Sentences.addWords(lexicon);
        LineWords.addTriggers(lexicon);
    }

    /** The lines of a text in their order. */
    public static List<Line> read(Document document, Tokens tokens, List<Section> sections) {
        return new Reading(document, tokens, sections).lines();
    }

    /** How strongly the words at an offset are asked for: by a cue in their own sentence or bracket, else by the line. */
    static Modality modalityAt(PostingView view, int offset) {
        Line line = view.lineAt(offset);
        if (line == null || !line.demand()) {
            return line == null ? Modality.MENTIONED : line.modality();
        }
        Tokens tokens = view.tokens();
        int from = tokens.at(line.start());
        int to = tokens.at(line.end());
        if (!hasCue(tokens, from, to)) {
            return line.modality();
        }
        int token = tokens.at(offset);
        int start = from;
        while (true) {
            int end = Sentences.end(tokens, start, to);
            if (token < end || end >= to) {
                return ModalityCues.at(ModalityCues.of(tokens, start, end), token, base(line.section()));
            }
            start = end;
        }
    }

    /** What a section asks for without a cue; a demand that stands outside a section of demands is a plain one. */
    private static Modality base(SectionKind section) {
        return section == SectionKind.PREFERRED ? Modality.PREFERRED : Modality.REQUIRED;
    }

    static boolean hasCue(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Trigger.MODALITY)) {
                return true;
            }
        }
        return false;
    }

    /** One text being read: holds where it is. */
    private static final class Reading {
        private final Document document;
        private final Tokens tokens;
        private final List<Section> sections;
        private final List<Line> lines = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();
        private final LineWords lineWords;
        private int section;
        /** The last section in which an item stood. */
        private Section withItems;

        /** The last section in which the employer began to speak of itself. */
        private Section ended;

        /** Whether a sentence right before a list says that the list is of tasks. */
        private boolean tasks;

        /** What a sentence right before a list asks of the list: "Experience with these tools is a plus". */
        private Modality carried;

        Reading(Document document, Tokens tokens, List<Section> sections) {
            this.document = document;
            this.tokens = tokens;
            this.sections = sections;
            boolean any = false;
            for (Section one : sections) {
                any |= one.kind().demands();
            }
            this.lineWords = new LineWords(tokens, any);
        }

        List<Line> lines() {
            List<Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                if (block.kind() == BlockKind.HEADING || block.end() <= block.start()) {
                    continue;
                }
                int start = afterHeading(block);
                if (start >= block.end()) {
                    continue;
                }
                int end = block.end();
                while (i + 1 < blocks.size() && wraps(blocks.get(i + 1), end)) {
                    i++;
                    end = blocks.get(i).end();
                }
                if (block.kind() == BlockKind.ITEM) {
                    item(start, end);
                } else {
                    sentences(start, end);
                }
            }
            return lines;
        }

        /** Where a block's own words start: after the heading, when its section's heading stands on the same line. */
        private int afterHeading(Block block) {
            Section in = sectionAt(block.start());
            if (in == null || in.heading() == null || in.start() != block.start()) {
                return block.start();
            }
            String text = document.text();
            String heading = in.heading();
            if (!text.startsWith(heading, block.start())) {
                return block.end() - block.start() <= heading.length() + 2 ? block.end() : block.start();
            }
            int start = Math.min(block.end(), block.start() + heading.length());
            while (start < block.end() && (":-–—*_. ".indexOf(text.charAt(start)) >= 0 || blank(text.charAt(start)))) {
                start++;
            }
            return start;
        }

        /** Whether a block goes on with a sentence that the block before it has begun. */
        private boolean wraps(Block next, int end) {
            String text = document.text();
            if (next.kind() != BlockKind.PARAGRAPH || next.end() <= next.start()) {
                return false;
            }
            char first = text.charAt(next.start());
            char last = text.charAt(end - 1);
            if (!Character.isLowerCase(first) || ".!?:;".indexOf(last) >= 0 || sectionStarts(next.start())) {
                return false;
            }
            int word = tokens.at(next.start());
            boolean joinAlone = LineWords.JOIN.has(tokens, word) && tokens.end(word) >= next.end();
            return !joinAlone && breaks(end, next.start()) == 1;
        }

        private int breaks(int from, int to) {
            int breaks = 0;
            for (int i = from; i < to && breaks < 2; i++) {
                if (document.text().charAt(i) == '\n') {
                    breaks++;
                }
            }
            return breaks;
        }

        private boolean sectionStarts(int offset) {
            Section in = sectionAt(offset);
            return in != null && in.start() == offset;
        }

        /** Sections and offsets both go forward. */
        private Section sectionAt(int offset) {
            while (section + 1 < sections.size() && sections.get(section + 1).start() <= offset) {
                section++;
            }
            return section < sections.size() && sections.get(section).start() <= offset ? sections.get(section) : null;
        }

        private int nextSection(int offset) {
            sectionAt(offset);
            return section + 1 < sections.size() ? sections.get(section + 1).start() : Integer.MAX_VALUE;
        }

        private void item(int start, int end) {
            int limit = Math.min(end, nextSection(start));
            int from = tokens.at(start);
            int to = tokens.at(limit);
            boolean flattened = !beginsLine(start);
            while (from < to) {
                int next = Sentences.gluedEnd(tokens, from, Math.min(to, from + LONGEST_ITEM));
                boolean asks = true;
                if (flattened) {
                    for (int begin : Sentences.runOns(tokens, from, next)) {
                        line(from, begin, asks);
                        asks = !Sentences.introducesFirm(tokens, begin, next);
                        from = begin;
                    }
                }
                line(from, next, asks);
                from = next;
            }
            if (limit < end) {
                sentences(limit, end);
            }
        }

        /** Whether nothing but a bullet stands before an item on its line; else its list has lost its line breaks. */
        private boolean beginsLine(int start) {
            String text = document.text();
            for (int i = start - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
                if (Character.isLetter(text.charAt(i)) || start - i > 12) {
                    return false;
                }
            }
            return true;
        }

        private void sentences(int start, int end) {
            int at = start;
            while (at < end) {
                Section in = sectionAt(at);
                int limit = Math.min(end, nextSection(at));
                int from = tokens.at(at);
                if (in != null && in.heading() != null && in.start() == at && at > start) {
                    // a heading within running text
                    from = tokens.at(Math.min(limit, at + in.heading().length()));
                }
                int to = tokens.at(limit);
                while (from < to) {
                    int next = Sentences.end(tokens, from, to);
                    for (int begin : Sentences.runOns(tokens, from, next)) {
                        line(from, begin, false);
                        from = begin;
                    }
                    line(from, next, false);
                    from = next;
                }
                at = limit;
            }
        }

        private void line(int first, int last, boolean item) {
            int from = first;
            int to = last;
            while (from < to && !tokens.isWord(from) && !opens(from)) {
                from++;
            }
            int words = 0;
            for (int i = from; i < to; i++) {
                if (tokens.isWord(i)) {
                    words++;
                }
            }
            if (words == 0 || !hasLetter(from, to)) {
                return;
            }
            int start = tokens.start(from);
            int end = tokens.end(to - 1);
            Section in = sectionAt(start);
            if (isHeading(in, from, to)) {
                return;
            }
            SectionKind kind = in == null ? SectionKind.GENERAL : in.kind();
            boolean cue = hasCue(tokens, from, to);
            boolean demand = kind.demands()
                    ? demand(in, from, to, words, item)
                    : lineWords.plainDemand(kind, from, to, words, cue, item);
            if (!item) {
                tasks = kind.demands() && ModalityCues.is(tokens, to - 1, ':') && lineWords.namesTasks(from, to);
            } else if (tasks) {
                demand = false;
            }
            Modality otherwise = kind.demands() || demand ? base(kind) : Modality.MENTIONED;
            Modality modality = cue && (demand || kind.demands()) ? strongest(from, to, otherwise) : otherwise;
            if (!demand && in != null && (in == ended || tasks || in == withItems && !item)) {
                // the list is over, and this is the employer's own voice again
                modality = Modality.MENTIONED;
            }
            if (!item) {
                boolean wish = modality == Modality.PREFERRED;
                carried = demand && cue && (wish || !kind.demands()) && pointsAhead(from, to) ? modality : null;
            } else if (carried != null && kind == SectionKind.GENERAL
                    || carried != null && kind == SectionKind.SKILLS) {
                demand = true;
                modality = carried;
            } else if (carried != null && kind.demands() && !cue) {
                modality = carried;
            }
            // what is said to be a wish after it was said to be needed, or a task, is no repetition
            long said = fingerprint(from, to) * 31 + (demand ? modality.ordinal() + 1 : 0);
            boolean duplicate = words >= DUPLICATE_WORDS && !seen.add(said);
            lines.add(new Line(lines.size() + 1, start, end, kind, modality, demand, duplicate));
        }

        private boolean pointsAhead(int from, int to) {
            for (int i = from; i < to; i++) {
                if (tokens.is(i, "these") || tokens.is(i, "following")) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a line is its section's heading again, with other signs around it. */
        private boolean isHeading(Section in, int from, int to) {
            if (in == null || in.heading() == null || tokens.start(from) - in.start() > 8) {
                return false;
            }
            int first = from;
            int last = to;
            while (last > first && !tokens.isWord(last - 1)) {
                last--;
            }
            int length = last > first ? tokens.end(last - 1) - tokens.start(first) : 0;
            return length > 0
                    && in.heading().length() - length <= 6
                    && in.heading().contains(tokens.text().substring(tokens.start(first), tokens.end(last - 1)));
        }

        private boolean hasLetter(int from, int to) {
            for (int i = from; i < to; i++) {
                if (Character.isLetter(tokens.text().charAt(tokens.start(i)))
                        || tokens.end(i) - tokens.start(i) > 1 && !tokens.is(i, Trigger.NUMBER)) {
                    return true;
                }
            }
            return false;
        }

        private boolean opens(int token) {
            char c = tokens.text().charAt(tokens.start(token));
            return c == '(' || c == '"' || c == '“' || c == '$' || c == '€' || c == '£' || c == '+';
        }

        /** The strongest of a line's sentences, each taken where it begins: "Go required. Rust a plus" is required. */
        private Modality strongest(int from, int to, Modality otherwise) {
            Modality strongest = null;
            for (int start = from; start < to; ) {
                int end = Sentences.end(tokens, start, to);
                List<ModalityCues.Cue> cues = ModalityCues.of(tokens, start, end);
                Modality modality = ModalityCues.at(cues, start, otherwise);
                for (ModalityCues.Cue cue : cues) {
                    if (cue.modality() == Modality.REQUIRED && (otherwise != Modality.PREFERRED || !cue.must())) {
                        modality = Modality.REQUIRED;
                    }
                }
                strongest = strongest == null ? modality : strongest.or(modality);
                start = end;
            }
            return strongest == null ? otherwise : strongest;
        }

        /** Whether a line under a heading that promises demands is one. */
        private boolean demand(Section in, int from, int to, int words, boolean item) {
            if (words <= 2 && LineWords.JOIN.has(tokens, from)) {
                return false;
            }
            boolean colon = ModalityCues.is(tokens, to - 1, ':');
            if (lineWords.isCallToApply(from, to) || lineWords.tellsPay(from, to)) {
                // behind a paragraph of this kind the employer goes on to speak of itself
                ended = item ? ended : in;
                return false;
            }
            if (item) {
                if (lineWords.isDisclaimer(from) || lineWords.isTag(from, to) || lineWords.isEmployersItem(from, to)) {
                    return false;
                }
                withItems = in;
                return !colon || words >= 4 && !lineWords.leadIn(from, to);
            }
            if (colon || ModalityCues.is(tokens, to - 1, '?') || lineWords.isTag(from, to)) {
                return false;
            }
            // the demands are over when running text follows the list, or when the employer speaks of itself
            if (lineWords.isDisclaimer(from)) {
                return false;
            }
            boolean over = in == ended || in == withItems;
            if (tokens.is(from, "about") && (words <= 4 || lineWords.isLabel(from))
                    || lineWords.speaksOfEmployer(from, to)) {
                ended = in;
                return false;
            }
            return !over && !lineWords.isTask(from, to) || lineWords.plainly(from, to);
        }

        private long fingerprint(int from, int to) {
            long hash = 0;
            for (int i = from; i < to; i++) {
                if (tokens.isWord(i)) {
                    hash = (hash ^ tokens.hash(i)) * 0x9E3779B97F4A7C15L;
                    hash ^= hash >>> 32;
                }
            }
            return hash;
        }

        private static boolean blank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }
    }
}
