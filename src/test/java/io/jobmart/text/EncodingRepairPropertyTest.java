package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for the repair of any text. */
class EncodingRepairPropertyTest {
    private static final String SEED = "20261121";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Words as people write them in the languages that are read, and the signs around them. */
    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of(
                        "Bäcker",
                        "größer",
                        "façade",
                        "garçon",
                        "où",
                        "niño",
                        "mañana",
                        "ação",
                        "pão",
                        "Řidič",
                        "žlutý",
                        "Przedsiębiorstwo",
                        "Инженер",
                        "работа",
                        "求人",
                        "the",
                        "baker’s",
                        "“bread”",
                        "–",
                        "café",
                        "€50",
                        "naïve",
                        "über",
                        "Åse",
                        "smørrebrød",
                        "🥖",
                        "…",
                        "work",
                        "©",
                        "½",
                        "25 °C")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withCharRange('\u0080', '\u00ff').ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("ÃÂâ€™œžŸ¡¤§©«¼½Ãƒ‚ÄôÔøΩ\uFFFD?ïðŸ ")
                        .ofMaxLength(30),
                prose().map(text -> new String(text.getBytes(StandardCharsets.UTF_8), WINDOWS_1252)));
    }

    @Property(seed = SEED)
    void cleanTextIsLeftAsItIs(@ForAll("prose") String text) {
        assertSame(text, EncodingRepair.repair(text).text());
    }

    /** Too little of it may look like chance, and stays as it came. */
    @Property(seed = SEED)
    void textThatWasReadWronglyOnceOrTwiceComesBackOrStays(@ForAll("prose") String text, @ForAll boolean twice) {
        String once = misread(text);
        String wrong = twice ? misread(once) : once;
        EncodingRepair.Result result = EncodingRepair.repair(wrong);
        assertTrue(List.of(text, once, wrong).contains(result.text()), result.text());
        assertFalse(result.lossy());
    }

    /** UTF-8 read as windows-1252, as browsers do it: the five bytes that it does not define become control characters. */
    private static String misread(String text) {
        StringBuilder wrong = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            String one = new String(new byte[] {b}, WINDOWS_1252);
            wrong.append(one.equals("\uFFFD") ? String.valueOf((char) (b & 0xff)) : one);
        }
        return wrong.toString();
    }

    @Property(seed = SEED)
    void whateverComesIsRepairedOnceAndForAll(@ForAll("anything") String text) {
        EncodingRepair.Result result = EncodingRepair.repair(text);
        assertTrue(result.text().length() <= text.length());
        assertEquals(result.text(), EncodingRepair.repair(result.text()).text(), "repaired again");
        assertEquals(result, EncodingRepair.repair(text));
    }

    @Property(seed = SEED)
    void aTextWithOneSureSignIsRepairedWhateverStandsAroundIt(
            @ForAll("prose") String before, @ForAll("prose") String after) {
        String text = before + " baker’s “bread” " + after;
        assertEquals(text, EncodingRepair.repair(misread(text)).text());
    }
}
