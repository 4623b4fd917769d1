package io.jobmart.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** Keeps what was read since a mark, up to a limit, so that it can be read again in another way. */
final class ReplayableInput extends InputStream {
    private final InputStream in;
    private final int limit;
    private byte[] kept = new byte[16 * 1024];
    private int start;
    private int end;

    /** Offset of the first byte that is kept. */
    private long keptFrom;

    private long mark;

    ReplayableInput(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Sets the mark to an offset that was read, not before the mark of old. */
    void mark(long offset) {
        mark = offset;
        int passed = (int) Math.max(0, Math.min(end - start, offset - keptFrom));
        start += passed;
        keptFrom += passed;
    }

    /** Whether everything since the mark is still there. */
    boolean canReplay() {
        return keptFrom <= mark;
    }

    /** The bytes since the mark, and the rest behind them. */
    InputStream replay() {
        return new SequenceInputStream(new ByteArrayInputStream(kept, start, end - start), in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            keep(bytes, offset, read);
        }
        return read;
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (end - start + length > limit) {
            // What is so large is not read again.
            keptFrom += end - start + length;
            start = 0;
            end = 0;
            return;
        }
        if (end + length > kept.length) {
            int held = end - start;
            byte[] into = held + length > kept.length / 2 ? new byte[Math.max(held + length, kept.length) * 2] : kept;
            System.arraycopy(kept, start, into, 0, held);
            kept = into;
            start = 0;
            end = held;
        }
        System.arraycopy(bytes, offset, kept, end, length);
        end += length;
    }

    @Override
    public void close() throws IOException {
        kept = Arrays.copyOf(kept, 0);
        in.close();
    }
}
