package io.jobmart.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Fingerprint;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SketchesTest {
    private final Random random = new Random(20260321);

    @Test
    void noPairThatMatchesIsPassedOverByItsBits() {
        int alike = 0;
        int passedOver = 0;
        for (int round = 0; round < 20_000; round++) {
            int[] whole = hashes(1 + random.nextInt(600));
            double kept = random.nextBoolean() ? 1 : random.nextDouble();
            int[] a = sketch(whole, kept, random.nextInt(3) * random.nextInt(200));
            int[] b = sketch(whole, random.nextDouble(), random.nextInt(3) * random.nextInt(200));
            boolean mayMatch = mayMatch(a, b);
            Sketches.Overlap overlap = Sketches.of(a, b);
            if (overlap.similarity() >= DuplicateGroups.SIMILAR || overlap.containment() >= DuplicateGroups.CONTAINED) {
                alike++;
                assertTrue(mayMatch, "round " + round);
            } else if (!mayMatch) {
                passedOver++;
            }
        }
        assertTrue(alike > 2_000 && passedOver > 2_000, alike + " and " + passedOver);
    }

    @Test
    void textsWithoutAnythingInCommonArePassedOver() {
        int met = 0;
        for (int round = 0; round < 1_000; round++) {
            met += mayMatch(sketch(hashes(400), 1, 0), sketch(hashes(400), 1, 0)) ? 1 : 0;
        }
        assertEquals(0, met);
    }

    @Test
    void aTextThatIsTooShortForASketchMatchesNothing() {
        assertFalse(mayMatch(new int[0], sketch(hashes(100), 1, 0)));
        assertFalse(mayMatch(sketch(hashes(100), 1, 0), new int[0]));
    }

    private static boolean mayMatch(int[] a, int[] b) {
        return Sketches.mayMatch(
                a, Sketches.bits(a), b, Sketches.bits(b), DuplicateGroups.SIMILAR, DuplicateGroups.CONTAINED);
    }

    private int[] hashes(int count) {
        return random.ints(count).toArray();
    }

    /** A share of these hashes and so many others: the lowest of them, each once, in order. */
    private int[] sketch(int[] hashes, double share, int others) {
        TreeSet<Long> kept = new TreeSet<>();
        IntStream.concat(IntStream.of(hashes).filter(hash -> random.nextDouble() < share), random.ints(others))
                .forEach(hash -> kept.add(Integer.toUnsignedLong(hash)));
        return kept.stream().limit(Fingerprint.SKETCH).mapToInt(Long::intValue).toArray();
    }
}
