package io.jobmart.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for the keys of any natural keys. */
class KeysPropertyTest {
    private static final String SEED = "20261121";

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(6),
                        Arbitraries.strings().withChars("ab\u0301é\u0000").ofMaxLength(3))
                .injectNull(0.2)
                .list()
                .ofMaxSize(4);
    }

    private static long key(List<String> parts) {
        return Keys.of("kind", parts.toArray(String[]::new));
    }

    /** As the tables hold it: a half of a surrogate pair is no character, and is written as "?". */
    private static List<String> written(List<String> parts) {
        List<String> written = new ArrayList<>();
        for (String part : parts) {
            written.add(
                    part == null
                            ? null
                            : new String(
                                    Normalizer.normalize(part, Normalizer.Form.NFC)
                                            .getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.UTF_8));
        }
        return written;
    }

    @Property(seed = SEED)
    void naturalKeysThatDifferHaveKeysThatDiffer(
            @ForAll("parts") List<String> one, @ForAll("parts") List<String> other) {
        Assume.that(!written(one).equals(written(other)));
        assertNotEquals(key(one), key(other));
    }

    @Property(seed = SEED)
    void thePlaceOfACutBetweenPartsShows(@ForAll String text, @ForAll("cut") int first, @ForAll("cut") int second) {
        int a = Math.min(first, text.length());
        int b = Math.min(second, text.length());
        List<String> one = List.of(text.substring(0, a), text.substring(a));
        List<String> other = List.of(text.substring(0, b), text.substring(b));
        Assume.that(!written(one).equals(written(other)));
        assertNotEquals(key(one), key(other));
    }

    @Provide
    Arbitrary<Integer> cut() {
        return Arbitraries.integers().between(0, 12);
    }

    @Property(seed = SEED)
    void theFormThatCharactersAreComposedInDoesNotShow(@ForAll String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String taken = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertEquals(Keys.of("kind", composed), Keys.of("kind", taken));
        assertEquals(Keys.hash("kind", composed), Keys.hash("kind", taken));
    }
}
