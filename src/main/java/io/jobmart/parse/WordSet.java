package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A closed set of words that a rule asks for. Its words are put into the lexicon, so that asking makes no strings: a
 * token that the lexicon does not know is in no set.
 */
final class WordSet {
    private final Set<String> words;
    /** For the lexicon asked last; there is one a process. */
    private volatile Members members;

    /** A bit for each word of a lexicon. */
    private record Members(Lexicon lexicon, BitSet ids) {}

    private WordSet(Set<String> words) {
        this.words = words;
    }

    /** Words in lower case, divided by blanks. */
    static WordSet of(String words) {
        return new WordSet(Set.copyOf(List.of(words.strip().split("\\s+"))));
    }

    boolean has(Tokens tokens, int token) {
        int id = tokens.id(token);
        if (id == Lexicon.UNKNOWN) {
            return false;
        }
        Members known = members;
        if (known == null || known.lexicon != tokens.lexicon()) {
            known = members(tokens.lexicon());
            members = known;
        }
        return known.ids.get(id);
    }

    private Members members(Lexicon lexicon) {
        BitSet ids = new BitSet();
        for (String word : words) {
            int id = lexicon.id(word);
            if (id != Lexicon.UNKNOWN && lexicon.word(id).equals(word)) {
                ids.set(id);
            }
        }
        return new Members(lexicon, ids);
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
