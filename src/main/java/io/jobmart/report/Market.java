package io.jobmart.report;

import io.jobmart.report.Panel.Chart;
import io.jobmart.report.Panel.Colour;
import io.jobmart.report.Panel.Column;
import io.jobmart.report.Panel.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the vacancies ask for, who offers them, where, and at which pay. */
final class Market {
    private Market() {}

    static List<Panel> demand(Report report) {
        double vacancies = Math.max(1, report.lines("totals").get(0).number("vacancies"));
        List<Panel> panels = new ArrayList<>();
        skills(report.lines("skills"), vacancies, panels);
        companies(report.lines("companies"), vacancies, panels);
        countries(report.lines("countries"), vacancies, panels);
        places(report.lines("places"), vacancies, panels);
        return panels;
    }

    private static void skills(List<Answer.Line> lines, double vacancies, List<Panel> panels) {
        if (lines.isEmpty()) {
            return;
        }
        Answer.Line first = lines.get(0);
        panels.add(Panel.of(
                "skills",
                first.text("skill") + " is named most: by " + Words.share(first.number("vacancies") / vacancies)
                        + " of the vacancies, and is a must in "
                        + Words.share(first.number("required") / first.number("vacancies")) + " of those",
                "Vacancies that name a skill, by how strongly they ask for it; copies of an ad count once.",
                Chart.BARS,
                List.of(
                        Column.text("Skill"),
                        Column.count("Required").in(Colour.BLUE),
                        Column.count("Preferred").in(Colour.ORANGE),
                        Column.count("Mentioned").in(Colour.GREY),
                        Column.count("Vacancies")),
                lines.stream()
                        .map(line -> Panel.row(
                                line.text("skill"),
                                line.count("required"),
                                line.count("preferred"),
                                line.count("mentioned"),
                                line.count("vacancies")))
                        .toList()));
    }

    private static void companies(List<Answer.Line> lines, double vacancies, List<Panel> panels) {
        if (lines.isEmpty()) {
            return;
        }
        double all =
                lines.stream().mapToDouble(line -> line.number("vacancies")).sum();
        panels.add(Panel.of(
                "companies",
                lines.get(0).text("company") + " has the most vacancies, "
                        + Words.count(lines.get(0).number("vacancies"))
                        + (lines.size() == 1
                                ? ""
                                : "; the " + lines.size() + " largest have " + Words.share(all / vacancies)
                                        + " of all"),
                "The company that hires, else the one that posts. Vacancies whose company is not stated are left out of"
                        + " the bars, but not of the share.",
                Chart.BARS,
                List.of(
                        Column.text("Company"),
                        Column.count("Vacancies").in(Colour.BLUE),
                        Column.of("Share", Kind.SHARE),
                        Column.text("Kind")),
                lines.stream()
                        .map(line -> Panel.row(
                                line.text("company"),
                                line.count("vacancies"),
                                line.number("vacancies") / vacancies,
                                line.text("kind")))
                        .toList()));
    }

    private static void countries(List<Answer.Line> lines, double vacancies, List<Panel> panels) {
        if (lines.isEmpty()) {
            return;
        }
        Answer.Line first = lines.stream()
                .filter(line -> !line.text("country").equals("not stated"))
                .findFirst()
                .orElse(lines.get(0));
        panels.add(Panel.of(
                "countries",
                first.text("country") + " has " + Words.share(first.number("vacancies") / vacancies)
                        + " of the vacancies, "
                        + Words.share(first.number("remote") / first.number("vacancies")) + " of them remote",
                "The country of the first work site, else of where a remote worker may live, by work mode.",
                Chart.BARS,
                List.of(
                        Column.text("Country"),
                        Column.count("Remote").in(Colour.BLUE),
                        Column.count("Hybrid").in(Colour.SKY),
                        Column.count("On site").in(Colour.ORANGE),
                        Column.count("Not stated").in(Colour.GREY),
                        Column.count("Vacancies")),
                lines.stream()
                        .map(line -> Panel.row(
                                line.text("country"),
                                line.count("remote"),
                                line.count("hybrid"),
                                line.count("on_site"),
                                line.count("not_stated"),
                                line.count("vacancies")))
                        .toList()));
    }

    private static void places(List<Answer.Line> lines, double vacancies, List<Panel> panels) {
        if (lines.isEmpty()) {
            return;
        }
        panels.add(Panel.of(
                "places",
                lines.get(0).text("city") + " is the town with most vacancies, "
                        + Words.count(lines.get(0).number("vacancies")),
                "Towns of the first work site; vacancies that name none are left out.",
                Chart.BARS,
                List.of(Column.text("Town"), Column.count("Vacancies").in(Colour.BLUE), Column.of("Share", Kind.SHARE)),
                lines.stream()
                        .map(line -> Panel.row(
                                line.text("city") + ", " + line.text("country_code"),
                                line.count("vacancies"),
                                line.number("vacancies") / vacancies))
                        .toList()));
    }

    static List<Panel> pay(Report report) {
        List<Answer.Line> lines = report.lines("pay");
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Panel> panels = new ArrayList<>();
        Map<String, List<Answer.Line>> steps = new LinkedHashMap<>();
        for (Answer.Line step : report.lines("pay_histogram")) {
            steps.computeIfAbsent(paidIn(step), name -> new ArrayList<>()).add(step);
        }
        for (Answer.Line line : lines) {
            List<Answer.Line> group = steps.get(paidIn(line));
            if (group != null) {
                panels.add(histogram(line, group));
            }
        }
        double vacancies =
                lines.stream().mapToDouble(line -> line.number("vacancies")).sum();
        panels.add(Panel.of(
                "pay",
                Words.count(vacancies, "vacancy") + " say what they pay, in " + Words.count(lines.size(), "group")
                        + " of currency and period",
                "The middle of the headline base range, as stated: no currency is converted, no period turned into"
                        + " another. Groups of five vacancies or more, the twelve largest. Ads that state pay differ"
                        + " from those that don't.",
                Chart.NONE,
                List.of(
                        Column.text("Paid in"),
                        Column.count("Vacancies"),
                        Column.of("A tenth below", Kind.AMOUNT),
                        Column.of("A quarter below", Kind.AMOUNT),
                        Column.of("Median", Kind.AMOUNT),
                        Column.of("A quarter above", Kind.AMOUNT),
                        Column.of("A tenth above", Kind.AMOUNT)),
                lines.stream()
                        .map(line -> Panel.row(
                                paidIn(line),
                                line.count("vacancies"),
                                line.number("tenth"),
                                line.number("quarter"),
                                line.number("median"),
                                line.number("three_quarters"),
                                line.number("nine_tenths")))
                        .toList()));
        return panels;
    }

    private static Panel histogram(Answer.Line line, List<Answer.Line> steps) {
        double low = steps.get(0).number("low");
        double width = (steps.get(0).number("high") - low) / STEPS;
        long[] counts = new long[STEPS];
        steps.forEach(step -> counts[(int) step.count("step")] += step.count("vacancies"));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            rows.add(Panel.row(low + i * width, low + (i + 1) * width, counts[i]));
        }
        return Panel.of(
                        "pay-" + (line.text("currency") + "-" + line.text("period")).toLowerCase(Locale.ROOT),
                        paidIn(line) + ": the median is " + Words.amount(line.number("median")) + ", half lie between "
                                + Words.amount(line.number("quarter")) + " and "
                                + Words.amount(line.number("three_quarters")),
                        Words.count(line.number("vacancies"), "vacancy")
                                + ". Lines mark quarter, median and three quarters; the first and last step hold what"
                                + " lies beyond the 2nd and the 98th hundredth.",
                        Chart.HISTOGRAM,
                        List.of(
                                Column.of("From", Kind.AMOUNT),
                                Column.of("To", Kind.AMOUNT),
                                Column.count("Vacancies").in(Colour.SKY)),
                        rows)
                .marking(line.number("quarter"), line.number("median"), line.number("three_quarters"));
    }

    /** Of jobs/report.sql. */
    private static final int STEPS = 16;

    /** "USD a year". */
    static String paidIn(Answer.Line line) {
        String period = Words.lower(line.text("period"));
        return line.text("currency") + (period.equals("hour") ? " an " : " a ") + period;
    }
}
