package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.jobmart.model.Gone;
import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;

class WarcRecordsTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();
    private static final String URL = "https://crumb.example/jobs/1";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<SourceRecord> read(WarcFile file) {
        return Read.all(file.bytes(), STANDARD);
    }

    private static List<String> addresses(List<SourceRecord> records) {
        return records.stream().map(WarcRecordsTest::address).toList();
    }

    private static String address(SourceRecord record) {
        if (record instanceof SourceRecord.Accepted accepted) {
            return accepted.posting().title() + " " + accepted.posting().sourceRecord();
        }
        if (record instanceof SourceRecord.Gone gone) {
            return gone.page().status() + " " + gone.page().sourceRecord();
        }
        Rejection rejection = Read.rejection(record);
        return rejection.reason() + " " + rejection.sourceRecord();
    }

    private static RawPosting only(WarcFile file) {
        return Read.posting(Read.only(read(file)));
    }

    // ---------------------------------------------------------------- what is read

    @Test
    void aPageGivesItsPostingWithAddressUrlAndDay() {
        WarcFile file = WarcFile.gzip()
                .add(new Warcinfo.Builder().build())
                .on("2026-11-01")
                .page(URL, WarcFile.posting("Baker"));
        RawPosting posting = only(file);
        assertEquals("Baker", posting.title());
        assertEquals(SourceFormat.HTML_JSON_LD, posting.format());
        assertEquals("offset:" + file.offset(1) + "#script:1", posting.sourceRecord());
        assertEquals(URL, posting.url());
        assertEquals(LocalDate.of(2026, 11, 1), posting.captured());
    }

    @Test
    void aPageThatMarksNothingIsAPostingWhenItReadsLikeOneAndElseNoRecord() {
        String ad =
                "<h1>Baker</h1><p>Crumb Ltd is looking for a baker who loves rye as much as we do, and who gets up before"
                        + " the birds. You will work with two others in the old mill by the river, six nights of the week, and have the"
                        + " seventh to yourself; the bread that is left over is yours.</p>"
                        + "<h2>Requirements</h2><ul><li>Three years of experience with ovens of every kind</li></ul>"
                        + "<h2>Responsibilities</h2><ul><li>Mix, knead, bake, and clean what you used</li></ul>";
        String news = "<h1>Mill</h1><p>" + "The responsibilities of a mill, and its requirements, are old. ".repeat(20);
        WarcFile file = WarcFile.gzip()
                .page("https://crumb.example/news/1", "<!DOCTYPE html><title>News</title>" + news)
                .page(URL, "<!DOCTYPE html><title>Baker at Crumb Ltd</title>" + ad)
                .page("https://crumb.example/part", "<p>requirements, qualifications and benefits");
        RawPosting posting = only(file);
        assertEquals(SourceFormat.HTML_PAGE, posting.format());
        assertEquals("offset:" + file.offset(1), posting.sourceRecord());
        assertEquals("Crumb Ltd", posting.company());
        assertEquals(URL, posting.url());
    }

    @Test
    void theOffsetIsWhereTheRecordLiesInTheFileAsStored() throws IOException {
        WarcFile packed = WarcFile.gzip();
        WarcFile plain = WarcFile.plain();
        for (WarcFile file : List.of(packed, plain)) {
            for (int i = 0; i < 300; i++) {
                file.page(URL + i, i % 3 == 0 ? WarcFile.posting("Baker " + i) : "<html>" + "No ad. ".repeat(i * 20));
            }
            List<SourceRecord> records = read(file);
            assertEquals(100, records.size());
            for (int i = 0; i < records.size(); i++) {
                assertEquals("Baker " + i * 3 + " offset:" + file.offset(i * 3) + "#script:1", address(records.get(i)));
            }
        }
        byte[] bytes = packed.bytes();
        int offset = (int) packed.offset(150);
        byte[] start =
                new GZIPInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset)).readNBytes(8);
        assertEquals("WARC/1.0", new String(start, StandardCharsets.US_ASCII));
    }

    @Test
    void recordsThatShareAMemberAreToldApartWithinIt() throws IOException {
        WarcFile plain =
                WarcFile.plain().page(URL, WarcFile.posting("Baker")).page(URL + "2", WarcFile.posting("Cook"));
        List<SourceRecord> records = Read.all(gzip(plain.bytes()), STANDARD);
        assertEquals(
                List.of("Baker offset:0#script:1", "Cook offset:0+" + plain.offset(1) + "#script:1"),
                addresses(records));
    }

    @Test
    void anArchiveInAnArchiveHasTheMemberBeforeTheOffset() throws IOException {
        WarcFile file = WarcFile.gzip().page(URL, WarcFile.posting("Baker")).status(URL + "2", 404);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("crawl.warc.gz"));
            out.write(file.bytes());
        }
        assertEquals(
                List.of(
                        "Baker member:crawl.warc.gz#offset:0#script:1",
                        "404 member:crawl.warc.gz#offset:" + file.offset(1)),
                addresses(Read.all(zip.toByteArray(), STANDARD)));
    }

    @Test
    void feedsAndApisAreReadByTheirContent() {
        String one = "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":\"Bake.\"}";
        String two = "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"description\":\"Cook.\"}";
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "application/ld+json; charset=utf-8", utf8(one))
                .response(URL + "2", 200, "text/html", utf8("[" + one + "," + two + "]"))
                .response(URL + "3", 200, "", utf8(one + "\n" + two + "\n"));
        List<SourceRecord> records = read(file);
        assertEquals(
                List.of(
                        "Baker offset:0",
                        "Baker offset:" + file.offset(1) + "#/0",
                        "Cook offset:" + file.offset(1) + "#/1",
                        "Baker offset:" + file.offset(2) + "#offset:0",
                        "Cook offset:" + file.offset(2) + "#offset:" + (one.length() + 1)),
                addresses(records));
        assertEquals(URL, Read.posting(records.get(0)).url());
        // One address cannot be that of two postings.
        assertNull(Read.posting(records.get(1)).url());
        assertNull(Read.posting(records.get(4)).url());
    }

    @Test
    void aPostingKeepsItsOwnUrl() {
        String own = "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"url\":\"https://crumb.example/own\"}";
        assertEquals(
                "https://crumb.example/own",
                only(WarcFile.gzip().page(URL, WarcFile.page(own))).url());
    }

    @Test
    void resourcesAndConversionsAreReadToo() throws IOException {
        byte[] page = utf8(WarcFile.posting("Baker"));
        WarcFile file = WarcFile.gzip();
        file.add(new WarcResource.Builder(java.net.URI.create(URL))
                .date(file.time())
                .body(MediaType.HTML, page)
                .build());
        file.add(new WarcConversion.Builder()
                .setHeader("WARC-Target-URI", URL)
                .date(file.time())
                .body(MediaType.HTML, page)
                .build());
        assertEquals(
                List.of("Baker offset:0#script:1", "Baker offset:" + file.offset(1) + "#script:1"),
                addresses(read(file)));
    }

    @Test
    void whatIsNoPostingIsPassedOver() throws IOException {
        WarcFile file = WarcFile.gzip()
                .page(URL, "<html><body>A recipe</body></html>")
                .page(URL, WarcFile.page("{\"@type\":\"Organization\",\"name\":\"A page about the type JobPosting\"}"))
                .response(URL, 200, "text/plain", utf8("User-agent: *\nDisallow: /\n"))
                .response(URL, 200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0})
                .response(URL, 200, "text/css", utf8("JobPosting { }"))
                .response(URL, 200, "application/json", utf8("{\"version\": 3}"))
                .response(URL, 200, "application/json", new byte[0])
                .response(URL, 206, "text/html", utf8(WarcFile.posting("A part")))
                .response(URL, 500, "text/html", utf8(WarcFile.posting("An error")))
                .response(URL, 301, "text/html", new byte[0], "Location", URL);
        file.add(new WarcMetadata.Builder()
                .body(MediaType.parse("application/json"), utf8(WarcFile.posting("Metadata")))
                .build());
        assertEquals(List.of(), addresses(read(file)));
    }

    @Test
    void markupThatIsBrokenIsRejectedWithItsAddress() {
        WarcFile file = WarcFile.gzip()
                .page(URL, WarcFile.page("{\"@type\":\"JobPosting\" \"title\":\"Baker\"}"))
                .page(URL, WarcFile.page("{\"@type\":\"JobPosting\",\"url\":\"https://crumb.example/2\"}"));
        List<SourceRecord> records = read(file);
        assertEquals(
                List.of("JSON_SYNTAX offset:0#script:1", "NO_CONTENT offset:" + file.offset(1) + "#script:1"),
                addresses(records));
    }

    // ---------------------------------------------------------------- pages that are gone

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aPageThatIsGoneIsTold(int status) {
        WarcFile file =
                WarcFile.gzip().on("2026-11-05").status("http://www.crumb.example/jobs/1/?utm_source=x", status);
        Gone gone = ((SourceRecord.Gone) Read.only(read(file))).page();
        assertEquals(status, gone.status());
        assertEquals("http://www.crumb.example/jobs/1/?utm_source=x", gone.url());
        assertEquals("crumb.example/jobs/1", gone.canonicalUrl());
        assertEquals(LocalDate.of(2026, 11, 5), gone.captured());
        assertEquals("offset:0", gone.sourceRecord());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 302, 400, 401, 403, 429, 451, 500, 503})
    void everyOtherStatusSaysNothing(int status) {
        assertEquals(List.of(), addresses(read(WarcFile.gzip().status(URL, status))));
    }

    @Test
    void aRevisitOfAPageThatIsGoneIsToldAndOthersAreNot() throws IOException {
        WarcFile file = WarcFile.gzip();
        for (int status : new int[] {404, 200}) {
            file.add(new WarcRevisit.Builder(java.net.URI.create(URL), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                    .date(file.time())
                    .body(new HttpResponse.Builder(status, "Reason").build())
                    .build());
        }
        file.add(new WarcRevisit.Builder(java.net.URI.create(URL), WarcRevisit.SERVER_NOT_MODIFIED_1_1)
                .date(file.time())
                .build());
        assertEquals(List.of("404 offset:0"), addresses(read(file)));
    }

    // ---------------------------------------------------------------- bodies as they were sent

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] content, boolean bare) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, bare))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** Brotli that stores the content as it is: window of 64 KB, one block that is not the last, an empty last one. */
    private static byte[] brotli(byte[] content) {
        int header = content.length - 1 << 4 | 1 << 20;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header);
        bytes.write(header >> 8);
        bytes.write(header >> 16);
        bytes.writeBytes(content);
        bytes.write(3);
        return bytes.toByteArray();
    }

    private static byte[] chunked(byte[] content, boolean whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < content.length; i += 100) {
            int size = Math.min(100, content.length - i);
            bytes.writeBytes(utf8(Integer.toHexString(size) + "\r\n"));
            bytes.write(content, i, size);
            bytes.writeBytes(utf8("\r\n"));
        }
        bytes.writeBytes(utf8(whole ? "0\r\n\r\n" : "40\r\nhalf a chunk"));
        return bytes.toByteArray();
    }

    @Test
    void everyContentEncodingIsUndone() throws IOException {
        byte[] page = utf8(WarcFile.posting("Bäcker"));
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "text/html", gzip(page), "Content-Encoding", "gzip")
                .response(URL, 200, "text/html", gzip(page), "Content-Encoding", "X-GZIP")
                .response(URL, 200, "text/html", deflate(page, false), "Content-Encoding", "deflate")
                .response(URL, 200, "text/html", deflate(page, true), "Content-Encoding", "deflate")
                .response(URL, 200, "text/html", brotli(page), "Content-Encoding", "br")
                .response(URL, 200, "text/html", Zstd.compress(page), "Content-Encoding", "zstd")
                .response(URL, 200, "text/html", gzip(deflate(page, false)), "Content-Encoding", "deflate, gzip")
                .response(URL, 200, "text/html", page, "Content-Encoding", "identity");
        List<SourceRecord> records = read(file);
        assertEquals(8, records.size());
        for (SourceRecord record : records) {
            assertEquals("Bäcker", Read.posting(record).title());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void anArchiveThatUndidTheEncodingAndKeptTheHeaderIsRead(String encoding) {
        byte[] page = utf8(WarcFile.posting("Baker"));
        assertEquals(
                "Baker",
                only(WarcFile.gzip().response(URL, 200, "text/html", page, "Content-Encoding", encoding))
                        .title());
    }

    @Test
    void theServersCharsetCountsBeforeThePages() {
        byte[] page = WarcFile.posting("Пекарь")
                .replace("<head>", "<head><meta charset=\"iso-8859-1\">")
                .getBytes(java.nio.charset.Charset.forName("windows-1251"));
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "text/html; charset=windows-1251", page)
                .response(URL, 200, "text/html; charset=windows-1251", utf8(WarcFile.posting("Пекарь")));
        List<SourceRecord> records = read(file);
        assertEquals("Пекарь", Read.posting(records.get(0)).title());
        assertEquals("Пекарь", Read.posting(records.get(1)).title());
    }

    @Test
    void chunksAreJoined() throws IOException {
        byte[] page = utf8(WarcFile.posting("Bäcker"));
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "text/html", chunked(page, true), "Transfer-Encoding", "chunked")
                .response(
                        URL,
                        200,
                        "text/html",
                        chunked(gzip(page), true),
                        "Transfer-Encoding",
                        "chunked",
                        "Content-Encoding",
                        "gzip")
                // Joined by the crawler, which kept the header.
                .response(URL, 200, "text/html", page, "Transfer-Encoding", "chunked");
        List<SourceRecord> records = read(file);
        assertEquals(3, records.size());
        for (SourceRecord record : records) {
            assertEquals("Bäcker", Read.posting(record).title());
            assertEquals(List.of(), Read.posting(record).issues());
        }
    }

    @Test
    void aBodyThatWasCutGivesWhatIsWholeInItWithAnIssue() throws IOException {
        byte[] page = utf8(WarcFile.posting("Baker"));
        WarcFile file = WarcFile.gzip();
        file.response(URL, 200, "text/html", chunked(page, false), "Transfer-Encoding", "chunked");
        byte[] packed = gzip(utf8(WarcFile.posting("Baker") + "x".repeat(90) + "<p>The end</p>"));
        file.response(URL, 200, "text/html", Arrays.copyOf(packed, packed.length - 8), "Content-Encoding", "gzip");
        HttpResponse.Builder http = new HttpResponse.Builder(200, "OK");
        http.body(MediaType.HTML, page);
        file.add(new WarcResponse.Builder(URL)
                .date(file.time())
                .truncated(WarcTruncationReason.LENGTH)
                .body(MediaType.HTTP_RESPONSE, http.build())
                .build());
        List<SourceRecord> records = read(file);
        assertEquals(3, records.size());
        for (SourceRecord record : records) {
            RawPosting posting = Read.posting(record);
            assertEquals("Baker", posting.title());
            assertEquals(Issue.PAGE_CUT, posting.issues().get(0).issue());
        }
    }

    @Test
    void aBodyThatCannotBeDecodedIsRejectedAlone() throws IOException {
        byte[] page = utf8(WarcFile.posting("Baker"));
        byte[] rubbish = gzip(page);
        Arrays.fill(rubbish, 10, rubbish.length, (byte) 0x7F);
        byte[] binary = {1, 2, 3, 0, 0, 5, 6};
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "text/html", rubbish, "Content-Encoding", "gzip")
                .response(URL, 200, "text/html", binary, "Content-Encoding", "compress")
                .response(URL, 200, "text/html", page, "Content-Encoding", "a,b,c,d")
                .page(URL, WarcFile.posting("Baker"));
        assertEquals(
                List.of(
                        "UNREADABLE offset:0",
                        "UNREADABLE offset:" + file.offset(1),
                        "UNREADABLE offset:" + file.offset(2),
                        "Baker offset:" + file.offset(3) + "#script:1"),
                addresses(read(file)));
    }

    @Test
    @Timeout(120)
    void aBodyThatGrowsTooMuchIsRefusedAlone() throws IOException {
        byte[] bomb = gzip(new byte[60_000_000]);
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "text/html", bomb, "Content-Encoding", "gzip")
                .page(URL, WarcFile.posting("Baker"));
        assertEquals(
                List.of("TOO_LARGE offset:0", "Baker offset:" + file.offset(1) + "#script:1"), addresses(read(file)));
    }

    // ---------------------------------------------------------------- damage

    private static String record(String headers, String block) {
        return "WARC/1.0\r\n" + headers + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static String resource(String extra, String block) {
        return record(
                "WARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-11-01T00:00:00Z\r\n"
                        + "WARC-Target-URI: <" + URL + ">\r\nContent-Type: text/html\r\nContent-Length: "
                        + block.length() + extra,
                block);
    }

    @Test
    void aCutArchiveKeepsWhatWasReadAndNamesTheRecord() {
        for (WarcFile file : List.of(WarcFile.gzip(), WarcFile.plain())) {
            file.page(URL, WarcFile.posting("Baker")).page(URL, WarcFile.posting("Cook" + "é".repeat(3000)));
            byte[] whole = file.bytes();
            int end = (int) (file.offset(1) + (whole.length - file.offset(1)) / 2);
            List<SourceRecord> records = Read.all(Arrays.copyOf(whole, end), STANDARD);
            assertEquals(2, records.size(), records.toString());
            assertEquals("Baker offset:0#script:1", address(records.get(0)));
            Rejection rejection = Read.rejection(records.get(1));
            assertEquals(QuarantineReason.UNREADABLE, rejection.reason());
            assertEquals("in", rejection.sourceFile());
            assertEquals("offset:" + file.offset(1), rejection.sourceRecord());
        }
    }

    @Test
    void aDamagedMemberEndsTheArchiveAtItsOffset() {
        WarcFile file = WarcFile.gzip()
                .page(URL, WarcFile.posting("Baker"))
                .page(URL, WarcFile.posting("Cook"))
                .page(URL, WarcFile.posting("Waiter"));
        for (int at : new int[] {0, 1, 40}) {
            byte[] bytes = file.bytes();
            bytes[(int) file.offset(1) + at] ^= 0x55;
            List<SourceRecord> records = Read.all(bytes, STANDARD);
            assertEquals(2, records.size(), records.toString());
            Rejection rejection = Read.rejection(records.get(1));
            assertEquals(QuarantineReason.UNREADABLE, rejection.reason());
            assertEquals("offset:" + file.offset(1), rejection.sourceRecord());
        }
    }

    @Test
    void headersOfOldCrawlersAreUnderstood() {
        String text = resource("", WarcFile.posting("Baker")).replace("WARC/1.0", "WARC/0.18");
        RawPosting posting = Read.one(text);
        assertEquals(URL, posting.url());
        assertEquals(
                "Baker",
                Read.one(resource("", WarcFile.posting("Baker")).replace("\r\n", "\n"))
                        .title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-500", "x", "99999999999999999999", "1\r\nContent-Length: 2"})
    @Timeout(120)
    void aLengthThatIsNoneEndsTheArchive(String length) {
        String broken = resource("", "").replace("Content-Length: 0", "Content-Length: " + length);
        String text = resource("", WarcFile.posting("Baker")) + broken + resource("", WarcFile.posting("Cook"));
        List<SourceRecord> records = Read.all(text);
        assertEquals("Baker offset:0#script:1", address(records.get(0)));
        assertEquals(
                QuarantineReason.UNREADABLE,
                Read.rejection(records.get(records.size() - 1)).reason());
        assertEquals(2, records.size(), records.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r", "\n", "\r\n", "\n\n\n\n", "\r\n\r\n\r\n\r\n", "  ", "\0\0\0\0"})
    @Timeout(120)
    void whatStandsBehindTheLastRecordDoesNotBringTheFirstOneBack(String end) {
        String text = resource("", WarcFile.posting("Baker")).stripTrailing() + end;
        List<SourceRecord> records = Read.all(text);
        assertEquals("Baker offset:0#script:1", address(records.get(0)));
        assertTrue(records.size() <= 2, records.toString());
    }

    @Test
    @Timeout(120)
    void aHeaderWithoutEndIsNotHeldInMemory() {
        String start = "WARC/1.0\r\nWARC-Type: resource\r\nX: ";
        Rejection rejection = Read.rejection(start + "x".repeat(3_000_000));
        assertEquals(QuarantineReason.UNREADABLE, rejection.reason());
        assertTrue(rejection.detail().contains("header"), rejection.detail());
        WarcFile file = WarcFile.gzip()
                .response(URL, 200, "text/html", utf8(WarcFile.posting("Baker")), "X", "x".repeat(3_000_000))
                .page(URL, WarcFile.posting("Cook"));
        assertEquals(
                List.of("UNREADABLE offset:0", "Cook offset:" + file.offset(1) + "#script:1"), addresses(read(file)));
    }

    @Test
    void aRecordWhoseResponseIsRubbishIsRejectedAlone() {
        String rubbish = record(
                "WARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: yesterday\r\nWARC-Target-URI: " + URL
                        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 14",
                "no http at all");
        List<SourceRecord> records = Read.all(rubbish + resource("", WarcFile.posting("Baker")));
        assertEquals(
                List.of("UNREADABLE offset:0", "Baker offset:" + rubbish.length() + "#script:1"), addresses(records));
    }

    @Test
    void aDateThatIsNoneIsNoDay() {
        String text = resource("", WarcFile.posting("Baker")).replace("2026-11-01T00:00:00Z", "yesterday");
        assertNull(Read.one(text).captured());
    }

    @Test
    void aLookTellsAWebArchive() {
        WarcFile file = WarcFile.gzip().page(URL, WarcFile.posting("Baker"));
        Sources.Look look = Sources.look(file.bytes(), true, "in", STANDARD);
        assertEquals(FileFormat.WARC, look.format());
        assertTrue(look.packed());
        assertFalse(Sources.look(utf8("WARC/fare is no format"), true, "in", STANDARD)
                        .format()
                == FileFormat.WARC);
    }
}
