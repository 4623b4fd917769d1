package io.jobmart.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Figures as the sentences and tables of a report write them. */
final class Words {
    private Words() {}

    static String count(double count) {
        return String.format(Locale.ROOT, "%,d", Math.round(count));
    }

    /** "1 ad", "1,200 ads". */
    static String count(double count, String noun) {
        return count(count) + " " + (Math.round(count) == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        return noun.endsWith("cy") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    /** Whole percents; one digit more where they would hide that there is something, or that something lacks. */
    static String share(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = 100 * share;
        boolean fine = percent != 0 && percent < 1 || percent > 99 && percent < 100;
        String written = String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent);
        return written.equals("0.0 %") ? "< 0.1 %" : written.equals("100.0 %") ? "> 99.9 %" : written;
    }

    /** Percents with one digit, where small changes are the point. */
    static String fine(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String points(double change) {
        return String.format(Locale.ROOT, "%+.1f", 100 * change).replace('-', '−');
    }

    /** Three or four digits that count, as people speak of pay. */
    static String amount(double amount) {
        BigDecimal rounded = new BigDecimal(amount).round(new MathContext(4, RoundingMode.HALF_UP));
        boolean whole = Math.abs(amount) >= 100;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", rounded).replace(".00", "");
    }

    static String mean(double mean) {
        return String.format(Locale.ROOT, "%,.1f", mean);
    }

    static String ratio(long part, long whole) {
        return whole == 0 ? "–" : share(part / (double) whole);
    }

    /** "March 2026" of 2026-03-01. */
    static String month(String day) {
        int month = Integer.parseInt(day.substring(5, 7));
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.substring(0, 4);
    }

    /** NOT_STATED as "not stated". */
    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
