package io.jobmart.vocabulary;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Titles of O*NET, from {@code Occupation Data.txt}, with their O*NET-SOC codes; in the singular, as postings have them. */
final class OnetOccupations {
    static final String FILE = "Occupation Data.txt";

    private OnetOccupations() {}

    /** The titles; none when the folder lacks the file. */
    static OccupationVocabulary read(VocabularyFolder folder) throws IOException {
        if (!folder.files().contains(FILE)) {
            return OccupationVocabulary.empty();
        }
        Map<String, String> codes = new HashMap<>();
        String digest = VocabularyTable.read(folder, FILE, '\t', List.of("O*NET-SOC Code", "Title"), row -> {
            String title = row.cell("Title");
            // "Managers, All Other" and "Cooks, Restaurant" are no titles of anyone.
            if (!title.contains(",")) {
                for (String part : title.contains(" and ") && title.split(" ").length == 3
                        ? title.split(" and ")
                        : new String[] {title}) {
                    codes.putIfAbsent(OccupationVocabulary.key(singular(part)), row.cell("O*NET-SOC Code"));
                }
            }
        });
        return new OccupationVocabulary(Map.of(), codes, SkillVocabulary.version(List.of(digest)));
    }

    private static String singular(String title) {
        if (title.endsWith("ies")) {
            return title.substring(0, title.length() - 3) + "y";
        }
        if (title.endsWith("esses") || title.endsWith("ches")) {
            return title.substring(0, title.length() - 2);
        }
        return title.endsWith("s") && !title.endsWith("ss") && !title.endsWith("ics")
                ? title.substring(0, title.length() - 1)
                : title;
    }
}
