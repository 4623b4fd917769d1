package io.jobmart.text;

/** Bullets and numbers that stand before items, and signs that only decorate a line. */
final class Bullets {
    private static final String SIGNS = "•·∙⋅▪▫■□●○◦◆◇◾◽‣⁃►▶▸➢➤➔→➜➣❖★☆✓✔✅☑✦✧✪✱»›❯";
    private static final String DASHES = "-–—−‐‑*+~";

    private Bullets() {}

    /** Whether the character is a bullet wherever it stands between blanks. */
    static boolean isSign(char c) {
        return c > 127 && SIGNS.indexOf(c) >= 0;
    }

    /** The offset after a bullet or number at {@code from} and the blanks after it; {@code from} when there is none. */
    static int skip(CharSequence text, int from, int to) {
        if (from >= to) {
            return from;
        }
        char c = text.charAt(from);
        int after = from;
        if (c < 128 ? DASHES.indexOf(c) >= 0 : isSign(c) || DASHES.indexOf(c) >= 0) {
            after = from + 1;
            while (after < to && (isSign(text.charAt(after)) || text.charAt(after) == '\uFE0F')) {
                after++;
            }
            char next = after < to ? text.charAt(after) : ' ';
            boolean separated = Characters.isBlank(next);
            if (!separated && !isSign(c) && !(isDash(c) || c == '*')
                    || !separated && !Character.isLetter(next) && !isSign(c)) {
                return from;
            }
        } else if (Character.isHighSurrogate(c) && from + 1 < to && isSignEmoji(Character.codePointAt(text, from))) {
            after = from + 2;
            if (after < to && text.charAt(after) == '\uFE0F') {
                after++;
            }
        } else if (c == 'o' && from + 1 < to && text.charAt(from + 1) == '\u00A0') {
            after = from + 1;
        } else if (c >= '0' && c <= '9' || c == '(') {
            after = afterNumber(text, from, to);
            if (after == from) {
                return from;
            }
        } else if (c == '\uF0B7' || c == '\uF0A7' || c == '\uF0D8' || c == '\uF076' || c == '\uF02D' || c == '\uF06E') {
            // Wingdings and Symbol bullets of word processors, in the private use area.
            after = from + 1;
        } else {
            return from;
        }
        int words = Characters.skipBlanks(text, after, to);
        return words < to ? words : from;
    }

    static boolean isNumber(CharSequence text, int from) {
        char c = text.charAt(from);
        return c >= '0' && c <= '9' || c == '(';
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '−' || c == '‐' || c == '‑';
    }

    /** Coloured diamonds, squares and circles, check marks and pointing hands: bullets of chat and issue trackers. */
    private static boolean isSignEmoji(int codePoint) {
        return codePoint >= 0x1F534 && codePoint <= 0x1F53B
                || codePoint == 0x1F449
                || codePoint >= 0x1F7E0 && codePoint <= 0x1F7EB
                || codePoint == 0x1F5F8
                || codePoint == 0x1F518
                || codePoint == 0x1F4CC;
    }

    /** "1. ", "12) ", "(3) ", "1、"; the dot of "3.5" is none. */
    private static int afterNumber(CharSequence text, int from, int to) {
        int i = text.charAt(from) == '(' ? from + 1 : from;
        int digits = i;
        while (i < to && i - digits < 3 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        if (i == digits || i - digits > 2 || i >= to) {
            return from;
        }
        char mark = text.charAt(i);
        if (text.charAt(from) == '(' ? mark != ')' : mark != '.' && mark != ')' && mark != '、' && mark != '．') {
            return from;
        }
        i++;
        if (i >= to) {
            return from;
        }
        boolean separated = Characters.isBlank(text.charAt(i)) || mark == '、' || text.charAt(i) >= '\u3040';
        return separated ? i : from;
    }

    /** The offset after emoji and other ornaments that stand before the words of a line. */
    static int skipDecoration(CharSequence text, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c < 128) {
                if (c == ' ' && i > from) {
                    i++;
                    continue;
                }
                break;
            }
            int codePoint = Character.codePointAt(text, i);
            boolean ornament = codePoint >= 0x2190 && codePoint <= 0x2BFF
                    || codePoint >= 0x1F000 && codePoint <= 0x1FAFF
                    || codePoint == 0xFE0F
                    || codePoint == 0x200D
                    || codePoint == 0xFFFC;
            if (!ornament) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }
}
