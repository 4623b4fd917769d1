package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Modality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    @Test
    void anItemIsOneLineAndAParagraphIsOneLineASentence() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "* Solid Java. Some Kotlin.",
                "Sr. staff know Node.js 3.5, e.g. in the U.S. market. They hold a Ph.D. in maths!");
        assertEquals(
                List.of(
                        "Solid Java. Some Kotlin.",
                        "Sr. staff know Node.js 3.5, e.g. in the U.S. market.",
                        "They hold a Ph.D. in maths!"),
                texts(view));
    }

    @Test
    void aListWithoutSignsOrStopsIsCutWhereItsDemandsBegin() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "Must have built payment services in Java 4+ years of experience with relational databases Ability to"
                        + " travel twice a year is required Bachelor's degree preferred");
        assertEquals(
                List.of(
                        "Must have built payment services in Java",
                        "4+ years of experience with relational databases",
                        "Ability to travel twice a year is required",
                        "Bachelor's degree preferred"),
                texts(view));
        assertEquals(Modality.PREFERRED, view.lines().get(3).modality());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | Proficiency with lathes from Krupp.Knowledge of tools by Bosch and VME.
            2 | Bachelor's degree or equivalent required Master's degree preferred
            2 | Bachelor's degree in Botany, or equivalent Minimum 2-4 years experience
            2 | Degree in botany (or the like)2+ years of gardening
            1 | Proficient with Node.Js, Asp.Net and Vue.Js
            """)
    void aSentenceIsCutWhereAnotherBeginsWithoutABlankOrASign(int lines, String sentence) {
        assertEquals(lines, texts(Texts.view("## REQUIREMENTS", sentence)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You bring years of professional Experience in Java and a Strong sense of order",
                "We ask for Java 5+ years, Kotlin 3+ years, and an eye for Master Data",
                "You hold a Bachelor's degree or a Master's degree in any field"
            })
    void aSentenceWithCapitalsIsOneLine(String sentence) {
        assertEquals(List.of(sentence), texts(Texts.view("## REQUIREMENTS", sentence)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Regards, Ann Pier",
                "Tel: 555-0100",
                "Please use the form below and tell us of your boats",
                "If you would like to be considered, write to our yard",
                "Responsible for the order of the yard",
                "Lakeside is an E-Verify employer",
            })
    void whatIsSaidBehindTheDemandsIsNone(String sentence) {
        PostingView view = Texts.view("## REQUIREMENTS", "* Knowledge of tar and ropes", sentence);
        assertFalse(view.lines().get(1).demand());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | Knowledge of tar and of ropes Lakeside Boats is one of the oldest yards here.
            2 | Ability to serve many customers with confidence Aptitude for carpentry
            2 | Strong writing skills (letters, Excel) Strong sense of order and of humour
            2 | Interest in boats is desirable If this describes you, please apply
            2 | Knowledge of boats is a plus Regards, Ann Pier
            """)
    void aSentenceIsCutWhereSomethingElseBegins(int lines, String sentence) {
        assertEquals(lines, texts(Texts.view("## REQUIREMENTS", sentence)).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ABOUT_ROLE       | This role requires knowledge of tar and ropes.
            ABOUT_ROLE       | Ability to lift an oar without help
            GENERAL          | Candidates need to have experience with oars.
            RESPONSIBILITIES | Experience with tar and ropes
            """)
    void aLineOutsideTheDemandsMayPlainlyBeOne(String section, String sentence) {
        assertTrue(Texts.view("## " + section, sentence).lines().get(0).demand());
    }

    @Test
    void aWishBeforeAListIsTheListsToo() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "* Solid Java",
                "Experience with these tools is a plus, but not required",
                "* Gradle and Bazel",
                "* Python (a must)");
        assertEquals(Modality.PREFERRED, view.lines().get(2).modality());
        assertEquals(Modality.REQUIRED, view.lines().get(3).modality());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Strong Java (Bonus: Kotlin, Scala)          | Kotlin | PREFERRED
            Experience with Perl is a very nice have.   | Perl   | PREFERRED
            Java; bonus experience with Ruby            | Java   | REQUIRED
            Preferimos candidatos que conozcan Cobol    | Cobol  | PREFERRED
            """)
    void aWishIsToldByMoreWords(String item, String word, Modality modality) {
        PostingView view = Texts.view("## REQUIREMENTS", "* " + item);
        assertEquals(modality, view.modalityAt(view.text().indexOf(word)));
    }

    @Test
    void aSentenceBehindAnEllipsisIsALineOfItsOwn() {
        PostingView view =
                Texts.view("## REQUIREMENTS", "You know one of AWS, Azure, GCP, … Knowledge of Ansible is a plus.");
        assertEquals(List.of("You know one of AWS, Azure, GCP, …", "Knowledge of Ansible is a plus."), texts(view));
    }

    @Test
    void aWishThatRepeatsANeedIsNoDuplicate() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "* Experience with the Kafka event platform",
                "## PREFERRED",
                "* Experience with the Kafka event platform",
                "* Experience with the Kafka event platform");
        assertEquals(
                List.of(false, false, true),
                view.lines().stream().map(Line::duplicate).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            REQUIREMENTS     | * US citizenship                                                                     | true
            REQUIREMENTS     | So, if you are a Welder with experience, please apply today!                         | false
            REQUIREMENTS     | * Qualified candidates should send their resume to the shop                          | false
            REQUIREMENTS     | All rights reserved.                                                                 | false
            REQUIREMENTS     | * Starting Salary: $97,500 - $130,000                                                | false
            REQUIREMENTS     | Experience with payroll and salary planning                                          | true
            GENERAL          | The ideal candidate would have experience with such ovens.                           | true
            GENERAL          | You will need to be comfortable with heights.                                        | true
            GENERAL          | The candidate will have a desk.                                                      | false
            REQUIREMENTS     | * #LI-Remote                                                                         | false
            REQUIREMENTS     | * We've been voted one of the ten best places to work                                | false
            REQUIREMENTS     | * We'd love experience in other stacks too, such as Java                             | true
            REQUIREMENTS     | If you don't already have experience in security, an interest in it will be a bonus. | true
            REQUIREMENTS     | Join us and you will work on things that people love.                                | false
            REQUIREMENTS     | Due to growth, we're looking to add another engineer to our team.                    | false
            REQUIREMENTS     | If you don't meet all of this, please apply with a note.                             | false
            REQUIREMENTS     | We're looking for an experienced engineer to help us put ideas into practice.        | false
            REQUIREMENTS     | Great opportunity to broaden your skills with a seasoned team.                       | false
            RESPONSIBILITIES | * Experience with software security and threat modelling                             | true
            RESPONSIBILITIES | * Understanding customers and passing on what they ask for                           | false
            ABOUT_ROLE       | * You're familiar with testing infrastructure code                                   | true
            ABOUT_ROLE       | Analyst must be able to read dashboards and explain trends.                          | true
            BENEFITS         | Applicants must be legally authorized to work in Canada.                             | true
            BENEFITS         | This position is only open to people who are eligible to work in the US.             | true
            BENEFITS         | All hires will be required to verify their eligibility to work in the United States. | false
            ABOUT_COMPANY    | Our teams must deliver to work together.                                             | false
            """)
    void demandsAreToldFromWhatIsSaidAroundThem(String section, String text, boolean demand) {
        PostingView view = Texts.view("## " + section, text);
        assertEquals(demand, view.lines().get(0).demand());
    }

    @Test
    void headingsAreNoLines() {
        assertEquals(List.of("Java"), texts(Texts.view("## REQUIREMENTS", "* Java")));
    }

    @Test
    void aSentenceWrappedOverTwoLinesIsOne() {
        PostingView view = Texts.view("## REQUIREMENTS", "Good command of Python and", "of its scientific libraries");
        assertEquals(List.of("Good command of Python and\nof its scientific libraries"), texts(view));
    }

    @Test
    void aPreferredLineInsideRequirementsIsPreferred() {
        PostingView view = Texts.view("## REQUIREMENTS", "* Java", "* Experience with Kafka is a plus");
        assertEquals(Modality.REQUIRED, view.lines().get(0).modality());
        assertEquals(Modality.PREFERRED, view.lines().get(1).modality());
    }

    @Test
    void aSentenceOfItsOwnCueDoesNotChangeTheItem() {
        PostingView view = Texts.view("## REQUIREMENTS", "* Experience with AWS. Knowledge of Azure a plus.");
        assertEquals(Modality.REQUIRED, view.lines().get(0).modality());
        assertEquals(Modality.REQUIRED, at(view, "AWS"));
        assertEquals(Modality.PREFERRED, at(view, "Azure"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Experience with Go is nice to have                       | Go      | PREFERRED
            Nice-to-have: Go                                         | Go      | PREFERRED
            Go experience highly desired                             | Go      | PREFERRED
            Ideally you have worked with Go                          | Go      | PREFERRED
            Cloud platforms, ideally Go                              | Cloud   | REQUIRED
            Cloud platforms, ideally Go                              | Go      | PREFERRED
            Cloud platforms (Go preferred)                           | Cloud   | REQUIRED
            Cloud platforms (Go preferred)                           | Go      | PREFERRED
            Java, Go (a plus), Rust                                  | Go      | PREFERRED
            Java, Go (a plus), Rust                                  | Java    | REQUIRED
            Java, Go (a plus), Rust                                  | Rust    | REQUIRED
            Bonus points if you know Go                              | Go      | PREFERRED
            You deliver strategic advantage with Go                  | Go      | REQUIRED
            Go, and you take advantage of its tools                  | Go      | REQUIRED
            Knowledge of Go would be a big advantage                 | Go      | PREFERRED
            Certificates such as Go are welcome, but not required    | Go      | PREFERRED
            Go is not strictly required                              | Go      | PREFERRED
            (Preferred) Experience with Go                           | Go      | PREFERRED
            Go is not required                                       | Go      | PREFERRED
            Java experience required; Go experience a plus           | Java    | REQUIRED
            Java experience required; Go experience a plus           | Go      | PREFERRED
            Java experience required, Go preferred                   | Java    | REQUIRED
            Java experience required, Go preferred                   | Go      | PREFERRED
            Java experience is a must, but Go is optional            | Go      | PREFERRED
            Kenntnisse in Go von Vorteil                             | Go      | PREFERRED
            Kenntnisse in Go sind wünschenswert                      | Go      | PREFERRED
            Idealerweise Erfahrung mit Go                            | Go      | PREFERRED
            La connaissance de Go serait un plus                     | Go      | PREFERRED
            Une expérience de Go est souhaitée                       | Go      | PREFERRED
            Se valorará experiencia en Go                            | Go      | PREFERRED
            Conhecimento de Go será um diferencial                   | Go      | PREFERRED
            """)
    void aCueSpeaksOfItsPartOfALineInRequirements(String line, String word, Modality expected) {
        assertEquals(expected, at(Texts.view("## REQUIREMENTS", "* " + line), word));
    }

    @Test
    void aRequiredLineInsidePreferredIsRequired() {
        PostingView view = Texts.view("## PREFERRED", "* Rust", "* Git is mandatory");
        assertEquals(Modality.PREFERRED, view.lines().get(0).modality());
        assertEquals(Modality.REQUIRED, view.lines().get(1).modality());
    }

    @Test
    void aLeadInIsNoDemand() {
        PostingView view = Texts.view("## REQUIREMENTS", "You must have worked in each of the following:", "* Parsers");
        assertFalse(view.lines().get(0).demand());
        assertTrue(view.lines().get(1).demand());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESPONSIBILITIES | You build services in Java.                                | false
            RESPONSIBILITIES | Candidates must have a degree in law.                      | true
            ABOUT_COMPANY    | Our team has 30 years of experience.                       | false
            ABOUT_ROLE       | You have at least 5 years of experience with Java.         | true
            GENERAL          | Must have 3+ years of experience in sales.                 | true
            GENERAL          | Knowledge of Excel is required.                            | true
            GENERAL          | We build tools for farmers.                                | false
            BENEFITS         | A driving licence is a plus, we pay for it.                | false
            REQUIREMENTS     | We offer a warm team and good coffee.                      | false
            REQUIREMENTS     | We are looking for people with strong technical skills.    | true
            """)
    void aDemandIsToldFromWhatIsNone(String section, String line, boolean demand) {
        assertEquals(demand, Texts.view("## " + section, line).lines().get(0).demand());
    }

    @Test
    void whatTheWorkIsIsNoDemandOnTheCandidate() {
        PostingView view = Texts.view("## REQUIREMENTS", "You will be joining the oven team.", "", "* Java");
        assertEquals(
                List.of(false, true), view.lines().stream().map(Line::demand).toList());
    }

    @Test
    void whatTheEmployerSaysAfterTheListIsOnlyMentioned() {
        PostingView view = Texts.view("## REQUIREMENTS", "* Python", "", "Our bakery runs on Java.");
        assertEquals(Modality.REQUIRED, at(view, "Python"));
        assertEquals(Modality.MENTIONED, at(view, "Java"));
    }

    @Test
    void aListOfTasksAmongTheDemandsIsNone() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "You know how to sail. Apart from that your responsibilities will include:",
                "* Mending nets",
                "* Painting the hull",
                "You need a licence for:",
                "* Small boats");
        assertEquals(
                List.of("You know how to sail.", "Small boats"),
                view.lines().stream()
                        .filter(Line::demand)
                        .map(line -> view.text().substring(line.start(), line.end()))
                        .toList());
    }

    @Test
    void aSentenceBeforeAListSpeaksOfTheList() {
        PostingView view = Texts.view(
                "## SKILLS", "Experience with these tools is a plus, but not required", "", "* Rust", "* Kafka");
        assertEquals(Modality.PREFERRED, at(view, "Rust"));
        assertTrue(view.lines().get(1).demand());
    }

    @Test
    void wordsAboutTheDemandsAreNone() {
        PostingView view = Texts.view("## REQUIREMENTS", "* Not all applicants will have every skill.", "* Java");
        assertEquals(
                List.of(false, true), view.lines().stream().map(Line::demand).toList());
    }

    @Test
    void aLineAlreadySeenIsADuplicate() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "* Good knowledge of relational databases",
                "* SQL",
                "## REQUIREMENTS",
                "* good knowledge of relational databases.",
                "* SQL");
        assertEquals(
                List.of(false, false, true, false),
                view.lines().stream().map(Line::duplicate).toList());
    }

    private static List<String> texts(PostingView view) {
        return view.lines().stream().map(line -> Texts.text(view, line)).toList();
    }

    private static Modality at(PostingView view, String word) {
        return view.modalityAt(view.text().indexOf(word, view.text().indexOf('\n')));
    }
}
