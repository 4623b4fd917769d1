package io.jobmart.parse;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The lists of {@code workplace-words.tsv}, which says what each holds. */
final class WorkplaceWords {
    private static final String RESOURCE = "/io/jobmart/vocabulary/workplace-words.tsv";
    private static final Map<String, Set<String>> LISTS = lists();

    static final Set<String> LOCATION_LABELS = of("location_label");
    static final Set<String> REMOTE_NOUNS = of("remote_noun");
    static final Set<String> HYBRID_NOUNS = of("hybrid_noun");
    static final Set<String> BEFORE_HYBRID = of("before_hybrid");
    static final Set<String> FULL = of("fully");
    static final Set<String> JOB_WORDS = of("job");
    static final Set<String> BETWEEN_REMOTE_AND_NOUN = of("more");
    static final Set<String> PAY_WORDS = of("pay");
    static final Set<String> MODE_NOUNS = of("mode_noun");
    static final Set<String> AT_TIMES = of("at_times");
    static final Set<String> SOUGHT = of("sought");
    static final Set<String> ELSEWHERE = of("elsewhere");
    static final Set<String> ASIDE_WORDS = of("aside");
    static final Set<String> REMOTE_WORDS = of("remote");
    static final Set<String> HYBRID_WORDS = of("hybrid");
    static final Set<String> ONSITE_WORDS = of("onsite");
    static final Set<String> FILLERS = of("filler");
    static final Set<String> COMPASS = of("part");
    static final Set<String> NOT_TOWNS = of("no_town");

    private WorkplaceWords() {}

    private static Set<String> of(String list) {
        Set<String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalStateException("No list " + list + " in " + RESOURCE);
        }
        return Set.copyOf(words);
    }

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        try (InputStream in = WorkplaceWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    lists.computeIfAbsent(line.substring(0, tab), list -> new HashSet<>())
                            .addAll(Arrays.asList(line.substring(tab + 1).split("\\|")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
