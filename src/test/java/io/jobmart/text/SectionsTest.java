package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionsTest {
    private static final Lexicon LEXICON = lexicon();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Requirements                        | REQUIREMENTS
                    Minimum Qualifications:             | REQUIREMENTS
                    WHO YOU ARE                         | REQUIREMENTS
                    What you’ll bring to the team       | REQUIREMENTS
                    About you                           | REQUIREMENTS
                    Dein Profil                         | REQUIREMENTS
                    Das bringst du mit:                 | REQUIREMENTS
                    Profil recherché                    | REQUIREMENTS
                    Requisitos                          | REQUIREMENTS
                    O que esperamos de você             | REQUIREMENTS
                    Nice to have                        | PREFERRED
                    Bonus points if you have:           | PREFERRED
                    Preferred Qualifications            | PREFERRED
                    Von Vorteil                         | PREFERRED
                    Diferenciais                        | PREFERRED
                    What you'll do                      | RESPONSIBILITIES
                    Key Responsibilities                | RESPONSIBILITIES
                    Deine Aufgaben                      | RESPONSIBILITIES
                    Vos missions                        | RESPONSIBILITIES
                    About the role                      | ABOUT_ROLE
                    About us                            | ABOUT_COMPANY
                    About Example Corp                  | ABOUT_COMPANY
                    Über uns                            | ABOUT_COMPANY
                    Benefits & Perks                    | BENEFITS
                    Wir bieten dir                      | BENEFITS
                    Pay range                           | PAY
                    Our tech stack                      | SKILLS
                    Education                           | EDUCATION
                    Location                            | LOCATION
                    How to apply                        | HOW_TO_APPLY
                    Equal Opportunity Employer          | BOILERPLATE
                    Lorem ipsum                         | GENERAL
                    """)
    void aHeadingTellsTheKind(String heading, SectionKind kind) {
        assertEquals(
                kind,
                of("# Example\n\nWords.\n\n## " + heading + "\n\n- one\n- two")
                        .get(1)
                        .kind(),
                heading);
    }

    @Test
    void headingsComeInManyForms() {
        String text = """
                We plan routes.

                ### Requirements
                * Java

                **Nice to have**
                * Kotlin

                What you will do:

                * Code

                Location: Oslo or Bergen

                * **Benefits**
                * Cake
                """;
        assertEquals(
                "GENERAL null; REQUIREMENTS Requirements; PREFERRED Nice to have; RESPONSIBILITIES What you will do:;"
                        + " LOCATION Location:; BENEFITS Benefits",
                kinds(of(text)));
    }

    @Test
    void aLineInCapitalsIsAHeadingWithoutBulletsBelowIt() {
        String text = """
                We plan routes.

                THE IDEAL CANDIDATE WILL HAVE
                Patience with maps
                A driving licence
                """;
        List<Section> sections = of(text);
        assertEquals(SectionKind.REQUIREMENTS, sections.get(sections.size() - 1).kind());
    }

    @Test
    void aSubheadingUnderRequirementsStaysADemand() {
        String text = """
                ## Requirements
                **Technical skills**
                * Java

                **Education**
                * A degree

                **Kubernetes and such**
                * Helm

                ## Nice to have
                **Technical skills**
                * Rust

                **Required skills**
                * Go
                """;
        assertEquals(
                List.of(
                        SectionKind.REQUIREMENTS,
                        SectionKind.REQUIREMENTS,
                        SectionKind.EDUCATION,
                        SectionKind.REQUIREMENTS,
                        SectionKind.PREFERRED,
                        SectionKind.PREFERRED,
                        SectionKind.REQUIREMENTS),
                of(text).stream().map(Section::kind).toList());
    }

    @Test
    void aNoticeAtTheEndOfAWholePostingInOneParagraphIsAPartOfItsOwn() {
        String text = "Requirements\n\n" + "You know how boats are built and you like to sail them. ".repeat(6)
                + "Harbour Works is an equal opportunity employer and welcomes everybody.";
        List<Section> sections = of(text);
        Section last = sections.get(sections.size() - 1);
        assertEquals(SectionKind.BOILERPLATE, last.kind());
        assertTrue(last.end() - last.start() < 80, "only the notice");
        assertEquals(SectionKind.REQUIREMENTS, sections.get(sections.size() - 2).kind());
    }

    @Test
    void headingsAndBulletsThatLostTheirLineBreaksAreFound() {
        String text =
                "We build boats and we like what we build, which is why people stay with us for many years to come"
                        + ", in sun and rain.What You Need for this PositionAt Least 3 Years of experience and knowledge of:"
                        + "- Java and its frameworks- Ruby on Rails- Clean code of all kinds- Tests that can fail"
                        + "What's In It for You- Free lunch- A boat";
        assertTrue(kinds(of(text)).contains("REQUIREMENTS"), kinds(of(text)));
        assertTrue(kinds(of(text)).contains("BENEFITS"), kinds(of(text)));
    }

    @Test
    void anUnknownHeadingOfTheSameLevelEndsTheDemands() {
        assertEquals(
                "REQUIREMENTS Requirements; GENERAL Kubernetes and such",
                kinds(of("## Requirements\n\n* Java\n\n## Kubernetes and such\n\n* Helm")));
    }

    @Test
    void aSentenceIsNoHeading() {
        String text =
                "## Requirements\n\n* Java\n\n**You will be responsible for the benefits of all our people.**\n\n* SQL";
        assertEquals("REQUIREMENTS Requirements", kinds(of(text)));
    }

    @Test
    void noticesAreKnownByTheirWords() {
        String text = """
                ## Requirements

                * Java

                We are an equal opportunity employer and welcome everybody.

                * SQL

                The salary range for this position is $100,000 to $120,000 a year.
                """;
        assertEquals(
                "REQUIREMENTS Requirements; BOILERPLATE null; REQUIREMENTS Requirements; PAY null", kinds(of(text)));
    }

    @Test
    void aDemandThatSpeaksOfEqualityIsNoNotice() {
        String text =
                "## Requirements\n\n* You handle requests of any gender or age with care\n* You keep to privacy law";
        assertEquals("REQUIREMENTS Requirements", kinds(of(text)));
    }

    @Test
    void sectionsCoverTheTextWithoutGaps() {
        for (String text : List.of(
                "just words",
                "# A\n\n# B\n\n# C",
                "Pay: 100\nLocation: Oslo",
                "Requirements:\n- a\nWe are an equal opportunity employer.\n- b",
                "**Location:** Oslo\n\n**Pay:** good\n\n## Benefits\n* x")) {
            Document document = Documents.of(text, TextFormat.MARKDOWN);
            int at = 0;
            for (Section section : Sections.of(document, Tokens.of(document.text(), LEXICON))) {
                assertEquals(at, section.start());
                assertTrue(section.end() > at);
                at = section.end();
            }
            assertEquals(document.text().length(), at);
        }
        assertEquals(List.of(), Sections.of(Document.EMPTY, Tokens.of("", LEXICON)));
    }

    private static String kinds(List<Section> sections) {
        return String.join(
                "; ",
                sections.stream()
                        .map(section -> section.kind() + " " + section.heading())
                        .toList());
    }

    private static List<Section> of(String markdown) {
        Document document = Documents.of(markdown, TextFormat.MARKDOWN);
        return Sections.of(document, Tokens.of(document.text(), LEXICON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Skills / Experience Preferred:           | PREFERRED
                    Technical skills (nice to have)          | PREFERRED
                    Required and preferred skills            | REQUIREMENTS
                    We would especially love to see you if:  | PREFERRED
                    This role is a fit if you:               | REQUIREMENTS
                    We will talk to people who have:         | REQUIREMENTS
                    As a baker with us, you will             | RESPONSIBILITIES
                    Skills gained                            | BENEFITS
                    Wat vragen wij?                          | REQUIREMENTS
                    Dit bieden wij                           | BENEFITS
                    Mile widziane                            | PREFERRED
                    We're excited about you because you...   | REQUIREMENTS
                    What we hope you have                    | PREFERRED
                    What our full-time employees receive     | BENEFITS
                    How Gugelhupf will support you           | BENEFITS
                    Compensation/Targeted Bonus              | PAY
                    As a nurse you will be responsible for   | RESPONSIBILITIES
                    Características que somam pontos         | PREFERRED
                    Como será sua rotina?                    | RESPONSIBILITIES
                    Opcional                                 | PREFERRED
                    加分項目                                   | PREFERRED
                    Co za to požadujeme                      | REQUIREMENTS
                    """)
    void aHeadingIsToldByItsLastWordsToo(String heading, SectionKind kind) {
        assertEquals(kind, of("## " + heading + "\n\n- one\n- two").get(0).kind(), heading);
    }

    @Test
    void aListUnderAHeadingThatSaysNothingIsToldByItsItems() {
        String list = "\n\n- Experience with ovens\n- Strong arms\n- Early riser\n";
        assertEquals(
                SectionKind.REQUIREMENTS, of("## Flour and fire" + list).get(0).kind());
        assertEquals(
                SectionKind.GENERAL,
                of("## Flour and fire: your gain" + list).get(0).kind());
    }

    @Test
    void headingsRightBelowAnotherOfTheirLevelBelongToIt() {
        List<Section> sections =
                of("**Responsibilities**\n\n**Ovens**\n\n- Heat them\n\n**Counters**\n\n- Wipe them\n");
        assertEquals(
                List.of(SectionKind.RESPONSIBILITIES, SectionKind.RESPONSIBILITIES, SectionKind.RESPONSIBILITIES),
                sections.stream().map(Section::kind).toList());
    }

    @Test
    void theEmployersOwnStackIsNotAskedFor() {
        List<Section> sections = of("## Requirements\n\n- Bread\n\n### Our technologies\n\n- Rust\n");
        assertEquals(SectionKind.SKILLS, sections.get(sections.size() - 1).kind());
    }

    @Test
    void commentaryBehindThePostingIsNoPartOfItsDemands() {
        List<Section> sections = of("# Baker\n\n## Requirements\n\n- Bread\n\n## Layer Z: Behavioural Analysis\n\n"
                + "**Skills:** they fear burnt bread\n\n**Requirements**\n\n- Bread again\n");
        assertEquals(SectionKind.BOILERPLATE, sections.get(sections.size() - 1).kind());
    }

    @Test
    void whatIsDesiredIsAskedForWhereNothingElseIs() {
        String desired =
                "\n## Desired skills and experience\n* Five years at sea\n* A sound knowledge of ropes and knots\n";
        assertEquals("GENERAL null; REQUIREMENTS Desired skills and experience", kinds(of("We sail." + desired)));
        assertEquals(
                "GENERAL null; REQUIREMENTS Requirements; PREFERRED Desired skills and experience",
                kinds(of(
                        "We sail.\n## Requirements\n* Patience with the weather, with the crew and with the cook of the"
                                + " boat\n" + desired)));
    }

    @Test
    void aBoldItemBetweenItemsIsNoHeading() {
        assertEquals(
                "GENERAL null; REQUIREMENTS Requirements",
                kinds(of("We sail.\n## Requirements\n* Knots\n* **Deep sea experience**\n* Ropes\n")));
    }

    @Test
    void theEmployersStackIsNotAskedFor() {
        assertEquals(
                "GENERAL null; REQUIREMENTS Requirements; SKILLS Tech stack",
                kinds(of("We sail.\n### Requirements\n* Knots\n\n**Tech stack**\n* Kotlin\n* Helm\n")));
    }

    private static Lexicon lexicon() {
        Lexicon.Builder builder = Lexicon.builder();
        Sections.addTriggers(builder);
        return builder.build();
    }
}
