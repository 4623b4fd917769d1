package io.jobmart.explain;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.Modality;
import io.jobmart.model.OccupationReading;
import io.jobmart.model.PayStatement;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Requirement;
import io.jobmart.model.SkillMention;
import io.jobmart.model.TitleReading;
import io.jobmart.model.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One value of a posting with the words that it was read from.
 *
 * @param field what the value is: "work site", "requirement 3"
 * @param value null when the posting gives none, which the status explains
 * @param status null for what is not read but found out, such as the language of the text
 * @param modality null for what is not asked for
 * @param evidence null for values that are not read from one place
 * @param words the characters that the evidence points to; null when it points to none
 */
public record Finding(
        FindingKind kind,
        String field,
        String value,
        ValueStatus status,
        Modality modality,
        Evidence evidence,
        String words) {

    /** Every value of a posting, in the order of the kinds. */
    public static List<Finding> of(Posting posting) {
        Collector findings = new Collector(posting);
        TitleReading title = posting.title();
        findings.add(FindingKind.TITLE, "title", title.title(), null, null, null);
        if (title.seniority() != null) {
            findings.read(FindingKind.TITLE, "seniority", lower(title.seniority()), title.seniorityEvidence());
        }
        if (title.occupation() != null && title.occupation().code() != null) {
            findings.read(
                    FindingKind.TITLE,
                    "occupation",
                    OccupationReading.CLASSIFICATION + " " + title.occupation().code() + ", confidence "
                            + title.occupation().confidence(),
                    title.occupation().evidence());
        }
        for (CompanyMention company : posting.companies()) {
            findings.read(
                    FindingKind.COMPANY,
                    company.role() == CompanyRole.POSTER ? "company" : "company, " + lower(company.role()),
                    words(company.name(), company.legalSuffix()),
                    company.evidence());
        }
        workplace(posting, findings);
        for (EmploymentTypeReading type : posting.employmentTypes()) {
            findings.read(FindingKind.EMPLOYMENT_TYPE, "employment type", lower(type.type()), type.evidence());
        }
        pay(posting, findings);
        demands(posting, findings);
        for (SkillMention skill : posting.skills()) {
            findings.add(
                    FindingKind.SKILL,
                    "skill",
                    words(
                            skill.label(),
                            skill.yearsMin() == null ? null : "(" + plain(skill.yearsMin()) + "+ years)",
                            skill.mentions() > 1 ? "×" + skill.mentions() : null),
                    null,
                    skill.modality(),
                    skill.evidence());
        }
        requirements(posting, findings);
        if (posting.postedDate() != null) {
            findings.add(FindingKind.DATE, "posted", posting.postedDate().toString(), null, null, null);
        }
        if (posting.validThroughDate() != null) {
            findings.add(
                    FindingKind.DATE,
                    "valid through",
                    posting.validThroughDate().toString(),
                    null,
                    null,
                    null);
        }
        findings.add(
                FindingKind.TEXT,
                "language of text",
                posting.language() == null ? "could not be told" : name(posting.language()),
                null,
                null,
                null);
        if (posting.encodingRepair() != EncodingFlavour.NONE) {
            findings.add(
                    FindingKind.TEXT,
                    "encoding repair",
                    "UTF-8 that had been read as "
                            + (posting.encodingRepair() == EncodingFlavour.CP1252 ? "windows-1252" : "Mac Roman"),
                    null,
                    null,
                    null);
        }
        return findings.list;
    }

    /** The status and modality in words; "" for a value that simply is there. */
    public String standing() {
        return words(
                modality == null ? null : lower(modality),
                status == null || status == ValueStatus.PARSED ? null : lower(status));
    }

    /** What stands behind the words in a page: the field, where it says more than the kind. */
    String label() {
        return switch (kind) {
            case TITLE, PLACE -> field;
            case COMPANY -> field.substring(field.indexOf(',') + 1).strip();
            default -> lower(kind);
        };
    }

    /** Whether the evidence is a range of characters of this part. */
    boolean in(EvidenceField field) {
        return words != null && evidence.field() == field;
    }

    private static void workplace(Posting posting, Collector findings) {
        for (PlaceMention mention : posting.places()) {
            findings.add(
                    FindingKind.PLACE,
                    lower(mention.role()),
                    mention.place() == null ? "“" + mention.rawText() + "”" : place(mention.place()),
                    mention.status(),
                    null,
                    mention.evidence());
        }
        findings.add(
                FindingKind.WORK_MODE,
                "work mode",
                posting.workMode().evidence() == null
                        ? null
                        : lower(posting.workMode().mode()),
                posting.workMode().status(),
                null,
                posting.workMode().evidence());
        for (RemoteRegion region : posting.remoteRegions()) {
            findings.read(FindingKind.REMOTE_REGION, "remote from", region.code(), region.evidence());
        }
    }

    private static void pay(Posting posting, Collector findings) {
        for (PayStatement pay : posting.pay()) {
            findings.add(
                    FindingKind.PAY,
                    pay.headline() ? "pay, headline" : "pay",
                    words(
                                    pay.currency(),
                                    range(pay.min(), pay.max()),
                                    pay.period() == null
                                            ? "(period not known)"
                                            : "a " + lower(pay.period()) + (pay.periodInferred() ? " (inferred)" : ""))
                            + ", " + lower(pay.kind()),
                    pay.status(),
                    null,
                    pay.evidence());
        }
        if (posting.pay().isEmpty()) {
            findings.add(FindingKind.PAY, "pay", null, posting.salaryStatus(), null, null);
        }
    }

    private static void demands(Posting posting, Collector findings) {
        for (ExperienceDemand years : posting.experience()) {
            String range = range(years.min(), years.max());
            findings.add(
                    FindingKind.EXPERIENCE,
                    "experience",
                    range == null
                            ? null
                            : words(
                                    range,
                                    (range.equals("1") ? "year" : "years") + (years.area() == null ? "" : ":"),
                                    years.area()),
                    years.status(),
                    years.modality(),
                    years.evidence());
        }
        if (posting.experience().isEmpty()) {
            findings.add(FindingKind.EXPERIENCE, "experience", null, posting.experienceStatus(), null, null);
        }
        for (DegreeDemand degree : posting.degrees()) {
            findings.add(
                    FindingKind.DEGREE,
                    "degree",
                    words(
                            degree.level() == null ? "level not stated" : lower(degree.level()),
                            degree.fieldOfStudy() == null ? null : "in " + degree.fieldOfStudy(),
                            degree.orEquivalent() ? "or equivalent" : null),
                    degree.status(),
                    degree.modality(),
                    degree.evidence());
        }
        if (posting.degrees().isEmpty()) {
            findings.add(FindingKind.DEGREE, "degree", null, posting.degreeStatus(), null, null);
        }
        for (LanguageDemand language : posting.languages()) {
            findings.add(
                    FindingKind.LANGUAGE,
                    "language",
                    words(name(language.language()), language.proficiency()),
                    null,
                    language.modality(),
                    language.evidence());
        }
    }

    private static void requirements(Posting posting, Collector findings) {
        Map<Integer, Integer> alternatives = new HashMap<>();
        for (Requirement requirement : posting.requirements()) {
            alternatives.merge(requirement.groupNo(), requirement.alternativeNo(), Math::max);
        }
        for (Requirement requirement : posting.requirements()) {
            boolean choice = alternatives.get(requirement.groupNo()) > 1;
            findings.add(
                    FindingKind.REQUIREMENT,
                    "requirement " + requirement.groupNo()
                            + (choice ? ", alternative " + requirement.alternativeNo() : ""),
                    words(lower(requirement.type()) + ":", requirement.label()),
                    null,
                    requirement.modality(),
                    requirement.evidence());
        }
    }

    private static String place(Place place) {
        String name = Stream.of(place.city(), place.region(), place.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? place.name() : name;
    }

    /** "German (de)" for "de". */
    private static String name(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH) + " (" + language + ")";
    }

    private static String range(BigDecimal min, BigDecimal max) {
        if (min == null) {
            return max == null ? null : "up to " + plain(max);
        }
        if (max == null) {
            return plain(min) + "+";
        }
        return min.compareTo(max) == 0 ? plain(min) : plain(min) + "–" + plain(max);
    }

    private static String plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, shortest.scale()) + "f", shortest);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static final class Collector {
        private final Posting posting;
        private final List<Finding> list = new ArrayList<>();

        Collector(Posting posting) {
            this.posting = posting;
        }

        void read(FindingKind kind, String field, String value, Evidence evidence) {
            add(kind, field, value, null, null, evidence);
        }

        /** A value that has no status of its own has that of its evidence. */
        void add(
                FindingKind kind,
                String field,
                String value,
                ValueStatus status,
                Modality modality,
                Evidence evidence) {
            ValueStatus known = status != null || evidence == null
                    ? status
                    : evidence.field() == EvidenceField.MARKUP ? ValueStatus.STRUCTURED : ValueStatus.PARSED;
            list.add(new Finding(
                    kind, field, value, known, modality, evidence, evidence == null ? null : quoted(evidence)));
        }

        private String quoted(Evidence evidence) {
            String whole = switch (evidence.field()) {
                case MARKUP -> null;
                case HEADER -> posting.header();
                case TITLE -> posting.title().raw();
                case TEXT -> posting.text();
            };
            return whole == null || evidence.start() == null ? null : whole.substring(evidence.start(), evidence.end());
        }
    }
}
