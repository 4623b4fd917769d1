package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.SectionKind;
import io.jobmart.model.TitleReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TitleReaderTest {
    private final TitleReader reader = new TitleReader();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/cases/titles.tsv", delimiter = '\t', quoteCharacter = '`')
    void aTitleIsReadAsAPersonWouldStateIt(String description, String raw, String title, String seniority) {
        TitleReading reading = reader.read(Postings.view(Postings.raw().title(raw), "Text.", SectionKind.GENERAL));
        assertEquals(title, reading.title(), description);
        assertEquals(
                seniority,
                reading.seniority() == null ? null : reading.seniority().name(),
                description);
        assertEquals(raw, reading.raw());
        if (reading.seniorityEvidence() != null) {
            String word = raw.substring(
                    reading.seniorityEvidence().start(),
                    reading.seniorityEvidence().end());
            assertEquals(word, word.strip());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "Backend Developer - Lakeside; Lakeside; Backend Developer",
                "Lakeside: Backend Developer; Lakeside; Backend Developer",
                "Backend Developer na [Lakeside]; LakeSide; Backend Developer",
                "Backend Node.JS Lke Bank; L.ke Bank; Backend Node.JS",
                "Lead en Lakeside Boats; Lakeside Boats; Lead",
                "Kotlin Developer; Kotlin; Kotlin Developer",
                "Lakeside; Lakeside; Lakeside"
            })
    void theCompanyThatTheTextNamesIsNoPartOfTheTitle(String raw, String poster, String title) {
        PostingView view = Postings.view(Postings.raw().title(raw), "Text.", SectionKind.GENERAL);
        assertEquals(title, reader.read(view, poster).title());
    }

    @Test
    void aTitleIsTakenFromTheFirstLineWhereTheSourceHasNone() {
        PostingView view = Postings.text("Job Description: Machine Learning Engineer\n\nWe are looking for someone.");
        TitleReading reading = reader.read(view);
        assertEquals("Machine Learning Engineer", reading.title());
        assertNull(reading.raw());
        assertEquals(Issue.TITLE_DERIVED_FROM_TEXT, view.issues().get(0).issue());
    }

    @Test
    void theLevelOfATitleInTheTextIsProvedByTheText() {
        String text = "\n  Senior Baker (m/f/d)\n\nWe bake.";
        assertEquals(
                Evidence.text(text.indexOf("Senior"), text.indexOf(" Baker"), "title.seniority"),
                reader.read(Postings.text(text)).seniorityEvidence());
    }

    @Test
    void theFieldOfAFormIsTheTitleWhereItsEntryIsNamedAfterTheForm() {
        String form = "Company Name\nPier & Sons\nInternship Title\nBoat Building Intern\nLocation\nPorto";
        for (String entry : List.of("New Internship", "[Edit role]", "Please add this one")) {
            PostingView view = Postings.view(Postings.raw().title(entry), form, SectionKind.GENERAL);
            assertEquals("Boat Building Intern", reader.read(view).title(), entry);
        }
        PostingView named = Postings.view(Postings.raw().title("Intern, boats"), form, SectionKind.GENERAL);
        assertEquals("Intern, boats", reader.read(named).title());
        PostingView empty = Postings.view(
                Postings.raw().title("New Internship"),
                form.replace("Boat Building Intern", "No response"),
                SectionKind.GENERAL);
        assertEquals("New Internship", reader.read(empty).title());
    }

    @Test
    void aTextThatBeginsWithASentenceHasNoTitle() {
        PostingView view = Postings.text("We are a small company that builds boats for lakes and for the open sea.");
        assertNull(reader.read(view).title());
        assertEquals(Issue.TITLE_MISSING, view.issues().get(0).issue());
    }

    @Test
    void theInitialsOfTheCompanyAreNoPartOfTheTitle() {
        TitleReading reading = reader.read(Postings.view(
                Postings.raw().title("NLB | Boat Builder").company("North Lake Boats"), "Text.", SectionKind.GENERAL));
        assertEquals("Boat Builder", reading.title());
        TitleReading other = reader.read(Postings.view(
                Postings.raw().title("SQL | Boat Builder").company("North Lake Boats"), "Text.", SectionKind.GENERAL));
        assertEquals("SQL | Boat Builder", other.title());
    }
}
