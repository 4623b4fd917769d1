package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An element of XML as a record: its children by their names, its attributes by {@code @name}, its own words by {@code
 * #text}. A child of nothing but words is a string; children of the same name are a list.
 */
final class XmlElement {
    static final String TEXT = "#text";

    private final ObjectNode members = JsonNodeFactory.instance.objectNode();
    private final StringBuilder words = new StringBuilder();

    /** An element with its attributes. */
    XmlElement(Map<String, String> attributes) {
        attributes.forEach((name, value) -> members.put("@" + name, value));
    }

    void words(char[] characters, int start, int length) {
        words.append(characters, start, length);
    }

    void child(String name, JsonNode value) {
        JsonNode before = members.get(name);
        if (before == null) {
            members.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            members.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(value));
        }
    }

    /** A string where there is nothing but words. */
    JsonNode value() {
        if (members.isEmpty()) {
            return JsonNodeFactory.instance.textNode(words.toString());
        }
        return record();
    }

    ObjectNode record() {
        if (!words.toString().isBlank()) {
            members.put(TEXT, words.toString());
        }
        return members;
    }
}
