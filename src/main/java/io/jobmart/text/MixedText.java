package io.jobmart.text;

import io.jobmart.model.EncodingFlavour;
import java.util.Arrays;

/**
 * A text of which only a part is mojibake: a template in one character set around a description in another, or a
 * paragraph pasted from elsewhere. Here every sequence is judged by itself and by what stands beside it, so that the
 * clean rest stays as it is.
 *
 * <p>A sequence is strong when clean text of no language has it ({@code â€™}, {@code Ã©} after a small letter,
 * {@code ‚Äô}). One that clean text may have, such as a capital or an accented letter before a closing mark
 * ({@code AMANHÃ”}, {@code é »}), needs strong ones close by and nothing around that speaks against it.
 */
final class MixedText {
    /** So many strong sequences in a text let a lone capital with a mark behind it in another line count as well. */
    private static final int CONVINCING = 3;

    /** What may follow a letter in clean text. */
    private static final String MARKS = "’”…–—»«®™°\u00A0›“‘‹";

    /** The accents of decomposed letters, as one family of file systems writes them. */
    private static final String ACCENTS = "\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327\u0328";

    private static final byte CLEAN = 0;
    private static final byte WEAK = 1;
    private static final byte CAPITAL = 2;
    private static final byte LETTER = 3;
    private static final byte IDEOGRAPH = 4;
    private static final byte STRONG = 5;
    private static final byte LOST = 6;

    private final String text;
    private final boolean windows;
    private final short[] bytes;

    // The sequences outside ASCII in order; a clean character is one of length 1.
    private int size;
    private int[] starts = new int[64];
    private int[] codePoints = new int[64];
    private byte[] lengths = new byte[64];
    private byte[] kinds = new byte[64];
    private int strong;
    private int covered;
    private boolean lossy;

    MixedText(String text, EncodingFlavour flavour) {
        this.text = text;
        this.windows = flavour == EncodingFlavour.CP1252;
        this.bytes = EncodingRepair.table(flavour);
        collect();
        joinRuns();
    }

    /** How many sequences are certainly mojibake. */
    int strong() {
        return strong;
    }

    /** How many characters the certain ones have now: of two readings the one that explains more is right. */
    int covered() {
        return covered;
    }

    /** Whether characters of the mojibake are not all there: known after {@link #write()}. */
    boolean lossy() {
        return lossy;
    }

    /** The text with its mojibake repaired and all else as it was. */
    String write() {
        StringBuilder out = new StringBuilder(text.length());
        int written = 0;
        for (int from = 0; from < size; ) {
            int to = segmentEnd(from);
            boolean hasStrong = false;
            boolean hasClean = false;
            for (int i = from; i < to; i++) {
                hasStrong |= kinds[i] >= STRONG;
                hasClean |= kinds[i] == CLEAN;
            }
            for (int i = from; i < to; i++) {
                boolean accepted = kinds[i] >= STRONG
                        || kinds[i] != CLEAN && !hasClean && (hasStrong || kinds[i] != WEAK && strong >= CONVINCING);
                if (!accepted) {
                    continue;
                }
                out.append(text, written, starts[i]).appendCodePoint(codePoints[i]);
                written = starts[i] + lengths[i];
                lossy |= kinds[i] == LOST;
            }
            from = to;
        }
        return out.append(text, written, text.length()).toString();
    }

    private void collect() {
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) < 0x80) {
                i++;
                continue;
            }
            i += sequence(i);
        }
    }

    /** Notes the sequence that begins here and gives its length. */
    private int sequence(int at) {
        int lead = bytes[text.charAt(at)];
        int needed = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        int codePoint = lead & (0x3F >> needed);
        boolean marks = true;
        int seen = 0;
        while (seen < needed && at + 1 + seen < text.length()) {
            char c = text.charAt(at + 1 + seen);
            int b = c < 0x80 ? -1 : bytes[c];
            if (b < 0x80 || b > 0xBF) {
                break;
            }
            codePoint = codePoint << 6 | b & 0x3F;
            marks &= MARKS.indexOf(c) >= 0;
            seen++;
        }
        if (needed > 0 && seen == needed) {
            byte kind = needed == 1
                    ? kindOfTwo(at, codePoint, marks)
                    : needed == 2
                            ? kindOfThree(codePoint, marks && (lead != 0xE2 || Character.isLetter(before(at))))
                            : kindOfFour(codePoint);
            if (kind != CLEAN) {
                add(at, needed + 1, codePoint, kind);
                return needed + 1;
            }
        } else if (windows && needed == 2 && seen == 1 && lead == 0xE2 && text.charAt(at + 1) == '€') {
            // Of the bytes that windows-1252 leaves undefined only 9D makes a common character after E2 80.
            boolean replaced = at + 2 < text.length() && text.charAt(at + 2) == '\uFFFD';
            add(at, replaced ? 3 : 2, '”', LOST);
            return replaced ? 3 : 2;
        } else if (needed == 3 && seen > 0 && bytes[text.charAt(at + 1)] == 0x9F) {
            // An emoji of which a byte is missing stays as it is.
            lossy = true;
        }
        add(at, 1, text.charAt(at), CLEAN);
        return 1;
    }

    private byte kindOfTwo(int at, int codePoint, boolean mark) {
        if (codePoint >= 0xA0 && codePoint <= 0xFF) {
            return windows && mark && Character.isUpperCase(before(at)) ? CAPITAL : STRONG;
        }
        if (codePoint < 0xA0) {
            // A control character of text that was read wrongly twice; clean text has none.
            return windows && !Character.isISOControl(text.charAt(at + 1)) ? CLEAN : STRONG;
        }
        if (windows && text.charAt(at) == 'Ä' && before(at) == '‚') {
            // The middle of a mark that was read as Mac Roman: ‚Ä¢
            return CLEAN;
        }
        if (codePoint == 0x192) {
            // Æ’: the sign ƒ of text that was read wrongly twice, or a ligature before an apostrophe
            return CAPITAL;
        }
        if (codePoint >= 0x2B0 && codePoint <= 0x2FF) {
            // In Mac Roman the lead may be a blank that clean text has before a letter.
            return !mark && text.charAt(at) != '\u00A0' ? STRONG : WEAK;
        }
        if (codePoint >= 0x100 && codePoint <= 0x17F) {
            return windows && mark ? CAPITAL : STRONG;
        }
        if (codePoint == 0x1A0 || codePoint == 0x1A1 || codePoint == 0x1AF || codePoint == 0x1B0) {
            return mark ? CAPITAL : STRONG;
        }
        if (codePoint >= 0x218 && codePoint <= 0x21B) {
            return mark || !windows ? CAPITAL : STRONG;
        }
        if (ACCENTS.indexOf(codePoint) >= 0) {
            return before(at) >= 'a' && before(at) <= 'z' ? STRONG : WEAK;
        }
        boolean letter = codePoint >= 0x386 && codePoint <= 0x3CE
                || codePoint >= 0x400 && codePoint <= 0x491
                || codePoint >= 0x5D0 && codePoint <= 0x5EA
                || codePoint >= 0x60C && codePoint <= 0x6CC;
        return letter ? LETTER : CLEAN;
    }

    private char before(int at) {
        return at > 0 ? text.charAt(at - 1) : ' ';
    }

    private static byte kindOfThree(int codePoint, boolean marks) {
        if (codePoint >= 0x2000 && codePoint <= 0x2BFF || codePoint >= 0x1E00 && codePoint <= 0x1EFF) {
            return !Character.isDefined(codePoint) ? CLEAN : marks ? WEAK : STRONG;
        }
        if (codePoint >= 0x3000 && codePoint <= 0x9FFF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0x900 && codePoint <= 0xE7F) {
            return marks ? WEAK : IDEOGRAPH;
        }
        boolean sign = codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xFB00 && codePoint <= 0xFB04
                || codePoint >= 0xFF00 && codePoint <= 0xFFEF
                || codePoint == 0xFEFF
                || codePoint == 0xFFFD
                || codePoint == 0xF8FF;
        return sign ? STRONG : CLEAN;
    }

    private static byte kindOfFour(int codePoint) {
        boolean sign = codePoint >= 0x1D400 && codePoint <= 0x1FAFF
                || codePoint >= 0x20000 && codePoint <= 0x2FFFF
                || codePoint >= 0xE0020 && codePoint <= 0xE007F;
        return sign ? STRONG : CLEAN;
    }

    /** Sequences that follow each other without anything between speak for each other. */
    private void joinRuns() {
        for (int from = 0; from < size; ) {
            int to = from;
            int letters = 0;
            int ideographs = 0;
            boolean certain = false;
            do {
                certain |= kinds[to] >= STRONG;
                letters += kinds[to] == LETTER ? 1 : 0;
                ideographs += kinds[to] == IDEOGRAPH ? 1 : 0;
                to++;
            } while (to < size
                    && kinds[to] != CLEAN
                    && kinds[to - 1] != CLEAN
                    && starts[to] == starts[to - 1] + lengths[to - 1]);
            boolean whole = kinds[from] != CLEAN && (certain || letters >= 3 || ideographs >= 2);
            for (int i = from; i < to; i++) {
                kinds[i] = whole && kinds[i] < STRONG ? STRONG : kinds[i];
                strong += kinds[i] >= STRONG ? 1 : 0;
                covered += kinds[i] >= STRONG ? lengths[i] : 0;
            }
            from = to;
        }
    }

    /** Where the line, element or string of a sequence ends, as an index of sequences. */
    private int segmentEnd(int from) {
        int next = from + 1;
        int at = starts[from] + lengths[from];
        while (next < size) {
            for (; at < starts[next]; at++) {
                char c = text.charAt(at);
                if (c < ' ' && c != '\t' || c == '<' || c == '.' && text.charAt(at + 1) == ' ') {
                    return next;
                }
            }
            at = starts[next] + lengths[next];
            next++;
        }
        return size;
    }

    private void add(int start, int length, int codePoint, byte kind) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            codePoints = Arrays.copyOf(codePoints, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        starts[size] = start;
        codePoints[size] = codePoint;
        lengths[size] = (byte) length;
        kinds[size] = kind;
        size++;
    }
}
