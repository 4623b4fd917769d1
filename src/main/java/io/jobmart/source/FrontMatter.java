package io.jobmart.source;

import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TextFormat;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Takes a posting with a YAML header apart, as job pages of static sites have it:
 *
 * <pre>
 * ---
 * title: Baker
 * company: Crumb Ltd
 * created: !!timestamp '2024-03-01'
 * contact:
 *     name: ...
 * tags:
 *   - rye
 * ---
 *
 * Markdown or HTML
 * </pre>
 *
 * <p>Only the header's events are read: no tag makes an object, no alias is followed, so that neither costs anything.
 * Contact persons are not read.
 */
final class FrontMatter {
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_DEPTH = 50;
    private static final Pattern START = Pattern.compile("---[ \\t]*\\r?\\n\\s*[A-Za-z_][\\w -]{0,40}:[ \\t\\r\\n]");

    private final Map<String, List<String>> values = new HashMap<>();

    private FrontMatter() {}

    /** Whether a text starts with a line of three dashes and a key below it. */
    static boolean startsIn(String text, int start) {
        return START.matcher(text).region(start, text.length()).lookingAt();
    }

    /** Reads a text that was decoded and repaired; false when its header does not end or is no YAML. */
    static boolean read(String text, RawPosting.Builder posting) {
        int start = text.indexOf("---");
        int header = text.indexOf('\n', start) + 1;
        int end = end(text, header);
        if (header == 0 || end < 0 || end - header > LONGEST_HEADER) {
            return false;
        }
        FrontMatter matter = new FrontMatter();
        try {
            matter.collect(text.substring(header, end));
        } catch (YAMLException e) {
            return false;
        }
        int body = text.indexOf('\n', end);
        matter.fill(body < 0 ? "" : text.substring(body + 1), posting);
        return true;
    }

    /** Where the line of dashes or dots starts that ends the header, or -1. */
    private static int end(String text, int from) {
        for (int line = from; line >= 0 && line < text.length(); ) {
            int next = text.indexOf('\n', line);
            String content =
                    text.substring(line, next < 0 ? text.length() : next).stripTrailing();
            if (content.equals("---") || content.equals("...")) {
                return line;
            }
            line = next < 0 ? -1 : next + 1;
        }
        return -1;
    }

    /** The scalars of the outermost mapping, and those of lists in it. */
    private void collect(String header) {
        int depth = 0;
        boolean list = false;
        String key = null;
        for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(header))) {
            if (event instanceof CollectionStartEvent) {
                depth++;
                list = depth == 2 && event instanceof SequenceStartEvent;
                if (depth > MOST_DEPTH) {
                    throw new YAMLException("Too deep");
                }
            } else if (event instanceof CollectionEndEvent) {
                depth--;
                list = false;
                key = depth == 1 ? null : key;
            } else if (event.is(Event.ID.Alias)) {
                key = depth == 1 ? null : key;
            } else if (event instanceof ScalarEvent scalar) {
                if (depth == 1 && key == null) {
                    key = scalar.getValue().strip().toLowerCase(Locale.ROOT);
                } else if (depth == 1) {
                    add(key, scalar.getValue());
                    key = null;
                } else if (list && key != null) {
                    add(key, scalar.getValue());
                }
            }
        }
    }

    private void add(String key, String value) {
        String stripped = value.strip();
        if (!stripped.isEmpty() && !stripped.equals("~") && !stripped.equalsIgnoreCase("null")) {
            values.computeIfAbsent(key, k -> new ArrayList<>()).add(stripped);
        }
    }

    private void fill(String body, RawPosting.Builder posting) {
        List<RawPlace> places = all("location", "locations", "place", "city").stream()
                .map(place -> new RawPlace(null, null, null, place))
                .toList();
        List<RawPay> pay = all("salary", "compensation", "pay").stream()
                .map(text -> new RawPay(null, null, null, null, text))
                .toList();
        String description = body.isBlank() ? first("description", "summary") : body;
        posting.id(first("id", "job_id"))
                .reference(first("reference"))
                .url(first("url", "link", "apply_url", "apply"))
                .title(first("title", "job_title", "position", "role"))
                .company(first("company", "company_name", "employer", "organization", "organisation"))
                .companyUrl(first("company_url", "website"))
                .places(places)
                .pay(pay)
                .employmentTypes(all("contract", "employment_type", "job_type", "type"))
                .datePosted(first("created", "date", "posted", "date_posted", "published"))
                .validThrough(first("expires", "valid_through", "closing_date", "deadline"))
                .skills(all("tags", "skills"));
        if (description != null) {
            TextFormat format = JsonPostings.formatOf(description);
            posting.description(description, format == TextFormat.PLAIN ? TextFormat.MARKDOWN : format);
        }
    }

    private String first(String... keys) {
        List<String> all = all(keys);
        return all.isEmpty() ? null : all.get(0);
    }

    private List<String> all(String... keys) {
        for (String key : keys) {
            List<String> found = values.get(key);
            if (found != null) {
                return List.copyOf(found);
            }
        }
        return List.of();
    }
}
