package io.jobmart.report;

import io.jobmart.report.Panel.Chart;
import io.jobmart.report.Panel.Colour;
import io.jobmart.report.Panel.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much there is, and when. */
final class Volume {
    private static final List<Colour> SOURCES =
            List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.PURPLE, Colour.SKY, Colour.GREY);

    private Volume() {}

    static List<Panel> of(Report report) {
        List<Panel> panels = new ArrayList<>();
        opened(report.lines("volume"), panels);
        stock(report.lines("stock"), panels);
        dumps(report.lines("dumps"), panels);
        ends(report.lines("ends"), panels);
        return panels;
    }

    private static void opened(List<Answer.Line> lines, List<Panel> panels) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> sources = new LinkedHashSet<>();
        Map<String, Map<String, Long>> months = new TreeMap<>();
        for (Answer.Line line : lines) {
            months.computeIfAbsent(line.text("month"), month -> new TreeMap<>())
                    .merge(line.text("source"), line.count("ads"), Long::sum);
        }
        // The largest first: colours then stay with their sources from load to load.
        lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.text("source"), TreeMap::new, Collectors.summingLong(line -> line.count("ads"))))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(source -> sources.add(source.getKey()));
        if (sources.remove(OTHERS)) {
            sources.add(OTHERS);
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text("Opened in")));
        int no = 0;
        for (String source : sources) {
            columns.add(Column.count(source).in(source.equals(OTHERS) ? Colour.GREY : SOURCES.get(no)));
            no++;
        }
        List<List<Object>> rows = new ArrayList<>();
        months.forEach((month, ads) -> {
            List<Object> row = new ArrayList<>(List.of(month.substring(0, 7)));
            sources.forEach(source -> row.add(ads.getOrDefault(source, 0L)));
            rows.add(row);
        });
        Map.Entry<String, Map<String, Long>> most = months.entrySet().stream()
                .max(Comparator.comparingLong(month -> sum(month.getValue())))
                .orElseThrow();
        String title = months.size() == 1
                ? "All ads opened in " + Words.month(most.getKey())
                : "Most ads opened in " + Words.month(most.getKey()) + ": " + Words.count(sum(most.getValue())) + " of "
                        + Words.count(
                                months.values().stream().mapToLong(Volume::sum).sum());
        panels.add(Panel.of(
                "opened",
                title,
                "Ads by the month in which they were posted, or first seen where no date is stated; the last 36 months."
                        + " An old month lacks the ads that were gone before the first dump, so a rise towards the end"
                        + " is no growth of the market.",
                Chart.MONTHS,
                columns,
                rows));
    }

    /** Of jobs/report.sql. */
    private static final int MOST_DAYS = 60;

    private static final String OTHERS = "other sources";

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void stock(List<Answer.Line> lines, List<Panel> panels) {
        if (lines.isEmpty()) {
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Answer.Line line : lines) {
            rows.add(
                    0,
                    Panel.row(
                            line.text("month_end_date"),
                            line.count("open") - line.count("new"),
                            line.count("new"),
                            line.count("open")));
        }
        Answer.Line last = lines.get(0);
        long change = last.count("open") - (lines.size() > 1 ? lines.get(1).count("open") : 0);
        panels.add(Panel.of(
                "stock",
                Words.count(last.count("open"), "ad") + (last.count("open") == 1 ? " was" : " were")
                        + " open at the end of " + Words.month(last.text("month_end_date"))
                        + (lines.size() == 1
                                ? ""
                                : ", "
                                        + (change == 0
                                                ? "as many as a month before"
                                                : Words.count(Math.abs(change)) + (change > 0 ? " more" : " fewer")
                                                        + " than a month before")),
                "Ads open on the last day of each month that a dump covers, and how many of them had opened within it.",
                Chart.MONTHS,
                List.of(
                        Column.text("At the end of"),
                        Column.count("Opened before").in(Colour.SKY),
                        Column.count("Opened in the month").in(Colour.BLUE),
                        Column.count("Open")),
                rows));
    }

    private static void dumps(List<Answer.Line> lines, List<Panel> panels) {
        List<List<Object>> rows = new ArrayList<>();
        long records = 0;
        for (Answer.Line line : lines) {
            records += line.count("records");
            rows.add(
                    0,
                    Panel.row(
                            line.text("as_of_date"),
                            line.count("files"),
                            line.count("records"),
                            line.count("postings"),
                            line.count("repeated"),
                            line.count("quarantined")));
        }
        panels.add(Panel.of(
                "dumps",
                (lines.size() == MOST_DAYS ? "The last " : "") + Words.count(lines.size(), "day") + " of dumps "
                        + (lines.size() == 1 ? "holds " : "hold ") + Words.count(records, "record"),
                "For each day: records read = postings + repeated sightings + quarantined. The last 60 days with dumps.",
                Chart.COLUMNS,
                List.of(
                        Column.text("Day"),
                        Column.count("Files"),
                        Column.count("Records"),
                        Column.count("Postings").in(Colour.BLUE),
                        Column.count("Repeated").in(Colour.GREY),
                        Column.count("Quarantined").in(Colour.RED)),
                rows));
    }

    private static void ends(List<Answer.Line> lines, List<Panel> panels) {
        long all = lines.stream().mapToLong(line -> line.count("ads")).sum();
        long open = lines.stream()
                .filter(line -> line.text("ending").equals("still open"))
                .mapToLong(line -> line.count("ads"))
                .sum();
        List<List<Object>> rows = new ArrayList<>();
        for (Answer.Line line : lines) {
            rows.add(Panel.row(
                    ENDINGS.getOrDefault(line.text("ending"), line.text("ending")),
                    line.count("ads"),
                    line.value("median_days_open")));
        }
        panels.add(Panel.of(
                "ends",
                open == all
                        ? "All ads are still open"
                        : Words.ratio(all - open, all) + " of the ads are closed, " + Words.count(open)
                                + (open == 1 ? " is" : " are") + " still open",
                "How ads ended. Days open is the time to close, not to fill; of those still open, the time so far.",
                Chart.BARS,
                List.of(
                        Column.text("Ending"),
                        Column.count("Ads").in(Colour.BLUE),
                        Column.of("Median days open", Panel.Kind.MEAN)),
                rows));
    }

    private static final Map<String, String> ENDINGS = Map.of(
            "EXPIRED", "past its own last day",
            "GONE", "page gone",
            "DELISTED", "no longer in its source's dumps",
            "TIMEOUT", "not seen for long");
}
