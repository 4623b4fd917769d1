package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.EncodingFlavour;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingRepairTest {
    private static final String SAMPLE =
            "💰 60–80k €, “we’re” in Kraków & Łódź — naïve façade … • Straße\u00A0№ 5, разработчик, 工程师";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain ASCII only, 100% of it?",
                "Développeur à l’étranger, déjà « confirmé » — l’équipe",
                "« Qualité »",
                "Inżynier oprogramowania, Łódź, praca zdalna – część etatu",
                "熟悉Java开发，有三年经验",
                "CAFÉ® seeks a barista",
                "a lone Ã stays",
                "Chef de l’équipe",
                "Ingénieur·e ½ temps, 20 °C, ±5 %",
                "Größe: Ä–Ö, ÜBER…",
                "Привет, мы ищем разработчика",
                "🌎 Remote, 💰 $100k",
                "AMANHÃ” disse",
                "le café\u00A0» et l’« École »",
                "das „Öl“, »Öl«, 2010–Ökonomie, Ä–Ö",
                ""
            })
    void cleanTextIsTheSameString(String text) {
        EncodingRepair.Result result = EncodingRepair.repair(text);
        assertSame(text, result.text());
        assertEquals(EncodingFlavour.NONE, result.flavour());
        assertFalse(result.lossy());
    }

    @Test
    void utf8ReadAsWindows1252ComesBackWhole() {
        EncodingRepair.Result result = EncodingRepair.repair(asWindows1252(SAMPLE));
        assertEquals(SAMPLE, result.text());
        assertEquals(EncodingFlavour.CP1252, result.flavour());
        assertFalse(result.lossy());
    }

    @Test
    void utf8ReadAsLatin1ComesBackWhole() {
        String read = new String(SAMPLE.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(SAMPLE, EncodingRepair.repair(read).text());
    }

    @Test
    void utf8ReadAsMacRomanComesBackWhole() {
        String read = new String(SAMPLE.getBytes(StandardCharsets.UTF_8), Charset.forName("x-MacRoman"));
        EncodingRepair.Result result = EncodingRepair.repair(read);
        assertEquals(SAMPLE, result.text());
        assertEquals(EncodingFlavour.MAC_ROMAN, result.flavour());
        assertFalse(result.lossy());
    }

    @Test
    void textReadWronglyTwiceComesBackWhole() {
        assertEquals(
                SAMPLE,
                EncodingRepair.repair(asWindows1252(asWindows1252(SAMPLE))).text());
    }

    @Test
    void textReadAsOneSetAndThenAsTheOtherComesBackWhole() {
        assertEquals(
                SAMPLE, EncodingRepair.repair(asWindows1252(asMacRoman(SAMPLE))).text());
        assertEquals(
                SAMPLE, EncodingRepair.repair(asMacRoman(asWindows1252(SAMPLE))).text());
    }

    @Test
    void onlyTheBrokenPartOfAMixedTextIsRepaired() {
        String clean = "Über uns: “naïve” Köche, le café\u00A0», AMANHÃ”, Ä–Ö, разработчик, 🌎";
        for (String broken : List.of(
                asWindows1252(SAMPLE),
                asMacRoman(SAMPLE),
                asWindows1252(asWindows1252(SAMPLE)),
                asWindows1252(asMacRoman(SAMPLE)))) {
            EncodingRepair.Result first = EncodingRepair.repair(broken + "\n" + clean);
            assertEquals(SAMPLE + "\n" + clean, first.text());
            assertFalse(first.lossy());
            assertEquals(
                    clean + "\n" + SAMPLE,
                    EncodingRepair.repair(clean + "\n" + broken).text());
        }
    }

    @Test
    void partsBrokenInDifferentWaysAreBothRepaired() {
        String mixed = asWindows1252("It’s a café • tea") + "\n" + asMacRoman("we’re naïve • too") + "\nÖl";
        assertEquals(
                "It’s a café • tea\nwe’re naïve • too\nÖl",
                EncodingRepair.repair(mixed).text());
    }

    @Test
    void oneBrokenWordWithinACleanLineIsRepaired() {
        assertEquals(
                "Für das Büro: it’s “Käse”",
                EncodingRepair.repair("Für das Büro: itâ€™s “Käse”").text());
    }

    @Test
    void aCleanLetterBesideALostByteIsNoLoss() {
        EncodingRepair.Result result = EncodingRepair.repair("Le “café’s” bar.\nThe â€œteamâ€ is here");
        assertEquals("Le “café’s” bar.\nThe “team” is here", result.text());
        assertTrue(result.lossy());
    }

    @Test
    void oneWrongLetterInAShortTitleIsRepaired() {
        assertEquals("Café manager", EncodingRepair.repair("CafÃ© manager").text());
    }

    @Test
    void theRestIsRepairedWhenBytesAreLost() {
        // The closing quote ends in byte 9D, which this reader could not read.
        EncodingRepair.Result result = EncodingRepair.repair("The â€œteamâ€\uFFFD is in KrakÃ³w and Ã\uFFFDvila");
        assertEquals("The “team” is in Kraków and \uFFFDvila", result.text());
        assertEquals(EncodingFlavour.CP1252, result.flavour());
        assertTrue(result.lossy());
    }

    @Test
    void droppedBytesAreToldToo() {
        EncodingRepair.Result result = EncodingRepair.repair("The â€œteamâ€ isnâ€™t in KrakÃ³w");
        assertEquals("The “team” isn’t in Kraków", result.text());
        assertTrue(result.lossy());
    }

    @Test
    void questionMarksInPlaceOfBytesGoWithTheCharacter() {
        EncodingRepair.Result result = EncodingRepair.repair("The â€œteamâ€? and the â€œworkâ€? isnâ€™t it?");
        assertEquals("The “team” and the “work” isn’t it?", result.text());
        assertTrue(result.lossy());
    }

    @Test
    void aReplacementCharacterInCleanTextIsTold() {
        String text = "V dob\uFFFD nejistoty";
        EncodingRepair.Result result = EncodingRepair.repair(text);
        assertSame(text, result.text());
        assertEquals(EncodingFlavour.NONE, result.flavour());
        assertTrue(result.lossy());
    }

    private static String asMacRoman(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("x-MacRoman"));
    }

    /** As lenient readers do it: the five undefined bytes become control characters. */
    private static String asWindows1252(String text) {
        return Windows1252.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
