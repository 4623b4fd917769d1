package io.jobmart.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Titles and the occupations that they name. Immutable.
 *
 * <p>The file that comes with the warehouse, {@code occupations.tsv}, is UTF-8, tab-separated, with {@code #} comments
 * and the header {@code language titles code confidence match}. Titles of one occupation are separated by {@code |};
 * {@code code} is an ISCO-08 code, or {@code -} for titles that mean too many things; {@code match} is {@code whole} for
 * titles that tell nothing with other words before them, else {@code head}.
 */
public final class OccupationVocabulary implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String FILE = "occupations.tsv";
    private static final Set<String> INITIAL = Set.of("fr", "es", "pt", "it", "ro", "ca", "gl");

    private final Map<String, OccupationName> names;
    private final Map<String, String> socCodes;
    private final Set<String> heads;
    private final String version;

    OccupationVocabulary(Map<String, OccupationName> names, Map<String, String> socCodes, String version) {
        this.names = Collections.unmodifiableMap(names);
        this.socCodes = Collections.unmodifiableMap(socCodes);
        this.version = version;
        Set<String> last = new HashSet<>();
        names.forEach((words, name) -> {
            if (!name.initial()) {
                last.add(words.substring(words.lastIndexOf(' ') + 1));
            }
        });
        this.heads = last;
    }

    /** What comes with the warehouse; read once. */
    public static OccupationVocabulary standard() {
        return Standard.INSTANCE;
    }

    static OccupationVocabulary empty() {
        return new OccupationVocabulary(Map.of(), Map.of(), "none");
    }

    private static final class Standard {
        static final OccupationVocabulary INSTANCE = load();

        private static OccupationVocabulary load() {
            try (InputStream in = OccupationVocabulary.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("No vocabulary " + FILE + " on the class path");
                }
                return parse(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads the content of a file.
     *
     * @throws SkillVocabularyException naming file and line of what is wrong
     */
    static OccupationVocabulary parse(String file, String content) {
        Map<String, OccupationName> names = new LinkedHashMap<>();
        Map<String, OccupationName> own = new HashMap<>();
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            String row = line.strip();
            if (row.isEmpty() || row.startsWith("#") || row.startsWith("language\t")) {
                continue;
            }
            String[] cells = row.split("\t", -1);
            if (cells.length != 5
                    || !cells[2].matches("-|\\d{2,4}")
                    || !cells[3].matches("0?\\.\\d+|1")
                    || !cells[4].matches("head|whole")) {
                throw new SkillVocabularyException(
                        file, number, "not a row of language, titles, code, confidence, match: " + row);
            }
            OccupationName name = new OccupationName(
                    cells[2].equals("-") ? null : cells[2],
                    Double.parseDouble(cells[3]),
                    null,
                    cells[4].equals("whole"),
                    isInitial(cells[0]));
            for (String title : cells[1].split("\\|")) {
                String key = key(title);
                OccupationName other = own.putIfAbsent(cells[0] + " " + key, name);
                if (other != null && !Objects.equals(other.code(), name.code())) {
                    throw new SkillVocabularyException(
                            file, number, "\"" + title + "\" is already a title of " + other.code());
                }
                // Another language may mean another thing by the same words.
                names.merge(key, name, OccupationName::and);
            }
        }
        return new OccupationVocabulary(names, Map.of(), SkillVocabulary.version(List.of(content)));
    }

    /** Both at once; what this one says of a title holds. */
    OccupationVocabulary with(OccupationVocabulary other) {
        if (other.names.isEmpty() && other.socCodes.isEmpty()) {
            return this;
        }
        Map<String, OccupationName> all = new LinkedHashMap<>(names);
        other.names.forEach((words, name) -> {
            OccupationName own = all.putIfAbsent(words, name);
            if (own != null
                    && own.uri() == null
                    && own.code() != null
                    && own.code().equals(name.code())) {
                all.put(
                        words,
                        new OccupationName(own.code(), own.confidence(), name.uri(), own.whole(), own.initial()));
            }
        });
        Map<String, String> soc = new HashMap<>(socCodes);
        other.socCodes.forEach(soc::putIfAbsent);
        return new OccupationVocabulary(all, soc, SkillVocabulary.version(List.of(version, other.version)));
    }

    /** What words in lower case, separated by blanks, stand for, or null. */
    public OccupationName find(String words) {
        return names.get(words);
    }

    /** The O*NET-SOC code of words in lower case, separated by blanks, or null. */
    public String socCode(String words) {
        return socCodes.get(words);
    }

    /** Whether a word is what some occupation is in the end: "manager", "nurse", "engineer". */
    public boolean isHead(String word) {
        return heads.contains(word);
    }

    /** A hash of the content. */
    public String version() {
        return version;
    }

    /** Whether a language puts the noun first: "analista de datos". */
    static boolean isInitial(String language) {
        return INITIAL.contains(language);
    }

    /** The words of a title, in lower case, joined by blanks. */
    static String key(String title) {
        return String.join(" ", TitleWords.of(title).words());
    }
}
