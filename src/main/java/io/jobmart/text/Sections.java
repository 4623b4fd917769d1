package io.jobmart.text;

import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the parts of a posting and what each is about. Headings come as markup, as bold lines, as bare lines ("Your
 * profile:"), as words before a colon ("Location: Berlin") and as bullets ({@code * **Nice to have**}). Equal-opportunity
 * text, notices to agencies and pay ranges seldom have a heading and are known by their words.
 */
public final class Sections {
    /** Bold lines, then bare lines, then bullets are below every heading by markup. */
    private static final int STRONG_LEVEL = 7;

    private static final int BARE_LEVEL = 8;
    private static final int ITEM_LEVEL = 9;
    private static final int MOST_CHARACTERS = 100;
    /** What stands behind "Bonus:" is a demand of its own when it is no shorter. */
    private static final int SHORTEST_DEMAND = 12;

    /** A part with fewer characters behind its heading lists nothing. */
    private static final int SHORTEST_LIST = 60;

    /** A notice that begins so many characters behind the start of its paragraph is a part of its own. */
    private static final int LONG_BEFORE = 200;

    /** So many headings may stand one below the other. */
    private static final int MOST_DEPTH = 2 * ITEM_LEVEL;

    /** Words of headings whose lists speak of what the reader gets, not of what is asked. */
    private static final Set<String> NO_DEMAND_HEADINGS = Set.of(
            "gain",
            "gained",
            "learn",
            "get",
            "offer",
            "offers",
            "receive",
            "benefit",
            "benefits",
            "why",
            "develop",
            "enjoy",
            "will",
            "opportunities",
            "opportunity",
            "responsible",
            "do",
            "doing",
            "about",
            "process");

    /** Headings of somebody's commentary on the posting, kept behind its text. */
    private static final String[] COMMENTARY = {
        "behavioural analysis",
        "behavioral analysis",
        "ats keyword",
        "keyword analysis",
        "keyword match",
        "posting analysis",
        "job description analysis",
        "jd analysis",
        "fit analysis",
        "gap analysis:",
        "match score",
        "resume tips",
        "interview prep",
        "cover letter angle"
    };

    private final Document document;
    private final Tokens tokens;
    private final String text;
    private final List<Block> blocks;
    private final HeadingPhrases phrases = HeadingPhrases.standard();
    private final NoticeWords notices;
    private final List<Section> sections = new ArrayList<>();

    private final int[] levels = new int[MOST_DEPTH + 1];
    private final SectionKind[] kinds = new SectionKind[MOST_DEPTH + 1];
    private final String[] headings = new String[MOST_DEPTH + 1];
    /** Whether nothing but headings has followed the heading yet: "Responsibilities" above "Data engineering". */
    private final boolean[] groups = new boolean[MOST_DEPTH + 1];

    private int depth;
    /** The block of the last heading by markup or in bold. */
    private int lastHeading = -2;
    /** The level of the heading of a commentary that is being read; 0 outside. */
    private int commentary;

    private SectionKind kind = SectionKind.GENERAL;
    private String heading;
    private int start;

    private Sections(Document document, Tokens tokens) {
        this.document = document;
        this.tokens = tokens;
        this.text = document.text();
        this.blocks = document.blocks();
        this.notices = new NoticeWords(tokens);
    }

    /** The kind of section that a heading opens by its words alone; null when they say nothing. */
    public static SectionKind headingKind(CharSequence heading) {
        return HeadingPhrases.standard().kind(heading, 0, heading.length());
    }

    /** Adds the words by which parts without a heading are known. */
    public static void addTriggers(Lexicon.Builder lexicon) {
        NoticeWords.addTriggers(lexicon);
    }

    /**
     * The sections of a document, in order, covering its text without gaps.
     *
     * @param tokens of the document's text, cut with a lexicon that has these {@linkplain #addTriggers triggers}
     */
    public static List<Section> of(Document document, Tokens tokens) {
        return new Sections(document, tokens).read();
    }

    private List<Section> read() {
        boolean aside = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean opened = heading(i, block);
            if (opened) {
                aside = false;
                continue;
            }
            if (commentary > 0) {
                continue;
            }
            SectionKind byWords = notices.kind(block);
            if (byWords != null && byWords != kind) {
                int sentence = notices.sentenceStart(block);
                if (sentence - block.start() > (kind.demands() ? 0 : LONG_BEFORE)) {
                    openAt(sentence, byWords, null);
                } else {
                    open(i, byWords, null);
                }
                aside = true;
            } else if (aside && byWords == null) {
                aside = false;
                SectionKind resumed = depth == 0 ? SectionKind.GENERAL : kinds[depth - 1];
                // A list goes on after a notice; a paragraph after one is seldom what the last heading spoke of.
                boolean goesOn = block.kind() == BlockKind.ITEM || !resumed.demands();
                open(i, goesOn ? resumed : SectionKind.GENERAL, goesOn && depth > 0 ? headings[depth - 1] : null);
            }
        }
        close(text.length());
        return asksElsewhere() ? sections : sections.stream().map(this::asked).toList();
    }

    /** Whether a part of its own says what is required. */
    private boolean asksElsewhere() {
        for (Section section : sections) {
            int words = section.end()
                    - section.start()
                    - (section.heading() == null ? 0 : section.heading().length());
            if (section.kind() == SectionKind.REQUIREMENTS && words >= SHORTEST_LIST) {
                return true;
            }
        }
        return false;
    }

    /** "Desired skills and experience" as the only list of demands tells what is asked for, not what is nice to have. */
    private Section asked(Section section) {
        String words = section.heading() == null ? "" : section.heading().toLowerCase(Locale.ROOT);
        boolean only = section.kind() == SectionKind.PREFERRED
                && (words.contains("desir") || words.contains("stand out") || words.contains("recommended"))
                && !words.contains("but not");
        return only
                ? new Section(SectionKind.REQUIREMENTS, section.heading(), section.start(), section.end())
                : section;
    }

    /** Opens a section when the block is a heading or begins with one. */
    private boolean heading(int index, Block block) {
        int length = block.end() - block.start();
        if (block.kind() == BlockKind.HEADING) {
            if (length > MOST_CHARACTERS * 2 || isSentence(block.start(), block.end(), 12)) {
                return false;
            }
            enter(index, Math.min(block.level(), STRONG_LEVEL - 1), block.start(), block.end(), kindOf(block));
            return true;
        }
        if (block.strong()) {
            return strongLine(index, block, length);
        }
        if (block.strongEnd() > block.start() && block.kind() == BlockKind.PARAGRAPH) {
            if (runIn(index, block, block.strongEnd(), STRONG_LEVEL)) {
                return true;
            }
        }
        return block.kind() == BlockKind.ITEM ? bareItem(index, block, length) : bareLine(index, block, length);
    }

    private boolean strongLine(int index, Block block, int length) {
        if (length > MOST_CHARACTERS || isSentence(block.start(), block.end(), 7)) {
            return false;
        }
        SectionKind found = kindOf(block);
        if (block.kind() == BlockKind.ITEM) {
            // "C1 English, spoken and written (must have)" in bold is an item for all that
            boolean many = HeadingPhrases.MOST_ITEM_WORDS < words(block.start(), block.end());
            boolean colon = text.charAt(block.end() - 1) == ':';
            if (found == null || !hasNext(index) || many && !colon) {
                return false;
            }
            // "Gameplay experience" in bold between two items of its list is one of them
            boolean among = index > 0
                    && isItem(index - 1)
                    && isItem(index + 1)
                    && blocks.get(index - 1).level() == block.level()
                    && blocks.get(index + 1).level() == block.level();
            if (among && !colon && !isPhrase(block)) {
                return false;
            }
            enter(index, ITEM_LEVEL, block.start(), block.end(), found);
            return true;
        }
        int colon = colon(block.start(), block.end() - 1);
        if (found == null && colon > 0) {
            // "Location: Berlin", all of it bold.
            return runIn(index, block, colon + 1, STRONG_LEVEL);
        }
        enter(index, STRONG_LEVEL, block.start(), block.end(), found);
        return true;
    }

    /** Whether a line is a known phrase as a whole, or behind its first word: "Technical skills and experience". */
    private boolean isPhrase(Block block) {
        int second = text.indexOf(' ', block.start()) + 1;
        return phrases.exact(text, block.start(), block.end()) != null
                || second > block.start() && second < block.end() && phrases.exact(text, second, block.end()) != null;
    }

    private boolean bareLine(int index, Block block, int length) {
        int colon = colon(block.start(), Math.min(block.end(), block.start() + MOST_CHARACTERS));
        if (colon > 0 && colon < block.end() - 1) {
            return runIn(index, block, colon + 1, BARE_LEVEL);
        }
        if (length > MOST_CHARACTERS) {
            return false;
        }
        char last = text.charAt(block.end() - 1);
        if (last == '.' || last == ',' || last == ';' || !isCapital(block.start())) {
            return false;
        }
        SectionKind found = phrases.exact(text, block.start(), block.end());
        if (found == null && (last == ':' || last == '?' || hasNext(index) && isItem(index + 1) || isShouted(block))) {
            found = kindOf(block);
        }
        if (found == null
                && last == ':'
                && !kind.demands()
                && kind != SectionKind.BENEFITS
                && opensDemands(index, block.start(), block.end())) {
            found = SectionKind.REQUIREMENTS;
        }
        if (found == null) {
            return false;
        }
        enter(index, BARE_LEVEL, block.start(), block.end(), found);
        return true;
    }

    /** "THE IDEAL CANDIDATE WILL HAVE": plain text has no other way to make a line stand out. */
    private boolean isShouted(Block block) {
        int letters = 0;
        for (int i = block.start(); i < block.end(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            letters += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return letters > 0;
    }

    private boolean bareItem(int index, Block block, int length) {
        if (length > 50 || !hasNext(index) || !isCapital(block.start())) {
            return false;
        }
        boolean colon = text.charAt(block.end() - 1) == ':';
        SectionKind found = phrases.exact(text, block.start(), block.end());
        boolean telling = found == SectionKind.REQUIREMENTS
                || found == SectionKind.PREFERRED
                || found == SectionKind.RESPONSIBILITIES
                || found == SectionKind.BENEFITS;
        if (!telling || !colon && text.indexOf(' ', block.start()) > block.end()) {
            return false;
        }
        enter(index, ITEM_LEVEL, block.start(), block.end(), found);
        return true;
    }

    /** A heading with its text behind it on the same line: "Location: Berlin". */
    private boolean runIn(int index, Block block, int headingEnd, int level) {
        char last = text.charAt(headingEnd - 1);
        char next = headingEnd < block.end() ? text.charAt(headingEnd) : ' ';
        if (last != ':' && next != ':' || headingEnd - block.start() > 60) {
            return false;
        }
        SectionKind found = phrases.kind(text, block.start(), headingEnd);
        if (found == null || !isCapital(block.start()) || commentary > 0 && level > commentary) {
            return false;
        }
        boolean opensList = text.charAt(block.end() - 1) == ':' || hasNext(index) && isItem(index + 1);
        boolean single = !opensList
                && (found == SectionKind.LOCATION
                        || found == SectionKind.PAY
                        || found == SectionKind.EDUCATION
                        || found == SectionKind.SKILLS
                        || found == SectionKind.GENERAL);
        // "Bonus: experience with Kotlin" as one of the demands speaks of itself alone
        single |= !opensList
                && found == SectionKind.PREFERRED
                && kind == SectionKind.REQUIREMENTS
                && text.regionMatches(true, block.start(), "bonus:", 0, 6)
                && block.end() - headingEnd > SHORTEST_DEMAND;
        if (!single) {
            enter(index, level, block.start(), headingEnd, found);
            return true;
        }
        SectionKind before = kind;
        String headingBefore = heading;
        String words = text.substring(block.start(), headingEnd);
        open(index, adapt(found, parent(level), words), words);
        if (hasNext(index)) {
            open(index + 1, before, headingBefore);
        }
        return true;
    }

    /** Enters a heading of a level: what it says, else what its list says, else what its parent says. */
    private void enter(int index, int level, int headingStart, int headingEnd, SectionKind found) {
        if (commentary > 0 && level > commentary) {
            return;
        }
        commentary = 0;
        if (isCommentary(headingStart, headingEnd)) {
            commentary = level;
            found = SectionKind.BOILERPLATE;
        }
        // A heading right below another of the same level is a part of it: "Responsibilities", "Data engineering".
        boolean grouped = found == null && depth > 0 && levels[depth - 1] == level && lastHeading == index - 1;
        int group = group(level);
        if (grouped) {
            groups[depth - 1] = true;
            group = depth - 1;
        }
        SectionKind parent = found == null && group >= 0 ? kinds[group] : parent(level);
        boolean list = hasNext(index) && isItem(index + 1);
        SectionKind entered;
        if (found != null) {
            entered = adapt(found, parent, text.substring(headingStart, headingEnd));
        } else if (asksLittle(parent) && list && opensDemands(index, headingStart, headingEnd)) {
            entered = SectionKind.REQUIREMENTS;
        } else if (parent == null || parent.demands() && (!list || group >= 0 && !grouped)) {
            entered = SectionKind.GENERAL;
        } else {
            entered = parent;
        }
        int keep = found == null && group >= 0 ? group + 1 : 0;
        while (depth > keep && levels[depth - 1] >= level || depth == MOST_DEPTH) {
            depth--;
        }
        levels[depth] = level;
        kinds[depth] = entered;
        groups[depth] = false;
        headings[depth] = text.substring(headingStart, headingEnd).strip();
        depth++;
        lastHeading = headingEnd >= blocks.get(index).end() - 2 ? index : -2;
        open(index, entered, headings[depth - 1]);
    }

    /** The last heading of a level that has shown to hold others of the same level, or -1. */
    private int group(int level) {
        for (int i = depth - 1; i >= 0 && levels[i] >= level; i--) {
            if (levels[i] == level && groups[i]) {
                return i;
            }
        }
        return -1;
    }

    private boolean isCommentary(int from, int to) {
        String heading = text.substring(from, to).toLowerCase(Locale.ROOT);
        for (String words : COMMENTARY) {
            if (heading.contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksLittle(SectionKind parent) {
        return parent == null
                || parent == SectionKind.GENERAL
                || parent == SectionKind.ABOUT_ROLE
                || parent == SectionKind.ABOUT_COMPANY;
    }

    /** Whether the list below a heading that says nothing asks for things: most of its items begin as demands do. */
    private boolean opensDemands(int index, int headingStart, int headingEnd) {
        for (int token = tokens.at(headingStart); token < tokens.count() && tokens.start(token) < headingEnd; token++) {
            if (NO_DEMAND_HEADINGS.contains(surface(token))) {
                return false;
            }
        }
        int items = 0;
        int demands = 0;
        for (int i = index + 1; i < blocks.size() && isItem(i) && items < 12; i++) {
            items++;
            if (beginsDemand(tokens.at(blocks.get(i).start()))) {
                demands++;
            }
        }
        return items >= 2 && demands * 2 >= items;
    }

    private boolean beginsDemand(int token) {
        if (token >= tokens.count()) {
            return false;
        }
        return beginsWithYears(token) || DemandStarts.has(text, tokens.start(token), tokens.wordEnd(token));
    }

    /** "5+ years ...", "Have 3 years ...", "More than 2 years ...". */
    private boolean beginsWithYears(int token) {
        for (int i = token; i < token + 4; i++) {
            if (tokens.is(i, Trigger.NUMBER)) {
                return tokens.is(i + 1, Trigger.YEARS) || tokens.is(i + 2, Trigger.YEARS);
            }
        }
        return false;
    }

    private String surface(int token) {
        return text.substring(tokens.start(token), tokens.wordEnd(token)).toLowerCase(Locale.ROOT);
    }

    private SectionKind parent(int level) {
        int above = depth;
        while (above > 0 && levels[above - 1] >= level) {
            above--;
        }
        return above == 0 ? null : kinds[above - 1];
    }

    /** "Technical skills" below "Nice to have" is still what is nice to have. */
    private static SectionKind adapt(SectionKind found, SectionKind parent, String heading) {
        boolean unsaid = found == SectionKind.REQUIREMENTS && !saysRequired(heading);
        if (parent == SectionKind.PREFERRED
                && (unsaid || found == SectionKind.SKILLS || found == SectionKind.EDUCATION)) {
            return SectionKind.PREFERRED;
        }
        if (parent == SectionKind.REQUIREMENTS && found == SectionKind.SKILLS && !isOwnStack(heading)) {
            return SectionKind.REQUIREMENTS;
        }
        return found;
    }

    /** "Our technologies", "What we use": the employer's own. */
    private static boolean isOwnStack(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        boolean stack = lower.contains("stack") && !lower.contains("full stack") && !lower.contains("full-stack");
        return lower.startsWith("our ") || lower.contains("we use") || stack;
    }

    /** "Required skills" are required, whatever the heading above. */
    private static boolean saysRequired(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        for (String word : new String[] {"requir", "must", "minim", "basic", "mandatory", "qualification", "requis"}) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void open(int index, SectionKind nextKind, String nextHeading) {
        openAt(lineStart(index), nextKind, nextHeading);
    }

    private void openAt(int at, SectionKind nextKind, String nextHeading) {
        close(at);
        kind = nextKind;
        heading = nextHeading;
        start = at;
    }

    private void close(int end) {
        if (end > start) {
            sections.add(new Section(kind, heading, start, end));
        }
    }

    /** Where the block's line begins, its bullet included; within a line, where the block begins. */
    private int lineStart(int index) {
        int previous = index == 0 ? 0 : blocks.get(index - 1).end();
        int at = blocks.get(index).start();
        for (int i = at - 1; i >= previous; i--) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i + 1;
            }
        }
        return index == 0 ? 0 : at;
    }

    private SectionKind kindOf(Block block) {
        return phrases.kind(text, block.start(), block.end());
    }

    private boolean hasNext(int index) {
        return index + 1 < blocks.size();
    }

    private boolean isItem(int index) {
        return blocks.get(index).kind() == BlockKind.ITEM;
    }

    /** The first colon that ends a word, not one of a time or an address; -1 when there is none. */
    private int colon(int from, int to) {
        int words = 1;
        for (int i = from; i < to && words <= 7; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                words++;
            } else if (c == '.' || c == ';' || c == ',') {
                return -1;
            } else if (c == ':'
                    && !(i + 1 < to && (Character.isDigit(text.charAt(i + 1)) || text.charAt(i + 1) == '/'))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this reads as a sentence: ends with a full stop after more words than a heading has. */
    private boolean isSentence(int from, int to, int words) {
        char last = text.charAt(to - 1);
        int count = words(from, to);
        return count > HeadingPhrases.MOST_WORDS
                || count > words && (last == '.' || last == ';' || last == ',' || last == '!');
    }

    private int words(int from, int to) {
        int count = 1;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ' ') {
                count++;
            }
        }
        return count;
    }

    private boolean isCapital(int at) {
        char c = text.charAt(at);
        return !Character.isLowerCase(c);
    }
}
