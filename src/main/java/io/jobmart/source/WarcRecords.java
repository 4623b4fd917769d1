package io.jobmart.source;

import io.jobmart.model.Gone;
import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.parse.CanonicalUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The postings of an archive of a web crawl: those that the pages and feeds in it mark up, each read by its own content.
 *
 * <ul>
 *   <li>{@code response} with a status of success, {@code resource} and {@code conversion}: what their body holds. A crawl is
 *       mostly pages that are no ads, so a page that does not name the type JobPosting, a feed or an API of something else,
 *       and text (robots.txt, the text of pages) are passed over, and counted; a page whose markup is broken is rejected.
 *   <li>{@code response} and {@code revisit} with the status 404 or 410: word that the page is gone. Every other status says
 *       nothing: a redirect may lead to the posting, a failure of the server passes.
 *   <li>a {@code revisit} that found the page as it was is passed over: what it found lies in another record, mostly of another
 *       file. So are all other kinds of record.
 * </ul>
 *
 * <p>One record is held at a time. Where a record's header is broken nobody can tell where the next one begins: the rest of
 * the file is one rejection.
 */
final class WarcRecords extends FileRecords {
    /** The headers of a record, and those of a response within it. */
    private static final int LARGEST_HEADER = 64 * 1024;

    private static final int LARGEST_PADDING = 4;

    /** What a server says that does not know. */
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final byte[] TYPE = "JobPosting".getBytes(StandardCharsets.US_ASCII);

    private final ContentStream content;
    private final ReadOptions options;
    private final RecordChannel channel;
    private final WarcReader reader;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private WarcRecord record;
    private long place = -1;
    private String address;
    private boolean ended;
    private long passedOver;

    /** What the body of the record holds, while it is read. */
    private SourceRecords body;

    private Capture capture;
    /** A posting is held back until it is known whether it is the only one of its page. */
    private SourceRecord.Accepted held;

    private boolean alone;

    /** What a record says of its body. */
    private record Capture(String url, LocalDate day, boolean cut) {}

    WarcRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options) throws IOException {
        super(sourceFile, FileFormat.WARC, content);
        this.content = content;
        this.options = options;
        channel = new RecordChannel(in);
        reader = new WarcReader(channel);
        reader.setLenient(true);
    }

    /** Pages and other records so far in which there is no trace of a posting. */
    long passedOver() {
        return passedOver;
    }

    @Override
    SourceRecord read() throws IOException {
        while (ready.isEmpty() && !ended) {
            if (body != null) {
                nextOfBody();
            } else {
                nextRecord();
            }
        }
        return ready.poll();
    }

    private void nextRecord() throws IOException {
        try {
            if (record != null) {
                record.body().consume();
                record.body().close();
            }
            channel.limit(LARGEST_HEADER);
            record = reader.next().orElse(null);
            channel.limit(Long.MAX_VALUE);
            if (record == null || reader.position() >= channel.count()) {
                ended = true;
                return;
            }
            if (record.body().size() < 0 || reader.position() <= place) {
                throw new IOException("Its length is below zero");
            }
            place = reader.position();
        } catch (IOException | RuntimeException e) {
            content.file().requireReadable();
            ended = true;
            if (!isDamaged() && !isPadding()) {
                ready.add(broken(e));
            }
            return;
        }
        address = "offset:" + content.storedAt(place);
        try {
            open();
        } catch (IOException | RuntimeException e) {
            content.file().requireReadable();
            channel.limit(Long.MAX_VALUE);
            if (!channel.isAtEnd()) {
                QuarantineReason reason = e instanceof HttpBody.TooLargeException
                        ? QuarantineReason.TOO_LARGE
                        : QuarantineReason.UNREADABLE;
                ready.add(rejected(address, reason, "The record cannot be read: " + message(e), null));
            }
        }
    }

    private SourceRecord broken(Exception cause) {
        String what = channel.isAtEnd()
                ? "The archive ends within this record"
                : "The record is broken, and what follows it cannot be found: " + message(cause);
        return rejected(end(), QuarantineReason.UNREADABLE, what, null);
    }

    @Override
    String end() {
        // The reader is at the record that it could not read, unless it failed within the body of the one before.
        return "offset:" + content.storedAt(Math.max(place, reader.position()));
    }

    /** Whether no record, but a line break or two are left behind the last one. */
    private boolean isPadding() {
        return channel.isAtEnd() && channel.count() - reader.position() <= LARGEST_PADDING;
    }

    private static String message(Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    // ---------------------------------------------------------------- one record

    private void open() throws IOException {
        if (record instanceof WarcResponse response && isHttp(response)) {
            channel.limit(LARGEST_HEADER);
            HttpResponse http = response.http();
            channel.limit(Long.MAX_VALUE);
            response(response, http);
        } else if (record instanceof WarcRevisit revisit) {
            revisit(revisit);
        } else if (record instanceof WarcResource || record instanceof WarcConversion) {
            MediaType type = record.contentType();
            if (mayHoldPosting(name(type))) {
                open(HttpBody.read(record.body().stream(), options.maxRecordBytes()), type);
            } else {
                passedOver++;
            }
        }
    }

    private static boolean isHttp(WarcResponse response) {
        return response.headers().first("Content-Type").orElse("").startsWith("application/http");
    }

    private void response(WarcResponse response, HttpResponse http) throws IOException {
        if (isGone(http.status())) {
            gone(response, http.status());
            return;
        }
        boolean whole = http.status() >= 200 && http.status() < 300 && http.status() != 206;
        MediaType type = http.contentType();
        if (!whole || !mayHoldPosting(name(type))) {
            passedOver++;
            return;
        }
        HttpBody sent = HttpBody.read(http.body().stream(), options.maxRecordBytes());
        open(sent.decoded(http.headers().all("Content-Encoding"), options.maxRecordBytes()), type);
    }

    private void revisit(WarcRevisit revisit) {
        passedOver++;
        try {
            channel.limit(LARGEST_HEADER);
            int status = revisit.body().size() == 0 ? 0 : revisit.http().status();
            if (isGone(status)) {
                passedOver--;
                gone(revisit, status);
            }
        } catch (IOException | RuntimeException e) {
            // Many hold no header of the response, and none is needed.
        } finally {
            channel.limit(Long.MAX_VALUE);
        }
    }

    private static boolean isGone(int status) {
        return status == 404 || status == 410;
    }

    private void gone(WarcTargetRecord page, int status) {
        String canonical = CanonicalUrl.of(page.target());
        if (canonical != null) {
            ready.add(new SourceRecord.Gone(new Gone(sourceFile(), address, page.target(), canonical, status, day())));
        }
    }

    /** The day of the capture, in UTC as all dates of web archives; null when it is none. */
    private LocalDate day() {
        try {
            return LocalDate.ofInstant(record.date(), ZoneOffset.UTC);
        } catch (DateTimeException | java.util.NoSuchElementException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The type without its parameters. Whether it is valid can't be asked: jwarc calls none valid that came with HTTP. */
    private static String name(MediaType type) {
        String name = type.base().toString().toLowerCase(Locale.ROOT);
        return name.indexOf('/') > 0 ? name : UNKNOWN_TYPE;
    }

    /** Pictures, styles, programs and films don't; what the server gives no type may. */
    private static boolean mayHoldPosting(String type) {
        return type.equals(UNKNOWN_TYPE)
                || type.startsWith("text/") && !type.contains("css") && !type.contains("javascript")
                || type.endsWith("html")
                || type.endsWith("+xml") && !type.startsWith("image/")
                || type.endsWith("/xml")
                || type.endsWith("json")
                || type.endsWith("jsonlines")
                || type.endsWith("jsonl");
    }

    // ---------------------------------------------------------------- the body of a record

    private void open(HttpBody payload, MediaType type) throws IOException {
        if (channel.isAtEnd()) {
            // The file ends here, and says so itself.
            return;
        }
        byte[] bytes = NarrowInput.of(payload.bytes());
        boolean named = contains(bytes, TYPE);
        boolean html = name(type).endsWith("html");
        boolean page = html && isMarkup(bytes);
        boolean worded = !named && page && WebPage.mayBeAd(bytes);
        if (!named && !worded && page) {
            // Nine pages of ten: nothing more is asked of them.
            passedOver++;
            return;
        }
        boolean cut = payload.cut()
                || record.headers().first("WARC-Truncated").isPresent()
                || record.headers().first("WARC-Segment-Number").isPresent();
        capture = new Capture(((WarcTargetRecord) record).target(), day(), cut);
        boolean complete = bytes.length <= FormatDetector.WINDOW;
        FileFormat format = FormatDetector.detect(
                complete ? bytes : Arrays.copyOf(bytes, FormatDetector.WINDOW), complete, null, options.dialects());
        if (worded || named && (format == FileFormat.HTML || page)) {
            String charset = type.parameters().get("charset");
            WebPage.Origin origin = new WebPage.Origin(sourceFile(), address, charset, capture.url(), capture.day());
            for (SourceRecord found : WebPage.read(bytes, origin, options)) {
                if (named || found instanceof SourceRecord.Accepted) {
                    addOfPage(found);
                } else {
                    // A page that marks nothing and is no ad is no record.
                    passedOver++;
                }
            }
            return;
        }
        switch (format) {
            case JSON, JSON_LINES, XML, CSV, FRONT_MATTER -> {
                ContentStream inner = ContentStream.plain(content.file(), new ByteArrayInputStream(bytes), 0, options);
                body = Sources.open(sourceFile(), null, inner, 0, options);
                alone = true;
            }
            default -> passedOver++;
        }
    }

    private void addOfPage(SourceRecord found) {
        if (found instanceof SourceRecord.Accepted accepted && capture.cut()) {
            ready.add(new SourceRecord.Accepted(
                    accepted.posting().toBuilder().issue(Issue.PAGE_CUT, null).build(), accepted.raw()));
        } else if (found instanceof SourceRecord.Rejected rejected) {
            reject(rejected.rejection(), rejected.rejection().sourceRecord());
        } else {
            ready.add(found);
        }
    }

    /** Reads on in the body until there is a record to give, or its end. */
    private void nextOfBody() throws IOException {
        if (!body.hasNext()) {
            release();
            body.close();
            body = null;
            return;
        }
        SourceRecord next = body.next();
        if (next instanceof SourceRecord.Accepted accepted) {
            alone &= held == null;
            release();
            held = accepted;
        } else if (next instanceof SourceRecord.Rejected rejected) {
            reject(rejected.rejection(), within(rejected.rejection().sourceRecord()));
        }
    }

    private void release() {
        if (held == null) {
            return;
        }
        RawPosting posting = held.posting();
        RawPosting.Builder captured =
                posting.toBuilder().sourceRecord(within(posting.sourceRecord())).captured(capture.day());
        if (posting.url() == null && alone) {
            captured.url(capture.url());
        }
        if (capture.cut()) {
            captured.issue(Issue.PAGE_CUT, null);
        }
        ready.add(new SourceRecord.Accepted(captured.build(), held.raw()));
        held = null;
    }

    /** What is no posting is nothing remarkable in a crawl; what would be one and is broken is. */
    private void reject(Rejection rejection, String place) {
        if (rejection.reason() == QuarantineReason.NOT_A_JOB_POSTING
                || rejection.reason() == QuarantineReason.NOT_A_POSTING_FORMAT) {
            passedOver++;
            return;
        }
        String detail = rejection.detail() + (capture.cut() ? " (the archive holds only the first part of it)" : "");
        ready.add(new SourceRecord.Rejected(
                new Rejection(sourceFile(), place, rejection.reason(), detail, rejection.payload())));
    }

    private String within(String part) {
        return part == null ? address : address + "#" + part;
    }

    private static boolean isMarkup(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        return start < bytes.length && bytes[start] == '<';
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        for (int i = 0; i <= bytes.length - word.length; i++) {
            int same = 0;
            while (same < word.length && bytes[i + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }

    /**
     * The bytes of the archive as the library wants them. It holds a header in memory however long it is, and asks on behind
     * the end of the file: so both are watched here.
     */
    private static final class RecordChannel implements ReadableByteChannel {
        private final InputStream in;
        private long count;
        private long left = Long.MAX_VALUE;
        private boolean atEnd;
        private boolean open = true;

        private RecordChannel(InputStream in) {
            this.in = in;
        }

        /** How many bytes may be read until this is called again. */
        private void limit(long bytes) {
            left = bytes;
        }

        /** Bytes read so far. */
        private long count() {
            return count;
        }

        private boolean isAtEnd() {
            return atEnd;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (left <= 0) {
                throw new IOException("Its header has more than " + LARGEST_HEADER + " bytes");
            }
            byte[] bytes = into.array();
            int read = in.read(bytes, into.arrayOffset() + into.position(), (int) Math.min(into.remaining(), left));
            if (read < 0) {
                atEnd = true;
                return -1;
            }
            into.position(into.position() + read);
            count += read;
            left -= read;
            return read;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
