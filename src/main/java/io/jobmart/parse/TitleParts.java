package io.jobmart.parse;

import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts that signs cut a title into, and which of them say where the work is. */
final class TitleParts {
    static final WordLists WORDS = WordLists.of("title-words.tsv");
    /** Longer "titles" are texts; beyond this nothing is read. */
    static final int LONGEST = 300;

    static final Pattern GENDER = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])[\\[(]?\\s*(?:"
            + "(?:m|f|w|h|d|x|v|i|div\\.?|divers|all|gn|nb|männlich|weiblich)(?:\\s*[/|,*•]\\s*(?:m|f|w|h|d|x|v|i|div\\.?|divers|gn|nb|a|\\*|weiblich|männlich)){1,4}"
            + "|(?<=[\\[(])\\s*(?:m|f|w|h)(?:\\s*-\\s*(?:m|f|w|h|d|x)){1,3}(?=\\s*[\\])])|all genders? welcome!?|all genders?|any genders?|alle geschlechter|gn\\*?|w\\*m\\*d|mwd|fmd"
            + ")\\.?\\s*[\\])]?(?![\\p{L}\\p{N}/])");

    /** Cities whose names are everyday words of titles. */
    private static final Set<String> WORDS_NOT_CITIES = WORDS.set("no_city");
    /** Short capitals that do mean a place in a title. */
    private static final Set<String> PLACE_CODES = Set.of(
            "US", "USA", "U.S.", "UK", "U.K.", "UAE", "EU", "EMEA", "APAC", "LATAM", "NYC", "SF", "DC", "D.C.", "EUR",
            "EUA");

    private static final Set<String> REMOTE_WORK_OF_ITS_OWN = WORDS.set("remote_of_its_own");

    private static final Set<String> COMPANY_CUES =
            Set.of("at", "na", "no", "en", "bei", "chez", "pela", "pelo", "da", "do", "em", "with", "for");

    private TitleParts() {}

    /**
     * The parts of a title that may be decoration: what stands in brackets, and what a dash, bar or comma cuts off at the
     * end or the start. Each as {from, to} of its words, {from, to} with its brackets or dash, and the sign that cuts it.
     */
    static List<int[]> decorations(String title) {
        List<int[]> parts = new ArrayList<>();
        int length = Math.min(title.length(), LONGEST);
        int open = -1;
        for (int i = 0; i < length; i++) {
            char c = title.charAt(i);
            if (isOpen(c)) {
                open = i;
            } else if (isClose(c) && open >= 0) {
                parts.add(new int[] {open + 1, i, open, i + 1, '('});
                open = -1;
            }
        }
        if (open > 0) {
            parts.add(new int[] {open + 1, length, open, length, '('});
        }
        boolean firstCut = true;
        int depth = 0;
        List<int[]> tails = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            char c = title.charAt(i);
            depth += isOpen(c) ? 1 : isClose(c) ? -1 : 0;
            boolean dash = (c == '-' || c == '–' || c == '—')
                    && i > 0
                    && (title.charAt(i - 1) <= ' ' || i + 1 < length && title.charAt(i + 1) <= ' ');
            if (depth <= 0
                    && (dash
                            || c == '|'
                            || c == '｜'
                            || c == '•'
                            || c == '·'
                            || c == ','
                            || c == ':'
                            || c == '/' && i > 0 && title.charAt(i - 1) <= ' '
                            || c == '@')) {
                if (firstCut && c != ',') {
                    parts.add(new int[] {0, i, 0, i + 1, c});
                    firstCut = false;
                }
                tails.add(new int[] {i + 1, length, i, length, c});
            }
        }
        parts.addAll(tails);
        Matcher gender = GENDER.matcher(title).region(0, length);
        if (gender.find() && gender.end() < length) {
            // "(m/f/x) onsite or remote (in Germany)"
            parts.add(new int[] {gender.end(), length, gender.end(), length, '-'});
        }
        int at = title.lastIndexOf(" at ");
        if (at > 0 && at + 4 < length) {
            parts.add(new int[] {at + 4, length, at, length, '@'});
        }
        int in = title.lastIndexOf(" in ");
        if (in > 0 && in + 4 < length) {
            parts.add(new int[] {in + 4, length, in, length, '-'});
        }
        return parts;
    }

    private static boolean isOpen(char c) {
        return c == '(' || c == '[' || c == '{' || c == '【' || c == '（';
    }

    private static boolean isClose(char c) {
        return c == ')' || c == ']' || c == '}' || c == '】' || c == '）';
    }

    /** Letters and digits only, in lower case: "Z.ro Bank" and "Zro Bank" are one. */
    static String squashed(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.appendCodePoint(Character.toLowerCase(c)));
        return letters.toString();
    }

    /**
     * Where a company's name stands in a title, as a part of it or behind its last word: {from, to} of what names it, signs
     * included, or null. Never the whole title.
     */
    static int[] company(String title, String name) {
        String squashed = squashed(name);
        if (squashed.length() < 2 || squashed(title).equals(squashed)) {
            return null;
        }
        for (int[] part : decorations(title)) {
            if (squashed(title.substring(part[0], part[1])).equals(squashed)) {
                return new int[] {withoutCue(title, part[2]), part[3]};
            }
        }
        // "Backend Developer Lakeside Boats": several words, as one may say what the work is about.
        int words = name.strip().split("\\s+").length;
        int start = title.length();
        for (int k = 0; words > 1 && k <= words && start > 0; k++) {
            int end = start;
            while (end > 0 && title.charAt(end - 1) <= ' ') {
                end--;
            }
            start = title.lastIndexOf(' ', end - 1) + 1;
            if (start > 0 && squashed(title.substring(start)).equals(squashed)) {
                return new int[] {withoutCue(title, start), title.length()};
            }
        }
        return null;
    }

    /** "Developer na [Lakeside]", "Lead en Lakeside Boats": the offset before the word that leads to a company. */
    private static int withoutCue(String title, int end) {
        int last = end;
        while (last > 0 && title.charAt(last - 1) <= ' ') {
            last--;
        }
        int start = title.lastIndexOf(' ', last - 1) + 1;
        return start > 0 && COMPANY_CUES.contains(title.substring(start, last)) ? start : end;
    }

    /** Whether a part of a title says nothing but where the work is. */
    static boolean isWorkplace(Listing listing, String title, int[] part, Gazetteer gazetteer) {
        if (listing.unknown() || listing.places().isEmpty() && listing.modes() == 0) {
            return false;
        }
        for (Found found : listing.places()) {
            if (!found.resolved()) {
                return false;
            }
            String name = title.substring(found.start(), found.end());
            if (WORDS_NOT_CITIES.contains(Gazetteer.fold(name)) && listing.modes() == 0) {
                return false;
            }
            boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() <= 4;
            if (capitals && !PLACE_CODES.contains(name) && (listing.modes() == 0 || name.length() > 2)) {
                return false;
            }
            if (!Character.isUpperCase(name.charAt(0)) && listing.modes() == 0) {
                return false;
            }
            boolean joined = name.indexOf(',') >= 0;
            if (gazetteer.isCity(found.id()) && !joined && listing.modes() == 0) {
                int least = found.sure() ? 100_000 : 300_000;
                if (gazetteer.population(found.id()) < least) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a word of a title says that the work is remote: not in "Remote Sensing Scientist" or "Remote Support". */
    static boolean isRemoteWork(Tokens title, int i) {
        String word = title.word(i);
        if (!word.equals("remote") && !word.equals("remotely") && !word.equals("remoto") && !word.equals("wfh")) {
            return false;
        }
        if (title.is(i - 1, "non") || title.is(i - 2, "non") || title.is(i - 1, "not") || title.is(i - 1, "no")) {
            return false;
        }
        int next = title.is(i + 1, "-") ? i + 2 : i + 1;
        return !REMOTE_WORK_OF_ITS_OWN.contains(title.word(next));
    }

    /** Whether a word after "remote" makes another kind of work of it. */
    static boolean isRemoteWorkOfItsOwn(String word) {
        return REMOTE_WORK_OF_ITS_OWN.contains(word);
    }
}
