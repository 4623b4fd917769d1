package io.jobmart.parse;

import io.jobmart.model.BuildInfo;
import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Issue;
import io.jobmart.model.Keys;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.LocationRole;
import io.jobmart.model.PersonalDatum;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Requirement;
import io.jobmart.model.Section;
import io.jobmart.model.SkillMention;
import io.jobmart.model.TitleReading;
import io.jobmart.model.ValueStatus;
import io.jobmart.privacy.PersonalDataFinder;
import io.jobmart.text.Document;
import io.jobmart.text.Documents;
import io.jobmart.text.LanguageIdentifier;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Sections;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.SkillVocabulary;
import io.jobmart.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads a posting: from what a format gave to every value that the warehouse publishes.
 *
 * <p>The text is cut into blocks and tokens once; each reader then wakes at its trigger words and looks at the line
 * around them. Nothing is thrown for bad data: what can't be read is null with an issue. A parser is immutable and
 * shared by all threads of a process.
 */
public final class PostingParser {
    /** Longer texts are cut: the longest honest postings have some 60,000 characters. */
    static final int MAX_TEXT = 1 << 19;

    private final Vocabularies vocabularies;
    private final Lexicon lexicon;
    private final TitleReader titles;
    private final OccupationReader occupations;
    private final CompanyReader companies = new CompanyReader();
    private final WorkplaceReader workplaces;
    private final SkillReader skills;

    private PostingParser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
        Gazetteer gazetteer = vocabularies.gazetteer();
        SkillVocabulary vocabulary = vocabularies.skills();
        Lexicon.Builder words = Lexicon.builder();
        Sections.addTriggers(words);
        LineReader.addTriggers(words);
        TitleReader.addTriggers(words);
        CompanyReader.addTriggers(words);
        WorkplaceReader.addTriggers(words);
        PayReader.addTriggers(words);
        EmploymentTypeReader.addTriggers(words);
        DateReader.addTriggers(words);
        ExperienceReader.addTriggers(words);
        DegreeReader.addTriggers(words);
        LanguageDemandReader.addTriggers(words);
        RequirementReader.addTriggers(words);
        SkillReader.addTriggers(words, vocabulary);
        this.lexicon = words.build();
        this.titles = new TitleReader(gazetteer);
        this.occupations = new OccupationReader(vocabularies.occupations());
        this.workplaces = new WorkplaceReader(gazetteer);
        this.skills = new SkillReader(vocabulary, lexicon);
    }

    /** The parser with the vocabulary and the gazetteer that jobmart ships; made once a process. */
    public static PostingParser standard() {
        return Standard.PARSER;
    }

    /**
     * The parser with other vocabularies. The last one made is kept: all tasks of a process have the same, and making it
     * costs more than reading a thousand postings.
     */
    public static PostingParser of(Vocabularies vocabularies) {
        PostingParser standard = standard();
        if (vocabularies.version().equals(standard.vocabularies.version())) {
            return standard;
        }
        synchronized (PostingParser.class) {
            if (brought == null || !brought.vocabularies.version().equals(vocabularies.version())) {
                brought = new PostingParser(vocabularies);
            }
            return brought;
        }
    }

    private static PostingParser brought;

    /** What a staged result depends on beside the posting: the code and the vocabularies. */
    public String version() {
        return BuildInfo.version() + "+" + vocabularies.version();
    }

    /** All words that wake a reader. */
    Lexicon lexicon() {
        return lexicon;
    }

    private static String poster(List<CompanyMention> mentions) {
        for (CompanyMention mention : mentions) {
            if (mention.role() == CompanyRole.POSTER) {
                return mention.name();
            }
        }
        return null;
    }

    /** Reads one posting. */
    public Posting parse(RawPosting raw) {
        PostingView view = view(raw);
        List<CompanyMention> companyMentions = companies.read(view);
        TitleReading title = titles.read(view, poster(companyMentions));
        title = title.withOccupation(occupations.read(title));
        Workplace workplace = workplaces.read(view);
        Pay payReading = PayReader.read(view, country(workplace));
        Dates dateReading = DateReader.read(view);
        List<ExperienceDemand> experienceDemands = ExperienceReader.read(view);
        List<DegreeDemand> degreeDemands = DegreeReader.read(view);
        List<LanguageDemand> languageDemands = LanguageDemandReader.read(view);
        List<SkillHit> hits = skills.hits(view);
        List<SkillMention> mentions = skills.mentions(view, hits);
        List<Requirement> demanded =
                RequirementReader.read(view, experienceDemands, degreeDemands, languageDemands, hits);
        var types = EmploymentTypeReader.read(view);

        String contentHash = contentHash(raw, view.text());
        String url = raw.url();
        String canonicalUrl = CanonicalUrl.of(url);
        String postingId = PostingIdentity.of(raw, canonicalUrl, contentHash);
        if (view.text().isBlank()) {
            view.issue(Issue.TEXT_MISSING, null);
        } else if (view.language() == null) {
            view.issue(Issue.LANGUAGE_UNKNOWN, null);
        }
        return new Posting(
                Keys.of("posting", postingId),
                postingId,
                contentHash,
                url,
                canonicalUrl,
                raw.sourceFile(),
                raw.sourceRecord(),
                raw.source(),
                raw.format(),
                raw.dialect(),
                title,
                companyMentions,
                workplace.places(),
                workplace.mode(),
                workplace.remoteRegions(),
                types,
                dateReading.posted(),
                dateReading.validThrough(),
                payReading.status(),
                payReading.statements(),
                status(experienceDemands.stream().map(ExperienceDemand::status).toList()),
                experienceDemands,
                status(degreeDemands.stream().map(DegreeDemand::status).toList()),
                degreeDemands,
                languageDemands,
                mentions,
                demanded,
                view.sections(),
                raw.header(),
                view.text(),
                view.language(),
                raw.repair(),
                Fingerprints.of(raw, view, title.title()),
                issues(view),
                personalData(raw, view));
    }

    private PostingView view(RawPosting raw) {
        String description = raw.description() == null ? "" : raw.description();
        boolean cut = description.length() > MAX_TEXT;
        if (cut) {
            int end = Character.isHighSurrogate(description.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
            description = description.substring(0, end);
        }
        Document document = Documents.of(description, raw.descriptionFormat());
        Tokens tokens = Tokens.of(document, lexicon);
        List<Section> sections = Sections.of(document, tokens);
        List<Line> lines = LineReader.read(document, tokens, sections);
        PostingView view = new PostingView(
                raw,
                document,
                tokens,
                Tokens.of(Objects.requireNonNullElse(raw.title(), ""), lexicon),
                Tokens.of(Objects.requireNonNullElse(raw.header(), ""), lexicon),
                sections,
                lines,
                language(document.text(), raw.title()));
        raw.issues().forEach(found -> view.issue(found.issue(), found.detail()));
        if (cut) {
            view.issue(Issue.VALUES_TRUNCATED, "text of " + raw.description().length() + " characters");
        }
        if (raw.repair() != EncodingFlavour.NONE) {
            view.issue(Issue.ENCODING_REPAIRED, raw.repair().name());
        }
        if (raw.lossy()) {
            view.issue(Issue.ENCODING_LOSSY, null);
        }
        if (lines.stream().filter(Line::duplicate).count() >= 2) {
            view.issue(Issue.TEXT_SECTION_DUPLICATED, null);
        }
        return view;
    }

    /** The language of a text; of one too short to tell, with the title before it. */
    private static String language(String text, String title) {
        String language = LanguageIdentifier.of(text);
        return language != null || title == null || text.isBlank()
                ? language
                : LanguageIdentifier.of(title + "\n" + text);
    }

    /**
     * The country that an ambiguous currency sign is read in: that of the primary place of work, else of the first place of
     * residence; none of several places of work without a primary one.
     */
    private static String country(Workplace workplace) {
        boolean sites = false;
        for (PlaceMention mention : workplace.places()) {
            boolean known = mention.place() != null && mention.place().countryCode() != null;
            if (known && mention.primary()) {
                return mention.place().countryCode();
            }
            sites |= known && mention.role() == LocationRole.WORK_SITE;
        }
        if (sites) {
            return null;
        }
        for (PlaceMention mention : workplace.places()) {
            if (mention.place() != null && mention.place().countryCode() != null) {
                return mention.place().countryCode();
            }
        }
        return workplace.remoteRegions().stream()
                .map(RemoteRegion::code)
                .filter(code -> code.length() == 2 && !code.equals("EU"))
                .findFirst()
                .orElse(null);
    }

    /** Everything that a reader of the ad sees, so that a changed text, place or pay makes another version. */
    private static String contentHash(RawPosting raw, String text) {
        return Keys.hash(
                "content",
                raw.title(),
                raw.company(),
                raw.header(),
                text,
                join(raw.places().stream().map(PostingParser::place).toList()),
                join(raw.applicantPlaces().stream().map(PostingParser::place).toList()),
                join(raw.workModes()),
                join(raw.employmentTypes()),
                join(raw.pay().stream().map(PostingParser::pay).toList()),
                join(raw.degrees()),
                raw.experienceMonths(),
                raw.experience(),
                join(raw.skills()));
    }

    private static String place(RawPlace place) {
        return Keys.hash("place", place.locality(), place.region(), place.country(), place.text());
    }

    private static String pay(RawPay pay) {
        return Keys.hash("pay", pay.min(), pay.max(), pay.currency(), pay.period(), pay.text());
    }

    private static String join(List<String> values) {
        return Keys.hash("list", values.toArray(String[]::new));
    }

    private static ValueStatus status(List<ValueStatus> statuses) {
        for (ValueStatus status : List.of(ValueStatus.CONFLICT, ValueStatus.STRUCTURED, ValueStatus.PARSED)) {
            if (statuses.contains(status)) {
                return status;
            }
        }
        return statuses.isEmpty() ? ValueStatus.NOT_STATED : statuses.get(0);
    }

    private static List<PersonalDatum> personalData(RawPosting raw, PostingView view) {
        List<PersonalDatum> data = new ArrayList<>(PersonalDataFinder.find(view.text(), EvidenceField.TEXT));
        data.addAll(PersonalDataFinder.find(raw.title(), EvidenceField.TITLE));
        data.addAll(PersonalDataFinder.find(raw.header(), EvidenceField.HEADER));
        for (String field : Arrays.asList(raw.url(), raw.company(), raw.industry(), raw.experience())) {
            data.addAll(PersonalDataFinder.find(field, EvidenceField.MARKUP));
        }
        for (RawPlace place : raw.places()) {
            data.addAll(PersonalDataFinder.find(place.text(), EvidenceField.MARKUP));
        }
        for (RawPay pay : raw.pay()) {
            data.addAll(PersonalDataFinder.find(pay.text(), EvidenceField.MARKUP));
        }
        return data;
    }

    private static List<PostingIssue> issues(PostingView view) {
        return new ArrayList<>(view.issues().stream().collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static final class Standard {
        private static final PostingParser PARSER = new PostingParser(Vocabularies.standard());
    }
}
