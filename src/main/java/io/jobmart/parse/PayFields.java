package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.RawPay;
import io.jobmart.model.ValueStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pay that stands in fields of its own: structured ones, chips of the header, the title. */
final class PayFields {
    private final PostingView view;
    private final PayStatements statements;

    private PayFields(PostingView view, PayStatements statements) {
        this.view = view;
        this.statements = statements;
    }

    static void read(PostingView view, PayStatements statements) {
        PayFields fields = new PayFields(view, statements);
        fields.structured();
        fields.header();
        fields.title();
    }

    private void structured() {
        for (RawPay raw : view.raw().pay()) {
            if (raw == null) {
                continue;
            }
            String currency = Currencies.ofCode(raw.currency());
            if (currency == null && raw.currency() != null && !raw.currency().isBlank()) {
                String trimmed = raw.currency().trim();
                currency = Currencies.ofSign(trimmed.charAt(trimmed.length() - 1));
                currency = currency == null ? Currencies.ofWord(trimmed) : currency;
            }
            PayPeriod period = structuredPeriod(raw.period());
            long min = structuredAmount(raw.min());
            long max = structuredAmount(raw.max());
            if (min > 0 || max > 0) {
                boolean swapped = min > 0 && max > 0 && min > max;
                PayRange range = new PayRange(
                        0,
                        0,
                        min <= 0 ? -1 : swapped ? max : min,
                        max <= 0 ? -1 : swapped ? min : max,
                        currency,
                        period,
                        null,
                        true,
                        false,
                        true,
                        swapped);
                String written = written(raw);
                statements.add(range, PayKind.BASE, ValueStatus.STRUCTURED, written, Evidence.markup("pay.structured"));
            } else if (raw.text() != null && !raw.text().isBlank()) {
                for (PayRange range : scan(raw.text())) {
                    PayRange whole = new PayRange(
                            range.start(),
                            range.end(),
                            range.min(),
                            range.max(),
                            range.currency() == null || Currencies.isShared(range.currency()) && currency != null
                                    ? currency
                                    : range.currency(),
                            range.period() == null ? period : range.period(),
                            range.grossNet(),
                            range.marked(),
                            range.millions(),
                            range.range(),
                            range.swapped());
                    if (whole.high() > 0) {
                        statements.add(
                                whole,
                                PayKind.BASE,
                                ValueStatus.STRUCTURED,
                                raw.text().trim(),
                                Evidence.markup("pay.structured"));
                    }
                }
                wordsOnly(raw.text());
            }
        }
    }

    private static String written(RawPay raw) {
        StringBuilder written = new StringBuilder();
        for (String part : new String[] {raw.currency(), raw.min(), raw.max(), raw.period()}) {
            if (part != null
                    && !part.isBlank()
                    && !(part.equals(raw.max())
                            && part.equals(raw.min())
                            && written.toString().endsWith(part))) {
                written.append(written.length() == 0 ? "" : " ").append(part.trim());
            }
        }
        return written.toString();
    }

    private static long structuredAmount(String value) {
        if (value == null) {
            return -1;
        }
        for (int i = 0; i < value.length() && i < 16; i++) {
            if (Amount.isDigit(value.charAt(i))) {
                if (i > 0 && value.charAt(i - 1) == '-') {
                    return -1;
                }
                Amount amount = Amount.at(value, i, 0);
                return amount == null ? exponent(value) : amount.cents();
            }
        }
        return -1;
    }

    /** JSON may write 120000 as 1.2E5. */
    private static long exponent(String value) {
        try {
            BigDecimal number = new BigDecimal(value.trim());
            return number.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0
                    ? -1
                    : number.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValue();
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static PayPeriod structuredPeriod(String period) {
        if (period == null || period.isBlank()) {
            return null;
        }
        String lower = period.trim().toLowerCase(Locale.ROOT);
        switch (lower) {
            case "ann", "pa", "per year", "yearly", "ph", "per hour", "pd", "hur" -> {
                return lower.equals("ph") || lower.equals("per hour") || lower.equals("hur")
                        ? PayPeriod.HOUR
                        : lower.equals("pd") ? PayPeriod.DAY : PayPeriod.YEAR;
            }
            case "mon", "pm" -> {
                return PayPeriod.MONTH;
            }
            case "wee" -> {
                return PayPeriod.WEEK;
            }
            default -> {
                int i = lower.length();
                while (i > 0 && Character.isLetter(lower.charAt(i - 1))) {
                    i--;
                }
                PayPeriod unit = Amount.periodOf(lower.substring(i));
                if (unit != null) {
                    return unit;
                }
                int stop = 0;
                while (stop < lower.length() && Character.isLetter(lower.charAt(stop))) {
                    stop++;
                }
                return Amount.periodOf(lower.substring(0, stop));
            }
        }
    }

    private void header() {
        String header = view.raw().header();
        int from = 0;
        for (String chip : view.raw().payChips()) {
            int at = header == null ? -1 : header.indexOf(chip, from);
            if (at < 0 && header != null) {
                at = header.indexOf(chip);
            }
            List<PayRange> ranges = scan(chip);
            for (PayRange range : ranges) {
                if (range.high() <= 0 || isCalendarYear(range)) {
                    continue;
                }
                if (range.millions() && !Currencies.inMillions(range.currency())) {
                    statements.addUnparsed();
                    continue;
                }
                Evidence evidence = at < 0
                        ? Evidence.markup("pay.chip")
                        : Evidence.header(at + range.start(), at + range.end(), "pay.chip");
                PayKind kind = kind(words(chip, range), range);
                // "~106k", "75000.0": the site adds both ends of a range up; a number, but not known of what.
                boolean sum = range.currency() == null
                        && !range.range()
                        && range.period() == null
                        && range.min() == range.max();
                ValueStatus status = sum ? ValueStatus.UNPARSED : ValueStatus.PARSED;
                statements.add(range, kind, status, chip.substring(range.start(), range.end()), evidence);
            }
            if (ranges.isEmpty()) {
                wordsOnly(chip);
            }
            if (at >= 0) {
                from = at + chip.length();
            }
        }
    }

    private static boolean isCalendarYear(PayRange range) {
        return range.currency() == null
                && !range.marked()
                && range.low() >= 199_000
                && range.high() <= 210_000
                && range.period() == null;
    }

    /** A chip or field without a number: it speaks of pay, or says that nothing is said. */
    private void wordsOnly(String chip) {
        String lower = chip.toLowerCase(Locale.ROOT).trim();
        if (lower.startsWith("$") || lower.startsWith("usd ")) {
            lower = lower.substring(lower.startsWith("$") ? 1 : 4).trim();
        }
        for (int i = 0; i < lower.length(); i++) {
            if (Amount.isDigit(lower.charAt(i))) {
                return;
            }
        }
        if (lower.length() < 3
                || lower.startsWith("not ")
                || lower.equals("n/a")
                || lower.equals("null")
                || lower.equals("none")
                || lower.equals("unknown")
                || lower.equals("unspecified")
                || lower.equals("undisclosed")) {
            return;
        }
        for (String word : lower.split("[^\\p{L}]+")) {
            if (PayWords.PAY.contains(word) && !word.equals("paid") && !word.equals("stipend")
                    || word.equals("competitive")
                    || word.equals("negotiable")
                    || word.equals("doe")
                    || word.equals("market")) {
                statements.addWithoutValue();
            }
        }
    }

    private static String words(String chip, PayRange range) {
        int end = Math.min(chip.length(), range.end() + 30);
        return (chip.substring(Math.max(0, range.start() - 25), range.start()) + " " + chip.substring(range.end(), end))
                .toLowerCase(Locale.ROOT);
    }

    private static PayKind kind(String around, PayRange range) {
        if (around.contains("ote") && around.matches(".*\\bote\\b.*")
                || around.contains("total annual earnings")
                || around.contains("target earnings")) {
            return PayKind.OTE;
        }
        return PayKind.BASE;
    }

    private void title() {
        String title = view.title().text();
        for (PayRange range : scan(title)) {
            boolean salary = range.currency() != null
                    && !range.millions()
                    && (range.range() || range.period() != null || range.low() >= 1_500_000)
                    && (range.period() != null || range.low() >= 1_000_000 || range.range() && range.marked());
            if (salary) {
                statements.add(
                        range,
                        PayKind.BASE,
                        ValueStatus.PARSED,
                        title.substring(range.start(), range.end()),
                        Evidence.title(range.start(), range.end(), "pay.title"));
            }
        }
    }

    /** All amounts of a short string. */
    private static List<PayRange> scan(String text) {
        List<PayRange> ranges = new ArrayList<>();
        int floor = 0;
        int i = 0;
        int limit = Math.min(text.length(), 2000);
        while (i < limit && ranges.size() < PayStatements.MAX_STATEMENTS) {
            if (!Amount.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            PayRange range = PayRange.at(text, i, floor);
            if (range == null) {
                while (i < limit && Character.isLetterOrDigit(text.charAt(i))) {
                    i++;
                }
                continue;
            }
            ranges.add(range);
            floor = range.end();
            i = Math.max(range.end(), i + 1);
        }
        return ranges;
    }
}
