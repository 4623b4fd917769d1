package io.jobmart.store;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which snapshots are kept: the current one always; of those before, the ones that were current last; and all that
 * readers saw within some time, since a long query may still read them.
 *
 * @param snapshots how many to keep at least, the current one included
 * @param age how long a snapshot is kept at least after another took its place
 */
public record Retention(int snapshots, Duration age) implements Serializable {
    public Retention {
        if (snapshots < 1) {
            throw new IllegalArgumentException("At least 1 snapshot must be kept, not " + snapshots);
        }
        if (age.isNegative()) {
            throw new IllegalArgumentException("The time to keep snapshots for cannot be negative");
        }
    }

    /** The current snapshot and the ones before it, that many in all. */
    public static Retention last(int snapshots) {
        return new Retention(snapshots, Duration.ZERO);
    }

    /** The pointer without the snapshots that need not be kept. */
    Pointer apply(Pointer pointer, Instant now) {
        List<Pointer.Earlier> all = pointer.kept();
        List<Pointer.Earlier> kept = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            // They stand in the order in which they ceased to be current, so each did at the latest when the one before
            // it in the list began to be.
            if (i < snapshots || wasCurrentSince(now.minus(age), all.get(i - 1))) {
                kept.add(all.get(i));
            }
        }
        return new Pointer(
                pointer.snapshot(),
                pointer.asOf(),
                pointer.publishedAt(),
                pointer.manifestSha256(),
                pointer.base(),
                pointer.currentSince(),
                kept);
    }

    private boolean wasCurrentSince(Instant limit, Pointer.Earlier successor) {
        if (age.isZero()) {
            return false;
        }
        String since = successor.currentSince() == null ? successor.publishedAt() : successor.currentSince();
        try {
            return Instant.parse(since).isAfter(limit);
        } catch (DateTimeException e) {
            // What can't be told to be old is kept.
            return true;
        }
    }
}
