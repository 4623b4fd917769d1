package io.jobmart.tables;

import io.jobmart.model.Issue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables in words, as Markdown, from the declarations that also write and audit them. */
public final class DataDictionary {
    private DataDictionary() {}

    /** All tables in order of name, then the issue catalogue. */
    public static String render() {
        return Tables.all().stream()
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .map(DataDictionary::render)
                        .collect(Collectors.joining("\n"))
                + "\n" + issues();
    }

    /** One table: grain, keys, references, columns. */
    public static String render(Table table) {
        StringBuilder out = new StringBuilder();
        out.append("### ")
                .append(table.name())
                .append("\n\n")
                .append(table.grain())
                .append("\n\n");
        line(out, "Key", code(table.key()));
        line(out, "Natural key", code(table.naturalKey()));
        line(
                out,
                "References",
                table.references().stream()
                        .map(reference -> code(reference.columns()) + " → `" + reference.target() + "`"
                                + (reference.columns().equals(reference.targetColumns())
                                        ? ""
                                        : " (" + code(reference.targetColumns()) + ")"))
                        .collect(Collectors.joining(", ")));
        line(out, "Partitioned by", table.partitioned() ? "`" + Table.PARTITION + "`" : "");
        line(out, "Sorted by", code(table.sort()));
        out.append("\n| column | type | null | what it holds | example |\n|---|---|---|---|---|\n");
        for (Column column : table.columns()) {
            String values = column.values().isEmpty() ? "" : " One of " + code(column.values()) + ".";
            out.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(cell(column.type().simpleString().toUpperCase(Locale.ROOT)))
                    .append(" | ")
                    .append(column.nullable() ? "yes" : "no")
                    .append(" | ")
                    .append(cell(column.comment()))
                    .append(values)
                    .append(" | ")
                    .append(column.example().isBlank() ? "" : "`" + cell(column.example()) + "`")
                    .append(" |\n");
        }
        return out.toString();
    }

    /** What may be doubtful in a posting: the values of {@code posting_issue.issue}. */
    public static String issues() {
        StringBuilder out = new StringBuilder(
                "### Issues\n\nThe values of `posting_issue.issue`.\n\n| issue | severity | field | meaning |\n|---|---|---|---|\n");
        for (Issue issue : Issue.values()) {
            out.append("| `")
                    .append(issue)
                    .append("` | ")
                    .append(issue.severity())
                    .append(" | `")
                    .append(issue.subject())
                    .append("` | ")
                    .append(cell(issue.meaning()))
                    .append(" |\n");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String title, String content) {
        if (!content.isEmpty()) {
            out.append("- ").append(title).append(": ").append(content).append('\n');
        }
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
