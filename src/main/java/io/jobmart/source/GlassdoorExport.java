package io.jobmart.source;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Glassdoor export as CSV: {@code Job Title, Salary Estimate, Job Description, Rating, Company Name, Location,
 * Headquarters, ..., Industry, ...}. In the wild -1 means no value, texts hold line breaks and quotes, and the rating is
 * glued to the company's name by a line break. {@code sourceRecord} is the data row, from 1.
 */
final class GlassdoorExport {
    private static final Pattern RATING = Pattern.compile("\\s*\\n\\s*\\d(?:\\.\\d)?\\s*$");
    private static final String TITLE = "job title";
    private static final String DESCRIPTION = "job description";

    private final CsvParser parser;
    private final Map<String, Integer> columns = new HashMap<>();
    private final String sourceFile;
    private final ReadOptions options;
    private long row;
    private boolean ended;

    GlassdoorExport(String sourceFile, Reader text, ReadOptions options) {
        this.sourceFile = sourceFile;
        this.options = options;
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxCharsPerColumn(options.maxRecordBytes());
        settings.setMaxColumns(512);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setErrorContentLength(0);
        parser = new CsvParser(settings);
        parser.beginParsing(text);
        String[] header = parser.parseNext();
        for (int i = 0; header != null && i < header.length; i++) {
            if (header[i] != null) {
                columns.putIfAbsent(header[i].strip().toLowerCase(Locale.ROOT), i);
            }
        }
    }

    static boolean isHeader(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.length() < 2_000
                && lower.indexOf(',') >= 0
                && lower.contains(TITLE)
                && lower.contains(DESCRIPTION)
                && lower.contains("company name");
    }

    /** The next row, or null at the end. A row that can't be taken apart is the last one: what follows it is not known. */
    SourceRecord next() {
        if (ended) {
            return null;
        }
        row++;
        String sourceRecord = Long.toString(row);
        String[] cells;
        try {
            cells = parser.parseNext();
        } catch (TextParsingException e) {
            ended = true;
            return rejected(
                    sourceRecord,
                    QuarantineReason.TOO_LARGE,
                    "Row " + row + " has a cell or a number of columns beyond the limit; the rest was not read");
        }
        if (cells == null) {
            ended = true;
            return null;
        }
        RawPosting posting = posting(cells, sourceRecord);
        return posting.title() == null && posting.description() == null
                ? rejected(sourceRecord, QuarantineReason.NO_CONTENT, "The row has neither title nor description")
                : new SourceRecord.Accepted(PostingStrings.repaired(posting));
    }

    private SourceRecord rejected(String sourceRecord, QuarantineReason reason, String detail) {
        return new SourceRecord.Rejected(Rejection.of(sourceFile, sourceRecord, reason, detail, null));
    }

    private RawPosting posting(String[] cells, String sourceRecord) {
        String company = cell(cells, "company name");
        String place = cell(cells, "location");
        String pay = cell(cells, "salary estimate");
        String description = cell(cells, DESCRIPTION);
        RawPosting.Builder posting = RawPosting.of(SourceFormat.CSV, sourceFile, sourceRecord)
                .source(options.source())
                .title(cell(cells, TITLE))
                .company(company == null ? null : RATING.matcher(company).replaceFirst(""))
                .industry(cell(cells, "industry"))
                .places(place == null ? List.of() : List.of(new RawPlace(null, null, null, place)))
                .pay(pay == null ? List.of() : List.of(new RawPay(null, null, null, null, pay)));
        return description == null
                ? posting.build()
                : posting.description(description, TextFormat.PLAIN).build();
    }

    private String cell(String[] cells, String column) {
        Integer index = columns.get(column);
        String value = index == null || index >= cells.length ? null : cells[index];
        return value == null || value.isBlank() || value.strip().equals("-1") ? null : value.strip();
    }
}
