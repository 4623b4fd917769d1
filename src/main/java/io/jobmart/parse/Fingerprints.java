package io.jobmart.parse;

import io.jobmart.model.Fingerprint;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes the {@link Fingerprint} of a posting.
 *
 * <p>The sketch keeps the lowest of the hashes of all sequences of five words. Texts that are alike have the same lowest
 * hashes, however long they are, so that the share of sequences in common can be told from two sketches, and for a text
 * that is a part of another the share of its own. Sections that are the same in all of a company's ads (about us,
 * benefits, equal opportunity) don't count: two openings of one employer would otherwise look alike.
 */
final class Fingerprints {
    private static final int SHINGLE = 5;
    /** Fewer sequences than this say too little to call two texts alike. */
    private static final int MIN_SHINGLES = 20;

    private static final Map<String, String> SHORT_FORMS = Map.of("sr", "senior", "snr", "senior", "jr", "junior");

    private Fingerprints() {}

    /** @param title as it was read, without decoration; null when there is none */
    static Fingerprint of(RawPosting raw, PostingView view, String title) {
        Long titleHash = title(title);
        Tokens tokens = view.tokens();
        int[] shingles = new int[Math.max(0, tokens.count() - SHINGLE + 1)];
        int count = 0;
        long[] window = new long[SHINGLE];
        int words = 0;
        int counted = 0;
        long all = titleHash == null ? 0 : titleHash;
        List<Section> sections = view.sections();
        int section = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            long word = tokens.hash(i);
            all = mix(all + word);
            words++;
            while (section < sections.size() && sections.get(section).end() <= tokens.start(i)) {
                section++;
            }
            if (section < sections.size()
                    && sections.get(section).start() <= tokens.start(i)
                    && isBoilerplate(sections.get(section).kind())) {
                continue;
            }
            window[counted++ % SHINGLE] = word;
            if (counted >= SHINGLE) {
                long shingle = 0;
                for (int k = 0; k < SHINGLE; k++) {
                    shingle = shingle * 0x9E3779B97F4A7C15L + window[(counted + k) % SHINGLE];
                }
                shingles[count++] = (int) (mix(shingle) >>> 32);
            }
        }
        return new Fingerprint(
                JobLinks.of(raw),
                JobLinks.requisition(raw),
                raw.id() != null || raw.reference() != null,
                titleHash,
                words < MIN_SHINGLES ? null : Long.valueOf(all),
                sketch(shingles, count));
    }

    private static List<Integer> sketch(int[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            hashes[i] ^= Integer.MIN_VALUE;
        }
        Arrays.sort(hashes, 0, count);
        List<Integer> lowest = new ArrayList<>(Math.min(count, Fingerprint.SKETCH));
        for (int i = 0; i < count && lowest.size() < Fingerprint.SKETCH; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                lowest.add(hashes[i] ^ Integer.MIN_VALUE);
            }
        }
        return lowest.size() < MIN_SHINGLES ? List.of() : lowest;
    }

    private static Long title(String title) {
        TreeSet<String> words = new TreeSet<>();
        for (String word : PostingIdentity.words(
                title == null ? null : title.replace("+", "p").replace("#", "s"))) {
            words.add(SHORT_FORMS.getOrDefault(word, word));
        }
        long hash = 0;
        for (String word : words) {
            long letters = 1125899906842597L;
            for (int i = 0; i < word.length(); i++) {
                letters = letters * 31 + word.charAt(i);
            }
            hash = mix(hash + letters);
        }
        return words.isEmpty() ? null : hash;
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
