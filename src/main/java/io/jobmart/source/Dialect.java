package io.jobmart.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a source names things: where in a file its postings are, how one is told from other records, and which field means
 * what. Dialects are data, one file each under {@code conf/dialects}; README.md there describes them.
 *
 * @param shape the formats that it occurs in
 * @param records where its postings are: {@code .} for a line, an element of the outermost array, the whole document or
 *     a row; {@code jobs[]} for the elements of a list; {@code source.job} for elements of XML
 * @param requires what a record must have to be of this dialect: all of these, each a path or several between bars
 * @param matching what values must hold besides, by path: one of the words of work in the title of a feed, for one
 * @param unless values that make a record of this dialect no posting, such as {@code isListed: false}
 * @param same path to path: records for which both are there and differ go to quarantine, such as replies, whose parent
 *     is not the thread
 * @param looseNames whether names are compared by their letters and digits in lower case only
 * @param guess whether it takes names of fields for what they obviously say, so that each posting tells which it took
 * @param absent values that stand for none, such as {@code -1}
 */
record Dialect(
        String name,
        List<Shape> shape,
        List<FieldPath> records,
        List<OneOf> requires,
        Map<String, Pattern> matching,
        Map<String, String> unless,
        Map<String, String> same,
        boolean looseNames,
        boolean guess,
        List<String> absent,
        Fields posting) {

    Dialect {
        Objects.requireNonNull(name, "name is missing: the name of the dialect");
        Objects.requireNonNull(posting, "posting is missing: an object that says which fields mean what");
        if (posting.title() == null && posting.text() == null) {
            throw new IllegalArgumentException("posting has neither title nor text: a posting has one of them");
        }
        shape = shape == null ? List.of(Shape.JSON) : List.copyOf(shape);
        records = records == null ? List.of(FieldPath.of(".")) : List.copyOf(records);
        if (requires == null || requires.isEmpty()) {
            throw new IllegalArgumentException(
                    "requires is missing: a list of the paths by which its records are recognised");
        }
        matching = matching == null ? Map.of() : Map.copyOf(matching);
        unless = unless == null ? Map.of() : Map.copyOf(unless);
        same = same == null ? Map.of() : Map.copyOf(same);
        absent = absent == null ? List.of() : List.copyOf(absent);
    }

    /** What records are cut from. */
    enum Shape {
        @JsonProperty("json")
        JSON,
        @JsonProperty("csv")
        CSV,
        @JsonProperty("xml")
        XML
    }

    /** Paths between bars, of which any will do; for a value the first that has one. */
    record OneOf(List<FieldPath> paths) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static OneOf of(String alternatives) {
            return new OneOf(
                    Arrays.stream(alternatives.split("\\|")).map(FieldPath::of).toList());
        }
    }

    /**
     * Which fields mean what. A list of rules means the first that gives a value; {@code text} and {@code places} put
     * all their parts together; {@code pay} takes the first part that states any.
     */
    record Fields(
            List<Rule> id,
            List<Rule> reference,
            List<Rule> requisition,
            List<Rule> url,
            List<Rule> title,
            List<Rule> company,
            List<Rule> companyUrl,
            List<Part> text,
            List<Place> places,
            List<Place> applicantPlaces,
            List<Rule> workModes,
            List<Rule> employmentTypes,
            List<Amount> pay,
            List<Rule> datePosted,
            List<Rule> validThrough,
            List<Rule> degrees,
            List<Rule> experienceMonths,
            List<Rule> experience,
            List<Rule> skills,
            List<Rule> industry) {}

    /**
     * How a value is made: from the fields of a path, from several joined, from yes and no, or a constant; then changed in
     * this order.
     *
     * @param join first values of these paths, joined by {@code with}
     * @param flags path to value: what the fields that say yes mean
     * @param keep the part of the value that counts: its first group, or all that matches; nothing where it is not found
     * @param remove what is cut out of the value
     * @param lookup from a value to what it means; to null for nothing; other values stay
     * @param prefix put in front, such as the address that a path is relative to
     * @param split what separates the values of a list in one string
     * @param pieces which of these values count, by number: {@code 1}, {@code 2-} or {@code 2-4}
     * @param matching what a value must hold to count; its first group, where there is one, is the value then
     * @param except what a value must not hold
     */
    record Rule(
            OneOf path,
            List<FieldPath> join,
            String with,
            Map<String, String> flags,
            String constant,
            Pattern keep,
            Pattern remove,
            Map<String, String> lookup,
            List<Change> as,
            String prefix,
            Pattern split,
            Pieces pieces,
            Pattern matching,
            Pattern except) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Rule {
            int sources = (path == null ? 0 : 1)
                    + (join == null ? 0 : 1)
                    + (flags == null ? 0 : 1)
                    + (constant == null ? 0 : 1);
            if (sources != 1) {
                throw new IllegalArgumentException("A rule has one of path, join, flags and constant");
            }
            if (pieces != null && split == null) {
                throw new IllegalArgumentException("pieces says which parts of a split count, and there is no split");
            }
            with = with == null ? " " : with;
            as = as == null ? List.of() : List.copyOf(as);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Rule of(String path) {
            return new Rule(
                    OneOf.of(path), null, null, null, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** Numbers of pieces, from 1, both ends counted. */
    record Pieces(int from, int to) {
        private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(-(\\d{1,4})?)?");

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Pieces of(String range) {
            Matcher numbers = RANGE.matcher(range.strip());
            if (!numbers.matches()) {
                throw new IllegalArgumentException("Not a range of pieces such as 1, 2- or 2-4: \"" + range + "\"");
            }
            int from = Integer.parseInt(numbers.group(1));
            int to = numbers.group(3) != null
                    ? Integer.parseInt(numbers.group(3))
                    : numbers.group(2) != null ? Integer.MAX_VALUE : from;
            return new Pieces(from, to);
        }
    }

    /** What is done to a value. */
    enum Change {
        /** Hundredths to units. */
        @JsonProperty("cents")
        CENTS,
        /** Seconds since 1970 to a date and time of UTC. */
        @JsonProperty("epoch-seconds")
        EPOCH_SECONDS,
        /** Milliseconds since 1970 to a date and time of UTC. */
        @JsonProperty("epoch-milliseconds")
        EPOCH_MILLISECONDS,
        /** Entities to characters, once. */
        @JsonProperty("unescape")
        UNESCAPE,
        /** A line of HTML to its words: without tags, entities resolved. */
        @JsonProperty("plain")
        PLAIN
    }

    /**
     * A part of the text.
     *
     * @param each the first of these paths that is found gives the parts; the other paths start there
     * @param where what an element of {@code each} must say to count
     * @param heading put above, when the part has text
     */
    record Part(List<FieldPath> each, Map<String, String> where, List<Rule> heading, List<Rule> text) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Part {
            Objects.requireNonNull(text, "A part has text");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Part of(String path) {
            return new Part(null, null, null, List.of(Rule.of(path)));
        }
    }

    /** A place, or one of each element; a path alone is the place in one string. */
    record Place(
            List<FieldPath> each,
            Map<String, String> where,
            List<Rule> locality,
            List<Rule> region,
            List<Rule> country,
            List<Rule> text) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Place {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Place of(String path) {
            return new Place(List.of(FieldPath.of(path)), null, null, null, null, List.of(Rule.of(".")));
        }
    }

    /** Pay, or one of each element; a path alone is the whole statement in one string. */
    record Amount(
            List<FieldPath> each,
            Map<String, String> where,
            List<Rule> min,
            List<Rule> max,
            List<Rule> currency,
            List<Rule> period,
            List<Rule> text) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Amount {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Amount of(String path) {
            return new Amount(null, null, null, null, null, null, List.of(Rule.of(path)));
        }
    }

    /** The paths of values that stand around the records. */
    Set<FieldPath> outer() {
        Set<FieldPath> outer = new LinkedHashSet<>();
        collectOuter(posting, outer);
        return outer;
    }

    private static void collectOuter(Object part, Set<FieldPath> into) {
        if (part instanceof FieldPath path) {
            if (path.isOuter()) {
                into.add(path);
            }
        } else if (part instanceof Collection<?> parts) {
            parts.forEach(one -> collectOuter(one, into));
        } else if (part instanceof Record rule) {
            for (RecordComponent component : rule.getClass().getRecordComponents()) {
                try {
                    collectOuter(component.getAccessor().invoke(rule), into);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Whether a record of the shape is one of this dialect. */
    boolean recognises(Shape of, JsonNode record, JsonNode surroundings) {
        if (!shape.contains(of)) {
            return false;
        }
        for (OneOf requirement : requires) {
            boolean met = false;
            for (FieldPath path : requirement.paths()) {
                met |= path.exists(record, surroundings);
            }
            if (!met) {
                return false;
            }
        }
        for (Map.Entry<String, Pattern> condition : matching.entrySet()) {
            boolean met = false;
            for (FieldPath path : OneOf.of(condition.getKey()).paths()) {
                met |= path.values(record, surroundings).stream()
                        .anyMatch(value ->
                                condition.getValue().matcher(value.asText()).find());
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }
}
