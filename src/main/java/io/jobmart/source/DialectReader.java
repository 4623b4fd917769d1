package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.source.Dialect.Amount;
import io.jobmart.source.Dialect.Change;
import io.jobmart.source.Dialect.Fields;
import io.jobmart.source.Dialect.Part;
import io.jobmart.source.Dialect.Place;
import io.jobmart.source.Dialect.Rule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads one record by a dialect. */
final class DialectReader {
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private final Dialect dialect;
    private final JsonNode record;
    private final JsonNode surroundings;
    private final Guesses guesses;

    private DialectReader(Dialects.Match match, JsonNode surroundings) {
        this.dialect = match.dialect();
        this.record = match.record();
        this.surroundings = surroundings;
        this.guesses = dialect.guess() ? new Guesses(match.original()) : null;
    }

    /** What makes a record of the dialect no posting, or null. */
    static String exclusion(Dialects.Match match, JsonNode surroundings) {
        DialectReader reader = new DialectReader(match, surroundings);
        for (Map.Entry<String, String> condition : match.dialect().unless().entrySet()) {
            if (reader.says(match.record(), condition)) {
                return condition.getKey() + " is " + condition.getValue();
            }
        }
        for (Map.Entry<String, String> condition : match.dialect().same().entrySet()) {
            List<String> one = reader.strings(match.record(), FieldPath.of(condition.getKey()));
            List<String> other = reader.strings(match.record(), FieldPath.of(condition.getValue()));
            if (!one.isEmpty() && !other.isEmpty() && !one.get(0).equals(other.get(0))) {
                return condition.getKey() + " is not " + condition.getValue();
            }
        }
        return null;
    }

    /**
     * The posting of a record.
     *
     * @param surroundings what stands around the records of the file, as far as it was read; may be null
     */
    static RawPosting read(Dialects.Match match, JsonNode surroundings, RawPosting.Builder into) {
        return PostingStrings.repaired(new DialectReader(match, surroundings).read(into));
    }

    private RawPosting read(RawPosting.Builder posting) {
        Fields fields = dialect.posting();
        posting.dialect(dialect.name())
                .id(of("id", () -> value(record, fields.id())))
                .reference(of("reference", () -> value(record, fields.reference())))
                .requisition(of("requisition", () -> value(record, fields.requisition())))
                .url(of("url", () -> value(record, fields.url())))
                .title(of("title", () -> words(value(record, fields.title()))))
                .company(of("company", () -> words(value(record, fields.company()))))
                .companyUrl(of("companyUrl", () -> value(record, fields.companyUrl())))
                .places(of("places", () -> places(fields.places())))
                .applicantPlaces(of("applicantPlaces", () -> places(fields.applicantPlaces())))
                .workModes(of("workModes", () -> distinct(record, fields.workModes())))
                .employmentTypes(of("employmentTypes", () -> distinct(record, fields.employmentTypes())))
                .pay(of("pay", () -> pay(fields.pay())))
                .datePosted(of("datePosted", () -> value(record, fields.datePosted())))
                .validThrough(of("validThrough", () -> value(record, fields.validThrough())))
                .degrees(of("degrees", () -> distinct(record, fields.degrees())))
                .experienceMonths(of("experienceMonths", () -> value(record, fields.experienceMonths())))
                .experience(of("experience", () -> value(record, fields.experience())))
                .skills(of("skills", () -> distinct(record, fields.skills())))
                .industry(of("industry", () -> industry(fields.industry())));
        of("text", () -> {
            text(fields.text(), posting);
            return null;
        });
        if (guesses != null) {
            posting.issue(Issue.FIELDS_GUESSED, guesses.toString());
        }
        return posting.build();
    }

    /** Reads a field; which names it came from is noted under the field's name where that is a guess. */
    private <T> T of(String field, Supplier<T> reading) {
        if (guesses != null) {
            guesses.begin(field);
        }
        return reading.get();
    }

    private String industry(List<Rule> rules) {
        List<String> industries = distinct(record, rules);
        return industries.isEmpty() ? null : String.join(", ", industries);
    }

    // ---------------------------------------------------------------- text

    private void text(List<Part> parts, RawPosting.Builder posting) {
        Passages passages = new Passages();
        for (Part part : parts == null ? List.<Part>of() : parts) {
            for (JsonNode node : nodes(part.each(), part.where())) {
                List<String> texts = values(node, part.text());
                if (!texts.isEmpty()) {
                    passages.add(words(value(node, part.heading())), String.join("\n", texts));
                }
            }
        }
        passages.into(posting);
    }

    // ---------------------------------------------------------------- places and pay

    private List<RawPlace> places(List<Place> rules) {
        Set<RawPlace> places = new LinkedHashSet<>();
        for (Place rule : rules == null ? List.<Place>of() : rules) {
            for (JsonNode node : nodes(rule.each(), rule.where())) {
                String locality = words(value(node, rule.locality()));
                String region = words(value(node, rule.region()));
                String country = words(value(node, rule.country()));
                // Feeds fill city and region with the country when they have none.
                locality = isCountry(locality, country) ? null : locality;
                region = isCountry(region, country) ? null : region;
                boolean named = locality != null || region != null || country != null;
                if (named) {
                    places.add(new RawPlace(locality, region, country, null));
                    continue;
                }
                for (String text : values(node, rule.text())) {
                    places.add(new RawPlace(null, null, null, words(text)));
                }
            }
        }
        return List.copyOf(places);
    }

    private static boolean isCountry(String name, String country) {
        return name != null
                && country != null
                && (name.equals(country)
                        || country.length() == 2
                                && name.equalsIgnoreCase(new Locale.Builder()
                                        .setRegion(region(country))
                                        .build()
                                        .getDisplayCountry(Locale.ENGLISH)));
    }

    /** A code that a locale can hold; "" for two characters that are none. */
    private static String region(String code) {
        boolean letters = code.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
        return letters ? code : "";
    }

    private List<RawPay> pay(List<Amount> rules) {
        for (Amount rule : rules == null ? List.<Amount>of() : rules) {
            Set<RawPay> pay = new LinkedHashSet<>();
            for (JsonNode node : nodes(rule.each(), rule.where())) {
                String min = amount(value(node, rule.min()));
                String max = amount(value(node, rule.max()));
                String text = min == null && max == null ? value(node, rule.text()) : null;
                if (min != null || max != null || text != null) {
                    pay.add(new RawPay(min, max, value(node, rule.currency()), value(node, rule.period()), text));
                }
            }
            if (!pay.isEmpty()) {
                return List.copyOf(pay);
            }
        }
        return List.of();
    }

    /** Exporters write 0 for a bound that is not stated. */
    private static String amount(String value) {
        BigDecimal number = number(value);
        return number != null && number.signum() == 0 ? null : value;
    }

    // ---------------------------------------------------------------- values

    /** The elements of the first path that is found, as far as they say what they must. */
    private List<JsonNode> nodes(List<FieldPath> each, Map<String, String> where) {
        if (each == null) {
            within(null);
            return List.of(record);
        }
        for (FieldPath path : each) {
            List<JsonNode> nodes = path.values(record, surroundings);
            if (!nodes.isEmpty()) {
                within(path);
                return where == null
                        ? nodes
                        : nodes.stream()
                                .filter(node -> where.entrySet().stream().allMatch(condition -> says(node, condition)))
                                .toList();
            }
        }
        return List.of();
    }

    private void within(FieldPath path) {
        if (guesses != null) {
            guesses.within(path);
        }
    }

    private boolean says(JsonNode node, Map.Entry<String, String> condition) {
        return FieldPath.of(condition.getKey()).values(node, surroundings).stream()
                .anyMatch(value -> value.asText().equals(condition.getValue()));
    }

    private String value(JsonNode node, List<Rule> rules) {
        List<String> values = values(node, rules);
        return values.isEmpty() ? null : values.get(0);
    }

    private List<String> distinct(JsonNode node, List<Rule> rules) {
        return values(node, rules).stream()
                .map(DialectReader::words)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the first rule gives that gives anything. */
    private List<String> values(JsonNode node, List<Rule> rules) {
        for (Rule rule : rules == null ? List.<Rule>of() : rules) {
            List<String> values = new ArrayList<>();
            for (String raw : raw(node, rule)) {
                String value = changed(raw, rule);
                if (value != null) {
                    pieces(value, rule, values);
                }
            }
            if (!values.isEmpty()) {
                if (guesses != null) {
                    guesses.add(rule.path() == null ? null : rule.path().paths().get(0));
                }
                return values;
            }
        }
        return List.of();
    }

    private void pieces(String value, Rule rule, List<String> values) {
        String[] pieces =
                rule.split() == null ? new String[] {value} : rule.split().split(value);
        int from = rule.pieces() == null ? 1 : rule.pieces().from();
        int to = rule.pieces() == null ? pieces.length : Math.min(rule.pieces().to(), pieces.length);
        for (int i = from; i <= to; i++) {
            String piece = found(rule.matching(), pieces[i - 1].strip());
            boolean excepted = piece == null
                    || rule.except() != null && rule.except().matcher(piece).find();
            if (!excepted && !isAbsent(piece)) {
                values.add(piece.strip());
            }
        }
    }

    /** The first group of what is found, or the whole value when the pattern has none; null when it is not found. */
    private static String found(Pattern pattern, String value) {
        if (pattern == null) {
            return value;
        }
        Matcher matcher = pattern.matcher(value);
        if (!matcher.find()) {
            return null;
        }
        return matcher.groupCount() == 0 ? value : matcher.group(1);
    }

    private List<String> raw(JsonNode node, Rule rule) {
        if (rule.constant() != null) {
            return List.of(rule.constant());
        }
        if (rule.join() != null) {
            Set<String> parts = new LinkedHashSet<>();
            for (FieldPath path : rule.join()) {
                strings(node, path).stream()
                        .filter(value -> !isAbsent(value))
                        .findFirst()
                        .ifPresent(value -> parts.add(value.strip()));
            }
            return parts.isEmpty() ? List.of() : List.of(String.join(rule.with(), parts));
        }
        if (rule.flags() != null) {
            List<String> values = new ArrayList<>();
            for (Map.Entry<String, String> flag : rule.flags().entrySet()) {
                FieldPath path = FieldPath.of(flag.getKey());
                if (strings(node, path).stream().anyMatch(DialectReader::isYes)) {
                    values.add(flag.getValue());
                }
            }
            return values;
        }
        for (FieldPath path : rule.path().paths()) {
            List<String> strings = strings(node, path);
            if (!strings.isEmpty()) {
                return strings;
            }
        }
        return List.of();
    }

    private static boolean isYes(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
    }

    private List<String> strings(JsonNode node, FieldPath path) {
        List<String> strings = new ArrayList<>();
        for (JsonNode value : path.values(node, surroundings)) {
            // An element of XML with attributes keeps its words under #text.
            String text = JsonPostings.text(value.has(XmlElement.TEXT) ? value.get(XmlElement.TEXT) : value);
            if (text != null) {
                strings.add(text);
            }
        }
        return strings;
    }

    private String changed(String raw, Rule rule) {
        String value = raw.strip();
        if (isAbsent(value)) {
            return null;
        }
        if (rule.keep() != null) {
            Matcher part = rule.keep().matcher(value);
            String kept = !part.find() ? null : part.group(Math.min(1, part.groupCount()));
            if (kept == null) {
                return null;
            }
            value = kept.strip();
        }
        if (rule.remove() != null) {
            value = rule.remove().matcher(value).replaceAll("").strip();
        }
        if (rule.lookup() != null && rule.lookup().containsKey(value)) {
            value = rule.lookup().get(value);
        }
        for (Change change : rule.as()) {
            value = value == null ? null : apply(change, value);
        }
        return value == null || isAbsent(value) ? null : rule.prefix() == null ? value : rule.prefix() + value;
    }

    private static String apply(Change change, String value) {
        BigDecimal number = number(value);
        try {
            return switch (change) {
                case CENTS ->
                    number == null
                            ? value
                            : number.movePointLeft(2).stripTrailingZeros().toPlainString();
                case EPOCH_SECONDS ->
                    number == null
                            ? value
                            : Instant.ofEpochSecond(number.longValue()).toString();
                case EPOCH_MILLISECONDS ->
                    number == null
                            ? value
                            : Instant.ofEpochMilli(number.longValue()).toString();
                case UNESCAPE -> Parser.unescapeEntities(value, false);
                case PLAIN ->
                    BLANKS.matcher(Parser.unescapeEntities(TAG.matcher(value).replaceAll(" "), false))
                            .replaceAll(" ")
                            .strip();
            };
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static BigDecimal number(String value) {
        return value != null && JsonPostings.NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
    }

    private boolean isAbsent(String value) {
        String stripped = value.strip();
        return JsonPostings.isAbsent(stripped) || dialect.absent().contains(stripped);
    }

    private static String words(String value) {
        return value == null ? null : JsonPostings.unescaped(value);
    }
}
