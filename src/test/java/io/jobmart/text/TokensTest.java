package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static final Lexicon LEXICON = Lexicon.builder()
            .trigger(Trigger.DEGREE, "bachelor")
            .trigger(Trigger.YEARS, "years")
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    C++, C# and F#.             | C++ , C# and F# .
                    .NET or Node.js             | .NET or Node . js
                    5+ years                    | 5 + years
                    $120k–$150k                 | $ 120k – $ 150k
                    the Bachelor's degree       | the Bachelor degree
                    l'expérience                | l expérience
                    don’t                       | don t
                    熟悉Java开发                  | 熟悉 Java 开发
                    full-time/remote            | full - time / remote
                    A++b                        | A + + b
                    e.g. this                   | e . g . this
                    🌎 Remote                   | 🌎 Remote
                    soft\u00ADware              | soft ware
                    """)
    void textIsCutIntoWordsAndSigns(String text, String expected) {
        Tokens tokens = Tokens.of(text.replace("\\u00AD", "\u00AD"), LEXICON);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            words.add(tokens.surface(i));
        }
        assertEquals(expected, String.join(" ", words));
    }

    @Test
    void aPossessiveBelongsToTheTokenButNotToItsWord() {
        Tokens tokens = Tokens.of("a Bachelor’s degree", LEXICON);
        assertEquals("bachelor", tokens.word(1));
        assertEquals(2, tokens.start(1));
        assertEquals(10, tokens.wordEnd(1));
        assertEquals(12, tokens.end(1));
        assertTrue(tokens.is(1, Trigger.DEGREE));
        assertTrue(tokens.is(1, "bachelor"));
    }

    @Test
    void wordsGluedAtALineEndAreTwoWhereBothAreKnown() {
        Lexicon.Builder builder = Lexicon.builder();
        builder.trigger(Trigger.START, "strong", "experience");
        for (String word : List.of("languages", "due", "oracle", "degree", "script", "coffeescript")) {
            builder.add(word);
        }
        Lexicon lexicon = builder.build();
        assertEquals("languages|Due|to", words("languagesDue to", lexicon));
        assertEquals("Oracle|Strong", words("OracleStrong", lexicon));
        assertEquals("degree|5|+|years", words("degree5+ years", lexicon));
        assertEquals("CoffeeScript", words("CoffeeScript", lexicon));
        assertEquals("OracleScript", words("OracleScript", lexicon), "the name of something else");
        assertEquals("languagesQ", words("languagesQ", lexicon));
        assertEquals("browsers|Experience", words("browsersExperience", lexicon), "a plain word before a beginning");
        assertEquals("2021|Experience", words("2021Experience", lexicon));
        assertEquals("languages|Degree", words("languagesDegree's", lexicon));
        assertEquals("iStrong", words("iStrong", lexicon));
    }

    private static String words(String text, Lexicon lexicon) {
        Tokens tokens = Tokens.of(text, lexicon);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < tokens.count(); i++) {
            words.append(i > 0 ? "|" : "").append(tokens.surface(i));
        }
        return words.toString();
    }

    @Test
    void whatBeginsWithADigitIsANumber() {
        Tokens tokens = Tokens.of("120k for 5 years", LEXICON);
        assertTrue(tokens.is(0, Trigger.NUMBER));
        assertFalse(tokens.is(1, Trigger.NUMBER));
        assertTrue(tokens.is(2, Trigger.NUMBER));
        assertTrue(tokens.isAny(3, Trigger.YEARS.bit() | Trigger.PAY.bit()));
    }

    @Test
    void indicesOutsideAreHarmless() {
        Tokens tokens = Tokens.of("one two", LEXICON);
        assertEquals("", tokens.word(-1));
        assertEquals("", tokens.word(2));
        assertEquals(Lexicon.UNKNOWN, tokens.id(2));
        assertFalse(tokens.is(5, Trigger.YEARS));
        assertFalse(tokens.isWord(-1));
        assertFalse(tokens.touchesPrevious(0));
    }

    @Test
    void tokensAreFoundByOffset() {
        Tokens tokens = Tokens.of("one two, three", LEXICON);
        assertEquals(0, tokens.at(0));
        assertEquals(1, tokens.at(1));
        assertEquals(2, tokens.at(7));
        assertEquals(4, tokens.at(10));
        assertTrue(tokens.touchesPrevious(2));
    }

    @Test
    void anEmptyTextHasNoTokens() {
        assertEquals(0, Tokens.of("", LEXICON).count());
        assertEquals(0, Tokens.of(" \n\t\u00A0", LEXICON).count());
    }
}
