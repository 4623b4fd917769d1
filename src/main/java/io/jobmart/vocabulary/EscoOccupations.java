package io.jobmart.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Occupations of ESCO, from {@code occupations_XX.csv} of one or more languages: preferred and alternative labels, each
 * with the ISCO-08 group of its occupation. An alternative label counts only as the whole title: "assistant manager" is
 * one of executive assistants', and ends the titles of many who are none. A label of occupations in several groups gives what their codes share.
 */
final class EscoOccupations {
    private static final Pattern FILES = Pattern.compile("(?i)occupations_([a-z]{2})\\.csv");
    private static final double PREFERRED = 0.9;
    private static final double ALTERNATIVE = 0.75;

    private EscoOccupations() {}

    /** The occupations; none when the folder holds no file of them. */
    static OccupationVocabulary read(VocabularyFolder folder) throws IOException {
        Map<String, OccupationName> preferred = new LinkedHashMap<>();
        Map<String, OccupationName> others = new LinkedHashMap<>();
        List<String> digests = new ArrayList<>();
        for (String file : folder.files()) {
            Matcher matcher = FILES.matcher(file);
            if (!matcher.matches()) {
                continue;
            }
            boolean initial = OccupationVocabulary.isInitial(matcher.group(1).toLowerCase(Locale.ROOT));
            digests.add(VocabularyTable.read(folder, file, ',', List.of("iscoGroup", "preferredLabel"), row -> {
                String code = row.cell("iscoGroup");
                if (!code.matches("\\d{4}")) {
                    return;
                }
                String uri = row.cell("conceptUri");
                for (String label : forms(row.cell("preferredLabel"))) {
                    add(preferred, label, new OccupationName(code, PREFERRED, uri, isSingle(label), initial));
                }
                for (String column : List.of("altLabels", "hiddenLabels")) {
                    for (String label : row.cell(column).split("\n")) {
                        for (String form : forms(label.strip())) {
                            add(others, form, new OccupationName(code, ALTERNATIVE, uri, true, initial));
                        }
                    }
                }
            }));
        }
        others.forEach(preferred::putIfAbsent);
        return digests.isEmpty()
                ? OccupationVocabulary.empty()
                : new OccupationVocabulary(preferred, Map.of(), SkillVocabulary.version(digests));
    }

    private static void add(Map<String, OccupationName> names, String label, OccupationName name) {
        String key = OccupationVocabulary.key(label);
        if (key.length() > 2) {
            names.merge(key, name, OccupationName::and);
        }
    }

    /** "Softwareentwickler/Softwareentwicklerin" are two labels, "air traffic controller/manager" is not. */
    private static List<String> forms(String label) {
        String[] sides = label.split("/");
        if (sides.length == 2 && words(sides[0]) == words(sides[1]) && sides[0].length() > 2) {
            return List.of(sides[0], sides[1]);
        }
        return label.isEmpty() ? List.of() : List.of(label);
    }

    private static int words(String label) {
        return label.strip().split(" +").length;
    }

    private static boolean isSingle(String label) {
        return label.indexOf(' ') < 0 && label.indexOf('-') < 0;
    }
}
