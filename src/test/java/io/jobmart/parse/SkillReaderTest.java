package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.Modality;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.SkillMention;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.Document;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.SkillVocabulary;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SkillReaderTest {
    private static final Lexicon LEXICON = lexicon();
    private static final SkillReader READER = new SkillReader(SkillVocabulary.standard(), LEXICON);

    private static Lexicon lexicon() {
        Lexicon.Builder builder = Lexicon.builder();
        SkillReader.addTriggers(builder, SkillVocabulary.standard());
        LineReader.addTriggers(builder);
        DegreeReader.addTriggers(builder);
        builder.trigger(Trigger.YEARS, "years", "year");
        return builder.build();
    }

    @ParameterizedTest(name = "{2}: {0}")
    @CsvFileSource(resources = "/cases/skills.tsv", delimiter = '\t', numLinesToSkip = 1)
    void namesInALineAreSkillsOrEverydayWords(String line, String surfaces, String description) {
        PostingView view = view(SectionKind.REQUIREMENTS, Modality.REQUIRED, line);
        String found = READER.hits(view).stream()
                .map(hit -> view.text().substring(hit.start(), hit.end()))
                .collect(Collectors.joining("|"));
        assertEquals(surfaces == null ? "" : surfaces, found, description);
    }

    @Test
    void theStrongestMentionGivesModalitySurfaceAndEvidence() {
        PostingView view = posting("Kotlin Developer", null)
                .line(SectionKind.RESPONSIBILITIES, Modality.MENTIONED, "You write services in Kotlin.")
                .line(SectionKind.REQUIREMENTS, Modality.REQUIRED, "Three good years with KOTLIN")
                .view();
        SkillMention mention = only(view);
        assertEquals("kotlin", mention.skillId());
        assertEquals("Kotlin", mention.label());
        assertEquals("KOTLIN", mention.surface());
        assertEquals(Modality.REQUIRED, mention.modality());
        assertEquals(3, mention.mentions());
        assertTrue(mention.inTitle());
        assertEquals(
                "KOTLIN",
                view.text()
                        .substring(
                                mention.evidence().start(), mention.evidence().end()));
    }

    @Test
    void aSkillThatOnlyTheTitleNamesIsMentioned() {
        SkillMention mention = only(posting("Senior Go Engineer", null).view());
        assertEquals("go", mention.skillId());
        assertEquals(Modality.MENTIONED, mention.modality());
        assertEquals(EvidenceField.TITLE, mention.evidence().field());
    }

    @Test
    void aMethodCountsInDutiesButNotWhereTheCompanySpeaksOfItself() {
        assertEquals(
                "risk management",
                only(posting("Analyst", null)
                                .line(SectionKind.RESPONSIBILITIES, Modality.MENTIONED, "You own risk management.")
                                .view())
                        .surface());
        assertEquals(
                List.of(),
                mentions(posting("Analyst", null)
                        .line(SectionKind.ABOUT_COMPANY, Modality.MENTIONED, "We lead the world in risk management.")
                        .view()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You partner with product, UX and other senior engineers. | 0",
                "Collaborate with Product, Design, UX, and Data. | 0",
                "Work with mobile design, UX and Docker. | 2",
                "Talk with UX experts. | 1",
            })
    void thoseOneWorksWithAreNoSkills(String duty, int skills) {
        assertEquals(
                skills,
                mentions(posting("Analyst", null)
                                .line(SectionKind.RESPONSIBILITIES, Modality.MENTIONED, duty)
                                .view())
                        .size());
    }

    @Test
    void aNameThatNoVocabularyHasIsASkillByTheListItStandsOn() {
        List<SkillMention> mentions = mentions(
                view(SectionKind.PREFERRED, Modality.PREFERRED, "Tools such as Kafka, FooBaria and Redis are a plus"));
        SkillMention listed = mentions.get(mentions.size() - 1);
        assertEquals("unlisted:foobaria", listed.skillId());
        assertEquals("foobaria", listed.label());
        assertEquals("FooBaria", listed.surface());
        assertEquals(Modality.PREFERRED, listed.modality());
        assertEquals("skill.listed", listed.evidence().ruleId());
        assertEquals(
                List.of("apache-kafka", "redis"),
                mentions(view(SectionKind.RESPONSIBILITIES, Modality.MENTIONED, "You run Kafka, FooBaria and Redis"))
                        .stream()
                        .map(SkillMention::skillId)
                        .toList(),
                "duties are not read for them");
        assertEquals(
                List.of("apache-kafka", "redis"),
                mentions(posting("Analyst", "FooBaria GmbH")
                                .line(SectionKind.REQUIREMENTS, Modality.REQUIRED, "Kafka, FooBaria and Redis")
                                .view())
                        .stream()
                        .map(SkillMention::skillId)
                        .toList(),
                "the company's own product");
    }

    @Test
    void aWordOfManyPhrasesCountsOnlyWhereItIsAskedFor() {
        assertEquals(
                List.of("docker"),
                mentions(posting("Analyst", null)
                                .line(
                                        SectionKind.RESPONSIBILITIES,
                                        Modality.MENTIONED,
                                        "Work on Docker, security and reporting")
                                .view())
                        .stream()
                        .map(SkillMention::skillId)
                        .toList());
        assertEquals(
                List.of("docker", "security", "reporting"),
                mentions(posting("Analyst", null)
                                .line(
                                        SectionKind.REQUIREMENTS,
                                        Modality.REQUIRED,
                                        "Experience with Docker, security and reporting")
                                .view())
                        .stream()
                        .map(SkillMention::skillId)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Draft test plans Working knowledge of Kafka and MongoDB Is self-directed | REQUIRED",
                "Any experience with Kafka or MongoDB is a plus | PREFERRED",
                "Attend meetings. Proficiency with Kafka, Spark, MongoDB and the like | REQUIRED",
                "Share your knowledge of Kafka and MongoDB with the team | MENTIONED",
                "Our experience with MongoDB | MENTIONED",
                "Improve the user experience of MongoDB | MENTIONED",
                "You get experience. MongoDB runs here | MENTIONED",
                "Run MongoDB and Kafka | MENTIONED"
            })
    void aDemandAmongTasksAsksForWhatItNames(String line, Modality modality) {
        SkillMention mention =
                mentions(posting("Engineer", null)
                                .line(SectionKind.RESPONSIBILITIES, Modality.MENTIONED, line)
                                .view())
                        .stream()
                        .filter(one -> one.skillId().equals("mongodb"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(modality, mention.modality());
    }

    @Test
    void theCompanysOwnNameIsNoSkill() {
        PostingView view = posting("Account Executive", "Snowflake Inc.")
                .line(SectionKind.ABOUT_ROLE, Modality.MENTIONED, "Sell Snowflake to banks that run Teradata today.")
                .view();
        assertEquals("teradata", only(view).skillId());
    }

    @Test
    void whatTheCompanySaysOfItselfIsOnlyMentioned() {
        PostingView view = posting("Engineer", null)
                .line(SectionKind.ABOUT_COMPANY, Modality.REQUIRED, "We build tools for Kubernetes.")
                .view();
        assertEquals(Modality.MENTIONED, only(view).modality());
    }

    @Test
    void benefitsAndBoilerplateNameNoSkills() {
        PostingView view = posting("Engineer", null)
                .line(SectionKind.BENEFITS, Modality.MENTIONED, "A budget for AWS Certified exams")
                .line(
                        SectionKind.BOILERPLATE,
                        Modality.MENTIONED,
                        "We use artificial intelligence to sort applications.")
                .view();
        assertEquals(List.of(), READER.hits(view));
    }

    @Test
    void aRepeatedLineCountsOnce() {
        PostingView view = posting("Engineer", null)
                .line(SectionKind.REQUIREMENTS, Modality.REQUIRED, "You know Terraform by heart.")
                .duplicate(SectionKind.REQUIREMENTS, Modality.REQUIRED, "You know Terraform by heart.")
                .view();
        assertEquals(1, only(view).mentions());
    }

    @Test
    void structuredSkillsAreFoundWithoutAnyText() {
        RawPosting raw = RawPosting.of(SourceFormat.JSON_LD, "f", null)
                .skills(List.of("Go", "Python, Excel", "A warm heart"))
                .build();
        List<SkillMention> mentions = mentions(new Builder(raw, "").view());
        assertEquals(
                List.of("go", "python", "microsoft-excel"),
                mentions.stream().map(SkillMention::skillId).toList());
        assertEquals(EvidenceField.MARKUP, mentions.get(0).evidence().field());
        assertNull(mentions.get(0).evidence().start());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = ';',
            value = {
                "5+ years of Python; 5",
                "3-5 years of professional experience with Python; 3",
                "At least five (5) years of Python; 5",
                "10 years in banking. Python is used daily;",
                "4 years of Java and Python;",
                "2 years of Python or 3 years of Perl;",
                "Python and 7 years at sea;"
            })
    void yearsAreTakenOnlyWhenTheyCanMeanNothingElse(String line, String years) {
        SkillMention python = mentions(view(SectionKind.REQUIREMENTS, Modality.REQUIRED, line)).stream()
                .filter(mention -> mention.skillId().equals("python"))
                .findFirst()
                .orElseThrow();
        assertEquals(years == null ? null : new BigDecimal(years), python.yearsMin());
    }

    @Test
    void hostileTextIsReadInLinearTime() {
        String text = "R/C/Go, ".repeat(200_000);
        PostingView view = view(SectionKind.REQUIREMENTS, Modality.REQUIRED, text);
        // Of this thread only: on a busy machine the clock on the wall says little.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        READER.hits(view);
        assertTrue(threads.getCurrentThreadCpuTime() - start < 5_000_000_000L, "1.6 MB took more than 5 s");
    }

    private static SkillMention only(PostingView view) {
        List<SkillMention> mentions = mentions(view);
        assertEquals(1, mentions.size(), mentions.toString());
        return mentions.get(0);
    }

    private static List<SkillMention> mentions(PostingView view) {
        return READER.mentions(view, READER.hits(view));
    }

    private static PostingView view(SectionKind section, Modality modality, String line) {
        return posting("", null).line(section, modality, line).view();
    }

    private static Builder posting(String title, String company) {
        return new Builder(
                RawPosting.of(SourceFormat.JSON_LD, "f", null).company(company).build(), title);
    }

    private static final class Builder {
        private final RawPosting raw;
        private final String title;
        private final StringBuilder text = new StringBuilder();
        private final List<Line> lines = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();

        Builder(RawPosting raw, String title) {
            this.raw = raw;
            this.title = title;
        }

        Builder line(SectionKind section, Modality modality, String line) {
            return add(section, modality, line, false);
        }

        Builder duplicate(SectionKind section, Modality modality, String line) {
            return add(section, modality, line, true);
        }

        private Builder add(SectionKind section, Modality modality, String line, boolean duplicate) {
            int start = text.length();
            text.append(line);
            boolean demand = section != SectionKind.RESPONSIBILITIES && section != SectionKind.ABOUT_COMPANY;
            lines.add(new Line(lines.size() + 1, start, text.length(), section, modality, demand, duplicate));
            text.append('\n');
            sections.add(new Section(section, null, start, text.length()));
            return this;
        }

        PostingView view() {
            Document document = new Document(text.toString(), List.of());
            return new PostingView(
                    raw,
                    document,
                    Tokens.of(document.text(), LEXICON),
                    Tokens.of(title, LEXICON),
                    Tokens.of("", LEXICON),
                    sections,
                    lines,
                    "en");
        }
    }
}
