package io.jobmart.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.PersonalDatum;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private static final String TEXT =
            "We build boats. Contact: Jane Miller, jane@harbour.example, for more. Bring tools.\nGraz";
    private static final List<PersonalDatum> DATA = PersonalDataFinder.find(TEXT, EvidenceField.TEXT);

    @Test
    void masksCharacterByCharacter() {
        assertEquals(
                "We build boats. Contact: ***********, ********************, for more. Bring tools.\nGraz",
                PersonalData.MASK.text(TEXT, DATA, EvidenceField.TEXT));
    }

    @Test
    void dropsTheSentenceAndKeepsTheLength() {
        // The blank between two sentences stands there before.
        assertEquals(
                "We build boats. " + " ".repeat(54) + "Bring tools.\nGraz",
                PersonalData.DROP.text(TEXT, DATA, EvidenceField.TEXT));
        assertEquals(
                TEXT.length(),
                PersonalData.DROP.text(TEXT, DATA, EvidenceField.TEXT).length());
    }

    @Test
    void keepsWhatIsToBeKept() {
        assertEquals(TEXT, PersonalData.KEEP.text(TEXT, DATA, EvidenceField.TEXT));
        assertEquals("Jane Miller", PersonalData.KEEP.value("Jane Miller", DATA));
    }

    @Test
    void anotherFieldIsNotCutByTheOffsetsOfThisOne() {
        assertEquals("Boat builder", PersonalData.MASK.text("Boat builder", DATA, EvidenceField.TITLE));
    }

    @Test
    void aValueLosesTheWordsFoundElsewhere() {
        assertEquals("ask *********** (jane@other)", PersonalData.MASK.value("ask jane miller (jane@other)", DATA));
        assertEquals("Jane Millerson", PersonalData.MASK.value("Jane Millerson", DATA));
    }

    @Test
    void whatNobodyHasLookedAtIsSearched() {
        assertEquals("mailto:********************", PersonalData.MASK.value("mailto:jane@harbour.example", null));
        assertEquals(
                "to ********************", PersonalData.MASK.text("to jane@harbour.example", null, EvidenceField.TEXT));
        assertEquals("Jane Miller", PersonalData.MASK.value("Jane Miller", null));
    }

    @Test
    void aListOfAddressesIsMaskedInValuesToo() {
        String list = IntStream.range(0, 100)
                .mapToObj(i -> "p" + i + "@harbour.example")
                .collect(Collectors.joining(", "));
        List<PersonalDatum> data = PersonalDataFinder.find(list, EvidenceField.TEXT);

        assertEquals(100, data.size());
        assertEquals("write *******************", PersonalData.MASK.value("write p99@harbour.example", data));
    }
}
