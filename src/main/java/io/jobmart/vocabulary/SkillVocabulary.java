package io.jobmart.vocabulary;

import io.jobmart.model.Keys;
import io.jobmart.model.Skill;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Skills and the names that postings call them by. Immutable.
 *
 * <p>A vocabulary file is UTF-8, tab-separated, with {@code #} comments and the header {@code skill_id label kind
 * category aliases match}. Aliases are separated by {@code |}; {@code match} is how the label is matched; an alias is
 * matched like the label when that is {@code demand} or {@code job}, else in any case, unless it begins with a match of its own
 * ({@code case:Java}; see {@link SkillMatch}).
 *
 * <p>Spelling variants need no alias. A name is the sequence of its words, so that hyphen, blank and dot are one
 * ("scikit-learn", "Node JS"); names of several words are also known without blanks ("NodeJS", "PowerBI"), those
 * with capitals inside also in their parts ("App Dynamics"; by context), and names of methods and of fields of knowledge
 * in the plural and the singular.
 */
public final class SkillVocabulary implements Serializable {
    private static final long serialVersionUID = 1;

    /** The name of the vocabulary that comes with the warehouse. */
    public static final String STANDARD = "jobmart";

    private static final String[] STANDARD_FILES = {
        "skills-software.tsv",
        "skills-infrastructure.tsv",
        "skills-data.tsv",
        "skills-business.tsv",
        "skills-trades.tsv"
    };
    private static final List<String> COLUMNS = List.of("skill_id", "label", "kind", "category", "aliases", "match");
    private static final Set<String> KINDS = Set.of(
            "LANGUAGE",
            "FRAMEWORK",
            "LIBRARY",
            "TOOL",
            "PLATFORM",
            "DATABASE",
            "METHOD",
            "KNOWLEDGE",
            "CERTIFICATION",
            "STANDARD",
            "PROTOCOL");
    /** Kinds whose names are common nouns: "microservice", "microservices". */
    static final Set<String> INFLECTED = Set.of("METHOD", "KNOWLEDGE", "STANDARD", "PROTOCOL");

    /** "In Design" stands in too many headings. */
    private static final int SHORTEST_PART = 3;

    private static final Lexicon NO_WORDS = Lexicon.builder().build();

    private final List<Skill> skills;
    private final String version;
    /** Words of a name, joined by blanks, to the name. Declared names before variants, earlier vocabularies first. */
    private final Map<String, SkillName> names;

    SkillVocabulary(List<Skill> skills, String version, Map<String, SkillName> names) {
        this.skills = List.copyOf(skills);
        this.version = version;
        this.names = Collections.unmodifiableMap(names);
    }

    /** The vocabulary that comes with the warehouse; read once. */
    public static SkillVocabulary standard() {
        return Standard.INSTANCE;
    }

    private static final class Standard {
        static final SkillVocabulary INSTANCE = load();

        private static SkillVocabulary load() {
            Map<String, String> files = new LinkedHashMap<>();
            for (String file : STANDARD_FILES) {
                try (InputStream in = SkillVocabulary.class.getResourceAsStream(file)) {
                    if (in == null) {
                        throw new IllegalStateException("No vocabulary " + file + " on the class path");
                    }
                    files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return parse(STANDARD, files);
        }
    }

    /**
     * Reads files that together are one vocabulary.
     *
     * @throws SkillVocabularyException naming file and line of what is wrong
     */
    public static SkillVocabulary read(String vocabulary, Path... paths) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Path path : paths) {
            files.put(path.toString(), Files.readString(path));
        }
        return parse(vocabulary, files);
    }

    /**
     * Reads a vocabulary from the contents of its files.
     *
     * @param files file name to content; names only serve messages, the version is a hash of the contents
     * @throws SkillVocabularyException naming file and line of what is wrong
     */
    public static SkillVocabulary parse(String vocabulary, Map<String, String> files) {
        Parser parser = new Parser(vocabulary, version(new ArrayList<>(files.values())));
        files.forEach(parser::file);
        return parser.vocabulary();
    }

    /** A vocabulary of what a public taxonomy lists; of several skills with the same name the first has it. */
    static SkillVocabulary of(List<Skill> skills, List<SkillName> names, String version) {
        Map<String, SkillName> byKey = new LinkedHashMap<>();
        for (SkillName name : names) {
            String key = key(name.text());
            if (!key.isEmpty()) {
                byKey.putIfAbsent(key, name);
            }
        }
        Map<String, SkillName> all = new LinkedHashMap<>(byKey);
        byKey.forEach((key, name) -> {
            // "security" is not the number that is lacking of "securities".
            if (key.indexOf(' ') > 0) {
                variants(key, name).forEach(variant -> all.putIfAbsent(variant, name));
            }
        });
        return new SkillVocabulary(skills, version, all);
    }

    /**
     * Both vocabularies as one. A skill of the other whose label is a name here, or one of whose other names is a label
     * here and of nothing else, is the skill here: it gives its references and the names that are still free. Where both
     * know a name, this one's skill has it and this one's rule for it holds; a skill of the other that keeps no name of
     * its own stays listed and is never found.
     */
    public SkillVocabulary with(SkillVocabulary other) {
        return SkillMerge.of(this, other);
    }

    static String version(List<String> contents) {
        return Keys.hash("skill-vocabulary", contents.toArray(String[]::new)).substring(0, 16);
    }

    /** In the order of the files. */
    public List<Skill> skills() {
        return skills;
    }

    /** A hash of the content in 16 hexadecimal digits. */
    public String version() {
        return version;
    }

    /** The skill that a name alone stands for, whatever its case and spelling variant, or null. */
    public Skill find(String name) {
        SkillName found = names.get(key(Normalizer.normalize(name, Normalizer.Form.NFKC)));
        return found == null ? null : found.skill();
    }

    /** Adds every word of every name; first words carry {@link Trigger#SKILL}. */
    public void addTo(Lexicon.Builder lexicon) {
        for (String key : names.keySet()) {
            String[] words = key.split(" ");
            lexicon.trigger(Trigger.SKILL, words[0]);
            for (int i = 1; i < words.length; i++) {
                lexicon.add(words[i]);
            }
        }
    }

    /** All names by their words, joined by blanks; spelling variants included. */
    Map<String, SkillName> names() {
        return names;
    }

    /** All names, without their variants' keys. */
    Collection<SkillName> allNames() {
        return names.values();
    }

    /** The words of a name, joined by blanks: what is alike for all its spellings. */
    static String key(String name) {
        return String.join(" ", words(name));
    }

    private static List<String> words(String name) {
        Tokens tokens = Tokens.of(name, NO_WORDS);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            // "&" and "+" tell names apart (P&L, Security+), other signs only join words.
            if (tokens.isWord(i) || tokens.is(i, "&") || tokens.is(i, "+")) {
                words.add(tokens.word(i));
            }
        }
        return words;
    }

    /** Reads files line by line and checks them. */
    private static final class Parser {
        private final String vocabulary;
        private final String version;
        private final Map<String, Skill> skills = new LinkedHashMap<>();
        private final Map<String, SkillName> names = new LinkedHashMap<>();
        private final Map<String, String> places = new LinkedHashMap<>();

        Parser(String vocabulary, String version) {
            this.vocabulary = vocabulary;
            this.version = version;
        }

        void file(String file, String content) {
            boolean header = false;
            int number = 0;
            for (String line : content.split("\n", -1)) {
                number++;
                String row = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                if (row.isBlank() || row.startsWith("#")) {
                    continue;
                }
                List<String> cells = List.of(row.split("\t", -1));
                if (!header) {
                    if (!cells.equals(COLUMNS)) {
                        throw new SkillVocabularyException(
                                file, number, "the header must be " + String.join(" ", COLUMNS) + ", tab-separated");
                    }
                    header = true;
                } else {
                    row(file, number, cells);
                }
            }
            if (!header) {
                throw new SkillVocabularyException(file, number, "no header");
            }
        }

        private void row(String file, int number, List<String> cells) {
            if (cells.size() != COLUMNS.size()) {
                throw new SkillVocabularyException(
                        file, number, cells.size() + " columns instead of " + COLUMNS.size());
            }
            for (int i = 0; i < 4; i++) {
                if (cells.get(i).isBlank()) {
                    throw new SkillVocabularyException(file, number, "blank " + COLUMNS.get(i));
                }
            }
            String kind = cells.get(2);
            if (!KINDS.contains(kind)) {
                throw new SkillVocabularyException(file, number, "unknown kind " + kind);
            }
            SkillMatch match = SkillMatch.of(cells.get(5));
            if (match == null) {
                throw new SkillVocabularyException(
                        file,
                        number,
                        "match must be any, demand, job, alone, case, context or list, not \"" + cells.get(5) + "\"");
            }
            Skill skill = new Skill(cells.get(0), cells.get(1), cells.get(3), kind, vocabulary, version, null);
            if (skills.putIfAbsent(skill.skillId(), skill) != null) {
                throw new SkillVocabularyException(file, number, "skill_id " + skill.skillId() + " is there already");
            }
            name(file, number, new SkillName(skill.label(), skill, match));
            if (!cells.get(4).isEmpty()) {
                for (String alias : cells.get(4).split("\\|", -1)) {
                    name(file, number, alias(alias, skill, match));
                }
            }
        }

        private static SkillName alias(String alias, Skill skill, SkillMatch label) {
            int colon = alias.indexOf(':');
            SkillMatch own = colon < 0 ? null : SkillMatch.of(alias.substring(0, colon));
            return own == null
                    ? new SkillName(alias, skill, takesAliases(label) ? label : SkillMatch.ANY)
                    : new SkillName(alias.substring(colon + 1), skill, own);
        }

        /** Whether a label's rule is its aliases' rule, too. */
        private static boolean takesAliases(SkillMatch label) {
            return label == SkillMatch.DEMAND || label == SkillMatch.JOB;
        }

        private void name(String file, int number, SkillName name) {
            String key = key(name.text());
            if (key.isEmpty()) {
                throw new SkillVocabularyException(file, number, "blank name");
            }
            SkillName other = names.putIfAbsent(key, name);
            if (other != null) {
                throw new SkillVocabularyException(
                        file,
                        number,
                        "\"" + name.text() + "\" is already a name of "
                                + other.skill().skillId() + " at " + places.get(key));
            }
            places.put(key, file + ":" + number);
        }

        SkillVocabulary vocabulary() {
            return new SkillVocabulary(new ArrayList<>(skills.values()), version, withVariants(names));
        }
    }

    private static Map<String, SkillName> withVariants(Map<String, SkillName> names) {
        Map<String, SkillName> all = new LinkedHashMap<>(names);
        names.forEach((key, name) -> {
            for (String variant : variants(key, name)) {
                all.putIfAbsent(variant, name);
            }
            String apart = apart(name.text());
            if (apart != null) {
                // "Open Stack", but not "the Next Gen team": what is written apart is easily something else.
                all.putIfAbsent(key(apart), new SkillName(name.text(), name.skill(), SkillMatch.CONTEXT));
            }
        });
        return all;
    }

    /** A name of one word with capitals inside, in its parts: "App Dynamics" for "AppDynamics"; null for others. */
    static String apart(String name) {
        StringBuilder apart = new StringBuilder();
        int part = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c)) {
                return null;
            }
            if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1))) {
                if (i - part < SHORTEST_PART) {
                    return null;
                }
                apart.append(' ');
                part = i;
            }
            apart.append(c);
        }
        boolean parts = part > 0 && name.length() - part > 1 && Character.isUpperCase(name.charAt(0));
        return parts ? apart.toString() : null;
    }

    /** Other spellings of a name by their words: without blanks, and in the other number where it is a common noun. */
    static List<String> variants(String key, SkillName name) {
        List<String> variants = new ArrayList<>();
        String[] words = key.split(" ");
        if (words.length > 1 && words.length < 4 && key.length() < 24 && !key.contains("&") && !key.contains("+")) {
            variants.add(String.join("", words));
        }
        if (name.match() != SkillMatch.CONTEXT
                && INFLECTED.contains(name.skill().kind())) {
            otherNumber(key, words, variants);
        }
        return variants;
    }

    private static void otherNumber(String key, String[] words, List<String> variants) {
        String last = words[words.length - 1];
        String stem = key.substring(0, key.length() - last.length());
        if (last.length() < 3 || !Character.isLetter(last.charAt(last.length() - 1))) {
            return;
        }
        if (last.endsWith("ies") && last.length() > 5) {
            variants.add(stem + last.substring(0, last.length() - 3) + "y");
        } else if (last.endsWith("y") && "aeou".indexOf(last.charAt(last.length() - 2)) < 0) {
            variants.add(stem + last.substring(0, last.length() - 1) + "ies");
        } else if (!last.endsWith("s")) {
            variants.add(stem + last + "s");
        } else if (last.length() > 4
                && !last.endsWith("ss")
                && !last.endsWith("is")
                && !last.endsWith("us")
                && !last.endsWith("ics")) {
            variants.add(stem + last.substring(0, last.length() - 1));
        }
    }
}
