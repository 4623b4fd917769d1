package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import java.util.Locale;
import java.util.Set;

/**
 * The company at the end of a title, as boards of communities write it, which have no field for it:
 * {@code [Remoto] Kotlin Developer na Lagoa}, {@code Senior Engineer @ Lakeside Boats (São Paulo)}.
 */
final class TitleCompany {
    private static final int MOST_WORDS = 4;
    private static final Set<String> CUES = Set.of("@", "at", "na", "no", "na @", "no @", "at @", "pela", "pelo");
    /** Words that go on with the title: "Deploy at Scale Engineering", "no Mercado Livre" has none of them. */
    private static final Set<String> NO_NAMES = Set.of("scale", "time", "equipe", "área", "home", "scale-up", "night");

    private static final Set<String> NAMED = CompanyName.WORDS.set("named");
    private static final int MOST_TRIES = 5;
    private static final Set<String> NO_TAILS = CompanyName.WORDS.set("no_tail");

    private static final Set<String> JOINTS = Set.of("and", "de", "do", "da", "of", "&", "e", "the");

    private final PlaceListReader places;

    /** Offsets into the title: of the word before the name, of the name, after the name. */
    record Span(int cut, int start, int end) {}

    TitleCompany(Gazetteer gazetteer) {
        this.places = new PlaceListReader(gazetteer);
    }

    /** Where the company stands in a title, or null. */
    Span in(String title) {
        if (title == null || title.length() > 300) {
            return null;
        }
        int end = withoutBrackets(title);
        int words = 0;
        int start = end;
        for (int i = end; i > 0 && words <= MOST_WORDS; ) {
            int word = i;
            while (word > 0 && title.charAt(word - 1) > ' ') {
                word--;
            }
            if (title.charAt(word) == '@' && word + 1 < i) {
                // "@Lakeside", "na @Lakeside"
                int cue = wordBefore(title, word);
                boolean both = cue >= 0 && CUES.contains(cue(title, cue, word));
                return span(title, both ? cue : word, word + 1, end);
            }
            if (words > 0 && CUES.contains(cue(title, word, i))) {
                int before = wordBefore(title, word);
                boolean both = title.charAt(word) == '@' && before >= 0 && CUES.contains(cue(title, before, word));
                return span(title, both ? before : word, start, end);
            }
            if (!isNameWord(title.substring(word, i))) {
                return null;
            }
            words++;
            start = word;
            i = word;
            while (i > 0 && title.charAt(i - 1) <= ' ') {
                i--;
            }
        }
        return null;
    }

    /**
     * "[Remoto] Kotlin Developer - Lagoa", where the title begins as boards of communities write it, the text names Lagoa, and
     * no rule knows it as a level, a skill or any other word.
     */
    Span behindDash(String title, Tokens words, String text) {
        if (title == null || title.length() > 300 || title.isEmpty() || title.charAt(0) != '[') {
            return null;
        }
        int end = withoutBrackets(title);
        int dash = title.lastIndexOf(" - ", end);
        if (dash <= title.indexOf(']') || dash + 3 >= end) {
            return null;
        }
        String name = title.substring(dash + 3, end);
        String[] parts = name.split(" ");
        boolean unknown = false;
        for (int i = words.at(dash + 3); i < words.count() && words.start(i) < end; i++) {
            unknown |= words.isWord(i) && words.id(i) == Lexicon.UNKNOWN;
        }
        for (String part : parts) {
            if (!isNameWord(part)) {
                return null;
            }
        }
        boolean named = false;
        for (int at = text.indexOf(name), tries = 0;
                at >= 0 && !named && tries < MOST_TRIES;
                at = text.indexOf(name, at + name.length()), tries++) {
            named = introduces(text, at, at + name.length());
        }
        boolean work = NO_TAILS.contains(parts[0].toLowerCase(Locale.ROOT));
        return unknown && named && !work && parts.length <= MOST_WORDS && TitleLevel.of(name) == null
                ? span(title, dash, dash + 3, end)
                : null;
    }

    /** "A Lagoa é", "Sobre a Lagoa", "na Lagoa,": a word before a name that companies have and wares have not, or "is". */
    private static boolean introduces(String text, int start, int end) {
        boolean whole = (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        if (!whole) {
            return false;
        }
        if (text.startsWith(" é ", end) || text.startsWith(" is ", end)) {
            return true;
        }
        int before = wordBefore(text, start);
        return before >= 0
                && (NAMED.contains(cue(text, before, start))
                        || start - before == 2 && (text.charAt(before) == 'A' || text.charAt(before) == 'O'));
    }

    private Span span(String title, int cut, int start, int end) {
        if (cut <= 0 || end - start < 2) {
            return null;
        }
        String name = title.substring(start, end);
        String first = name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        char begin = name.charAt(0);
        if (!Character.isUpperCase(begin) && !Character.isDigit(begin) && title.charAt(start - 1) != '@'
                || NO_NAMES.contains(first)
                || title.substring(0, cut).isBlank()) {
            return null;
        }
        var listing = places.read(name, 0, name.length(), Set.of());
        boolean place =
                !listing.unknown() && (listing.modes() != 0 || !listing.places().isEmpty());
        return place ? null : new Span(cut, start, end);
    }

    private static String cue(String title, int from, int to) {
        return title.substring(from, to).strip().toLowerCase(Locale.ROOT);
    }

    /** The start of the word before an offset, or -1. */
    private static int wordBefore(String title, int from) {
        int end = from;
        while (end > 0 && title.charAt(end - 1) <= ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && title.charAt(start - 1) > ' ') {
            start--;
        }
        return start < end ? start : -1;
    }

    private static boolean isNameWord(String word) {
        if (JOINTS.contains(word)) {
            return true;
        }
        boolean upper = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            upper |= Character.isUpperCase(c) || Character.isDigit(c);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '&' && c != '\'' && c != '’') {
                return false;
            }
        }
        return upper;
    }

    /** The end of a title without groups in brackets at its end. */
    private static int withoutBrackets(String title) {
        int end = title.length();
        while (end > 0) {
            char last = title.charAt(end - 1);
            if (last <= ' ' || last == '.' || last == '!') {
                end--;
            } else if (last == ')' || last == ']') {
                int open = title.lastIndexOf(last == ')' ? '(' : '[', end - 1);
                if (open <= 0) {
                    return end;
                }
                end = open;
            } else {
                return end;
            }
        }
        return end;
    }
}
