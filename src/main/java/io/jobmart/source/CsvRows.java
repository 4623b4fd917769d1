package io.jobmart.source;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.jobmart.model.Rejection;
import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The rows of a file of separated values, one after the other. Where a row ends is told here, before it is parsed: a quote
 * that is never closed would swallow the rows behind it, up to the end of the file. Such a row is given as it stands, and
 * reading goes on at the next line that has as many cells as the header.
 *
 * <p>What is held is bounded by the longest row allowed; the work is linear in the size of the file.
 */
final class CsvRows {
    static final int MOST_COLUMNS = 2_000;
    /** What a line costs besides its characters. */
    private static final int LINE_COST = 64;

    private static final char NONE = '\0';

    private final LineInput in;
    private final char delimiter;
    private final boolean backslashes;
    private final int limit;
    private final CsvParser quoted;
    private final CsvParser literal;

    private final Deque<Line> ahead = new ArrayDeque<>();
    /** Number of the first line from here on that ends a quoted cell, or shows that its end is missing. */
    private long stop = -1;

    private long searched = -1;
    private long lines;
    private long position;
    private long cost;
    private int columns;
    private boolean numbered = true;
    private boolean any;

    /**
     * @param backslashes whether a backslash takes a quote its meaning, and not a second quote
     * @param limit characters that a row may have
     */
    CsvRows(LineInput in, char delimiter, boolean backslashes, int limit) {
        this.in = in;
        this.delimiter = delimiter;
        this.backslashes = backslashes;
        this.limit = limit;
        this.quoted = parser('"');
        this.literal = parser(NONE);
    }

    private CsvParser parser(char quote) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setQuote(quote);
        settings.getFormat().setQuoteEscape(backslashes && quote == '"' ? '\\' : quote);
        settings.getFormat().setLineSeparator("\n");
        // A row may begin with a number sign.
        settings.getFormat().setComment(NONE);
        settings.setCommentProcessingEnabled(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_CLOSING_QUOTE);
        // Rows are bounded already; with a bound of its own it holds that much memory from the start.
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setReadInputOnSeparateThread(false);
        settings.setErrorContentLength(0);
        return new CsvParser(settings);
    }

    /** From now on rows have so many cells: that tells where reading goes on behind a broken one. */
    void setColumns(int count) {
        columns = count;
        numbered = true;
        any = false;
        ahead.forEach(Line::forget);
    }

    /**
     * A row.
     *
     * @param cells null when it cannot be told apart
     * @param text of a row that cannot, as much as quarantine keeps
     * @param problem why it cannot
     * @param tooLarge whether that is for its size
     * @param lossy whether bytes of it were no characters
     */
    record Row(String[] cells, String text, String problem, boolean tooLarge, boolean lossy) {}

    /** The next row that is no empty line; null at the end. */
    Row next() throws IOException {
        Line first;
        do {
            if (!require(1)) {
                return null;
            }
            first = ahead.poll();
            position++;
        } while (first.isBlank());
        if (first.tooLong) {
            return new Row(null, first.text, "A line of more than " + limit + " bytes", true, false);
        }
        if (!first.opens()) {
            return parse(quoted, first.text, first.lossy);
        }
        long end = stop(first);
        if (end >= 0) {
            Line last = line(end);
            if (!last.tooLong && !last.restarts()) {
                return joined(first, end);
            }
        }
        return unclosed(first);
    }

    private Row joined(Line first, long end) {
        StringBuilder text = new StringBuilder(first.text);
        boolean lossy = first.lossy;
        while (position <= end) {
            Line line = ahead.poll();
            position++;
            text.append('\n').append(line.text);
            lossy |= line.lossy;
        }
        return parse(quoted, text.toString(), lossy);
    }

    /** A quote that is not closed: perhaps it is none, when the line is a row without it. */
    private Row unclosed(Line first) throws IOException {
        String problem = "A quote in line " + (first.number + 1) + " is not closed";
        if (columns > 1
                && first.delimiters == columns - 1
                && (!require(1) || ahead.peek().isRow() || ahead.peek().isBlank())) {
            return parse(literal, first.text, first.lossy);
        }
        StringBuilder text = new StringBuilder(first.text);
        while (require(1) && !ahead.peek().isRow()) {
            Line line = ahead.poll();
            position++;
            if (text.length() < Rejection.PAYLOAD_LIMIT) {
                text.append('\n').append(line.text);
            }
        }
        return new Row(null, text.toString(), problem, false, first.lossy);
    }

    /** The line at which the quote that is open after a line is closed, or is seen not to be; -1 for none within reach. */
    private long stop(Line first) throws IOException {
        if (stop > first.number) {
            return reach(first) < 0 ? -1 : stop;
        }
        long next = Math.max(first.number, searched) + 1;
        while (require(next - position + 1)) {
            Line line = line(next);
            if (cost(first, line) > limit) {
                return -1;
            }
            searched = next;
            if (line.tooLong || line.closes() || line.restarts()) {
                stop = next;
                return stop;
            }
            next++;
        }
        return -1;
    }

    private long reach(Line first) {
        return cost(first, line(stop)) > limit ? -1 : stop;
    }

    private static long cost(Line first, Line last) {
        return last.end - first.end;
    }

    private Line line(long number) {
        // Close to one of the two ends.
        long index = number - position;
        if (index == ahead.size() - 1L) {
            return ahead.peekLast();
        }
        for (Line line : ahead) {
            if (index-- == 0) {
                return line;
            }
        }
        throw new IllegalStateException("Line " + number + " is not held");
    }

    /** Reads on until so many lines are held. */
    private boolean require(long count) throws IOException {
        while (ahead.size() < count) {
            if (!in.next()) {
                return false;
            }
            TextDecoder.Decoded decoded = TextDecoder.decode(Arrays.copyOf(in.line(), in.length()));
            String text = PostingStrings.wellFormed(decoded.text());
            cost += text.length() + LINE_COST;
            ahead.add(new Line(lines++, text, cost, decoded.lossy() || text != decoded.text(), in.isTooLong()));
        }
        return true;
    }

    private Row parse(CsvParser parser, String text, boolean lossy) {
        try {
            String[] cells = parser.parseLine(text);
            if (cells == null) {
                cells = new String[0];
            }
            if (cells.length == columns && !CsvRecords.isBlank(cells)) {
                any = true;
                numbered &= isNumber(cells[0]);
            }
            return new Row(cells, text, null, false, lossy);
        } catch (TextParsingException e) {
            return new Row(null, text, "More than " + MOST_COLUMNS + " cells", true, lossy);
        }
    }

    /**
     * Whether a row of too few cells is the beginning of one, and not what follows a line break that should have been in
     * quotes: where all rows begin with a number it must, elsewhere it has half of the cells.
     */
    boolean begins(String[] cells) {
        return any && numbered ? isNumber(cells[0]) : cells.length * 2 >= columns;
    }

    private static boolean isNumber(String cell) {
        return cell != null && !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A line of the file, and what it does to quotes. */
    private final class Line {
        private final long number;
        private final String text;
        /** Cost of the lines up to its end. */
        private final long end;

        private final boolean lossy;
        private final boolean tooLong;
        private Boolean opens;
        private Boolean closes;
        private Boolean restarts;
        private Boolean row;
        /** Delimiters of the line, those within quotes too. */
        private int delimiters;

        private Line(long number, String text, long end, boolean lossy, boolean tooLong) {
            this.number = number;
            this.text = text;
            this.end = end;
            this.lossy = lossy;
            this.tooLong = tooLong;
        }

        private void forget() {
            restarts = null;
            row = null;
        }

        boolean isBlank() {
            return text.isBlank() && text.indexOf(delimiter) < 0;
        }

        /** Whether a quote is open at its end, when none was at its start. */
        boolean opens() {
            if (opens == null) {
                scan(false);
            }
            return opens;
        }

        /** Whether no quote is open at its end, when one was at its start. */
        boolean closes() {
            if (closes == null) {
                scan(true);
            }
            return closes;
        }

        /** Whether a quote that was open at its start must have been closed before: it is a row of its own. */
        boolean restarts() {
            closes();
            return restarts && isRow();
        }

        /** Whether it has the cells of a row, and not just the commas of prose, behind which blanks stand. */
        boolean isRow() {
            if (row == null) {
                scan(false);
            }
            return row && (!any || !numbered || startsWithNumber());
        }

        private boolean startsWithNumber() {
            int i = 0;
            while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '"')) {
                i++;
            }
            return i > 0 && i < text.length() && text.charAt(i) == delimiter;
        }

        private void scan(boolean quoteOpen) {
            boolean open = quoteOpen;
            boolean start = !open;
            boolean lone = false;
            int cells = 1;
            int all = 0;
            int spaced = 0;
            int length = text.length();
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                all += c == delimiter ? 1 : 0;
                if (open && backslashes && c == '\\') {
                    i++;
                } else if (open && c == '"') {
                    if (!backslashes && i + 1 < length && text.charAt(i + 1) == '"') {
                        i++;
                    } else if (isEnd(i + 1)) {
                        open = false;
                        start = false;
                    } else {
                        lone |= i == 0 || text.charAt(i - 1) == delimiter;
                    }
                } else if (!open && c == delimiter) {
                    cells++;
                    start = true;
                    spaced += i + 1 < length && text.charAt(i + 1) == ' ' ? 1 : 0;
                } else if (!open && c == '"' && start) {
                    open = true;
                } else if (!open && c != ' ' && c != '\t') {
                    start = false;
                }
            }
            if (quoteOpen) {
                closes = !open;
                restarts = lone;
            } else {
                opens = open;
                delimiters = all;
                row = columns > 1 && (open ? cells > 1 && cells <= columns : cells == columns) && spaced * 2 < cells;
            }
        }

        /** Whether behind a quote, and blanks, the cell ends. */
        private boolean isEnd(int from) {
            int i = from;
            while (i < text.length()
                    && text.charAt(i) != delimiter
                    && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
                i++;
            }
            return i == text.length() || text.charAt(i) == delimiter;
        }
    }

    /** The first rows of a text. */
    static List<String[]> first(LineInput in, char delimiter, int count) throws IOException {
        CsvRows rows = new CsvRows(in, delimiter, false, FormatDetector.WINDOW);
        List<String[]> first = new ArrayList<>();
        for (Row row = rows.next(); row != null && first.size() < count; row = rows.next()) {
            first.add(row.cells() == null ? new String[0] : row.cells());
        }
        return first;
    }
}
