package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Modality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
