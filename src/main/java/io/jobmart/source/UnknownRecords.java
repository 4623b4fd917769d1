package io.jobmart.source;

import io.jobmart.model.QuarantineReason;

/** A file that is of no format that is read: one rejection. */
final class UnknownRecords extends FileRecords {
    private final String detail;
    private final String payload;
    private boolean done;

    UnknownRecords(String sourceFile, ContentStream content, String detail, String payload) {
        super(sourceFile, FileFormat.UNKNOWN, content);
        this.detail = detail;
        this.payload = payload;
    }

    static UnknownRecords of(String sourceFile, ContentStream content, byte[] head) {
        if (FormatDetector.isBinary(head)) {
            return new UnknownRecords(sourceFile, content, "Binary content", null);
        }
        String text = payload(head, head.length);
        String detail = text.stripLeading().startsWith("<")
                ? "A feed in XML or another markup that is not read"
                : "Source code or settings of a program";
        return new UnknownRecords(sourceFile, content, detail, text);
    }

    @Override
    SourceRecord read() {
        if (done) {
            return null;
        }
        done = true;
        return rejected(null, QuarantineReason.NOT_A_POSTING_FORMAT, detail, payload);
    }
}
