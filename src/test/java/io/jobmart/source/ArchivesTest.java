package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();

    /** Small enough that a test bomb of a megabyte is one. */
    private static final ReadOptions SMALL =
            STANDARD.withMaxRecordBytes(20_000).withUnpacking(new UnpackLimits(50, 4_000_000));

    private record Member(String name, byte[] bytes) {
        static Member of(String name, String text) {
            return new Member(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String posting(String title) {
        return "{\"@type\":\"JobPosting\",\"title\":\"" + title + "\",\"description\":\"Bake.\"}";
    }

    private static byte[] packed(Compression compression, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (compression) {
            case NONE -> bytes;
            case GZIP -> new GZIPOutputStream(bytes);
            case BZIP2 -> new BZip2CompressorOutputStream(bytes, 1);
            case XZ -> new XZOutputStream(bytes, new LZMA2Options(0));
            case ZSTD -> new ZstdOutputStream(bytes);
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Member... members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Member member : members) {
                out.putNextEntry(new ZipEntry(member.name()));
                out.write(member.bytes());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Member... members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Member member : members) {
                TarArchiveEntry entry = new TarArchiveEntry(member.name(), true);
                entry.setSize(member.bytes().length);
                out.putArchiveEntry(entry);
                out.write(member.bytes());
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> addresses(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record instanceof SourceRecord.Accepted accepted
                        ? accepted.posting().sourceRecord()
                        : Read.rejection(record).reason() + " "
                                + Read.rejection(record).sourceRecord())
                .toList();
    }

    private static List<String> addresses(byte[] bytes) {
        return addresses(Read.all(bytes, STANDARD));
    }

    private static String noise(int length) {
        return noise(length, 7);
    }

    private static String noise(int length, int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong(), 36));
        }
        return text.toString();
    }

    // ---------------------------------------------------------------- compression

    @ParameterizedTest
    @EnumSource(Compression.class)
    void compressionChangesNothing(Compression compression) {
        byte[] lines = (posting("Baker") + "\n" + posting("Cook") + "\n").getBytes(StandardCharsets.UTF_8);
        List<SourceRecord> records = Read.all(packed(compression, lines), STANDARD);
        assertEquals(Read.all(lines, STANDARD), records);
        assertEquals(2, records.size());
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void partsOfOneFileAreReadToTheLast(Compression compression) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(packed(compression, (posting("Baker") + "\n").getBytes(StandardCharsets.UTF_8)));
        both.write(packed(compression, (posting("Cook") + "\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, Read.all(both.toByteArray(), STANDARD).size());
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatWasReadBeforeTheCutStays(Compression compression) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append(posting("Baker " + i + noise(20_000, i))).append('\n');
        }
        byte[] all = packed(compression, lines.toString().getBytes(StandardCharsets.UTF_8));
        List<SourceRecord> records = Read.all(Arrays.copyOf(all, all.length * 3 / 4), STANDARD);
        int last = records.size() - 1;
        assertTrue(last > 5 && last < 40, records.size() + " records");
        assertEquals(
                QuarantineReason.UNREADABLE, Read.rejection(records.get(last)).reason());
        for (SourceRecord record : records.subList(0, last)) {
            assertTrue(Read.posting(record).title().startsWith("Baker"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void rubbishBehindAMagicNumberIsUnreadable(Compression compression) {
        byte[] bytes = packed(compression, noise(3_000).getBytes(StandardCharsets.UTF_8));
        for (int i = 10; i < bytes.length; i++) {
            bytes[i] ^= (byte) (i * 31);
        }
        List<SourceRecord> records = Read.all(bytes, STANDARD);
        assertEquals(
                QuarantineReason.UNREADABLE,
                Read.rejection(records.get(records.size() - 1)).reason());
    }

    @Test
    void aTextThatBeginsLikeAMagicNumberIsText() {
        assertEquals("BZh9 bakers wanted", Read.one("BZh9 bakers wanted").description());
        assertEquals("PK bakers wanted", Read.one("PK bakers wanted").description());
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFileThatGrowsTooMuchIsRefused(Compression compression) {
        byte[] bomb =
                packed(compression, (posting("Baker") + "\n" + " ".repeat(3_900_000)).getBytes(StandardCharsets.UTF_8));
        List<SourceRecord> records = Read.all(bomb, SMALL);
        assertEquals(2, records.size(), records.toString());
        assertEquals("Baker", Read.posting(records.get(0)).title());
        assertEquals(QuarantineReason.TOO_LARGE, Read.rejection(records.get(1)).reason());
    }

    // ---------------------------------------------------------------- archives

    @Test
    void eachMemberIsReadByItsOwnContent() {
        Member[] members = {
            Member.of("a/", ""),
            Member.of("a/baker.md", "# [Baker](https://jobs.example/1)\n### Crumb Ltd\nWe bake.\n"),
            Member.of("a/lines.txt", posting("Cook") + "\n" + posting("Waiter") + "\n"),
            Member.of("array.bin", "[" + posting("Miller") + "," + posting("Grocer") + "]"),
            new Member(
                    "b/clerk.json.gz", packed(Compression.GZIP, posting("Clerk").getBytes(StandardCharsets.UTF_8))),
            Member.of("b/empty.txt", ""),
            new Member("b/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0}),
            Member.of("__MACOSX/._baker.md", "left behind"),
        };
        List<String> expected = List.of(
                "member:a/baker.md",
                "member:a/lines.txt#offset:0",
                "member:a/lines.txt#offset:" + (posting("Cook").length() + 1),
                "member:array.bin#/0",
                "member:array.bin#/1",
                "member:b/clerk.json.gz",
                "NOT_A_POSTING_FORMAT member:b/logo.png");
        assertEquals(expected, addresses(zip(members)));
        assertEquals(expected, addresses(tar(Arrays.copyOfRange(members, 1, members.length))));
        assertEquals(
                expected, addresses(packed(Compression.ZSTD, tar(Arrays.copyOfRange(members, 1, members.length)))));
    }

    @Test
    void theNameOfAMemberIsAHint() {
        assertEquals(
                io.jobmart.model.SourceFormat.MARKDOWN,
                Read.posting(Read.only(Read.all(zip(Member.of("baker.md", "Baker\n\n- bake")), STANDARD)))
                        .format());
    }

    @Test
    void aMemberNameIsOnlyAName() {
        List<SourceRecord> records = Read.all(
                zip(Member.of("../../x", posting("Baker")), Member.of("/etc/#1;\n%", posting("Cook"))), STANDARD);
        assertEquals(List.of("member:../../x", "member:/etc/%231%3B%0A%25"), addresses(records));
        RawPosting posting = Read.posting(records.get(0));
        assertEquals("in", posting.sourceFile());
        assertEquals("Baker", posting.title());
    }

    @Test
    void twoMembersOfOneNameAreToldApart() {
        assertEquals(
                List.of("member:a.json", "member:a.json;2", "member:b.json"),
                addresses(tar(
                        Member.of("a.json", posting("Baker")),
                        Member.of("a.json", posting("Cook")),
                        Member.of("b.json", posting("Waiter")))));
    }

    @Test
    void anArchiveMayHoldArchivesAndThoseNoMore() {
        byte[] innermost = zip(Member.of("baker.json", posting("Baker")));
        byte[] inner = tar(new Member("deep.zip", innermost), Member.of("cook.json", posting("Cook")));
        assertEquals(
                List.of(
                        "NOT_A_POSTING_FORMAT member:inner.tar.xz#member:deep.zip",
                        "member:inner.tar.xz#member:cook.json",
                        "member:waiter.json"),
                addresses(zip(
                        new Member("inner.tar.xz", packed(Compression.XZ, inner)),
                        Member.of("waiter.json", posting("Waiter")))));
    }

    @Test
    void anOfficeDocumentIsNoArchiveOfPostings() {
        Rejection rejection = Read.rejection(Read.only(Read.all(
                zip(Member.of("[Content_Types].xml", "<Types/>"), Member.of("word/document.xml", "<w/>")), STANDARD)));
        assertEquals(QuarantineReason.NOT_A_POSTING_FORMAT, rejection.reason());
        assertNull(rejection.sourceRecord());
    }

    @Test
    void anArchiveWithoutMembersIsEmpty() {
        assertEquals(List.of(), addresses(zip()));
    }

    @Test
    void aCutArchiveKeepsWhatWasReadAndNamesTheMember() {
        Member[] members = {Member.of("a.json", posting("Baker")), Member.of("b.txt", noise(50_000))};
        byte[] zip = zip(members);
        byte[] tar = tar(members);
        byte[] packed = packed(Compression.GZIP, tar);
        for (byte[] whole : List.of(zip, tar, packed)) {
            assertEquals(
                    List.of("member:a.json", "UNREADABLE member:b.txt"),
                    addresses(Arrays.copyOf(whole, whole.length / 2)));
        }
    }

    @Test
    void aZipCutBetweenTwoMembersIsNotTakenForWhole() {
        byte[] zip = zip(Member.of("a.json", posting("Baker")), Member.of("b.json", posting("Cook")));
        int second = 4;
        while (zip[second] != 'P' || zip[second + 1] != 'K' || zip[second + 2] != 3) {
            second++;
        }
        List<SourceRecord> records = Read.all(Arrays.copyOf(zip, second), STANDARD);
        assertEquals(List.of("member:a.json", "UNREADABLE null"), addresses(records));
        assertTrue(Read.rejection(records.get(1)).detail().contains("member:a.json"));
    }

    @Test
    void aDamagedMemberDoesNotHideTheNext() {
        byte[] gzip = packed(Compression.GZIP, (posting("Baker") + noise(5_000)).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("UNREADABLE member:a.json.gz", "member:b.json"),
                addresses(
                        tar(new Member("a.json.gz", Arrays.copyOf(gzip, 500)), Member.of("b.json", posting("Cook")))));
    }

    @Test
    void aBombInAnArchiveIsRefusedByName() {
        Member before = Member.of("a.json", posting("Baker"));
        Member after = Member.of("c.json", posting("Cook"));
        Member lines = Member.of("bomb.json", posting("Miller") + "\n" + " ".repeat(3_000_000));
        Member hidden = Member.of(".bomb", " ".repeat(3_000_000));
        Member nested = new Member("bomb.gz", packed(Compression.GZIP, new byte[3_000_000]));
        assertEquals(
                List.of("member:a.json", "member:bomb.json", "TOO_LARGE member:bomb.json"),
                addresses(Read.all(zip(before, lines, after), SMALL)));
        assertEquals(
                List.of("member:a.json", "TOO_LARGE member:.bomb"),
                addresses(Read.all(zip(before, hidden, after), SMALL)));
        List<String> third = addresses(Read.all(zip(before, nested, after), SMALL));
        assertEquals("TOO_LARGE member:bomb.gz", third.get(third.size() - 1));
        List<String> tar = addresses(Read.all(packed(Compression.GZIP, tar(before, lines, after)), SMALL));
        assertEquals("TOO_LARGE member:bomb.json", tar.get(tar.size() - 1));
    }

    @Test
    void manySmallMembersCountTogether() {
        Member[] members = new Member[400];
        for (int i = 0; i < members.length; i++) {
            members[i] = Member.of(i + ".txt", "a".repeat(19_000));
        }
        List<String> addresses = addresses(Read.all(zip(members), SMALL));
        assertTrue(addresses.size() < members.length);
        assertTrue(addresses.get(addresses.size() - 1).startsWith("TOO_LARGE member:"));
    }

    @Test
    @Timeout(120)
    void aTarWithAnEndlessNameIsRefused() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar, "UTF-8")) {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarArchiveEntry.LF_GNUTYPE_LONGNAME);
            name.setSize(3_000_000);
            out.putArchiveEntry(name);
            out.write("n".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        assertEquals(List.of("UNREADABLE null"), addresses(tar.toByteArray()));
    }

    @Test
    void aFailureOfTheStorageIsNotDamage() throws IOException {
        byte[] zip = zip(Member.of("a.json", posting("Baker")), Member.of("b.txt", noise(200_000)));
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(zip, zip.length / 2)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("The disk is gone");
                    }
                });
        List<SourceRecord> read = new ArrayList<>();
        try (SourceRecords records = Sources.read("in", failing, STANDARD)) {
            assertThrows(UncheckedIOException.class, () -> records.forEachRemaining(read::add));
        }
        assertEquals(List.of("member:a.json"), addresses(read));
    }

    // ---------------------------------------------------------------- looks

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aLookTellsTheFormatWithoutReadingRecords(Compression compression) throws IOException {
        byte[] bytes = packed(
                compression,
                (posting("Baker") + "\n" + posting(noise(2_000_000)) + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] enough = Sources.head(new ByteArrayInputStream(bytes));
        Sources.Look look = Sources.look(enough, false, "in", STANDARD);
        assertEquals(FileFormat.JSON_LINES, look.format());
        assertEquals(compression != Compression.NONE, look.packed());
    }

    @Test
    void aLookTellsAnArchive() {
        byte[] zip = zip(Member.of("a.json", posting("Baker")));
        assertEquals(new Sources.Look(FileFormat.ARCHIVE, true, null, null), Sources.look(zip, true, "in", STANDARD));
        assertFalse(Sources.look("PK".getBytes(StandardCharsets.UTF_8), true, "in", STANDARD)
                .packed());
    }
}
