package io.jobmart.report;

import io.jobmart.report.Panel.Chart;
import io.jobmart.report.Panel.Colour;
import io.jobmart.report.Panel.Column;
import io.jobmart.report.Panel.Kind;
import io.jobmart.store.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far the tables may be trusted. */
final class Quality {
    /** Statuses in the order in which they are drawn. */
    private static final Map<String, Colour> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put("STATED", Colour.BLUE);
        STATUSES.put("STRUCTURED", Colour.GREEN);
        STATUSES.put("PARSED", Colour.SKY);
        STATUSES.put("STATED_WITHOUT_VALUE", Colour.ORANGE);
        STATUSES.put("UNPARSED", Colour.RED);
        STATUSES.put("CONFLICT", Colour.PURPLE);
        STATUSES.put("NOT_STATED", Colour.GREY);
    }

    private static final Set<String> KNOWN = Set.of("STATED", "STRUCTURED", "PARSED");

    private Quality() {}

    static List<Panel> coverage(Report report) {
        List<Answer.Line> lines = report.lines("coverage");
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Double>> all = new TreeMap<>();
        Map<Long, String> sources = new TreeMap<>();
        Map<String, Map<Long, Double>> known = new TreeMap<>();
        for (Answer.Line line : lines) {
            long place = line.count("place");
            String field = line.text("field");
            double share = line.number("share");
            if (place == 0) {
                all.computeIfAbsent(field, name -> new TreeMap<>()).merge(line.text("status"), share, Double::sum);
            } else {
                sources.put(place, line.text("source") + " (" + Words.count(line.number("ads")) + ")");
            }
            known.computeIfAbsent(field, name -> new TreeMap<>())
                    .merge(place, KNOWN.contains(line.text("status")) ? share : 0, Double::sum);
        }
        List<String> fields = new ArrayList<>(all.keySet());
        fields.sort(
                Comparator.comparingDouble((String field) -> -known.get(field).get(0L))
                        .thenComparing(Comparator.naturalOrder()));

        String best = fields.get(0);
        String least = fields.get(fields.size() - 1);
        List<Panel> panels = new ArrayList<>();
        List<List<Object>> statuses = new ArrayList<>();
        for (String field : fields) {
            List<Object> row = new ArrayList<>(List.of(Words.lower(field)));
            STATUSES.keySet().forEach(status -> row.add(all.get(field).getOrDefault(status, 0.0)));
            statuses.add(row);
        }
        panels.add(Panel.of(
                "coverage",
                "Known of most ads: " + Words.lower(best) + " ("
                        + Words.share(known.get(best).get(0L))
                        + "); of fewest: " + Words.lower(least) + " ("
                        + Words.share(known.get(least).get(0L)) + ")",
                "What became of each field, as a share of all ads. Stated: there is a value; of fields whose statuses"
                        + " are kept apart, structured is read from a field of the source and parsed from the text."
                        + " A field that is seldom stated is not one that is badly read: unparsed (stated, not"
                        + " understood) and conflict (two statements disagree) say that.",
                Chart.BARS,
                Panel.columns(
                        List.of(Column.text("Field")),
                        STATUSES.entrySet().stream()
                                .map(status -> Column.of(Words.lower(status.getKey()), Kind.SHARE)
                                        .in(status.getValue()))),
                statuses));

        // One source alone is what all are.
        if (sources.size() < 2) {
            return panels;
        }
        List<List<Object>> bySource = new ArrayList<>();
        for (String field : fields) {
            List<Object> row = new ArrayList<>(List.of(Words.lower(field)));
            row.add(known.get(field).get(0L));
            sources.keySet().forEach(place -> row.add(known.get(field).get(place)));
            bySource.add(row);
        }
        panels.add(Panel.of(
                "coverage-by-source",
                widest(fields, known, sources),
                "The share of ads of which each field is known, by source with its number of ads; the twelve largest.",
                Chart.NONE,
                Panel.columns(
                        List.of(Column.text("Field"), Column.of("all", Kind.TINTED)),
                        sources.values().stream().map(source -> Column.of(source, Kind.TINTED))),
                bySource));
        return panels;
    }

    /** The field in which sources differ most: what to keep in mind when a chart mixes them. */
    private static String widest(List<String> fields, Map<String, Map<Long, Double>> known, Map<Long, String> sources) {
        String widest = null;
        double width = -1;
        for (String field : fields) {
            double least = sources.keySet().stream()
                    .mapToDouble(place -> known.get(field).getOrDefault(place, 0.0))
                    .min()
                    .orElse(0);
            double most = sources.keySet().stream()
                    .mapToDouble(place -> known.get(field).getOrDefault(place, 0.0))
                    .max()
                    .orElse(0);
            if (most - least > width) {
                width = most - least;
                widest = Words.lower(field) + " is known of " + Words.share(least) + " to " + Words.share(most)
                        + " of the ads";
            }
        }
        return "Sources differ: " + widest;
    }

    static List<Panel> quarantine(Report report) {
        List<Answer.Line> reasons = report.lines("quarantine");
        long lost = reasons.stream().mapToLong(line -> line.count("records")).sum();
        long read = report.lines("totals").get(0).count("records");
        List<Panel> panels = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Answer.Line line : reasons) {
            rows.add(Panel.row(
                    Words.lower(line.text("reason")),
                    line.count("records"),
                    line.count("files"),
                    line.text("example")));
        }
        panels.add(Panel.of(
                "quarantine",
                lost == 0
                        ? "Every record read became a posting, or a further sighting of one"
                        : Words.count(lost, "record") + " (" + Words.ratio(lost, Math.max(read, lost)) + ") could not "
                                + "become a posting" + commonest(reasons),
                "Nothing is lost: what could not be read lies in the table quarantine with its reason; jobmart explain"
                        + " shows such a record.",
                Chart.BARS,
                List.of(
                        Column.text("Reason"),
                        Column.count("Records").in(Colour.RED),
                        Column.count("Files"),
                        Column.text("One of them")),
                rows));
        List<Answer.Line> sources = report.lines("quarantine_by_source");
        if (sources.size() > 1) {
            Answer.Line worst = sources.stream()
                    .max(Comparator.comparingDouble(line -> line.number("share")))
                    .orElseThrow();
            panels.add(Panel.of(
                    "quarantine-by-source",
                    "Of the records of " + worst.text("source") + ", " + Words.share(worst.number("share"))
                            + " could not be read, the largest share",
                    "Sources with the most quarantined records, twelve at most.",
                    Chart.BARS,
                    List.of(
                            Column.text("Source"),
                            Column.count("Quarantined").in(Colour.RED),
                            Column.count("Records read"),
                            Column.of("Share", Kind.SHARE)),
                    sources.stream()
                            .map(line -> Panel.row(
                                    line.text("source"),
                                    line.count("quarantined"),
                                    line.count("records"),
                                    line.number("share")))
                            .toList()));
        }
        List<Answer.Line> issues = report.lines("issues");
        if (!issues.isEmpty()) {
            panels.add(Panel.of(
                    "issues",
                    "The commonest doubt: " + Words.lower(issues.get(0).text("issue")) + ", in "
                            + Words.count(issues.get(0).count("ads"), "ad"),
                    "What is doubtful in ads that were read; an ad may have several. Infos only say what was done.",
                    Chart.BARS,
                    List.of(Column.text("Issue"), Column.count("Ads").in(Colour.ORANGE), Column.text("Severity")),
                    issues.stream()
                            .map(line -> Panel.row(
                                    Words.lower(line.text("issue")),
                                    line.count("ads"),
                                    Words.lower(line.text("severity"))))
                            .toList()));
        }
        return panels;
    }

    private static String commonest(List<Answer.Line> reasons) {
        boolean alone = reasons.size() == 1
                || reasons.get(0).count("records") > reasons.get(1).count("records");
        return (alone ? ", most for the reason " : ", among the commonest reasons ")
                + Words.lower(reasons.get(0).text("reason"));
    }

    static List<Panel> duplicates(Report report) {
        List<Answer.Line> lines = report.lines("duplicates");
        Answer.Line totals = report.lines("totals").get(0);
        long ads = totals.count("ads");
        long vacancies = totals.count("vacancies");
        long largest = lines.stream()
                .mapToLong(line -> line.count("largest_group"))
                .max()
                .orElse(1);
        List<List<Object>> rows = new ArrayList<>();
        for (Answer.Line line : lines) {
            String type = Words.lower(line.text("duplicate_type"));
            rows.add(Panel.row(
                    type.equals("unique") ? type : type + ", by " + Words.lower(line.text("method")),
                    line.count("ads"),
                    line.count("copies"),
                    line.count("largest_group")));
        }
        return List.of(Panel.of(
                "duplicates",
                ads == vacancies
                        ? "Each ad stands for a vacancy of its own"
                        : Words.count(ads, "ad") + " stand for " + Words.count(vacancies, "vacancy") + ": "
                                + Words.ratio(ads - vacancies, ads) + " are copies"
                                + (totals.count("reposts") == 0
                                        ? ""
                                        : ", " + Words.count(totals.count("reposts")) + " posted anew"),
                "Copies are linked, typed and counted, never deleted; the view vacancy has one ad of each group. Full:"
                        + " the same words; semantic: nearly so; partial: one text is part of the other; temporal:"
                        + " posted anew after the ads before were gone. The largest group has "
                        + Words.count(largest, "ad") + ".",
                Chart.BARS,
                List.of(
                        Column.text("How related"),
                        Column.count("Ads").in(Colour.BLUE),
                        Column.count("Copies among them"),
                        Column.count("Largest group")),
                rows));
    }

    static List<Panel> audit(Report report) {
        List<Manifest.CheckEntry> checks = report.manifest().checks();
        List<Manifest.CheckEntry> failed =
                checks.stream().filter(check -> !check.passed()).toList();
        Map<String, long[]> tables = new LinkedHashMap<>();
        for (Manifest.CheckEntry check : checks) {
            tables.computeIfAbsent(check.table(), table -> new long[2])[check.passed() ? 0 : 1]++;
        }
        List<Panel> panels = new ArrayList<>();
        if (!failed.isEmpty()) {
            panels.add(Panel.of(
                    "failed",
                    Words.count(failed.size()) + " of " + Words.count(checks.size(), "check")
                            + (failed.size() == 1 ? " does" : " do") + " not hold",
                    "A check of level error that fails keeps a snapshot from being published, one of level warn does unless the load is told to publish it, a note never does.",
                    Chart.NONE,
                    List.of(
                            Column.text("Table"),
                            Column.text("Check"),
                            Column.text("Level"),
                            Column.count("Value"),
                            Column.text("Finding")),
                    failed.stream()
                            .map(check -> Panel.row(
                                    check.table(),
                                    check.check(),
                                    Words.lower(check.level()),
                                    check.value(),
                                    check.message()))
                            .toList()));
        }
        List<List<Object>> rows = new ArrayList<>();
        tables.forEach((table, counts) -> rows.add(Panel.row(table, counts[0], counts[1])));
        panels.add(Panel.of(
                "checks",
                failed.isEmpty()
                        ? "All " + Words.count(checks.size(), "check") + " of the audit hold"
                        : Words.count(checks.size() - failed.size(), "check") + " of the audit hold",
                "Keys are unique and lead somewhere, values are among those allowed, evidence lies within its text,"
                        + " the books of the loads close: checked on the tables as they were written.",
                Chart.BARS,
                List.of(
                        Column.text("Table"),
                        Column.count("Passed").in(Colour.GREEN),
                        Column.count("Failed").in(Colour.RED)),
                rows));
        return panels;
    }
}
