package io.jobmart.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A figure that a run must reach.
 *
 * @param field a measure's name
 * @param figure precision, recall, f1 or accuracy; null for the one that stands for the measure
 */
public record Minimum(String field, String figure, double value) {

    /**
     * Reads {@code skills.precision=0.93}, {@code work-mode=0.95}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Minimum parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException("'" + text + "' is no minimum; give one as skills.precision=0.93");
        }
        double value;
        try {
            value = Double.parseDouble(text.substring(equals + 1).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text.substring(equals + 1) + "' is no number from 0 to 1", e);
        }
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("'" + text.substring(equals + 1) + "' is no number from 0 to 1");
        }
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String field = (dot < 0 ? name : name.substring(0, dot)).replace('-', ' ');
        return new Minimum(field, dot < 0 ? null : name.substring(dot + 1), value);
    }

    /**
     * What keeps a run from reaching it.
     *
     * @return a sentence; null when it is reached. A figure of which there was nothing to judge is not reached
     * @throws IllegalArgumentException when there is no such figure, naming those that there are
     */
    public String failure(EvaluationReport report) {
        Measure measure = report.measures().stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no figure '" + field + "'; there are "
                        + report.measures().stream()
                                .map(one -> one.field().replace(' ', '-'))
                                .collect(Collectors.joining(", "))));
        Map<String, Double> figures = measure.figures();
        String name = figure != null
                ? figure
                : figures.size() == 1 ? figures.keySet().iterator().next() : "f1";
        if (!figures.containsKey(name)) {
            throw new IllegalArgumentException(
                    "'" + field + "' has no " + name + "; it has " + String.join(", ", figures.keySet()));
        }
        Double reached = figures.get(name);
        if (reached == null) {
            return field + ": there was nothing to tell its " + name + " by";
        }
        return reached >= value - 1e-9
                ? null
                : String.format(Locale.ROOT, "%s: the %s of %.3f is less than %s", field, name, reached, value);
    }
}
