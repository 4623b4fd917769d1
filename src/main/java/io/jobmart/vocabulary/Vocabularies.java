package io.jobmart.vocabulary;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What skills, occupations and places are read with: the vocabulary that comes with the warehouse, what a user brings, or both.
 * Read once where the command runs; it travels to the tasks, so that only that place must reach the files.
 */
public record Vocabularies(SkillVocabulary skills, OccupationVocabulary occupations, Gazetteer gazetteer)
        implements Serializable {
    private static final String BUILT_IN = "builtin";
    private static final String SHAPES = "builtin, esco:DIR, onet:DIR or csv:FILE";

    /** What comes with the warehouse. */
    public static Vocabularies standard() {
        return new Vocabularies(SkillVocabulary.standard(), OccupationVocabulary.standard(), Gazetteer.standard());
    }

    /** A hash of all that is in it. */
    public String version() {
        return skills.version() + "-" + occupations.version()
                + (gazetteer.isStandard() ? "" : "-" + gazetteer.version());
    }

    /**
     * Reads what a user names; nothing named is what comes with the warehouse. That one comes first wherever it stands,
     * so that its rules for ambiguous names hold.
     *
     * @param choices each {@code builtin}, {@code esco:DIR}, {@code onet:DIR} or {@code csv:FILE}
     * @param folders a path to what lies there
     * @throws IllegalArgumentException when a choice is none of these
     * @throws SkillVocabularyException when what lies there is not what it is said to be
     */
    public static Vocabularies read(List<String> choices, Function<String, VocabularyFolder> folders)
            throws IOException {
        boolean builtIn = choices.isEmpty() || choices.contains(BUILT_IN);
        SkillVocabulary skills = builtIn ? SkillVocabulary.standard() : null;
        OccupationVocabulary occupations = builtIn ? OccupationVocabulary.standard() : OccupationVocabulary.empty();
        for (String choice : choices) {
            if (choice.equals(BUILT_IN)) {
                continue;
            }
            int colon = choice.indexOf(':');
            String path = choice.substring(colon + 1);
            if (colon <= 0 || path.isEmpty()) {
                throw new IllegalArgumentException("A vocabulary is " + SHAPES + ", not \"" + choice + "\"");
            }
            VocabularyFolder folder = folders.apply(path);
            SkillVocabulary read = switch (choice.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "esco" -> {
                    occupations = occupations.with(EscoOccupations.read(folder));
                    yield EscoSkills.read(folder);
                }
                case "onet" -> {
                    occupations = occupations.with(OnetOccupations.read(folder));
                    yield OnetSkills.read(folder);
                }
                case "csv" -> PlainSkills.read(fileName(path), folder);
                default -> throw new IllegalArgumentException("A vocabulary is " + SHAPES + ", not \"" + choice + "\"");
            };
            skills = skills == null ? read : skills.with(read);
        }
        return new Vocabularies(skills, occupations, Gazetteer.standard());
    }

    /**
     * These with other places.
     *
     * @param choice {@code builtin} or {@code geonames:DIR}
     * @throws IllegalArgumentException when the choice is none of these
     * @throws SkillVocabularyException when what lies there is not GeoNames' files
     */
    public Vocabularies withGazetteer(String choice, Function<String, VocabularyFolder> folders) throws IOException {
        if (choice.equals(BUILT_IN)) {
            return new Vocabularies(skills, occupations, Gazetteer.standard());
        }
        String geonames = "geonames:";
        if (!choice.toLowerCase(Locale.ROOT).startsWith(geonames) || choice.length() == geonames.length()) {
            throw new IllegalArgumentException("A gazetteer is builtin or geonames:DIR, not \"" + choice + "\"");
        }
        VocabularyFolder folder = folders.apply(choice.substring(geonames.length()));
        return new Vocabularies(skills, occupations, Gazetteer.geoNames(folder));
    }

    /** What {@code dim_skill.vocabulary} calls a file of one's own. */
    private static String fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
