package io.jobmart.bench;

import io.jobmart.model.RawPosting;
import io.jobmart.parse.CompanyReader;
import io.jobmart.parse.DateReader;
import io.jobmart.parse.DegreeReader;
import io.jobmart.parse.EmploymentTypeReader;
import io.jobmart.parse.ExperienceReader;
import io.jobmart.parse.LanguageDemandReader;
import io.jobmart.parse.Line;
import io.jobmart.parse.LineReader;
import io.jobmart.parse.PayReader;
import io.jobmart.parse.PostingView;
import io.jobmart.parse.RequirementReader;
import io.jobmart.parse.SkillReader;
import io.jobmart.parse.TitleReader;
import io.jobmart.parse.WorkplaceReader;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import io.jobmart.text.Document;
import io.jobmart.text.Documents;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Sections;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.SkillVocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parser's steps one by one, each on input that the steps before it have made. */
final class ParserKernels {
    private final Lexicon lexicon;
    private final TitleReader titles;
    private final CompanyReader companies = new CompanyReader();
    private final WorkplaceReader workplaces;
    private final SkillReader skills;

    ParserKernels() {
        SkillVocabulary vocabulary = SkillVocabulary.standard();
        Gazetteer gazetteer = Gazetteer.standard();
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
        lexicon = words.build();
        titles = new TitleReader(gazetteer);
        workplaces = new WorkplaceReader(gazetteer);
        skills = new SkillReader(vocabulary, lexicon);
    }

    /** Reads one line of a dump as a load does. */
    static RawPosting read(byte[] line) {
        try (SourceRecords records =
                Sources.read("bench.jsonl", new ByteArrayInputStream(line), ReadOptions.standard())) {
            if (records.next() instanceof SourceRecord.Accepted accepted) {
                return accepted.posting();
            }
            throw new IllegalStateException("The generator makes postings only");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The view that readers share, made as the parser makes it. */
    PostingView view(RawPosting raw) {
        Document document = Documents.of(raw.description(), raw.descriptionFormat());
        Tokens tokens = Tokens.of(document.text(), lexicon);
        var sections = Sections.of(document, tokens);
        List<Line> lines = LineReader.read(document, tokens, sections);
        return new PostingView(
                raw,
                document,
                tokens,
                Tokens.of(Objects.requireNonNullElse(raw.title(), ""), lexicon),
                Tokens.of(Objects.requireNonNullElse(raw.header(), ""), lexicon),
                sections,
                lines,
                null);
    }

    /** Microseconds of each step, in the order of reading. */
    Map<String, Double> time(CpuClock clock, List<byte[]> lines) {
        int n = lines.size();
        List<RawPosting> raws = lines.stream().map(ParserKernels::read).toList();
        List<PostingView> views = raws.stream().map(this::view).toList();
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("JSON to raw posting", clock.microseconds(n, i -> read(lines.get(i))));
        times.put(
                "HTML to blocks",
                clock.microseconds(
                        n,
                        i -> Documents.of(raws.get(i).description(), raws.get(i).descriptionFormat())));
        times.put("tokens", clock.microseconds(n, i -> Tokens.of(views.get(i).text(), lexicon)));
        times.put(
                "sections",
                clock.microseconds(
                        n,
                        i -> Sections.of(views.get(i).document(), views.get(i).tokens())));
        times.put(
                "lines",
                clock.microseconds(
                        n,
                        i -> LineReader.read(
                                views.get(i).document(),
                                views.get(i).tokens(),
                                views.get(i).sections())));
        times.put("title", clock.microseconds(n, i -> titles.read(views.get(i))));
        times.put("company", clock.microseconds(n, i -> companies.read(views.get(i))));
        times.put("workplace", clock.microseconds(n, i -> workplaces.read(fresh(views, i))));
        times.put("pay", clock.microseconds(n, i -> PayReader.read(fresh(views, i), "US")));
        times.put("employment type", clock.microseconds(n, i -> EmploymentTypeReader.read(fresh(views, i))));
        times.put("dates", clock.microseconds(n, i -> DateReader.read(fresh(views, i))));
        times.put("experience", clock.microseconds(n, i -> ExperienceReader.read(fresh(views, i))));
        times.put("degrees", clock.microseconds(n, i -> DegreeReader.read(fresh(views, i))));
        times.put("languages", clock.microseconds(n, i -> LanguageDemandReader.read(fresh(views, i))));
        times.put("skills", clock.microseconds(n, i -> skills.mentions(fresh(views, i), skills.hits(views.get(i)))));
        times.put(
                "requirements",
                clock.microseconds(
                        n, i -> RequirementReader.read(views.get(i), List.of(), List.of(), List.of(), List.of())));
        return times;
    }

    /** A view that has gathered no issues from rounds before: they would grow without end. */
    private static PostingView fresh(List<PostingView> views, int i) {
        PostingView view = views.get(i);
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
}
