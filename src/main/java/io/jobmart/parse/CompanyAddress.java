package io.jobmart.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of companies that stand in a text beside an address that spells them: "Lakeside Boat Works" and
 * {@code jobs@lakesideboats.example}. Who posts leaves an address to apply to, so the name is likely its own.
 */
final class CompanyAddress {
    /** A name in the text whose letters an address spells. */
    record Span(int start, int end) {}

    private static final Set<String> FREE_HOSTS = CompanyName.WORDS.set("free_host");
    private static final Set<String> TAILS = CompanyName.WORDS.set("host_tail");
    private static final Set<String> SECOND_LEVELS = Set.of("com", "co", "org", "net", "gov", "edu", "ac", "gob");

    private static final int MOST_ADDRESSES = 8;
    private static final int SHORTEST = 4;
    private static final int LONGEST_NAME = 60;
    /** How much of a text is searched for the name. */
    private static final int SEARCHED = 20_000;

    private CompanyAddress() {}

    /** The first name in the text for each address to write to, in the order of the addresses. */
    static List<Span> names(String text) {
        List<Span> names = new ArrayList<>();
        int seen = 0;
        for (int at = text.indexOf('@'); at >= 0 && seen < MOST_ADDRESSES; at = text.indexOf('@', at + 1)) {
            String label = label(text, at + 1);
            if (label == null || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                continue;
            }
            seen++;
            Span span = spelled(text, label);
            if (span != null) {
                names.add(span);
            }
        }
        return names;
    }

    /** "lakeside" of "mail.lakeside.co.uk"; null where no host stands, or that of a mail service. */
    private static String label(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_NAME && isHost(text.charAt(end))) {
            end++;
        }
        String[] parts = text.substring(from, end).toLowerCase(Locale.ROOT).split("\\.");
        int last = parts.length - 2;
        if (last > 0 && SECOND_LEVELS.contains(parts[last])) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        String label = parts[last].replace("-", "");
        return label.length() < SHORTEST || FREE_HOSTS.contains(label) ? null : label;
    }

    private static boolean isHost(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    private static Span spelled(String text, String label) {
        int limit = Math.min(text.length(), SEARCHED);
        char first = label.charAt(0);
        for (int i = 0; i < limit; i++) {
            if (Character.toLowerCase(text.charAt(i)) != first || !begins(text, i)) {
                continue;
            }
            Span span = spelledAt(text, i, label);
            if (span != null) {
                return span;
            }
        }
        return null;
    }

    /** A capital or a number at the start of a word, also of one that was glued to another. */
    private static boolean begins(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isUpperCase(c) && !Character.isDigit(c)) {
            return false;
        }
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        return !Character.isLetterOrDigit(before) && before != '@' && before != '.' && before != '/'
                || Character.isUpperCase(c) && Character.isLowerCase(before);
    }

    private static Span spelledAt(String text, int start, String label) {
        int i = start;
        int said = 0;
        int end = start;
        while (i < text.length() && i - start < LONGEST_NAME && said < label.length()) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (Character.toLowerCase(c) != label.charAt(said)) {
                    break;
                }
                said++;
                i++;
                end = i;
            } else if (isJoint(c) && i + 1 < text.length() && goesOn(text, i + 1)) {
                i++;
            } else {
                break;
            }
        }
        if (said == label.length()) {
            int word = wordEnd(text, end);
            return new Span(start, word > end ? nameEnd(text, word) : end);
        }
        if (said <= SHORTEST || !TAILS.contains(label.substring(said))) {
            return null;
        }
        int word = wordEnd(text, end);
        boolean begun = end >= start + SHORTEST && Character.isLowerCase(text.charAt(end - 2));
        return word == end ? new Span(start, end) : begun ? new Span(start, nameEnd(text, word)) : null;
    }

    private static boolean isJoint(char c) {
        return c == ' ' || c == '-' || c == '&' || c == '.' || c == '\'' || c == '’';
    }

    private static boolean goesOn(String text, int i) {
        char c = text.charAt(i);
        return Character.isUpperCase(c) || Character.isDigit(c) || c == ' ' || c == '&' || Character.isLowerCase(c);
    }

    /** Where a word ends: before a blank, a sign, or the capital of another word that was glued to it. */
    private static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < LONGEST_NAME && Character.isLowerCase(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The name goes on with words in capitals: "Lakeside Boat" of lakesideboa@ is "Lakeside Boat Works". */
    private static int nameEnd(String text, int end) {
        int last = end;
        for (int words = 0; words < 3; words++) {
            if (last + 2 >= text.length()
                    || text.charAt(last) != ' '
                    || !Character.isUpperCase(text.charAt(last + 1))
                    || !Character.isLowerCase(text.charAt(last + 2))) {
                break;
            }
            last = wordEnd(text, last + 2);
        }
        return last;
    }
}
