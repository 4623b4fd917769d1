package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields of a record were taken for what, by the names that the record has: {@code title=Job Title, places=city+country}. */
final class Guesses {
    private final JsonNode original;
    private final Map<String, Set<String>> taken = new LinkedHashMap<>();
    private String field;
    private FieldPath outer;

    Guesses(JsonNode original) {
        this.original = original;
    }

    /** The field of the posting that is read next. */
    void begin(String name) {
        field = name;
        outer = null;
    }

    /** The elements in which the next values stand; null for the record itself. */
    void within(FieldPath path) {
        outer = path;
    }

    /** A value was found here; null for a constant, which is no guess. */
    void add(FieldPath path) {
        if (path != null) {
            String inner = path.name().equals(".") ? "" : path.name();
            String around = outer == null || outer.name().equals(".") ? "" : outer.name();
            String whole = around + (around.isEmpty() || inner.isEmpty() ? "" : ".") + inner;
            taken.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(named(whole));
        }
    }

    /** The path in the record's own spelling. */
    private String named(String path) {
        List<String> names = new ArrayList<>();
        return named(original, path.split("\\."), 0, names) ? String.join(".", names) : path;
    }

    private static boolean named(JsonNode node, String[] steps, int depth, List<String> names) {
        if (depth == steps.length) {
            return !isEmpty(node);
        }
        JsonNode inside = node;
        while (inside != null && inside.isArray()) {
            inside = inside.get(0);
        }
        if (inside == null) {
            return false;
        }
        for (Map.Entry<String, JsonNode> property : inside.properties()) {
            boolean named = steps[depth].equals("*")
                    || Dialects.loose(property.getKey()).equals(steps[depth]);
            names.add(property.getKey());
            if (named && named(property.getValue(), steps, depth + 1, names)) {
                return true;
            }
            names.remove(names.size() - 1);
        }
        return false;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isValueNode() && node.asText().isBlank();
    }

    @Override
    public String toString() {
        return taken.entrySet().stream()
                .map(one -> one.getKey() + "=" + String.join("+", one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
