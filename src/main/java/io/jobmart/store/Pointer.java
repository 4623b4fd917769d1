package io.jobmart.store;

import java.util.List;

/**
 * The content of {@code CURRENT.json}: which snapshot readers see. The only object of a warehouse that is ever
 * replaced, and the only one that holds a clock's time.
 *
 * @param snapshot id of the current snapshot, a directory below {@code snapshots/}
 * @param asOf the newest day that it shows, {@code yyyy-MM-dd}
 * @param publishedAt ISO-8601 in UTC
 * @param manifestSha256 of its {@code MANIFEST.json}
 * @param earlier snapshots published before and still kept, newest first; every other one is a remain
 */
public record Pointer(String snapshot, String asOf, String publishedAt, String manifestSha256, List<Earlier> earlier) {
    /** A snapshot that was current once. */
    public record Earlier(String snapshot, String asOf, String publishedAt, String manifestSha256) {}
}
