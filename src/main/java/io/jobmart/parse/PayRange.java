package io.jobmart.parse;

import io.jobmart.model.GrossNet;
import io.jobmart.model.PayPeriod;

/**
 * One or two amounts that belong together, as written.
 *
 * @param min in hundredths, -1 when only an upper bound is stated
 * @param max in hundredths, -1 when only a lower bound is stated
 * @param currency ISO code, a shared sign, or null
 * @param marked whether something beside the digits says that this is an amount: a "k" or thousands set apart
 * @param range whether two amounts are stated
 */
record PayRange(
        int start,
        int end,
        long min,
        long max,
        String currency,
        PayPeriod period,
        GrossNet grossNet,
        boolean marked,
        boolean millions,
        boolean range,
        boolean swapped) {

    private static final long NONE = -1;

    long low() {
        return min == NONE ? max : min;
    }

    long high() {
        return max == NONE ? min : max;
    }

    PayRange spanning(PayRange last) {
        return new PayRange(
                start,
                last.end,
                low(),
                last.high(),
                currency != null ? currency : last.currency,
                period != null ? period : last.period,
                grossNet != null ? grossNet : last.grossNet,
                marked,
                millions || last.millions,
                true,
                false);
    }

    /** The range whose first number starts at {@code digit}; null when the digits are no amount. */
    static PayRange at(String text, int digit, int floor) {
        Amount first = Amount.at(text, digit, floor);
        if (first == null) {
            return null;
        }
        int next = separator(text, first.end(), floor, first);
        Amount second = next < 0 ? null : Amount.startingAt(text, next);
        PayRange two = second == null ? null : of(text, first, second);
        if (two == null) {
            return of(text, first, floor);
        }
        // "$210,800 - $248,000 - $285,200": low, middle, high.
        int third = dash(text, two.end);
        Amount last = third < 0 ? null : Amount.startingAt(text, skipLabel(text, third));
        if (last != null
                && (last.currency() == null) == (second.currency() == null)
                && last.cents() > two.max
                && last.cents() < two.max * 4
                && dash(text, last.end()) < 0) {
            return new PayRange(
                    two.start,
                    last.end(),
                    two.min,
                    last.cents(),
                    two.currency,
                    two.period,
                    two.grossNet,
                    two.marked,
                    two.millions,
                    true,
                    false);
        }
        return two;
    }

    private static PayRange of(String text, Amount amount, int floor) {
        long min = amount.cents();
        long max = amount.cents();
        if (amount.open() || lastWords(text, amount.start(), floor, LOWER)) {
            max = NONE;
        } else if (lastWords(text, amount.start(), floor, UPPER)) {
            min = NONE;
        }
        return new PayRange(
                amount.start(),
                amount.end(),
                min,
                max,
                amount.currency(),
                amount.period(),
                amount.grossNet(),
                amount.scaled() || amount.grouped(),
                amount.millions(),
                false,
                false);
    }

    private static PayRange of(String text, Amount first, Amount second) {
        long min = first.cents();
        long max = second.cents();
        if (second.scaled() && !first.scaled() && min < 100_000) {
            // "75-90k", "$90-155k"
            min *= second.scale();
        } else if (first.scaled() && !second.scaled() && max < 100_000) {
            max *= first.scale();
        } else if (second.grouped()
                && !first.grouped()
                && !first.scaled()
                && min < 100_000
                && max >= 1_000_000
                && min * 1000 < max
                && min * 10_000 > max
                && (first.end() >= text.length() || ",.".indexOf(text.charAt(first.end())) < 0)) {
            // "50-80.000 Kč": the thousands are written once
            min *= 1000;
        }
        String currency = first.currency();
        if (currency == null || Currencies.isShared(currency) && second.currency() != null) {
            if (second.currency() != null) {
                currency = second.currency();
            }
        } else if (second.currency() != null
                && !second.currency().equals(currency)
                && !Currencies.isShared(second.currency())) {
            return null;
        }
        if (first.period() != null && second.period() != null && first.period() != second.period()) {
            return null;
        }
        boolean swapped = min > max;
        if (Math.min(min, max) == 0
                ? first.currency() == null
                : Math.max(min, max) / Math.min(min, max) >= (bothSaid(first, second) ? 20 : 10)) {
            return null;
        }
        return new PayRange(
                first.start(),
                second.end(),
                Math.min(min, max),
                Math.max(min, max),
                currency,
                first.period() != null ? first.period() : second.period(),
                first.grossNet() != null ? first.grossNet() : second.grossNet(),
                first.scaled() || first.grouped() || second.scaled() || second.grouped(),
                first.millions() || second.millions(),
                true,
                swapped);
    }

    /** "$50K to $500K": both are money beyond doubt, so that they may lie far apart. */
    private static boolean bothSaid(Amount first, Amount second) {
        return first.currency() != null && second.currency() != null && first.scale() == second.scale();
    }

    /** The offset after what separates two amounts of a range, or -1. */
    private static int separator(String text, int end, int floor, Amount first) {
        int dash = dash(text, end);
        if (dash >= 0) {
            return skipLabel(text, dash);
        }
        int i = skipBlanks(text, end);
        if (i >= text.length()) {
            return -1;
        }
        if (first.currency() != null && i <= end + 1 && Currencies.ofSign(text.charAt(i)) != null) {
            // "$140,000$160,000": the dash was a tag of its own and got lost.
            return i == end ? i : -1;
        }
        int word = wordEnd(text, i);
        if (word > i) {
            switch (text.substring(i, word).toLowerCase(java.util.Locale.ROOT)) {
                case "to", "bis", "à", "a", "até", "hasta", "do", "through", "till", "đến" -> {
                    int j = skipBlanks(text, word);
                    int upTo = wordEnd(text, j);
                    return upTo > j && text.substring(j, upTo).equalsIgnoreCase("up")
                            ? skipBlanks(text, upTo) + (text.startsWith("to", skipBlanks(text, upTo)) ? 2 : 0)
                            : word;
                }
                case "and", "und", "et", "y", "e" -> {
                    return lastWords(text, first.start(), floor, BETWEEN) ? word : -1;
                }
                default -> {}
            }
        }
        // "between $82,500 [minimum in our lowest market] and $132,800"
        if (first.currency() != null && lastWords(text, first.start(), floor, BETWEEN)) {
            int limit = Math.min(text.length() - 5, end + 160);
            for (int j = end; j < limit && text.charAt(j) != '\n'; j++) {
                if (text.startsWith(" and ", j) || text.startsWith(" to ", j) || text.startsWith(" up to ", j)) {
                    int after = j + (text.charAt(j + 1) == 'a' ? 5 : text.charAt(j + 1) == 'u' ? 7 : 4);
                    after = text.startsWith("up to ", after) ? after + 6 : after;
                    Amount next = Amount.startingAt(text, after);
                    if (next != null && next.currency() != null) {
                        return after;
                    }
                }
            }
        }
        return -1;
    }

    /** Whether a word stands between the two amounts of a range, alone or where a word before them says so. */
    static boolean isBetween(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "to", "bis", "à", "a", "até", "hasta", "do", "through", "till", "đến", "and", "und", "et", "y", "e" ->
                true;
            default -> false;
        };
    }

    private static final java.util.Set<String> BETWEEN =
            java.util.Set.of("between", "from", "zwischen", "entre", "von", "de", "range");
    private static final java.util.Set<String> LOWER = java.util.Set.of(
            "from",
            "least",
            "minimum",
            "starting",
            "starts",
            "ab",
            "partir",
            "desde",
            "od",
            "từ",
            "min",
            "mindestens",
            "over",
            "above",
            "excess");
    private static final java.util.Set<String> UPPER =
            java.util.Set.of("up", "upto", "maximum", "max", "bis", "jusqu", "hasta", "até", "ceiling", "maximal");

    /** Whether one of the last three words before an offset, in the same clause, is in a set. */
    private static boolean lastWords(String text, int offset, int floor, java.util.Set<String> set) {
        int i = offset;
        String next = "at";
        for (int words = 0; words < 3 && i > floor; words++) {
            while (i > floor && (Amount.isBlank(text.charAt(i - 1)) || isJoint(text.charAt(i - 1)))) {
                i--;
            }
            int end = i;
            while (i > floor && Character.isLetter(text.charAt(i - 1))) {
                i--;
            }
            if (i == end) {
                return false;
            }
            String word = text.substring(i, end).toLowerCase(java.util.Locale.ROOT);
            if (set.contains(word)) {
                // "starting at $50k" is a lower bound, "a starting salary of $50k" is an amount.
                return !word.startsWith("start") || next.equals("at");
            }
            if (!isLink(word)) {
                return false;
            }
            next = word;
        }
        return false;
    }

    private static boolean isJoint(char c) {
        return c == '~' || c == ':' || c == '*' || c == '_' || c == '\'' || c == '’' || c == '$';
    }

    private static boolean isLink(String word) {
        return switch (word) {
            case "to",
                    "at",
                    "of",
                    "a",
                    "zu",
                    "an",
                    "about",
                    "approximately",
                    "approx",
                    "around",
                    "circa",
                    "salary",
                    "salaries",
                    "base",
                    "de",
                    "usd",
                    "eur",
                    "à" -> true;
            default -> false;
        };
    }

    /** The offset after a run of dashes or a tilde that follows, blanks around it skipped; -1 when none does. */
    private static int dash(String text, int end) {
        int i = skipBlanks(text, end);
        int start = i;
        while (i < text.length() && i < start + 4 && isDash(text.charAt(i))) {
            i++;
        }
        if (i == start) {
            return -1;
        }
        i = skipBlanks(text, i);
        return i;
    }

    /** "Mid: $134,000", "MAX: $160,800" */
    private static int skipLabel(String text, int from) {
        int word = wordEnd(text, from);
        if (word == from || word > from + 8) {
            return from;
        }
        switch (text.substring(from, word).toLowerCase(java.util.Locale.ROOT)) {
            case "mid", "midpoint", "max", "maximum" -> {
                int i = skipBlanks(text, word);
                return i < text.length() && text.charAt(i) == ':' ? skipBlanks(text, i + 1) : i;
            }
            default -> {
                return from;
            }
        }
    }

    static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length()
                && i < from + 4
                && (Amount.isBlank(text.charAt(i)) || text.charAt(i) == '*' || text.charAt(i) == '\\')) {
            i++;
        }
        return i;
    }

    static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 12 && Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDash(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '~' || c == '〜' || c == '～' || c == '−';
    }
}
