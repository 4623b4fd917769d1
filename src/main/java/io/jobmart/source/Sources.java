package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import io.jobmart.text.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Reads the records of a file, of whatever format that is known, told by the content. compression
 * (gzip, bzip2, xz, zstd) is undone on the way, and each member of an archive (zip, tar) is read by its own content.
 *
 * <p>{@code sourceRecord} finds a record again, and does not depend on how the file was cut into splits:
 *
 * <ul>
 *   <li>null: the file is one record;
 *   <li>{@code offset:1234}: the line of JSON whose first byte has this offset, after decompression, and in UTF-8 when the file
 *       is in UTF-16. A byte offset and not
 *       a line number, because a reader that starts in the middle of a file can't know how many lines went before;
 *   <li>{@code offset:1234}, of a text file with many postings: the part whose first line begins there (of UTF-16, the
 *       offset that it has as UTF-8);
 *   <li>{@code /3} or {@code /jobs/3}: JSON pointer into the document, also behind an offset: {@code offset:1234/@graph/2};
 *   <li>{@code script:2/@graph/0}: JSON pointer into the second block of JSON-LD in a web page;
 *   <li>{@code item:1}: the first posting in a page's microdata. Either stands behind the page's own address and {@code #}
 *       where the page is not the whole file: {@code offset:1234#item:1};
 *   <li>{@code offset:1234/_:node0}: a node of the page whose first statement in a file of N-Quads has this offset;
 *   <li>{@code 17}: data row of a CSV file, from 1;
 *   <li>{@code /source/job[17]}: element of an XML file, counted from 1 over those of its path;
 *   <li>{@code member:2024/baker.md}: a member of an archive that is one record, and before {@code #} the member that a
 *       record lies in: {@code member:2024/all.ndjson#offset:1234}. In the name, {@code #}, {@code %}, {@code ;} and
 *       control characters are written as in a URL ({@code %23}); a name that was there before has the member's number
 *       behind it: {@code member:baker.md;17}. An archive may hold archives, whose members are
 *       {@code member:all.zip#member:baker.md}; those hold none again.
 *   <li>{@code offset:1234} in a web archive: the record that begins at this byte of the file as it is stored, which for a gzip
 *       is where the record's member begins, and {@code offset:1234+56} when the record begins within its member, 56 bytes of
 *       content later. What finds a posting in the record's body comes behind {@code #}: {@code offset:1234#script:2}.
 * </ul>
 *
 * <p>Memory is bounded by {@link ReadOptions#maxRecordBytes()}, work by {@link UnpackLimits}. A file that is damaged
 * (a cut-off gzip) gives what was
 * read before and one rejection {@link QuarantineReason#UNREADABLE}; a record cut in the middle is not kept.
 */
public final class Sources {
    /** An archive, and archives in it. */
    private static final int MOST_ARCHIVES = 2;

    /** A block of bzip2 holds 900,000 bytes of content and does not become larger than this; others are smaller. */
    private static final int LARGEST_BLOCK = 1024 * 1024;

    private Sources() {}

    /** Opens a file at an offset, for readers that share it. */
    @FunctionalInterface
    public interface SeekableFile {
        /** A stream whose first byte is the file's byte {@code offset}. */
        InputStream open(long offset) throws IOException;
    }

    /**
     * Reads a whole file.
     *
     * @param sourceFile path below the input given; its ending is a hint at most
     * @param in the file's bytes; closed with the records
     * @throws IOException when the storage fails
     */
    public static SourceRecords read(String sourceFile, InputStream in, ReadOptions options) throws IOException {
        try {
            return open(sourceFile, in, options);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads the part of a file of {@link FileFormat#JSON_LINES} whose lines begin in a range: each line belongs to the
     * range that holds its first byte, so that ranges that cover the file give every line once. The file is not compressed.
     *
     * @param start first byte of the range
     * @param end offset after its last byte
     */
    public static SourceRecords readLines(
            String sourceFile, SeekableFile file, long start, long end, ReadOptions options) throws IOException {
        // A line begins at start only when a line feed stands before it.
        long from = Math.max(0, start - 1);
        InputStream in = file.open(from);
        try {
            ContentStream content = ContentStream.plain(in, options);
            LineInput lines = new LineInput(content, from, options.maxRecordBytes());
            if (start > 0) {
                lines.skipLine();
            }
            return new JsonLineRecords(sourceFile, content, lines, end, options);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * What a file is, told by its first bytes: without reading records, for those who plan the work.
     *
     * @param format null where the compressed bytes are too few to tell
     * @param packed whether it is compressed or an archive, or in UTF-16, so that it can't be read from the middle
     * @param compression {@code GZIP}, {@code BZIP2}, {@code XZ}, {@code ZSTD}, or null
     * @param charset that its first bytes are written in; null for what is no text
     */
    public record Look(FileFormat format, boolean packed, String compression, String charset) {}

    /**
     * As many first bytes of a file as {@link #look} needs: bzip2, xz and zstd give nothing before the end of their first
     * block. The stream is left behind them.
     */
    public static byte[] head(InputStream in) throws IOException {
        byte[] head = in.readNBytes(FormatDetector.WINDOW);
        boolean enough = switch (Compression.of(head)) {
            case NONE, GZIP -> true;
            case BZIP2, XZ, ZSTD -> false;
        };
        if (enough || head.length < FormatDetector.WINDOW) {
            return head;
        }
        byte[] behind = in.readNBytes(LARGEST_BLOCK - head.length);
        byte[] all = Arrays.copyOf(head, head.length + behind.length);
        System.arraycopy(behind, 0, all, head.length, behind.length);
        return all;
    }

    /**
     * Looks at the first bytes of a file.
     *
     * @param complete whether they are the whole file
     * @param fileName hint; may be null
     */
    public static Look look(byte[] head, boolean complete, String fileName, ReadOptions options) {
        Compression compression = Compression.of(head);
        String packing = compression == Compression.NONE ? null : compression.name();
        try (ContentStream content = ContentStream.of(new ByteArrayInputStream(head), options)) {
            byte[] start = content.readNBytes(FormatDetector.WINDOW);
            boolean whole = complete && start.length < FormatDetector.WINDOW && content.damage() == null;
            if (Archive.of(start) != null) {
                return new Look(FileFormat.ARCHIVE, true, packing, null);
            }
            boolean wide = TextDecoder.wide(start) != null;
            FileFormat format = start.length == 0 && content.damage() != null
                    ? null
                    : FormatDetector.detect(NarrowInput.of(start), whole, fileName, options.dialects());
            boolean isText = format != null && format != FileFormat.UNKNOWN && format != FileFormat.EMPTY;
            String charset = isText ? TextDecoder.decode(start).charset() : null;
            return new Look(format, content.isCompressed() || wide, packing, charset);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    private static SourceRecords open(String sourceFile, InputStream in, ReadOptions options) throws IOException {
        return open(sourceFile, sourceFile, ContentStream.of(in, options), MOST_ARCHIVES, options);
    }

    /**
     * Reads content.
     *
     * @param name of the file or the member: the hint
     * @param archives how many archives may still lie in each other
     */
    static SourceRecords open(String sourceFile, String name, ContentStream content, int archives, ReadOptions options)
            throws IOException {
        byte[] head = content.readNBytes(FormatDetector.WINDOW);
        Archive archive = Archive.of(head);
        if (archive != null) {
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), content);
            return archives > 0
                    ? new ArchiveRecords(sourceFile, content, archive.open(all), archives - 1, options)
                    : new UnknownRecords(sourceFile, content, "An archive too deep inside other archives", null);
        }
        InputStream bytes = content;
        Charset wide = TextDecoder.wide(head);
        if (wide != null) {
            bytes = new NarrowInput(new SequenceInputStream(new ByteArrayInputStream(head), content), wide);
            head = bytes.readNBytes(FormatDetector.WINDOW);
        }
        long offset = 0;
        boolean complete = head.length < FormatDetector.WINDOW;
        while (!complete && FormatDetector.isBlank(head)) {
            offset += head.length;
            head = bytes.readNBytes(FormatDetector.WINDOW);
            complete = head.length < FormatDetector.WINDOW;
        }
        FileFormat format = FormatDetector.detect(head, complete, name, options.dialects());
        InputStream all = complete
                ? new ByteArrayInputStream(head)
                : new SequenceInputStream(new ByteArrayInputStream(head), bytes);
        return switch (format) {
            case EMPTY -> new EmptyRecords(sourceFile, content);
            case ARCHIVE -> throw new IllegalStateException("Archives are told before");
            case UNKNOWN -> UnknownRecords.of(sourceFile, content, head);
            case JSON_LINES ->
                new JsonLineRecords(
                        sourceFile,
                        content,
                        new LineInput(all, offset, options.maxRecordBytes()),
                        Long.MAX_VALUE,
                        options);
            case JSON -> new JsonDocumentRecords(sourceFile, content, all, options);
            case CSV ->
                new CsvRecords(
                        sourceFile,
                        content,
                        new LineInput(PlainBytes.of(all, head), offset, options.maxRecordBytes()),
                        CsvHeader.find(TextDecoder.decode(head).text(), name, options.dialects()),
                        options);
            case XML -> new XmlRecords(sourceFile, content, all, options);
            case N_QUADS ->
                new NQuadRecords(sourceFile, content, new LineInput(all, offset, options.maxRecordBytes()), options);
            case WARC -> new WarcRecords(sourceFile, content, all, options);
            case HTML -> new HtmlRecords(sourceFile, content, all, options);
            case MARKDOWN, PLAIN_TEXT -> {
                TextParts parts = TextParts.of(TextDecoder.decode(head).text(), complete);
                LineInput lines = new LineInput(PlainBytes.of(all, head), offset, options.maxRecordBytes());
                yield parts == null
                        ? new TextRecords(sourceFile, content, all, format, options)
                        : new TextPartRecords(sourceFile, content, lines, format, parts, options);
            }
            case FRONT_MATTER -> new TextRecords(sourceFile, content, all, format, options);
        };
    }
}
