package io.jobmart.parse;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The word lists of a reader, which are data: a table of the vocabulary with the name of a list and words of it, separated
 * by "|", in each row. A list may have several rows.
 */
final class WordLists {
    private final String resource;
    private final Map<String, List<String>> lists = new HashMap<>();

    private WordLists(String resource) {
        this.resource = resource;
    }

    /** Reads a file of the vocabulary. */
    static WordLists of(String file) {
        WordLists words = new WordLists("/io/jobmart/vocabulary/" + file);
        try (InputStream in = WordLists.class.getResourceAsStream(words.resource)) {
            if (in == null) {
                throw new FileNotFoundException(words.resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    words.lists
                            .computeIfAbsent(line.substring(0, tab), list -> new ArrayList<>())
                            .addAll(Arrays.asList(line.substring(tab + 1).split("\\|")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The words of a list in the order of the file. */
    List<String> list(String name) {
        List<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalStateException("No list " + name + " in " + resource);
        }
        return List.copyOf(words);
    }

    Set<String> set(String name) {
        return Set.copyOf(list(name));
    }

    /** The words of a list as tokens are asked for them. */
    WordSet words(String name) {
        return WordSet.of(String.join(" ", list(name)));
    }
}
