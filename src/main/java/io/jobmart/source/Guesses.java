package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        StringBuilder names = new StringBuilder();
        JsonNode node = original;
        for (String step : path.split("\\.")) {
            while (node != null && node.isArray()) {
                node = node.get(0);
            }
            String name = step;
            JsonNode inner = null;
            if (node != null) {
                for (Map.Entry<String, JsonNode> property : node.properties()) {
                    if (Dialects.loose(property.getKey()).equals(step)) {
                        boolean empty = property.getValue().isNull()
                                || property.getValue().isValueNode()
                                        && property.getValue().asText().isBlank();
                        if (inner == null || !empty) {
                            name = property.getKey();
                            inner = property.getValue();
                        }
                    }
                }
            }
            names.append(names.isEmpty() ? "" : ".").append(name);
            node = inner;
        }
        return names.toString();
    }

    @Override
    public String toString() {
        return taken.entrySet().stream()
                .map(one -> one.getKey() + "=" + String.join("+", one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
