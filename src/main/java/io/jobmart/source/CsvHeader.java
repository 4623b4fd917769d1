package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first rows of a file as a table: what parts its columns, and how they are called.
 *
 * @param before rows above the header, such as {@code sep=;} and the title of a report
 * @param names of the columns; "" for one without
 * @param known whether a dialect knows the names
 */
record CsvHeader(char delimiter, boolean backslashes, int before, List<String> names, boolean known) {
    private static final int LONGEST = 8_000;
    static final int LONGEST_NAME = 60;
    private static final int ROWS = 8;
    /** Of a file whose name does not say that it is a table: so many rows like the header do. */
    private static final int ROWS_ALIKE = 3;

    private static final String DELIMITERS = ",;\t|";
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?");
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(?:csv|tsv|tab)(?:\\.[a-z0-9]{1,4})?");

    /**
     * The header of a text, or null when it is no table.
     *
     * @param text the first characters of the file
     * @param fileName hint; may be null
     */
    static CsvHeader find(String text, String fileName, Dialects dialects) {
        int start = MarkdownPosting.skipBlank(text, 0);
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end).strip();
        Matcher separator = SEPARATOR.matcher(line);
        boolean table = fileName != null && TABLE.matcher(fileName).matches();
        boolean backslashes = text.contains("\\\"") && !text.contains("\"\"");
        if (separator.matches()) {
            return of(text, separator.group(1).charAt(0), backslashes, true, dialects);
        }
        char likeliest = delimiter(line);
        if (!table && (line.length() > LONGEST || line.indexOf(likeliest) < 0)) {
            return null;
        }
        CsvHeader header = of(text, likeliest, backslashes, table, dialects);
        for (int i = 0; i < DELIMITERS.length() && (header == null || !header.known()); i++) {
            char other = DELIMITERS.charAt(i);
            if (other != likeliest && line.indexOf(other) >= 0) {
                CsvHeader second = of(text, other, backslashes, table, dialects);
                header = second != null && (header == null || second.known()) ? second : header;
            }
        }
        return header;
    }

    private static CsvHeader of(String text, char delimiter, boolean backslashes, boolean table, Dialects dialects) {
        List<String[]> rows;
        try {
            LineInput lines = new LineInput(
                    new ByteArrayInputStream(text.replace('\r', '\n').getBytes(StandardCharsets.UTF_8)),
                    0,
                    FormatDetector.WINDOW);
            rows = CsvRows.first(lines, delimiter, table ? ROWS : ROWS_ALIKE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
        int widest = 0;
        for (int i = 0; i < rows.size(); i++) {
            List<String> names = names(rows.get(i));
            // Above a header stand a title and notes, not rows that are as wide.
            String[] below = i + 1 < rows.size() ? rows.get(i + 1) : rows.get(i);
            if ((i == 0 || table && widest < names.size())
                    && (isKnown(names, dialects) || isKnown(names, below, dialects))) {
                return new CsvHeader(delimiter, backslashes, i, names, true);
            }
            widest = Math.max(
                    widest, (int) names.stream().filter(name -> !name.isEmpty()).count());
        }
        if (rows.isEmpty()) {
            return null;
        }
        boolean separator = rows.get(0).length == 1
                && SEPARATOR.matcher(String.valueOf(rows.get(0)[0])).matches();
        int before = separator && rows.size() > 1 ? 1 : 0;
        List<String> names = names(rows.get(before));
        boolean alike = isNames(names) && rows.size() > before + (table ? 0 : ROWS_ALIKE);
        for (String[] row : rows.subList(before, rows.size())) {
            alike &= row.length == names.size();
        }
        return alike && names.size() > (table ? 1 : 2)
                ? new CsvHeader(delimiter, backslashes, before, names, false)
                : null;
    }

    /** What stands most often outside of quotes between the names of a first line; a comma when nothing does. */
    static char delimiter(String line) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                counts[DELIMITERS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return DELIMITERS.charAt(best);
    }

    /** Whether a dialect knows columns of these names. */
    static boolean isKnown(List<String> names, Dialects dialects) {
        return isKnown(names, names.toArray(String[]::new), dialects);
    }

    /** The same of dialects that look at values too. */
    private static boolean isKnown(List<String> names, String[] cells, Dialects dialects) {
        return names.size() > 1 && dialects.find(Dialect.Shape.CSV, ".", row(names, cells), null) != null;
    }

    /** Whether cells may be names: short, and none twice. */
    static boolean isNames(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            boolean letters = name.isEmpty() || name.chars().anyMatch(Character::isLetter);
            if (!letters
                    || name.length() > LONGEST_NAME
                    || !name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return seen.size() * 2 > names.size();
    }

    static List<String> names(String[] cells) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            names.add(cell == null ? "" : cell.replace("\uFEFF", "").strip());
        }
        return names;
    }

    /**
     * A row as a record: its cells by the names of their columns; a cell that is not there is "". Of columns of the same
     * name the first with a value counts.
     */
    static ObjectNode row(List<String> names, String[] cells) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String cell = i >= cells.length || cells[i] == null ? "" : cells[i];
            JsonNode before = name.isEmpty() ? null : row.get(name);
            if (!name.isEmpty() && (before == null || before.asText().isBlank())) {
                row.put(name, cell);
            }
        }
        return row;
    }
}
