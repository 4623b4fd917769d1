package io.jobmart.dedup;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The parts of a graph that hang together, found in one go in the memory of one task: some 50 bytes for each pair that is
 * connected. Each part is named by its lowest key.
 */
public final class Components {
    /** A key and the lowest key of its part. */
    public record Member(long key, long lowest) {}

    private long[] pairs = new long[2048];
    private int length;

    public void connect(long one, long other) {
        if (length == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.multiplyExact(length, 2));
        }
        pairs[length++] = one;
        pairs[length++] = other;
    }

    /** Each key that was connected with any, itself too, once and in ascending order. */
    public Iterator<Member> members() {
        long[] keys = distinct(Arrays.copyOf(pairs, length));
        // The parent of a key never stands behind it, so that the first of a part becomes its root.
        int[] parent = new int[keys.length];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < length; i += 2) {
            int one = root(parent, Arrays.binarySearch(keys, pairs[i]));
            int other = root(parent, Arrays.binarySearch(keys, pairs[i + 1]));
            parent[Math.max(one, other)] = Math.min(one, other);
        }
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < keys.length;
            }

            @Override
            public Member next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return new Member(keys[next], keys[root(parent, next++)]);
            }
        };
    }

    private static long[] distinct(long[] sorted) {
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static int root(int[] parent, int of) {
        int root = of;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
