package io.jobmart.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** How several files lie in one, told by its first bytes, and how they are gone through from first to last. */
enum Archive {
    ZIP,
    TAR;

    /** Bytes of a tar's header block. */
    private static final int TAR_BLOCK = 512;

    /** Where it says "ustar", as all tars since 1988 do. */
    private static final int TAR_MAGIC = 257;

    /** The archive that bytes begin, or null. */
    static Archive of(byte[] head) {
        // A zip without members is nothing but its end mark.
        if (head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6)) {
            return ZIP;
        }
        boolean tar =
                head.length >= TAR_BLOCK && new String(head, TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
        return tar ? TAR : null;
    }

    Members open(InputStream in) throws IOException {
        return switch (this) {
            case ZIP -> new ZipMembers(in);
            case TAR -> new TarMembers(in);
        };
    }

    /** The members of an archive. A name is only a name: nothing is ever looked up or written by it. */
    abstract static class Members {
        /** Goes to the next member; false behind the last. */
        abstract boolean next() throws IOException;

        /** Whether the member is a file, and no folder, link or device. */
        abstract boolean isFile();

        abstract String name();

        /** The bytes of the member. */
        abstract InputStream bytes();

        /** What else the archive is, when it is the container of another format; null for archives of files. */
        String document() {
            return null;
        }

        /** Files that systems leave behind; the same that are passed over in a folder. */
        static boolean isHidden(String name) {
            for (String part : name.split("/", -1)) {
                boolean relative = part.equals(".") || part.equals("..");
                if (!relative && (part.startsWith(".") || part.startsWith("_"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class ZipMembers extends Members {
        /** The first member of a zip that is no archive of files: Office documents, e-books, programs. */
        private static final List<String> DOCUMENTS =
                List.of("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/", "AndroidManifest.xml");

        private final EndMark end;
        private final ZipArchiveInputStream zip;
        private ZipArchiveEntry entry;
        private String document;
        private boolean first = true;

        private ZipMembers(InputStream in) {
            end = new EndMark(in);
            zip = new ZipArchiveInputStream(end, "UTF-8", true);
        }

        @Override
        boolean next() throws IOException {
            entry = zip.getNextEntry();
            if (entry == null && !end.seen()) {
                throw new IOException("Its directory is missing");
            }
            if (first && entry != null && DOCUMENTS.contains(entry.getName())) {
                document = entry.getName();
            }
            first = false;
            return entry != null;
        }

        @Override
        boolean isFile() {
            return !entry.isDirectory() && !entry.isUnixSymlink();
        }

        @Override
        String name() {
            return entry.getName();
        }

        @Override
        InputStream bytes() {
            return zip;
        }

        @Override
        String document() {
            return document;
        }
    }

    /** Sees whether the mark that ends a zip went by: without it the archive was cut, perhaps between two members. */
    private static final class EndMark extends FilterInputStream {
        private static final int MARK = 0x504B0506;

        private int last;
        private boolean seen;

        private EndMark(InputStream in) {
            super(in);
        }

        private boolean seen() {
            return seen;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read && !seen; i++) {
                last = last << 8 | bytes[i] & 0xFF;
                seen = last == MARK;
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] buffer = new byte[(int) Math.min(count, 8 * 1024)];
            return Math.max(0, read(buffer, 0, buffer.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private static final class TarMembers extends Members {
        private final HeaderLimit limit;
        private final TarArchiveInputStream tar;
        private TarArchiveEntry entry;

        private TarMembers(InputStream in) {
            limit = new HeaderLimit(in);
            tar = new TarArchiveInputStream(limit, "UTF-8");
        }

        @Override
        boolean next() throws IOException {
            if (entry != null) {
                // What is left of the member before is no header.
                drain(tar);
            }
            limit.begin();
            entry = tar.getNextEntry();
            limit.end();
            return entry != null;
        }

        @Override
        boolean isFile() {
            return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
        }

        @Override
        String name() {
            return entry.getName();
        }

        @Override
        InputStream bytes() {
            return tar;
        }

        private static void drain(InputStream in) throws IOException {
            byte[] buffer = new byte[8 * 1024];
            while (in.read(buffer) >= 0) {
                // Passed over.
            }
        }
    }

    /** Long names and other headers of a tar are held in memory, and say themselves how long they are. */
    private static final class HeaderLimit extends FilterInputStream {
        private static final long LARGEST_HEADER = 1024 * 1024;

        private long left = Long.MAX_VALUE;

        private HeaderLimit(InputStream in) {
            super(in);
        }

        private void begin() {
            left = LARGEST_HEADER;
        }

        private void end() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("A header of more than " + LARGEST_HEADER + " bytes");
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] buffer = new byte[(int) Math.min(count, 8 * 1024)];
            return Math.max(0, read(buffer, 0, buffer.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
