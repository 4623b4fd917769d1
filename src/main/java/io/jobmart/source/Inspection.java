package io.jobmart.source;

import io.jobmart.model.Issue;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.privacy.PersonalData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a dump looks like: the shapes of its records with samples, how its files are packed and written, and what would be
 * quarantined and why. Its size does not grow with the dump's.
 */
public final class Inspection {
    private static final int LONGEST_VALUE = 120;
    private static final int MOST_CAUSES = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final int samples;
    private final PersonalData personalData;
    private final Map<String, Shape> shapes = new TreeMap<>();
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final Map<Issue, Long> issues = new TreeMap<>();
    private final Map<String, Long> formats = new TreeMap<>();
    private final Map<String, Long> charsets = new TreeMap<>();
    private final Map<String, Long> compressions = new TreeMap<>();
    private long files;
    private long bytes;
    private long records;
    private long postings;
    private long quarantined;
    private long gone;
    private long cutShort;
    private String file;

    /**
     * @param samples how many postings of each shape, and records of each reason of quarantine, are kept as examples
     * @param personalData what becomes of personal data in them
     */
    public Inspection(int samples, PersonalData personalData) {
        this.samples = samples;
        this.personalData = personalData;
    }

    /**
     * Records of one kind: of one format, read by one dialect or by none.
     *
     * @param dialect null for schema.org, text and pages
     */
    public static final class Shape {
        private final SourceFormat format;
        private final String dialect;
        private final List<Sample> samples = new ArrayList<>();
        private long files;
        private long postings;
        private String lastFile;

        private Shape(SourceFormat format, String dialect) {
            this.format = format;
            this.dialect = dialect;
        }

        public SourceFormat format() {
            return format;
        }

        public String dialect() {
            return dialect;
        }

        public long files() {
            return files;
        }

        public long postings() {
            return postings;
        }

        public List<Sample> samples() {
            return List.copyOf(samples);
        }
    }

    /**
     * One posting of a shape.
     *
     * @param values what the source's fields say, by what they mean; only those that are there
     */
    public record Sample(String sourceFile, String sourceRecord, Map<String, String> values) {}

    /**
     * What would be quarantined for one reason.
     *
     * @param detail the first example's; those that differ from it by numbers alone are counted with it
     */
    public record Refusal(QuarantineReason reason, String detail, long records, List<Rejection> examples) {}

    /** Begins a file. */
    public void file(String name, Sources.Look look, long size) {
        file = name;
        files++;
        bytes += size;
        formats.merge(look.format() == null ? "not told" : look.format().name(), 1L, Long::sum);
        if (look.charset() != null) {
            charsets.merge(look.charset(), 1L, Long::sum);
        }
        if (look.compression() != null) {
            compressions.merge(look.compression(), 1L, Long::sum);
        }
    }

    /** Adds a record of the file begun last. */
    public void record(SourceRecord record) {
        if (record instanceof SourceRecord.Gone) {
            gone++;
            return;
        }
        records++;
        if (record instanceof SourceRecord.Rejected rejected) {
            quarantined++;
            refuse(published(rejected.rejection()));
        } else if (record instanceof SourceRecord.Accepted accepted) {
            postings++;
            accept(accepted.posting());
        }
    }

    private Rejection published(Rejection rejection) {
        return new Rejection(
                rejection.sourceFile(),
                rejection.sourceRecord(),
                rejection.reason(),
                personalData.value(rejection.detail(), null),
                personalData.value(rejection.payload(), null));
    }

    /** Notes that the file has more records than were looked at. */
    public void cutShort() {
        cutShort++;
    }

    private void refuse(Rejection rejection) {
        String kind =
                rejection.reason() + " " + NUMBER.matcher(rejection.detail()).replaceAll("0");
        // Details may quote the record: no dump has this many causes.
        String key = refusals.containsKey(kind) || refusals.size() < MOST_CAUSES
                ? kind
                : rejection.reason().name();
        Refusal before = refusals.getOrDefault(key, new Refusal(rejection.reason(), rejection.detail(), 0, List.of()));
        List<Rejection> examples = before.examples().size() < samples
                ? Stream.concat(before.examples().stream(), Stream.of(rejection))
                        .toList()
                : before.examples();
        refusals.put(key, new Refusal(before.reason(), before.detail(), before.records() + 1, examples));
    }

    private void accept(RawPosting posting) {
        Shape shape = shapes.computeIfAbsent(
                posting.format() + " " + Objects.requireNonNullElse(posting.dialect(), ""),
                key -> new Shape(posting.format(), posting.dialect()));
        shape.postings++;
        if (!Objects.equals(shape.lastFile, file)) {
            shape.files++;
            shape.lastFile = file;
        }
        if (shape.samples.size() < samples) {
            shape.samples.add(new Sample(posting.sourceFile(), posting.sourceRecord(), values(posting)));
        }
        for (PostingIssue issue : posting.issues()) {
            issues.merge(issue.issue(), 1L, Long::sum);
        }
    }

    /** The shapes, those with most postings first. */
    public List<Shape> shapes() {
        return shapes.values().stream()
                .sorted(Comparator.comparingLong(Shape::postings).reversed())
                .toList();
    }

    /** What would be quarantined, by reason and cause, the most frequent first. */
    public List<Refusal> refusals() {
        return refusals.values().stream()
                .sorted(Comparator.comparingLong(Refusal::records).reversed())
                .toList();
    }

    /** What reading found in postings that are read all the same, by how many. */
    public Map<Issue, Long> issues() {
        return issues;
    }

    /** Files by format. */
    public Map<String, Long> formats() {
        return formats;
    }

    /** Files by character set of their first bytes. */
    public Map<String, Long> charsets() {
        return charsets;
    }

    /** Compressed files by compression. */
    public Map<String, Long> compressions() {
        return compressions;
    }

    public long files() {
        return files;
    }

    public long bytes() {
        return bytes;
    }

    /** Records looked at: postings and what would be quarantined. */
    public long records() {
        return records;
    }

    public long postings() {
        return postings;
    }

    public long quarantined() {
        return quarantined;
    }

    /** Pages that are there no more. */
    public long gone() {
        return gone;
    }

    /** Files that have more records than were looked at. */
    public long filesCutShort() {
        return cutShort;
    }

    private Map<String, String> values(RawPosting posting) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "id", posting.id());
        put(values, "reference", posting.reference());
        put(values, "requisition", posting.requisition());
        put(values, "url", posting.url());
        put(values, "title", posting.title());
        put(values, "company", posting.company());
        put(values, "places", joined(posting.places().stream().map(Inspection::place)));
        put(values, "header", posting.header());
        put(values, "applicants from", joined(posting.applicantPlaces().stream().map(Inspection::place)));
        put(values, "work mode", joined(posting.workModes().stream()));
        put(values, "employment", joined(posting.employmentTypes().stream()));
        put(values, "pay", joined(posting.pay().stream().map(Inspection::pay)));
        put(values, "posted", posting.datePosted());
        put(values, "valid through", posting.validThrough());
        put(values, "degrees", joined(posting.degrees().stream()));
        put(values, "experience", posting.experience());
        put(values, "skills", joined(posting.skills().stream()));
        put(
                values,
                "seen",
                posting.captured() == null ? null : posting.captured().toString());
        if (posting.description() != null) {
            put(
                    values,
                    "text",
                    posting.descriptionFormat() + ", " + posting.description().length() + " characters: "
                            + posting.description());
        }
        for (PostingIssue issue : posting.issues()) {
            put(values, issue.issue().name(), Objects.requireNonNullElse(issue.detail(), "yes"));
        }
        return values;
    }

    private void put(Map<String, String> values, String name, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        // A window is enough: the text of a posting may have megabytes.
        String start = value.length() <= 4 * LONGEST_VALUE ? value : value.substring(0, 4 * LONGEST_VALUE);
        String line = personalData
                .value(start, null)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        values.put(name, line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 3) + "...");
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining("; "));
    }

    private static String place(RawPlace place) {
        return Stream.of(place.locality(), place.region(), place.country(), place.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String pay(RawPay pay) {
        String range = pay.min() == null && pay.max() == null
                ? null
                : Objects.requireNonNullElse(pay.min(), "") + " to " + Objects.requireNonNullElse(pay.max(), "");
        return Stream.of(range, pay.currency(), pay.period(), pay.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
