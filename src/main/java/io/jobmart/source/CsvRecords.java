package io.jobmart.source;

import io.jobmart.text.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** A CSV export, row by row. */
final class CsvRecords extends FileRecords {
    private final GlassdoorExport rows;
    private SourceRecord ahead;

    CsvRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options) throws IOException {
        super(sourceFile, FileFormat.CSV, content);
        byte[] head = in.readNBytes(options.maxRecordBytes());
        Reader text = head.length < options.maxRecordBytes()
                ? new StringReader(TextDecoder.decode(head).text())
                : new InputStreamReader(
                        new SequenceInputStream(new ByteArrayInputStream(head), in), StandardCharsets.UTF_8);
        rows = new GlassdoorExport(sourceFile, text, options);
        ahead = rows.next();
    }

    @Override
    SourceRecord read() {
        SourceRecord row = ahead;
        ahead = row == null ? null : rows.next();
        return ahead == null && isDamaged() ? null : row;
    }
}
