package io.jobmart.parse;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.Evidence;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Block;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The company that a text speaks for, where its source names nobody: by a heading "About Acme", "At Acme, we", "Acme is an
 * equal opportunity employer", "Acme is looking for". One phrase may be about anything, so each gives points: a heading, the
 * words of the law or a search for people are believed alone, others together or with a name that the text repeats.
 */
final class CompanyInText {
    private static final int ENOUGH = 4;
    /** Tokens of a remark between a name and its verb. */
    private static final int LONGEST_REMARK = 40;
    /** For a name that the title has as a part of its own. */
    private static final int TITLE_POINTS = 2;
    /** For a name with a legal form of which too little is said. */
    private static final int FORM_POINTS = 2;

    private static final int MAX_NAMES = 40;
    /** Where a text introduces its company without a heading. */
    private static final int OPENING = 500;
    /** How much of a text is searched for repetitions. */
    private static final int SEARCHED = 20_000;

    private static final WordSet HEADING = words("about_company");
    private static final WordSet WORK = words("work_at");
    private static final WordSet WE = words("we");
    private static final WordSet JOIN = words("join");
    private static final WordSet IS = words("is");
    private static final WordSet AFTER_IS = words("after_is");
    private static final WordSet NO_COMPANY = words("after_is_a");
    private static final WordSet SEEKS = words("seeks");
    private static final WordSet ARTICLE = words("article");
    private static final WordSet BELIEVES = words("believes");
    private static final WordSet OFFERS = words("offers");
    private static final WordSet NO_NAME = words("no_name");
    private static final WordSet NO_SINGLE = words("no_single");
    private static final WordSet LEGAL = words("legal_form");
    private static final WordSet USES = words("uses");
    private static final WordSet CUSTOMERS = words("customers");
    private static final WordSet CUES = words("cue");

    /** The kinds of phrases; one of a kind counts once for a name. */
    private enum Phrase {
        HEADING(6),
        EQUAL_OPPORTUNITY(5),
        SEEKS(4),
        AT(3),
        COPYRIGHT(5),
        RECRUITER(4),
        OPENS(4),
        INTRODUCED(3),
        WELCOME(3),
        IS(2),
        SINCE(2),
        WORK_AT(2),
        JOIN(2),
        BELIEVES(2),
        OFFERS(2),
        CUSTOMERS(4),
        ADDRESS(4);

        private final int points;

        Phrase(int points) {
            this.points = points;
        }
    }

    private final PostingView view;
    private final Tokens tokens;
    private final NameWords nameWords;
    private final Map<String, Name> names = new LinkedHashMap<>();

    private static final class Name {
        private final String id;
        private final int start;
        private final int end;
        private final boolean single;
        private int phrases;
        private int points;
        /** The name with its legal form, where it stands so. */
        private CompanyMention formed;

        Name(String id, int start, int end, boolean single) {
            this.id = id;
            this.start = start;
            this.end = end;
            this.single = single;
        }
    }

    private CompanyInText(PostingView view) {
        this.view = view;
        this.tokens = view.tokens();
        this.nameWords = new NameWords(tokens);
    }

    private static WordSet words(String list) {
        return CompanyName.WORDS.words(list);
    }

    static void addTriggers(Lexicon.Builder lexicon) {
        for (WordSet words : List.of(
                HEADING,
                WORK,
                WE,
                JOIN,
                IS,
                AFTER_IS,
                NO_COMPANY,
                SEEKS,
                ARTICLE,
                BELIEVES,
                OFFERS,
                NO_NAME,
                LEGAL,
                USES,
                CUSTOMERS,
                CUES)) {
            words.addTo(lexicon);
        }
    }

    /** The company as poster, or null. */
    static CompanyMention read(PostingView view) {
        CompanyInText reading = new CompanyInText(view);
        for (int i = 0; i < reading.tokens.count(); i++) {
            if (reading.tokens.id(i) != Lexicon.UNKNOWN) {
                reading.word(i);
            }
        }
        for (CompanyAddress.Span span : CompanyAddress.names(view.text())) {
            reading.addressed(span);
        }
        return reading.best();
    }

    /** "Lakeside Boats" beside jobs@lakesideboats.example. */
    private void addressed(CompanyAddress.Span span) {
        String id = CompanyName.companyId(view.text().substring(span.start(), span.end()));
        Name name = names.get(id);
        if (name == null && names.size() < MAX_NAMES) {
            name = new Name(id, span.start(), span.end(), false);
            names.put(id, name);
        }
        if (name != null) {
            add(name, Phrase.ADDRESS);
        }
    }

    private void word(int i) {
        if (HEADING.has(tokens, i)) {
            heading(i);
        }
        if (tokens.is(i, "at") || tokens.is(i, "bei") || tokens.is(i, "chez")) {
            at(i);
        } else if (JOIN.has(tokens, i)) {
            int from = tokens.is(i + 1, "the") ? i + 2 : i + 1;
            vote(from, nameWords.end(from), Phrase.JOIN);
        } else if (tokens.is(i, "to") && tokens.is(i - 1, "welcome")) {
            vote(i + 1, nameWords.end(i + 1), Phrase.WELCOME);
        } else if (isYear(i) && (tokens.is(i - 1, "since") || tokens.is(i - 1, "in"))) {
            // "Since 2007, Acme has been", "Founded in 2012, Acme is"
            int last = tokens.is(i + 1, ",") ? nameWords.end(i + 2) : i;
            boolean said = last > i + 1 && (tokens.is(last + 1, "has") || tokens.is(last + 1, "is"));
            vote(said ? i + 2 : -1, last, Phrase.SINCE);
        } else if (IS.has(tokens, i)) {
            is(i);
        } else if (tokens.is(i, "does") && tokens.is(i + 1, "not") && tokens.is(i + 2, "discriminate")) {
            subject(i, Phrase.EQUAL_OPPORTUNITY);
        } else if (BELIEVES.has(tokens, i)) {
            subject(i, Phrase.BELIEVES);
        } else if (OFFERS.has(tokens, i)) {
            if (tokens.is(i + 1, "equal") && tokens.is(i + 2, "employment")) {
                subject(i, Phrase.EQUAL_OPPORTUNITY);
            } else if (introduces(i)) {
                subject(i, Phrase.OFFERS);
            }
        } else if (tokens.is(i, "©") || tokens.is(i, "copyright")) {
            copyright(i);
        } else if (USES.has(tokens, i)) {
            uses(i);
        } else if (tokens.is(i, "from") || tokens.is(i, "with")) {
            recruiter(i);
        } else if (SEEKS.has(tokens, i) && !tokens.is(i - 1, "client")) {
            // "Lakeside sucht", "Lakeside recrute": in English the word stands behind "is".
            if (!tokens.word(i).endsWith("ing")) {
                subject(i, Phrase.SEEKS);
            }
        }
    }

    /** "Copyright © 2009 - 2016 Acme, Inc. All rights reserved." */
    private void copyright(int i) {
        int from = i + 1;
        while (from < i + 8
                && (tokens.is(from, "©")
                        || tokens.is(from, "-")
                        || tokens.is(from, ".")
                        || tokens.is(from, ",")
                        || isYear(from))) {
            from++;
        }
        int last = nameWords.end(from);
        for (int k = last + 1; k < last + 6; k++) {
            if (tokens.is(k, "all") && tokens.is(k + 1, "rights")) {
                vote(from, last, Phrase.COPYRIGHT);
                return;
            }
        }
    }

    /** "Over 300 banks use Acme to stop fraud": whose customers are told of where a text introduces its company. */
    private void uses(int i) {
        int last = nameWords.end(i + 1);
        if (last <= i || !introduces(i) || !tokens.is(last + 1, "to") && !tokens.is(last + 1, "for")) {
            return;
        }
        for (int k = i - 1; k >= Math.max(0, i - 4) && nameWords.sameLine(k); k--) {
            if (CUSTOMERS.has(tokens, k)) {
                vote(i + 1, last, Phrase.CUSTOMERS);
                return;
            }
        }
    }

    /** "Hi, this is Ann from Acme", "My name is Ann Pier with Acme". */
    private void recruiter(int i) {
        int first = i - 1;
        while (first > i - 4 && first > 0 && !tokens.is(first, "is") && nameWords.isNameWord(first)) {
            first--;
        }
        boolean says = tokens.is(first, "is")
                && first < i - 1
                && (tokens.is(first - 1, "this") || tokens.is(first - 1, "name") && tokens.is(first - 2, "my"));
        vote(says ? i + 1 : -1, says ? nameWords.end(i + 1) : i, Phrase.RECRUITER);
    }

    /** "About Acme", "Why Acme?", "Life at Acme:" as a line of its own. */
    private void heading(int i) {
        Block block = view.blockAt(tokens.start(i));
        if (block == null || block.start() != tokens.start(i)) {
            return;
        }
        int from = ARTICLE.has(tokens, i + 1) && !tokens.is(i + 1, "the") ? i + 2 : i + 1;
        boolean at = tokens.is(from, "at") || tokens.is(from, "bei");
        if (!at && WORK.has(tokens, i)) {
            // "Working Conditions", "Life Insurance"
            return;
        }
        from = at ? from + 1 : from;
        int last = nameWords.end(from);
        boolean whole = last >= from && block.end() - tokens.end(last) <= 2;
        vote(whole ? from : -1, last, Phrase.HEADING);
    }

    /** "At Acme, we", "As an engineer at Acme, you", "Bei Acme". */
    private void at(int i) {
        int last = nameWords.end(i + 1);
        if (last <= i) {
            return;
        }
        boolean opens = opens(i) || tokens.is(i - 1, "here") && opens(i - 1);
        int next = tokens.is(last + 1, ",") ? last + 2 : last + 1;
        if (opens && (next > last + 1 || WE.has(tokens, next))) {
            vote(i + 1, last, Phrase.AT);
        } else if (WORK.has(tokens, i - 1)) {
            vote(i + 1, last, Phrase.WORK_AT);
        }
    }

    private void is(int i) {
        int next = i + 1;
        while (next < i + 6
                && (tokens.is(next, "proud")
                        || tokens.is(next, "to")
                        || tokens.is(next, "be")
                        || tokens.is(next, "an")
                        || tokens.is(next, "committed")
                        || tokens.is(next, "being")
                        || tokens.is(next, "practice")
                        || tokens.is(next, "also"))) {
            next++;
        }
        if ((tokens.is(next, "equal")
                        && (tokens.is(next + 1, "opportunity")
                                || tokens.is(next + 1, "employment")
                                || tokens.is(next + 1, "opportunities")))
                || tokens.is(next, "eeo")
                || tokens.is(next, "eoe")
                || tokens.is(next, "affirmative")) {
            subject(i, Phrase.EQUAL_OPPORTUNITY);
            return;
        }
        int seeks = tokens.is(i + 1, "currently") || tokens.is(i + 1, "actively") || tokens.is(i + 1, "now")
                ? i + 2
                : i + 1;
        if (SEEKS.has(tokens, seeks)
                || tokens.is(seeks, "in") && (tokens.is(seeks + 1, "search") || tokens.is(seeks + 1, "need"))) {
            if (tokens.is(i - 1, ",")) {
                apposition(i - 1);
            } else {
                subject(i, Phrase.SEEKS);
            }
            return;
        }
        if (!AFTER_IS.has(tokens, i + 1) || NO_COMPANY.has(tokens, i + 2)) {
            return;
        }
        SectionKind section = view.sectionAt(tokens.start(i));
        boolean skill = tokens.word(i + 1).length() <= 3
                && !tokens.is(i + 1, "one")
                && (section == SectionKind.REQUIREMENTS
                        || section == SectionKind.PREFERRED
                        || section == SectionKind.SKILLS);
        if (!skill) {
            subject(i, introduces(i) ? opensSection(i) ? Phrase.OPENS : Phrase.INTRODUCED : Phrase.IS);
        }
    }

    /** Whether the part of a text that introduces its company begins with this sentence: "Who we are", "Acme is a". */
    private boolean opensSection(int i) {
        Section section = view.sectionOf(tokens.start(i));
        return section != null && section.kind() == SectionKind.ABOUT_COMPANY && tokens.start(i) - section.start() < 70;
    }

    /** "Acme, a maker of boats, is looking for": the name before a remark between commas. */
    private void apposition(int comma) {
        int first = comma;
        while (first > 0 && first > comma - LONGEST_REMARK && !opens(first)) {
            first--;
        }
        int last = nameWords.end(first);
        vote(opens(first) && tokens.is(last + 1, ",") && last + 1 < comma ? first : -1, last, Phrase.SEEKS);
    }

    /** Whether a text introduces its company here. */
    private boolean introduces(int i) {
        return tokens.start(i) < OPENING || view.sectionAt(tokens.start(i)) == SectionKind.ABOUT_COMPANY;
    }

    /** Votes for the name before a verb, where it begins a sentence or line. */
    private void subject(int verb, Phrase phrase) {
        int last = verb - 1;
        if (last < 0 || !nameWords.sameLine(last)) {
            return;
        }
        if (tokens.is(last, ")")) {
            // "Lakeside Boat Works (LBW) is"
            last = tokens.is(last - 2, "(") ? last - 3 : tokens.is(last - 3, "(") ? last - 4 : -1;
        }
        while (last > 0 && isSymbol(last)) {
            last--;
        }
        if (last > 1 && LEGAL.has(tokens, last) && tokens.is(last - 1, ",")) {
            last -= 2;
        } else if (last > 2 && tokens.is(last, ".") && LEGAL.has(tokens, last - 1)) {
            last -= tokens.is(last - 2, ",") ? 3 : 2;
        }
        int first = nameWords.start(last);
        if (first >= 0 && first < last && ARTICLE.has(tokens, first) && !tokens.is(first, "the")) {
            // "A Lagoa é uma", where a name takes an article
            first++;
        }
        if (first >= 0 && first < last && tokens.is(first, "the") && phrase == Phrase.EQUAL_OPPORTUNITY) {
            // "The City of Lakeside does not discriminate"
            first++;
        }
        boolean article = phrase != Phrase.BELIEVES && ARTICLE.has(tokens, first - 1);
        // "As a young company, Lakeside is"
        boolean comma = tokens.is(verb, "is") && tokens.is(first - 1, ",");
        if (first >= 0 && (phrase == Phrase.EQUAL_OPPORTUNITY || article || comma || opens(first))) {
            vote(first, last, phrase);
        }
    }

    /** Whether nothing of the same sentence stands before a token. */
    private boolean opens(int i) {
        if (i <= 0 || !nameWords.sameLine(i - 1)) {
            return true;
        }
        char before = view.text().charAt(tokens.end(i - 1) - 1);
        return !Character.isLetterOrDigit(before) && before != ',' && before != '(' && before != '&' && before != '/';
    }

    /** "®", "™", an emoji. */
    private boolean isSymbol(int token) {
        return Character.getType(view.text().codePointAt(tokens.start(token))) == Character.OTHER_SYMBOL;
    }

    private void vote(int first, int last, Phrase phrase) {
        if (first < 0 || last < first) {
            return;
        }
        int start = tokens.start(first);
        int end = tokens.wordEnd(last);
        if (end - start < 2
                || NO_NAME.has(tokens, first)
                || NO_NAME.has(tokens, last) && !isDepartment(first, last)
                || first == last && (NO_SINGLE.has(tokens, first) || end - start == 2 && tokens.is(first - 1, ","))) {
            return;
        }
        if (first > 0
                && tokens.end(first - 1) == start
                && tokens.touchesPrevious(first)
                && Character.isLetterOrDigit(view.text().charAt(tokens.start(first - 1)))) {
            // The "Neil" of O'Neil.
            return;
        }
        if (first == last) {
            if (tokens.word(first).length() > 6 && tokens.word(first).endsWith("ly")) {
                // "Continually seeks ways"
                return;
            }
            // A page that lost its tags: "LakesideLakeside, Inc is", of a heading and a sentence.
            int half = (end - start) / 2;
            if (half >= 4
                    && (end - start) % 2 == 0
                    && view.text().regionMatches(start, view.text(), start + half, half)) {
                start += half;
            }
        }
        CompanyMention named = formed(start, last);
        if (named.legalSuffix() != null && view.text().startsWith(named.name(), start)) {
            end = start + named.name().length();
        }
        String id = CompanyName.companyId(view.text().substring(start, end));
        Name name = names.get(id);
        if (name == null) {
            if (names.size() >= MAX_NAMES) {
                return;
            }
            name = new Name(id, start, end, first == last);
            names.put(id, name);
        }
        if (named.legalSuffix() != null) {
            name.formed = name.formed == null ? named : name.formed;
        }
        add(name, phrase);
    }

    /** "Pier IT", where the word of two capitals is no pronoun. */
    private boolean isDepartment(int first, int last) {
        return first < last && tokens.is(last, "it") && view.text().startsWith("IT", tokens.start(last));
    }

    /** The name that starts at an offset and ends at a token, with the legal form behind it where there is one. */
    private CompanyMention formed(int start, int last) {
        String text = view.text();
        int next = tokens.is(last + 1, ",") ? last + 2 : last + 1;
        int end = tokens.wordEnd(last);
        if (next < tokens.count() && LEGAL.has(tokens, next) && nameWords.sameLine(last)) {
            CompanyMention with = mention(start, tokens.wordEnd(next));
            if (with.legalSuffix() != null && with.name().length() <= end - start) {
                boolean dot = tokens.end(next) < text.length() && text.charAt(tokens.wordEnd(next)) == '.';
                return dot ? mention(start, tokens.wordEnd(next) + 1) : with;
            }
        }
        return mention(start, end);
    }

    private CompanyMention mention(int start, int end) {
        String written = view.text().substring(start, end);
        Evidence evidence = Evidence.text(start, end, "company.text");
        return CompanyName.mention(written, CompanyRole.POSTER, null, null, written, evidence);
    }

    private static void add(Name name, Phrase phrase) {
        int bit = 1 << phrase.ordinal();
        if ((name.phrases & bit) == 0) {
            name.phrases |= bit;
            name.points += phrase.points;
        }
    }

    private CompanyMention best() {
        List<Name> all = new ArrayList<>(names.values());
        String text = view.text();
        TitleLine line = view.raw().title() == null ? TitleLine.of(view) : null;
        String title = line == null ? view.raw().title() : line.title();
        if (title != null) {
            // "The Test Lead will", in a text that looks for a test lead
            String whole = TitleParts.squashed(title);
            all.removeIf(name -> whole.equals(TitleParts.squashed(name.id)));
        }
        String searched = text.substring(0, Math.min(text.length(), SEARCHED));
        for (Name name : all) {
            String written = text.substring(name.start, name.end);
            repetitions(name, searched, written);
            name.points += title != null && TitleParts.company(title, written) != null ? TITLE_POINTS : 0;
            name.points += name.formed != null && name.points < ENOUGH ? FORM_POINTS : 0;
        }
        Name best = null;
        int most = ENOUGH - 1;
        for (Name name : all) {
            // "Lakeside" and "Lakeside Boats" are one: that which more is said of is its name, else the longer.
            int points = name.points;
            for (Name other : all) {
                boolean shorter = name.id.startsWith(other.id + " ") && name.points >= other.points;
                boolean longer = other.id.startsWith(name.id + " ") && name.points > other.points;
                points += shorter || longer ? Math.max(0, other.points) : 0;
            }
            if (points > most) {
                best = name;
                most = points;
            }
        }
        if (best == null) {
            return null;
        }
        return best.formed != null ? best.formed : mention(best.start, best.end);
    }

    /** A name that a text repeats is more likely its company; one that it also writes as a word is less. */
    private static void repetitions(Name name, String text, String written) {
        name.points += count(text, written) >= 3 ? 2 : 0;
        if (name.single && !Character.isLowerCase(written.charAt(0)) && count(text, name.id) > 0) {
            name.points -= 2;
        }
    }

    /** How often a name stands in a text as words of its own; no more than three are counted. */
    private static int count(String text, String name) {
        int times = 0;
        for (int at = text.indexOf(name); at >= 0 && times < 3; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.')
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            times += whole ? 1 : 0;
        }
        return times;
    }

    private boolean isYear(int i) {
        return i < tokens.count()
                && tokens.end(i) - tokens.start(i) == 4
                && (tokens.word(i).startsWith("19") || tokens.word(i).startsWith("20"));
    }
}
