package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.List;
import java.util.Set;

/**
 * A closed set of words that a rule asks for. Its words are put into the lexicon, so that asking makes no strings: a
 * token that the lexicon does not know is in no set.
 */
final class WordSet {
    private final Set<String> words;

    private WordSet(Set<String> words) {
        this.words = words;
    }

    /** Words in lower case, divided by blanks. */
    static WordSet of(String words) {
        return new WordSet(Set.copyOf(List.of(words.strip().split("\\s+"))));
    }

    boolean has(Tokens tokens, int token) {
        return tokens.id(token) != Lexicon.UNKNOWN && words.contains(tokens.word(token));
    }

    /** Makes the words known. */
    void addTo(Lexicon.Builder lexicon) {
        words.forEach(lexicon::add);
    }

    /** Makes the words known, each as a trigger. */
    void addTo(Lexicon.Builder lexicon, Trigger trigger) {
        words.forEach(word -> lexicon.trigger(trigger, word));
    }
}
