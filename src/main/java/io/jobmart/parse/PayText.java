package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.PayKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;

/** Pay in the running text: which of its amounts are pay, and praise of pay without an amount. */
final class PayText {
    /** Bound on candidates looked at in one posting: hostile text is nothing but numbers. */
    private static final int MAX_CANDIDATES = 400;

    private final PostingView view;
    private final PayStatements statements;
    private int chainEnd = -1;
    private PayRange pendingMin;
    private PayRange last;
    private PayKind lastKind;

    private PayText(PostingView view, PayStatements statements) {
        this.view = view;
        this.statements = statements;
    }

    static void read(PostingView view, PayStatements statements) {
        PayText text = new PayText(view, statements);
        text.amounts();
        text.lastMinimum();
    }

    private void amounts() {
        String text = view.text();
        Tokens tokens = view.tokens();
        int floor = 0;
        int candidates = 0;
        int count = tokens.count();
        for (int token = 0; token < count; token++) {
            int start = tokens.start(token);
            if (!tokens.is(token, Trigger.NUMBER)) {
                if (!endsInNumber(text, start, tokens.wordEnd(token))) {
                    continue;
                }
                // "RM2,250", "USD120k"
                while (!Amount.isDigit(text.charAt(start))) {
                    start++;
                }
            }
            if (start < floor || !Amount.isDigit(text.charAt(start))) {
                continue;
            }
            int stop = start + 1;
            while (stop < text.length() && Amount.isDigit(text.charAt(stop))) {
                stop++;
            }
            if (!promising(text, start, stop)) {
                continue;
            }
            PayRange range = PayRange.at(text, start, floor);
            if (range == null || range.high() <= 0) {
                continue;
            }
            if (++candidates > MAX_CANDIDATES) {
                return;
            }
            judge(text, range);
            floor = Math.max(range.end(), stop);
        }
        if (statements.isEmpty() && !statements.withoutValue() && saysWithoutValue()) {
            statements.addWithoutValue();
        }
    }

    private static boolean endsInNumber(String text, int start, int end) {
        if (end - start < 2) {
            return false;
        }
        char last = text.charAt(end - 1);
        return Amount.isDigit(last) || (last == 'k' || last == 'K') && Amount.isDigit(text.charAt(end - 2));
    }

    /** Whether a number may be money at all: by a glance at the characters around it. */
    private static boolean promising(String text, int start, int stop) {
        int before = start - 1;
        while (before >= 0
                && before > start - 4
                && (Amount.isBlank(text.charAt(before)) || Amount.isFiller(text.charAt(before)))) {
            before--;
        }
        if (before >= 0) {
            char b = text.charAt(before);
            if (Currencies.ofSign(b) != null || isUpper(b) && before > 0 && isUpper(text.charAt(before - 1))) {
                return true;
            }
            if (b == 'ł'
                    || b == '.' && before > 1 && text.charAt(before - 1) == 's' && text.charAt(before - 2) == 'R'
                    || b == 's' && before > 0 && text.charAt(before - 1) == 'R'
                    || before > 1
                            && Character.isLetter(b)
                            && before < start - 1
                            && Currencies.ofWord(text.substring(Math.max(0, before - 2), before + 1)) != null) {
                return true;
            }
        }
        if (stop >= text.length()) {
            return stop - start >= 5;
        }
        char a = text.charAt(stop);
        if (a == 't' && text.startsWith("tr", stop)
                || a == 'k'
                || a == 'K'
                || Currencies.ofSign(a) != null
                || stop - start >= 4
                || isUpper(a) && isMoneyWord(text, stop)) {
            return true;
        }
        if (stop + 3 < text.length()
                && (a == ',' || a == '.' || a == ' ' || a == '\u00a0' || a == '\'' || a == '’' || a == '\u202f')
                && Amount.isDigit(text.charAt(stop + 1))
                && Amount.isDigit(text.charAt(stop + 2))) {
            return true;
        }
        // "60–80k", "$" after a blank, "15 LPA", "25 EUR/h"
        if (isRangeSign(a)
                || Amount.isBlank(a)
                        && stop + 1 < text.length()
                        && (isRangeSign(text.charAt(stop + 1))
                                || Currencies.ofSign(text.charAt(stop + 1)) != null
                                || isMoneyWord(text, stop + 1))) {
            return true;
        }
        return (a == '.' || a == ',') && stop + 1 < text.length() && Amount.isDigit(text.charAt(stop + 1))
                || beginsRange(text, stop);
    }

    /** "16 à 20 €", "between 18 and 22 dollars": only what follows the second number says that the first is money. */
    private static boolean beginsRange(String text, int stop) {
        int word = PayRange.skipBlanks(text, stop);
        int end = PayRange.wordEnd(text, word);
        if (word == stop || !PayRange.isBetween(text.substring(word, end))) {
            return false;
        }
        int number = PayRange.skipBlanks(text, end);
        int i = number;
        while (i < text.length()
                && i < number + 8
                && (Amount.isDigit(text.charAt(i)) || i > number && (text.charAt(i) == '.' || text.charAt(i) == ','))) {
            i++;
        }
        int after = PayRange.skipBlanks(text, i);
        return i > number
                && after < text.length()
                && (Currencies.ofSign(text.charAt(after)) != null || isMoneyWord(text, after));
    }

    private static boolean isRangeSign(char c) {
        return c == '-' || c == '–' || c == '—';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isMoneyWord(String text, int start) {
        int end = start;
        while (end < text.length() && end < start + 8 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end == start || end > start + 7) {
            return false;
        }
        String word = text.substring(start, end);
        return Currencies.ofWord(word) != null
                || word.equalsIgnoreCase("k")
                || word.equals("L")
                || word.equalsIgnoreCase("lpa")
                || word.equalsIgnoreCase("lakh")
                || word.equalsIgnoreCase("triệu");
    }

    /** Accepts a range of the text as pay, or not. */
    private void judge(String text, PayRange range) {
        PayContext context = PayContext.of(view, range, chainEnd, goesOn(text, range));
        if (pendingMin != null) {
            PayRange min = pendingMin;
            if (range.start() - min.end() > 120) {
                pendingMin = null;
                addText(text, min, PayKind.BASE, PayContext.of(view, min, -1));
            } else if (context.label == 'm') {
                return;
            } else if (context.label == 'M' && range.high() >= min.low()) {
                pendingMin = null;
                addText(text, min.spanning(range), PayKind.BASE, PayContext.of(view, min, -1));
                return;
            }
        }
        if (context.verdict == null) {
            return;
        }
        if (context.label == 'l' && !range.range() && hasMaximumAfter(text, range.end())) {
            pendingMin = new PayRange(
                    range.start(),
                    range.end(),
                    range.low(),
                    range.low(),
                    range.currency(),
                    range.period(),
                    range.grossNet(),
                    range.marked(),
                    range.millions(),
                    false,
                    false);
            return;
        }
        boolean least = context.label == 'l' && !range.range() && context.verdict == PayKind.BASE;
        addText(text, least ? atLeast(range) : range, context.verdict, context);
    }

    /** "A minimum salary of $90,000" says nothing of the most. */
    private static PayRange atLeast(PayRange range) {
        return new PayRange(
                range.start(),
                range.end(),
                range.low(),
                -1,
                range.currency(),
                range.period(),
                range.grossNet(),
                range.marked(),
                range.millions(),
                false,
                false);
    }

    /** Whether a single amount is one more of a list: alike in currency and size, and joined to the one before. */
    private boolean goesOn(String text, PayRange range) {
        if (last == null
                || lastKind != PayKind.BASE
                || range.range()
                || range.start() < last.end()
                || range.start() - last.end() > 36
                || !sameSign(text, range)
                || range.low() > last.high() * 3
                || range.low() * 3 < last.low() * 2) {
            return false;
        }
        String gap = text.substring(last.end(), range.start());
        if (gap.indexOf('\n') >= 0 || gap.contains(". ")) {
            return false;
        }
        String joint = gap.strip();
        return joint.endsWith("/")
                || joint.endsWith(";")
                || joint.equals("and")
                || joint.endsWith("; and")
                || joint.endsWith(") and")
                || joint.equals("or");
    }

    private boolean sameSign(String text, PayRange range) {
        return range.currency() != null
                && text.charAt(range.start()) == text.charAt(last.start())
                && (range.currency().equals(last.currency()) || Currencies.isShared(range.currency()));
    }

    private static boolean hasMaximumAfter(String text, int from) {
        int limit = Math.min(text.length() - 3, from + 100);
        for (int i = from; i < limit; i++) {
            if (text.regionMatches(true, i, "max", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    private void addText(String text, PayRange range, PayKind kind, PayContext context) {
        PayRange read = new PayRange(
                range.start(),
                range.end(),
                range.min(),
                range.max(),
                context.currency(range.currency()),
                range.period() != null ? range.period() : context.period(range),
                range.grossNet() != null ? range.grossNet() : context.grossNet,
                range.marked(),
                range.millions(),
                range.range(),
                range.swapped());
        chainEnd = range.end();
        last = read;
        lastKind = kind;
        statements.add(
                read,
                kind,
                ValueStatus.PARSED,
                text.substring(range.start(), range.end()),
                Evidence.text(range.start(), range.end(), range.range() ? "pay.range" : "pay.amount"));
    }

    /** "Competitive salary", "attraktives Gehalt": an adjective of praise beside a word of pay. */
    private boolean saysWithoutValue() {
        Tokens tokens = view.tokens();
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.PAY)) {
                continue;
            }
            if (isOther(tokens, i)) {
                continue;
            }
            for (int j = i - 1; j >= 0 && j >= i - 5; j--) {
                if (tokens.id(j) != Lexicon.UNKNOWN
                        && PayWords.PRAISE.contains(tokens.word(j))
                        && clause(tokens, j, i)) {
                    return true;
                }
            }
            int after = i + 1;
            while (after <= i + 4 && after < tokens.count() && PayWords.LINK.contains(tokens.word(after))) {
                after++;
            }
            if (after < tokens.count() && PayWords.AFTER.contains(tokens.word(after)) && clause(tokens, i, after)) {
                return true;
            }
        }
        return false;
    }

    /** "Generous paid time off", "generous benefits package": praise of something else than pay. */
    private static boolean isOther(Tokens tokens, int i) {
        return switch (tokens.word(i)) {
            case "package" ->
                tokens.is(i - 1, "benefits")
                        || tokens.is(i - 1, "benefit")
                        || tokens.is(i - 1, "relocation")
                        || tokens.is(i - 1, "healthcare")
                        || tokens.is(i - 1, "insurance")
                        || tokens.is(i - 1, "equity");
            // "Competitive pay for weekend shifts"
            case "pay" -> tokens.is(i - 1, "we") || tokens.is(i + 1, "attention");
            default -> PayContext.notPay(tokens, i);
        };
    }

    private static boolean clause(Tokens tokens, int from, int to) {
        String text = tokens.text();
        for (int i = tokens.end(from); i < tokens.start(to); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '.' || c == ';' || c == '!') {
                return false;
            }
        }
        return true;
    }

    /** A "minimum" at the end whose "maximum" never came. */
    private void lastMinimum() {
        if (pendingMin != null) {
            PayRange min = pendingMin;
            pendingMin = null;
            addText(view.text(), min, PayKind.BASE, PayContext.of(view, min, -1));
        }
    }
}
