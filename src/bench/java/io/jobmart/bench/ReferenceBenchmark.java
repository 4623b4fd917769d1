package io.jobmart.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.List;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What any reader of postings has to do at least, with nothing of jobmart in it: the measure that the parser's time is
 * compared with. Machines and their neighbours differ; the ratio of two figures of one process does not.
 */
@State(Scope.Benchmark)
public class ReferenceBenchmark {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int GRAMS = 1 << 12;
    private static final int LANGUAGES = 25;
    /** As many first words and as many pairs as a vocabulary of some 5,000 names has. */
    private static final int NAMES = 5_000;

    private static final int SLOTS = 1 << 15;
    private static final int BINS = 128;

    private final float[][] profiles = new float[LANGUAGES][GRAMS];
    private final long[] trie = new long[SLOTS];
    private final Dump dump = new Dump();
    private final List<String> descriptions =
            dump.lines().stream().map(ReferenceBenchmark::json).toList();
    private final List<String> texts =
            descriptions.stream().map(ReferenceBenchmark::text).toList();

    public ReferenceBenchmark() {
        SplittableRandom random = new SplittableRandom(7);
        for (float[] profile : profiles) {
            for (int gram = 0; gram < GRAMS; gram++) {
                profile[gram] = (float) random.nextDouble();
            }
        }
        // Names that do occur, as those of a vocabulary do: pairs of neighbouring words of the texts.
        for (int name = 0; name < NAMES; name++) {
            String text = texts.get(random.nextInt(texts.size()));
            int from = text.indexOf(' ', random.nextInt(text.length() / 2)) + 1;
            long first = 0;
            int i = from;
            for (; i < text.length() && Character.isLetterOrDigit(text.charAt(i)); i++) {
                first = first * 31 + Character.toLowerCase(text.charAt(i));
            }
            put(first);
        }
    }

    @Benchmark
    public Object jackson() {
        return json(dump.lines().get(dump.next()));
    }

    @Benchmark
    public Object jsoupOneWalk() {
        return text(descriptions.get(dump.next()));
    }

    /** A look for the first two bytes of mojibake, and the normal form. */
    @Benchmark
    public int suspicionAndNormalForm() {
        String text = texts.get(dump.next());
        int found = Normalizer.isNormalized(text, Normalizer.Form.NFC) ? 1 : 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0xBF && text.charAt(i - 1) >= 0xC2 && text.charAt(i - 1) <= 0xF4) {
                found += 2;
            }
        }
        return found;
    }

    /** Cuts a text into words and mixes their hashes. */
    @Benchmark
    public long words() {
        String text = texts.get(dump.next());
        long mixed = 0;
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (hash != 0) {
                mixed = Long.rotateLeft(mixed, 5) ^ hash * 0x9E3779B97F4A7C15L;
                hash = 0;
            }
        }
        return mixed ^ hash;
    }

    /** Looks up every word of a text in a table of a vocabulary's first words. */
    @Benchmark
    public int vocabularyLookup() {
        String text = texts.get(dump.next());
        int found = 0;
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (hash != 0) {
                found += trie[slot(hash)] == hash ? 1 : 0;
                hash = 0;
            }
        }
        return found;
    }

    /** What labelling 500 characters costs: every gram of three adds its weight to each of 25 languages. */
    @Benchmark
    public int languageLabel() {
        String text = texts.get(dump.next());
        float[] scores = new float[LANGUAGES];
        int end = Math.min(text.length(), 500) - 2;
        for (int i = 0; i < end; i++) {
            int gram = (text.charAt(i) * 961 + text.charAt(i + 1) * 31 + text.charAt(i + 2)) & (GRAMS - 1);
            for (int language = 0; language < LANGUAGES; language++) {
                scores[language] += profiles[language][gram];
            }
        }
        int best = 0;
        for (int language = 1; language < LANGUAGES; language++) {
            best = scores[language] > scores[best] ? language : best;
        }
        return best;
    }

    /** One hash of each five words, the smallest of each bin kept. */
    @Benchmark
    public long onePermutationHash() {
        String text = texts.get(dump.next());
        long[] bins = new long[BINS];
        long[] window = new long[5];
        int words = 0;
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (hash != 0) {
                window[words++ % 5] = hash;
                long shingle = 0;
                for (int k = 0; k < 5; k++) {
                    shingle = (shingle ^ window[(words + k) % 5]) * 0x9E3779B97F4A7C15L;
                }
                int bin = (int) (shingle >>> 57);
                bins[bin] = Math.max(bins[bin], shingle & Long.MAX_VALUE);
                hash = 0;
            }
        }
        long mixed = 0;
        for (long bin : bins) {
            mixed = mixed * 31 + bin;
        }
        return mixed;
    }

    @Benchmark
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(texts.get(dump.next()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Jackson's tokens of a line, every string taken. Returns the longest, which is the description. */
    private static String json(byte[] line) {
        String longest = "";
        try (JsonParser parser = JSON.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    String value = parser.getText();
                    if (value.length() > longest.length()) {
                        longest = value;
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The generator makes valid JSON", e);
        }
        return longest;
    }

    /** Unescapes a description, lets Jsoup parse it and walks it once to text with a line per block. */
    private static String text(String description) {
        String html = Parser.unescapeEntities(description, false);
        StringBuilder text = new StringBuilder(html.length());
        NodeTraversor.traverse(
                (Node node, int depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText());
                    } else if (node instanceof Element element && element.isBlock() && text.length() > 0) {
                        text.append('\n');
                    }
                },
                Jsoup.parseBodyFragment(html).body());
        return text.toString();
    }

    private void put(long hash) {
        if (hash != 0) {
            trie[slot(hash)] = hash;
        }
    }

    private int slot(long hash) {
        int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & (SLOTS - 1);
        while (trie[slot] != 0 && trie[slot] != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
