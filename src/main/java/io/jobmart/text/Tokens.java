package io.jobmart.text;

import java.util.Arrays;

/**
 * The words and signs of a text, cut once and shared by every reader.
 *
 * <p>A token is a run of letters and digits, or a single other character that is not blank. What belongs to a name stays
 * with it: {@code C++}, {@code C#}, {@code F#}, and a leading dot ({@code .NET}). A possessive "'s" is part of the token
 * and not of its word: {@code Bachelor's} has the word {@code bachelor}; other apostrophes only separate
 * ({@code d'expérience} is {@code d}, {@code expérience}). Latin letters are cut from Chinese, Japanese and Korean ones
 * ({@code 熟悉Java开发}), which are written without blanks.
 */
public final class Tokens {
    private final String text;
    private final Lexicon lexicon;
    private int count;
    private int[] starts;
    private int[] ends;
    /** Where the word ends, before any possessive. */
    private int[] wordEnds;

    private int[] ids;
    private int[] masks;

    private Tokens(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        int capacity = Math.max(16, text.length() / 4);
        starts = new int[capacity];
        ends = new int[capacity];
        wordEnds = new int[capacity];
        ids = new int[capacity];
        masks = new int[capacity];
    }

    /** Cuts a text. Linear in its length. */
    public static Tokens of(String text, Lexicon lexicon) {
        Tokens tokens = new Tokens(text, lexicon);
        tokens.cut();
        return tokens;
    }

    public String text() {
        return text;
    }

    /** The words that the ids speak of. */
    public Lexicon lexicon() {
        return lexicon;
    }

    public int count() {
        return count;
    }

    public int start(int token) {
        return starts[token];
    }

    /** Offset after the token, a possessive "'s" included. */
    public int end(int token) {
        return ends[token];
    }

    /** Offset after the token's word, without a possessive. */
    public int wordEnd(int token) {
        return wordEnds[token];
    }

    /** The id of the token's word in the lexicon, or {@link Lexicon#UNKNOWN}; also for indices outside. */
    public int id(int token) {
        return token < 0 || token >= count ? Lexicon.UNKNOWN : ids[token];
    }

    /** Whether the token carries a trigger; false for indices outside. */
    public boolean is(int token, Trigger trigger) {
        return token >= 0 && token < count && (masks[token] & trigger.bit()) != 0;
    }

    /** Whether the token carries any of the triggers in the mask. */
    public boolean isAny(int token, int mask) {
        return token >= 0 && token < count && (masks[token] & mask) != 0;
    }

    /** Whether the token's word is this one, whatever its case; {@code lowerWord} is given in lower case. */
    public boolean is(int token, String lowerWord) {
        if (token < 0 || token >= count || wordEnds[token] - starts[token] != lowerWord.length()) {
            return false;
        }
        for (int i = 0; i < lowerWord.length(); i++) {
            if (Character.toLowerCase(text.charAt(starts[token] + i)) != lowerWord.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The token's word in lower case; "" for indices outside. */
    public String word(int token) {
        if (token < 0 || token >= count) {
            return "";
        }
        int id = ids[token];
        return id != Lexicon.UNKNOWN
                ? lexicon.word(id)
                : text.substring(starts[token], wordEnds[token]).toLowerCase(java.util.Locale.ROOT);
    }

    /** The token as written, without a possessive. */
    public String surface(int token) {
        return text.substring(starts[token], wordEnds[token]);
    }

    /** Whether the token is a word or number rather than a sign. */
    public boolean isWord(int token) {
        if (token < 0 || token >= count) {
            return false;
        }
        char last = text.charAt(wordEnds[token] - 1);
        return Character.isLetterOrDigit(last) || wordEnds[token] - starts[token] > 1;
    }

    /** Whether no character stands between this token and the one before. */
    public boolean touchesPrevious(int token) {
        return token > 0 && token < count && ends[token - 1] == starts[token];
    }

    /** The first token that starts at or after an offset; {@code count()} when there is none. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    private void cut() {
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (isLetterOrDigit(c)) {
                i = word(i, i);
            } else if (c == '.' && startsDotted(i)) {
                i = word(i, i + 1);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isIgnorable(c)) {
                i++;
            } else if (isApostrophe(c) && i > 0 && isLetterOrDigit(text.charAt(i - 1))) {
                i++;
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))
                        ? i + 2
                        : i + 1;
                add(i, end, end);
                i = end;
            }
        }
    }

    /** Cuts the word that starts at {@code start}, its letters at {@code from}; returns the offset after it. */
    private int word(int start, int from) {
        int length = text.length();
        int end = from;
        boolean ideographic = isIdeographic(text.charAt(from));
        while (end < length
                && isLetterOrDigit(text.charAt(end))
                && (isIdeographic(text.charAt(end)) == ideographic
                        || Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK)) {
            end++;
        }
        if (!ideographic && Character.isLetter(text.charAt(end - 1))) {
            if (text.startsWith("++", end) && !(end + 2 < length && isLetterOrDigit(text.charAt(end + 2)))) {
                end += 2;
            } else if (end < length
                    && text.charAt(end) == '#'
                    && end - from <= 2
                    && !(end + 1 < length && isLetterOrDigit(text.charAt(end + 1)))) {
                end++;
            }
        }
        int wordEnd = end;
        if (end + 1 < length
                && isApostrophe(text.charAt(end))
                && (text.charAt(end + 1) == 's' || text.charAt(end + 1) == 'S')
                && !(end + 2 < length && isLetterOrDigit(text.charAt(end + 2)))) {
            end += 2;
        }
        add(start, wordEnd, end);
        return end;
    }

    private boolean startsDotted(int dot) {
        boolean before = dot == 0 || !isLetterOrDigit(text.charAt(dot - 1)) && text.charAt(dot - 1) != '.';
        return before && dot + 1 < text.length() && Character.isLetter(text.charAt(dot + 1));
    }

    private void add(int start, int wordEnd, int end) {
        if (count == starts.length) {
            int capacity = count * 2;
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            wordEnds = Arrays.copyOf(wordEnds, capacity);
            ids = Arrays.copyOf(ids, capacity);
            masks = Arrays.copyOf(masks, capacity);
        }
        int id = lexicon.id(text, start, wordEnd);
        int mask = lexicon.mask(id);
        if (Character.isDigit(text.charAt(start))) {
            mask |= Trigger.NUMBER.bit();
        }
        starts[count] = start;
        ends[count] = end;
        wordEnds[count] = wordEnd;
        ids[count] = id;
        masks[count] = mask;
        count++;
    }

    private static boolean isLetterOrDigit(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '´' || c == '`';
    }

    /** Zero-width characters and soft hyphens, which crawled text is full of. */
    private static boolean isIgnorable(char c) {
        return c >= 128 && Character.isIdentifierIgnorable(c);
    }

    private static boolean isIdeographic(char c) {
        return c >= 0x0E00
                && (c >= 0x3040 && c <= 0x9FFF
                        || c >= 0xAC00 && c <= 0xD7AF
                        || c >= 0x0E00 && c <= 0x0E7F
                        || c >= 0xF900 && c <= 0xFAFF);
    }
}
