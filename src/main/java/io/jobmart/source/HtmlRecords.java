package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** A file that is a web page or a piece of one, read whole. */
final class HtmlRecords extends FileRecords {
    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final ReadOptions options;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private boolean done;

    HtmlRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options) {
        super(sourceFile, FileFormat.HTML, content);
        this.in = in;
        this.options = options;
    }

    static boolean isPage(String text, int start) {
        return PAGE.matcher(text).region(start, text.length()).lookingAt();
    }

    @Override
    SourceRecord read() throws IOException {
        if (!done) {
            done = true;
            byte[] bytes = in.readNBytes(options.maxRecordBytes());
            if (bytes.length == options.maxRecordBytes() && in.read() >= 0) {
                return rejected(
                        null,
                        QuarantineReason.TOO_LARGE,
                        "The page is larger than the limit of " + options.maxRecordBytes() + " bytes",
                        payload(bytes, bytes.length));
            }
            if (isDamaged()) {
                return null;
            }
            ready.addAll(WebPage.read(bytes, WebPage.Origin.ofFile(sourceFile()), options));
        }
        return ready.poll();
    }
}
