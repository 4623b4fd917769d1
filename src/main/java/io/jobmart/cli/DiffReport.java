package io.jobmart.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.diff.Figure;
import io.jobmart.diff.Side;
import io.jobmart.diff.SnapshotDiff;
import io.jobmart.diff.TableDiff;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A comparison as people and machines read it.
 *
 * @param figures empty where only one table was compared
 * @param tables empty where both are the same snapshot
 * @param rows of {@link SnapshotDiff#rows}
 */
record DiffReport(Side before, Side after, List<Figure> figures, List<TableDiff> tables, List<Row> rows) {
    /** How much of a value is shown to people, and how much of it before the first difference. */
    private static final int SHOWN = 70;

    private static final int LEAD = 20;

    boolean same() {
        return tables.stream().allMatch(TableDiff::same);
    }

    void printText(PrintStream out) {
        out.println("Compared " + named(before) + " with " + named(after) + ".");
        if (same()) {
            out.println("They are the same.");
            return;
        }
        if (!figures.isEmpty()) {
            out.println();
            printFigures(out);
        }
        out.println();
        printTables(out);
        if (!rows.isEmpty()) {
            out.println();
            printRows(out);
        }
    }

    private static String named(Side side) {
        return side.manifest().snapshot() + " (as of " + side.manifest().asOf() + ")";
    }

    private void printFigures(PrintStream out) {
        List<List<Object>> lines = new ArrayList<>();
        for (Figure figure : figures) {
            lines.add(Arrays.asList(
                    figure.name(),
                    number(figure.unit(), figure.before()),
                    number(figure.unit(), figure.after()),
                    change(figure)));
        }
        table(out, List.of("figure", "before", "after", "change"), lines);
    }

    private static String change(Figure figure) {
        if (figure.before() == null || figure.after() == null || figure.before().equals(figure.after())) {
            return "";
        }
        double change = figure.after() - figure.before();
        // "5 % more" of a share could be taken for a twentieth of it.
        String amount = number(figure.unit(), Math.abs(change)).replace(" %", " points");
        return (change > 0 ? "+" : "-") + amount;
    }

    private static String number(Figure.Unit unit, Double value) {
        return value == null
                ? ""
                : switch (unit) {
                    case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
                    case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
                    case MEAN -> String.format(Locale.ROOT, "%.2f", value);
                };
    }

    private void printTables(PrintStream out) {
        List<List<Object>> lines = new ArrayList<>();
        for (TableDiff diff : tables) {
            if (!diff.same()) {
                lines.add(Arrays.asList(
                        diff.table(),
                        count(diff.rowsBefore()),
                        count(diff.rowsAfter()),
                        count(diff.added()),
                        count(diff.removed()),
                        diff.key().isEmpty() ? "no key" : count(diff.changed())));
            }
        }
        table(out, List.of("table", "before", "after", "added", "removed", "changed"), lines);
        String same =
                tables.stream().filter(TableDiff::same).map(TableDiff::table).collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            out.println("The same: " + same);
        }
        boolean first = true;
        for (TableDiff diff : tables) {
            String columns = columns(diff);
            if (!columns.isEmpty()) {
                out.print(first ? System.lineSeparator() : "");
                out.println(diff.table() + ": " + columns);
                first = false;
            }
        }
    }

    private static String columns(TableDiff diff) {
        List<String> parts = new ArrayList<>();
        if (!diff.changedColumns().isEmpty()) {
            parts.add(diff.changedColumns().entrySet().stream()
                    .map(column -> column.getKey() + " in " + count(column.getValue()))
                    .collect(Collectors.joining(", ", "changed ", "")));
        }
        if (!diff.columnsAdded().isEmpty()) {
            parts.add("new columns " + String.join(", ", diff.columnsAdded()));
        }
        if (!diff.columnsRemoved().isEmpty()) {
            parts.add("columns gone " + String.join(", ", diff.columnsRemoved()));
        }
        return String.join("; ", parts);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static void table(PrintStream out, List<String> columns, List<List<Object>> lines) {
        List<Boolean> numeric =
                columns.stream().map(column -> !column.equals(columns.get(0))).toList();
        new ResultPrinter(out, ResultFormat.TABLE).print(columns, numeric, lines.iterator());
    }

    private void printRows(PrintStream out) {
        List<String> key = tables.get(0).key();
        for (Map<String, Object> row : changes()) {
            Map<?, ?> old = (Map<?, ?>) row.get("before");
            Map<?, ?> now = (Map<?, ?>) row.get("after");
            Map<?, ?> whole = now == null ? old : now;
            String change = (String) row.get("change");
            long copies = (long) row.get("copies");
            out.println(change + " " + (key.isEmpty() ? "" : only(whole, key))
                    + (copies > 1 ? "(" + copies + " times)" : ""));
            if (change.equals(SnapshotDiff.CHANGED)) {
                for (Object column : (List<?>) row.get("columns")) {
                    Object from = old.get(column);
                    Object to = now.get(column);
                    int start = Math.max(0, common(shown(from), shown(to)) - LEAD);
                    out.printf("  %-24s %s%n  %-24s %s%n", column, cut(from, start), "  now", cut(to, start));
                }
            } else {
                whole.forEach((column, value) -> {
                    if (value != null && !key.contains(column)) {
                        out.printf("  %-24s %s%n", column, cut(value, 0));
                    }
                });
            }
        }
    }

    private static String only(Map<?, ?> row, List<String> columns) {
        return columns.stream().map(name -> name + "=" + shown(row.get(name))).collect(Collectors.joining(" "));
    }

    private static String shown(Object value) {
        return value == null ? "(none)" : ResultPrinter.plain(value).replaceAll("\\s+", " ");
    }

    private static int common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    /** The value from where it differs, in one line. */
    private static String cut(Object value, int start) {
        String text = shown(value);
        if (text.length() <= SHOWN) {
            return text;
        }
        int from = text.offsetByCodePoints(0, text.codePointCount(0, Math.min(start, text.length())));
        int to = Math.min(text.length(), from + SHOWN);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    void printJson(PrintStream out) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("before", side(before));
        report.put("after", side(after));
        report.put("same", same());
        report.put("figures", figures.stream().map(DiffReport::json).toList());
        report.put("tables", tables.stream().map(DiffReport::json).toList());
        report.put("rows", ResultPrinter.jsonValue(changes()));
        out.println(JsonMapper.builder().build().valueToTree(report).toPrettyString());
    }

    private static Map<String, Object> side(Side side) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", side.manifest().snapshot());
        json.put("as_of", side.manifest().asOf());
        json.put("code_version", side.manifest().codeVersion());
        return json;
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", figure.name());
        json.put("unit", figure.unit().name());
        json.put("before", number(figure, figure.before()));
        json.put("after", number(figure, figure.after()));
        return json;
    }

    private static Object number(Figure figure, Double value) {
        return value == null || figure.unit() != Figure.Unit.COUNT ? value : (Object) value.longValue();
    }

    private static Map<String, Object> json(TableDiff diff) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", diff.table());
        json.put("key", diff.key());
        json.put("rows_before", diff.rowsBefore());
        json.put("rows_after", diff.rowsAfter());
        json.put("added", diff.added());
        json.put("removed", diff.removed());
        json.put("changed", diff.changed());
        json.put("changed_columns", diff.changedColumns());
        json.put("columns_added", diff.columnsAdded());
        json.put("columns_removed", diff.columnsRemoved());
        return json;
    }

    /** The rows as plain maps; of a changed one, the key and what changed. */
    private List<Map<String, Object>> changes() {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> before = map(row.getAs(SnapshotDiff.BEFORE));
            Map<String, Object> after = map(row.getAs(SnapshotDiff.AFTER));
            List<String> columns = new ArrayList<>();
            if (before != null && after != null) {
                ((List<?>) SqlResult.plain(row.getAs(SnapshotDiff.COLUMNS)))
                        .forEach(column -> columns.add((String) column));
                Set<String> shown = new HashSet<>(tables.get(0).key());
                shown.addAll(columns);
                before.keySet().retainAll(shown);
                after.keySet().retainAll(shown);
            }
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("change", row.getAs(SnapshotDiff.CHANGE));
            change.put("columns", columns);
            change.put("before", before);
            change.put("after", after);
            change.put("copies", row.<Long>getAs(SnapshotDiff.COPIES));
            changes.add(change);
        }
        return changes;
    }

    private static Map<String, Object> map(Row row) {
        if (row == null) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (String column : row.schema().fieldNames()) {
            map.put(column, SqlResult.plain(row.getAs(column)));
        }
        return map;
    }
}
