package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TextFormat;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Finds the schema.org JobPostings of a JSON value and reads their properties, in all the forms that occur: a value may be
 * a string, a number, an object, an array of them, a {@code @value} object, or an {@code @id} that names another node of
 * the same document; names and types may carry the prefix {@code schema:} or the whole address of schema.org. "", "null"
 * and "N/A" are absent.
 */
final class JsonPostings {
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(?:p|br|li|ul|ol|div|span|strong|b|em|i|h[1-6]|a|table|tr|td|section|article|html|body)\\b[^<>]{0,500}>");
    private static final Pattern ESCAPED_TAG = Pattern.compile(
            "(?i)&(?:amp;)*(?:lt|#60|#x3c);/?(?:p|br|li|ul|ol|div|span|strong|b|em|i|h[1-6]|a|table|section|html|body)\\b");
    private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{1,6}|#x[0-9a-fA-F]{1,5});");
    private static final Pattern LIST_MARKS = Pattern.compile("[\\[\\]\"]");
    private static final Pattern ANY_TAG = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern MARKDOWN_LINE = Pattern.compile(" {0,3}(?:#{1,6} +\\S|[*+-] +\\S)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*[^*\\n]{1,200}\\*\\*");
    static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,9})?");

    /** How often text is found to be escaped at most. */
    private static final int MOST_ESCAPES = 3;

    /** Property, the same by its name of old, and heading of what stands beside the description. */
    private static final String[][] PARTS = {
        {"responsibilities", "responsibilities", "Responsibilities"},
        {"qualifications", "qualifications", "Qualifications"},
        {"jobBenefits", "benefits", "Benefits"},
        {"incentiveCompensation", "incentives", "Incentives"},
    };

    /** Where lists of postings hang. */
    private static final List<String> CONTAINERS =
            List.of("item", "itemListElement", "dataFeedElement", "hasPart", "mainEntity", "@graph");

    /** Longest piece of a list that is written as one string. */
    private static final int LONGEST_SKILL = 50;

    private final Map<String, JsonNode> nodes = new HashMap<>();

    private JsonPostings() {}

    /** One posting of a value, and where in the value it stands. */
    record Found(String pointer, JsonNode node) {}

    /**
     * The postings of a value, in its order; empty when there is none. Looks into arrays, graphs, lists and main entities,
     * nowhere else: a posting that another one merely mentions is no record.
     */
    static List<Found> find(JsonNode root) {
        List<Found> found = new ArrayList<>();
        Deque<Found> open = new ArrayDeque<>();
        open.push(new Found("", root));
        while (!open.isEmpty()) {
            Found next = open.pop();
            JsonNode node = next.node();
            if (node.isArray()) {
                for (int i = node.size() - 1; i >= 0; i--) {
                    open.push(new Found(next.pointer() + "/" + i, node.get(i)));
                }
            } else if (node.isObject()) {
                if (isA(node, "JobPosting")) {
                    found.add(next);
                } else {
                    for (String name : CONTAINERS) {
                        JsonNode inner = property(node, name);
                        if (inner != null && inner.isContainerNode()) {
                            open.push(new Found(next.pointer() + "/" + name, inner));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Reads the properties of one posting; {@code root} holds the nodes that it may refer to. */
    static RawPosting read(JsonNode root, JsonNode posting, RawPosting.Builder into) {
        JsonPostings reader = new JsonPostings();
        if (root != posting) {
            reader.index(root);
        }
        return PostingStrings.repaired(reader.read(posting, into));
    }

    private RawPosting read(JsonNode node, RawPosting.Builder posting) {
        JsonNode organization =
                first(resolve(first(property(node, "hiringOrganization"), property(node, "employmentUnit"))));
        posting.id(identifier(property(node, "identifier")))
                .url(url(node))
                .title(words(first(property(node, "title"), property(node, "name"))))
                .company(company(organization))
                .companyUrl(companyUrl(organization))
                .places(places(property(node, "jobLocation")))
                .applicantPlaces(places(property(node, "applicantLocationRequirements")))
                .workModes(list(property(node, "jobLocationType")))
                .employmentTypes(list(property(node, "employmentType")))
                .pay(pay(node))
                .datePosted(text(property(node, "datePosted")))
                .validThrough(text(property(node, "validThrough")))
                .degrees(degrees(property(node, "educationRequirements")))
                .skills(skills(property(node, "skills")))
                .industry(joined(property(node, "industry")));
        experience(property(node, "experienceRequirements"), posting);
        description(node).into(posting);
        return posting.build();
    }

    // ---------------------------------------------------------------- single values

    /** The body, and what it does not say itself of duties, qualifications and benefits. */
    private Passages description(JsonNode node) {
        Passages passages = new Passages();
        String description = text(property(node, "description"));
        if (description != null) {
            passages.add(null, description);
        }
        for (String[] part : PARTS) {
            List<String> texts = new ArrayList<>();
            for (JsonNode value : values(first(property(node, part[0]), property(node, part[1])))) {
                String text = value.isObject() && property(value, "@value") == null ? name(value) : text(value);
                if (text != null) {
                    texts.add(text);
                }
            }
            if (!texts.isEmpty()) {
                passages.addNew(part[2], String.join("\n", texts));
            }
        }
        return passages;
    }

    /** How a description is written: a tag, escaped or not, makes HTML, unless it has headings of Markdown. */
    static TextFormat formatOf(String text) {
        if (hasHeadings(text)) {
            return TextFormat.MARKDOWN;
        }
        if (text.indexOf('<') >= 0 && TAG.matcher(text).find()
                || text.indexOf('&') >= 0 && ESCAPED_TAG.matcher(text).find()) {
            return TextFormat.HTML;
        }
        if (isMarkdown(text)) {
            return TextFormat.MARKDOWN;
        }
        // Entities without any tag: HTML too, unless line breaks carry the structure, which HTML would lose.
        return text.indexOf('\n') < 0 && ENTITY.matcher(text).find() ? TextFormat.HTML : TextFormat.PLAIN;
    }

    /** Two lines that begin with "## ": Markdown may hold tags, HTML holds no such lines. */
    private static boolean hasHeadings(String text) {
        int found = 0;
        for (int i = text.indexOf("## "); i >= 0 && found < 2; i = text.indexOf("## ", i + 3)) {
            int before = i - 1;
            while (before >= 0 && i - before < 10 && (text.charAt(before) == '#' || text.charAt(before) == ' ')) {
                before--;
            }
            found += before < 0 || text.charAt(before) == '\n' ? 1 : 0;
        }
        return found >= 2;
    }

    /** Patterns are tried only where they can begin: one over the whole text costs more than all else that is done to it. */
    private static boolean isMarkdown(String text) {
        if (text.contains("](http") || text.contains("**") && BOLD.matcher(text).find()) {
            return true;
        }
        Matcher line = MARKDOWN_LINE.matcher(text);
        int start = 0;
        do {
            if (line.region(start, text.length()).lookingAt()) {
                return true;
            }
            start = text.indexOf('\n', start) + 1;
        } while (start > 0);
        return false;
    }

    private String identifier(JsonNode value) {
        for (JsonNode one : values(value)) {
            String id = one.isObject() && property(one, "@value") == null
                    ? text(first(property(one, "value"), property(one, "propertyID"), property(one, "@id")))
                    : text(one);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private String url(JsonNode node) {
        String url = text(property(node, "url"));
        if (url != null) {
            return url;
        }
        for (String name : List.of("mainEntityOfPage", "@id", "sameAs")) {
            for (JsonNode value : values(property(node, name))) {
                String address = value.isObject() ? text(property(value, "@id")) : text(value);
                if (address != null && address.startsWith("http") && address.indexOf('#') < 0) {
                    return address;
                }
            }
        }
        return null;
    }

    private String company(JsonNode organization) {
        if (organization == null || !organization.isObject() || property(organization, "@value") != null) {
            String name = words(organization);
            return isAddress(name) ? null : name;
        }
        for (String name : List.of("name", "legalName", "alternateName")) {
            String text = words(property(organization, name));
            if (text != null) {
                return text;
            }
        }
        for (String name : List.of("parentOrganization", "department")) {
            JsonNode other = first(resolve(property(organization, name)));
            String text = other == null || other.isObject() ? name(other) : words(other);
            if (text != null && !isAddress(text)) {
                return text;
            }
        }
        return null;
    }

    private String companyUrl(JsonNode organization) {
        if (organization == null || !organization.isObject() || property(organization, "@value") != null) {
            String name = text(organization);
            return isAddress(name) ? name : null;
        }
        return text(first(property(organization, "sameAs"), property(organization, "url")));
    }

    private static boolean isAddress(String text) {
        return text != null && (text.startsWith("http://") || text.startsWith("https://"));
    }

    private void experience(JsonNode value, RawPosting.Builder posting) {
        String months = null;
        List<String> words = new ArrayList<>();
        for (JsonNode one : values(value)) {
            JsonNode resolved = resolve(one);
            String text;
            if (resolved.isObject() && property(resolved, "@value") == null) {
                String stated = text(property(resolved, "monthsOfExperience"));
                months = months == null ? stated : months;
                text = text(first(property(resolved, "description"), property(resolved, "name")));
            } else {
                text = text(resolved);
                if (text != null && NUMBER.matcher(text).matches()) {
                    months = months == null ? text : months;
                    text = null;
                }
            }
            if (text != null) {
                words.add(text);
            }
        }
        posting.experienceMonths(months).experience(words.isEmpty() ? null : String.join("\n", words));
    }

    // ---------------------------------------------------------------- places

    private List<RawPlace> places(JsonNode value) {
        Set<RawPlace> places = new LinkedHashSet<>();
        for (JsonNode one : values(value)) {
            JsonNode place = resolve(one);
            if (!place.isObject() || property(place, "@value") != null) {
                add(places, null, null, null, words(place));
                continue;
            }
            List<JsonNode> addresses = values(property(place, "address"));
            int before = places.size();
            for (JsonNode inner : addresses) {
                JsonNode address = resolve(inner);
                if (address.isObject()) {
                    address(address, places);
                } else {
                    add(places, null, null, null, words(address));
                }
            }
            if (places.size() == before && addresses.isEmpty()) {
                // Countries and cities that applicants may live in have a name and a type; some sources leave out
                // Place.
                if (!address(place, places)) {
                    named(place, places);
                }
            } else if (places.size() == before) {
                named(place, places);
            }
        }
        return List.copyOf(places);
    }

    private boolean address(JsonNode address, Set<RawPlace> places) {
        List<JsonNode> localities = values(property(address, "addressLocality"));
        String locality = name(property(address, "addressLocality"));
        String region = name(property(address, "addressRegion"));
        String country = name(property(address, "addressCountry"));
        if (locality == null && region == null && country == null) {
            String text = words(first(property(address, "name"), property(address, "streetAddress")));
            if (text != null && isA(address, "PostalAddress")) {
                add(places, null, null, null, text);
                return true;
            }
            return false;
        }
        if (localities.size() > 1) {
            // Several cities in one address share what else it says.
            localities.forEach(one -> add(places, name(one), region, country, null));
        } else {
            add(places, locality, region, country, null);
        }
        return true;
    }

    private void named(JsonNode place, Set<RawPlace> places) {
        for (JsonNode one : values(first(property(place, "name"), property(place, "description")))) {
            named(place, words(one), places);
        }
    }

    private static void named(JsonNode place, String name, Set<RawPlace> places) {
        if (isA(place, "Country")) {
            add(places, null, null, name, null);
        } else if (isA(place, "State")) {
            add(places, null, name, null, null);
        } else if (isA(place, "City")) {
            add(places, name, null, null, null);
        } else {
            add(places, null, null, null, name);
        }
    }

    private static void add(Set<RawPlace> places, String locality, String region, String country, String text) {
        if (locality != null || region != null || country != null || text != null) {
            places.add(new RawPlace(locality, region, country, text));
        }
    }

    // ---------------------------------------------------------------- pay

    private List<RawPay> pay(JsonNode node) {
        String currency = text(property(node, "salaryCurrency"));
        Set<RawPay> pay = new LinkedHashSet<>();
        for (JsonNode value : values(property(node, "baseSalary"))) {
            pay(resolve(value), currency, null, pay);
        }
        return List.copyOf(pay);
    }

    /** One amount, a range, a text, or an amount of money around any of these. */
    private void pay(JsonNode value, String outerCurrency, String outerPeriod, Set<RawPay> pay) {
        if (!value.isObject() || property(value, "@value") != null) {
            String text = text(value);
            if (text != null && NUMBER.matcher(text).matches()) {
                addPay(text, text, outerCurrency, outerPeriod, null, pay);
            } else {
                addPay(null, null, outerCurrency, outerPeriod, text, pay);
            }
            return;
        }
        String stated = text(first(property(value, "currency"), property(value, "priceCurrency")));
        String currency = stated == null ? outerCurrency : stated;
        String unit = text(first(property(value, "unitText"), property(value, "unitCode")));
        String period = unit == null ? outerPeriod : unit;
        String min = amount(first(property(value, "minValue"), property(value, "minPrice")));
        String max = amount(first(property(value, "maxValue"), property(value, "maxPrice")));
        if (min != null || max != null) {
            addPay(min, max, currency, period, null, pay);
            return;
        }
        for (JsonNode inner : values(first(property(value, "value"), property(value, "price")))) {
            pay(resolve(inner), currency, period, pay);
        }
    }

    private static void addPay(String min, String max, String currency, String period, String text, Set<RawPay> pay) {
        if (min != null && isZero(min) && (max == null || isZero(max))) {
            return;
        }
        if (min != null || max != null || text != null) {
            pay.add(new RawPay(min, max, currency, period, text));
        }
    }

    /** Exporters write 0 for a bound that is not stated. */
    private String amount(JsonNode value) {
        String text = text(value);
        return text == null || isZero(text) ? null : text;
    }

    private static boolean isZero(String amount) {
        return NUMBER.matcher(amount).matches() && new BigDecimal(amount).signum() == 0;
    }

    // ---------------------------------------------------------------- lists

    /** Values of an enumeration: a list, or one string with commas. */
    private List<String> list(JsonNode value) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode one : values(value)) {
            String text = name(one);
            if (text != null) {
                for (String part : text.split("[,;|]")) {
                    // Some plugins write a list as text: "[\"FULL_TIME\"]".
                    String term = withoutVocabulary(
                            LIST_MARKS.matcher(part).replaceAll("").strip());
                    if (!isAbsent(term)) {
                        all.add(term);
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private List<String> degrees(JsonNode value) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode one : values(value)) {
            JsonNode degree = resolve(one);
            if (!degree.isObject() || property(degree, "@value") != null) {
                String text = words(degree);
                if (text != null) {
                    all.add(text);
                }
                continue;
            }
            for (JsonNode category : values(first(
                    property(degree, "credentialCategory"),
                    property(degree, "educationalLevel"),
                    property(degree, "name"),
                    property(degree, "description")))) {
                String text = name(category);
                if (text != null) {
                    all.add(withoutVocabulary(text));
                }
            }
        }
        return List.copyOf(all);
    }

    /** A string with commas is a list when each piece is short enough to be a name; a sentence stays whole. */
    private List<String> skills(JsonNode value) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode one : values(value)) {
            String text = name(one);
            if (text == null) {
                continue;
            }
            if (text.indexOf('<') >= 0) {
                // A list of HTML: each element a line.
                text = ANY_TAG.matcher(text).replaceAll("\n").strip();
            }
            String[] parts = text.split("[,;\\n]");
            boolean names = true;
            for (String part : parts) {
                names &= part.strip().length() <= LONGEST_SKILL;
            }
            for (String part : names ? parts : new String[] {text}) {
                if (!isAbsent(part.strip())) {
                    all.add(part.strip());
                }
            }
        }
        return List.copyOf(all);
    }

    private String joined(JsonNode value) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode one : values(value)) {
            String text = name(one);
            if (text != null) {
                all.add(text);
            }
        }
        return all.isEmpty() ? null : String.join(", ", all);
    }

    // ---------------------------------------------------------------- nodes

    /** Notes every node that has a name, so that others can refer to it. */
    private void index(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isObject() && node.size() > 1 && node.path("@id").isTextual()) {
                nodes.putIfAbsent(node.get("@id").textValue(), node);
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    open.push(child);
                }
            }
        }
    }

    /** The node that a bare reference {@code {"@id": ...}} means; any other value as it is. */
    private JsonNode resolve(JsonNode value) {
        if (value == null || !value.isObject() || !value.path("@id").isTextual()) {
            return value;
        }
        boolean bare = value.size() == 1 || value.size() == 2 && value.has("@type");
        return bare ? nodes.getOrDefault(value.get("@id").textValue(), value) : value;
    }

    private JsonNode first(JsonNode value) {
        List<JsonNode> all = values(value);
        return all.isEmpty() ? null : resolve(all.get(0));
    }

    /** The first of several properties that has a value. */
    private JsonNode first(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            if (candidate != null && (candidate.isContainerNode() ? !candidate.isEmpty() : text(candidate) != null)) {
                return candidate;
            }
        }
        return null;
    }

    private static JsonNode property(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null && name.charAt(0) != '@') {
            value = node.get("schema:" + name);
            if (value == null) {
                value = node.get("http://schema.org/" + name);
            }
            if (value == null) {
                value = node.get("https://schema.org/" + name);
            }
        }
        return value == null || value.isNull() ? null : value;
    }

    private static boolean isA(JsonNode node, String type) {
        for (JsonNode value : values(node.get("@type"))) {
            if (value.isTextual()
                    && withoutVocabulary(value.textValue().strip()).equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutVocabulary(String term) {
        for (String prefix : List.of("https://schema.org/", "http://schema.org/", "schema:")) {
            if (term.startsWith(prefix)) {
                return term.substring(prefix.length());
            }
        }
        return term;
    }

    /** The values of a property: the elements of an array or list, or the one value there is. */
    private static List<JsonNode> values(JsonNode value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        JsonNode inner = value.isObject() && value.path("@list").isArray() ? value.get("@list") : value;
        if (!inner.isArray()) {
            return List.of(inner);
        }
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode element : inner) {
            if (!element.isNull()) {
                all.add(element);
            }
        }
        return all;
    }

    /** The name of a thing that is given as text or as an object: DefinedTerm, Country, Organization. */
    private String name(JsonNode value) {
        JsonNode one = first(value);
        return one != null && one.isObject() && property(one, "@value") == null
                ? words(first(
                        property(one, "name"), property(one, "termCode"), property(one, "value"), property(one, "@id")))
                : words(one);
    }

    private String words(JsonNode value) {
        String text = text(value);
        String plain = text == null ? null : unescaped(text);
        return plain == null || plain != text && isAbsent(plain) ? null : plain;
    }

    /** A short text with its entities resolved; exporters escape titles and names as they escape descriptions. */
    static String unescaped(String text) {
        String plain = text;
        for (int round = 0; round < MOST_ESCAPES && plain.indexOf('&') >= 0; round++) {
            if (!ENTITY.matcher(plain).find()) {
                break;
            }
            plain = Parser.unescapeEntities(plain, false).strip();
        }
        return plain;
    }

    /** A value as a string; null for what is absent and for objects that hold no text. */
    static String text(JsonNode value) {
        JsonNode one = value;
        for (int i = 0; i < 4 && one != null && one.isContainerNode(); i++) {
            one = one.isArray() ? one.get(0) : one.has("@value") ? one.get("@value") : one.get("@id");
        }
        if (one == null || one.isNull() || one.isContainerNode()) {
            return null;
        }
        // 1e999999999 is a short number to read and a long one to write.
        boolean plain = one.isBigDecimal() && Math.abs((long) one.decimalValue().scale()) <= 30;
        String text = plain ? one.decimalValue().toPlainString() : one.asText();
        return isAbsent(text.strip()) ? null : text;
    }

    static boolean isAbsent(String text) {
        return switch (text.length()) {
            case 0 -> true;
            case 1 -> text.equals("-");
            case 3 -> text.toLowerCase(Locale.ROOT).equals("n/a");
            case 4 ->
                text.toLowerCase(Locale.ROOT).equals("null")
                        || text.toLowerCase(Locale.ROOT).equals("none");
            case 9 -> text.toLowerCase(Locale.ROOT).equals("undefined");
            default -> false;
        };
    }
}
