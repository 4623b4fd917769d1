package io.jobmart.parse;

import io.jobmart.model.GrossNet;
import io.jobmart.model.PayPeriod;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One amount of money as written, with what is glued to it: {@code US$ 105,309}, {@code 75-90k€}'s parts,
 * {@code 21 250 PLN gross/monthly}, {@code €105.000}, {@code 48,00,000}, {@code $50/hr}.
 *
 * @param start first character, currency included
 * @param numberEnd offset after the number and its "k", before a trailing currency or period
 * @param end offset after all that belongs to it
 * @param cents the value in hundredths
 * @param scale what "k" or its like multiplied it with, 1 when nothing did
 * @param grouped whether its thousands were set apart
 * @param open whether a "+" follows
 * @param currency ISO code, a shared sign ("$", "¥", "kr"), or null
 */
record Amount(
        int start,
        int numberEnd,
        int end,
        long cents,
        int scale,
        boolean grouped,
        boolean open,
        String currency,
        PayPeriod period,
        GrossNet grossNet) {

    private static final Map<String, PayPeriod> UNITS = named(PayPeriod.values());
    private static final Map<String, GrossNet> TAX = named(GrossNet.values());

    private static <E extends Enum<E>> Map<String, E> named(E[] values) {
        Map<String, E> words = new HashMap<>();
        for (E value : values) {
            PayWords.LISTS.list(value.name().toLowerCase(Locale.ROOT)).forEach(word -> words.put(word, value));
        }
        return Map.copyOf(words);
    }

    /** The period that a single word names ("yearly", "hr", "Monat"), or null. */
    static PayPeriod periodOf(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return UNITS.get(lower);
    }

    /** Whether the amount is before or after tax by this word, or null. */
    static GrossNet grossNetOf(String word) {
        return TAX.get(word);
    }

    /** Whether it was written in thousands, lakhs or millions. */
    boolean scaled() {
        return scale > 1;
    }

    boolean millions() {
        return scale == 1_000_000;
    }

    /**
     * The amount that starts at or after {@code from} with only blanks, a currency or approximation signs before its
     * first digit, or null.
     */
    static Amount startingAt(String text, int from) {
        int limit = Math.min(text.length(), from + 14);
        int start = from;
        while (start < limit && (isBlank(text.charAt(start)) || isFiller(text.charAt(start)))) {
            start++;
        }
        int digit = start;
        while (digit < limit && !isDigit(text.charAt(digit))) {
            digit++;
        }
        if (digit >= limit) {
            return null;
        }
        Amount amount = at(text, digit, start);
        return amount == null || amount.start > start ? null : amount;
    }

    /**
     * The amount whose first digit is at {@code digit}, or null when the digits are no amount (a percentage, an ordinal,
     * a version, a word with digits).
     *
     * @param floor nothing before this offset is looked at
     */
    static Amount at(String text, int digit, int floor) {
        int length = text.length();
        int i = digit;
        while (i < length && isDigit(text.charAt(i))) {
            i++;
        }
        int first = i - digit;
        if (first > 12) {
            return null;
        }
        long whole = digits(text, digit, i);
        int wholeDigits = first;
        char group = 0;
        long hundredths = 0;
        while (i + 1 < length && first <= 3 && whole > 0) {
            char mark = groupMark(text.charAt(i));
            int run = 0;
            while (mark != 0 && run < 4 && i + 1 + run < length && isDigit(text.charAt(i + 1 + run))) {
                run++;
            }
            boolean thousands = run == 3 && (group == 0 || group == mark);
            // 48,00,000: lakhs are set apart in twos before the last three digits.
            boolean lakhs = run == 2
                    && mark == ','
                    && (group == 0 || group == mark)
                    && i + 5 < length
                    && text.charAt(i + 3) == ','
                    && isDigit(text.charAt(i + 4))
                    && isDigit(text.charAt(i + 5));
            if (!thousands && !lakhs || wholeDigits > 12) {
                break;
            }
            whole = whole * (thousands ? 1000 : 100) + digits(text, i + 1, i + 1 + run);
            wholeDigits += run;
            group = mark;
            i += 1 + run;
        }
        if (group == 0 && first <= 3 && isSpacedGroup(text, digit, i)) {
            whole = whole * 1000 + digits(text, i + 2, i + 5);
            group = ',';
            i += 5;
        }
        if (i + 1 < length
                && (text.charAt(i) == '.' || text.charAt(i) == ',')
                && text.charAt(i) != group
                && isDigit(text.charAt(i + 1))) {
            int end = i + 1;
            while (end < length && isDigit(text.charAt(end))) {
                end++;
            }
            int decimals = end - i - 1;
            if (decimals <= 2 || first > 3 || group != 0) {
                hundredths = digits(text, i + 1, Math.min(end, i + 3)) * (decimals == 1 ? 10 : 1);
                i = end;
            } else {
                return null;
            }
        }
        // "€ 3.900,-"
        if (i + 1 < length
                && (text.charAt(i) == ',' || text.charAt(i) == '.')
                && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '–')) {
            i += 2;
        }
        // 1.2.3 and 10.0.0.1 are versions and addresses; 3:30 and 12/24 times and dates.
        if (i + 1 < length && (text.charAt(i) == '.' || text.charAt(i) == ':') && isDigit(text.charAt(i + 1))) {
            return null;
        }
        long cents = whole * 100 + hundredths;

        int scale = 1;
        String currency = null;
        PayPeriod period = null;
        int suffix = i;
        while (suffix < length && suffix < i + 1 && isBlank(text.charAt(suffix))) {
            suffix++;
        }
        int suffixEnd = suffix;
        while (suffixEnd < length && suffixEnd < suffix + 10 && Character.isLetter(text.charAt(suffixEnd))) {
            suffixEnd++;
        }
        if (suffixEnd > suffix) {
            String word = text.substring(suffix, suffixEnd).toLowerCase(Locale.ROOT);
            long factor = switch (word) {
                case "k", "mil", "tsd", "thousand", "keur", "kusd", "kpln" -> 1_000;
                case "l", "lac", "lacs", "lakh", "lakhs", "lpa" -> 100_000;
                case "m", "mm", "mn", "mio", "mln", "million", "millions", "triệu", "tr" -> 1_000_000;
                case "b", "bn", "billion", "billions", "mrd", "t", "trillion", "cr", "crore", "crores" -> -1;
                default -> 0;
            };
            if (factor < 0) {
                return null;
            }
            if (factor > 0) {
                if (word.startsWith("k") && wholeDigits == 3 && whole == 401) {
                    return null;
                }
                // "$68,000k" says thousand twice.
                if (!(factor == 1000 && whole >= 10_000)) {
                    cents *= factor;
                }
                scale = (int) factor;
                if (word.length() == 4 && word.charAt(0) == 'k') {
                    currency = word.substring(1).toUpperCase(Locale.ROOT);
                } else if (word.equals("lpa") || word.startsWith("lac") || word.startsWith("lakh")) {
                    currency = "INR";
                    period = word.equals("lpa") ? PayPeriod.YEAR : null;
                } else if (word.equals("triệu") || word.equals("tr")) {
                    currency = "VND";
                }
                i = suffixEnd;
                if (factor == 1000 && scale > 1 && i < length && isDigit(text.charAt(i)) && isLone(text, i)) {
                    // "3k5" is 3,500
                    cents += (text.charAt(i) - '0') * 10_000L;
                    i++;
                }
            } else if (suffix == i) {
                currency = Currencies.ofWord(text.substring(suffix, suffixEnd));
                if (currency == null) {
                    return null;
                }
                i = suffixEnd;
            }
        }
        boolean open = false;
        if (i < length && text.charAt(i) == '+') {
            open = true;
            i++;
        } else if (i < length && text.charAt(i) == '%') {
            return null;
        }
        int numberEnd = i;

        int start = digit;
        Prefix prefix = Prefix.before(text, digit, floor);
        if (prefix == null) {
            return null;
        }
        if (prefix.currency() != null) {
            start = prefix.start();
            currency = prefix.currency();
        }
        Tail tail = new Tail(text, numberEnd, currency, period, open);
        tail.read();
        return new Amount(
                start,
                numberEnd,
                tail.end,
                cents,
                scale,
                group != 0,
                tail.open,
                tail.currency,
                tail.period,
                tail.grossNet);
    }

    /** "$102, 750": a blank typed after the comma of an amount that a sign begins; a list would repeat the sign. */
    private static boolean isSpacedGroup(String text, int digit, int comma) {
        int end = comma + 5;
        return digit > 0
                && Currencies.ofSign(text.charAt(digit - 1)) != null
                && end <= text.length()
                && text.startsWith(", ", comma)
                && isDigit(text.charAt(comma + 2))
                && isDigit(text.charAt(comma + 3))
                && isDigit(text.charAt(comma + 4))
                && (end == text.length()
                        || !Character.isLetterOrDigit(text.charAt(end)) && "%+-".indexOf(text.charAt(end)) < 0);
    }

    private static boolean isLone(String text, int digit) {
        return digit + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(digit + 1));
    }

    private static long digits(String text, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t';
    }

    /** What may stand between a sign and its number in text that was marked up: {@code **$** ~100}. */
    static boolean isFiller(char c) {
        return c == '~' || c == '*' || c == '_' || c == '\\' || c == '≈';
    }

    /** The mark that sets thousands apart, all blanks as one; 0 when it is none. */
    private static char groupMark(char c) {
        return switch (c) {
            case '.', ',' -> c;
            case '\'', '’' -> '\'';
            case ' ', '\u00a0', '\u202f', '\u2009' -> ' ';
            default -> 0;
        };
    }

    /** The currency that stands before a number; currency null when none does. */
    private record Prefix(int start, String currency) {
        private static final Prefix NONE = new Prefix(0, null);

        /** Null when the digits are part of a word. */
        static Prefix before(String text, int digit, int floor) {
            int i = digit;
            while (i > floor && i > digit - 3 && (isBlank(text.charAt(i - 1)) || isFiller(text.charAt(i - 1)))) {
                i--;
            }
            if (i == floor) {
                return NONE;
            }
            if (text.charAt(i - 1) == ':' && i - 1 > floor && Currencies.ofSign(text.charAt(i - 2)) != null) {
                // "R$: 3.500"
                i--;
            }
            String sign = Currencies.ofSign(text.charAt(i - 1));
            if (sign == null) {
                int letters = i;
                while (letters > floor
                        && letters > i - 5
                        && (Character.isLetter(text.charAt(letters - 1)) || text.charAt(letters - 1) == '.')) {
                    letters--;
                }
                boolean glued = i == digit;
                boolean longer = letters > floor && Character.isLetterOrDigit(text.charAt(letters - 1));
                String currency = letters == i || longer ? null : Currencies.ofWord(text.substring(letters, i));
                if (currency == null && glued && letters < i && Character.isLetterOrDigit(text.charAt(i - 1))) {
                    return null;
                }
                return currency == null || "INR".equals(currency) && text.startsWith("lpa", letters)
                        ? NONE
                        : new Prefix(letters, currency);
            }
            int start = i - 1;
            // US$, CA $, USD $: the letters say which dollar.
            int gap = start;
            while (gap > floor
                    && gap > start - 2
                    && (isBlank(text.charAt(gap - 1)) || isFiller(text.charAt(gap - 1)))) {
                gap--;
            }
            int letters = gap;
            while (letters > floor
                    && letters > gap - 5
                    && (Character.isLetter(text.charAt(letters - 1)) || text.charAt(letters - 1) == '.')) {
                letters--;
            }
            if (letters < gap && !(letters > floor && Character.isLetterOrDigit(text.charAt(letters - 1)))) {
                String word = text.substring(letters, gap);
                boolean single = word.length() == 1;
                String known = sign.equals("$")
                        ? (single && gap < start ? null : Currencies.ofDollar(word.toUpperCase(Locale.ROOT)))
                        : Currencies.ofCode(word);
                if (known != null && (single ? Character.isUpperCase(word.charAt(0)) : true)) {
                    return new Prefix(letters, known);
                }
            }
            return new Prefix(start, sign);
        }
    }

    /** Reads what follows a number: a currency, gross or net, a period. */
    private static final class Tail {
        private final String text;
        private int end;
        private String currency;
        private PayPeriod period;
        private GrossNet grossNet;
        private boolean open;

        Tail(String text, int end, String currency, PayPeriod period, boolean open) {
            this.text = text;
            this.end = end;
            this.currency = currency;
            this.period = period;
            this.open = open;
        }

        void read() {
            boolean unitNext = false;
            boolean bracket = false;
            int i = end;
            for (int words = 0; words < 7; words++) {
                int blanks = 0;
                while (i < text.length() && (isBlank(text.charAt(i)) || text.charAt(i) == '*') && blanks < 4) {
                    i++;
                    blanks++;
                }
                if (i >= text.length()) {
                    return;
                }
                char c = text.charAt(i);
                if (c == '/' || c == '(' && !bracket || c == ')' && bracket || c == '+' && end == i && !open) {
                    unitNext = c == '/';
                    bracket |= c == '(';
                    if (c == ')') {
                        end = i + 1;
                        bracket = false;
                    } else if (c == '+') {
                        end = i + 1;
                        open = true;
                    }
                    i++;
                    continue;
                }
                String sign = Currencies.ofSign(c);
                if (sign != null) {
                    if (currency != null || i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                        return;
                    }
                    currency = sign;
                    end = ++i;
                    continue;
                }
                if (!Character.isLetter(c)) {
                    return;
                }
                int stop = i;
                while (stop < text.length()
                        && stop < i + 12
                        && (Character.isLetter(text.charAt(stop))
                                || text.charAt(stop) == '.'
                                        && stop + 1 < text.length()
                                        && Character.isLetter(text.charAt(stop + 1)))) {
                    stop++;
                }
                String word = text.substring(i, stop);
                String lower = word.toLowerCase(Locale.ROOT);
                PayPeriod unit = UNITS.get(lower);
                String code = Currencies.ofWord(word);
                if (lower.equals("l")
                        && stop < text.length()
                        && (text.charAt(stop) == '\'' || text.charAt(stop) == '’')) {
                    // "20 € de l'heure"
                    unitNext = true;
                    i = stop + 1;
                    continue;
                }
                if (unitNext) {
                    if (unit == null) {
                        // "brutto/Jahr" has its unit after the slash, "PLN/B2B" has none.
                        if (TAX.get(lower) == null) {
                            return;
                        }
                    } else {
                        period = period == null ? unit : period;
                        end = stop;
                        unitNext = false;
                        i = stop;
                        continue;
                    }
                }
                if (code != null && (currency == null || refines(code))) {
                    int after = stop;
                    while (after < text.length() && after < stop + 2 && isBlank(text.charAt(after))) {
                        after++;
                    }
                    // "$50,000 - USD 60,000": the code belongs to the number that follows it.
                    if (currency == null && after < text.length() && isDigit(text.charAt(after)) && after > stop) {
                        return;
                    }
                    currency = code;
                    end = stop;
                } else if (code != null && code.equals(currency)) {
                    end = stop;
                } else if (TAX.get(lower) != null) {
                    grossNet = grossNet == null ? TAX.get(lower) : grossNet;
                    end = stop;
                } else if (isPer(lower)) {
                    unitNext = true;
                } else if (unit != null && isStandalone(lower)) {
                    period = period == null ? unit : period;
                    end = stop;
                } else if (!(bracket && lower.equals("package"))) {
                    return;
                }
                i = stop;
            }
        }

        private boolean refines(String code) {
            return Currencies.isShared(currency) && !Currencies.isShared(code);
        }

        private static boolean isPer(String word) {
            return switch (word) {
                case "per",
                        "a",
                        "an",
                        "each",
                        "pro",
                        "par",
                        "por",
                        "al",
                        "im",
                        "p",
                        "je",
                        "za",
                        "na",
                        "ao",
                        "every",
                        "de",
                        "die",
                        "der" -> true;
                default -> false;
            };
        }

        /** Units that say the period without "per": not "5 hours", "y", "an". */
        private static boolean isStandalone(String word) {
            return switch (word) {
                case "hours",
                        "hrs",
                        "h",
                        "y",
                        "an",
                        "months",
                        "years",
                        "days",
                        "dia",
                        "mes",
                        "mo",
                        "tag",
                        "jour",
                        "ora",
                        "tim",
                        "dag",
                        "mc",
                        "hod" -> false;
                default -> true;
            };
        }
    }
}
