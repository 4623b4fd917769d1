package io.jobmart.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A title cut into words in lower case, and these into parts at signs such as comma, dash and bracket. Endings for the
 * other gender are left out: "Entwickler/in", "Entwickler:in", "Desenvolvedor(a)", "Technicien(ne)".
 *
 * @param words in their order
 * @param starts offset of each word
 * @param ends offset after each word
 * @param parts number of the part that each word is in, from 0
 */
public record TitleWords(List<String> words, List<Integer> starts, List<Integer> ends, List<Integer> parts) {
    private static final Set<String> ENDINGS = Set.of(
            "in", "innen", "a", "as", "o", "os", "e", "es", "ra", "ora", "se", "euse", "trice", "rice", "ère", "ne",
            "le", "r", "s");

    public static TitleWords of(String title) {
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        int part = 0;
        int last = 0;
        int i = 0;
        while (i < title.length()) {
            if (!isWord(title, i)) {
                i++;
                continue;
            }
            int start = i;
            while (i < title.length() && isWord(title, i)) {
                i++;
            }
            String word = title.substring(start, i).toLowerCase(Locale.ROOT);
            boolean touches = start - last == 1;
            if (touches && !words.isEmpty() && "/:*(_·".indexOf(title.charAt(last)) >= 0 && ENDINGS.contains(word)) {
                last = i;
                continue;
            }
            if (!words.isEmpty() && separates(title, last, start)) {
                part++;
            }
            words.add(word);
            starts.add(start);
            ends.add(i);
            parts.add(part);
            last = i;
        }
        return new TitleWords(words, starts, ends, parts);
    }

    private static boolean isWord(String title, int i) {
        char c = title.charAt(i);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        boolean after = i > 0 && Character.isLetterOrDigit(title.charAt(i - 1));
        return c == '#' && after
                || c == '+' && i > 0 && (after || title.charAt(i - 1) == '+')
                || c == '&' && after && i + 1 < title.length() && Character.isLetterOrDigit(title.charAt(i + 1));
    }

    /** A hyphen or a full stop within a word only joins; with blanks beside it, or any other sign, it parts. */
    private static boolean separates(String title, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = title.charAt(i);
            if (c == '-' || c == '‐' || c == '‑') {
                if (to - from > 1) {
                    return true;
                }
            } else if (!Character.isWhitespace(c) && c != '.' && c != '\'' && c != '’' && c != '&') {
                return true;
            }
        }
        return false;
    }
}
