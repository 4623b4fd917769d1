package io.jobmart.parse;

import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bands of a MinHash signature, by which near-duplicate texts meet without comparing each with each.
 *
 * <p>One-permutation hashing: each shingle of five words falls into one of 128 bins by its hash and the bin keeps the
 * smallest; empty bins borrow from the next full one. Eight bins make a band, so that two texts share at least one of
 * the 16 bands with probability one half at a similarity of about 0.7. Sections that are the same in all of a company's
 * postings (about us, benefits, equal opportunity) don't count: two openings of one employer would otherwise look alike.
 */
final class MinHash {
    private static final int BINS = 128;
    private static final int ROWS = 8;
    private static final int SHINGLE = 5;
    /** Fewer shingles than this say too little to call two texts alike. */
    private static final int MIN_SHINGLES = 20;

    private MinHash() {}

    /** The bands of a text; empty when it is too short. */
    static List<Long> bands(PostingView view) {
        Tokens tokens = view.tokens();
        long[] bins = new long[BINS];
        Arrays.fill(bins, Long.MAX_VALUE);
        long[] window = new long[SHINGLE];
        int words = 0;
        int shingles = 0;
        List<Section> sections = view.sections();
        int section = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            while (section < sections.size() && sections.get(section).end() <= tokens.start(i)) {
                section++;
            }
            if (section < sections.size()
                    && sections.get(section).start() <= tokens.start(i)
                    && isBoilerplate(sections.get(section).kind())) {
                continue;
            }
            window[words++ % SHINGLE] = tokens.hash(i);
            if (words >= SHINGLE) {
                long shingle = 0;
                for (int k = 0; k < SHINGLE; k++) {
                    shingle = shingle * 0x9E3779B97F4A7C15L + window[(words + k) % SHINGLE];
                }
                long hash = mix(shingle);
                int bin = (int) (hash >>> 57);
                bins[bin] = Math.min(bins[bin], hash & 0x01FFFFFFFFFFFFFFL);
                shingles++;
            }
        }
        return shingles < MIN_SHINGLES ? List.of() : bands(bins);
    }

    private static List<Long> bands(long[] bins) {
        long[] filled = new long[BINS];
        int full = 0;
        while (bins[full] == Long.MAX_VALUE) {
            full++;
        }
        // Backwards, so that the next full bin is always known.
        int next = full + BINS;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            next = bins[bin] == Long.MAX_VALUE ? next : bin;
            filled[bin] = bins[next % BINS] + (next - bin) * 0x9E3779B97F4A7C15L;
        }
        List<Long> bands = new ArrayList<>(BINS / ROWS);
        for (int band = 0; band < BINS / ROWS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash + filled[band * ROWS + row]);
            }
            bands.add(hash);
        }
        return bands;
    }

    private static boolean isBoilerplate(SectionKind kind) {
        return kind == SectionKind.BOILERPLATE
                || kind == SectionKind.ABOUT_COMPANY
                || kind == SectionKind.BENEFITS
                || kind == SectionKind.HOW_TO_APPLY;
    }

    /** The finaliser of SplitMix64: every input bit reaches every output bit. */
    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
