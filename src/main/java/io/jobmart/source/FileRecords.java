package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** What the readers of all formats share: looking ahead by one record, and the word on a damaged file at the end. */
abstract class FileRecords implements SourceRecords {
    private final String sourceFile;
    private final FileFormat format;
    private final ContentStream content;
    private SourceRecord next;
    private boolean ended;

    FileRecords(String sourceFile, FileFormat format, ContentStream content) {
        this.sourceFile = sourceFile;
        this.format = format;
        this.content = content;
    }

    /** The next record, or null at the end. A record that is cut off by damage is not returned. */
    abstract SourceRecord read() throws IOException;

    /** Address of what could not be read any more where a file is damaged; null when only the file can be named. */
    String end() {
        return null;
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + sourceFile, e);
            }
            if (next == null) {
                ended = true;
                if (isDamaged()) {
                    next = rejected(end(), reason(content.damage()), detail(content), null);
                }
            }
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

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Why the rest of a file is lost. */
    static QuarantineReason reason(IOException damage) {
        return damage instanceof ContentStream.TooLargeException
                ? QuarantineReason.TOO_LARGE
                : QuarantineReason.UNREADABLE;
    }

    static String detail(ContentStream content) {
        String cause = content.damage().getMessage();
        return reason(content.damage()) == QuarantineReason.TOO_LARGE
                ? cause + "; it is not read any further"
                : "The file is damaged after byte " + content.count() + " of its content: " + cause;
    }

    final String sourceFile() {
        return sourceFile;
    }

    /** Whether the content ended before the file did; known once the end was reached. */
    final boolean isDamaged() {
        return content.damage() != null;
    }

    /**
     * The posting, unless there is nothing in it.
     *
     * @param raw the record as text; made only where it is wanted, since that costs as much as reading it
     */
    final SourceRecord record(RawPosting posting, Supplier<String> raw) {
        return posting.title() == null
                        && (posting.description() == null
                                || posting.description().isBlank())
                ? rejected(
                        posting.sourceRecord(),
                        QuarantineReason.NO_CONTENT,
                        "The record has neither title nor description",
                        raw.get())
                : new SourceRecord.Accepted(posting, raw);
    }

    final SourceRecord rejected(String sourceRecord, QuarantineReason reason, String detail, String payload) {
        String text = payload == null ? null : PostingStrings.wellFormed(payload);
        return new SourceRecord.Rejected(Rejection.of(sourceFile, sourceRecord, reason, detail, text));
    }

    /** As much of the bytes as quarantine keeps, as text. */
    static String payload(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, Rejection.PAYLOAD_LIMIT), StandardCharsets.UTF_8);
    }
}
