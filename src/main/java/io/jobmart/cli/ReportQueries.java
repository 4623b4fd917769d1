package io.jobmart.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of {@code jobs/report.sql}, each named in brackets at the start of its comment. */
final class ReportQueries {
    private static final Pattern NAME = Pattern.compile("(?m)^-- \\[([a-z_]+)]");

    private ReportQueries() {}

    static Map<String, String> all() {
        try (InputStream in = ReportQueries.class.getResourceAsStream("/io/jobmart/sql/report.sql")) {
            return named(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> named(String text) {
        Map<String, String> queries = new LinkedHashMap<>();
        Matcher name = NAME.matcher(text);
        boolean more = name.find();
        while (more) {
            String found = name.group(1);
            int start = name.start();
            more = name.find();
            String part = text.substring(start, more ? name.start() : text.length());
            queries.put(found, SqlScript.of(part).all().get(0));
        }
        return queries;
    }
}
