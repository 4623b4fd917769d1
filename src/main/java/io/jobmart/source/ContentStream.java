package io.jobmart.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The content of a file, or of a member of an archive, with its compression undone. Where it is damaged or grows beyond
 * what {@link UnpackLimits} allow the content ends, and {@link #damage()} says why: what was read before is worth keeping.
 * A failure of the storage is thrown as ever.
 */
final class ContentStream extends InputStream {
    /** How far back it is known where the members of a gzip begin. */
    private static final int MEMBERS_WITHIN = 4 * FormatDetector.WINDOW;

    private final StoredFile file;
    private final InputStream packed;
    private final ReadOptions options;
    /** Content of the members before this one. */
    private final long before;

    private Compression compression = Compression.NONE;
    private InputStream content = InputStream.nullInputStream();
    private IOException damage;
    private long count;
    /** The members of a gzip that were begun of late: place in the content, place in the file. */
    private final Deque<long[]> members = new ArrayDeque<>();

    private ContentStream(StoredFile file, InputStream packed, long before, ReadOptions options) {
        this.file = file;
        this.packed = packed;
        this.before = before;
        this.options = options;
    }

    /** The content of a file that may be compressed. */
    static ContentStream of(InputStream in, ReadOptions options) throws IOException {
        StoredFile file = new StoredFile(in);
        return of(file, file, 0, options);
    }

    /**
     * The content of a member of an archive, which may be compressed by itself.
     *
     * @param before bytes of content that the archive has given already
     */
    static ContentStream of(StoredFile file, InputStream packed, long before, ReadOptions options) throws IOException {
        ContentStream content = new ContentStream(file, packed, before, options);
        try {
            byte[] magic = packed.readNBytes(Compression.MAGIC);
            content.compression = Compression.of(magic);
            content.content =
                    content.compression.unpack(new SequenceInputStream(new ByteArrayInputStream(magic), packed));
        } catch (IOException | RuntimeException e) {
            content.fail(e);
        }
        return content;
    }

    /** The content of a file as it is. */
    static ContentStream plain(InputStream in, ReadOptions options) {
        StoredFile file = new StoredFile(in);
        return plain(file, file, 0, options);
    }

    static ContentStream plain(StoredFile file, InputStream bytes, long before, ReadOptions options) {
        ContentStream content = new ContentStream(file, bytes, before, options);
        content.content = bytes;
        return content;
    }

    /** Content ended because it grew beyond the limits. */
    static final class TooLargeException extends IOException {
        TooLargeException(String message) {
            super(message);
        }
    }

    /** The file below, shared by all that is read from it. */
    StoredFile file() {
        return file;
    }

    /** Why the content ended too early, or null. */
    IOException damage() {
        return damage;
    }

    boolean isCompressed() {
        return compression != Compression.NONE;
    }

    /**
     * Where a place of the content lies in the file as it is stored, as web archives are addressed: {@code 1234}; within a
     * member of a gzip, {@code 1234+56} is the byte 56 of the content of the member that begins at byte 1234. Of other kinds of
     * compression, which are read in one piece, it is the place in the content. Only known for what was read last, up to
     * {@link #MEMBERS_WITHIN} bytes back.
     */
    String storedAt(long place) {
        if (place >= count && content instanceof GzipMembers gzip) {
            return Long.toString(gzip.memberStart());
        }
        for (Iterator<long[]> latest = members.descendingIterator(); latest.hasNext(); ) {
            long[] member = latest.next();
            if (member[0] <= place) {
                return member[0] == place ? Long.toString(member[1]) : member[1] + "+" + (place - member[0]);
            }
        }
        return Long.toString(place);
    }

    private void noteMember(long place) {
        if (content instanceof GzipMembers gzip && (members.isEmpty() || members.peekLast()[1] != gzip.memberStart())) {
            members.addLast(new long[] {place, gzip.memberStart()});
            while (members.peekFirst()[0] < place - MEMBERS_WITHIN && members.size() > 1) {
                members.removeFirst();
            }
        }
    }

    /** Bytes of content read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (damage != null || length == 0) {
            return damage != null ? -1 : 0;
        }
        try {
            int read = content.read(bytes, offset, length);
            if (read > 0) {
                noteMember(count);
                count += read;
            }
            requireBounded();
            return read;
        } catch (IOException | RuntimeException e) {
            fail(e);
            return -1;
        }
    }

    private void requireBounded() throws TooLargeException {
        long unpacked = before + count;
        UnpackLimits limits = options.unpacking();
        if (unpacked > limits.bytes()) {
            throw new TooLargeException("Unpacked it has more than " + limits.bytes() + " bytes");
        }
        if (unpacked > options.maxRecordBytes() && unpacked / limits.ratio() > file.count()) {
            throw new TooLargeException("Unpacked it is more than " + limits.ratio() + " times as large");
        }
    }

    /** Decoders throw all kinds of exceptions on damaged input; only what the storage threw is not the file's fault. */
    private void fail(Exception cause) throws IOException {
        file.requireReadable();
        damage = cause instanceof IOException io ? io : new IOException(cause.toString(), cause);
    }

    @Override
    public void close() throws IOException {
        try {
            // Some decoders hold memory outside the heap.
            if (isCompressed()) {
                content.close();
            }
        } finally {
            packed.close();
        }
    }
}
