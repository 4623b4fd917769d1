package io.jobmart.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.PersonalDataKind;
import io.jobmart.model.PersonalDatum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalDataFinderTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/personal-data.tsv", delimiter = '\t', quoteCharacter = '\0')
    void findsWhatIsPersonalAndNothingElse(String description, String marked) {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        String source = marked.replace('|', '\n');
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '{') {
                int end = source.indexOf('}', i);
                String words = source.substring(i + 3, end);
                expected.add(source.charAt(i + 1) + " " + text.length() + " " + words);
                text.append(words);
                i = end;
            } else {
                text.append(source.charAt(i));
            }
        }

        List<String> found = PersonalDataFinder.find(text.toString(), EvidenceField.TEXT).stream()
                .map(datum -> letter(datum.kind()) + " " + datum.start() + " " + datum.words())
                .toList();

        assertEquals(expected, found);
    }

    private static String letter(PersonalDataKind kind) {
        return switch (kind) {
            case EMAIL -> "e";
            case PHONE -> "p";
            case NAME -> "n";
            case PROFILE -> "l";
        };
    }

    @Test
    void aStructuredFieldHasNoOffsets() {
        assertEquals(
                List.of(new PersonalDatum(
                        PersonalDataKind.EMAIL, EvidenceField.MARKUP, null, null, "jobs@harbour.example")),
                PersonalDataFinder.find("mailto:jobs@harbour.example", EvidenceField.MARKUP));
    }

    @Test
    void nothingIsFoundInNothing() {
        assertEquals(List.of(), PersonalDataFinder.find(null, EvidenceField.TITLE));
        assertEquals(List.of(), PersonalDataFinder.find("", EvidenceField.TITLE));
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                        "@",
                        "a@",
                        "a.@b.",
                        "@@.",
                        "a@b.cc",
                        "(at)",
                        "x (at) ",
                        " at ",
                        "a at b dot ",
                        "a dot ",
                        "%40",
                        "+",
                        "+1",
                        "1 ",
                        "0",
                        "(0",
                        "(1)",
                        "1-",
                        "+1 (",
                        "Tel. ",
                        "tel: 1",
                        "Jane ",
                        "Jane Miller ",
                        "Jane Miller\n",
                        "Contact: ",
                        "contact Jane ",
                        "Frau ",
                        "M. ",
                        "A.",
                        "A. ",
                        "linkedin.com/in/",
                        "contact: Jane a@b.cc ",
                        "\n",
                        "J@b.cc Jane de ",
                        "\uD83D",
                        "regards,\nJane\n",
                        "- ",
                        "* Contact\n",
                        "J.R. Willems a@b.cc ")
                .map(part -> part.repeat(400_000 / part.length()));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void takesTimeByLength(String text) {
        List<PersonalDatum> found = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> PersonalDataFinder.find(text, EvidenceField.TEXT));
        assertFit(text, found);
        String masked = PersonalData.MASK.text(text, found, EvidenceField.TEXT);
        assertEquals(text.length(), masked.length());
        assertEquals(
                text.length(),
                PersonalData.DROP.text(text, found, EvidenceField.TEXT).length());
    }

    @Test
    void offsetsFitWhateverTheText() {
        Random random = new Random(6);
        String[] parts = {
            "Jane",
            " ",
            "\n",
            "@",
            ".",
            "com",
            "Miller",
            "Contact",
            ":",
            "+49",
            "30",
            "0",
            "1",
            "-",
            "(",
            ")",
            "at",
            "dot",
            "\uD83D\uDCDE",
            "\uDCDE",
            "é",
            "e\u0301",
            "%40",
            "tel",
            "linkedin.com/in/",
            "Frau",
            ","
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            assertFit(text.toString(), PersonalDataFinder.find(text.toString(), EvidenceField.TEXT));
        }
    }

    private static void assertFit(String text, List<PersonalDatum> found) {
        int end = 0;
        for (PersonalDatum datum : found) {
            assertTrue(
                    datum.start() >= end && datum.end() > datum.start() && datum.end() <= text.length(),
                    datum::toString);
            assertEquals(text.substring(datum.start(), datum.end()), datum.words());
            end = datum.end();
        }
    }
}
