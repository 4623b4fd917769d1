package io.jobmart.tables;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Fingerprint;
import io.jobmart.model.Keys;
import io.jobmart.model.LocationPrecision;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Modality;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.PayStatement;
import io.jobmart.model.PersonalDatum;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.Requirement;
import io.jobmart.model.RequirementType;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.SkillMention;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TitleReading;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.model.WorkModeReading;
import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.privacy.PersonalDataFinder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A posting made by hand: states nothing but its title until told otherwise. */
final class PostingFixture {
    static final String TEXT =
            "We look for an engineer.\nBachelor's and 4+ years, OR Master's and 3+ years, OR PhD and 2+"
                    + " years.\nPython is a plus. We pay 60000 to 70000 EUR.";

    private final String id;
    private String source = "board";
    private String title = "Engineer";
    private String text = TEXT;
    private String contentHash;
    private LocalDate posted;
    private LocalDate validThrough;
    private ValueStatus salaryStatus = ValueStatus.NOT_STATED;
    private ValueStatus experienceStatus = ValueStatus.NOT_STATED;
    private ValueStatus degreeStatus = ValueStatus.NOT_STATED;
    private final List<CompanyMention> companies = new ArrayList<>();
    private final List<PlaceMention> places = new ArrayList<>();
    private final List<PayStatement> pay = new ArrayList<>();
    private final List<ExperienceDemand> experience = new ArrayList<>();
    private final List<DegreeDemand> degrees = new ArrayList<>();
    private final List<SkillMention> skills = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<PostingIssue> issues = new ArrayList<>();
    private Fingerprint fingerprint = Fingerprint.NONE;

    private List<PersonalDatum> personalData() {
        List<PersonalDatum> data = new ArrayList<>(PersonalDataFinder.find(text, EvidenceField.TEXT));
        data.addAll(PersonalDataFinder.find(title, EvidenceField.TITLE));
        companies.forEach(company -> data.addAll(PersonalDataFinder.find(company.name(), EvidenceField.MARKUP)));
        return data;
    }

    private PostingFixture(String id) {
        this.id = id;
    }

    static PostingFixture posting(String id) {
        return new PostingFixture(id);
    }

    static Place place(String id, String city, String country) {
        return new Place(
                "geonames:" + id,
                city,
                city,
                null,
                null,
                country,
                country,
                50.0,
                8.0,
                LocationPrecision.CITY,
                Long.valueOf(id));
    }

    PostingFixture source(String value) {
        source = value;
        return this;
    }

    PostingFixture title(String value) {
        title = value;
        return this;
    }

    PostingFixture text(String value) {
        text = value;
        return this;
    }

    /** Content with this name; postings with no name of their own differ by their id. */
    PostingFixture content(String value) {
        contentHash = value;
        return this;
    }

    PostingFixture posted(String day) {
        posted = LocalDate.parse(day);
        return this;
    }

    PostingFixture validThrough(String day) {
        validThrough = LocalDate.parse(day);
        return this;
    }

    PostingFixture company(String name, CompanyRole role) {
        companies.add(new CompanyMention(
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                null,
                null,
                null,
                role,
                name,
                Evidence.markup("company.x")));
        return this;
    }

    /** A company that posts, in an industry. */
    PostingFixture companyIn(String name, String industry) {
        companies.add(new CompanyMention(
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                null,
                null,
                industry,
                CompanyRole.POSTER,
                name,
                Evidence.markup("company.x")));
        return this;
    }

    PostingFixture site(Place place, boolean primary) {
        return place(place, LocationRole.WORK_SITE, primary, place.name());
    }

    PostingFixture place(Place place, LocationRole role, boolean primary, String raw) {
        places.add(new PlaceMention(
                place,
                role,
                primary,
                raw,
                place == null ? ValueStatus.UNPARSED : ValueStatus.STRUCTURED,
                Evidence.markup("place.x")));
        return this;
    }

    PostingFixture pay(String min, String max, PayPeriod period, boolean headline, Evidence evidence) {
        salaryStatus = ValueStatus.PARSED;
        pay.add(new PayStatement(
                PayKind.BASE,
                "EUR",
                period,
                false,
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max),
                null,
                headline,
                ValueStatus.PARSED,
                min + " to " + max,
                evidence));
        return this;
    }

    PostingFixture years(String min, Modality modality) {
        experienceStatus = ValueStatus.PARSED;
        experience.add(new ExperienceDemand(
                new BigDecimal(min), null, null, modality, ValueStatus.PARSED, Evidence.text(0, 5, "experience.x")));
        return this;
    }

    PostingFixture degree(DegreeLevel level, Modality modality) {
        degreeStatus = ValueStatus.PARSED;
        degrees.add(
                new DegreeDemand(level, null, false, modality, ValueStatus.PARSED, Evidence.text(6, 9, "degree.x")));
        return this;
    }

    PostingFixture skill(String id, Modality modality) {
        skills.add(new SkillMention(id, id, modality, id, 1, false, null, Evidence.text(0, 2, "skill.x")));
        return this;
    }

    PostingFixture requires(RequirementType type, String years, DegreeLevel level, int group, int alternative) {
        requirements.add(new Requirement(
                type,
                level == null ? "experience" : level.name(),
                null,
                years == null ? null : new BigDecimal(years),
                null,
                level,
                null,
                null,
                null,
                null,
                1,
                Modality.REQUIRED,
                group,
                alternative,
                "the line",
                SectionKind.REQUIREMENTS,
                Evidence.text(0, 8, "requirement.x")));
        return this;
    }

    PostingFixture requiresSkill(String skill, int group) {
        requirements.add(new Requirement(
                RequirementType.SKILL,
                skill,
                skill,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                2,
                Modality.REQUIRED,
                group,
                1,
                "the line",
                SectionKind.REQUIREMENTS,
                Evidence.text(0, 8, "requirement.x")));
        return this;
    }

    PostingFixture issue(io.jobmart.model.Issue issue) {
        issues.add(new PostingIssue(issue, null));
        return this;
    }

    PostingFixture fingerprint(Fingerprint value) {
        fingerprint = value;
        return this;
    }

    /** The posting as a staged record of a dump. */
    ParsedRecord in(String batch, String day, String file, String record) {
        String postingId = "id:" + source + "/" + id;
        Posting posting = new Posting(
                Keys.of("posting", postingId),
                postingId,
                contentHash != null ? contentHash : Keys.hash("content", postingId),
                "https://example.org/" + id,
                "example.org/" + id,
                file,
                record,
                source,
                SourceFormat.JSON_LD_LINES,
                null,
                new TitleReading(title, title, null, null),
                companies,
                places,
                new WorkModeReading(WorkMode.NOT_STATED, ValueStatus.NOT_STATED, null),
                List.of(),
                List.of(),
                posted,
                validThrough,
                salaryStatus,
                pay,
                experienceStatus,
                experience,
                degreeStatus,
                degrees,
                List.of(),
                skills,
                requirements,
                List.of(new Section(SectionKind.GENERAL, null, 0, text.length())),
                null,
                text,
                "en",
                EncodingFlavour.NONE,
                fingerprint,
                issues,
                personalData());
        long reading = Keys.of("reading", batch, day, file, record);
        return BuiltTables.record(
                batch,
                day,
                source,
                file,
                record,
                reading,
                posting.postingKey(),
                posting.contentHash(),
                posting,
                null,
                null);
    }
}
