package io.jobmart.quality;

import java.util.Locale;

/**
 * Whether a field is null in many more postings of a source's last day than it was in the snapshot before, so that a feed
 * that dropped or renamed a field does not pass in silence.
 *
 * <p>Days differ by chance and by what is advertised on them. On real feeds the shares of a day and the next differ by a
 * few points. So a field has fallen only when it lost twenty points, or three quarters of what was known of it where that is
 * less, and when chance alone would hardly ever do so: five standard errors, since some sixteen fields of each source are
 * looked at every day. That more is known than before is no reason to stop.
 */
final class KnownShare {
    static final String RULE =
            "no field is null in twenty points more of the postings of a source's last day than in the"
                    + " last snapshot, or known of less than a quarter as many, beyond chance (from the sixth day on)";

    private static final double MOST_POINTS_LOST = 0.2;
    private static final double LEAST_KEPT = 0.25;
    private static final double STANDARD_ERRORS = 5;

    private KnownShare() {}

    /**
     * @param knownBefore postings of the source's last day in the last snapshot of which the field was known
     * @param before all of them
     * @param known likewise in this snapshot
     */
    static boolean hasFallen(long knownBefore, long before, long known, long postings) {
        if (before == 0 || postings == 0) {
            return false;
        }
        double shareBefore = (double) knownBefore / before;
        double share = (double) known / postings;
        double lost = shareBefore - share;
        double common = (double) (knownBefore + known) / (before + postings);
        double chance = Math.sqrt(common * (1 - common) * (1.0 / before + 1.0 / postings));
        return (lost > MOST_POINTS_LOST || share < shareBefore * LEAST_KEPT) && lost > STANDARD_ERRORS * chance;
    }

    static String inWords(long knownBefore, long before, long known, long postings) {
        return String.format(
                Locale.ROOT,
                "null in %.1f %% of %,d postings, before in %.1f %% of %,d",
                100.0 * (postings - known) / postings,
                postings,
                100.0 * (before - knownBefore) / before,
                before);
    }
}
