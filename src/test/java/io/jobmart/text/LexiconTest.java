package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void aWordIsFoundWhateverItsCase() {
        Lexicon lexicon =
                Lexicon.builder().trigger(Trigger.YEARS, "Years", "Jahre").build();
        assertEquals(lexicon.id("years"), lexicon.id("YEARS"));
        assertEquals("years", lexicon.word(lexicon.id("yEaRs")));
        assertEquals(lexicon.id("jahre"), lexicon.id("drei Jahre".toCharArray(), 5, 10));
    }

    @Test
    void aWordAddedTwiceKeepsItsIdAndGathersTriggers() {
        Lexicon.Builder builder = Lexicon.builder();
        int id = builder.add("plus");
        builder.trigger(Trigger.MODALITY, "plus").trigger(Trigger.PAY, "PLUS");
        Lexicon lexicon = builder.build();
        assertEquals(id, lexicon.id("plus"));
        assertEquals(Trigger.MODALITY.bit() | Trigger.PAY.bit(), lexicon.mask(id));
        assertEquals(1, lexicon.size());
    }

    @Test
    void anUnknownWordHasNoTrigger() {
        Lexicon lexicon = Lexicon.builder().trigger(Trigger.PAY, "salary").build();
        assertEquals(Lexicon.UNKNOWN, lexicon.id("salaries"));
        assertEquals(Lexicon.UNKNOWN, lexicon.id(""));
        assertEquals(0, lexicon.mask(Lexicon.UNKNOWN));
    }

    @Test
    void manyWordsKeepApart() {
        Lexicon.Builder builder = Lexicon.builder();
        for (int i = 0; i < 5_000; i++) {
            builder.add("word" + i);
        }
        Lexicon lexicon = builder.build();
        for (int i = 0; i < 5_000; i++) {
            assertEquals(i, lexicon.id("Word" + i));
        }
        assertNotEquals(0, lexicon.size());
        assertEquals(Lexicon.UNKNOWN, lexicon.id("word5000"));
    }

    @Test
    void wordsThatAreTooLongOrForeignToPackAreFoundAsWell() {
        String[] words = {"abcdefghij", "abcdefghijk", "b", "ß", "größe", "c++", "^", "データ", "a", "aa", "İ"};
        Lexicon.Builder builder = Lexicon.builder();
        for (String word : words) {
            builder.add(word);
        }
        Lexicon lexicon = builder.build();
        for (int i = 0; i < words.length; i++) {
            assertEquals(i, lexicon.id(words[i]), words[i]);
            assertEquals(Lexicon.UNKNOWN, lexicon.id(words[i] + "x"), words[i]);
        }
    }
}
