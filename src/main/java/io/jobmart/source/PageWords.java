package io.jobmart.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The phrases of {@code pages.tsv}, found in one pass over a text, whatever its case, accents and punctuation. The text may
 * be a page as it came: its tags do no harm.
 */
final class PageWords {
    private static final String RESOURCE = "/io/jobmart/vocabulary/pages.tsv";
    private static final int LONGEST_PHRASE = 8;
    private static final char[] FOLDED = folded();

    /** What a phrase says. */
    enum Kind {
        AD,
        APPLY,
        CLOSED,
        MISSING,
        BOARD
    }

    private static final class Holder {
        static final PageWords STANDARD = load();
    }

    /** Hashes of the phrases of a kind, and of the first word of each, sorted. */
    private record Phrases(long[] whole, long[] first) {
        int index(long hash) {
            return Arrays.binarySearch(whole, hash);
        }
    }

    private final Map<Kind, Phrases> phrases = new EnumMap<>(Kind.class);

    private PageWords() {}

    static PageWords standard() {
        return Holder.STANDARD;
    }

    /**
     * How many different phrases of a kind a text holds.
     *
     * @param enough where counting may stop
     */
    int count(Kind kind, CharSequence text, int enough) {
        boolean[] seen = new boolean[phrases.get(kind).whole().length];
        int count = 0;
        int at = 0;
        while (at < text.length() && count < enough) {
            at = wordStart(text, at);
            int found = match(kind, text, at);
            if (found >= 0 && !seen[found]) {
                seen[found] = true;
                count++;
            }
            at = wordEnd(text, at);
        }
        return count;
    }

    /** Whether a text holds a phrase of a kind. */
    boolean holds(Kind kind, CharSequence text) {
        return count(kind, text, 1) > 0;
    }

    /** Whether the words of a text are a phrase of a kind and no others. */
    boolean is(Kind kind, CharSequence text) {
        long hash = 0;
        int words = 0;
        for (int at = wordStart(text, 0); at < text.length(); at = wordStart(text, at)) {
            int end = wordEnd(text, at);
            hash = join(hash, hash(text, at, end));
            if (++words > LONGEST_PHRASE) {
                return false;
            }
            at = end;
        }
        return words > 0 && phrases.get(kind).index(hash) >= 0;
    }

    /** The phrase that begins at a word, or a negative number. */
    private int match(Kind kind, CharSequence text, int start) {
        Phrases of = phrases.get(kind);
        int end = wordEnd(text, start);
        long word = hash(text, start, end);
        if (end == start || Arrays.binarySearch(of.first(), word) < 0) {
            return -1;
        }
        int longest = -1;
        long hash = 0;
        int at = start;
        for (int words = 0; words < LONGEST_PHRASE && end > at; words++) {
            hash = join(hash, hash(text, at, end));
            int index = of.index(hash);
            longest = index >= 0 ? index : longest;
            at = wordStart(text, end);
            if (at - end > LONGEST_PHRASE) {
                break;
            }
            end = wordEnd(text, at);
        }
        return longest;
    }

    private static int wordStart(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static long hash(CharSequence text, int start, int end) {
        long hash = 0xCBF29CE484222325L;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            hash = (hash ^ (c < FOLDED.length ? FOLDED[c] : Character.toLowerCase(c))) * 0x100000001B3L;
        }
        return hash;
    }

    private static long join(long phrase, long word) {
        return Long.rotateLeft(phrase, 21) * 0xBF58476D1CE4E5B9L + word;
    }

    private static char[] folded() {
        char[] table = new char[0x250];
        for (char c = 0; c < table.length; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = c == 'ł' || c == 'Ł' ? 'l' : Character.toLowerCase(base.charAt(0));
        }
        return table;
    }

    private static PageWords load() {
        try (InputStream stream = PageWords.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + RESOURCE);
            }
            return of(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + RESOURCE, e);
        }
    }

    private static PageWords of(BufferedReader reader) throws IOException {
        Map<Kind, long[][]> hashes = new EnumMap<>(Kind.class);
        String line;
        while ((line = reader.readLine()) != null) {
            String[] fields = line.split("\t");
            if (line.startsWith("#") || fields.length < 3) {
                continue;
            }
            long whole = 0;
            String[] words = fields[2].split(" ");
            for (String word : words) {
                whole = join(whole, hash(word, 0, word.length()));
            }
            long first = hash(words[0], 0, words[0].length());
            long one = whole;
            hashes.merge(Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)), new long[][] {{one}, {first}}, (a, b) ->
                    new long[][] {with(a[0], b[0][0]), with(a[1], b[1][0])});
        }
        PageWords words = new PageWords();
        for (Kind kind : Kind.values()) {
            long[][] of = hashes.get(kind);
            Arrays.sort(of[0]);
            Arrays.sort(of[1]);
            words.phrases.put(kind, new Phrases(of[0], of[1]));
        }
        return words;
    }

    private static long[] with(long[] all, long one) {
        long[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = one;
        return more;
    }
}
