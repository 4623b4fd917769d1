package io.jobmart.parse;

import io.jobmart.model.RequirementType;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases that name a requirement which is neither skill, degree, language nor years: soft skills, certificates, work
 * permits, clearances, travel, physical demands. The list is data: {@code requirement-phrases.tsv} of the vocabulary.
 */
final class RequirementPhrases {
    /** One phrase of the list; {@code words} in lower case, hyphens are blanks. */
    record Phrase(String[] words, RequirementType type, String label, Set<String> unlessFollowedBy) {}

    /** A phrase found at tokens {@code [from, to)}. */
    record Match(Phrase phrase, int from, int to) {}

    private static final String RESOURCE = "/io/jobmart/vocabulary/requirement-phrases.tsv";
    private static final Map<String, List<Phrase>> BY_FIRST_WORD = load();

    private RequirementPhrases() {}

    static void addTriggers(Lexicon.Builder lexicon) {
        BY_FIRST_WORD.forEach((first, phrases) -> {
            lexicon.trigger(Trigger.CREDENTIAL, first);
            for (Phrase phrase : phrases) {
                for (String word : phrase.words()) {
                    lexicon.add(word);
                }
                phrase.unlessFollowedBy().forEach(lexicon::add);
            }
        });
    }

    /** The longest phrase that begins at a token and ends before {@code limit}, or null. */
    static Match at(Tokens tokens, int token, int limit) {
        List<Phrase> phrases = tokens.is(token, Trigger.CREDENTIAL) ? BY_FIRST_WORD.get(tokens.word(token)) : null;
        if (phrases == null) {
            return null;
        }
        for (Phrase phrase : phrases) {
            int end = end(tokens, token, limit, phrase.words());
            if (end >= 0 && !(end < limit && phrase.unlessFollowedBy().contains(tokens.word(end)))) {
                return new Match(phrase, token, end);
            }
        }
        return null;
    }

    private static int end(Tokens tokens, int token, int limit, String[] words) {
        int at = token + 1;
        for (int w = 1; w < words.length; w++) {
            if (at < limit && (ModalityCues.is(tokens, at, '-') || ModalityCues.is(tokens, at, '/'))) {
                at++;
            }
            if (at >= limit || !tokens.is(at, words[w])) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static Map<String, List<Phrase>> load() {
        Map<String, List<Phrase>> phrases = new HashMap<>();
        try (InputStream in = RequirementPhrases.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + RESOURCE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length < 3) {
                    throw new IllegalStateException(RESOURCE + ": too few columns: " + line);
                }
                String[] words = columns[0].split(" ");
                Set<String> unless = columns.length > 3 && !columns[3].isBlank()
                        ? Set.of(columns[3].strip().split(" "))
                        : Set.of();
                phrases.computeIfAbsent(words[0], key -> new ArrayList<>())
                        .add(new Phrase(words, RequirementType.valueOf(columns[1]), columns[2], unless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        phrases.values().forEach(list -> list.sort((a, b) -> Integer.compare(b.words().length, a.words().length)));
        return Map.copyOf(phrases);
    }
}
