package io.jobmart.store;

import java.util.List;

/**
 * What goes when old snapshots expire.
 *
 * @param snapshots directories of snapshots that are not kept, and what killed runs left of some
 * @param batches directories of staged batches that no kept snapshot needs
 */
public record Expiry(List<Removal> snapshots, List<Removal> batches) {
    /** A directory and what it takes on disk. */
    public record Removal(String id, long bytes) {}

    public boolean isEmpty() {
        return snapshots.isEmpty() && batches.isEmpty();
    }

    public long bytes() {
        return bytes(snapshots) + bytes(batches);
    }

    private static long bytes(List<Removal> removals) {
        return removals.stream().mapToLong(Removal::bytes).sum();
    }
}
