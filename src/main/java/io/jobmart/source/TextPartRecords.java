package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The postings of a text file that are parted by lines of dashes or the like; {@code sourceRecord} is the offset of the
 * part's first line. No more than one part is held.
 */
final class TextPartRecords extends FileRecords {
    private final LineInput lines;
    private final TextParts parts;
    private final ReadOptions options;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean ended;

    TextPartRecords(
            String sourceFile,
            ContentStream content,
            LineInput lines,
            FileFormat format,
            TextParts parts,
            ReadOptions options) {
        super(sourceFile, format, content);
        this.lines = lines;
        this.parts = parts;
        this.options = options;
    }

    @Override
    SourceRecord read() throws IOException {
        while (!ended) {
            SourceRecord record = part();
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    /** The next part, or null when it is blank or cut off by damage. */
    private SourceRecord part() throws IOException {
        part.reset();
        long offset = -1;
        long bytes = 0;
        while (true) {
            if (!lines.next()) {
                ended = true;
                break;
            }
            if (lines.isTooLong() || !parts.parts(payload(lines.line(), lines.length()))) {
                if (offset < 0 && lines.isBlank()) {
                    continue;
                }
                offset = offset < 0 ? lines.lineOffset() : offset;
                bytes += lines.lineBytes() + 1;
                if (bytes <= options.maxRecordBytes()) {
                    part.write(lines.line(), 0, lines.length());
                    part.write('\n');
                }
            } else {
                break;
            }
        }
        if (offset < 0 || ended && isDamaged()) {
            return null;
        }
        String sourceRecord = "offset:" + offset;
        byte[] content = part.toByteArray();
        if (bytes > options.maxRecordBytes()) {
            return rejected(
                    sourceRecord,
                    QuarantineReason.TOO_LARGE,
                    "The part has " + bytes + " bytes; the limit is " + options.maxRecordBytes(),
                    payload(content, content.length));
        }
        return TextRecords.posting(this, sourceRecord, content, parts, options);
    }
}
