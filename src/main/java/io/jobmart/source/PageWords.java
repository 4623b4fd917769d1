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
 * The phrases of {@code pages.tsv}, found in one pass over a text, whatever its case, accents and punctuation.
 */
final class PageWords {
    private static final String RESOURCE = "/io/jobmart/vocabulary/pages.tsv";
    private static final int LONGEST_PHRASE = 8;
    private static final int FILTER = 1 << 13;
    private static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    /** Elements whose content is no text. */
    private static final String[] RAW = {"script", "style"};

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

    /**
     * Hashes of the phrases of a kind, and of the first word of each, sorted.
     *
     * @param filter a bit for the last bits of each first word's hash: most words of a text are told from it
     */
    private record Phrases(long[] whole, long[] first, long[] filter) {
        static Phrases of(long[] whole, long[] first) {
            Arrays.sort(whole);
            Arrays.sort(first);
            long[] filter = new long[FILTER / Long.SIZE];
            for (long hash : first) {
                int bit = (int) (hash & FILTER - 1);
                filter[bit / Long.SIZE] |= 1L << bit;
            }
            return new Phrases(whole, first, filter);
        }

        int index(long hash) {
            return Arrays.binarySearch(whole, hash);
        }

        boolean mayBegin(long hash) {
            int bit = (int) (hash & FILTER - 1);
            return (filter[bit / Long.SIZE] & 1L << bit) != 0 && Arrays.binarySearch(first, hash) >= 0;
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
        return count(phrases.get(kind), text, 0, text.length(), new Seen(phrases.get(kind), enough));
    }

    /** The same for a page as it came: tags, scripts and styles are passed over. */
    int countInPage(Kind kind, String html, int enough) {
        Phrases of = phrases.get(kind);
        Seen seen = new Seen(of, enough);
        int at = 0;
        while (at < html.length() && seen.count < enough) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            count(of, html, at, end, seen);
            at = tag < 0 ? end : behindTag(html, tag);
        }
        return seen.count;
    }

    private static int behindTag(String html, int tag) {
        if (html.startsWith("<!--", tag)) {
            int end = html.indexOf("-->", tag + 4);
            return end < 0 ? html.length() : end + 3;
        }
        char next = tag + 1 < html.length() ? html.charAt(tag + 1) : ' ';
        if (next != '/' && next != '!' && !Character.isLetter(next)) {
            return tag + 1;
        }
        for (String raw : RAW) {
            if (html.regionMatches(true, tag + 1, raw, 0, raw.length())) {
                int end = html.indexOf("</" + raw, tag);
                // In capitals, or never closed: passed over tag by tag.
                tag = end < 0 ? tag : end;
            }
        }
        int end = html.indexOf('>', tag);
        return end < 0 ? html.length() : end + 1;
    }

    /** Which phrases were found so far. */
    private static final class Seen {
        private final boolean[] phrases;
        private final int enough;
        private int count;

        Seen(Phrases of, int enough) {
            this.phrases = new boolean[of.whole().length];
            this.enough = enough;
        }
    }

    private static int count(Phrases of, CharSequence text, int from, int to, Seen seen) {
        int at = from;
        while (at < to && seen.count < seen.enough) {
            char folded;
            while (at < to && (folded = fold(text.charAt(at))) == 0) {
                at++;
            }
            int start = at;
            long hash = START;
            while (at < to && (folded = fold(text.charAt(at))) != 0) {
                hash = (hash ^ folded) * PRIME;
                at++;
            }
            if (at > start && of.mayBegin(hash)) {
                int found = match(of, text, start, to);
                if (found >= 0 && !seen.phrases[found]) {
                    seen.phrases[found] = true;
                    seen.count++;
                }
            }
        }
        return seen.count;
    }

    /** Whether a text holds a phrase of a kind. */
    boolean holds(Kind kind, CharSequence text) {
        return count(kind, text, 1) > 0;
    }

    /** Whether the words of a text are a phrase of a kind and no others. */
    boolean is(Kind kind, CharSequence text) {
        long hash = 0;
        int words = 0;
        int limit = text.length();
        for (int at = wordStart(text, 0, limit); at < limit; at = wordStart(text, at, limit)) {
            int end = wordEnd(text, at, limit);
            hash = join(hash, hash(text, at, end));
            if (++words > LONGEST_PHRASE) {
                return false;
            }
            at = end;
        }
        return words > 0 && phrases.get(kind).index(hash) >= 0;
    }

    /** The phrase that begins at a word, or a negative number. */
    private static int match(Phrases of, CharSequence text, int start, int limit) {
        int longest = -1;
        long hash = 0;
        int at = start;
        int end = wordEnd(text, start, limit);
        for (int words = 0; words < LONGEST_PHRASE && end > at; words++) {
            hash = join(hash, hash(text, at, end));
            int index = of.index(hash);
            longest = index >= 0 ? index : longest;
            at = wordStart(text, end, limit);
            if (at - end > LONGEST_PHRASE) {
                break;
            }
            end = wordEnd(text, at, limit);
        }
        return longest;
    }

    private static int wordStart(CharSequence text, int from, int limit) {
        int i = from;
        while (i < limit && fold(text.charAt(i)) == 0) {
            i++;
        }
        return i;
    }

    private static int wordEnd(CharSequence text, int from, int limit) {
        int i = from;
        while (i < limit && fold(text.charAt(i)) != 0) {
            i++;
        }
        return i;
    }

    private static long hash(CharSequence text, int start, int end) {
        long hash = START;
        for (int i = start; i < end; i++) {
            hash = (hash ^ fold(text.charAt(i))) * PRIME;
        }
        return hash;
    }

    /** The letter or digit without case and accent; 0 for what is neither. */
    private static char fold(char c) {
        if (c < FOLDED.length) {
            return FOLDED[c];
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    private static long join(long phrase, long word) {
        return Long.rotateLeft(phrase, 21) * 0xBF58476D1CE4E5B9L + word;
    }

    private static char[] folded() {
        char[] table = new char[0x250];
        for (char c = 0; c < table.length; c++) {
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
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
            words.phrases.put(kind, Phrases.of(of[0], of[1]));
        }
        return words;
    }

    private static long[] with(long[] all, long one) {
        long[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = one;
        return more;
    }
}
