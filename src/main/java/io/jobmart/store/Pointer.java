package io.jobmart.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code CURRENT.json}: which snapshot readers see. The only object of a warehouse that is ever
 * replaced, and the only one that holds a clock's time.
 *
 * @param snapshot id of the current snapshot, a directory below {@code snapshots/}
 * @param asOf the newest day that it shows, {@code yyyy-MM-dd}
 * @param publishedAt when it was published first, ISO-8601 in UTC; a rollback does not change it
 * @param manifestSha256 of its {@code MANIFEST.json}
 * @param base the snapshot that was current when this one was published; empty for the first one, null where it was
 *     not noted
 * @param currentSince since when readers see it, ISO-8601 in UTC; null where it was not noted, and it is since it was
 *     published
 * @param earlier snapshots that were current before and are still kept, the last one first; every other one is a remain
 */
public record Pointer(
        String snapshot,
        String asOf,
        String publishedAt,
        String manifestSha256,
        String base,
        String currentSince,
        List<Earlier> earlier) {
    /** A snapshot that was current once. */
    public record Earlier(
            String snapshot,
            String asOf,
            String publishedAt,
            String manifestSha256,
            String base,
            String currentSince) {}

    /** All that are kept: the current one, then the earlier ones. */
    public List<Earlier> kept() {
        List<Earlier> kept = new ArrayList<>();
        kept.add(new Earlier(snapshot, asOf, publishedAt, manifestSha256, base, currentSince));
        kept.addAll(earlier);
        return List.copyOf(kept);
    }

    /**
     * The snapshot that the current one was published over, which is the one to go back to. Not the one that was current
     * last: after a rollback that is the one gone back from.
     */
    public Optional<Earlier> previous() {
        if (base != null) {
            return earlier.stream().filter(kept -> kept.snapshot().equals(base)).findFirst();
        }
        return earlier.stream()
                .filter(kept -> kept.publishedAt().compareTo(publishedAt) < 0)
                .max(Comparator.comparing(Earlier::publishedAt));
    }
}
