package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.HashMap;
import java.util.Map;

/** Small whole numbers as postings write them: "5", "five", "fünf", "five (5)". */
final class Numbers {
    /** No number stands there. */
    static final int NONE = -1;

    private static final Map<String, Integer> WORDS = new HashMap<>();

    static {
        String[] languages = {
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
            "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
            "un deux trois quatre cinq six sept huit neuf dix onze douze",
            "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
            "um dois três quatro cinco seis sete oito nove dez onze doze"
        };
        for (String language : languages) {
            String[] words = language.split(" ");
            for (int i = 0; i < words.length; i++) {
                WORDS.put(words[i], i + 1);
            }
        }
        WORDS.put("twenty", 20);
        WORDS.put("eighteen", 18);
        WORDS.put("ein", 1);
        WORDS.put("eine", 1);
        WORDS.put("einem", 1);
        WORDS.put("einjährige", 1);
        WORDS.put("une", 1);
        WORDS.put("una", 1);
        WORDS.put("uma", 1);
        WORDS.put("duas", 2);
    }

    private Numbers() {}

    static void addTriggers(Lexicon.Builder lexicon) {
        WORDS.keySet().forEach(word -> lexicon.trigger(Trigger.NUMBER_WORD, word));
    }

    /** The whole number that a token is, in digits or in words, or {@link #NONE}. At most five digits. */
    static int at(Tokens tokens, int token) {
        if (tokens.is(token, Trigger.NUMBER)) {
            return digits(tokens.text(), tokens.start(token), tokens.wordEnd(token));
        }
        if (tokens.is(token, Trigger.NUMBER_WORD)) {
            return WORDS.getOrDefault(tokens.word(token), NONE);
        }
        return NONE;
    }

    private static int digits(String text, int start, int end) {
        if (end - start > 5) {
            return NONE;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NONE;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
