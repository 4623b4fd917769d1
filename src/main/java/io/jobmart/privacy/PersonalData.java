package io.jobmart.privacy;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.PersonalDatum;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of personal data in what is published. No text changes its length in UTF-16 units, so that evidence points
 * to the same characters whatever is chosen.
 */
public enum PersonalData {
    /** They stay as they are. */
    KEEP,
    /** Each of their characters becomes an asterisk. */
    MASK,
    /** The sentence or line that they stand in becomes blank: what stands around a name often tells who it is, too. */
    DROP;

    /** The character that stands for another. */
    public static final char MASKED = '*';

    /**
     * So many different words of a posting are looked for in its other values. Who writes more addresses than that into an
     * ad has written a list, and the values are searched themselves.
     */
    private static final int MOST_WORDS = 64;

    /**
     * The text of a field without the data that were found in it, nor the words that were found in others.
     *
     * @param data of the posting, of all its fields; null when nobody has looked yet
     */
    public String text(String text, List<PersonalDatum> data, EvidenceField field) {
        if (this == KEEP || text == null || text.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        Set<String> words = new LinkedHashSet<>();
        for (PersonalDatum datum : data == null ? PersonalDataFinder.find(text, field) : data) {
            if (datum.field() != field) {
                words.add(datum.words());
            } else if (datum.end() <= text.length()) {
                hide(text, masked, datum.start(), datum.end());
            }
        }
        if (words.size() <= MOST_WORDS) {
            words.forEach(word -> hideWord(text, masked, word));
        }
        return masked.toString();
    }

    /**
     * A value that was read from a posting, or a field without offsets, without the words that are personal.
     *
     * @param data of the posting; null when nobody has looked yet
     */
    public String value(String value, List<PersonalDatum> data) {
        if (this == KEEP || value == null || value.isEmpty()) {
            return value;
        }
        Set<String> words = new LinkedHashSet<>();
        if (data != null) {
            data.forEach(datum -> words.add(datum.words()));
        }
        if (data == null || words.size() > MOST_WORDS) {
            return text(value, null, EvidenceField.TEXT);
        }
        StringBuilder masked = new StringBuilder(value);
        words.forEach(word -> hideWord(value, masked, word));
        return masked.toString();
    }

    private void hideWord(String value, StringBuilder masked, String word) {
        for (int at = indexOf(value, word, 0); at >= 0; at = indexOf(value, word, at + word.length())) {
            hide(value, masked, at, at + word.length());
        }
    }

    /** Where whole words stand, in any case, since some values are normalised. */
    private static int indexOf(String value, String word, int from) {
        for (int at = from; at <= value.length() - word.length(); at++) {
            if (value.regionMatches(true, at, word, 0, word.length())
                    && (at == 0 || !Character.isLetterOrDigit(value.charAt(at - 1)))
                    && (at + word.length() == value.length()
                            || !Character.isLetterOrDigit(value.charAt(at + word.length())))) {
                return at;
            }
        }
        return -1;
    }

    private void hide(String text, StringBuilder masked, int start, int end) {
        if (this == DROP) {
            int from = sentenceStart(text, start);
            int to = sentenceEnd(text, end);
            for (int i = from; i < to; i++) {
                masked.setCharAt(i, ' ');
            }
            return;
        }
        for (int i = start; i < end; i++) {
            masked.setCharAt(i, MASKED);
        }
    }

    /** Sentences are cut after so many characters on each side: a whole text without an end is not worth an address. */
    private static final int LONGEST = 400;

    private static int sentenceStart(String text, int start) {
        int i = start;
        while (i > 0
                && start - i < LONGEST
                && text.charAt(i - 1) != '\n'
                && !(text.charAt(i - 1) == ' ' && isEnd(text, i - 2))) {
            i--;
        }
        return i;
    }

    private static int sentenceEnd(String text, int end) {
        int i = end;
        while (i < text.length()
                && i - end < LONGEST
                && text.charAt(i) != '\n'
                && !(text.charAt(i) == ' ' && isEnd(text, i - 1))) {
            i++;
        }
        return i;
    }

    private static boolean isEnd(String text, int at) {
        return at >= 0 && (text.charAt(at) == '.' || text.charAt(at) == '!' || text.charAt(at) == '?');
    }
}
