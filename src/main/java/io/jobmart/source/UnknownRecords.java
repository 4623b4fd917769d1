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
        String text = payload(head, head.length);
        boolean markup = text.stripLeading().startsWith("<");
        return new UnknownRecords(
                sourceFile, content, markup ? "A page or feed in HTML or XML" : "Binary content", markup ? text : null);
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
