package io.jobmart.pipeline;

import java.io.Serializable;

/**
 * A part of a file that one task reads: all of it, or the lines that begin in a range of its bytes.
 *
 * @param start first byte
 * @param end offset after the last byte; {@link #WHOLE} for the whole file, whatever its format
 * @param unreadable why the file could not be opened; null for every other one
 */
record Slice(String path, String sourceFile, long start, long end, String unreadable) implements Serializable {
    static final long WHOLE = -1;

    static Slice whole(InventoryEntry file) {
        return new Slice(file.path(), file.sourceFile(), 0, WHOLE, file.unreadable());
    }

    boolean isWhole() {
        return end == WHOLE;
    }
}
