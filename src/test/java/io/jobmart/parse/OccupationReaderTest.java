package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.OccupationReading;
import io.jobmart.model.TitleReading;
import io.jobmart.vocabulary.OccupationVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccupationReaderTest {
    private static final OccupationReader READER = new OccupationReader(OccupationVocabulary.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Software Engineer; 2512",
                "Senior Software Engineer II; 2512",
                "Lead Java Software Engineer - Payments; 2512",
                "Software Engineer Backend; 2512",
                "Software Engineers; 2512",
                "Front-End Developer; 2513",
                "REGISTERED NURSE; 2221",
                "Registered Nurse (Night Shift); 2221",
                "Registered Nurse for Lakeside Clinic; 2221",
                "Nurse Recruiter; 2423",
                "Line Cook; 5120",
                "CDL-A Truck Driver; 8332",
                "Softwareentwickler/in Java; 2512",
                "Softwareentwickler:in; 2512",
                "Elektroniker für Betriebstechnik; 741",
                "Développeur web H/F; 2513",
                "Aide-soignant de nuit; 532",
                "Enfermeira; 2221",
                "Desenvolvedor(a) Java Pleno; 251",
                "Abogado laboralista; 2611",
                "Senior / Lead Data Engineer; 2521",
            })
    void aTitleThatNamesAnOccupationHasItsCode(String title, String code) {
        OccupationReading reading = read(title);
        assertNotNull(reading, title);
        assertEquals(code, reading.code(), title);
        assertTrue(reading.confidence() >= 0.5 && reading.confidence() <= 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Manager; the word alone says nothing",
                "Product Manager; too many things",
                "Software Engineer Manager; another occupation ends it",
                "Assistant to the Registered Nurse; another's helper",
                "Supervisor Bricklayer; their head",
                "Analyst II; a level does not help",
                "Senior; a level only",
                "Frobnicator of Worlds; unknown",
                "(m/w/d); nothing",
            })
    void whatIsInDoubtHasNone(String title, String description) {
        assertNull(read(title), title + ": " + description);
    }

    @Test
    void theEvidenceIsTheNameInTheTitleAsTheSourceGivesIt() {
        String raw = "🌊 Senior Data Engineer (m/f/d)";
        OccupationReading reading = READER.read(new TitleReading("Senior Data Engineer", raw, null, null));
        assertEquals(EvidenceField.TITLE, reading.evidence().field());
        assertEquals(
                "Data Engineer",
                raw.substring(reading.evidence().start(), reading.evidence().end()));
    }

    @Test
    void moreWordsThanTheNameMakeItLessCertain() {
        assertTrue(read("Registered Nurse").confidence()
                > read("Lakeside Registered Nurse").confidence());
    }

    @Test
    void aPostingWithoutATitleHasNone() {
        assertNull(READER.read(new TitleReading(null, null, null, null)));
    }

    private static OccupationReading read(String title) {
        return READER.read(new TitleReading(title, title, null, null));
    }
}
