package io.jobmart.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rows of a file of separated values whose columns a dialect knows. {@code sourceRecord} is the data row from 1: rows of
 * nothing but blanks count and are no records, nor are headers that stand again where exports were put together. Behind
 * such a header the columns are its own.
 *
 * <p>Spreadsheets pad a table down to their last row: with a box that is not ticked, or with the words of a formula that
 * found nothing to put between them. The former rows are blank; of the latter, which all are alike, the first is rejected
 * and names the others.
 */
final class CsvRecords extends FileRecords {
    private static final int ROWS_TO_COMPARE = 3;

    private final ReadOptions options;
    private final CsvRows rows;
    private final JsonMapper mapper;
    private final boolean known;
    private List<String> names;
    private long row;
    private CsvRows.Row peeked;
    private SourceRecord ahead;

    CsvRecords(String sourceFile, ContentStream content, LineInput in, CsvHeader header, ReadOptions options)
            throws IOException {
        super(sourceFile, FileFormat.CSV, content);
        this.options = options;
        this.rows = new CsvRows(in, header.delimiter(), header.backslashes(), options.maxRecordBytes());
        this.mapper = Json.mapper(options);
        this.names = header.names();
        this.known = header.known();
        for (int i = 0; i <= header.before(); i++) {
            rows.next();
        }
        rows.setColumns(names.size());
        ahead = known ? nextRecord() : unknown();
    }

    @Override
    SourceRecord read() throws IOException {
        SourceRecord record = ahead;
        ahead = record == null || !known ? null : nextRecord();
        // The row before the damage may be cut off.
        return ahead == null && isDamaged() ? null : record;
    }

    private SourceRecord unknown() {
        return rejected(
                null,
                QuarantineReason.NOT_A_JOB_POSTING,
                "A table whose columns are of no known dialect: " + String.join(", ", names),
                null);
    }

    private CsvRows.Row take() throws IOException {
        CsvRows.Row next = peeked == null ? rows.next() : peeked;
        peeked = null;
        row += next == null ? 0 : 1;
        return next;
    }

    private SourceRecord nextRecord() throws IOException {
        for (CsvRows.Row next = take(); next != null; next = take()) {
            if (next.cells() == null) {
                return rejected(
                        Long.toString(row),
                        next.tooLarge() ? QuarantineReason.TOO_LARGE : QuarantineReason.CSV_SYNTAX,
                        "Row " + row + ": " + next.problem(),
                        next.text());
            }
            if (!isBlank(next.cells()) && !isHeader(next.cells())) {
                return record(next);
            }
        }
        return null;
    }

    static boolean isBlank(String[] cells) {
        return Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank() || cell.equalsIgnoreCase("false"));
    }

    /** Whether a row is the header once more, or that of another table, whose names are taken then. */
    private boolean isHeader(String[] cells) {
        if (cells.length < 2 || cells[0] != null && cells[0].length() > CsvHeader.LONGEST_NAME) {
            return false;
        }
        List<String> other = CsvHeader.names(cells);
        if (other.equals(names)) {
            return true;
        }
        if (!CsvHeader.isNames(other) || !CsvHeader.isKnown(other, options.dialects())) {
            return false;
        }
        names = other;
        rows.setColumns(names.size());
        return true;
    }

    private SourceRecord record(CsvRows.Row read) throws IOException {
        String sourceRecord = Long.toString(row);
        String[] cells = read.cells();
        int width = width(cells);
        ObjectNode record = CsvHeader.row(names, cells);
        unpack(record);
        boolean tooFew = cells.length < names.size() && !rows.begins(cells);
        if (width > names.size() || tooFew) {
            return rejected(
                    sourceRecord,
                    QuarantineReason.CSV_SYNTAX,
                    "Row " + row + " has " + width + " cells, the header names " + names.size(),
                    read.text());
        }
        Dialects.Match match = options.dialects().find(Dialect.Shape.CSV, ".", record, null);
        String exclusion = match == null ? null : DialectReader.exclusion(match, null);
        if (exclusion != null) {
            return rejected(
                    sourceRecord, QuarantineReason.NOT_A_JOB_POSTING, "No posting: " + exclusion, record.toString());
        }
        if (match != null) {
            RawPosting.Builder posting = RawPosting.of(SourceFormat.CSV, sourceFile(), sourceRecord)
                    .source(options.source())
                    .repair(EncodingFlavour.NONE, read.lossy());
            if (cells.length < names.size()) {
                posting.issue(Issue.ROW_UNEVEN, cells.length + " of " + names.size() + " cells");
            }
            SourceRecord accepted = record(DialectReader.read(match, null, posting), record::toString);
            if (accepted instanceof SourceRecord.Accepted) {
                return accepted;
            }
        }
        long first = row;
        skipAlike(cells);
        String alike = row == first ? "" : "; so have the rows that repeat it, up to row " + row;
        return rejected(
                sourceRecord, QuarantineReason.NO_CONTENT, "Row " + first + " has no title" + alike, record.toString());
    }

    /** Exports of nested data write objects as JSON into a cell. */
    private void unpack(ObjectNode record) {
        for (Map.Entry<String, JsonNode> cell : record.properties()) {
            String text = cell.getValue().asText().strip();
            if (text.startsWith("{") && text.endsWith("}")) {
                try {
                    cell.setValue(mapper.readTree(text));
                } catch (JsonProcessingException e) {
                    // Text that happens to stand in braces.
                    continue;
                }
            }
        }
    }

    private void skipAlike(String[] cells) throws IOException {
        for (peeked = rows.next(); peeked != null && Arrays.equals(peeked.cells(), cells); peeked = rows.next()) {
            row++;
        }
    }

    /** How many cells up to the last that is not blank. */
    private static int width(String[] cells) {
        int width = cells.length;
        while (width > 0 && (cells[width - 1] == null || cells[width - 1].isBlank())) {
            width--;
        }
        return width;
    }
}
