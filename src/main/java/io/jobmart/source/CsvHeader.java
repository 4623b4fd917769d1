package io.jobmart.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The first line of a file as names of columns, if it can be that. */
final class CsvHeader {
    private static final int LONGEST = 8_000;
    private static final String DELIMITERS = ",;\t|";

    private CsvHeader() {}

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

    /** Whether the line names the columns of a dialect. */
    static boolean isKnown(String line, Dialects dialects) {
        if (line.length() > LONGEST) {
            return false;
        }
        List<String> names = names(line, delimiter(line));
        return names.size() > 1
                && dialects.find(Dialect.Shape.CSV, ".", row(names, names.toArray(String[]::new)), null) != null;
    }

    private static List<String> names(String line, char delimiter) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                names.add(name.toString().strip());
                name.setLength(0);
            } else if (c != '\uFEFF') {
                name.append(c);
            }
        }
        names.add(name.toString().strip());
        return names;
    }

    /** A row as a record: its cells by the names of their columns; a cell that is not there is "". */
    static ObjectNode row(List<String> names, String[] cells) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && !row.has(name)) {
                row.put(name, i >= cells.length || cells[i] == null ? "" : cells[i]);
            }
        }
        return row;
    }
}
