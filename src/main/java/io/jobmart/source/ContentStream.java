package io.jobmart.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file's content with gzip undone. Where the file is damaged the content ends, and {@link #damage()} says why: what was
 * read before is worth keeping. A failure of the storage is thrown as ever.
 */
final class ContentStream extends InputStream {
    private final InputStream file;
    private final InputStream content;
    private IOException damage;
    private long count;

    private ContentStream(InputStream file, InputStream content, IOException damage) {
        this.file = file;
        this.content = content;
        this.damage = damage;
    }

    /** The content of a file that may be compressed. */
    static ContentStream of(InputStream file) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(file, 2);
        byte[] magic = raw.readNBytes(2);
        raw.unread(magic);
        if (!FormatDetector.isGzip(magic)) {
            return new ContentStream(file, raw, null);
        }
        try {
            return new ContentStream(file, new GZIPInputStream(new AlwaysAvailable(raw), 64 * 1024), null);
        } catch (EOFException | ZipException e) {
            return new ContentStream(file, InputStream.nullInputStream(), e);
        }
    }

    /** The content of a file as it is. */
    static ContentStream plain(InputStream file) {
        return new ContentStream(file, file, null);
    }

    /** Why the content ended too early, or null. */
    IOException damage() {
        return damage;
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
        if (damage != null) {
            return -1;
        }
        try {
            int read = content.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (EOFException | ZipException e) {
            damage = e;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * GZIPInputStream goes on to the next member of a file only when the stream below says that it has more, and streams of
     * object stores say 0 whenever their buffer is empty: the rest of the file would be lost without a word.
     */
    private static final class AlwaysAvailable extends FilterInputStream {
        private AlwaysAvailable(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
