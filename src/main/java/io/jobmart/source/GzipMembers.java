package io.jobmart.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip of any number of members, which knows where in the file each of them begins: web archives have one
 * for each record, and find it by that offset.
 *
 * <p>The streams of the libraries do not fit: the JDK's ends at a damaged member without a word and calls itself once more for
 * each empty member; that of Commons Compress loses the content before the damage and holds a member's name in memory,
 * however long. What is between the members' headers is inflated by the JDK all the same.
 */
final class GzipMembers extends InputStream {
    private static final int CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    /** Offset in the file of the buffer's first byte. */
    private long base;

    private long start;
    private boolean inMember;
    private boolean ended;
    private boolean closed;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Offset in the file of the member that the bytes read last belong to: a read never crosses to the next. */
    long memberStart() {
        return start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended && !closed) {
            if (inMember && inflater.finished()) {
                trailer();
                inMember = false;
            }
            if (!inMember && !header()) {
                ended = true;
                break;
            }
            if (inflater.needsInput()) {
                require();
                inflater.setInput(buffer, position, filled - position);
            }
            int count;
            try {
                count = inflater.inflate(bytes, offset, length);
            } catch (DataFormatException e) {
                throw new ZipException("Its compressed data is corrupt: " + e.getMessage());
            }
            position = filled - inflater.getRemaining();
            if (inflater.needsDictionary()) {
                throw new ZipException("Its compressed data is corrupt: it asks for a dictionary");
            }
            if (count > 0) {
                crc.update(bytes, offset, count);
                return count;
            }
        }
        return -1;
    }

    /** Reads the header of the next member; false behind the last, which zeros may pad. */
    private boolean header() throws IOException {
        int first;
        do {
            if (position == filled && !fill()) {
                return false;
            }
            start = base + position;
            first = next();
        } while (first == 0 && start > 0);
        if (first != 0x1F || next() != 0x8B) {
            throw new ZipException("No gzip member begins at byte " + start + " of the file");
        }
        int method = next();
        int flags = next();
        if (method != 8 || (flags & 0xE0) != 0) {
            throw new ZipException("The gzip member at byte " + start + " of the file is of an unknown kind");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        inMember = true;
        return true;
    }

    private void trailer() throws IOException {
        long check = number();
        long size = number();
        if (check != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("The content of the gzip member at byte " + start + " of the file is not what its"
                    + " checksum says");
        }
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // A file name or a comment, of any length.
        }
    }

    private int next() throws IOException {
        require();
        return buffer[position++] & 0xFF;
    }

    private void require() throws IOException {
        if (position == filled && !fill()) {
            throw new EOFException("It ends within the gzip member at byte " + start + " of the file");
        }
    }

    /** Whole buffers: how much the inflater gives before a damage must not depend on how the storage deals out its bytes. */
    private boolean fill() throws IOException {
        base += filled;
        position = 0;
        filled = 0;
        filled = in.readNBytes(buffer, 0, buffer.length);
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        inflater.end();
        in.close();
    }
}
