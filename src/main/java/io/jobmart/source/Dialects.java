package io.jobmart.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.source.Dialect.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The dialects that are known, in the order in which they are tried. Those of a user go before those that jobmart ships,
 * and the one of obvious names comes last. Immutable and shared by all threads.
 */
public final class Dialects {
    private static final String FOLDER = "/io/jobmart/dialects/";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final List<Dialect> all;
    private final List<FieldPath> lists = new ArrayList<>();
    private final Set<String> listNames = new HashSet<>();
    private final Set<String> wayToLists = new HashSet<>();
    private final Set<String> elements = new HashSet<>();
    private final Set<String> roots = new HashSet<>();

    private Dialects(List<Dialect> all) {
        this.all = List.copyOf(all);
        for (Dialect dialect : all) {
            for (FieldPath path : dialect.records()) {
                String name = path.name();
                if (dialect.shape().contains(Shape.JSON) && !name.equals(".") && listNames.add(name)) {
                    lists.add(path);
                    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                        wayToLists.add(name.substring(0, dot));
                    }
                }
                if (dialect.shape().contains(Shape.XML) && !path.isList()) {
                    elements.add(name);
                    if (name.indexOf('.') > 0) {
                        roots.add(name.substring(0, name.indexOf('.')));
                    }
                }
            }
        }
    }

    /**
     * What a record is.
     *
     * @param record with its names as the dialect has them
     * @param original with its names as they are
     */
    record Match(Dialect dialect, JsonNode record, JsonNode original) {}

    /** The dialects that jobmart ships. */
    public static Dialects standard() {
        return Standard.DIALECTS;
    }

    /**
     * These dialects and, tried before them, those of a user.
     *
     * @throws IllegalArgumentException naming the file and the key, when one is no dialect
     */
    public Dialects with(List<DialectFile> files) {
        if (files.isEmpty()) {
            return this;
        }
        List<Dialect> dialects = new ArrayList<>();
        for (DialectFile file : files) {
            dialects.add(parse(file.name(), file.text().getBytes(StandardCharsets.UTF_8)));
        }
        dialects.addAll(all);
        return new Dialects(dialects);
    }

    /**
     * A dialect from the text of its file.
     *
     * @throws IllegalArgumentException naming the file, the key, the line and what was expected
     */
    static Dialect parse(String file, byte[] content) {
        try {
            return MAPPER.readValue(content, Dialect.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(DialectError.message(file, e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The dialect " + file + " is no JSON: " + Json.detail(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the dialects, in the order in which they are tried. */
    public List<String> names() {
        return all.stream().map(Dialect::name).toList();
    }

    /**
     * The dialect of a record, or null.
     *
     * @param place name of the list or element that the record was found in; {@code .} for none
     */
    Match find(Shape shape, String place, JsonNode record, JsonNode surroundings) {
        // What says that it is of another vocabulary, a product of a shop for one, is not guessed at.
        if (!record.isObject() || isLinkedData(record)) {
            return null;
        }
        JsonNode loose = null;
        for (Dialect dialect : all) {
            if (!dialect.shape().contains(shape) || !isAt(dialect, place)) {
                continue;
            }
            JsonNode own = record;
            if (dialect.looseNames()) {
                loose = loose == null ? loose(record) : loose;
                own = loose;
            }
            if (dialect.recognises(shape, own, surroundings)) {
                return new Match(dialect, own, record);
            }
        }
        return null;
    }

    private static boolean isAt(Dialect dialect, String place) {
        for (FieldPath path : dialect.records()) {
            if (path.name().equals(place)) {
                return true;
            }
            // The last name alone: elements of this name, wherever they stand.
            if (path.name().startsWith("*.") && place.endsWith(path.name().substring(1))) {
                return true;
            }
        }
        return false;
    }

    static boolean isLinkedData(JsonNode record) {
        return record.has("@type") || record.has("@context") || record.has("@graph");
    }

    /** Paths of the lists that postings may be in. */
    List<FieldPath> lists() {
        return lists;
    }

    /** Whether postings may be in a list of this path, which has its names joined by dots. */
    boolean isList(String path) {
        return listNames.contains(path);
    }

    /** Whether such a list may be inside the object of this path. */
    boolean leadsToList(String path) {
        return wayToLists.contains(path);
    }

    /** Whether elements of XML may be postings here. */
    boolean isElement(String path) {
        int last = path.lastIndexOf('.');
        return elements.contains(path) || last >= 0 && elements.contains("*" + path.substring(last));
    }

    /** Whether XML may begin with this element. */
    boolean isRoot(String element) {
        return !element.equals("*") && roots.contains(element);
    }

    private static JsonNode loose(JsonNode record) {
        ObjectNode loose = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            String name = loose(property.getKey());
            // A name said twice in two ways: the one with a value.
            JsonNode before = loose.get(name);
            if (before == null || before.isNull() || before.asText().isBlank()) {
                JsonNode value = property.getValue();
                loose.set(name, value.isObject() ? loose(value) : value);
            }
        }
        return loose;
    }

    /** A name by its letters and digits: {@code Job Title}, {@code job_title} and {@code jobTitle} are one. */
    static String loose(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static final class Standard {
        private static final Dialects DIALECTS = load();

        private static Dialects load() {
            List<Dialect> dialects = new ArrayList<>();
            for (String line : new String(resource("order.txt"), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    dialects.add(parse(line.strip(), resource(line.strip())));
                }
            }
            return new Dialects(dialects);
        }

        private static byte[] resource(String name) {
            try (InputStream in = Dialects.class.getResourceAsStream(FOLDER + name)) {
                if (in == null) {
                    throw new IllegalStateException("Missing in the jar: " + FOLDER + name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
