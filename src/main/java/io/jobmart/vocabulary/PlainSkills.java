package io.jobmart.vocabulary;

import io.jobmart.model.Skill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Skills of one's own, from a CSV with a header. Only {@code label} must be there; {@code id} (else the label in lower
 * case), {@code kind} (else KNOWLEDGE), {@code category}, {@code aliases} separated by {@code |}, {@code match} (any,
 * demand, case, context or list; else any) and {@code uri} may be. An alias may begin with a match of its own
 * ({@code case:Java}). Other columns are passed over.
 */
final class PlainSkills {
    private PlainSkills() {}

    static SkillVocabulary read(String vocabulary, VocabularyFolder folder) throws IOException {
        String file = folder.files().get(0);
        Map<String, List<String[]>> names = new LinkedHashMap<>();
        Map<String, String[]> rows = new LinkedHashMap<>();
        String digest = VocabularyTable.read(folder, file, ',', List.of("label"), row -> {
            String label = row.cell("label");
            if (label.isEmpty()) {
                return;
            }
            String id = row.cell("id").isEmpty() ? row.cell("skill_id") : row.cell("id");
            id = id.isEmpty() ? label.toLowerCase(Locale.ROOT) : id;
            String match = row.cell("match").toLowerCase(Locale.ROOT);
            String kind = row.cell("kind").toUpperCase(Locale.ROOT);
            if (!match.isEmpty() && SkillMatch.of(match) == null) {
                throw new SkillVocabularyException(file + ": match of " + label
                        + " must be any, demand, case, context or list, not \"" + match + "\"");
            }
            String[] values = {
                label,
                blankAsNull(row.cell("category")),
                kind.isEmpty() ? "KNOWLEDGE" : kind,
                blankAsNull(row.cell("uri"))
            };
            // The same id again adds names.
            rows.putIfAbsent(id, values);
            List<String[]> own = names.computeIfAbsent(id, added -> new ArrayList<>());
            own.add(new String[] {label, match});
            for (String alias : row.cell("aliases").split("\\|")) {
                int colon = alias.indexOf(':');
                boolean ruled = colon > 0 && SkillMatch.of(alias.substring(0, colon)) != null;
                own.add(
                        ruled
                                ? new String[] {alias.substring(colon + 1), alias.substring(0, colon)}
                                : new String[] {alias, match.equals("demand") ? match : ""});
            }
        });
        String version = SkillVocabulary.version(List.of(digest));
        List<Skill> skills = new ArrayList<>();
        List<SkillName> all = new ArrayList<>();
        rows.forEach((id, values) -> {
            Skill skill = new Skill(id, values[0], values[1], values[2], vocabulary, version, values[3]);
            skills.add(skill);
            for (String[] name : names.get(id)) {
                all.add(new SkillName(
                        name[0].strip(), skill, name[1].isEmpty() ? SkillMatch.ANY : SkillMatch.of(name[1])));
            }
        });
        return SkillVocabulary.of(skills, all, version);
    }

    private static String blankAsNull(String value) {
        return value.isBlank() ? null : value;
    }
}
