package io.jobmart.vocabulary;

import io.jobmart.model.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the names of a public taxonomy are matched. A taxonomy says what a name means, never in which words of a posting it
 * does: "guide", "law" and "Access" stand in postings of every kind. So a name earns its place by what it looks like.
 *
 * <ul>
 *   <li>Products that O*NET has not found often in postings need more than a name that could be any word's.
 *   <li>Phrases in small letters count where something is asked for ({@link SkillMatch#DEMAND}).
 *   <li>Single words in small letters count so only as the label of a field of knowledge, else not at all.
 *   <li>Single words with a capital count as written; if nothing but the first letter is one, beside other skills or a
 *       cue.
 *   <li>Everyday words ({@code everyday-words.txt}) never count.
 * </ul>
 */
final class BroughtNames {
    private static final Set<String> EVERYDAY = everyday();

    private BroughtNames() {}

    /** The names that a label gives: none, itself, or itself without "(computer programming)", too. */
    static List<SkillName> ofLabel(String label, String language, Skill skill) {
        List<SkillName> names = new ArrayList<>();
        String plain = SkillMerge.withoutQualifier(label);
        name(label, language, skill, true).ifPresent(names::add);
        if (!plain.equals(label) && isCapital(plain.charAt(0)) && !EVERYDAY.contains(SkillVocabulary.key(plain))) {
            // What needs a qualifier in a list of skills needs company in a text.
            names.add(new SkillName(plain, skill, plain.indexOf(' ') < 0 ? SkillMatch.CONTEXT : SkillMatch.CASE));
        }
        return names;
    }

    static Optional<SkillName> ofAlias(String alias, String language, Skill skill) {
        return name(alias, language, skill, false);
    }

    /** The name of a product: "Microsoft Excel", "Stata"; also "Accounting software", a sort of them. */
    static Optional<SkillName> ofProduct(String name, Skill skill) {
        String key = SkillVocabulary.key(name);
        if (key.length() < 2 || EVERYDAY.contains(key)) {
            return Optional.empty();
        }
        boolean hot = Boolean.TRUE.equals(skill.hotTechnology());
        boolean particular = name.substring(1).chars().anyMatch(c -> isCapital((char) c) || Character.isDigit(c));
        if (key.indexOf(' ') >= 0) {
            return particular
                    ? Optional.of(new SkillName(name, skill, SkillMatch.ANY))
                    : hot ? Optional.of(new SkillName(name, skill, SkillMatch.DEMAND)) : Optional.empty();
        }
        if (!isCapital(name.charAt(0)) && !particular) {
            return Optional.empty();
        }
        boolean allCapitals = name.equals(name.toUpperCase(Locale.ROOT));
        if (particular && (hot || !allCapitals)) {
            return Optional.of(new SkillName(name, skill, key.length() < 3 ? SkillMatch.CONTEXT : SkillMatch.CASE));
        }
        return Optional.of(new SkillName(name, skill, hot || allCapitals ? SkillMatch.CONTEXT : SkillMatch.LIST));
    }

    private static Optional<SkillName> name(String name, String language, Skill skill, boolean label) {
        String key = SkillVocabulary.key(name);
        if (key.length() < 2 || EVERYDAY.contains(key)) {
            return Optional.empty();
        }
        boolean capital = isCapital(name.charAt(0));
        boolean particular = name.chars().skip(1).anyMatch(c -> isCapital((char) c));
        boolean activity = skill.kind().equals(EscoSkills.COMPETENCE);
        if (key.indexOf(' ') < 0) {
            if (particular && !activity) {
                return Optional.of(new SkillName(name, skill, label ? SkillMatch.CASE : SkillMatch.CONTEXT));
            }
            if (capital && !language.equals("de")) {
                return activity ? Optional.empty() : Optional.of(new SkillName(name, skill, SkillMatch.CONTEXT));
            }
            return label && !activity && name.length() > 3
                    ? Optional.of(new SkillName(name, skill, SkillMatch.DEMAND))
                    : Optional.empty();
        }
        return Optional.of(new SkillName(name, skill, SkillMatch.DEMAND));
    }

    private static boolean isCapital(char c) {
        return Character.isUpperCase(c);
    }

    private static Set<String> everyday() {
        try (InputStream in = BroughtNames.class.getResourceAsStream("everyday-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("No everyday-words.txt on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> SkillVocabulary.key(line.toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
