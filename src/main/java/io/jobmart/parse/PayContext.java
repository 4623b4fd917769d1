package io.jobmart.parse;

import io.jobmart.model.GrossNet;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;

/** What the words around an amount of the text say of it. */
final class PayContext {
    /** How far back, in tokens, a word of pay may stand before an amount. */
    private static final int BACK = 45;

    /** What it pays for; null when it is no pay of this job. */
    PayKind verdict;
    /** 'l' after "min", 'm' after "mid", 'M' after "max". */
    char label;

    GrossNet grossNet;
    private PayPeriod before;
    private String dollars;
    private String code;

    static PayContext of(PostingView view, PayRange range, int chainEnd) {
        return of(view, range, chainEnd, false);
    }

    /** @param listed whether the range goes on a list of amounts that are pay */
    static PayContext of(PostingView view, PayRange range, int chainEnd, boolean listed) {
        PayContext context = new PayContext();
        context.listed = listed;
        context.look(view, range, chainEnd);
        return context;
    }

    private void look(PostingView view, PayRange range, int chainEnd) {
        Tokens tokens = view.tokens();
        String text = view.text();
        int first = tokens.at(range.start());
        int payDistance = Integer.MAX_VALUE;
        int otherDistance = Integer.MAX_VALUE;
        int sentence = 0;
        int lines = 0;
        int lineTokens = 0;
        int lineOfPay = 0;
        int sentenceOfPay = 0;
        PayKind special = null;
        int specialDistance = Integer.MAX_VALUE;
        boolean ote = false;
        boolean base = false;
        boolean rangeWord = false;
        boolean lineStarts = false;
        int nextStart = range.start();
        for (int i = first - 1, distance = 1; i >= -1 && distance <= BACK; i--, distance++) {
            int gapStart = i < 0 ? 0 : tokens.end(i);
            boolean stop = false;
            for (int j = gapStart; j < nextStart; j++) {
                if (text.charAt(j) == '\n') {
                    lines++;
                    if (lines == 1) {
                        lineStarts = true;
                        if (lineTokens > 9) {
                            stop = true;
                        }
                    } else if (lines == 2 && lineTokens > 26 || lines > 4) {
                        stop = true;
                    }
                }
            }
            if (i < 0 || stop) {
                lineStarts |= i < 0;
                break;
            }
            nextStart = tokens.start(i);
            lineTokens++;
            if (tokens.id(i) == Lexicon.UNKNOWN) {
                continue;
            }
            String word = tokens.word(i);
            labelled |= distance == 1 && lines == 0 && word.equals(":");
            if (word.equals(".") && !endsSentence(text, tokens, i)) {
                continue;
            }
            if (word.equals(".") || word.equals("!") || word.equals("?")) {
                sentence++;
                if (sentence > 2) {
                    break;
                }
                continue;
            }
            // "Rate: $115 on C2C"; elsewhere a rate is one of interest, of growth, of frames
            boolean rate = word.equals("rate") && distance <= 3 && lines == 0 && tokens.is(i + 1, ":");
            if (rate || tokens.is(i, Trigger.PAY) && !notPay(tokens, i)) {
                if (payDistance == Integer.MAX_VALUE) {
                    payDistance = distance;
                    lineOfPay = lines;
                    sentenceOfPay = sentence;
                }
                if (word.equals("hourly") && before == null) {
                    before = PayPeriod.HOUR;
                }
            }
            if (otherDistance == Integer.MAX_VALUE
                    && sentence == 0
                    && lines == 0
                    && PayWords.OTHER.contains(word)
                    && !(range.range() && PayWords.MILD.contains(word))) {
                otherDistance = distance;
            }
            if (sentence == 0 && lines <= 1 && special == null) {
                special = PayWords.BONUS.contains(word)
                        ? PayKind.BONUS
                        : PayWords.EQUITY.contains(word)
                                ? PayKind.EQUITY
                                : PayWords.COMMISSION.contains(word) ? PayKind.COMMISSION : null;
                specialDistance = special == null ? specialDistance : distance;
            }
            if (sentence <= 1
                    && !base
                    && (word.equals("ote")
                            || word.equals("ttc")
                            || word.equals("target")
                                    && (tokens.is(i + 1, "earnings")
                                            || tokens.is(i + 1, "cash")
                                            || tokens.is(i + 1, "earning")
                                            || tokens.is(i + 1, "compensation"))
                            || word.equals("total")
                                    && !tokens.is(i + 2, "package")
                                    && (tokens.is(i + 1, "compensation")
                                            || tokens.is(i + 1, "cash")
                                            || tokens.is(i + 1, "comp")
                                            || tokens.is(i + 1, "earnings")))) {
                ote = true;
            }
            if (sentence == 0 && (word.equals("base") || word.equals("salary"))) {
                base = true;
            }
            if (sentence == 0
                    && (word.equals("range")
                            || word.equals("ranges")
                            || word.equals("rate")
                            || word.equals("band")
                            || word.equals("role")
                            || word.equals("position"))) {
                rangeWord = true;
            }
            if (before == null && sentence == 0 && lines <= 1) {
                before = labelPeriod(tokens, i, word);
            }
            if (dollars == null && sentence == 0) {
                dollars = dollarCountry(tokens, i, word);
            }
            if (grossNet == null && distance < 8 && lines == 0) {
                grossNet = Amount.grossNetOf(word);
            }
            if (label == 0
                    && word.equals("minimum")
                    && sentence == 0
                    && lines == 0
                    && distance <= 8
                    && payDistance < distance) {
                // "a minimum full-time salary of"
                label = 'l';
            }
            if (label == 0 && distance <= (lines == 0 ? 4 : lines == 1 ? 2 : 0)) {
                label = switch (word) {
                    case "min", "minimum" -> 'l';
                    case "mid", "midpoint" -> 'm';
                    case "max", "maximum" -> 'M';
                    default -> 0;
                };
            }
        }
        after(tokens, range, text);
        alone = startsLine(text, range.start()) && endsLine(text, range.end());
        boolean section = view.sectionAt(range.start()) == SectionKind.PAY;
        verdict = verdict(
                range,
                payDistance,
                lineOfPay,
                sentenceOfPay,
                otherDistance,
                section,
                lineStarts && lineTokens > 0 && lines == 0 || lines > 0,
                rangeWord,
                chainEnd);
        if (verdict != null) {
            if (ote || afterOte) {
                verdict = PayKind.OTE;
            }
            if (afterKind != null && !range.range()) {
                verdict = afterKind;
            } else if (special != null && specialDistance < payDistance && specialDistance <= (range.range() ? 4 : 8)) {
                verdict = special;
            }
        } else if (!range.millions() && range.currency() != null && otherDistance > 6 && !afterOther && section) {
            if (afterKind != null) {
                verdict = afterKind;
            } else if (special != null && specialDistance <= 6) {
                verdict = special;
            }
        }
    }

    private static boolean startsLine(String text, int start) {
        int i = start - 1;
        while (i >= 0 && i > start - 6 && (Amount.isBlank(text.charAt(i)) || "-*•".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    private static boolean endsLine(String text, int end) {
        int i = end;
        while (i < text.length() && (Amount.isBlank(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n';
    }

    /** "U.S." and "approx." end no sentence. */
    private static boolean endsSentence(String text, Tokens tokens, int i) {
        int end = tokens.end(i);
        boolean blank = end >= text.length() || Character.isWhitespace(text.charAt(end));
        return blank && i > 0 && (tokens.end(i - 1) - tokens.start(i - 1) > 1 || !tokens.touchesPrevious(i));
    }

    private boolean labelled;
    /** Whether it goes on a list of amounts that are pay. */
    private boolean listed;
    /** Whether it has a line to itself. */
    private boolean alone;

    private boolean afterPay;
    private boolean afterOther;
    private boolean afterCounted;
    private boolean afterMild;
    /** "100K + bonus", "$90k plus equity": what is given beside pay. */
    private boolean afterExtras;
    /** "R$ 3.000 (CLT)", "R$ 5.000 PJ": how one is employed for it. */
    private boolean afterContract;

    private boolean afterOte;
    private PayKind afterKind;
    private int afterTokens;

    private void after(Tokens tokens, PayRange range, String text) {
        int i = tokens.at(range.end());
        int previousEnd = range.end();
        for (int distance = 1; i < tokens.count() && distance <= 9; i++, distance++) {
            for (int j = previousEnd; j < tokens.start(i); j++) {
                if (text.charAt(j) == '\n') {
                    return;
                }
            }
            previousEnd = tokens.end(i);
            if (tokens.id(i) == Lexicon.UNKNOWN) {
                afterTokens++;
                continue;
            }
            String word = tokens.word(i);
            if (word.equals(".") || word.equals(";")) {
                return;
            }
            // "$50,000 per year (gross) in USD"
            if (word.equals("(") && tokens.is(i + 2, ")") && (tokens.is(i + 1, "gross") || tokens.is(i + 1, "net"))) {
                i += 2;
                previousEnd = tokens.end(i);
                continue;
            }
            int behind = tokens.is(i, "(") ? i + 1 : i;
            afterContract |= distance <= 1 && (tokens.is(behind, "clt") || tokens.is(behind, "pj"));
            afterExtras |= distance <= 1 && isExtras(tokens, i);
            if (word.equals(",")
                    || word.equals("+")
                    || word.equals("plus")
                    || word.equals("(")
                    || word.equals("&")
                    || word.equals("with")
                    || word.equals("and")
                    || word.equals("|")
                    || word.equals("depending")) {
                lookForCode(tokens, i, distance);
                return;
            }
            afterTokens++;
            if (before == null && distance <= 4 && word.equals("hourly")) {
                before = PayPeriod.HOUR;
            }
            afterCounted |= distance <= 3 && PayWords.COUNTED.contains(word);
            if (word.equals("ote")) {
                afterOte = true;
                afterPay = true;
            }
            if (distance <= 6 && tokens.is(i, Trigger.PAY) && !notPay(tokens, i)) {
                afterPay = true;
            }
            if (distance <= 7 && PayWords.OTHER.contains(word)) {
                afterMild |= PayWords.MILD.contains(word);
                afterOther |= !PayWords.MILD.contains(word);
            }
            if (afterKind == null && distance <= 5 && !afterPay) {
                afterKind = PayWords.BONUS.contains(word)
                        ? PayKind.BONUS
                        : PayWords.EQUITY.contains(word)
                                ? PayKind.EQUITY
                                : PayWords.COMMISSION.contains(word)
                                        ? PayKind.COMMISSION
                                        : word.equals("sign") && tokens.is(i + 2, "on") ? PayKind.BONUS : null;
            }
            if (code == null && distance <= 5 && word.equals("currency")) {
                code = Currencies.ofCode(tokens.word(i + (tokens.is(i + 1, ":") ? 2 : 1)));
            }
            // "in USD", and not "in all"
            if (code == null && distance <= 6 && isCapital(tokens, i) && isBehindIn(tokens, i)) {
                code = Currencies.ofCode(word);
            }
        }
    }

    private static boolean isCapital(Tokens tokens, int i) {
        return tokens.isWord(i) && Character.isUpperCase(tokens.text().charAt(tokens.end(i) - 1));
    }

    private static boolean isBehindIn(Tokens tokens, int i) {
        return tokens.end(i - 1) - tokens.start(i - 1) == 2 && tokens.text().startsWith("in", tokens.start(i - 1));
    }

    private static boolean isExtras(Tokens tokens, int i) {
        if (!tokens.is(i, "+") && !tokens.is(i, "plus") && !tokens.is(i, "&") && !tokens.is(i, "and")) {
            return false;
        }
        String word = tokens.word(i + 1);
        return PayWords.BONUS.contains(word)
                || PayWords.EQUITY.contains(word)
                || PayWords.COMMISSION.contains(word)
                || word.equals("benefits");
    }

    private void lookForCode(Tokens tokens, int i, int distance) {
        if (tokens.is(i, "(") && distance <= 2) {
            code = code == null ? Currencies.ofCode(tokens.word(i + 1)) : code;
        }
    }

    private PayKind verdict(
            PayRange range,
            int payDistance,
            int lineOfPay,
            int sentenceOfPay,
            int otherDistance,
            boolean section,
            boolean startsLine,
            boolean rangeWord,
            int chainEnd) {
        boolean money = range.currency() != null;
        if (range.millions() && !Currencies.inMillions(range.currency())) {
            return null;
        }
        boolean near = payDistance <= (range.range() || label != 0 ? 26 : 14) && sentenceOfPay == 0;
        boolean payFirst = payDistance < otherDistance;
        int hundred = 100;
        if (afterExtras
                && range.marked()
                && range.low() >= 2_000_000L
                && range.high() <= 100_000_000L
                && otherDistance == Integer.MAX_VALUE) {
            return PayKind.BASE;
        }
        if (money && afterContract && range.low() >= 80_000 && range.high() <= 10_000_000L && otherDistance > 3) {
            return PayKind.BASE;
        }
        if (!money) {
            // Digits alone need words right before them, and the look of a year's pay or a stated period.
            boolean yearly = range.marked() && range.low() >= 1_000_000L || range.low() >= 1_500_000L && range.range();
            // "Target pay 45-70 per hour"
            boolean hourly = range.period() == PayPeriod.HOUR
                    && range.low() >= 1_000
                    && range.high() <= 30_000
                    && payDistance <= 3
                    && lineOfPay == 0;
            return near
                            && payFirst
                            && !afterOther
                            && !afterCounted
                            && payDistance <= 10
                            && lineOfPay <= 1
                            && range.high() < 1_000_000_000L
                            && (yearly || hourly || range.period() != null && range.low() >= 500 && range.marked())
                    ? PayKind.BASE
                    : null;
        }
        boolean yearly = range.low() >= 1_200_000L && range.high() <= 1_000_000_000L * hundred;
        boolean chained = chainEnd >= 0 && range.start() - chainEnd < 160 && range.range() && yearly;
        if (afterOther && !(range.range() && (near || chained || rangeWord && yearly))
                || afterMild && !near && !range.range()) {
            return null;
        }
        if (range.range()) {
            if (otherDistance <= 8 && !(payDistance < Integer.MAX_VALUE && sentenceOfPay == 0)) {
                return null;
            }
            // Only pay is said to be before or after tax.
            boolean taxed = range.grossNet() != null;
            boolean plausible = yearly || range.period() != null || range.high() <= 100_000 && (near || taxed);
            if ("VND".equals(range.currency()) && !near && !section && !chained) {
                // Where a month's pay is millions, presents, prizes and insurance are, too.
                return null;
            }
            boolean cue = payDistance < Integer.MAX_VALUE || afterPay || section || chained || taxed;
            if (plausible
                    && (cue
                            || range.period() != null && range.low() >= 500
                            || yearly && (startsLine && afterTokens <= 6 || rangeWord))) {
                return PayKind.BASE;
            }
            return near && payFirst && range.low() >= 50_000 ? PayKind.BASE : null;
        }
        if (otherDistance <= 10 && !payFirst) {
            return null;
        }
        if (range.min() < 0 && otherDistance < Integer.MAX_VALUE) {
            return null;
        }
        // "$54,538 to $67,755; and $79,719 (flat-rated)", "$13.63 mornings / $15.00 nights"
        if (listed) {
            return PayKind.BASE;
        }
        // "- £36,400 pa" on a line of its own
        if (alone && range.period() == PayPeriod.YEAR && range.low() >= 1_500_000L && range.high() <= 100_000_000L) {
            return PayKind.BASE;
        }
        // "Outside zone A: $190,000" in a list under words of pay
        if (labelled
                && payDistance < Integer.MAX_VALUE
                && otherDistance == Integer.MAX_VALUE
                && range.low() >= 3_000_000L
                && range.high() <= 100_000_000L) {
            return PayKind.BASE;
        }
        if (near && payFirst && lineOfPay <= (label != 0 ? 3 : section ? 2 : 1)) {
            // "Pay rate: $13.63": the label says that the amount is pay, however small.
            boolean enough = labelled && payDistance <= 3 && range.low() >= 500 && range.low() <= 50_000
                    || range.low() >= 1_200_000L
                    || range.period() == PayPeriod.HOUR
                    || range.period() == PayPeriod.DAY && range.low() >= 5_000
                    || before == PayPeriod.HOUR && range.low() >= 500
                    || range.period() == PayPeriod.MONTH && range.low() >= 50_000
                    || range.period() == PayPeriod.WEEK && range.low() >= 20_000
                    || range.period() == null && range.low() >= 80_000;
            return enough ? PayKind.BASE : null;
        }
        if (range.period() == PayPeriod.YEAR && range.low() >= 3_000_000L && rangeWord && otherDistance > 20) {
            return PayKind.BASE;
        }
        if (afterPay && range.low() >= 1_200_000L) {
            return PayKind.BASE;
        }
        if (range.period() == PayPeriod.HOUR && range.low() >= 700 && range.low() <= 50_000 && otherDistance > 20) {
            return PayKind.BASE;
        }
        return section && range.period() == PayPeriod.YEAR && range.low() >= 1_500_000L ? PayKind.BASE : null;
    }

    /** The currency of a shared sign where the words near say which country is meant. */
    String currency(String written) {
        if (written == null) {
            return code;
        }
        if (Currencies.isShared(written)) {
            if (code != null) {
                return code;
            }
            if (written.equals("$") && dollars != null) {
                return dollars;
            }
        }
        return written;
    }

    /** A period named before the amount ("annual salary", "hourly rate"), where the amount fits it. */
    PayPeriod period(PayRange range) {
        if (before == null) {
            return null;
        }
        return switch (before) {
            case HOUR -> range.high() <= 100_000 || Currencies.yearFloor(range.currency()) > 50_000 ? before : null;
            case YEAR -> range.low() >= 500_000 ? before : null;
            default -> before;
        };
    }

    private static PayPeriod labelPeriod(Tokens tokens, int i, String word) {
        return switch (word) {
            case "annual",
                    "yearly",
                    "annually",
                    "annualized",
                    "jahresgehalt",
                    "bruttojahresgehalt",
                    "annuel",
                    "annuelle",
                    "anual" -> tokens.is(i + 1, "bonus") || tokens.is(i + 1, "leave") ? null : PayPeriod.YEAR;
            case "hourly", "stundenlohn", "stundensatz", "horaire" -> PayPeriod.HOUR;
            case "monthly",
                    "monatsgehalt",
                    "bruttomonatsgehalt",
                    "monatsbruttogehalt",
                    "monatlich",
                    "mensuel",
                    "mensual",
                    "mensal" -> PayPeriod.MONTH;
            case "weekly" -> PayPeriod.WEEK;
            case "daily", "tagessatz", "tjm" -> PayPeriod.DAY;
            case "year", "annum", "hour", "month", "day" ->
                tokens.is(i - 1, "per") || tokens.is(i - 1, "/") ? Amount.periodOf(word) : null;
            default -> null;
        };
    }

    private static String dollarCountry(Tokens tokens, int i, String word) {
        return switch (word) {
            case "canada", "canadian", "ontario", "toronto", "vancouver", "montreal", "alberta", "quebec" -> "CAD";
            case "can", "cad" ->
                tokens.surface(i).equals("CAN") || tokens.surface(i).equals("CAD") ? "CAD" : null;
            case "usa", "usd", "california", "colorado" -> "USD";
            case "us" -> tokens.surface(i).equals("US") ? "USD" : null;
            case "s" -> tokens.is(i - 2, "u") ? "USD" : null;
            case "states" -> tokens.is(i - 1, "united") ? "USD" : null;
            case "york" -> tokens.is(i - 1, "new") ? "USD" : null;
            case "australia", "australian" -> "AUD";
            case "zealand" -> "NZD";
            case "singapore" -> "SGD";
            default -> null;
        };
    }

    private static boolean isTimes(Tokens tokens, int i) {
        if (i < 0 || i >= tokens.count()) {
            return false;
        }
        String word = tokens.word(i);
        return word.equals("times") || word.length() <= 4 && word.endsWith("x") && Amount.isDigit(word.charAt(0));
    }

    /** "pay" and its like as something else: "customers pay", "paid time off", "pay attention". */
    static boolean notPay(Tokens tokens, int i) {
        return switch (tokens.word(i)) {
            case "paid" ->
                tokens.is(i + 1, "time")
                        || tokens.is(i + 1, "leave")
                        || tokens.is(i + 1, "holidays")
                        || tokens.is(i + 1, "vacation")
                        || tokens.is(i + 1, "parental")
                        || tokens.is(i + 1, "volunteer")
                        || tokens.is(i + 1, "out");
            case "pay" -> tokens.is(i - 1, "we") || tokens.is(i + 1, "for") || tokens.is(i + 1, "attention");
            case "package" -> !(tokens.is(i - 1, Trigger.PAY) || tokens.is(i - 1, "total"));
            case "stipend" -> true;
            // "thu nhập" is income, "nhập" alone to enter
            case "nhập" -> !tokens.is(i - 1, "thu");
            // "Life insurance: 2x salary up to $250,000"
            case "salary", "earnings" -> isTimes(tokens, i - 1) || isTimes(tokens, i - 2);
            case "compensation" -> tokens.is(i - 1, "workers") || isTimes(tokens, i - 1);
            // "tháng 13" is a thirteenth month, "14 tháng lương" counts months
            case "lương" ->
                tokens.is(i - 1, "tháng")
                        || tokens.is(i + 1, "tháng") && (tokens.is(i + 2, "13") || tokens.is(i + 2, "thứ"));
            case "earn" -> tokens.is(i + 1, "a") || tokens.is(i + 1, "your");
            default -> false;
        };
    }
}
