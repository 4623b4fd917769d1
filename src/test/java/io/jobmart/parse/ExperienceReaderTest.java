package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Issue;
import io.jobmart.model.Modality;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.ValueStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ExperienceReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/experience.csv", delimiter = '|', numLinesToSkip = 1)
    void yearsAreReadAsStated(String description, String section, String line, String expected) {
        List<ExperienceDemand> demands = ExperienceReader.read(Texts.view("## " + section, "* " + line));
        String read = String.join(
                " ",
                demands.stream().map(d -> text(d.min()) + ".." + text(d.max())).toList());
        assertEquals(expected == null ? "" : expected, read, description);
    }

    @Test
    void evidenceAndAreaAreAsWritten() {
        PostingView view = Texts.view("## REQUIREMENTS", "* At least five (5) years of Java development experience.");
        ExperienceDemand demand = ExperienceReader.read(view).get(0);
        assertEquals("Java development", demand.area());
        assertEquals(
                "five (5) years",
                view.text()
                        .substring(demand.evidence().start(), demand.evidence().end()));
        ExperienceDemand other = ExperienceReader.read(
                        Texts.view("## REQUIREMENTS", "* 2+ years of experience in technical sales or consulting"))
                .get(0);
        assertEquals("technical sales or consulting", other.area());
    }

    @Test
    void modalityComesFromTheLine() {
        PostingView view = Texts.view("## REQUIREMENTS", "* 3 years of Go. 2 years of Rust are a plus.");
        assertEquals(
                List.of(Modality.REQUIRED, Modality.PREFERRED),
                ExperienceReader.read(view).stream()
                        .map(ExperienceDemand::modality)
                        .toList());
    }

    @Test
    void aFieldThatAgreesWithTheTextAddsNothing() {
        PostingView view = Texts.view(raw("60"), "## REQUIREMENTS", "* 5+ years of experience");
        List<ExperienceDemand> demands = ExperienceReader.read(view);
        assertEquals(1, demands.size());
        assertEquals(ValueStatus.PARSED, demands.get(0).status());
        assertTrue(view.issues().isEmpty());
    }

    @Test
    void aFieldWithoutTextIsTaken() {
        ExperienceDemand demand =
                ExperienceReader.read(Texts.view(raw("18"), "We build boats.")).get(0);
        assertEquals("1.5", demand.min().toPlainString());
        assertNull(demand.max());
        assertEquals(ValueStatus.STRUCTURED, demand.status());
    }

    @Test
    void aFieldThatContradictsTheTextIsAConflict() {
        PostingView view = Texts.view(raw("24"), "## REQUIREMENTS", "* 5+ years of experience");
        List<ExperienceDemand> demands = ExperienceReader.read(view);
        assertEquals(ValueStatus.CONFLICT, demands.get(1).status());
        assertEquals(Issue.EXPERIENCE_CONFLICT, view.issues().get(0).issue());
    }

    private static RawPosting raw(String months) {
        return RawPosting.of(SourceFormat.JSON_LD, "a.json", null)
                .experienceMonths(months)
                .build();
    }

    private static String text(java.math.BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
