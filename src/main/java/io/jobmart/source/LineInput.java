package io.jobmart.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines as bytes, with the offset of each, and holds no more of a line than the limit. A line ends with a line feed;
 * a carriage return before it belongs to the end.
 */
final class LineInput {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;

    /** Offset in the file of the next byte to be read. */
    private long offset;

    private byte[] line = new byte[8 * 1024];
    private int length;
    private long lineOffset;
    private long lineBytes;
    private boolean terminated;

    /**
     * @param offset of the stream's first byte in the file
     * @param limit bytes of a line that are held
     */
    LineInput(InputStream in, long offset, int limit) {
        this.in = in;
        this.offset = offset;
        this.limit = limit;
    }

    /** Reads the next line; false at the end of the file. */
    boolean next() throws IOException {
        length = 0;
        lineOffset = offset;
        lineBytes = 0;
        terminated = false;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end - position);
            boolean ended = end < filled;
            offset += end - position + (ended ? 1 : 0);
            position = ended ? end + 1 : end;
            if (ended) {
                terminated = true;
                break;
            }
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
            lineBytes--;
        }
        return any;
    }

    /** Goes to the first byte after the next line feed. */
    void skipLine() throws IOException {
        while (position < filled || fill()) {
            while (position < filled) {
                offset++;
                if (buffer[position++] == '\n') {
                    return;
                }
            }
        }
    }

    private void append(int count) {
        lineBytes += count;
        int kept = Math.min(count, limit - length);
        if (kept <= 0) {
            return;
        }
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(limit, Math.max(length + kept, line.length * 2L)));
        }
        System.arraycopy(buffer, position, line, length, kept);
        length += kept;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = 0;
        int read = in.read(buffer, 0, buffer.length);
        filled = Math.max(read, 0);
        return read > 0;
    }

    /** The line's bytes up to {@link #length()}; overwritten by the next line. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Offset of the line's first byte. */
    long lineOffset() {
        return lineOffset;
    }

    /** Whether the line ends with a line feed and not with the file. */
    boolean isTerminated() {
        return terminated;
    }

    /** Whether the line is longer than the limit. */
    boolean isTooLong() {
        return lineBytes > limit;
    }

    long lineBytes() {
        return lineBytes;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r' && line[i] != '\f') {
                return false;
            }
        }
        return true;
    }
}
