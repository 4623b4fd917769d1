package io.jobmart.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.TextDecoder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a CSV file whose header a dialect knows; columns may be parted by commas, semicolons, tabs or bars. {@code
 * sourceRecord} is the data row from 1; rows of nothing but blanks count and are no records.
 */
final class CsvRecords extends FileRecords {
    private static final int MAX_COLUMNS = 512;

    private final ReadOptions options;
    private final CsvParser parser;
    private final List<String> names = new ArrayList<>();
    private final boolean lossy;
    private long row;
    private boolean ended;
    private SourceRecord ahead;

    CsvRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options) throws IOException {
        super(sourceFile, FileFormat.CSV, content);
        this.options = options;
        byte[] bytes = in.readNBytes(options.maxRecordBytes());
        boolean complete = bytes.length < options.maxRecordBytes();
        TextDecoder.Decoded decoded = complete ? TextDecoder.decode(bytes) : null;
        lossy = complete && decoded.lossy();
        Reader text = complete
                ? new StringReader(decoded.text())
                : new InputStreamReader(
                        new SequenceInputStream(new ByteArrayInputStream(bytes), in), StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(text, FormatDetector.WINDOW);
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(CsvHeader.delimiter(firstLine(lines)));
        settings.setMaxCharsPerColumn(options.maxRecordBytes());
        settings.setMaxColumns(MAX_COLUMNS);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setErrorContentLength(0);
        parser = new CsvParser(settings);
        parser.beginParsing(lines);
        String[] header = parser.parseNext();
        for (String name : header == null ? new String[0] : header) {
            names.add(name == null ? "" : name.replace("\uFEFF", "").strip());
        }
        ahead = next(parseAhead());
    }

    private static String firstLine(BufferedReader lines) throws IOException {
        lines.mark(FormatDetector.WINDOW - 1);
        char[] start = new char[FormatDetector.WINDOW / 2];
        int length = Math.max(0, lines.read(start));
        lines.reset();
        String text = new String(start, 0, length).stripLeading();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    @Override
    SourceRecord read() {
        SourceRecord record = ahead;
        ahead = record == null ? null : next(parseAhead());
        // The row before the damage may be cut off.
        return ahead == null && isDamaged() ? null : record;
    }

    /** The cells of the next row that has any; null at the end or when the row is beyond the limits. */
    private String[] parseAhead() {
        while (!ended) {
            row++;
            try {
                String[] cells = parser.parseNext();
                if (cells == null) {
                    ended = true;
                } else if (!Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank())) {
                    return cells;
                }
            } catch (TextParsingException e) {
                // Where this row ends is not known, nor what follows it.
                ended = true;
                return new String[0];
            }
        }
        return null;
    }

    private SourceRecord next(String[] cells) {
        if (cells == null) {
            return null;
        }
        String sourceRecord = Long.toString(row);
        if (cells.length == 0) {
            return rejected(
                    sourceRecord,
                    QuarantineReason.TOO_LARGE,
                    "Row " + row + " has a cell or a number of columns beyond the limit; the rest was not read",
                    null);
        }
        ObjectNode record = CsvHeader.row(names, cells);
        Dialects.Match match = options.dialects().find(Dialect.Shape.CSV, ".", record, null);
        if (match == null) {
            return rejected(
                    sourceRecord,
                    QuarantineReason.NOT_A_JOB_POSTING,
                    "The row is no posting of a known dialect",
                    record.toString());
        }
        String exclusion = DialectReader.exclusion(match, null);
        if (exclusion != null) {
            return rejected(
                    sourceRecord, QuarantineReason.NOT_A_JOB_POSTING, "No posting: " + exclusion, record.toString());
        }
        RawPosting posting = DialectReader.read(
                match,
                null,
                RawPosting.of(SourceFormat.CSV, sourceFile(), sourceRecord)
                        .source(options.source())
                        .repair(EncodingFlavour.NONE, lossy));
        return record(posting, record::toString);
    }
}
