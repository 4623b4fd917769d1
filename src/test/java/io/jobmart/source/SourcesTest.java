package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();

    private static String posting(String title) {
        return "{\"@type\":\"JobPosting\",\"title\":\"" + title + "\",\"description\":\"Bake.\"}";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String noise(int length) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong(), 36));
        }
        return text.toString();
    }

    // ---------------------------------------------------------------- formats

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n \t\r\n", "\uFEFF", "\uFEFF \n", "\u00A0\n"})
    void anEmptyFileHasNoRecordAndNoError(String text) {
        assertEquals(List.of(), Read.all(text));
    }

    @Test
    void aFileOfBlanksIsEmptyWhateverItsSize() {
        assertEquals(List.of(), Read.all(" \n".repeat(500_000)));
    }

    @Test
    void plainTextIsKeptAsItIs() {
        String text = "\nBaker wanted\r\n\r\nWe bake.  \n";
        RawPosting posting = Read.one(text);
        assertEquals(SourceFormat.PLAIN_TEXT, posting.format());
        assertEquals(text, posting.description());
        assertNull(posting.title());
        assertNull(posting.sourceRecord());
    }

    @Test
    void textThatStartsLikeJsonAndIsNoneIsText() {
        assertEquals(SourceFormat.PLAIN_TEXT, Read.one("[Remote] Baker wanted").format());
        assertEquals(SourceFormat.PLAIN_TEXT, Read.one("{{title}} wanted").format());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml version='1.0'?><jobs/>", "\n<rss>"})
    void feedsAreNoPostingFormat(String text) {
        assertEquals(QuarantineReason.NOT_A_POSTING_FORMAT, Read.rejection(text).reason());
    }

    @Test
    void binaryContentIsNoPostingFormat() {
        byte[] bytes = new byte[3000];
        new Random(1).nextBytes(bytes);
        bytes[0] = (byte) 0x89;
        Rejection rejection = Read.rejection(Read.only(Read.all(bytes, STANDARD)));
        assertEquals(QuarantineReason.NOT_A_POSTING_FORMAT, rejection.reason());
        assertNull(rejection.payload());
    }

    @Test
    void aFileOfNulBytesIsNoPostingFormat() {
        Rejection rejection = Read.rejection(Read.only(Read.all(new byte[200_000], STANDARD)));
        assertEquals(QuarantineReason.NOT_A_POSTING_FORMAT, rejection.reason());
    }

    @Test
    void theSourceIsNoted() {
        RawPosting posting = Read.posting(
                Read.only(Read.all("Baker".getBytes(StandardCharsets.UTF_8), STANDARD.withSource("boards"))));
        assertEquals("boards", posting.source());
        assertEquals("in", posting.sourceFile());
    }

    // ---------------------------------------------------------------- lines

    @Test
    void eachLineHasItsOffset() {
        List<SourceRecord> records =
                Read.all(posting("Bäcker") + "\r\n\n" + posting("Cook") + "\n" + posting("Waiter"));
        List<String> addresses =
                records.stream().map(r -> Read.posting(r).sourceRecord()).toList();
        int first = posting("Bäcker").getBytes(StandardCharsets.UTF_8).length + 3;
        assertEquals(
                List.of(
                        "offset:0",
                        "offset:" + first,
                        "offset:" + (first + posting("Cook").length() + 1)),
                addresses);
        assertEquals(SourceFormat.JSON_LD_LINES, Read.posting(records.get(0)).format());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n  \n"})
    void aSingleLineIsADocument(String end) {
        RawPosting posting = Read.one(posting("Baker") + end);
        assertEquals(SourceFormat.JSON_LD, posting.format());
        assertNull(posting.sourceRecord());
    }

    @Test
    void aBrokenLineIsRejectedAloneWithItsPlace() {
        List<SourceRecord> records =
                Read.all(posting("A") + "\n{\"@type\":\"JobPosting\",\"title\":}\n" + posting("B"));
        assertEquals(3, records.size());
        Rejection rejection = Read.rejection(records.get(1));
        assertEquals(QuarantineReason.JSON_SYNTAX, rejection.reason());
        assertTrue(rejection.detail().contains("line 1, column 31"), rejection.detail());
        assertEquals("offset:" + (posting("A").length() + 1), rejection.sourceRecord());
        assertTrue(rejection.payload().startsWith("{\"@type\""));
        assertEquals("B", Read.posting(records.get(2)).title());
    }

    @Test
    void aFirstLineThatIsBrokenDoesNotHideTheOthers() {
        List<SourceRecord> records = Read.all("{\"@type\":\"JobPosting\",\n" + posting("B") + "\n" + posting("C"));
        assertEquals(
                QuarantineReason.JSON_SYNTAX, Read.rejection(records.get(0)).reason());
        assertEquals(
                List.of("B", "C"),
                records.subList(1, 3).stream().map(r -> Read.posting(r).title()).toList());
    }

    @Test
    void wordsBehindTheObjectAreASyntaxError() {
        List<SourceRecord> records = Read.all(posting("A") + "\n" + posting("B") + " x\n");
        assertEquals(
                QuarantineReason.JSON_SYNTAX, Read.rejection(records.get(1)).reason());
    }

    @Test
    void aLineBeyondTheLimitIsRejectedAndTheNextOneRead() {
        String text = posting("A") + "\n" + posting("x".repeat(5_000)) + "\n" + posting("B");
        List<SourceRecord> records =
                Read.all(text.getBytes(StandardCharsets.UTF_8), STANDARD.withMaxRecordBytes(1_000));
        assertEquals(3, records.size());
        assertEquals(QuarantineReason.TOO_LARGE, Read.rejection(records.get(1)).reason());
        assertEquals("B", Read.posting(records.get(2)).title());
    }

    @Test
    void everyWayToSplitAFileGivesTheSameRecords() throws IOException {
        StringBuilder text = new StringBuilder("\n");
        for (int i = 0; i < 12; i++) {
            text.append(posting("Job " + "é".repeat(i)))
                    .append(i % 3 == 0 ? "\r\n" : "\n")
                    .append(i % 4 == 0 ? "\n" : "");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<SourceRecord> whole = Read.all(bytes, STANDARD);
        assertEquals(12, whole.size());
        for (int size = 1; size < bytes.length + 10; size++) {
            assertEquals(whole, inSplits(bytes, size), "Splits of " + size);
        }
    }

    @Test
    void aSingleLineIsADocumentInSplitsToo() throws IOException {
        byte[] bytes = posting("Baker").getBytes(StandardCharsets.UTF_8);
        assertEquals(Read.all(bytes, STANDARD), inSplits(bytes, 10));
    }

    private static List<SourceRecord> inSplits(byte[] bytes, int size) throws IOException {
        List<SourceRecord> all = new ArrayList<>();
        for (int start = 0; start < bytes.length; start += size) {
            try (SourceRecords records = Sources.readLines(
                    "in",
                    offset -> new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset),
                    start,
                    start + size,
                    STANDARD)) {
                records.forEachRemaining(all::add);
            }
        }
        return all;
    }

    @Test
    void bytesThatAreNoUtf8AreDecodedOtherwise() {
        String line = posting("Bäcker");
        byte[] bytes = (line + "\n" + line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        for (SourceRecord record : Read.all(bytes, STANDARD)) {
            assertEquals("Bäcker", Read.posting(record).title());
        }
    }

    // ---------------------------------------------------------------- documents

    @Test
    void elementsOfAnArrayHaveAPointer() {
        List<SourceRecord> records = Read.all("[" + posting("A") + ",\n{\"@type\":\"Event\"}," + posting("B") + "]");
        assertEquals("/0", Read.posting(records.get(0)).sourceRecord());
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING,
                Read.rejection(records.get(1)).reason());
        assertEquals("/1", Read.rejection(records.get(1)).sourceRecord());
        assertEquals("/2", Read.posting(records.get(2)).sourceRecord());
    }

    @Test
    void aBrokenArrayKeepsWhatWasReadBefore() {
        List<SourceRecord> records = Read.all("[" + posting("A") + ",\n" + posting("B") + ",\n{\"title\" 3}, {}]");
        assertEquals(3, records.size());
        Rejection rejection = Read.rejection(records.get(2));
        assertEquals(QuarantineReason.JSON_SYNTAX, rejection.reason());
        assertEquals("/2", rejection.sourceRecord());
        assertTrue(rejection.detail().contains("line 3, column 8"), rejection.detail());
    }

    @Test
    void anElementBeyondTheLimitIsRejectedAndTheNextOneRead() {
        String numbers = "1234567,".repeat(400);
        String text = "[" + posting("A") + ",{\"@type\":\"JobPosting\",\"x\":[" + numbers + "{\"y\":[1]},2]},"
                + posting("B") + "]";
        List<SourceRecord> records =
                Read.all(text.getBytes(StandardCharsets.UTF_8), STANDARD.withMaxRecordBytes(1_000));
        assertEquals("A", Read.posting(records.get(0)).title());
        assertEquals(QuarantineReason.TOO_LARGE, Read.rejection(records.get(1)).reason());
        assertEquals("/1", Read.rejection(records.get(1)).sourceRecord());
        assertEquals("B", Read.posting(records.get(2)).title());
    }

    @Test
    void documentsOneAfterTheOtherAreAllRead() {
        String pretty = "{\n \"@type\": \"JobPosting\",\n \"title\": \"A\"\n}\n";
        List<SourceRecord> records = Read.all(pretty + pretty);
        assertNull(Read.posting(records.get(0)).sourceRecord());
        assertEquals("offset:" + pretty.length(), Read.posting(records.get(1)).sourceRecord());
    }

    @Test
    void aDocumentWithoutJobPostingIsRejected() {
        Rejection rejection = Read.rejection("{\n \"@type\": \"Organization\",\n \"name\": \"Crumb\"\n}");
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, rejection.reason());
        assertTrue(rejection.payload().contains("Crumb"));
    }

    @Test
    void aPostingWithoutTitleAndTextIsRejected() {
        assertEquals(
                QuarantineReason.NO_CONTENT,
                Read.rejection(
                                "{\"@type\":\"JobPosting\",\"title\":\" \",\"description\":\"null\",\"url\":\"https://a.example\"}")
                        .reason());
    }

    // ---------------------------------------------------------------- gzip

    @Test
    void gzipIsUndoneAndItsContentRecognised() throws IOException {
        byte[] bytes = gzip(posting("A") + "\n" + posting("B") + "\n");
        assertEquals(Read.all(posting("A") + "\n" + posting("B") + "\n"), Read.all(bytes, STANDARD));
    }

    @Test
    void allMembersOfAGzipAreReadWhateverTheStreamSaysIsAvailable() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            members.write(gzip(posting("Job " + i + noise(2_000)) + "\n"));
        }
        InputStream trickle = new ByteArrayInputStream(members.toByteArray()) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 100));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        int count = 0;
        try (SourceRecords records = Sources.read("in.gz", trickle, STANDARD)) {
            for (; records.hasNext(); records.next()) {
                count++;
            }
        }
        assertEquals(5, count);
    }

    @Test
    void aCutOffGzipKeepsWhatWasReadBefore() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(posting("Job " + i + noise(1_000).substring(i))).append('\n');
        }
        byte[] bytes = gzip(text.toString());
        List<SourceRecord> whole = Read.all(bytes, STANDARD);
        List<SourceRecord> cut = Read.all(Arrays.copyOf(bytes, bytes.length * 2 / 3), STANDARD);
        assertTrue(cut.size() > 10 && cut.size() < 200, "Read " + cut.size());
        assertEquals(whole.subList(0, cut.size() - 1), cut.subList(0, cut.size() - 1));
        Rejection rejection = Read.rejection(cut.get(cut.size() - 1));
        assertEquals(QuarantineReason.UNREADABLE, rejection.reason());
        assertTrue(rejection.detail().matches(".*after byte [1-9]\\d+ .*"), rejection.detail());
    }

    @Test
    void aCutOffGzipOfAnArrayKeepsTheElementsBefore() throws IOException {
        byte[] bytes = gzip("[" + posting("A") + "," + posting(noise(500)) + "]");
        List<SourceRecord> records = Read.all(Arrays.copyOf(bytes, bytes.length - 200), STANDARD);
        assertEquals(
                QuarantineReason.UNREADABLE,
                Read.rejection(records.get(records.size() - 1)).reason());
        assertTrue(records.size() <= 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 40})
    void aGzipCutAtItsVeryStartIsUnreadable(int length) throws IOException {
        byte[] bytes = Arrays.copyOf(gzip("Baker wanted. " + noise(3_000)), length);
        assertEquals(
                QuarantineReason.UNREADABLE,
                Read.rejection(Read.only(Read.all(bytes, STANDARD))).reason());
    }

    @Test
    void aTextThatIsCutOffIsNoPosting() throws IOException {
        byte[] bytes = gzip("Baker wanted. " + noise(3_000));
        Rejection rejection = Read.rejection(Read.only(Read.all(Arrays.copyOf(bytes, bytes.length / 2), STANDARD)));
        assertEquals(QuarantineReason.UNREADABLE, rejection.reason());
    }

    @Test
    void aFailureOfTheStorageIsNoRejection() throws IOException {
        InputStream failing = new InputStream() {
            private final byte[] line = (posting("A") + "\n").getBytes(StandardCharsets.UTF_8);
            private long given;

            @Override
            public int read() throws IOException {
                if (given > 300_000) {
                    throw new IOException("Connection reset");
                }
                return line[(int) (given++ % line.length)];
            }
        };
        try (SourceRecords records = Sources.read("in", failing, STANDARD)) {
            assertThrows(UncheckedIOException.class, () -> records.forEachRemaining(r -> {}));
        }
    }

    // ---------------------------------------------------------------- hostile input

    @Test
    void deepNestingIsRejected() {
        Map<String, String> hostile = new HashMap<>();
        hostile.put("array", "[".repeat(1 << 20));
        hostile.put("objects", "{\"@graph\":".repeat(100_000));
        hostile.put("in a line", posting("A") + "\n" + "{\"a\":[".repeat(100_000));
        hostile.put("closed", "[".repeat(500_000) + "]".repeat(500_000));
        hostile.forEach((name, text) -> assertTimeout(Duration.ofSeconds(60), () -> {
            List<SourceRecord> records = Read.all(text);
            Rejection rejection = Read.rejection(records.get(records.size() - 1));
            assertEquals(QuarantineReason.JSON_SYNTAX, rejection.reason(), name);
            assertTrue(rejection.detail().contains("depth"), rejection.detail());
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"JobPosting\",\"description\":\"",
                "[{\"@type\":\"JobPosting\",\"description\":\"",
                "{\n\"@type\":\"JobPosting\",\"description\":\"",
                ""
            })
    void anUnclosedStringIsNotHeldInMemory(String start) throws IOException {
        long[] left = {20L << 20};
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < head.length ? head[at++] : left[0]-- > 0 ? 'a' : -1;
            }
        };
        try (SourceRecords records = Sources.read("in", endless, STANDARD.withMaxRecordBytes(100_000))) {
            Rejection rejection = Read.rejection(records.next());
            assertEquals(QuarantineReason.TOO_LARGE, rejection.reason());
            assertTrue(rejection.payload().length() <= Rejection.PAYLOAD_LIMIT);
            assertTrue(!records.hasNext());
        }
    }

    @Test
    void halvesOfSurrogatePairsAndNulBytesAreReplacedAndFlagged() {
        RawPosting posting =
                Read.one("{\"@type\":\"JobPosting\",\"title\":\"Baker \\ud83d!\",\"description\":\"a\\u0000b\"}");
        assertEquals("Baker \uFFFD!", posting.title());
        assertEquals("a\uFFFDb", posting.description());
        assertTrue(posting.lossy());
    }

    @Test
    void wholeSurrogatePairsStay() {
        RawPosting posting = Read.one("{\"@type\":\"JobPosting\",\"title\":\"Baker \\ud83c\\udf5e\"}");
        assertEquals("Baker 🍞", posting.title());
        assertTrue(!posting.lossy());
    }

    @Test
    void nulBytesBetweenTokensAreASyntaxError() {
        List<SourceRecord> records = Read.all(posting("A") + "\n\0\0{\0}\n" + posting("B"));
        assertEquals(
                QuarantineReason.JSON_SYNTAX, Read.rejection(records.get(1)).reason());
        assertEquals("B", Read.posting(records.get(2)).title());
    }

    @Test
    void hugeExponentsAreNotWrittenOut() {
        RawPosting posting = Read.one("{\"@type\":\"JobPosting\",\"title\":\"A\",\"baseSalary\":1e999999999}");
        assertTrue(posting.pay().toString().length() < 200);
    }
}
