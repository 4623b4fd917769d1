package io.jobmart.source;

import io.jobmart.model.QuarantineReason;

/** A file that is of no format that is read: one rejection. */
final class UnknownRecords extends FileRecords {
    private final byte[] head;
    private boolean done;

    UnknownRecords(String sourceFile, ContentStream content, byte[] head) {
        super(sourceFile, FileFormat.UNKNOWN, content);
        this.head = head;
    }

    @Override
    SourceRecord read() {
        if (done) {
            return null;
        }
        done = true;
        String text = payload(head, head.length);
        boolean markup = text.stripLeading().startsWith("<");
        return rejected(
                null,
                QuarantineReason.NOT_A_POSTING_FORMAT,
                markup ? "A page or feed in HTML or XML" : "Binary content",
                markup ? text : null);
    }
}
