package io.jobmart.text;

import io.jobmart.model.SectionKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The words of headings and the kind of section they open, read from {@code headings.tsv}: kind, language, phrase. A
 * phrase stands for the whole heading; a "*" before or after it lets any words stand there. The longest phrase wins.
 * Case, accents, apostrophes and punctuation do not count.
 */
final class HeadingPhrases {
    private static final String RESOURCE = "/io/jobmart/vocabulary/headings.tsv";
    /** A heading of more words is a sentence. */
    static final int MOST_WORDS = 14;

    /** A bullet in bold with more words is an item, not a heading. */
    static final int MOST_ITEM_WORDS = 7;

    private static final int LONGEST_PHRASE = 8;
    private static final char[] FOLDED = folded();

    private static final class Holder {
        static final HeadingPhrases STANDARD = load();
    }

    private final Phrases exact = new Phrases();
    private final Phrases prefixes = new Phrases();
    private final Phrases suffixes = new Phrases();
    private final Phrases inner = new Phrases();
    /** Phrases without a star: only these are sure enough within a paragraph. */
    private final Phrases whole = new Phrases();

    private final Phrases firstWords = new Phrases();

    /** The phrases that come with the program. */
    static HeadingPhrases standard() {
        return Holder.STANDARD;
    }

    /** The kind that a heading opens, or null when it says nothing. */
    SectionKind kind(CharSequence text, int start, int end) {
        long[] words = words(text, start, end);
        if (words == null) {
            return null;
        }
        SectionKind found = exact.get(hash(words, 0, words.length));
        if (found != null) {
            return found;
        }
        for (int length = Math.min(words.length, LONGEST_PHRASE); length > 0; length--) {
            found = prefixes.get(hash(words, 0, length));
            if (found == null) {
                found = suffixes.get(hash(words, words.length - length, words.length));
            }
            for (int from = 0; found == null && from + length <= words.length; from++) {
                found = inner.get(hash(words, from, from + length));
            }
            if (found != null) {
                return asks(found) && isWish(words) ? SectionKind.PREFERRED : found;
            }
        }
        return null;
    }

    private static boolean asks(SectionKind kind) {
        return kind == SectionKind.REQUIREMENTS || kind == SectionKind.SKILLS || kind == SectionKind.EDUCATION;
    }

    /** "Skills / experience preferred": a word of wishing beats the noun, unless a word of need stands beside it. */
    private static boolean isWish(long[] words) {
        boolean wish = false;
        for (long word : words) {
            if (contains(NEEDS, word)) {
                return false;
            }
            wish |= contains(WISHES, word);
        }
        return wish;
    }

    private static boolean contains(long[] set, long word) {
        for (long one : set) {
            if (one == word) {
                return true;
            }
        }
        return false;
    }

    /** The kind of a heading that is a known phrase as a whole, or null. */
    SectionKind exact(CharSequence text, int start, int end) {
        long[] words = words(text, start, end);
        return words == null ? null : exact.get(hash(words, 0, words.length));
    }

    /** The kind of a heading that is a known phrase without a star, or null. */
    SectionKind whole(CharSequence text, int start, int end) {
        long[] words = words(text, start, end);
        return words == null ? null : whole.get(hash(words, 0, words.length));
    }

    /**
     * The offset after the longest known heading that begins at a word and is written like one (its long words in
     * capitals), or -1.
     */
    int longestAt(CharSequence text, int start, int limit) {
        long phrase = 0;
        int found = -1;
        int i = start;
        for (int count = 0; count < LONGEST_PHRASE && i < limit; count++) {
            long word = 0;
            int from = i;
            int glued = -1;
            while (i < limit && (isWord(text.charAt(i)) || Characters.isApostrophe(text.charAt(i)))) {
                if (!Characters.isApostrophe(text.charAt(i))) {
                    // "What you needAt least": the words behind the heading have lost their line break
                    if (i > from
                            && count > 0
                            && Character.isUpperCase(text.charAt(i))
                            && Character.isLowerCase(text.charAt(i - 1))
                            && whole.get(join(phrase, word)) != null) {
                        glued = i;
                    }
                    word = mix(word, fold(text.charAt(i)));
                }
                i++;
            }
            if (glued > 0) {
                return glued;
            }
            if (i == from) {
                if (text.charAt(i) != '&') {
                    return found;
                }
                word = AND;
                i++;
            }
            phrase = count == 0 ? word : join(phrase, word);
            if (count == 0 && firstWords.get(word) == null) {
                return -1;
            }
            if (whole.get(phrase) != null) {
                found = i;
            }
            int next = i;
            while (next < limit
                    && (text.charAt(next) == ' ' || text.charAt(next) == '/' || text.charAt(next) == '\u00A0')) {
                next++;
            }
            if (next == i) {
                return found;
            }
            i = next;
        }
        return found;
    }

    private static final long AND = wordHash("and");
    private static final long[] WISHES = wordHashes(
            "preferred",
            "desirable",
            "advantageous",
            "optional",
            "nice",
            "bonus",
            "deseable",
            "deseables",
            "valorable",
            "desejável",
            "desejáveis",
            "diferencial",
            "diferenciais",
            "wünschenswert",
            "souhaité",
            "souhaités",
            "souhaitées");
    private static final long[] NEEDS =
            wordHashes("required", "minimum", "must", "mandatory", "basic", "essential", "obligatorio", "obrigatório");

    private static long[] wordHashes(String... words) {
        long[] hashes = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            hashes[i] = wordHash(words[i]);
        }
        return hashes;
    }

    /** Hashes of the words of a heading; null when it has none or too many. */
    private static long[] words(CharSequence text, int start, int end) {
        long[] words = new long[MOST_WORDS];
        int count = 0;
        long word = 0;
        boolean open = false;
        for (int i = start; i <= end; i++) {
            char c = i < end ? text.charAt(i) : ' ';
            if (i < end && isWord(c)) {
                word = mix(word, fold(c));
                open = true;
            } else if (i < end && Characters.isApostrophe(c)) {
                continue;
            } else if (open || c == '&') {
                if (open) {
                    if (count == MOST_WORDS) {
                        return null;
                    }
                    words[count++] = word;
                    word = 0;
                    open = false;
                }
                if (i < end && c == '&') {
                    if (count == MOST_WORDS) {
                        return null;
                    }
                    words[count++] = AND;
                }
            }
        }
        return count == 0 ? null : java.util.Arrays.copyOf(words, count);
    }

    private static boolean isWord(char c) {
        return c < 128
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char fold(char c) {
        return c < FOLDED.length ? FOLDED[c] : Character.toLowerCase(c);
    }

    private static char[] folded() {
        char[] table = new char[0x250];
        for (char c = 0; c < table.length; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = Character.toLowerCase(base.charAt(0));
        }
        return table;
    }

    private static long mix(long hash, char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return hash;
        }
        return (hash ^ c) * 0x100000001B3L + 0x9E3779B97F4A7C15L;
    }

    private static long join(long phrase, long word) {
        return Long.rotateLeft(phrase, 21) * 0xBF58476D1CE4E5B9L + word;
    }

    private static long hash(long[] words, int from, int to) {
        long hash = words[from];
        for (int i = from + 1; i < to; i++) {
            hash = join(hash, words[i]);
        }
        return hash;
    }

    private static long wordHash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = mix(hash, fold(word.charAt(i)));
        }
        return hash;
    }

    private void add(SectionKind kind, String phrase) {
        boolean before = phrase.startsWith("*");
        boolean after = phrase.endsWith("*");
        int start = before ? 1 : 0;
        int end = after ? phrase.length() - 1 : phrase.length();
        long[] words = words(phrase, start, end);
        if (words == null || words.length > LONGEST_PHRASE) {
            throw new IllegalStateException("Not a heading's phrase in " + RESOURCE + ": " + phrase);
        }
        long hash = hash(words, 0, words.length);
        Phrases phrases = before && after ? inner : before ? suffixes : after ? prefixes : exact;
        phrases.put(hash, kind);
        // A pattern also matches with no words in place of its star.
        if (before || after) {
            exact.putIfAbsent(hash, kind);
        }
        if (!before && !after) {
            whole.put(hash, kind);
            firstWords.putIfAbsent(words[0], kind);
        }
    }

    private static HeadingPhrases load() {
        HeadingPhrases phrases = new HeadingPhrases();
        try (InputStream stream = HeadingPhrases.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t");
                if (fields.length != 3) {
                    throw new IllegalStateException("Three fields expected in " + RESOURCE + ": " + line);
                }
                phrases.add(SectionKind.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[2].strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
        return phrases;
    }

    /** Kinds by the hash of a phrase. With 64 bits and a few thousand phrases, two headings share one by no chance. */
    private static final class Phrases {
        private long[] keys = new long[64];
        private SectionKind[] kinds = new SectionKind[64];
        private int size;

        SectionKind get(long key) {
            int mask = keys.length - 1;
            for (int slot = slot(key, mask); kinds[slot] != null; slot = (slot + 1) & mask) {
                if (keys[slot] == key) {
                    return kinds[slot];
                }
            }
            return null;
        }

        void putIfAbsent(long key, SectionKind kind) {
            if (get(key) == null) {
                put(key, kind);
            }
        }

        void put(long key, SectionKind kind) {
            if (size * 2 >= keys.length) {
                long[] oldKeys = keys;
                SectionKind[] oldKinds = kinds;
                keys = new long[oldKeys.length * 2];
                kinds = new SectionKind[oldKeys.length * 2];
                size = 0;
                for (int i = 0; i < oldKeys.length; i++) {
                    if (oldKinds[i] != null) {
                        put(oldKeys[i], oldKinds[i]);
                    }
                }
            }
            int mask = keys.length - 1;
            int slot = slot(key, mask);
            while (kinds[slot] != null && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            if (kinds[slot] == null) {
                size++;
            }
            keys[slot] = key;
            kinds[slot] = kind;
        }

        private static int slot(long key, int mask) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 40) & mask;
        }
    }
}
