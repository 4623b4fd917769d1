package io.jobmart.source;

import io.jobmart.model.Gone;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.Rejection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The records of the members of an archive, one member after the other, each read as if it were a file. Where the archive
 * is damaged, or grows beyond the limits, the rest of it is one rejection that names the member.
 */
final class ArchiveRecords implements SourceRecords {
    private final String sourceFile;
    private final ContentStream archive;
    private final Archive.Members members;
    private final int archives;
    private final ReadOptions options;
    /** Hashes, because an archive may have millions of members: two that collide are told apart without need. */
    private final Set<Long> names = new HashSet<>();

    private long number;
    private long unpacked;
    private String address;
    private ContentStream content;
    private MemberBytes bytes;
    private SourceRecords open;
    private SourceRecord next;
    /** Whether a rejection of the member says already that the archive is damaged. */
    private boolean told;

    private boolean ended;

    /** @param archives how many archives may lie in each other inside this one */
    ArchiveRecords(
            String sourceFile, ContentStream archive, Archive.Members members, int archives, ReadOptions options) {
        this.sourceFile = sourceFile;
        this.archive = archive;
        this.members = members;
        this.archives = archives;
        this.options = options;
    }

    @Override
    public FileFormat format() {
        return FileFormat.ARCHIVE;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                if (open == null) {
                    nextMember();
                } else if (open.hasNext()) {
                    next = at(open.next());
                } else {
                    endMember();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + sourceFile, e);
        }
        return next != null;
    }

    @Override
    public SourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceRecord record = next;
        next = null;
        return record;
    }

    private void nextMember() throws IOException {
        boolean any;
        try {
            any = members.next();
        } catch (IOException | RuntimeException e) {
            archive.file().requireReadable();
            fail(e);
            return;
        }
        if (!any) {
            ended = true;
            if (archive.damage() != null) {
                fail(archive.damage());
            }
            return;
        }
        if (members.document() != null) {
            ended = true;
            next = rejected(
                    null,
                    QuarantineReason.NOT_A_POSTING_FORMAT,
                    "A zip that begins with " + members.document() + " is a document or a program");
            return;
        }
        number++;
        address = address(members.name());
        bytes = new MemberBytes(members.bytes());
        content = ContentStream.of(archive.file(), bytes, unpacked, options);
        // What is passed over is read like the rest, as it may be a bomb like the rest.
        open = members.isFile() && !Archive.Members.isHidden(members.name())
                ? Sources.open(sourceFile, members.name(), content, archives, options)
                : new EmptyRecords(sourceFile, content);
    }

    /** Reads what the records left of the member: it counts too. */
    private void endMember() throws IOException {
        drain(content);
        long count = content.count();
        if (content.damage() != null && !bytes.failed && !isTooLarge(content)) {
            content = ContentStream.plain(archive.file(), bytes, unpacked + count, options);
            drain(content);
            count += content.count();
        }
        open.close();
        open = null;
        unpacked += count;
        if (bytes.failed || isTooLarge(content)) {
            // The member's own records have said so, unless they ended before.
            if (!told) {
                next = rejected(address, FileRecords.reason(cause()), FileRecords.detail(content));
            }
            ended = true;
        }
        told = false;
    }

    private static void drain(ContentStream content) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        while (content.damage() == null && content.read(buffer) >= 0) {
            // Passed over.
        }
    }

    private static boolean isTooLarge(ContentStream content) {
        return content.damage() instanceof ContentStream.TooLargeException;
    }

    private IOException cause() {
        return archive.damage() != null ? archive.damage() : content.damage();
    }

    private void fail(Exception cause) {
        ended = true;
        IOException damage = archive.damage();
        String where = number == 0 ? "at its start" : "behind the member " + address;
        next = rejected(
                null,
                damage == null ? QuarantineReason.UNREADABLE : FileRecords.reason(damage),
                "The archive is damaged " + where + ", after byte " + archive.count() + " of its content: "
                        + (damage == null ? cause : damage).getMessage());
    }

    private SourceRecord rejected(String record, QuarantineReason reason, String detail) {
        return new SourceRecord.Rejected(Rejection.of(sourceFile, record, reason, detail, null));
    }

    /** The same record with the member in its address. */
    private SourceRecord at(SourceRecord record) {
        if (record instanceof SourceRecord.Accepted accepted) {
            return new SourceRecord.Accepted(
                    accepted.posting().at(within(accepted.posting().sourceRecord())), accepted.raw());
        }
        if (record instanceof SourceRecord.Gone gone) {
            Gone page = gone.page();
            return new SourceRecord.Gone(new Gone(
                    page.sourceFile(),
                    within(page.sourceRecord()),
                    page.url(),
                    page.canonicalUrl(),
                    page.status(),
                    page.captured()));
        }
        Rejection rejection = ((SourceRecord.Rejected) record).rejection();
        // The word on the damage is the last one.
        boolean damage = content.damage() != null && !open.hasNext();
        told |= damage;
        QuarantineReason reason =
                damage && archive.damage() != null ? FileRecords.reason(archive.damage()) : rejection.reason();
        return new SourceRecord.Rejected(new Rejection(
                rejection.sourceFile(),
                within(rejection.sourceRecord()),
                reason,
                damage && archive.damage() != null
                        ? rejection.detail() + " (" + archive.damage().getMessage() + ")"
                        : rejection.detail(),
                rejection.payload()));
    }

    private String within(String record) {
        return record == null ? address : address + "#" + record;
    }

    private String address(String name) {
        StringBuilder written = new StringBuilder("member:");
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            hash = (hash ^ c) * 0x100000001B3L;
            if (c == '#' || c == '%' || c == ';' || c < 0x20 || c == 0x7F) {
                written.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                written.append(c);
            }
        }
        if (!names.add(hash)) {
            written.append(';').append(number);
        }
        return PostingStrings.wellFormed(written.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            archive.close();
        }
    }

    /** The bytes of one member; closing them leaves the archive open. */
    private static final class MemberBytes extends FilterInputStream {
        private boolean failed;

        private MemberBytes(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException | RuntimeException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public void close() {
            // The next member is read from the same stream.
        }
    }
}
