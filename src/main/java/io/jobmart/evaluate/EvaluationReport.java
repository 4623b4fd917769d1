package io.jobmart.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * How well postings were read.
 *
 * @param postings labelled postings that were judged
 * @param measures one for each field, in the order in which they are printed
 * @param errors every difference, by posting and field
 */
public record EvaluationReport(int postings, List<Measure> measures, List<EvaluationError> errors) {

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
        for (EvaluationError error : errors) {
            text.append(error.posting())
                    .append('\t')
                    .append(error.field())
                    .append('\t')
                    .append(error.kind())
                    .append('\t')
                    .append(error.value())
                    .append(error.evidence() == null ? "" : "\t" + error.evidence())
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * The figures as JSON: {@code {"postings": n, "measures": [{"field", "kind", "precision", "recall", "f1", "right",
     * "predicted", "found", "labelled", "target", "recallTarget", "reached"}], "errors": [...]}}; absent figures are null.
     */
    public String toJson() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode().put("postings", postings);
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
        ArrayNode list = root.putArray("errors");
        for (EvaluationError error : errors) {
            list.addObject()
                    .put("posting", error.posting())
                    .put("field", error.field())
                    .put("kind", error.kind().name())
                    .put("value", error.value())
                    .put("evidence", error.evidence());
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Writing a tree to memory", e);
        }
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
