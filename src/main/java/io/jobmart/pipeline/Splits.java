package io.jobmart.pipeline;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs files into tasks: many small files into one, a large file of lines into several. Rows don't depend on it.
 */
final class Splits {
    /** What opening a file costs, in bytes read instead: keeps a task from getting too many tiny files. */
    private static final long OPEN_COST = 16 * 1024;

    /** Not worth a task of its own. */
    private static final long SMALLEST = 1024 * 1024;

    /** How many times larger a compressed file is than it looks, about. */
    private static final long EXPANSION = 4;

    /**
     * A large file is dealt to its tasks in so many pieces each, taken from all over the file: what is new stands together
     * in most dumps, at the end or the beginning, and takes many times longer than what was parsed before.
     */
    private static final int PIECES = 4;

    /** What one task reads. */
    record Split(List<Slice> slices) implements Serializable {
        Split {
            slices = new ArrayList<>(slices);
        }
    }

    private Splits() {}

    /**
     * @param largest bytes of a task, where files can be split
     * @param parallelism how many tasks run at once: small loads are spread over them
     */
    static List<Split> of(List<InventoryEntry> files, String source, long largest, int parallelism) {
        long total = 0;
        for (InventoryEntry file : files) {
            total += weight(file);
        }
        long target = Math.min(largest, Math.max(SMALLEST, total / (3L * parallelism) + 1));
        List<Split> splits = new ArrayList<>();
        List<Slice> open = new ArrayList<>();
        long weight = 0;
        for (InventoryEntry file : files) {
            for (Slice slice : slices(file, source, target)) {
                long more = slice.isWhole() ? weight(file) : slice.end() - slice.start();
                // Pieces of a file differ by a byte.
                if (!open.isEmpty() && weight + more > target + PIECES) {
                    splits.add(new Split(open));
                    open = new ArrayList<>();
                    weight = 0;
                }
                open.add(slice);
                weight += more;
            }
        }
        if (!open.isEmpty()) {
            splits.add(new Split(open));
        }
        return splits;
    }

    private static long weight(InventoryEntry file) {
        return OPEN_COST + file.bytes() * (file.compressed() ? EXPANSION : 1);
    }

    private static List<Slice> slices(InventoryEntry file, String source, long target) {
        if (!file.splittable() || file.bytes() <= target + target / 4) {
            return List.of(Slice.whole(file, source));
        }
        long count = (file.bytes() + target - 1) / target;
        Slice whole = Slice.whole(file, source);
        List<Slice> slices = new ArrayList<>();
        long pieces = count * PIECES;
        for (long task = 0; task < count; task++) {
            for (long piece = task; piece < pieces; piece += count) {
                slices.add(whole.lines(file.bytes() * piece / pieces, file.bytes() * (piece + 1) / pieces));
            }
        }
        return slices;
    }
}
