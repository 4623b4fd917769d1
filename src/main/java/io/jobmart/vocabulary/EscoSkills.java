package io.jobmart.vocabulary;

import io.jobmart.model.Skill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Skills of ESCO, from the CSV files as its site gives them: {@code skills_XX.csv} of one or more languages, whose labels
 * become names of the same skill; {@code skillsHierarchy_XX.csv} with {@code broaderRelationsSkillPillar_XX.csv}, or else
 * the collections, give categories. Languages that people speak are left out, as they are no skills here.
 *
 * <p>Most labels are phrases that say what someone does ("manage musical staff"). They count only where a posting asks
 * for something, and names that are everyday words are dropped: see {@link BroughtNames}.
 */
final class EscoSkills {
    static final String COMPETENCE = "COMPETENCE";

    private static final Pattern SKILLS = Pattern.compile("(?i)skills_([a-z]{2})\\.csv");
    private static final Pattern COLLECTION = Pattern.compile("(?i).*SkillsCollection_([a-z]{2})\\.csv");
    private static final Pattern LANGUAGES = Pattern.compile("(?i)languageSkillsCollection_([a-z]{2})\\.csv");
    private static final Pattern RELATIONS = Pattern.compile("(?i)broaderRelationsSkillPillar(_[a-z]{2})?\\.csv");
    private static final Pattern HIERARCHY = Pattern.compile("(?i)skillsHierarchy_([a-z]{2})\\.csv");
    private static final int MAX_BROADER = 12;

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Map<String, String> broader = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> collected = new HashMap<>();
    private final Set<String> humanLanguages = new HashSet<>();
    private final List<String> digests = new ArrayList<>();

    private EscoSkills() {}

    private record Name(String text, String language) {}

    /** One concept; the label is that of the first language that is read. */
    private static final class Concept {
        private final String label;
        private final String kind;
        private final String reuse;
        private final List<Name> labels = new ArrayList<>();
        private final List<Name> others = new ArrayList<>();

        Concept(String label, String kind, String reuse) {
            this.label = label;
            this.kind = kind;
            this.reuse = reuse;
        }
    }

    /**
     * Reads a download.
     *
     * @throws SkillVocabularyException when there is no file of skills, or one lacks what it must have
     */
    static SkillVocabulary read(VocabularyFolder folder) throws IOException {
        return new EscoSkills().vocabulary(folder);
    }

    private SkillVocabulary vocabulary(VocabularyFolder folder) throws IOException {
        List<String> files = new ArrayList<>(folder.files());
        // English first, whose labels every concept has.
        files.sort((a, b) -> Boolean.compare(!a.endsWith("_en.csv"), !b.endsWith("_en.csv")));
        for (String file : files) {
            Matcher language = SKILLS.matcher(file);
            if (language.matches()) {
                String code = language.group(1).toLowerCase(Locale.ROOT);
                digests.add(VocabularyTable.read(
                        folder, file, ',', List.of("conceptUri", "preferredLabel"), row -> concept(row, code)));
            }
        }
        if (digests.isEmpty()) {
            throw new SkillVocabularyException("no file skills_XX.csv, as ESCO's download has it, among " + files);
        }
        for (String file : files) {
            if (COLLECTION.matcher(file).matches()) {
                boolean languages = LANGUAGES.matcher(file).matches();
                digests.add(VocabularyTable.read(folder, file, ',', List.of("conceptUri"), row -> {
                    if (languages) {
                        humanLanguages.add(row.cell("conceptUri"));
                    }
                    String group =
                            row.cell("broaderConceptPT").split(" \\| ")[0].strip();
                    if (!group.isEmpty()) {
                        collected.putIfAbsent(row.cell("conceptUri"), group);
                    }
                }));
            } else if (RELATIONS.matcher(file).matches()) {
                digests.add(VocabularyTable.read(
                        folder,
                        file,
                        ',',
                        List.of("conceptUri", "broaderUri"),
                        row -> broader.putIfAbsent(row.cell("conceptUri"), row.cell("broaderUri"))));
            } else if (HIERARCHY.matcher(file).matches()) {
                digests.add(VocabularyTable.read(folder, file, ',', List.of("Level 0 URI"), this::group));
            }
        }
        String version = SkillVocabulary.version(digests);
        List<Skill> skills = new ArrayList<>();
        List<SkillName> labels = new ArrayList<>();
        List<SkillName> others = new ArrayList<>();
        concepts.forEach((uri, concept) -> {
            if (humanLanguages.contains(uri)) {
                return;
            }
            Skill skill = new Skill(
                    uri, concept.label, category(uri, concept), concept.kind, "esco", version, uri, uri, null, null);
            skills.add(skill);
            concept.labels.forEach(name ->
                    BroughtNames.ofLabel(name.text, name.language, skill).forEach(labels::add));
            concept.others.forEach(name ->
                    BroughtNames.ofAlias(name.text, name.language, skill).ifPresent(others::add));
        });
        // A concept's own label wins over another's alternative.
        labels.addAll(others);
        return SkillVocabulary.of(skills, labels, version);
    }

    private void concept(VocabularyTable row, String language) {
        String uri = row.cell("conceptUri");
        String label = row.cell("preferredLabel");
        if (uri.isEmpty() || label.isEmpty() || row.cell("status").equals("obsolete")) {
            return;
        }
        Concept concept = concepts.computeIfAbsent(
                uri,
                added -> new Concept(
                        label,
                        row.cell("skillType").equals("knowledge") || isName(label) ? "KNOWLEDGE" : COMPETENCE,
                        row.cell("reuseLevel")));
        concept.labels.add(new Name(label, language));
        for (String column : List.of("altLabels", "hiddenLabels")) {
            for (String name : row.cell(column).split("\n")) {
                if (!name.isBlank()) {
                    concept.others.add(new Name(name.strip(), language));
                }
            }
        }
    }

    /** Extracts of the download lack the type; "Haskell" and "SAS language" are no activities. */
    private static boolean isName(String label) {
        return Character.isUpperCase(label.charAt(0));
    }

    private void group(VocabularyTable row) {
        for (int level = 0; level <= 3; level++) {
            String uri = row.cell("Level " + level + " URI");
            if (!uri.isEmpty()) {
                groups.put(uri, row.cell("Level " + level + " preferred term"));
            }
        }
    }

    /** The nearest group of the hierarchy above a concept, else its collection's, else how far it is reused. */
    private String category(String uri, Concept concept) {
        String at = broader.get(uri);
        for (int i = 0; at != null && i < MAX_BROADER; i++) {
            String group = groups.get(at);
            if (group != null) {
                return group;
            }
            at = broader.get(at);
        }
        String collection = collected.get(uri);
        return collection != null ? collection : concept.reuse.isEmpty() ? null : concept.reuse;
    }
}
