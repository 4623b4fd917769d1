package io.jobmart.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a record: names joined by dots, as in {@code location.name}. Arrays on the way are entered,
 * each element in turn; {@code []} behind a name says so to the reader. {@code *} is every member of an object,
 * {@code .} the record itself, and {@code ^} in front looks into what surrounds the records instead. A name with a dot
 * in it is found as a whole first.
 */
final class FieldPath {
    private static final String ITSELF = ".";

    private final String text;
    private final boolean outer;
    private final boolean list;
    private final String name;
    private final List<String> steps;

    private FieldPath(String text) {
        this.text = text;
        this.outer = text.startsWith("^");
        this.list = text.endsWith("[]");
        this.name = (outer ? text.substring(1) : text).replace("[]", "");
        this.steps = name.equals(ITSELF) ? List.of() : List.of(name.split("\\."));
    }

    /** @throws IllegalArgumentException when a name is empty */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FieldPath of(String text) {
        FieldPath path = new FieldPath(text.strip());
        if (path.name.isEmpty() || path.steps.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Not a path: \"" + text + "\"");
        }
        return path;
    }

    /** The names without marks, joined by dots. */
    String name() {
        return name;
    }

    /** Whether the path ends in the elements of a list. */
    boolean isList() {
        return list;
    }

    /** Whether the path leads through what surrounds the records. */
    boolean isOuter() {
        return outer;
    }

    /** Whether there is such a value; null is one. */
    boolean exists(JsonNode record, JsonNode surroundings) {
        return !nodes(record, surroundings, true).isEmpty();
    }

    /** The values found, without nulls, in the record's order. */
    List<JsonNode> values(JsonNode record, JsonNode surroundings) {
        return nodes(record, surroundings, false);
    }

    private List<JsonNode> nodes(JsonNode record, JsonNode surroundings, boolean nulls) {
        JsonNode start = outer ? surroundings : record;
        if (start == null) {
            return List.of();
        }
        if (start.has(name)) {
            return spread(List.of(start.get(name)), nulls);
        }
        List<JsonNode> found = spread(List.of(start), nulls);
        for (String step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (step.equals("*")) {
                    node.forEach(next::add);
                } else if (node.has(step)) {
                    next.add(node.get(step));
                }
            }
            if (next.isEmpty()) {
                return List.of();
            }
            found = spread(next, nulls);
        }
        return found;
    }

    private static List<JsonNode> spread(List<JsonNode> nodes, boolean nulls) {
        List<JsonNode> all = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            if (node instanceof ArrayNode elements && (!nulls || !elements.isEmpty())) {
                for (JsonNode element : elements) {
                    if (nulls || !element.isNull()) {
                        all.add(element);
                    }
                }
            } else if (nulls || !node.isNull() && !node.isArray()) {
                all.add(node);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return text;
    }
}
