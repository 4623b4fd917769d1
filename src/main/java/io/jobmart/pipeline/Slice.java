package io.jobmart.pipeline;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A part of a file that one task reads: all of it, or the lines that begin in a range of its bytes.
 *
 * @param fileKey key of the file
 * @param asOf the day that the dump shows
 * @param start first byte
 * @param end offset after the last byte; {@link #WHOLE} for the whole file, whatever its format
 * @param unreadable why the file could not be opened; null for every other one
 */
record Slice(String path, String sourceFile, long fileKey, LocalDate asOf, long start, long end, String unreadable)
        implements Serializable {
    static final long WHOLE = -1;

    static Slice whole(InventoryEntry file, String source) {
        return new Slice(file.path(), file.sourceFile(), file.key(source), file.asOf(), 0, WHOLE, file.unreadable());
    }

    Slice lines(long from, long to) {
        return new Slice(path, sourceFile, fileKey, asOf, from, to, null);
    }

    boolean isWhole() {
        return end == WHOLE;
    }
}
