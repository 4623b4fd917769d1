package io.jobmart.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All words that any rule knows, numbered, each with the triggers it carries. Built once, immutable and shared by all
 * threads. Look-up compares characters in place, ignoring case, so that reading a posting makes no strings.
 */
public final class Lexicon {
    /** The id of a word that no rule knows. */
    public static final int UNKNOWN = -1;

    private final String[] words;
    private final int[] masks;
    private final int[] table;
    /** The hash of each slot's word: most words of a text are not known, and are told apart without a look at any. */
    private final int[] hashes;

    private Lexicon(String[] words, int[] masks) {
        this.words = words;
        this.masks = masks;
        int size = Integer.highestOneBit(Math.max(16, words.length * 2)) << 1;
        this.table = new int[size];
        this.hashes = new int[size];
        for (int id = 0; id < words.length; id++) {
            int hash = hash(words[id], 0, words[id].length());
            int slot = hash & (size - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            table[slot] = id + 1;
            hashes[slot] = hash;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Number of words. */
    public int size() {
        return words.length;
    }

    /** The id of {@code text[start, end)} whatever its case, or {@link #UNKNOWN}. */
    public int id(CharSequence text, int start, int end) {
        int hash = hash(text, start, end);
        int slot = hash & (table.length - 1);
        while (true) {
            int entry = table[slot];
            if (entry == 0) {
                return UNKNOWN;
            }
            if (hashes[slot] == hash && same(words[entry - 1], text, start, end)) {
                return entry - 1;
            }
            slot = (slot + 1) & (table.length - 1);
        }
    }

    public int id(String word) {
        return id(word, 0, word.length());
    }

    /** The triggers of a word as bits; 0 for {@link #UNKNOWN}. */
    public int mask(int id) {
        return id == UNKNOWN ? 0 : masks[id];
    }

    /** The word of an id, in lower case. */
    public String word(int id) {
        return words[id];
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + lower(text.charAt(i));
        }
        return hash ^ (hash >>> 15);
    }

    private static char lower(char c) {
        return c >= 128 ? Character.toLowerCase(c) : c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private static boolean same(String word, CharSequence text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (lower(text.charAt(i)) != word.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    /** Collects words; the same word may come often, its triggers add up. */
    public static final class Builder {
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<Integer> masks = new ArrayList<>();

        /** The id that the word will have. Words are single tokens as {@link Tokens} cuts them. */
        public int add(String word) {
            String lower = lower(word);
            Integer id = ids.get(lower);
            if (id == null) {
                id = masks.size();
                ids.put(lower, id);
                masks.add(0);
            }
            return id;
        }

        /** Adds words that carry a trigger. */
        public Builder trigger(Trigger trigger, String... triggerWords) {
            for (String word : triggerWords) {
                int id = add(word);
                masks.set(id, masks.get(id) | trigger.bit());
            }
            return this;
        }

        public Lexicon build() {
            String[] words = new String[masks.size()];
            int[] bits = new int[masks.size()];
            ids.forEach((word, id) -> {
                words[id] = word;
                bits[id] = masks.get(id);
            });
            return new Lexicon(words, bits);
        }

        /** Character by character, as look-up does it: "İ" stays one character. */
        private static String lower(String word) {
            StringBuilder lower = new StringBuilder(word.length());
            for (int i = 0; i < word.length(); i++) {
                lower.append(Character.toLowerCase(word.charAt(i)));
            }
            return lower.toString();
        }
    }
}
