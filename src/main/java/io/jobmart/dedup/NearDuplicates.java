package io.jobmart.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds near duplicates among contents that agree in all that forbids to merge them (company, title, place, level).
 *
 * <p>Contents are taken in the order of their first sighting. Each joins the earliest of the representatives so far that
 * it shares most bands with, when those are enough, else it becomes a representative itself. So every member has been
 * compared with the one that stands for it, and no chain of small changes joins two texts that are far apart, as
 * connected components would. Representatives are found by their bands: the work grows with the number of contents, not
 * with its square.
 */
public final class NearDuplicates {
    /**
     * The least share of equal bands. With 16 bands of 8 rows a quarter of them is equal where about 84 % of the word
     * sequences are the same.
     */
    public static final double THRESHOLD = 0.25;

    /** So many representatives are looked at per band; a band that more have in common is boilerplate. */
    public static final int BAND_LIMIT = 500;

    private NearDuplicates() {}

    /**
     * One content.
     *
     * @param key key of the posting that stands for the content
     * @param firstSeen day of its first sighting, as days since 1970
     * @param bands band hashes of its MinHash signature; empty for a text too short to compare
     */
    public record Content(long key, int firstSeen, List<Long> bands) {}

    /**
     * The representative of a content: itself or an earlier one.
     *
     * @param score share of equal bands, 1 with itself
     * @param skipped representatives that it was not compared with, since too many share one of its bands
     */
    public record Match(long key, long representative, double score, int skipped) {}

    /** The representative of each content, in the order of first sighting. */
    public static List<Match> of(List<Content> contents) {
        List<Content> inOrder = new ArrayList<>(contents);
        inOrder.sort(Comparator.comparingInt(Content::firstSeen).thenComparingLong(Content::key));
        Map<Band, Bucket> buckets = new HashMap<>();
        List<Match> matches = new ArrayList<>(inOrder.size());
        for (Content content : inOrder) {
            matches.add(match(content, buckets));
        }
        return matches;
    }

    private static Match match(Content content, Map<Band, Bucket> buckets) {
        List<Long> bands = content.bands();
        Map<Content, Integer> equal = new HashMap<>();
        int skipped = 0;
        for (int i = 0; i < bands.size(); i++) {
            Bucket bucket = buckets.get(new Band(i, bands.get(i)));
            if (bucket != null) {
                bucket.representatives.forEach(candidate -> equal.merge(candidate, 1, Integer::sum));
                skipped = Math.max(skipped, bucket.overflow);
            }
        }
        Content best = null;
        double bestScore = 0;
        for (Content candidate : equal.keySet()) {
            double score = score(content, candidate);
            if (score > bestScore || (score == bestScore && best != null && earlier(candidate, best))) {
                best = candidate;
                bestScore = score;
            }
        }
        if (best != null && bestScore >= THRESHOLD) {
            return new Match(content.key(), best.key(), bestScore, skipped);
        }
        for (int i = 0; i < bands.size(); i++) {
            buckets.computeIfAbsent(new Band(i, bands.get(i)), band -> new Bucket())
                    .add(content);
        }
        return new Match(content.key(), content.key(), 1, skipped);
    }

    /** The share of bands in which two contents are equal. */
    private static double score(Content a, Content b) {
        int equal = 0;
        int common = Math.min(a.bands().size(), b.bands().size());
        for (int i = 0; i < common; i++) {
            if (a.bands().get(i).equals(b.bands().get(i))) {
                equal++;
            }
        }
        return equal / (double) Math.max(a.bands().size(), b.bands().size());
    }

    private static boolean earlier(Content a, Content b) {
        return a.firstSeen() != b.firstSeen() ? a.firstSeen() < b.firstSeen() : a.key() < b.key();
    }

    private record Band(int number, long hash) {}

    private static final class Bucket {
        private final List<Content> representatives = new ArrayList<>();
        private int overflow;

        void add(Content content) {
            if (representatives.size() < BAND_LIMIT) {
                representatives.add(content);
            } else {
                overflow++;
            }
        }
    }
}
