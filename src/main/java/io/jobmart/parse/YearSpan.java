package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The number or range that stands before a unit. */
final class YearSpan {
    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);
    static final WordSet MONTHS = WordSet.of("month months mos monat monate monaten mois mes meses mês");
    private static final WordSet FILLER =
            WordSet.of("full solid consecutive complete calendar total good progressive whole "
                    + "professional relevant volle continuous recent");
    static final WordSet JOIN = WordSet.of("to or bis à a até oder ou o");
    static final WordSet MORE_WORDS = WordSet.of("more más mais mehr plus");
    private static final WordSet MOST = WordSet.of("maximum max höchstens maximal máximo");

    private final Tokens tokens;
    private final int from;
    private int at;
    int first;
    boolean adjective;
    boolean months;
    BigDecimal min;
    BigDecimal max;

    private YearSpan(Tokens tokens, int unit, int from) {
        this.tokens = tokens;
        this.from = from;
        this.at = unit - 1;
    }

    static YearSpan before(Tokens tokens, int unit, int from) {
        YearSpan span = new YearSpan(tokens, unit, from);
        return span.read(unit) ? span : null;
    }

    BigDecimal highest() {
        return max == null ? min : max;
    }

    private boolean read(int unit) {
        int glued = gluedNumber(tokens, unit);
        months = MONTHS.has(tokens, unit);
        BigDecimal last;
        boolean open = false;
        boolean bracket = false;
        if (glued != Numbers.NONE) {
            last = BigDecimal.valueOf(glued);
            first = unit;
        } else {
            adjective = sign('-') || sign('–') || sign('‑');
            if (adjective) {
                at--;
            }
            for (int i = 0; i < 2 && at >= from && FILLER.has(tokens, at); i++) {
                at--;
            }
            open = open();
            bracket = sign(')');
            if (bracket) {
                at--;
                open |= open();
            }
            last = number();
            if (last == null) {
                return false;
            }
        }
        BigDecimal lower = null;
        if (bracket && sign('(')) {
            // "five (5)": the number in words says the same
            at--;
            first = at + 1;
            open |= open();
            if (number() == null && at >= from && !tokens.is(at, "least")) {
                first = at + 2;
            }
        }
        lower = lower();
        if (bracket && lower != null && sign('(')) {
            at--;
        }
        if (lower != null && lower.compareTo(last) < 0) {
            min = lower;
            max = open ? null : last;
        } else {
            min = last;
            if (sign('+')) {
                first = at;
                at--;
            }
            if (atMost()) {
                max = last;
                min = null;
            }
        }
        if (months) {
            min = min == null ? null : ofMonths(min);
            max = max == null ? null : ofMonths(max);
        }
        return true;
    }

    /** "5+", "5 plus", "5 or more". */
    private boolean open() {
        if (sign('+') || tokens.is(at, "plus")) {
            at--;
            return true;
        }
        // "3 or more", "3 o más", "3 oder mehr"
        if (MORE_WORDS.has(tokens, at) && JOIN.has(tokens, at - 1)) {
            at -= 2;
            return true;
        }
        return false;
    }

    /** "up to 3 years", "less than 2 years". */
    private boolean atMost() {
        return tokens.is(at, "to") && tokens.is(at - 1, "up")
                || tokens.is(at, "than")
                        && (tokens.is(at - 1, "less") || tokens.is(at - 1, "fewer"))
                        && !tokens.is(at - 2, "no")
                || MOST.has(tokens, at)
                || tokens.is(at, "of") && MOST.has(tokens, at - 1)
                || tokens.is(at, "zu") && tokens.is(at - 1, "bis");
    }

    private BigDecimal lower() {
        boolean dash = sign('-') || sign('–') || sign('—') || sign('‑') || sign('~') || sign('/') || sign('−');
        boolean between = tokens.is(at, "and") || tokens.is(at, "und") || tokens.is(at, "et") || tokens.is(at, "y");
        if (at <= from || !dash && !between && !JOIN.has(tokens, at)) {
            return null;
        }
        int before = at;
        int firstBefore = first;
        at--;
        if (tokens.is(at, Trigger.YEARS)) {
            at--;
        }
        boolean closed = sign(')');
        if (closed) {
            at--;
        }
        open();
        BigDecimal lower = number();
        if (lower != null && closed && sign('(')) {
            at--;
            int copy = first;
            if (number() == null) {
                first = copy;
            }
        }
        if (lower == null || between && !isBetween()) {
            at = before;
            first = firstBefore;
            return null;
        }
        return lower;
    }

    private boolean isBetween() {
        return tokens.is(at, "between") || tokens.is(at, "zwischen") || tokens.is(at, "entre");
    }

    private BigDecimal number() {
        if (at < from) {
            return null;
        }
        int whole = Numbers.at(tokens, at);
        if (whole == Numbers.NONE) {
            return null;
        }
        boolean decimal = at - 2 >= from
                && tokens.is(at, Trigger.NUMBER)
                && (ModalityCues.is(tokens, at - 1, '.') || ModalityCues.is(tokens, at - 1, ','))
                && tokens.touchesPrevious(at)
                && tokens.touchesPrevious(at - 1)
                && tokens.is(at - 2, Trigger.NUMBER)
                && whole < 10;
        if (decimal) {
            int before = Numbers.at(tokens, at - 2);
            if (before != Numbers.NONE) {
                at -= 3;
                first = at + 1;
                return plain(BigDecimal.valueOf(before * 10L + whole, 1));
            }
        }
        first = at;
        at--;
        return BigDecimal.valueOf(whole);
    }

    private boolean sign(char sign) {
        return at >= from && ModalityCues.is(tokens, at, sign);
    }

    /** "years", or a number and its unit in one word: "5yrs". */
    static boolean isUnit(Tokens tokens, int i) {
        return tokens.is(i, Trigger.YEARS) || gluedNumber(tokens, i) != Numbers.NONE;
    }

    /** "3年以上", "5 年": the sign for years right behind a number; not that of a year's leave or contract. */
    static boolean isChineseYear(String text, int end) {
        int sign = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return sign < text.length()
                && text.charAt(sign) == '年'
                && (sign + 1 == text.length() || "内內前假会會终終合期薪月齡龄度底".indexOf(text.charAt(sign + 1)) < 0);
    }

    private static int gluedNumber(Tokens tokens, int i) {
        if (!tokens.is(i, Trigger.NUMBER)) {
            return Numbers.NONE;
        }
        String text = tokens.text();
        int end = tokens.wordEnd(i);
        int at = tokens.start(i);
        int number = 0;
        while (at < end && at < tokens.start(i) + 2 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at) - '0';
            at++;
        }
        int rest = end - at;
        if (rest == 0 && isChineseYear(text, end)) {
            return number;
        }
        boolean unit = rest == 1 && Character.toLowerCase(text.charAt(at)) == 'y'
                || rest >= 2
                        && (text.regionMatches(true, at, "yrs", 0, rest)
                                || text.regionMatches(true, at, "years", 0, rest));
        return unit ? number : Numbers.NONE;
    }

    static BigDecimal ofMonths(BigDecimal months) {
        return plain(months.divide(MONTHS_OF_A_YEAR, 2, RoundingMode.HALF_UP));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static void addWords(Lexicon.Builder lexicon) {
        MONTHS.addTo(lexicon, Trigger.YEARS);
        for (WordSet set : List.of(FILLER, JOIN, MORE_WORDS, MOST)) {
            set.addTo(lexicon);
        }
    }
}
