package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Reads the records of a file, of whatever format that is known, told by the content. gzip is undone on the way.
 *
 * <p>{@code sourceRecord} finds a record again, and does not depend on how the file was cut into splits:
 *
 * <ul>
 *   <li>null: the file is one record;
 *   <li>{@code offset:1234}: the line of JSON whose first byte has this offset, after decompression. A byte offset and not
 *       a line number, because a reader that starts in the middle of a file can't know how many lines went before;
 *   <li>{@code /3} or {@code /jobs/3}: JSON pointer into the document, also behind an offset: {@code offset:1234/@graph/2};
 *   <li>{@code 17}: data row of a CSV file, from 1;
 *   <li>{@code /source/job[17]}: element of an XML file, counted from 1 over those of its path.
 * </ul>
 *
 * <p>Memory is bounded by {@link ReadOptions#maxRecordBytes()}. A file that is damaged (a cut-off gzip) gives what was
 * read before and one rejection {@link QuarantineReason#UNREADABLE}; a record cut in the middle is not kept.
 */
public final class Sources {
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
     * Reads the part of a file of {@link FileFormat#JSON_LD_LINES} whose lines begin in a range: each line belongs to the
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
            ContentStream content = ContentStream.plain(in);
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

    private static SourceRecords open(String sourceFile, InputStream in, ReadOptions options) throws IOException {
        ContentStream content = ContentStream.of(in);
        byte[] head = content.readNBytes(FormatDetector.WINDOW);
        long offset = 0;
        boolean complete = head.length < FormatDetector.WINDOW;
        while (!complete && FormatDetector.isBlank(head)) {
            offset += head.length;
            head = content.readNBytes(FormatDetector.WINDOW);
            complete = head.length < FormatDetector.WINDOW;
        }
        FileFormat format = FormatDetector.detect(head, complete, sourceFile, options.dialects());
        InputStream all = complete
                ? new ByteArrayInputStream(head)
                : new SequenceInputStream(new ByteArrayInputStream(head), content);
        return switch (format) {
            case EMPTY -> new EmptyRecords(sourceFile, content);
            case UNKNOWN -> new UnknownRecords(sourceFile, content, head);
            case JSON_LD_LINES ->
                new JsonLineRecords(
                        sourceFile,
                        content,
                        new LineInput(all, offset, options.maxRecordBytes()),
                        Long.MAX_VALUE,
                        options);
            case JSON_LD -> new JsonDocumentRecords(sourceFile, content, all, options);
            case CSV -> new CsvRecords(sourceFile, content, all, options);
            case XML -> new XmlRecords(sourceFile, content, all, options);
            case MARKDOWN, PLAIN_TEXT -> new TextRecords(sourceFile, content, all, format, options);
        };
    }
}
