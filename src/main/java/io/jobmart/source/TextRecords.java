package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.text.EncodingRepair;
import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;

/** A text file, which is one posting: decoded and repaired as a whole before it is taken apart. */
final class TextRecords extends FileRecords {
    private final InputStream in;
    private final ReadOptions options;
    private boolean done;

    TextRecords(String sourceFile, ContentStream content, InputStream in, FileFormat format, ReadOptions options) {
        super(sourceFile, format, content);
        this.in = in;
        this.options = options;
    }

    @Override
    SourceRecord read() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        byte[] bytes = in.readNBytes(options.maxRecordBytes());
        if (bytes.length == options.maxRecordBytes() && in.read() >= 0) {
            return rejected(
                    null,
                    QuarantineReason.TOO_LARGE,
                    "The file is larger than the limit of " + options.maxRecordBytes() + " bytes",
                    payload(bytes, bytes.length));
        }
        if (isDamaged()) {
            return null;
        }
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        String text = PostingStrings.wellFormed(decoded.text());
        EncodingRepair.Result repaired = EncodingRepair.repair(text);
        boolean markdown = format() == FileFormat.MARKDOWN;
        RawPosting.Builder posting = RawPosting.of(
                        switch (format()) {
                            case MARKDOWN -> SourceFormat.MARKDOWN;
                            case FRONT_MATTER -> SourceFormat.FRONT_MATTER;
                            default -> SourceFormat.PLAIN_TEXT;
                        },
                        sourceFile(),
                        null)
                .source(options.source())
                .repair(repaired.flavour(), decoded.lossy() || repaired.lossy() || text != decoded.text());
        if (markdown) {
            MarkdownPosting.read(repaired.text(), posting);
        } else if (format() != FileFormat.FRONT_MATTER || !FrontMatter.read(repaired.text(), posting)) {
            posting.description(repaired.text(), TextFormat.PLAIN);
        }
        return record(posting.build(), () -> text);
    }
}
