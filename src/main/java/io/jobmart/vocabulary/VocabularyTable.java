package io.jobmart.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a table of a vocabulary row by row: comma-separated with quoted cells that may hold line ends, as ESCO publishes
 * it, or tab-separated without quotes, as O*NET does. Columns are found by the header's names, whatever their order and
 * case.
 */
final class VocabularyTable {
    private final String file;
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> row;
    private String digest;

    private VocabularyTable(String file) {
        this.file = file;
    }

    /**
     * Reads a whole file.
     *
     * @param rows is called for each row below the header
     * @return a hash of the file's bytes
     * @throws SkillVocabularyException when a column that must be there is not
     */
    static String read(
            VocabularyFolder folder, String file, char separator, List<String> needed, Consumer<VocabularyTable> rows)
            throws IOException {
        VocabularyTable table = new VocabularyTable(file);
        try (DigestInputStream in = new DigestInputStream(folder.open(file), sha256())) {
            table.read(in, separator, needed, rows);
            table.digest = HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
        return table.digest;
    }

    /** The cell of a column without blanks around it; empty when there is no such column or cell. */
    String cell(String column) {
        Integer index = columns.get(name(column));
        return index == null || index >= row.size() ? "" : row.get(index).strip();
    }

    boolean has(String column) {
        return columns.containsKey(name(column));
    }

    private void read(InputStream in, char separator, List<String> needed, Consumer<VocabularyTable> rows)
            throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean header = true;
        int previous = '\n';
        while (true) {
            int c = reader.read();
            if (quoted && c >= 0) {
                if (c != '"') {
                    cell.append((char) c);
                    continue;
                }
                reader.mark(1);
                if (reader.read() == '"') {
                    cell.append('"');
                } else {
                    reader.reset();
                    quoted = false;
                }
                previous = '"';
                continue;
            }
            if (c == '"' && separator == ',' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                cells.add(take(cell));
            } else if (c == '\n' || c < 0) {
                if (c == '\n' || previous != '\n' || !cells.isEmpty()) {
                    cells.add(take(cell));
                    row = cells;
                    if (!isBlank(cells)) {
                        header = header ? header(cells, needed) : rows(rows);
                    }
                    cells = new ArrayList<>();
                }
                if (c < 0) {
                    break;
                }
            } else if (c != '\r' && c != '\uFEFF') {
                cell.append((char) c);
            }
            previous = c;
        }
        if (header) {
            throw new SkillVocabularyException(file, 1, "no header");
        }
    }

    private boolean rows(Consumer<VocabularyTable> rows) {
        rows.accept(this);
        return false;
    }

    private boolean header(List<String> cells, List<String> needed) {
        for (int i = 0; i < cells.size(); i++) {
            columns.putIfAbsent(name(cells.get(i)), i);
        }
        for (String column : needed) {
            if (!has(column)) {
                throw new SkillVocabularyException(file, 1, "no column " + column + " in the header " + cells);
            }
        }
        return false;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private static String take(StringBuilder cell) {
        String value = cell.toString();
        cell.setLength(0);
        return value;
    }

    private static String name(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
