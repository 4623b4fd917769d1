package io.jobmart.parse;

import io.jobmart.text.Tokens;

/** Where names begin and end in a text: words in capitals, and what joins them. */
final class NameWords {
    /** Names have no more words. */
    private static final int LONGEST = 5;

    private final Tokens tokens;
    private final String text;

    NameWords(Tokens tokens) {
        this.tokens = tokens;
        this.text = tokens.text();
    }

    /** The last token of the name that starts at a token; the token before when none does. */
    int end(int from) {
        int last = from - 1;
        for (int k = from; k < from + LONGEST && k < tokens.count(); k++) {
            if (k > from && !sameLine(k - 1)) {
                break;
            }
            if (isNameWord(k)) {
                last = k;
            } else if (!(last == k - 1 && k > from && isJoint(k) && k + 1 < tokens.count() && isNameWord(k + 1))) {
                break;
            }
        }
        return last;
    }

    /** The first token of the name that ends at a token; -1 when none does. */
    int start(int to) {
        int first = -1;
        for (int k = to; k >= 0 && k > to - LONGEST; k--) {
            if (k < to && !sameLine(k)) {
                break;
            }
            if (isNameWord(k)) {
                first = k;
            } else if (!(k < to && first == k + 1 && isJoint(k) && k > 0 && isNameWord(k - 1))) {
                break;
            }
        }
        return first;
    }

    /** "Lakeside", "dHarbour", "10Piers", "9to9" before another name. */
    boolean isNameWord(int k) {
        if (!tokens.isWord(k)) {
            return false;
        }
        if (Character.isUpperCase(text.charAt(tokens.start(k)))) {
            return true;
        }
        for (int i = tokens.start(k) + 1; i < tokens.wordEnd(k); i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return Character.isDigit(text.charAt(tokens.start(k)))
                && tokens.word(k).chars().anyMatch(Character::isLetter)
                && k + 1 < tokens.count()
                && Character.isUpperCase(text.charAt(tokens.start(k + 1)));
    }

    /** "Pier & Sons", "Bank of Lakeside", "Lake-Side". */
    private boolean isJoint(int k) {
        return tokens.is(k, "&")
                || tokens.is(k, "of")
                || (tokens.is(k, "-") || tokens.is(k, "+"))
                        && tokens.touchesPrevious(k)
                        && k + 1 < tokens.count()
                        && tokens.touchesPrevious(k + 1);
    }

    /** Whether a token and the next stand on one line. */
    boolean sameLine(int token) {
        int end = token + 1 < tokens.count() ? tokens.start(token + 1) : text.length();
        for (int i = tokens.end(token); i < end; i++) {
            if (text.charAt(i) == '\n') {
                return false;
            }
        }
        return true;
    }
}
