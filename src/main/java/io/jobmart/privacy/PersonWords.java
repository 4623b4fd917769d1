package io.jobmart.privacy;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The word lists by which names of persons are told: {@code person-words.tsv} of the vocabulary. All in lower case. */
final class PersonWords {
    private static final String RESOURCE = "/io/jobmart/vocabulary/person-words.tsv";
    private static final Map<String, Set<String>> LISTS = read();

    static final Set<String> GIVEN = list("given");
    /** Given names that are words, places or companies as well. */
    static final Set<String> GIVEN_OR_WORD = list("given-or-word");

    static final Set<String> LABELS = list("label");
    static final Set<String> VERBS = list("verb");
    static final Set<String> SMALL = list("small");
    static final Set<String> HONORIFICS = list("honorific");
    /** Those that also stand before what is no person: "Sr. Developer", "Dr. Oetker". */
    static final Set<String> WEAK_HONORIFICS = list("weak-honorific");

    static final Set<String> PARTICLES = list("particle");
    static final Set<String> SIGN_OFFS = list("sign-off");
    static final Set<String> ORGANISATIONS = list("organisation");
    static final Set<String> NO_NAMES = list("no-name");

    /** All that may stand directly before a name that something tells: the last words of these lists, as written. */
    static final Set<String> LAST_BEFORE = lastWords();

    /** Both lists of given names as postings write them, "Jane" and "JANE": asked of every word with a capital. */
    static final Set<String> GIVEN_AS_WRITTEN = asWritten();

    private PersonWords() {}

    private static Set<String> asWritten() {
        Set<String> words = new HashSet<>();
        for (Set<String> list : List.of(GIVEN, GIVEN_OR_WORD)) {
            for (String word : list) {
                words.add(word.toUpperCase(Locale.ROOT));
                words.add(capitalised(word));
            }
        }
        return words;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Set<String> lastWords() {
        Set<String> words = new HashSet<>();
        for (Set<String> list : List.of(VERBS, SMALL, HONORIFICS, WEAK_HONORIFICS, SIGN_OFFS)) {
            for (String phrase : list) {
                String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
                words.add(last);
                words.add(capitalised(last));
                words.add(last.toUpperCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static Set<String> list(String name) {
        Set<String> words = LISTS.get(name);
        if (words == null) {
            throw new IllegalStateException("No list " + name + " in " + RESOURCE);
        }
        return words;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new HashMap<>();
        try (InputStream in = PersonWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    lists.computeIfAbsent(line.substring(0, tab), list -> new HashSet<>())
                            .addAll(List.of(line.substring(tab + 1).split("\\|")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
