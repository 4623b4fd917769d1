package io.jobmart.dedup;

import io.jobmart.model.Fingerprint;

/**
 * Compares texts by the sketches of their {@link Fingerprint}s.
 *
 * <p>Up to the lower of the two highest hashes kept, both sketches hold all hashes of their texts: a sample of both by the
 * same rule, in which the shares are those of the whole texts.
 */
final class Sketches {
    /** Fewer hashes of the shorter text in the sample say too little of what share of them the other has. */
    private static final int MIN_SAMPLE = 8;

    /** Bits of a {@link #bits}: many more than a sketch has hashes, so that few fall on one. */
    private static final int BITS = 1024;

    private Sketches() {}

    /** A sketch as a set of bits, one per hash, by which two are compared much faster than hash by hash. */
    static long[] bits(int[] sketch) {
        long[] bits = new long[BITS / Long.SIZE];
        for (int hash : sketch) {
            // A sketch has the lowest hashes: it is their last bits that differ.
            int bit = hash & BITS - 1;
            bits[bit / Long.SIZE] |= 1L << bit;
        }
        return bits;
    }

    /**
     * Whether two texts may have as much in common as is asked for. Most texts that meet do not, and there the bits of
     * their sketches show it: hashes in common are bits in common, but for those that fall on one bit.
     */
    static boolean mayMatch(int[] a, long[] bitsOfA, int[] b, long[] bitsOfB, double similar, double contained) {
        if (a.length == 0 || b.length == 0) {
            return false;
        }
        int last = Math.min(highest(a), highest(b));
        int shorter = Math.min(upTo(last, a), upTo(last, b));
        // Of two texts of n and m hashes, similar by s, s / (1 + s) of n + m are common: at least of twice the shorter.
        double needed = shorter * Math.min(contained, 2 * similar / (1 + similar));
        int common = 0;
        int ofA = 0;
        int ofB = 0;
        for (int i = 0; i < bitsOfA.length; i++) {
            common += Long.bitCount(bitsOfA[i] & bitsOfB[i]);
            ofA += Long.bitCount(bitsOfA[i]);
            ofB += Long.bitCount(bitsOfB[i]);
        }
        // A share is not exact.
        return common + Math.min(a.length - ofA, b.length - ofB) >= needed - 1;
    }

    /** How many hashes of a sketch are not above another. */
    private static int upTo(int last, int[] sketch) {
        int low = 0;
        int high = sketch.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordered(sketch[middle]) <= last) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * What two texts have in common.
     *
     * @param similarity share of the word sequences of both that both have, 0 to 1
     * @param containment share of the word sequences of the shorter text that the longer one has; 0 where too few are
     *     known
     */
    record Overlap(double similarity, double containment) {
        static final Overlap NONE = new Overlap(0, 0);
    }

    static Overlap of(int[] a, int[] b) {
        return of(a, b, 0, 0);
    }

    /**
     * What two texts have in common, or {@link Overlap#NONE} as soon as it shows that it is less than is asked for: most
     * texts that meet have little in common, and that shows in the first of their hashes.
     *
     * @param similar the least similarity of interest
     * @param contained the least containment of interest
     */
    static Overlap of(int[] a, int[] b, double similar, double contained) {
        if (a.length == 0 || b.length == 0) {
            return Overlap.NONE;
        }
        // So many hashes may be in one sketch only, whatever is still to come; a share is not exact.
        int most = Math.min(a.length, b.length);
        double misses = similar == 0 ? Integer.MAX_VALUE : most * (1 - similar) / similar + 1;
        double missesOfOne = contained == 0 ? Integer.MAX_VALUE : most * (1 - contained) + 1;
        int last = Math.min(highest(a), highest(b));
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < a.length && j < b.length && ordered(a[i]) <= last && ordered(b[j]) <= last) {
            int order = Integer.compareUnsigned(a[i], b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (i + j - 2 * common > misses && Math.min(i, j) - common > missesOfOne) {
                return Overlap.NONE;
            }
        }
        while (i < a.length && ordered(a[i]) <= last) {
            i++;
        }
        while (j < b.length && ordered(b[j]) <= last) {
            j++;
        }
        int shorter = Math.min(i, j);
        return new Overlap(common / (double) (i + j - common), shorter < MIN_SAMPLE ? 0 : common / (double) shorter);
    }

    /** The highest hash up to which a sketch holds all of its text, as {@link #ordered}. */
    private static int highest(int[] sketch) {
        return sketch.length < Fingerprint.SKETCH ? Integer.MAX_VALUE : ordered(sketch[sketch.length - 1]);
    }

    /** An unsigned number as a signed one of the same order. */
    private static int ordered(int hash) {
        return hash ^ Integer.MIN_VALUE;
    }
}
