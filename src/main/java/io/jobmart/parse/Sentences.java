package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Where sentences end. Abbreviations, initials, versions and names with dots end none. */
final class Sentences {
    private static final WordSet ABBREVIATIONS =
            WordSet.of("sr jr dr mr mrs ms prof inc ltd corp co vs approx dept st no "
                    + "min max yrs yr mos incl excl ie eg ex resp ca bzw zb inkl ggf evtl usf dipl ing lic sc nr art abs tel ph "
                    + "env est fig gov gen rep univ mgmt equiv aprox máx mín núm pág av");

    /** Longer runs without a full stop are flattened lists; cutting them keeps every look-around bounded. */
    private static final int LONGEST = 250;

    /** Words that begin items and sentences, and that no name ends with. */
    private static final String[] STARTS =
            ("experience experienced knowledge knowledgeable proficiency proficient familiarity familiar understanding "
                            + "ability able strong excellent solid proven demonstrated bachelor bachelors degree "
                            + "minimum must expertise fluency willingness comfortable extensive good great prior previous "
                            + "passion passionate exceptional background exposure at due so if our we you your the this "
                            + "what why who required requirements responsibilities responsible preferred qualifications "
                            + "desired nice plus candidate candidates applicants please duties skills education "
                            + "working develop create provide maintain participate duration title location role position "
                            + "collaborate ensure perform assist implement identify deliver")
                    .split(" ");

    /** Words behind which a capital goes on: "with Experience in", "years of professional Experience". */
    private static final WordSet OPEN =
            WordSet.of("a an the of with in and or to for from by as on at is are be has have "
                    + "your our their his its this that any some no all more plus than over about least minimum "
                    + "professional relevant related work working proven hands-on industry equivalent prior previous practical "
                    + "good strong excellent solid deep extensive total technical similar including "
                    + "demonstrated advanced basic who must not using via per management customer user");

    /** What stands behind "Experience" or "Knowledge" where it begins a demand. */
    private static final WordSet BEHIND_NOUN =
            WordSet.of("of in with to for working using developing designing building "
                    + "managing leading on as at implementing defining collaborating");

    private static final WordSet NOUNS =
            WordSet.of("experience knowledge proficiency familiarity understanding ability aptitude "
                    + "expertise proficient willingness exposure knowledgeable familiar adept able");
    private static final WordSet ADJECTIVES =
            WordSet.of("strong excellent solid proven demonstrated extensive good exceptional");

    /** What employers call themselves: "is a leading", "is an equal opportunity employer". */
    private static final WordSet FIRM = WordSet.of("leading global equal premier privately publicly national world");

    private static final WordSet DEGREE_NAMES =
            WordSet.of("bachelor bachelors bachelor's bachelor’s master's master’s masters");

    /** A run of demands without any sign between them has at least so many words. */
    private static final int LONG_RUN = 40;

    private Sentences() {}

    static void addWords(Lexicon.Builder lexicon) {
        for (WordSet set : List.of(ABBREVIATIONS, OPEN, BEHIND_NOUN, NOUNS, ADJECTIVES, DEGREE_NAMES, FIRM)) {
            set.addTo(lexicon);
        }
        lexicon.trigger(Trigger.START, STARTS);
        for (String word : List.of("regards", "specializes", "is", "one", "of", "a", "an", "the")) {
            lexicon.add(word);
        }
    }

    /** The token after the sentence that starts at {@code from}, at most {@code to}. */
    static int end(Tokens tokens, int from, int limit) {
        int to = Math.min(limit, from + LONGEST);
        for (int i = from; i < to; i++) {
            if (ends(tokens, i, to)) {
                int end = i + 1;
                while (end < to && closes(tokens, end)) {
                    end++;
                }
                return end;
            }
        }
        return to;
    }

    /**
     * The token after the part that starts at {@code from} and ends where a blank was lost, at most {@code to}: "... or
     * related.10+ years of ..." was two items once.
     */
    static int gluedEnd(Tokens tokens, int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            if (countsYears(tokens, i)) {
                return i + 1;
            }
            if (".!?".indexOf(tokens.text().charAt(tokens.start(i))) >= 0
                            && tokens.touchesPrevious(i + 1)
                            && lostBlank(tokens, i, i + 1)
                    || tokens.isWord(i) && glued(tokens, i)) {
                return i + 1;
            }
        }
        return to;
    }

    /** "(or the like)2+ years of ...": a number of years right behind a bracket or a star. */
    private static boolean countsYears(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return (c == ')' || c == '*')
                && tokens.touchesPrevious(i + 1)
                && tokens.is(i + 1, Trigger.NUMBER)
                && (tokens.is(i + 2, Trigger.YEARS)
                        || ModalityCues.is(tokens, i + 2, '+') && tokens.is(i + 3, Trigger.YEARS));
    }

    /**
     * The tokens at which demands begin within a sentence: a list that lost its line breaks and has no full stops, "... in
     * Java 5+ years of testing Ability to travel Bachelor's degree required".
     */
    static List<Integer> runOns(Tokens tokens, int from, int to) {
        List<Integer> found = List.of();
        boolean sure = false;
        int last = from;
        for (int i = from + 3; i + 2 < to; i++) {
            char c = tokens.text().charAt(tokens.start(i));
            if (!Character.isUpperCase(c) && !Character.isDigit(c)
                    || i - last < 3
                    || tokens.touchesPrevious(i)
                    || !mayEnd(tokens, i - 1)
                            && !isRegards(tokens, i)
                            && !(tokens.is(i, "minimum") && tokens.is(i - 1, "equivalent"))) {
                continue;
            }
            if (introducesFirm(tokens, i, to) || isRegards(tokens, i)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(i);
                sure = true;
                last = i;
                continue;
            }
            boolean degree = DEGREE_NAMES.has(tokens, i) || tokens.is(i, "master") && tokens.end(i) > tokens.wordEnd(i);
            if (degree && !namesDegree(tokens, i) || !degree && !beginsDemand(tokens, i)) {
                continue;
            }
            if (found.isEmpty()) {
                found = new ArrayList<>();
            }
            found.add(i);
            sure |= degree
                    || tokens.is(i, "minimum")
                    || tokens.is(i, "must")
                    || tokens.is(i, "if")
                    || isPlainNoun(tokens, i);
            last = i;
        }
        return sure || found.size() > 1 || to - from >= LONG_RUN ? found : List.of();
    }

    /** "Bachelor's degree ...", "Bachelors in ...", and not "Master Data". */
    private static boolean namesDegree(Tokens tokens, int i) {
        for (int next = i + 1; next < i + 4; next++) {
            if (tokens.is(next, "degree") || tokens.is(next, "in") || tokens.is(next, "of")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRegards(Tokens tokens, int i) {
        return tokens.is(i, "regards") && ModalityCues.is(tokens, i + 1, ',');
    }

    /** "... with confidence Aptitude for ...", "(Excel, Word) Strong ...": a capital that nothing else explains. */
    private static boolean isPlainNoun(Tokens tokens, int i) {
        char before = tokens.text().charAt(tokens.start(i - 1));
        return Character.isLowerCase(before) && NOUNS.has(tokens, i) || before == ')' && ADJECTIVES.has(tokens, i);
    }

    /** "... of our team Lakeside Boats is one of the leading makers": a name and what an employer says of itself. */
    static boolean introducesFirm(Tokens tokens, int i, int to) {
        if (!Character.isUpperCase(tokens.text().charAt(tokens.start(i)))
                || Character.isUpperCase(tokens.text().charAt(tokens.start(i - 1)))) {
            return false;
        }
        int k = i + 1;
        while (k < to
                && k < i + 5
                && (Character.isUpperCase(tokens.text().charAt(tokens.start(k)))
                        || ModalityCues.is(tokens, k, ',')
                        || ModalityCues.is(tokens, k, '.'))) {
            k++;
        }
        if (tokens.is(k, "specializes")) {
            return true;
        }
        if (!tokens.is(k, "is")) {
            return false;
        }
        boolean one = tokens.is(k + 1, "one") && tokens.is(k + 2, "of") && tokens.is(k + 3, "the");
        boolean kind =
                (tokens.is(k + 1, "a") || tokens.is(k + 1, "an") || tokens.is(k + 1, "the")) && FIRM.has(tokens, k + 2);
        return one || kind;
    }

    private static boolean mayEnd(Tokens tokens, int before) {
        String text = tokens.text();
        if (!tokens.isWord(before)) {
            char c = text.charAt(tokens.start(before));
            return c == ')';
        }
        boolean followOn = tokens.touchesPrevious(before);
        return (followOn || !OPEN.has(tokens, before)) && !tokens.is(before, Trigger.NUMBER);
    }

    private static boolean beginsDemand(Tokens tokens, int i) {
        if (tokens.is(i, Trigger.NUMBER)) {
            int years = ModalityCues.is(tokens, i + 1, '+') ? i + 2 : i + 1;
            return tokens.is(years, Trigger.YEARS)
                    && (BEHIND_NOUN.has(tokens, years + 1) || tokens.is(years + 1, "experience"));
        }
        boolean plain =
                Character.isLowerCase(tokens.text().charAt(tokens.start(i - 1))); // in a title every word has a capital
        if (tokens.is(i, "minimum") || tokens.is(i, "at") && tokens.is(i + 1, "least")) {
            for (int next = i + 1; next < i + 4; next++) {
                if (tokens.is(next, Trigger.NUMBER) || tokens.is(next, Trigger.NUMBER_WORD)) {
                    return true;
                }
            }
            return false;
        }
        if (tokens.is(i, "must")) {
            return tokens.is(i + 1, "have") || tokens.is(i + 1, "be");
        }
        if (tokens.is(i, "if")) {
            // "... is desirable If this describes you, please apply"
            return plain && (tokens.is(i + 1, "you") || tokens.is(i + 1, "this"));
        }
        char next = tokens.text().charAt(tokens.start(i + 1));
        return NOUNS.has(tokens, i) && BEHIND_NOUN.has(tokens, i + 1)
                || (plain || ModalityCues.is(tokens, i - 1, ')'))
                        && ADJECTIVES.has(tokens, i)
                        && Character.isLowerCase(next);
    }

    private static boolean ends(Tokens tokens, int i, int to) {
        String text = tokens.text();
        char c = text.charAt(tokens.start(i));
        if (Character.isLetter(c) || Character.isDigit(c)) {
            return i + 1 < to && glued(tokens, i);
        }
        if (c == '。' || c == '！' || c == '？' || countsYears(tokens, i)) {
            return true;
        }
        if (c == '…') {
            // "Azure, AWS, … Knowledge of Go is a plus"
            return i + 1 < to
                    && !tokens.touchesPrevious(i + 1)
                    && Character.isUpperCase(text.charAt(tokens.start(i + 1)));
        }
        if (c != '.' && c != '!' && c != '?' || tokens.end(i) - tokens.start(i) > 1) {
            return false;
        }
        if (i + 1 >= to) {
            return true;
        }
        int next = i + 1;
        if (tokens.touchesPrevious(next)) {
            // "Node.js", "3.5", "e.g." go on; "experience.Strong skills" has lost its blank
            return closes(tokens, next) && !continues(tokens, next + 1, to) || lostBlank(tokens, i, next);
        }
        if (continues(tokens, next, to)) {
            return false;
        }
        return c != '.' || !abbreviation(tokens, i);
    }

    /** Whether a word and the next were glued where a line ended: "scripting languagesDue to growth". */
    private static boolean glued(Tokens tokens, int i) {
        if (!tokens.touchesPrevious(i + 1)) {
            return false;
        }
        char last = tokens.text().charAt(tokens.end(i) - 1);
        char next = tokens.text().charAt(tokens.start(i + 1));
        boolean digits = Character.isDigit(last) && tokens.is(i + 1, Trigger.START);
        return Character.isUpperCase(next) && (Character.isLowerCase(last) || Character.isUpperCase(last) || digits)
                || Character.isDigit(next) && Character.isLowerCase(last);
    }

    private static boolean closes(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return tokens.touchesPrevious(i)
                && (c == ')' || c == '"' || c == '”' || c == '’' || c == '\'' || c == '.' || c == '!' || c == '?'
                        || c == '»');
    }

    private static boolean continues(Tokens tokens, int i, int to) {
        if (i >= to) {
            return false;
        }
        char c = tokens.text().charAt(tokens.start(i));
        return Character.isLowerCase(c) || c == ',' || c == ';' || c == ')' || c == ':' || c == '-' || c == '–';
    }

    private static boolean lostBlank(Tokens tokens, int dot, int next) {
        String text = tokens.text();
        int before = dot - 1;
        if (before >= 0
                && tokens.is(next, Trigger.START)
                && tokens.end(before) - tokens.start(before) > 2
                && Character.isUpperCase(text.charAt(tokens.start(next)))
                && tokens.end(next) - tokens.start(next) > 3
                && Character.isLowerCase(text.charAt(tokens.start(next) + 1))) {
            // "GCP, and Azure.Solid experience", "Open VPX or VME.Knowledge of"
            return true;
        }
        if (before < 0
                || ".!?".indexOf(text.charAt(tokens.start(dot))) < 0
                || tokens.end(before) - tokens.start(before) < 4
                || !Character.isLowerCase(text.charAt(tokens.wordEnd(before) - 1))) {
            return false;
        }
        if (tokens.is(next, Trigger.NUMBER)) {
            return ModalityCues.is(tokens, next + 1, '+') || tokens.is(next + 1, Trigger.YEARS);
        }
        int start = tokens.start(next);
        return tokens.end(next) - start > 3
                && Character.isUpperCase(text.charAt(start))
                && Character.isLowerCase(text.charAt(start + 1))
                && Character.isLowerCase(text.charAt(tokens.start(before)));
    }

    /** "Sr.", "e.g.", "U.S.", "Ph.D.", "J. Smith". */
    private static boolean abbreviation(Tokens tokens, int dot) {
        int word = dot - 1;
        if (word < 0 || !tokens.touchesPrevious(dot)) {
            return false;
        }
        boolean letter = tokens.end(word) - tokens.start(word) == 1
                && Character.isLetter(tokens.text().charAt(tokens.start(word)));
        if (letter) {
            char c = tokens.text().charAt(tokens.start(word));
            return c != 'C' && c != 'R' || tokens.touchesPrevious(word);
        }
        return ABBREVIATIONS.has(tokens, word);
    }
}
