package io.jobmart.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints rows for people or machines. Rows are taken one by one, so that a large result as CSV or JSON needs no memory;
 * a table measures its columns on the first {@value #MEASURED_ROWS} rows.
 */
final class ResultPrinter {
    private static final int MEASURED_ROWS = 1000;
    private static final int MAX_WIDTH = 60;
    private static final ObjectWriter JSON = new ObjectMapper().writer(new MinimalPrettyPrinter());

    private final PrintStream out;
    private final ResultFormat format;
    private final boolean exact;

    ResultPrinter(PrintStream out, ResultFormat format) {
        this(out, format, false);
    }

    /** @param exact whether CSV has texts as they are, also where a spreadsheet would run them */
    ResultPrinter(PrintStream out, ResultFormat format, boolean exact) {
        this.out = out;
        this.format = format;
        this.exact = exact;
    }

    /**
     * Prints all rows.
     *
     * @param numeric for each column, whether its values are numbers
     * @param rows values: null, numbers, strings, booleans, dates, lists and maps of these
     * @return number of rows
     */
    long print(List<String> columns, List<Boolean> numeric, Iterator<List<Object>> rows) {
        return switch (format) {
            case TABLE -> table(columns, numeric, rows);
            case CSV -> csv(columns, rows);
            case JSON -> json(columns, rows);
            case PARQUET -> throw new IllegalArgumentException("Parquet is written into files");
        };
    }

    private long table(List<String> columns, List<Boolean> numeric, Iterator<List<Object>> rows) {
        List<List<String>> measured = new ArrayList<>();
        while (rows.hasNext() && measured.size() < MEASURED_ROWS) {
            measured.add(cells(rows.next()));
        }
        int[] widths = new int[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(columns.get(column));
            for (List<String> row : measured) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        line(columns, widths, numeric);
        out.println(Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining("  ")));
        measured.forEach(row -> line(row, widths, numeric));
        long count = measured.size();
        while (rows.hasNext()) {
            line(cells(rows.next()), widths, numeric);
            count++;
        }
        return count;
    }

    private void line(List<String> cells, int[] widths, List<Boolean> numeric) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(Math.max(0, widths[column] - width(cell)));
            line.append(column == 0 ? "" : "  ");
            line.append(numeric.get(column) ? padding + cell : cell + padding);
        }
        out.println(line.toString().stripTrailing());
    }

    private static List<String> cells(List<Object> row) {
        return row.stream().map(ResultPrinter::cell).toList();
    }

    /** What breaks a line, moves the cursor or turns the direction of writing: postings are written by strangers. */
    private static final Pattern LINE_OR_CONTROL = Pattern.compile("[\\s\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** One line, cut to a width that keeps a table a table. */
    private static String cell(Object value) {
        String text = LINE_OR_CONTROL.matcher(plain(value)).replaceAll(" ");
        return text.codePointCount(0, text.length()) <= MAX_WIDTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_WIDTH - 1)) + "…";
    }

    static String plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite()
                    ? number.toString()
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ResultPrinter::plain).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** Terminal columns: wide for East Asian letters, none for combining marks. */
    private static int width(String text) {
        return text.codePoints().map(ResultPrinter::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        return wide ? 2 : 1;
    }

    private long csv(List<String> columns, Iterator<List<Object>> rows) {
        out.print(columns.stream().map(ResultPrinter::csvField).collect(Collectors.joining(",")) + "\r\n");
        long count = 0;
        while (rows.hasNext()) {
            out.print(rows.next().stream().map(this::csvValue).collect(Collectors.joining(",")) + "\r\n");
            count++;
        }
        return count;
    }

    private String csvValue(Object value) {
        if (value instanceof List || value instanceof Map) {
            return csvField(jsonText(value));
        }
        String text = plain(value);
        return csvField(value instanceof String && !exact && isFormula(text) ? "'" + text : text);
    }

    /**
     * What a spreadsheet takes for a formula when it opens a CSV, which may fetch pages and start programs. Columns of
     * numbers are never in question, nor are texts that are numbers.
     */
    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }

    /** With the full-width forms, which some programs take for the others. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{1,18})?%?");

    private static String csvField(String text) {
        boolean quoted =
                text.indexOf('"') >= 0 || text.indexOf(',') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private long json(List<String> columns, Iterator<List<Object>> rows) {
        out.print('[');
        long count = 0;
        while (rows.hasNext()) {
            List<Object> row = rows.next();
            Map<String, Object> object = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                object.put(columns.get(column), jsonValue(row.get(column)));
            }
            out.print((count == 0 ? "" : ",\n ") + jsonText(object));
            count++;
        }
        out.println(']');
        return count;
    }

    static Object jsonValue(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ResultPrinter::jsonValue).collect(Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, entry) -> object.put(String.valueOf(key), jsonValue(entry)));
            return object;
        }
        return value.toString();
    }

    private static String jsonText(Object value) {
        try {
            return JSON.writeValueAsString(jsonValue(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Values are plain", e);
        }
    }
}
