package io.jobmart.text;

/** Classes of characters as they occur in crawled text. */
final class Characters {
    private Characters() {}

    /** Any space, tab or line break, no-break and other Unicode spaces among them. */
    static boolean isBlank(char c) {
        if (c < 128) {
            return c <= ' ';
        }
        return c == '\u00A0' || c == '\u0085' || c >= '\u1680' && Character.isSpaceChar(c);
    }

    /** Zero-width characters and soft hyphens. The zero-width joiner is not among them: emoji and scripts need it. */
    static boolean isInvisible(char c) {
        return c == '\u00AD'
                || c == '\u200B'
                || c == '\u200C'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    /** Whether a reader sees the character. */
    static boolean isVisible(char c) {
        return c < 128 ? c > ' ' : !isBlank(c) && !isInvisible(c);
    }

    static int skipBlanks(CharSequence text, int from, int to) {
        int i = from;
        while (i < to && (isBlank(text.charAt(i)) || isInvisible(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    static int trimEnd(CharSequence text, int from, int to) {
        int end = to;
        while (end > from && (isBlank(text.charAt(end - 1)) || isInvisible(text.charAt(end - 1)))) {
            end--;
        }
        return end;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '´' || c == '`';
    }
}
