package io.jobmart.parse;

import io.jobmart.bench.Dump;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TitleReading;
import io.jobmart.privacy.PersonalDataFinder;
import io.jobmart.text.Document;
import io.jobmart.text.Documents;
import io.jobmart.text.EncodingRepair;
import io.jobmart.text.LanguageIdentifier;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Sections;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.Vocabularies;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parser's steps one by one, each on what the steps before it have made, and the whole. */
@State(Scope.Benchmark)
public class ParserBenchmark {
    private final Dump dump = new Dump();
    private final PostingParser parser = PostingParser.standard();
    private final Lexicon lexicon = parser.lexicon();
    private final TitleReader titles = new TitleReader(Gazetteer.standard());
    private final OccupationReader occupations =
            new OccupationReader(Vocabularies.standard().occupations());
    private final CompanyReader companies = new CompanyReader();
    private final WorkplaceReader workplaces = new WorkplaceReader(Gazetteer.standard());
    private final SkillReader skills = new SkillReader(Vocabularies.standard().skills(), lexicon);
    private final List<PostingView> views = dump.raws().stream().map(this::view).toList();
    private final List<TitleReading> readTitles =
            views.stream().map(view -> titles.read(fresh(view))).toList();
    private final List<List<SkillHit>> hits = views.stream().map(skills::hits).toList();

    private PostingView view(RawPosting raw) {
        Document document = Documents.of(raw.description(), raw.descriptionFormat());
        Tokens tokens = Tokens.of(document.text(), lexicon);
        var sections = Sections.of(document, tokens);
        return new PostingView(
                raw,
                document,
                tokens,
                Tokens.of(Objects.requireNonNullElse(raw.title(), ""), lexicon),
                Tokens.of(Objects.requireNonNullElse(raw.header(), ""), lexicon),
                sections,
                LineReader.read(document, tokens, sections),
                LanguageIdentifier.of(document.text()));
    }

    /** A view that has gathered no issues from rounds before: they would grow without end. */
    private static PostingView fresh(PostingView view) {
        return new PostingView(
                view.raw(),
                view.document(),
                view.tokens(),
                view.title(),
                view.header(),
                view.sections(),
                view.lines(),
                view.language());
    }

    private PostingView next() {
        return fresh(views.get(dump.next()));
    }

    /** A file of one line: opening it included. */
    @Benchmark
    public Object a01JsonToRawPosting() {
        return Dump.read(dump.lines().get(dump.next()));
    }

    @Benchmark
    public Object a02EncodingRepair() {
        return EncodingRepair.repair(dump.raws().get(dump.next()).description());
    }

    @Benchmark
    public Object a03Document() {
        RawPosting raw = dump.raws().get(dump.next());
        return Documents.of(raw.description(), raw.descriptionFormat());
    }

    @Benchmark
    public Object a04Tokens() {
        return Tokens.of(views.get(dump.next()).text(), lexicon);
    }

    @Benchmark
    public Object a05Sections() {
        PostingView view = views.get(dump.next());
        return Sections.of(view.document(), view.tokens());
    }

    @Benchmark
    public Object a06Lines() {
        PostingView view = views.get(dump.next());
        return LineReader.read(view.document(), view.tokens(), view.sections());
    }

    @Benchmark
    public Object a07Language() {
        return LanguageIdentifier.of(views.get(dump.next()).text());
    }

    @Benchmark
    public Object a08Title() {
        return titles.read(next());
    }

    @Benchmark
    public Object a09Occupation() {
        return occupations.read(readTitles.get(dump.next()));
    }

    @Benchmark
    public Object a10Company() {
        return companies.read(next());
    }

    @Benchmark
    public Object a11Workplace() {
        return workplaces.read(next());
    }

    @Benchmark
    public Object a12Pay() {
        return PayReader.read(next(), "US");
    }

    @Benchmark
    public Object a13EmploymentType() {
        return EmploymentTypeReader.read(next());
    }

    @Benchmark
    public Object a14Dates() {
        return DateReader.read(next());
    }

    @Benchmark
    public Object a15Experience() {
        return ExperienceReader.read(next());
    }

    @Benchmark
    public Object a16Degrees() {
        return DegreeReader.read(next());
    }

    @Benchmark
    public Object a17Languages() {
        return LanguageDemandReader.read(next());
    }

    @Benchmark
    public Object a18Skills() {
        PostingView view = next();
        return skills.mentions(view, skills.hits(view));
    }

    @Benchmark
    public Object a19Requirements() {
        int number = dump.next();
        return RequirementReader.read(fresh(views.get(number)), List.of(), List.of(), List.of(), hits.get(number));
    }

    @Benchmark
    public Object a20Fingerprint() {
        int number = dump.next();
        RawPosting raw = dump.raws().get(number);
        return Fingerprints.of(raw, fresh(views.get(number)), raw.title());
    }

    @Benchmark
    public Object a21PersonalData() {
        return PersonalDataFinder.find(views.get(dump.next()).text(), EvidenceField.TEXT);
    }

    /** All but reading JSON. */
    @Benchmark
    public Object a22Parse() {
        return parser.parse(dump.raws().get(dump.next()));
    }

    @Benchmark
    public Object a23JsonAndParse() {
        return parser.parse(Dump.read(dump.lines().get(dump.next())).get(0));
    }
}
