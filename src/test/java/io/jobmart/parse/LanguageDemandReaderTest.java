package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.LanguageDemand;
import io.jobmart.model.Modality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguageDemandReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/languages.csv", delimiter = '|', numLinesToSkip = 1)
    void languagesAreReadWithTheirCommand(String description, String section, String line, String expected) {
        List<LanguageDemand> demands = LanguageDemandReader.read(Texts.view("## " + section, "* " + line));
        String read = String.join(
                " ",
                demands.stream()
                        .map(d -> d.language() + ":" + (d.proficiency() == null ? "" : d.proficiency()) + ":"
                                + d.modality())
                        .toList());
        assertEquals(expected == null ? "" : expected, read, description);
    }

    @Test
    void aLanguageNamedTwiceIsKeptWhereItIsAskedForMostStrongly() {
        List<LanguageDemand> demands = LanguageDemandReader.read(Texts.view(
                "## PREFERRED", "* Fluent Spanish", "## REQUIREMENTS", "* Good Spanish, spoken and written"));
        assertEquals(1, demands.size());
        assertEquals(Modality.REQUIRED, demands.get(0).modality());
    }
}
