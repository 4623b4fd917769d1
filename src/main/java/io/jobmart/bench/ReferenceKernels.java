package io.jobmart.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * What any reader of postings has to do at least, with nothing of jobmart in it: the measure that the parser's time is
 * compared with. Machines and their neighbours differ; the ratio of two figures of one process does not.
 */
final class ReferenceKernels {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int GRAMS = 1 << 12;
    private static final int LANGUAGES = 25;

    private final float[][] profiles = new float[LANGUAGES][GRAMS];

    ReferenceKernels() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        for (float[] profile : profiles) {
            for (int gram = 0; gram < GRAMS; gram++) {
                profile[gram] = (float) random.nextDouble();
            }
        }
    }

    /** Jackson's tokens of a line, every string taken. Returns the longest, which is the description. */
    String json(byte[] line) {
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
    String text(String description) {
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

    /** Cuts a text into words and mixes their hashes. */
    long words(String text) {
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

    byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What labelling 500 characters costs: every gram of three adds its weight to each of 25 languages. */
    int language(String text) {
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
}
