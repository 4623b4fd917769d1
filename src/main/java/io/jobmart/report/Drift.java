package io.jobmart.report;

import io.jobmart.diff.Figure;
import io.jobmart.report.Panel.Chart;
import io.jobmart.report.Panel.Colour;
import io.jobmart.report.Panel.Column;
import io.jobmart.report.Panel.Kind;
import io.jobmart.store.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What changed against the snapshot before. */
final class Drift {
    private Drift() {}

    static List<Panel> of(Report report) {
        return report.before().map(before -> panels(report, before)).orElse(List.of());
    }

    private static List<Panel> panels(Report report, Report.Before before) {
        List<Panel> panels = new ArrayList<>();
        panels.add(figures(before));
        List<Answer.Line> coverage = report.lines("coverage_drift");
        panels.add(
                coverage.isEmpty()
                        ? Panel.of(
                                "coverage-drift",
                                "No field is known of half a point more or fewer of any source's ads than before",
                                "",
                                Chart.NONE,
                                List.of(),
                                List.of())
                        : coverage(coverage));
        panels.add(skills(report.lines("skill_drift")));
        if (!report.lines("pay_drift").isEmpty()) {
            panels.add(pay(report.lines("pay_drift")));
        }
        panels.add(rows(report.manifest(), before.manifest()));
        return panels;
    }

    private static Panel figures(Report.Before before) {
        List<List<Object>> rows = new ArrayList<>();
        String postings = "";
        for (Figure figure : before.figures()) {
            rows.add(Panel.row(
                    figure.name(), written(figure, figure.before()), written(figure, figure.after()), change(figure)));
            if (figure.name().equals("postings")) {
                postings = change(figure);
            }
        }
        return Panel.of(
                "figures",
                "Against " + before.manifest().snapshot() + ": "
                        + (postings.isEmpty() ? "as many postings" : postings + " postings"),
                "That snapshot is as of " + before.manifest().asOf() + ". Shares are of all postings.",
                Chart.NONE,
                List.of(
                        Column.text("Figure"),
                        Column.of("Before", Kind.COUNT),
                        Column.of("Now", Kind.COUNT),
                        Column.of("Change", Kind.COUNT)),
                rows);
    }

    private static String written(Figure figure, Double value) {
        if (value == null) {
            return "";
        }
        return switch (figure.unit()) {
            case COUNT -> Words.count(value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case MEAN -> Words.mean(value);
        };
    }

    private static String change(Figure figure) {
        if (figure.before() == null || figure.after() == null || figure.before().equals(figure.after())) {
            return "";
        }
        double change = figure.after() - figure.before();
        String sign = change > 0 ? "+" : "−";
        return switch (figure.unit()) {
            case COUNT -> sign + Words.count(Math.abs(change));
            case SHARE -> Words.points(change) + " points";
            case MEAN -> sign + Words.mean(Math.abs(change));
        };
    }

    private static Panel coverage(List<Answer.Line> lines) {
        Answer.Line first = lines.get(0);
        return Panel.of(
                "coverage-drift",
                Words.lower(first.text("field")) + " of " + first.text("source") + " changed most: it is known of "
                        + Words.share(first.number("after")) + " of the ads, before of "
                        + Words.share(first.number("before")),
                "Fields of a source that are known of at least half a point more or fewer of its ads than in the snapshot"
                        + " before, the twenty largest changes. Mostly the source or its format changed, not the market.",
                Chart.CHANGES,
                List.of(
                        Column.text("Field and source"),
                        Column.of("Before", Kind.SHARE).in(Colour.GREY),
                        Column.of("Now", Kind.SHARE).in(Colour.BLUE),
                        Column.of("Points", Kind.POINTS)),
                lines.stream()
                        .map(line -> Panel.row(
                                Words.lower(line.text("field")) + ", " + line.text("source"),
                                line.number("before"),
                                line.number("after"),
                                line.number("change")))
                        .toList());
    }

    private static Panel skills(List<Answer.Line> lines) {
        if (lines.isEmpty()) {
            return Panel.of(
                    "skill-drift",
                    "No skill is named by a tenth of a point more or fewer of the vacancies than before",
                    "Of skills that one vacancy in a hundred names.",
                    Chart.NONE,
                    List.of(),
                    List.of());
        }
        Answer.Line first = lines.get(0);
        return Panel.of(
                "skill-drift",
                first.text("skill") + " moved most: " + Words.fine(first.number("after"))
                        + " of the vacancies name it, before " + Words.fine(first.number("before")),
                "Skills that are named by at least a tenth of a point more or fewer of the vacancies than in the snapshot"
                        + " before, the fifteen largest changes, of those that one vacancy in a hundred names. A new"
                        + " source with its own mix of jobs moves them as much as the market does.",
                Chart.CHANGES,
                List.of(
                        Column.text("Skill"),
                        Column.of("Before", Kind.FINE_SHARE).in(Colour.GREY),
                        Column.of("Now", Kind.FINE_SHARE).in(Colour.BLUE),
                        Column.of("Points", Kind.POINTS)),
                lines.stream()
                        .map(line -> Panel.row(
                                line.text("skill"), line.number("before"), line.number("after"), line.number("change")))
                        .toList());
    }

    private static Panel pay(List<Answer.Line> lines) {
        Answer.Line most = lines.stream()
                .max(Comparator.comparingDouble(line -> Math.abs(line.number("change"))))
                .orElseThrow();
        return Panel.of(
                "pay-drift",
                most.number("change") == 0
                        ? "No median of pay changed"
                        : Market.paidIn(most) + " moved most: the median is " + Words.amount(most.number("after"))
                                + ", before " + Words.amount(most.number("before")),
                "The median of the middle of the headline base range, by currency and period; groups of five vacancies"
                        + " or more in both snapshots, the twelve largest. In a small group a few ads move it.",
                Chart.NONE,
                List.of(
                        Column.text("Paid in"),
                        Column.count("Vacancies before"),
                        Column.count("Vacancies now"),
                        Column.of("Median before", Kind.AMOUNT),
                        Column.of("Median now", Kind.AMOUNT),
                        Column.of("Change, %", Kind.POINTS)),
                lines.stream()
                        .map(line -> Panel.row(
                                Market.paidIn(line),
                                line.count("vacancies_before"),
                                line.count("vacancies"),
                                line.number("before"),
                                line.number("after"),
                                line.number("change")))
                        .toList());
    }

    private static Panel rows(Manifest now, Manifest before) {
        Map<String, long[]> tables = new LinkedHashMap<>();
        now.tables().forEach(table -> tables.computeIfAbsent(table.name(), name -> new long[2])[1] = table.rows());
        before.tables().forEach(table -> tables.computeIfAbsent(table.name(), name -> new long[2])[0] = table.rows());
        List<List<Object>> rows = new ArrayList<>();
        tables.forEach((table, counts) -> rows.add(Panel.row(
                table,
                counts[0],
                counts[1],
                counts[0] == counts[1]
                        ? ""
                        : (counts[1] > counts[0] ? "+" : "−") + Words.count(Math.abs(counts[1] - counts[0])))));
        long changed = tables.values().stream()
                .filter(counts -> counts[0] != counts[1])
                .count();
        return Panel.of(
                "rows",
                changed == 0
                        ? "All tables have as many rows as before"
                        : Words.count(changed) + " of " + Words.count(tables.size(), "table")
                                + " have another number of rows",
                "jobmart diff counts and shows the rows that changed.",
                Chart.NONE,
                List.of(
                        Column.text("Table"),
                        Column.count("Rows before"),
                        Column.count("Rows now"),
                        Column.of("Change", Kind.COUNT)),
                rows);
    }
}
