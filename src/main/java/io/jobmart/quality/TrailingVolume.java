package io.jobmart.quality;

import java.util.List;
import java.util.Locale;

/**
 * Whether the last day of a source holds about as many records as its days before, so that half a dump, or a dump that was
 * dealt out twice, does not pass in silence.
 *
 * <p>Sources differ: one shows all that is open each day, another what is new, which is little on a Sunday and much on a
 * Monday. So a day is unusual only when it has less than half or more than double the records of a mean day, and is also
 * beyond what the days before differ among themselves: three standard deviations, or three square roots of the mean where
 * that is more, since small counts vary by chance alone.
 */
final class TrailingVolume {
    static final String RULE = "the last day has between half and double the records of a mean day of the seven before,"
            + " or differs from it by no more than three times as much as these do (of five days before, at least)";

    /** The last day and a week of daily dumps. */
    static final int DAYS = 8;
    /** With fewer, nobody knows what is usual. */
    private static final int FEWEST_BEFORE = 5;

    private TrailingVolume() {}

    /** Whether so many days tell what is usual. */
    static boolean tells(int days) {
        return days > FEWEST_BEFORE;
    }

    /** @param records of each day of a source on which there were any, the last day first */
    static boolean isUnusual(List<Long> records) {
        if (!tells(records.size())) {
            return false;
        }
        long last = records.get(0);
        double mean = mean(records);
        double squares = before(records).stream()
                .mapToDouble(day -> (day - mean) * (day - mean))
                .sum();
        double spread = Math.max(Math.sqrt(squares / (before(records).size() - 1)), Math.sqrt(mean));
        return (last < mean / 2 || last > mean * 2) && Math.abs(last - mean) > 3 * spread;
    }

    static String inWords(List<Long> records) {
        return String.format(Locale.ROOT, "%,d records, %,.0f on a mean day before", records.get(0), mean(records));
    }

    private static double mean(List<Long> records) {
        return before(records).stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private static List<Long> before(List<Long> records) {
        return records.subList(1, Math.min(records.size(), DAYS));
    }
}
