package io.jobmart.cli;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.Evidence;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.PayStatement;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Requirement;
import io.jobmart.model.SkillMention;
import io.jobmart.model.TitleReading;
import io.jobmart.model.WorkMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One value of a posting with the words that it was read from.
 *
 * @param field what the value is, in the words of the data dictionary
 * @param evidence null for values that are not read from one place
 * @param words the characters that the evidence points to; null when it points to none
 */
record Finding(String field, String value, Evidence evidence, String words) {

    /** Every value of a posting, in the order in which a person would ask for them. */
    static List<Finding> of(Posting posting) {
        Collector findings = new Collector(posting);
        TitleReading title = posting.title();
        findings.add("title", title.title(), null);
        if (title.seniority() != null) {
            findings.add("seniority", title.seniority().name(), title.seniorityEvidence());
        }
        for (CompanyMention company : posting.companies()) {
            findings.add(
                    "company " + lower(company.role()),
                    words(company.name(), company.legalSuffix()),
                    company.evidence());
        }
        for (PlaceMention place : posting.places()) {
            String name = place.place() == null
                    ? "? " + place.rawText()
                    : Stream.of(
                                    place.place().city(),
                                    place.place().region(),
                                    place.place().country())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
            findings.add(lower(place.role()), name.isEmpty() ? place.place().name() : name, place.evidence());
        }
        if (posting.workMode().mode() != WorkMode.NOT_STATED) {
            findings.add(
                    "work mode",
                    posting.workMode().mode().name(),
                    posting.workMode().evidence());
        }
        for (RemoteRegion region : posting.remoteRegions()) {
            findings.add("remote region", region.code(), region.evidence());
        }
        for (EmploymentTypeReading type : posting.employmentTypes()) {
            findings.add("employment type", type.type().name(), type.evidence());
        }
        for (PayStatement pay : posting.pay()) {
            findings.add(pay.headline() ? "pay (headline)" : "pay", pay(pay), pay.evidence());
        }
        if (posting.pay().isEmpty()) {
            findings.add("pay", posting.salaryStatus().name(), null);
        }
        for (ExperienceDemand years : posting.experience()) {
            findings.add(
                    "experience",
                    words(range(years.min(), years.max()), "years", years.area(), lower(years.modality())),
                    years.evidence());
        }
        for (DegreeDemand degree : posting.degrees()) {
            findings.add(
                    "degree",
                    words(
                            degree.level() == null
                                    ? "level not stated"
                                    : degree.level().name(),
                            degree.fieldOfStudy() == null ? null : "in " + degree.fieldOfStudy(),
                            degree.orEquivalent() ? "or equivalent" : null,
                            lower(degree.modality())),
                    degree.evidence());
        }
        for (LanguageDemand language : posting.languages()) {
            findings.add(
                    "language",
                    words(language.language(), language.proficiency(), lower(language.modality())),
                    language.evidence());
        }
        for (SkillMention skill : posting.skills()) {
            findings.add("skill", words(skill.label(), lower(skill.modality())), skill.evidence());
        }
        for (Requirement requirement : posting.requirements()) {
            findings.add(
                    "requirement " + requirement.groupNo() + "." + requirement.alternativeNo(),
                    words(requirement.type().name(), requirement.label(), lower(requirement.modality())),
                    requirement.evidence());
        }
        findings.add(
                "posted",
                posting.postedDate() == null ? null : posting.postedDate().toString(),
                null);
        findings.add(
                "valid through",
                posting.validThroughDate() == null
                        ? null
                        : posting.validThroughDate().toString(),
                null);
        findings.add("language of text", posting.language(), null);
        findings.add("encoding repair", posting.encodingRepair().name(), null);
        posting.issues()
                .forEach(issue -> findings.add("issue", words(issue.issue().name(), issue.detail()), null));
        return findings.list;
    }

    private static String pay(PayStatement pay) {
        return words(
                pay.currency(),
                range(pay.min(), pay.max()),
                pay.period() == null
                        ? "period not known"
                        : "a " + lower(pay.period()) + (pay.periodInferred() ? " (inferred)" : ""),
                lower(pay.kind()),
                lower(pay.status()));
    }

    private static String range(BigDecimal min, BigDecimal max) {
        if (min == null) {
            return "up to " + plain(max);
        }
        if (max == null) {
            return plain(min) + "+";
        }
        return min.compareTo(max) == 0 ? plain(min) : plain(min) + "–" + plain(max);
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
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

        void add(String field, String value, Evidence evidence) {
            if (value != null) {
                list.add(new Finding(field, value, evidence, evidence == null ? null : quoted(evidence)));
            }
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
