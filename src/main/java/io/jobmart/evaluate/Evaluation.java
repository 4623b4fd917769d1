package io.jobmart.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.evaluate.Judgement.Verdict;
import io.jobmart.evaluate.Measure.Kind;
import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.Evidence;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Modality;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.PayStatement;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Requirement;
import io.jobmart.model.Skill;
import io.jobmart.model.SkillMention;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import io.jobmart.vocabulary.SkillVocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures how well postings are read, against labels made by people.
 *
 * <p>Labels are one JSON object a line:
 *
 * <pre>
 * id             names the posting in error lists
 * file, record   path below the input; the record's address where the file holds several, as explain prints it (data row
 *                from 1 of a table), else null
 * title, company strings or null
 * work_sites     [{city, region, country}], country as ISO 3166-1 alpha-2
 * work_mode      REMOTE, HYBRID, ONSITE, NOT_STATED; null: not scored
 * remote_regions, employment_types   lists of codes
 * salary_status  STATED, STATED_WITHOUT_VALUE, NOT_STATED; null: not scored
 * salaries, optional_salaries        [{min, max, currency, period}]; optional ones are ignored on both sides
 * experience     [{min, max}] in years
 * degrees        [{level}], a {@link io.jobmart.model.DegreeLevel} or UNSPECIFIED
 * languages      [{language}], ISO 639-1
 * skills         [{surface, modality}]
 * requirement_lines   [{text, modality}]
 * language       main language of the text, ISO 639-1
 * encoding_repair     NONE, CP1252, MAC_ROMAN
 * </pre>
 *
 * Other fields are ignored; one that a label lacks is not scored, so that people may label only what they care for. Counts are summed over postings, not averaged. Texts are compared after NFKC, in lower case,
 * with every run of characters outside {@code [a-z0-9+#.]} as one blank. A posting that was rejected or whose parsing
 * failed counts as one of which nothing was read.
 */
public final class Evaluation {
    /** Share of its words that a line must have in common with another, both ways, to be the same line. */
    private static final double SAME_LINE = 0.8;

    private static final int CONTEXT = 30;

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Function<String, String> skillId;
    private String id;
    private Posting posting;

    private Evaluation(Function<String, String> skillId) {
        this.skillId = skillId;
        declare("title", Kind.ACCURACY, 0.98, null);
        declare("company", Kind.ACCURACY, 0.98, null);
        declare("work sites", Kind.F1, 0.95, null);
        declare("countries", Kind.F1, null, null);
        declare("work mode", Kind.ACCURACY, 0.95, null);
        declare("remote regions", Kind.F1, 0.92, null);
        declare("employment types", Kind.F1, 0.95, null);
        declare("salary status", Kind.ACCURACY, null, null);
        declare("salaries", Kind.PRECISION_AND_RECALL, 0.97, 0.95);
        declare("experience", Kind.PRECISION_AND_RECALL, 0.95, 0.93);
        declare("degree levels", Kind.F1, 0.95, null);
        declare("skills", Kind.PRECISION_AND_RECALL, 0.93, null);
        declare("skills asked for", Kind.RECALL, null, 0.88);
        declare("modality", Kind.ACCURACY, 0.92, null);
        declare("modality of skills", Kind.ACCURACY, null, null);
        declare("modality of lines", Kind.ACCURACY, null, null);
        declare("requirement lines", Kind.F1, 0.92, null);
        declare("human languages", Kind.F1, 0.95, null);
        declare("main language", Kind.ACCURACY, 0.99, null);
        declare("encoding repair", Kind.ACCURACY, 1.0, null);
    }

    /**
     * Reads and parses every labelled posting and judges it, with the standard skill vocabulary.
     *
     * @param labels the label file
     * @param input the directory that {@code file} is relative to
     * @throws IOException when labels or postings can't be read; {@link IllegalArgumentException} when a label is
     *     broken or names a record that is not there
     */
    public static EvaluationReport run(Path labels, Path input, Function<RawPosting, Posting> parser)
            throws IOException {
        return run(labels, input, parser, SkillVocabulary.standard());
    }

    /** The same with another skill vocabulary, by which the names in the labels are known. */
    public static EvaluationReport run(
            Path labels, Path input, Function<RawPosting, Posting> parser, SkillVocabulary vocabulary)
            throws IOException {
        return run(labels, input, parser, name -> {
            Skill skill = vocabulary.find(name);
            return skill == null ? null : skill.skillId();
        });
    }

    /** The same with another vocabulary: {@code skillId} gives the id of a skill's name, or null. */
    static EvaluationReport run(
            Path labels, Path input, Function<RawPosting, Posting> parser, Function<String, String> skillId)
            throws IOException {
        Evaluation evaluation = new Evaluation(skillId);
        JsonMapper mapper = new JsonMapper();
        Map<String, Map<String, SourceRecord>> files = new HashMap<>();
        int postings = 0;
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(labels)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    JsonNode label = mapper.readTree(line);
                    evaluation.judge(label, record(label, input, files), parser);
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    String cause =
                            e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
                    throw new IllegalArgumentException("Line " + number + " of the labels: " + cause, e);
                }
                postings++;
            }
        }
        return evaluation.report(postings);
    }

    private static SourceRecord record(JsonNode label, Path input, Map<String, Map<String, SourceRecord>> files)
            throws IOException {
        String file = label.path("file").asText();
        if (file.isEmpty() || !Files.isRegularFile(input.resolve(file))) {
            throw new IllegalArgumentException("There is no file '" + file + "' in " + input);
        }
        Map<String, SourceRecord> records = files.get(file);
        if (records == null) {
            records = records(input, file);
            files.put(file, records);
        }
        String record = text(label, "record");
        SourceRecord found = record == null && records.size() == 1
                ? records.values().iterator().next()
                : records.get(record);
        if (found == null) {
            throw new IllegalArgumentException("There is no record " + record + " in " + file);
        }
        return found;
    }

    private static Map<String, SourceRecord> records(Path input, String file) throws IOException {
        Map<String, SourceRecord> records = new LinkedHashMap<>();
        try (SourceRecords all =
                Sources.read(file, Files.newInputStream(input.resolve(file)), ReadOptions.standard())) {
            while (all.hasNext()) {
                SourceRecord record = all.next();
                records.put(record.sourceRecord(), record);
            }
        }
        return records;
    }

    private void judge(JsonNode label, SourceRecord record, Function<RawPosting, Posting> parser) {
        id = label.path("id").asText();
        posting = null;
        if (record instanceof SourceRecord.Accepted accepted) {
            try {
                posting = parser.apply(accepted.posting());
            } catch (RuntimeException e) {
                judgements.add(new Judgement(id, "posting", Verdict.MISSED, "parser failed", e.toString()));
            }
        } else {
            String detail = record instanceof SourceRecord.Rejected rejected
                    ? rejected.rejection().detail()
                    : "its page is gone";
            judgements.add(new Judgement(id, "posting", Verdict.MISSED, "rejected", detail));
        }
        titleAndCompany(label);
        places(label);
        one(
                "work mode",
                text(label, "work_mode"),
                posting == null ? null : posting.workMode().mode().name(),
                posting == null ? null : posting.workMode().evidence());
        codes(label);
        salaries(label);
        experienceAndDegrees(label);
        if (label.has("skills")) {
            skills(label);
        }
        if (label.has("requirement_lines")) {
            lines(label);
        }
        one("main language", text(label, "language"), posting == null ? null : posting.language(), null);
        one(
                "encoding repair",
                text(label, "encoding_repair"),
                posting == null ? null : posting.encodingRepair().name(),
                null);
    }

    // ---------------------------------------------------------------- fields

    private void titleAndCompany(JsonNode label) {
        String title = posting == null || posting.title() == null
                ? null
                : posting.title().title();
        if (label.has("title")) {
            exact("title", text(label, "title"), title, title == null ? List.of() : List.of(title));
        }
        CompanyMention company = null;
        for (CompanyMention mention : posting == null ? List.<CompanyMention>of() : posting.companies()) {
            if (company == null || company.role() != CompanyRole.POSTER && mention.role() == CompanyRole.POSTER) {
                company = mention;
            }
        }
        List<String> names = new ArrayList<>();
        if (company != null) {
            names.add(company.name());
            if (company.legalSuffix() != null) {
                names.add(company.name() + " " + company.legalSuffix());
            }
            if (company.rawText() != null) {
                names.add(company.rawText());
            }
        }
        if (label.has("company")) {
            exact("company", text(label, "company"), company == null ? null : company.name(), names);
        }
    }

    private void places(JsonNode label) {
        Set<String> sites = new LinkedHashSet<>();
        Set<String> countries = new LinkedHashSet<>();
        for (JsonNode site : label.path("work_sites")) {
            String city = text(site, "city");
            String country = text(site, "country");
            if (city != null) {
                sites.add(normal(city) + ", " + country);
            }
            if (country != null) {
                countries.add(country);
            }
        }
        Map<String, Evidence> readSites = new LinkedHashMap<>();
        Map<String, Evidence> readCountries = new LinkedHashMap<>();
        for (PlaceMention mention : posting == null ? List.<PlaceMention>of() : posting.places()) {
            if (mention.role() == LocationRole.WORK_SITE && mention.place() != null) {
                if (mention.place().city() != null) {
                    readSites.putIfAbsent(
                            normal(mention.place().city()) + ", "
                                    + mention.place().countryCode(),
                            mention.evidence());
                }
                if (mention.place().countryCode() != null) {
                    readCountries.putIfAbsent(mention.place().countryCode(), mention.evidence());
                }
            }
        }
        if (label.has("work_sites")) {
            set("work sites", sites, readSites);
            set("countries", countries, readCountries);
        }
    }

    private void codes(JsonNode label) {
        Map<String, Evidence> regions = new LinkedHashMap<>();
        Map<String, Evidence> types = new LinkedHashMap<>();
        Map<String, Evidence> languages = new LinkedHashMap<>();
        if (posting != null) {
            for (RemoteRegion region : posting.remoteRegions()) {
                regions.putIfAbsent(region.code(), region.evidence());
            }
            for (EmploymentTypeReading type : posting.employmentTypes()) {
                types.putIfAbsent(type.type().name(), type.evidence());
            }
            for (LanguageDemand demand : posting.languages()) {
                languages.putIfAbsent(demand.language(), demand.evidence());
            }
        }
        if (label.has("remote_regions")) {
            set("remote regions", strings(label, "remote_regions", null), regions);
        }
        if (label.has("employment_types")) {
            set("employment types", strings(label, "employment_types", null), types);
        }
        if (label.has("languages")) {
            set("human languages", strings(label, "languages", "language"), languages);
        }
    }

    private void salaries(JsonNode label) {
        String status = posting == null
                ? null
                : switch (posting.salaryStatus()) {
                    case STRUCTURED, PARSED, CONFLICT -> "STATED";
                    default -> posting.salaryStatus().name();
                };
        one("salary status", text(label, "salary_status"), status, null);

        if (!label.has("salaries")) {
            return;
        }
        List<Salary> labelled = salaries(label, "salaries");
        List<Salary> optional = salaries(label, "optional_salaries");
        Map<Salary, PayStatement> read = new LinkedHashMap<>();
        for (PayStatement pay : posting == null ? List.<PayStatement>of() : posting.pay()) {
            if (pay.min() != null || pay.max() != null) {
                String period = pay.period() == null ? null : pay.period().name();
                read.putIfAbsent(new Salary(plain(pay.min()), plain(pay.max()), pay.currency(), period), pay);
            }
        }
        Count count = counts.get("salaries");
        boolean[] found = new boolean[labelled.size()];
        read.forEach((salary, pay) -> {
            for (int i = 0; i < found.length; i++) {
                if (!found[i] && labelled.get(i).agrees(salary, pay)) {
                    found[i] = true;
                    count.right++;
                    count.found++;
                    count.predicted++;
                    right("salaries", salary.toString());
                    return;
                }
            }
            if (optional.stream().noneMatch(one -> one.sameAmounts(salary))) {
                count.predicted++;
                wrong("salaries", salary.toString(), pay.evidence());
            }
        });
        count.labelled += labelled.size();
        for (int i = 0; i < found.length; i++) {
            if (!found[i]) {
                missed("salaries", labelled.get(i).toString());
            }
        }
    }

    private void experienceAndDegrees(JsonNode label) {
        Set<String> years = new LinkedHashSet<>();
        for (JsonNode demand : label.path("experience")) {
            years.add(range(number(demand, "min"), number(demand, "max")));
        }
        Map<String, Evidence> readYears = new LinkedHashMap<>();
        Map<String, Evidence> readDegrees = new LinkedHashMap<>();
        if (posting != null) {
            for (ExperienceDemand demand : posting.experience()) {
                if (demand.min() != null || demand.max() != null) {
                    readYears.putIfAbsent(range(plain(demand.min()), plain(demand.max())), demand.evidence());
                }
            }
            for (DegreeDemand degree : posting.degrees()) {
                readDegrees.putIfAbsent(
                        degree.level() == null ? "UNSPECIFIED" : degree.level().name(), degree.evidence());
            }
        }
        if (label.has("experience")) {
            set("experience", years, readYears);
        }
        if (label.has("degrees")) {
            set("degree levels", strings(label, "degrees", "level"), readDegrees);
        }
    }

    private void skills(JsonNode label) {
        record Labelled(String surface, String normal, String skillId, Modality modality) {}
        List<Labelled> labelled = new ArrayList<>();
        for (JsonNode skill : label.path("skills")) {
            String surface = skill.path("surface").asText();
            labelled.add(new Labelled(
                    surface,
                    normal(surface),
                    skillId.apply(surface),
                    Modality.valueOf(skill.path("modality").asText())));
        }
        boolean[] found = new boolean[labelled.size()];
        Count count = counts.get("skills");
        for (SkillMention mention : posting == null ? List.<SkillMention>of() : posting.skills()) {
            count.predicted++;
            String surface = normal(mention.surface());
            String name = normal(mention.label());
            // The label that says the same words decides on modality; one that only means the same is found as well.
            int match = -1;
            int strength = 0;
            for (int i = 0; i < found.length; i++) {
                Labelled one = labelled.get(i);
                int agreement = one.normal().equals(surface)
                        ? 3
                        : one.normal().equals(name)
                                ? 2
                                : one.skillId() != null && one.skillId().equals(mention.skillId()) ? 1 : 0;
                found[i] |= agreement > 0;
                if (agreement > strength) {
                    match = i;
                    strength = agreement;
                }
            }
            if (match < 0) {
                wrong("skills", mention.surface(), mention.evidence());
            } else {
                count.right++;
                right("skills", mention.surface());
                modality(
                        "skills",
                        mention.surface(),
                        labelled.get(match).modality(),
                        mention.modality(),
                        mention.evidence());
            }
        }
        Count asked = counts.get("skills asked for");
        for (int i = 0; i < found.length; i++) {
            boolean demanded = labelled.get(i).modality() != Modality.MENTIONED;
            count.labelled++;
            count.found += found[i] ? 1 : 0;
            asked.labelled += demanded ? 1 : 0;
            asked.found += demanded && found[i] ? 1 : 0;
            if (!found[i]) {
                missed(
                        "skills",
                        labelled.get(i).surface() + " (" + labelled.get(i).modality() + ")");
            }
        }
        asked.right = asked.found;
        asked.predicted = asked.labelled;
    }

    private void lines(JsonNode label) {
        record Line(String text, List<String> words, Modality modality, Evidence evidence) {}
        List<Line> labelled = new ArrayList<>();
        for (JsonNode line : label.path("requirement_lines")) {
            String text = line.path("text").asText();
            labelled.add(new Line(
                    text, words(text), Modality.valueOf(line.path("modality").asText()), null));
        }
        Map<Integer, Line> read = new LinkedHashMap<>();
        for (Requirement requirement : posting == null ? List.<Requirement>of() : posting.requirements()) {
            read.merge(
                    requirement.lineNo(),
                    new Line(
                            requirement.text(),
                            words(requirement.text()),
                            requirement.modality(),
                            requirement.evidence()),
                    (a, b) -> new Line(a.text(), a.words(), a.modality().or(b.modality()), a.evidence()));
        }
        boolean[] used = new boolean[labelled.size()];
        Count count = counts.get("requirement lines");
        for (Line line : read.values()) {
            int best = -1;
            double bestShare = 0;
            for (int i = 0; i < used.length; i++) {
                double share = used[i] ? 0 : share(line.words(), labelled.get(i).words());
                if (share >= SAME_LINE && share > bestShare) {
                    best = i;
                    bestShare = share;
                }
            }
            count.predicted++;
            if (best < 0) {
                wrong("requirement lines", line.text(), null);
            } else {
                used[best] = true;
                count.right++;
                count.found++;
                right("requirement lines", line.text());
                modality("lines", line.text(), labelled.get(best).modality(), line.modality(), line.evidence());
            }
        }
        count.labelled += labelled.size();
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                missed("requirement lines", labelled.get(i).text());
            }
        }
    }

    // ---------------------------------------------------------------- comparisons

    /** An accuracy; nothing is judged where the label is null. */
    private void one(String field, String labelled, String read, Evidence evidence) {
        if (labelled == null) {
            return;
        }
        accuracy(field, labelled.equals(read));
        if (labelled.equals(read)) {
            right(field, read);
        } else {
            missed(field, labelled);
            wrong(field, read, evidence);
        }
    }

    /** An accuracy of words; a null label is judged too: there nothing must be read. */
    private void exact(String field, String labelled, String read, List<String> forms) {
        boolean right = labelled == null
                ? read == null
                : forms.stream().map(Evaluation::normal).anyMatch(normal(labelled)::equals);
        accuracy(field, right);
        if (right) {
            right(field, read);
        } else {
            missed(field, labelled);
            wrong(field, read, null);
        }
    }

    private void modality(String of, String value, Modality labelled, Modality read, Evidence evidence) {
        accuracy("modality", labelled == read);
        accuracy("modality of " + of, labelled == read);
        if (labelled == read) {
            right("modality of " + of, value + ": " + read);
        } else {
            wrong("modality of " + of, value + ": " + read + " instead of " + labelled, evidence);
        }
    }

    private void accuracy(String field, boolean right) {
        Count count = counts.get(field);
        count.predicted++;
        count.labelled++;
        count.right += right ? 1 : 0;
        count.found += right ? 1 : 0;
    }

    private void set(String field, Set<String> labelled, Map<String, Evidence> read) {
        Count count = counts.get(field);
        count.labelled += labelled.size();
        count.predicted += read.size();
        read.forEach((value, evidence) -> {
            if (labelled.contains(value)) {
                count.right++;
                count.found++;
                right(field, value);
            } else {
                wrong(field, value, evidence);
            }
        });
        labelled.stream().filter(value -> !read.containsKey(value)).forEach(value -> missed(field, value));
    }

    private void right(String field, String value) {
        if (value != null) {
            judgements.add(new Judgement(id, field, Verdict.RIGHT, value, null));
        }
    }

    private void missed(String field, String value) {
        if (value != null) {
            judgements.add(new Judgement(id, field, Verdict.MISSED, value, null));
        }
    }

    private void wrong(String field, String value, Evidence evidence) {
        if (value != null) {
            judgements.add(new Judgement(id, field, Verdict.WRONG, value, shown(evidence)));
        }
    }

    /** The words that a value was read from, in brackets, with a few words around, and the rule. */
    private String shown(Evidence evidence) {
        if (evidence == null) {
            return null;
        }
        String whole = switch (evidence.field()) {
            case MARKUP -> null;
            case HEADER -> posting.header();
            case TITLE -> posting.title() == null ? null : posting.title().raw();
            case TEXT -> posting.text();
        };
        String where = evidence.field() + " " + evidence.ruleId();
        if (whole == null || evidence.start() == null || evidence.end() == null || evidence.end() > whole.length()) {
            return where;
        }
        int from = Math.max(0, evidence.start() - CONTEXT);
        int to = Math.min(whole.length(), evidence.end() + CONTEXT);
        String words = whole.substring(from, evidence.start())
                + "[" + whole.substring(evidence.start(), evidence.end()) + "]"
                + whole.substring(evidence.end(), to);
        return where + ": " + words.replaceAll("\\s+", " ");
    }

    // ---------------------------------------------------------------- values

    /** One labelled or predicted pay; amounts without trailing zeros. */
    private record Salary(BigDecimal min, BigDecimal max, String currency, String period) {
        /** All four the same; where the label has no period, an inferred year is right too. */
        boolean agrees(Salary read, PayStatement pay) {
            boolean samePeriod = Objects.equals(period, read.period)
                    || period == null && pay.periodInferred() && pay.period() == PayPeriod.YEAR;
            return Objects.equals(min, read.min)
                    && Objects.equals(max, read.max)
                    && Objects.equals(currency, read.currency)
                    && samePeriod;
        }

        /** The same numbers: a bare number in a chip says neither which bound it is nor in what currency. */
        boolean sameAmounts(Salary other) {
            return amounts().equals(other.amounts());
        }

        private Set<BigDecimal> amounts() {
            Set<BigDecimal> amounts = new LinkedHashSet<>();
            amounts.add(min);
            amounts.add(max);
            amounts.remove(null);
            return amounts;
        }

        @Override
        public String toString() {
            return range(min, max) + " " + currency + "/" + period;
        }
    }

    private static List<Salary> salaries(JsonNode label, String field) {
        List<Salary> all = new ArrayList<>();
        for (JsonNode pay : label.path(field)) {
            all.add(new Salary(number(pay, "min"), number(pay, "max"), text(pay, "currency"), text(pay, "period")));
        }
        return all;
    }

    private static Set<String> strings(JsonNode label, String field, String inner) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode value : label.path(field)) {
            all.add(inner == null ? value.asText() : value.path(inner).asText());
        }
        return all;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static BigDecimal number(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : plain(new BigDecimal(text));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static String range(BigDecimal min, BigDecimal max) {
        return (min == null ? "" : min.toPlainString()) + "~" + (max == null ? "" : max.toPlainString());
    }

    /** A text as it is compared: NFKC, lower case, each run of other characters as one blank. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9+#.]+", " ")
                .strip();
    }

    private static List<String> words(String text) {
        String normal = normal(text);
        return normal.isEmpty() ? List.of() : List.of(normal.split(" "));
    }

    /** The share of words in common, of the line that has the smaller share. */
    static double share(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Map<String, Integer> left = new HashMap<>();
        other.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : one) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return (double) common / Math.max(one.size(), other.size());
    }

    // ---------------------------------------------------------------- counts

    private void declare(String field, Kind kind, Double target, Double recallTarget) {
        counts.put(field, new Count(kind, target, recallTarget));
    }

    private EvaluationReport report(int postings) {
        List<Measure> measures = new ArrayList<>();
        counts.forEach((field, count) -> measures.add(new Measure(
                field,
                count.kind,
                count.right,
                count.predicted,
                count.found,
                count.labelled,
                count.target,
                count.recallTarget)));
        return new EvaluationReport(postings, List.copyOf(measures), List.copyOf(judgements));
    }

    private static final class Count {
        private final Kind kind;
        private final Double target;
        private final Double recallTarget;
        private int right;
        private int predicted;
        private int found;
        private int labelled;

        private Count(Kind kind, Double target, Double recallTarget) {
            this.kind = kind;
            this.target = target;
            this.recallTarget = recallTarget;
        }
    }
}
