package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;

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
                            + "working develop create provide maintain participate "
                            + "collaborate ensure perform assist implement identify deliver")
                    .split(" ");

    private Sentences() {}

    static void addWords(Lexicon.Builder lexicon) {
        ABBREVIATIONS.addTo(lexicon);
        lexicon.trigger(Trigger.START, STARTS);
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
            if (".!?".indexOf(tokens.text().charAt(tokens.start(i))) >= 0
                            && tokens.touchesPrevious(i + 1)
                            && lostBlank(tokens, i, i + 1)
                    || tokens.isWord(i) && glued(tokens, i)) {
                return i + 1;
            }
        }
        return to;
    }

    private static boolean ends(Tokens tokens, int i, int to) {
        String text = tokens.text();
        char c = text.charAt(tokens.start(i));
        if (Character.isLetter(c) || Character.isDigit(c)) {
            return i + 1 < to && glued(tokens, i);
        }
        if (c == '。' || c == '！' || c == '？') {
            return true;
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
        return Character.isUpperCase(next) && (Character.isLowerCase(last) || Character.isUpperCase(last))
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
