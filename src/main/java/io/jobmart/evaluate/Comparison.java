package io.jobmart.evaluate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.evaluate.Judgement.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Two runs over labelled postings, side by side.
 *
 * @param figures each figure before and after, in the order of the later run
 * @param changes values that only one of the runs read, and values that became right or wrong since a label was changed;
 *     by posting and field in the order of the later run
 * @param added ids of postings that only the later run judged
 * @param dropped ids of postings that only the earlier run judged
 */
public record Comparison(List<Figure> figures, List<Change> changes, List<String> added, List<String> dropped) {

    /**
     * A figure in both runs.
     *
     * @param before null when there was nothing to judge, or no such figure
     * @param after the same
     * @param countsBefore as {@link Measure#counts} tells them
     * @param countsAfter the same
     */
    public record Figure(
            String field, String figure, Double before, Double after, String countsBefore, String countsAfter) {}

    /**
     * A value that was read otherwise.
     *
     * @param before the verdict on it in the earlier run, null when it was not read
     * @param after the same in the later run
     * @param evidence as in {@link Judgement}
     */
    public record Change(String posting, String field, String value, Verdict before, Verdict after, String evidence) {}

    private record Value(String posting, String field, String value) {}

    /** Compares two runs. */
    public static Comparison of(EvaluationReport before, EvaluationReport after) {
        Set<String> old = postings(before);
        Set<String> now = postings(after);
        List<Change> changes = new ArrayList<>();
        Map<Value, List<Judgement>> oldValues = values(before, now);
        Map<Value, List<Judgement>> nowValues = values(after, old);
        Set<Value> all = new LinkedHashSet<>(nowValues.keySet());
        all.addAll(oldValues.keySet());
        for (Value value : all) {
            // A value may be there twice, right and wrong: two demands of the same years in a posting that states one.
            List<Judgement> lost = new ArrayList<>(oldValues.getOrDefault(value, List.of()));
            List<Judgement> gained = new ArrayList<>();
            for (Judgement judgement : nowValues.getOrDefault(value, List.of())) {
                if (!lost.removeIf(one -> one.verdict() == judgement.verdict())) {
                    gained.add(judgement);
                }
            }
            for (int i = 0; i < Math.max(lost.size(), gained.size()); i++) {
                Judgement was = i < lost.size() ? lost.get(i) : null;
                Judgement is = i < gained.size() ? gained.get(i) : null;
                changes.add(new Change(
                        value.posting(),
                        value.field(),
                        value.value(),
                        was == null ? null : was.verdict(),
                        is == null ? null : is.verdict(),
                        is == null ? was.evidence() : is.evidence()));
            }
        }
        return new Comparison(figures(before, after), inOrder(changes, now), minus(now, old), minus(old, now));
    }

    private static Set<String> postings(EvaluationReport report) {
        Set<String> ids = new LinkedHashSet<>();
        report.judgements().forEach(judgement -> ids.add(judgement.posting()));
        return ids;
    }

    private static List<String> minus(Set<String> ids, Set<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }

    /** What was read of the postings that both runs judged. */
    private static Map<Value, List<Judgement>> values(EvaluationReport report, Set<String> both) {
        Map<Value, List<Judgement>> values = new LinkedHashMap<>();
        for (Judgement judgement : report.judgements()) {
            if (judgement.verdict() != Verdict.MISSED && both.contains(judgement.posting())) {
                Value value = new Value(judgement.posting(), judgement.field(), judgement.value());
                values.computeIfAbsent(value, key -> new ArrayList<>()).add(judgement);
            }
        }
        return values;
    }

    /** Values of one posting and field stand together, whichever run read them. */
    private static List<Change> inOrder(List<Change> changes, Set<String> postings) {
        Map<String, Map<String, List<Change>>> sorted = new LinkedHashMap<>();
        postings.forEach(id -> sorted.put(id, new LinkedHashMap<>()));
        for (Change change : changes) {
            sorted.get(change.posting())
                    .computeIfAbsent(change.field(), field -> new ArrayList<>())
                    .add(change);
        }
        return sorted.values().stream()
                .flatMap(fields -> fields.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Figure> figures(EvaluationReport before, EvaluationReport after) {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : after.measures()) {
            Measure old = before.measures().stream()
                    .filter(one -> one.field().equals(measure.field()) && one.kind() == measure.kind())
                    .findFirst()
                    .orElse(null);
            measure.figures()
                    .forEach((name, value) -> figures.add(new Figure(
                            measure.field(),
                            name,
                            old == null ? null : old.figures().get(name),
                            value,
                            old == null ? "" : old.counts(name),
                            measure.counts(name))));
        }
        return figures;
    }

    /** For people: all figures, then what changed by posting. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        line(text, "field", "figure", "before", "", "after", "", "change");
        String field = null;
        for (Figure figure : figures) {
            line(
                    text,
                    figure.field().equals(field) ? "" : figure.field(),
                    figure.figure(),
                    shown(figure.before()),
                    figure.countsBefore(),
                    shown(figure.after()),
                    figure.countsAfter(),
                    difference(figure));
            field = figure.field();
        }
        text.append('\n');
        append(text, "Judged only in this run", added);
        append(text, "Judged only in the earlier run", dropped);
        if (changes.isEmpty()) {
            return text.append("No value of a posting that both runs judged is read otherwise.\n")
                    .toString();
        }
        String posting = null;
        for (Change change : changes) {
            if (!change.posting().equals(posting)) {
                text.append(change.posting()).append('\n');
                posting = change.posting();
            }
            text.append(String.format(Locale.ROOT, "  %-21s %-18s ", said(change), change.field()))
                    .append(change.value().replaceAll("\\s+", " "));
            if (change.after() == Verdict.WRONG && change.evidence() != null) {
                text.append("   ").append(change.evidence());
            }
            text.append('\n');
        }
        return text.append(summary()).toString();
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%nRight values: %d gained, %d lost. Wrong values: %d gained, %d lost. Postings changed: %d.%n",
                count(null, Verdict.RIGHT) + count(Verdict.WRONG, Verdict.RIGHT),
                count(Verdict.RIGHT, null) + count(Verdict.RIGHT, Verdict.WRONG),
                count(null, Verdict.WRONG) + count(Verdict.RIGHT, Verdict.WRONG),
                count(Verdict.WRONG, null) + count(Verdict.WRONG, Verdict.RIGHT),
                changes.stream().map(Change::posting).distinct().count());
    }

    private long count(Verdict before, Verdict after) {
        return changes.stream()
                .filter(change -> change.before() == before && change.after() == after)
                .count();
    }

    /** The comparison as JSON, with the names of this record's parts. */
    public ObjectNode toJson() {
        ObjectNode root = new JsonMapper().createObjectNode();
        ArrayNode rows = root.putArray("figures");
        for (Figure figure : figures) {
            rows.addObject()
                    .put("field", figure.field())
                    .put("figure", figure.figure())
                    .put("before", figure.before())
                    .put("after", figure.after())
                    .put("countsBefore", figure.countsBefore())
                    .put("countsAfter", figure.countsAfter());
        }
        ArrayNode list = root.putArray("changes");
        for (Change change : changes) {
            list.addObject()
                    .put("posting", change.posting())
                    .put("field", change.field())
                    .put("value", change.value())
                    .put(
                            "before",
                            change.before() == null ? null : change.before().name())
                    .put("after", change.after() == null ? null : change.after().name())
                    .put("evidence", change.evidence());
        }
        added.forEach(root.putArray("added")::add);
        dropped.forEach(root.putArray("dropped")::add);
        return root;
    }

    private static String said(Change change) {
        if (change.before() == null) {
            return "gained " + lower(change.after());
        }
        return change.after() == null
                ? "lost " + lower(change.before())
                : lower(change.before()) + ", now " + lower(change.after());
    }

    private static String lower(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            text.append(what).append(": ").append(String.join(", ", ids)).append("\n\n");
        }
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(String.format(Locale.ROOT, "%-22s %-10s %7s %-9s %7s %-9s %s", (Object[]) cells)
                        .stripTrailing())
                .append('\n');
    }

    private static String shown(Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }

    private static String difference(Figure figure) {
        if (figure.before() == null || figure.after() == null) {
            return Objects.equals(figure.before(), figure.after()) ? "" : "*";
        }
        String change = String.format(Locale.ROOT, "%+.3f", figure.after() - figure.before());
        return figure.before().equals(figure.after()) ? "" : change;
    }
}
