package io.jobmart.vocabulary;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.Arrays;
import java.util.Map;

/**
 * Finds the names of a vocabulary in tokens: a trie over word ids, leftmost longest match, no two overlapping. Its time
 * is linear in the tokens (times the words of the longest name). Immutable and shared by all threads.
 */
public final class SkillMatcher {
    private static final int ROOT = 0;

    /** Open addressing: (node, word id) to child node; 0 is free, as no child is the root. */
    private final long[] edges;

    private final int[] children;
    /** The node of each first word, by its id: most words begin no name, and those that do are found without a search. */
    private final int[] roots;
    /** Whether a longer name goes on from a node. */
    private final boolean[] inner;
    /** The name that ends at a node, or null. */
    private final SkillName[] ends;
    /** Whether the node's name has a slash, or is a term with a hyphen ("key-value stores"): only then may one stand in it. */
    private final boolean[] slashes;

    /** The lexicon must hold the vocabulary's words: {@link SkillVocabulary#addTo}. */
    public SkillMatcher(SkillVocabulary vocabulary, Lexicon lexicon) {
        Map<String, SkillName> names = vocabulary.names();
        int words = 1;
        for (String key : names.keySet()) {
            words += 1 + (int) key.chars().filter(c -> c == ' ').count();
        }
        int capacity = Integer.highestOneBit(words) << 1;
        roots = new int[lexicon.size()];
        boolean[] goesOn = new boolean[words + 1];
        edges = new long[capacity];
        children = new int[capacity];
        SkillName[] nodeNames = new SkillName[words + 1];
        int nodes = 1;
        for (Map.Entry<String, SkillName> entry : names.entrySet()) {
            int node = ROOT;
            for (String word : entry.getKey().split(" ")) {
                int id = lexicon.id(word);
                if (id == Lexicon.UNKNOWN) {
                    throw new IllegalArgumentException("The lexicon lacks the vocabulary's word \"" + word + "\"");
                }
                goesOn[node] = true;
                if (node == ROOT) {
                    roots[id] = roots[id] == 0 ? nodes++ : roots[id];
                    node = roots[id];
                    continue;
                }
                int slot = slot(node, id);
                if (children[slot] == 0) {
                    edges[slot] = edge(node, id);
                    children[slot] = nodes++;
                }
                node = children[slot];
            }
            nodeNames[node] = entry.getValue();
        }
        ends = Arrays.copyOf(nodeNames, nodes);
        inner = Arrays.copyOf(goesOn, nodes);
        slashes = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            SkillName name = ends[node];
            slashes[node] = name != null
                    && (name.text().indexOf('/') >= 0
                            || name.text().indexOf('-') >= 0
                                    && SkillVocabulary.INFLECTED.contains(
                                            name.skill().kind()));
        }
    }

    /** All names in the tokens, in their order. */
    public SkillMatches match(Tokens tokens) {
        SkillMatches matches = new SkillMatches(tokens);
        int count = tokens.count();
        int token = 0;
        while (token < count) {
            if (!tokens.is(token, Trigger.SKILL)) {
                token++;
                continue;
            }
            int next = matchAt(tokens, token, matches);
            token = next > token ? next : token + 1;
        }
        return matches;
    }

    /** Adds the longest name that starts at a token; returns the token after it, or the token itself. */
    private int matchAt(Tokens tokens, int first, SkillMatches matches) {
        int node = roots[tokens.id(first)];
        if (node == ROOT) {
            return first;
        }
        SkillName best = null;
        int bestEnd = first;
        boolean slash = false;
        int token = first;
        while (true) {
            SkillName name = ends[node];
            // A wrong case is reported, too: a list of skills in lower case is believed by the reader.
            if (name != null && (!slash || slashes[node])) {
                best = name;
                bestEnd = token + 1;
            }
            int next = token + 1;
            if (!inner[node] || next >= tokens.count() || breaks(tokens, next)) {
                break;
            }
            int joined = child(node, tokens.id(next));
            if (joined == 0) {
                char sign = sign(tokens, next);
                if (!joins(tokens, next, sign) || breaks(tokens, next + 1)) {
                    break;
                }
                slash |= sign == '/';
                next++;
                joined = child(node, tokens.id(next));
                if (joined == 0) {
                    break;
                }
            }
            node = joined;
            token = next;
        }
        if (best != null) {
            boolean written = written(tokens, first, bestEnd - 1, best);
            matches.add(best, first, bestEnd, written);
            if (!written) {
                // "core data engineering" is not Core Data: the words behind may begin another name
                return first + 1;
            }
        }
        return bestEnd;
    }

    /** Whether a sign between two words may belong to a name: "scikit-learn", "Node.js", "CI / CD". */
    private static boolean joins(Tokens tokens, int token, char sign) {
        if (token + 1 >= tokens.count()) {
            return false;
        }
        boolean touchesNext = tokens.touchesPrevious(token + 1);
        switch (sign) {
            case '-', '‐', '‑', '–', '_':
                return touchesNext && tokens.touchesPrevious(token);
            case '/':
                return touchesNext == tokens.touchesPrevious(token);
            case '.':
                // "U.S. GAAP": a full stop after a single letter is no end of a sentence.
                boolean letter = tokens.wordEnd(token - 1) - tokens.start(token - 1) == 1;
                return tokens.touchesPrevious(token) && (touchesNext || letter);
            default:
                return false;
        }
    }

    private static char sign(Tokens tokens, int token) {
        return tokens.end(token) - tokens.start(token) == 1 ? tokens.text().charAt(tokens.start(token)) : 0;
    }

    /** Whether a line ends before a token. */
    private static boolean breaks(Tokens tokens, int token) {
        if (token >= tokens.count()) {
            return true;
        }
        String text = tokens.text();
        for (int i = tokens.end(token - 1); i < tokens.start(token); i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters of the matched words have the case of the name. */
    private static boolean written(Tokens tokens, int first, int last, SkillName name) {
        if (name.match().anyCase()) {
            return true;
        }
        String text = tokens.text();
        String model = name.text();
        int at = 0;
        for (int i = tokens.start(first); i < tokens.wordEnd(last); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            while (at < model.length() && !Character.isLetterOrDigit(model.charAt(at))) {
                at++;
            }
            if (at == model.length()) {
                // A plural: its ending is not in the model.
                return c == 's' || c == 'e' || c == 'i';
            }
            if (model.charAt(at) != c) {
                return false;
            }
            at++;
        }
        return true;
    }

    private int child(int node, int id) {
        return id == Lexicon.UNKNOWN ? 0 : children[slot(node, id)];
    }

    private int slot(int node, int id) {
        long edge = edge(node, id);
        int slot = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 40) & (edges.length - 1);
        while (children[slot] != 0 && edges[slot] != edge) {
            slot = (slot + 1) & (edges.length - 1);
        }
        return slot;
    }

    private static long edge(int node, int id) {
        return (long) node << 32 | id;
    }
}
