package io.jobmart.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page or a part of one, with names in double braces for what is filled in. */
public final class Template {
    /** Literal, name, literal, name, ... literal. */
    private final List<String> parts = new ArrayList<>();

    private Template(String source) {
        int from = 0;
        for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", from)) {
            int close = source.indexOf("}}", open);
            parts.add(source.substring(from, open));
            parts.add(source.substring(open + 2, close));
            from = close + 2;
        }
        parts.add(source.substring(from));
    }

    /** The template of a file beside a class. */
    public static Template of(Class<?> beside, String name) {
        return new Template(resource(beside, name));
    }

    /** The text of a file beside a class, or with a name that starts with a slash, of any. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fills in values.
     *
     * @param values by name: {@link Html} stands as it is, anything else as text
     * @throws IllegalArgumentException when a name has no value
     */
    public Html fill(Map<String, ?> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                out.append(parts.get(i));
                continue;
            }
            Object value = values.get(parts.get(i));
            if (value == null) {
                throw new IllegalArgumentException("No value for " + parts.get(i));
            }
            out.append(
                    value instanceof Html html
                            ? html.markup()
                            : Html.text(value.toString()).markup());
        }
        return new Html(out.toString());
    }
}
