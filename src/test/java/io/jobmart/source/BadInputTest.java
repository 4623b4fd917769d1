package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What dumps have in them that they should not: nothing of it stops a load, costs more than a bounded effort, or becomes a
 * posting in silence. What concerns one format alone stands in the test of that format.
 */
@Timeout(120)
class BadInputTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();
    private static final String BAKER = posting("Baker");

    /** The same posting in every format that is text. */
    private static final Map<String, String> FORMATS = new TreeMap<>(Map.of(
            "document.json", "{\n\"@type\": \"JobPosting\",\n\"title\": \"%1$s\",\n\"description\": \"%2$s\"\n}",
            "array.json", "[{\"@type\":\"JobPosting\",\"title\":\"%1$s\",\"description\":\"%2$s\"}]",
            "lines.ndjson",
                    "{\"@type\":\"JobPosting\",\"title\":\"%1$s\",\"description\":\"%2$s\"}\n"
                            + "{\"@type\":\"JobPosting\",\"title\":\"%1$s\",\"description\":\"%2$s\"}\n",
            "rows.csv", "title,description,company,location\r\n%1$s,%2$s,Crumb,Berlin\r\n",
            "feed.xml",
                    "<?xml version=\"1.0\"?>\n<source><job><title>%1$s</title><url>https://a.example/1</url>"
                            + "<company>Crumb</company><description>%2$s</description></job></source>",
            "page.html",
                    "<!DOCTYPE html><html><head><script type=\"application/ld+json\">{\"@type\":\"JobPosting\","
                            + "\"title\":\"%1$s\",\"description\":\"%2$s\"}</script></head><body></body></html>",
            "posting.md", "# [%1$s](https://a.example/1)\n### Crumb\n\n%2$s\n",
            "front.md", "---\ntitle: %1$s\ncompany: Crumb\n---\n\n%2$s\n"));

    private static String posting(String title) {
        return "{\"@type\":\"JobPosting\",\"title\":\"" + title + "\",\"description\":\"Bake.\"}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[]... members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] member : members) {
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                out.write(member);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes.toByteArray();
    }

    private static List<SourceRecord> read(String name, byte[] bytes) {
        try (SourceRecords records = Sources.read(name, new ByteArrayInputStream(bytes), STANDARD)) {
            List<SourceRecord> all = new ArrayList<>();
            records.forEachRemaining(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<QuarantineReason> reasons(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record instanceof SourceRecord.Rejected rejected
                        ? rejected.rejection().reason()
                        : null)
                .toList();
    }

    // ---------------------------------------------------------------- nothing in it

    static Stream<Arguments> empty() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("empty.json"));
            out.putNextEntry(new ZipEntry("blank.txt"));
            out.write(utf8(" \n\n"));
            out.putNextEntry(new ZipEntry("folder/"));
        }
        return Stream.of(
                Arguments.of("no byte", new byte[0]),
                Arguments.of("blanks", utf8(" \t\r\n\f\n")),
                Arguments.of("a mark of order alone", new byte[] {(byte) 0xFF, (byte) 0xFE}),
                Arguments.of("blanks in UTF-16", "\uFEFF \n\n".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("a gzip of nothing", gzip(new byte[0])),
                Arguments.of("a gzip of blanks", gzip(utf8(" \n".repeat(100_000)))),
                Arguments.of("an empty list", utf8("[]")),
                Arguments.of("a header of a table alone", utf8("title,description,company,location\n")),
                Arguments.of("a zip of empty files", zip.toByteArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("empty")
    void whatIsEmptyHasNoRecordAndNoError(String what, byte[] bytes) {
        assertEquals(List.of(), read("in", bytes), what);
    }

    // ---------------------------------------------------------------- compression that is damaged

    @Test
    void theRestOfADamagedFileIsOneRejectionThatNamesFileAndOffset() {
        byte[] first = gzip(utf8(BAKER + "\n"));
        byte[] whole = gzip(utf8(BAKER + "\n"), utf8(posting("Cook") + "\n"), utf8(posting("Waiter") + "\n"));
        for (int at : new int[] {0, 2, 3, 25}) {
            byte[] bytes = whole.clone();
            bytes[first.length + at] ^= (byte) 0xE5;
            List<SourceRecord> records = read("folder/in.gz", bytes);
            assertEquals("Baker", Read.posting(records.get(0)).title());
            Rejection rejection = Read.rejection(records.get(records.size() - 1));
            assertEquals(QuarantineReason.UNREADABLE, rejection.reason());
            assertEquals("folder/in.gz", rejection.sourceFile());
            assertTrue(rejection.detail().matches(".*after byte \\d+ of its content: .*"), rejection.detail());
            assertTrue(rejection.detail().contains("byte " + first.length + " of the file") || at > 3);
        }
    }

    @Test
    void whatStandsBehindTheLastMemberIsToldUnlessItIsPadding() {
        byte[] member = gzip(utf8(BAKER + "\n" + BAKER + "\n"));
        byte[] padded = java.util.Arrays.copyOf(member, member.length + 1024);
        assertEquals(2, read("in", padded).size());
        padded[member.length + 512] = 7;
        List<SourceRecord> records = read("in", padded);
        assertEquals(3, records.size());
        assertEquals(QuarantineReason.UNREADABLE, Read.rejection(records.get(2)).reason());
    }

    @Test
    void aGzipOfManyEmptyMembersIsReadToItsEnd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] empty = gzip(new byte[0]);
        bytes.writeBytes(gzip(utf8(BAKER + "\n")));
        for (int i = 0; i < 300_000; i++) {
            bytes.writeBytes(empty);
        }
        bytes.writeBytes(gzip(utf8(posting("Cook"))));
        assertEquals(2, read("in", bytes.toByteArray()).size());
    }

    @Test
    void theNameInAGzipMayHaveAnyLength() {
        byte[] plain = gzip(utf8(BAKER));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 3);
        bytes.write(4 + 8 + 16);
        bytes.write(plain, 4, 6);
        bytes.writeBytes(new byte[] {3, 0, 'a', 'b', 'c'});
        bytes.writeBytes(utf8("n".repeat(2_000_000) + "\0" + "a comment\0"));
        bytes.write(plain, 10, plain.length - 10);
        assertEquals(
                "Baker",
                Read.posting(Read.only(read("in", bytes.toByteArray()))).title());
    }

    // ---------------------------------------------------------------- no format of postings

    static Stream<Arguments> noFormat() {
        byte[] noise = new byte[5_000];
        new Random(3).nextBytes(noise);
        return Stream.of(
                Arguments.of("a picture", with(noise, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
                Arguments.of("a photo", with(noise, 0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 'J', 'F', 'I', 'F')),
                Arguments.of("a small picture", with(new byte[60], 'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0)),
                Arguments.of("a PDF", utf8("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer\n%%EOF\n")),
                Arguments.of("an old Word document", with(noise, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
                Arguments.of("rich text", utf8("{\\rtf1\\ansi{\\fonttbl\\f0 Times;}\\f0 Baker wanted\\par}")),
                Arguments.of("a page for a printer", utf8("%!PS-Adobe-3.0\n/Times findfont 12 scalefont setfont\n")),
                Arguments.of("a program", with(noise, 0x7F, 'E', 'L', 'F', 2, 1, 1, 0)),
                Arguments.of("a data base", with(new byte[4096], 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o')),
                Arguments.of("a Parquet file", with(noise, 'P', 'A', 'R', '1')),
                Arguments.of("a drawing", utf8("<svg xmlns='http://www.w3.org/2000/svg'><text>Baker</text></svg>")),
                Arguments.of("a sound whose first bytes are a mark of order", with(noise, 0xFF, 0xFE)),
                Arguments.of("noise", noise),
                Arguments.of("zeros", new byte[100_000]));
    }

    private static byte[] with(byte[] rest, int... start) {
        byte[] bytes = rest.clone();
        for (int i = 0; i < start.length; i++) {
            bytes[i] = (byte) start[i];
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noFormat")
    void whatIsNoFormatOfPostingsIsRejectedWhateverItsName(String what, byte[] bytes) {
        for (String name : new String[] {"in.json", "in.md", "in.csv", "in.txt", "in"}) {
            Rejection rejection = Read.rejection(Read.only(read(name, bytes)));
            assertEquals(QuarantineReason.NOT_A_POSTING_FORMAT, rejection.reason(), what + " as " + name);
            assertNull(rejection.sourceRecord());
        }
    }

    @Test
    void aWrongEndingDoesNotHideWhatAFileIs() {
        FORMATS.forEach((name, format) -> {
            if (name.endsWith(".md")) {
                return;
            }
            byte[] bytes = utf8(String.format(format, "Baker", "Bake."));
            List<SourceRecord> records = read(name, bytes);
            for (String other : new String[] {"in.png", "in.pdf", "in.md", "in.gz", "in.warc.gz", "in.xml", "in"}) {
                assertEquals(titles(records), titles(read(other, bytes)), name + " as " + other);
            }
        });
    }

    private static List<String> titles(List<SourceRecord> records) {
        return records.stream().map(record -> Read.posting(record).title()).toList();
    }

    // ---------------------------------------------------------------- character sets

    static Stream<Arguments> encodings() {
        List<Arguments> all = new ArrayList<>();
        for (String format : FORMATS.keySet()) {
            for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"}) {
                all.add(Arguments.of(format, charset, false));
                if (charset.startsWith("UTF")) {
                    all.add(Arguments.of(format, charset, true));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} in {1}, marked {2}")
    @MethodSource("encodings")
    void everyFormatIsReadInWhatItIsWrittenIn(String name, String charset, boolean marked) {
        String text = String.format(FORMATS.get(name), "Bäcker", "Brötchen für Zoë backen; jeden Tag.");
        byte[] bytes = ((marked ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
        List<SourceRecord> records = read(name, bytes);
        assertEquals(name.startsWith("lines") ? 2 : 1, records.size(), records.toString());
        for (SourceRecord record : records) {
            RawPosting posting = Read.posting(record);
            assertEquals("Bäcker", posting.title());
            assertEquals(
                    "Brötchen für Zoë backen; jeden Tag.", posting.description().strip());
            assertFalse(posting.lossy());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1_000_000})
    void aFeedThatDeclaresUtf16IsReadThoughItIsRecoded(int limit) {
        String job = "<job><title>Bäcker</title><url>https://a.example/1</url><company>Crumb</company></job>";
        String feed = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<source>" + job.repeat(20) + "</source>";
        List<SourceRecord> records =
                Read.all(feed.getBytes(StandardCharsets.UTF_16), STANDARD.withMaxRecordBytes(limit));
        assertEquals(20, records.size(), records.get(0).toString());
        assertEquals("Bäcker", Read.posting(records.get(19)).title());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void whatIsNoCharacterIsFlagged(String name) {
        for (String charset : new String[] {"UTF-8", "UTF-16LE"}) {
            // Half of a pair in UTF-16, and the same cut in UTF-8; a NUL where a database had one.
            byte[] text = (charset.equals("UTF-8") ? "" : "\uFEFF")
                    .concat(String.format(FORMATS.get(name), "Bäcker", "Brot ~~ für Zoë backen."))
                    .getBytes(Charset.forName(charset));
            byte[] bytes = charset.equals("UTF-8")
                    ? replaced(text, new byte[] {'~', '~'}, new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD})
                    : replaced(text, new byte[] {'~', 0}, new byte[] {0x3D, (byte) 0xD8});
            for (SourceRecord record : read(name, bytes)) {
                RawPosting posting = Read.posting(record);
                assertTrue(posting.lossy(), charset + " " + posting);
                assertEquals("Bäcker", posting.title());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void nulBytesInTextAreReplacedAndFlagged(String name) {
        byte[] bytes = utf8(String.format(FORMATS.get(name), "Baker", "Bread ~ for all."));
        List<SourceRecord> records = read(name, replaced(bytes, new byte[] {'~'}, new byte[1]));
        for (SourceRecord record : records) {
            if (record instanceof SourceRecord.Rejected rejected) {
                // XML allows none.
                assertEquals("feed.xml", name, rejected.toString());
                continue;
            }
            RawPosting posting = Read.posting(record);
            assertEquals("Bread \uFFFD for all.", posting.description().strip());
            assertTrue(posting.lossy());
        }
    }

    static Stream<String> formats() {
        return FORMATS.keySet().stream();
    }

    private static byte[] replaced(byte[] bytes, byte[] what, byte[] by) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String from = new String(what, StandardCharsets.ISO_8859_1);
        return text.replace(from, new String(by, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aCharacterThatIsCutAtTheEndIsFlagged() {
        byte[] text = utf8("Bäcker gesucht. Wir backen Brötchen für Zoë");
        RawPosting posting = Read.posting(Read.only(read("in.txt", java.util.Arrays.copyOf(text, text.length - 1))));
        assertTrue(posting.lossy());
        assertTrue(posting.description().endsWith("Zo\uFFFD"));
    }

    // ---------------------------------------------------------------- XML that reaches out or grows

    @Test
    void aStorageThatFailsWithinALargeFeedIsNoDamageOfTheFeed() throws IOException {
        String feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><source>"
                + "<job><title>Baker</title><description>Bake.</description></job>".repeat(5_000);
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream(utf8(feed)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        try (SourceRecords records = Sources.read("in", failing, STANDARD.withMaxRecordBytes(1_000))) {
            UncheckedIOException failed =
                    assertThrows(UncheckedIOException.class, () -> records.forEachRemaining(record -> {}));
            assertEquals("the disk is gone", failed.getCause().getMessage());
        }
    }

    @Test
    void xmlReadsNothingFromOutsideAndDoesNotGrow(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE source [<!ENTITY l0 \"lollollol\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        laughs.append("<!ENTITY x \"&l39;\">]>");
        try (ServerSocket server = new ServerSocket(0)) {
            server.setSoTimeout(1);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            List<String> heads = List.of(
                    "<!DOCTYPE source [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE source [<!ENTITY x SYSTEM \"" + address + "\">]>",
                    "<!DOCTYPE source SYSTEM \"" + address + "\">",
                    "<!DOCTYPE source [<!ENTITY % p SYSTEM \"" + address + "\">%p;]>",
                    "<!DOCTYPE source [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"><!ENTITY x \"%p;\">]>",
                    laughs.toString());
            String feed = "<source><job><title>Baker</title><url>https://a.example</url><company>Crumb</company>"
                    + "<description>We bake. %s</description></job></source>";
            for (String head : heads) {
                String declaration = "<?xml version=\"1.0\"?>\n" + head;
                List<SourceRecord> records = Read.all(declaration + String.format(feed, "&x;"));
                assertFalse(records.isEmpty());
                String all = records.toString();
                assertFalse(all.contains("SECRET") || all.contains("lollollollol"), all);
                // The same without a use of it is read.
                assertEquals(1, Read.all(declaration + String.format(feed, "")).size());
            }
            org.junit.jupiter.api.Assertions.assertThrows(java.net.SocketTimeoutException.class, server::accept);
        }
    }

    // ---------------------------------------------------------------- archives

    @Test
    void linksAndDevicesOfATarAreNotFollowed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (byte type :
                    new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO
                    }) {
                TarArchiveEntry entry = new TarArchiveEntry("link" + type, type);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            for (String name : new String[] {"../../x", "/etc/y", "C:\\windows\\z"}) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                byte[] content = utf8(posting(name.substring(name.length() - 1)));
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        List<SourceRecord> records = read("in.tar", bytes.toByteArray());
        assertEquals(List.of("x", "y", "z"), titles(records));
        for (SourceRecord record : records) {
            assertEquals("in.tar", Read.posting(record).sourceFile());
        }
        assertFalse(Files.exists(Path.of("../../x")));
    }

    // ---------------------------------------------------------------- records without content

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void aRecordWithoutTitleAndTextIsRejected(String name) {
        String text = String.format(FORMATS.get(name), "", "");
        for (SourceRecord record : read(name, utf8(text))) {
            QuarantineReason reason = Read.rejection(record).reason();
            // Markdown without a title is text, and a row without one may be no posting of any dialect.
            assertTrue(
                    reason == QuarantineReason.NO_CONTENT || reason == QuarantineReason.NOT_A_JOB_POSTING,
                    record.toString());
        }
    }

    // ---------------------------------------------------------------- names of files

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bäckerei/Müller 🍞.json",
                "two\nlines.json",
                "a#b;c%20d?e=f&g.json",
                "quote\"'`$(x).json",
                "..\\..\\x.json",
                "\u202Eevil.json",
                " .json"
            })
    void everyNameOfAFileIsOnlyAName(String name) {
        assertEquals(name, Read.posting(Read.only(read(name, utf8(BAKER)))).sourceFile());
        assertEquals(
                name, Read.rejection(Read.only(read(name, utf8("{\"title\":")))).sourceFile());
        String longName = name + "x".repeat(10_000);
        assertEquals(
                longName, Read.posting(Read.only(read(longName, utf8(BAKER)))).sourceFile());
    }

    @Test
    void aRejectionNeverHoldsMoreThanItMay() {
        for (String name : FORMATS.keySet()) {
            byte[] bytes = utf8(String.format(FORMATS.get(name), "Baker", "x".repeat(200_000)));
            try (SourceRecords records =
                    Sources.read(name, new ByteArrayInputStream(bytes), STANDARD.withMaxRecordBytes(50_000))) {
                List<SourceRecord> all = new ArrayList<>();
                records.forEachRemaining(all::add);
                assertFalse(all.isEmpty(), name);
                assertTrue(reasons(all).contains(QuarantineReason.TOO_LARGE), name + ": " + all.get(0));
                for (SourceRecord record : all) {
                    String payload = Read.rejection(record).payload();
                    assertTrue(payload == null || payload.length() <= Rejection.PAYLOAD_LIMIT);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aFileThatTellsOfTheDumpIsNoPosting() throws IOException {
        String license = "Permission is hereby granted, free of charge, to any person obtaining a copy of this dump.\n";
        String ad = "Baker\n\nYour responsibilities\n\n- bake\n\nRequirements\n\n- rye\n";
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING,
                Read.rejection(Read.only(named("dumps/LICENSE", license))).reason());
        assertEquals(1, accepted(named("dumps/README.md", ad)));
        assertEquals(1, accepted(named("dumps/baker.txt", license)));
    }

    private static List<SourceRecord> named(String file, String text) throws IOException {
        List<SourceRecord> found = new ArrayList<>();
        try (SourceRecords records = Sources.read(
                file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ReadOptions.standard())) {
            records.forEachRemaining(found::add);
        }
        return found;
    }

    private static long accepted(List<SourceRecord> records) {
        return records.stream().filter(SourceRecord.Accepted.class::isInstance).count();
    }
}
