package io.jobmart.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well postings were read.
 *
 * @param postings labelled postings that were judged
 * @param measures one for each field, in the order in which they are printed
 * @param judgements what was found of every value, by posting and field
 */
public record EvaluationReport(int postings, List<Measure> measures, List<Judgement> judgements) {

    /** The differences: every value that was missed and every wrong one. */
    public List<Judgement> errors() {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() != Judgement.Verdict.RIGHT)
                .toList();
    }

    private static final JsonMapper MAPPER = new JsonMapper();

    /** The measure of a field. */
    public Measure measure(String field) {
        return measures.stream()
                .filter(measure -> measure.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No measure " + field));
    }

    /** A table for people, the target beside each figure. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        line(text, "field", "P", "R", "F1", "right", "pred.", "label.", "target", "");
        for (Measure measure : measures) {
            boolean accuracy = measure.kind() == Measure.Kind.ACCURACY;
            boolean recallOnly = measure.kind() == Measure.Kind.RECALL;
            line(
                    text,
                    measure.field(),
                    recallOnly ? "" : figure(measure.precision()),
                    accuracy ? "" : figure(measure.recall()),
                    accuracy || recallOnly ? "" : figure(measure.f1()),
                    Integer.toString(recallOnly ? measure.found() : measure.right()),
                    recallOnly ? "" : Integer.toString(measure.predicted()),
                    Integer.toString(measure.labelled()),
                    target(measure),
                    measure.reached() == null ? "" : measure.reached() ? "yes" : "NO");
        }
        return text.append(postings).append(" postings\n").toString();
    }

    /** The differences, one a line. */
    public String errorsToText() {
        StringBuilder text = new StringBuilder();
        for (Judgement error : errors()) {
            text.append(error.posting())
                    .append('\t')
                    .append(error.field())
                    .append('\t')
                    .append(error.verdict())
                    .append('\t')
                    .append(error.value())
                    .append(error.evidence() == null ? "" : "\t" + error.evidence())
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * The run as JSON: {@code {"postings": n, "measures": [{"field", "kind", "precision", "recall", "f1", "right",
     * "predicted", "found", "labelled", "target", "recallTarget", "reached"}], "results": [{"posting", "values":
     * [{"field", "verdict", "value", "evidence"}]}]}}; absent figures are null.
     */
    public ObjectNode toJson() {
        ObjectNode root = MAPPER.createObjectNode().put("postings", postings);
        ArrayNode rows = root.putArray("measures");
        for (Measure measure : measures) {
            rows.addObject()
                    .put("field", measure.field())
                    .put("kind", measure.kind().name())
                    .put("precision", measure.precision())
                    .put("recall", measure.recall())
                    .put("f1", measure.f1())
                    .put("right", measure.right())
                    .put("predicted", measure.predicted())
                    .put("found", measure.found())
                    .put("labelled", measure.labelled())
                    .put("target", measure.target())
                    .put("recallTarget", measure.recallTarget())
                    .put("reached", measure.reached());
        }
        Map<String, ArrayNode> byPosting = new LinkedHashMap<>();
        ArrayNode results = root.putArray("results");
        for (Judgement judgement : judgements) {
            byPosting
                    .computeIfAbsent(
                            judgement.posting(),
                            id -> results.addObject().put("posting", id).putArray("values"))
                    .addObject()
                    .put("field", judgement.field())
                    .put("verdict", judgement.verdict().name())
                    .put("value", judgement.value())
                    .put("evidence", judgement.evidence());
        }
        return root;
    }

    /**
     * The run that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static EvaluationReport ofJson(JsonNode root) {
        if (!root.path("measures").isArray() || !root.path("results").isArray()) {
            throw new IllegalArgumentException("no run of evaluate: it has no measures and results");
        }
        List<Measure> measures = new ArrayList<>();
        for (JsonNode row : root.path("measures")) {
            measures.add(new Measure(
                    row.path("field").asText(),
                    Measure.Kind.valueOf(row.path("kind").asText()),
                    row.path("right").asInt(),
                    row.path("predicted").asInt(),
                    row.path("found").asInt(),
                    row.path("labelled").asInt(),
                    number(row.path("target")),
                    number(row.path("recallTarget"))));
        }
        List<Judgement> judgements = new ArrayList<>();
        for (JsonNode result : root.path("results")) {
            for (JsonNode value : result.path("values")) {
                judgements.add(new Judgement(
                        result.path("posting").asText(),
                        value.path("field").asText(),
                        Judgement.Verdict.valueOf(value.path("verdict").asText()),
                        value.path("value").asText(),
                        value.path("evidence").asText(null)));
            }
        }
        return new EvaluationReport(root.path("postings").asInt(), measures, judgements);
    }

    private static Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static void line(StringBuilder text, String... cells) {
        String row = String.format(Locale.ROOT, "%-24s %6s %6s %6s %6s %6s %6s  %-13s %s", (Object[]) cells);
        text.append(row.stripTrailing()).append('\n');
    }

    private static String figure(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String target(Measure measure) {
        return switch (measure.kind()) {
            case RECALL -> measure.recallTarget() == null ? "" : "R " + two(measure.recallTarget());
            case PRECISION_AND_RECALL ->
                measure.target() == null
                        ? ""
                        : two(measure.target())
                                + (measure.recallTarget() == null ? "" : " / " + two(measure.recallTarget()));
            case F1, ACCURACY -> measure.target() == null ? "" : two(measure.target());
        };
    }

    private static String two(Double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
