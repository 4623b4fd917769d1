package io.jobmart.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All words that any rule knows, numbered, each with the triggers it carries. Built once, immutable and shared by all
 * threads. Look-up compares characters in place, ignoring case, so that reading a posting makes no strings.
 *
 * <p>What a look-up costs is the memory it touches. So a word of up to ten common signs is packed into one number, which
 * is the word, and found or missed by one comparison; only longer and foreign words are compared letter by letter.
 */
public final class Lexicon {
    /** The id of a word that no rule knows. */
    public static final int UNKNOWN = -1;

    /** Signs of a packed word have six bits each. */
    private static final int PACKED_LENGTH = 10;

    private static final byte[] CODES = codes();

    private final String[] words;
    private final int[] masks;
    /** The key of each slot's word, 0 where the slot is free. */
    private final long[] keys;

    private final int[] ids;
    private final int shift;

    private Lexicon(String[] words, int[] masks) {
        this.words = words;
        this.masks = masks;
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(16, words.length + words.length / 2L));
        this.keys = new long[1 << bits];
        this.ids = new int[1 << bits];
        this.shift = 64 - bits;
        for (int id = 0; id < words.length; id++) {
            long key = key(words[id].toCharArray(), 0, words[id].length());
            int slot = slot(key);
            while (keys[slot] != 0) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            ids[slot] = id;
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
    int id(char[] text, int start, int end) {
        long key = key(text, start, end);
        int slot = slot(key);
        while (true) {
            long entry = keys[slot];
            if (entry == 0) {
                return UNKNOWN;
            }
            if (entry == key && (key > 0 || same(words[ids[slot]], text, start, end))) {
                return ids[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
    }

    /** The id of a word whatever its case, or {@link #UNKNOWN}. */
    public int id(String word) {
        return id(word.toCharArray(), 0, word.length());
    }

    /** The triggers of a word as bits; 0 for {@link #UNKNOWN}. */
    public int mask(int id) {
        return id == UNKNOWN ? 0 : masks[id];
    }

    /** The word of an id, in lower case. */
    public String word(int id) {
        return words[id];
    }

    /** The word itself as a positive number, where its signs fit; else its hash as a negative one. */
    private static long key(char[] text, int start, int end) {
        if (end - start <= PACKED_LENGTH) {
            long packed = 0;
            int i = start;
            while (i < end) {
                char c = lower(text[i]);
                int code = c < 128 ? CODES[c] : 0;
                if (code == 0) {
                    break;
                }
                packed = packed << 6 | code;
                i++;
            }
            if (i == end) {
                return packed;
            }
        }
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + lower(text[i]);
        }
        return hash | Long.MIN_VALUE;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }

    /** Numbers from 1 for letters in lower case, digits and the commonest signs. */
    private static byte[] codes() {
        byte[] codes = new byte[128];
        String signs = "abcdefghijklmnopqrstuvwxyz0123456789.,-:;()/&'\"+#*%$!?@[]|=<>_~`";
        for (int i = 0; i < Math.min(63, signs.length()); i++) {
            codes[signs.charAt(i)] = (byte) (i + 1);
        }
        return codes;
    }

    static char lower(char c) {
        return c >= 128 ? Character.toLowerCase(c) : c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private static boolean same(String word, char[] text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (lower(text[i]) != word.charAt(i - start)) {
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
