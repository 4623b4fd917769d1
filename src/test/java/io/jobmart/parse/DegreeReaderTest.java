package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.Issue;
import io.jobmart.model.Modality;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.ValueStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DegreeReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/degrees.csv", delimiter = '|', numLinesToSkip = 1)
    void levelsAndFieldsAreReadAsStated(String description, String line, String levels, String field) {
        List<DegreeDemand> demands = DegreeReader.read(Texts.view("## REQUIREMENTS", "* " + line));
        assertEquals(
                levels == null ? "" : levels,
                String.join(
                        " ",
                        demands.stream()
                                .map(d -> d.level() == null ? "?" : d.level().name())
                                .toList()),
                description);
        for (DegreeDemand demand : demands) {
            assertEquals(field, demand.fieldOfStudy(), description);
        }
    }

    @Test
    void equivalentExperienceIsNoted() {
        assertTrue(only("* Bachelor's degree in Design or equivalent work experience")
                .orEquivalent());
        assertTrue(only("* Degree in Design or comparable practical experience").orEquivalent());
        assertFalse(only("* Bachelor's degree in Design and 4+ years of Illustration or related work experience")
                .orEquivalent());
        assertFalse(
                only("* Bachelor's degree in Design and relevant experience").orEquivalent());
    }

    @Test
    void modalityComesFromTheWordsBesideTheDegree() {
        List<DegreeDemand> demands = DegreeReader.read(
                Texts.view("## REQUIREMENTS", "* Bachelor's degree required, Master's degree preferred"));
        assertEquals(Modality.REQUIRED, demands.get(0).modality());
        assertEquals(Modality.PREFERRED, demands.get(1).modality());
    }

    @Test
    void aDegreeOutsideDemandsIsNotAskedFor() {
        assertTrue(DegreeReader.read(Texts.view("## ABOUT_COMPANY", "Our founder holds a PhD in physics."))
                .isEmpty());
    }

    @Test
    void aFieldThatAgreesWithTheTextAddsNothing() {
        PostingView view = Texts.view(raw("bachelor degree"), "## REQUIREMENTS", "* BA in English preferred");
        assertEquals(1, DegreeReader.read(view).size());
        assertTrue(view.issues().isEmpty());
    }

    @Test
    void aFieldWithoutTextIsTakenAndOneThatContradictsIsAConflict() {
        DegreeDemand demand = DegreeReader.read(Texts.view(raw("postgraduate degree"), "We bake."))
                .get(0);
        assertEquals(DegreeLevel.MASTER, demand.level());
        assertEquals(ValueStatus.STRUCTURED, demand.status());
        PostingView view = Texts.view(raw("high school"), "## REQUIREMENTS", "* PhD in law");
        assertEquals(ValueStatus.CONFLICT, DegreeReader.read(view).get(1).status());
        assertEquals(Issue.DEGREE_CONFLICT, view.issues().get(0).issue());
    }

    private static DegreeDemand only(String line) {
        return DegreeReader.read(Texts.view("## REQUIREMENTS", line)).get(0);
    }

    private static RawPosting raw(String degree) {
        return RawPosting.of(SourceFormat.JSON_LD, "a.json", null)
                .degrees(List.of(degree))
                .build();
    }
}
