package io.jobmart.text;

import java.util.Arrays;

/**
 * The words and signs of a text, cut once and shared by every reader.
 *
 * <p>A token is a run of letters and digits, or a single other character that is not blank. What belongs to a name stays
 * with it: {@code C++}, {@code C#}, {@code F#}, and a leading dot ({@code .NET}). A possessive "'s" is part of the token
 * and not of its word: {@code Bachelor's} has the word {@code bachelor}; other apostrophes only separate
 * ({@code d'expérience} is {@code d}, {@code expérience}). Latin letters are cut from Chinese, Japanese and Korean ones
 * ({@code 熟悉Java开发}), which are written without blanks. Two words that were glued where a line ended are two
 * ({@code languagesDue}, {@code SolidWorksIn}) when both are known and their whole is not.
 */
public final class Tokens {
    /** The bit of a mask that tells words and numbers from signs; triggers have the lower ones. */
    private static final int WORD = 1 << 31;
    /** Characters that share an entry of {@link #firsts}, as a power of two. */
    private static final int STRIDE = 5;
    /** Longer runs of letters are not looked at for words that were glued. */
    private static final int LONGEST_GLUED = 60;

    private final String text;
    /** The text once more: reading it costs half of what a string's characters cost. */
    private final char[] chars;

    private final Lexicon lexicon;
    private int count;
    private int[] starts;
    private int[] ends;
    /** Where the word ends, before any possessive. */
    private int[] wordEnds;

    private int[] ids;
    private int[] masks;
    private long[] hashes;
    /** The first token that starts at or after every 32nd character. */
    private int[] firsts;

    private static final int[] NO_SEAMS = {};
    /** Where a word ends and another begins without a sign between them, in order. */
    private int[] seams = NO_SEAMS;

    private int nextSeam;

    private Tokens(String text, Lexicon lexicon) {
        this.text = text;
        this.chars = text.toCharArray();
        this.lexicon = lexicon;
        int capacity = Math.max(16, text.length() / 4);
        starts = new int[capacity];
        ends = new int[capacity];
        wordEnds = new int[capacity];
        ids = new int[capacity];
        masks = new int[capacity];
        hashes = new long[capacity];
    }

    /** Cuts a document's text, also within a run of letters where a block begins. */
    public static Tokens of(Document document, Lexicon lexicon) {
        Tokens tokens = new Tokens(document.text(), lexicon);
        tokens.seams = seams(document);
        tokens.cut();
        tokens.index();
        return tokens;
    }

    private static int[] seams(Document document) {
        String text = document.text();
        int[] seams = NO_SEAMS;
        int count = 0;
        for (Block block : document.blocks()) {
            int start = block.start();
            if (start > 0
                    && start < text.length()
                    && (isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')
                    && isLetterOrDigit(text.charAt(start))) {
                seams = count == seams.length ? Arrays.copyOf(seams, count * 2 + 8) : seams;
                seams[count++] = start;
            }
        }
        return count == seams.length ? seams : Arrays.copyOf(seams, count);
    }

    /** Cuts a text. Linear in its length. */
    public static Tokens of(String text, Lexicon lexicon) {
        Tokens tokens = new Tokens(text, lexicon);
        tokens.cut();
        tokens.index();
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
            if (Lexicon.lower(chars[starts[token] + i]) != lowerWord.charAt(i)) {
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
        return token >= 0 && token < count && (masks[token] & WORD) != 0;
    }

    /** A hash of the token's word in lower case, the same in every text. */
    public long hash(int token) {
        return hashes[token];
    }

    /** Whether no character stands between this token and the one before. */
    public boolean touchesPrevious(int token) {
        return token > 0 && token < count && ends[token - 1] == starts[token];
    }

    /** The first token that starts at or after an offset; {@code count()} when there is none. */
    public int at(int offset) {
        if (offset <= 0) {
            return 0;
        }
        int block = offset >>> STRIDE;
        int token = block < firsts.length ? firsts[block] : count;
        while (token < count && starts[token] < offset) {
            token++;
        }
        return token;
    }

    private void index() {
        firsts = new int[(chars.length >>> STRIDE) + 1];
        int token = 0;
        for (int block = 0; block < firsts.length; block++) {
            while (token < count && starts[token] < block << STRIDE) {
                token++;
            }
            firsts[block] = token;
        }
    }

    private void cut() {
        int length = chars.length;
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (isLetterOrDigit(c)) {
                i = word(i, i);
            } else if (c == '.' && startsDotted(i) && !isBlockStart(i + 1)) {
                i = word(i, i + 1);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isIgnorable(c)) {
                i++;
            } else if (isApostrophe(c) && i > 0 && isLetterOrDigit(chars[i - 1])) {
                i++;
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1])
                        ? i + 2
                        : i + 1;
                add(i, end, end);
                i = end;
            }
        }
    }

    /** Cuts the word that starts at {@code start}, its letters at {@code from}; returns the offset after it. */
    private int word(int start, int from) {
        int length = chars.length;
        isBlockStart(from);
        if (nextSeam < seams.length && seams[nextSeam] == from) {
            nextSeam++;
        }
        length = nextSeam < seams.length ? seams[nextSeam] : length;
        int end = from;
        boolean ideographic = isIdeographic(chars[from]);
        while (end < length
                && isLetterOrDigit(chars[end])
                && (isIdeographic(chars[end]) == ideographic
                        || Character.getType(chars[end]) == Character.NON_SPACING_MARK)) {
            end++;
        }
        if (!ideographic && Character.isLetter(chars[end - 1])) {
            if (text.startsWith("++", end) && !(end + 2 < length && isLetterOrDigit(chars[end + 2]))) {
                end += 2;
            } else if (end < length
                    && chars[end] == '#'
                    && end - from <= 2
                    && !(end + 1 < length && isLetterOrDigit(chars[end + 1]))) {
                end++;
            }
        }
        int wordEnd = end;
        if (end + 1 < length
                && isApostrophe(chars[end])
                && (chars[end + 1] == 's' || chars[end + 1] == 'S')
                && !(end + 2 < length && isLetterOrDigit(chars[end + 2]))) {
            end += 2;
        }
        add(start, wordEnd, end);
        if (ids[count - 1] == Lexicon.UNKNOWN
                && !ideographic
                && wordEnd - start >= 5
                && wordEnd - start <= LONGEST_GLUED) {
            unglue(start, wordEnd, end);
        }
        return end;
    }

    /** Cuts the last token where a line break was lost within it; {@code after} is behind its possessive. */
    private void unglue(int start, int end, int after) {
        int from = start;
        boolean small = true;
        for (int i = start + 2; i < end; i++) {
            if (!isSeam(i, end)) {
                continue;
            }
            int left = lexicon.id(chars, from, i);
            small = small && i - from >= 4 && (isSmall(from, i) || isNumber(from, i));
            if (left == Lexicon.UNKNOWN && !small) {
                continue;
            }
            int next = i + 1;
            while (next < end && !isSeam(next, end)) {
                next++;
            }
            int right = lexicon.id(chars, i, next);
            boolean number = Character.isDigit(chars[i]);
            boolean starts = (lexicon.mask(right) & Trigger.START.bit()) != 0;
            boolean plain = i - from >= 3 && Character.isLowerCase(chars[from]);
            boolean known = left != Lexicon.UNKNOWN;
            if (starts || known && (plain && right != Lexicon.UNKNOWN || number && plain && countsYears(next, end))) {
                count--;
                add(from, i, i);
                add(i, end, after);
                from = i;
            }
        }
    }

    private boolean isSmall(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isLowerCase(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumber(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(chars[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a capital that begins a word, or a number, stands right behind a letter. */
    private boolean isSeam(int i, int end) {
        char before = chars[i - 1];
        char c = chars[i];
        if (Character.isDigit(c)) {
            return Character.isLowerCase(before);
        }
        return Character.isUpperCase(c)
                && (Character.isLowerCase(before) || Character.isUpperCase(before) || Character.isDigit(before))
                && (i + 1 < end ? Character.isLowerCase(chars[i + 1]) : Character.isLowerCase(before));
    }

    /** "degree5+ years", "degree5 years". */
    private boolean countsYears(int next, int end) {
        return next == end && (text.startsWith("+ y", end) || text.startsWith(" y", end) || text.startsWith("-", end));
    }

    /** Whether a block begins there without a blank before it; asked for offsets that go forward. */
    private boolean isBlockStart(int offset) {
        while (nextSeam < seams.length && seams[nextSeam] < offset) {
            nextSeam++;
        }
        return nextSeam < seams.length && seams[nextSeam] == offset;
    }

    private boolean startsDotted(int dot) {
        boolean before = dot == 0 || !isLetterOrDigit(chars[dot - 1]) && chars[dot - 1] != '.';
        return before && dot + 1 < text.length() && Character.isLetter(chars[dot + 1]);
    }

    private void add(int start, int wordEnd, int end) {
        if (count == starts.length) {
            int capacity = count * 2;
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            wordEnds = Arrays.copyOf(wordEnds, capacity);
            ids = Arrays.copyOf(ids, capacity);
            masks = Arrays.copyOf(masks, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
        int id = lexicon.id(chars, start, wordEnd);
        int mask = lexicon.mask(id);
        if (Character.isDigit(chars[start])) {
            mask |= Trigger.NUMBER.bit();
        }
        if (wordEnd - start > 1 || Character.isLetterOrDigit(chars[start])) {
            mask |= WORD;
        }
        long hash = 1125899906842597L;
        for (int i = start; i < wordEnd; i++) {
            hash = hash * 31 + Lexicon.lower(chars[i]);
        }
        hashes[count] = hash;
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
