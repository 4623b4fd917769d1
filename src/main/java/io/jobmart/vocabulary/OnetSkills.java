package io.jobmart.vocabulary;

import io.jobmart.model.Skill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Technology skills of O*NET, from {@code Technology Skills.txt} as its site gives it: one row for each occupation that
 * uses a product. A product is one skill, with the commodity that most of its rows name as its category.
 *
 * <p>Names spell out what people abbreviate: "Structured query language SQL", "SAP software", "Amazon Web Services AWS
 * software". Their parts become names, too.
 */
final class OnetSkills {
    static final String FILE = "Technology Skills.txt";

    private static final String SORT = " software";

    private OnetSkills() {}

    private static final class Product {
        private final Map<String, Integer> commodities = new LinkedHashMap<>();
        private boolean hot;
    }

    /** @throws SkillVocabularyException when the file is not there, or lacks what it must have */
    static SkillVocabulary read(VocabularyFolder folder) throws IOException {
        if (!folder.files().contains(FILE)) {
            throw new SkillVocabularyException("no file \"" + FILE + "\", as O*NET's text download has it");
        }
        Map<String, Product> products = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        String digest = VocabularyTable.read(
                folder, FILE, '\t', List.of("Example", "Commodity Code", "Commodity Title"), row -> {
                    String example = row.cell("Example");
                    if (example.isEmpty()) {
                        return;
                    }
                    Product product = products.computeIfAbsent(example, added -> new Product());
                    product.commodities.merge(row.cell("Commodity Code"), 1, Integer::sum);
                    product.hot |= row.cell("Hot Technology").equalsIgnoreCase("Y");
                    titles.put(row.cell("Commodity Code"), row.cell("Commodity Title"));
                });
        String version = SkillVocabulary.version(List.of(digest));
        List<Skill> skills = new ArrayList<>();
        List<SkillName> labels = new ArrayList<>();
        List<SkillName> others = new ArrayList<>();
        products.forEach((example, product) -> {
            String commodity = product.commodities.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
            Skill skill = new Skill(
                    "onet:" + example,
                    example,
                    titles.get(commodity),
                    kind(titles.get(commodity)),
                    "onet",
                    version,
                    null,
                    null,
                    commodity,
                    product.hot);
            skills.add(skill);
            if (!example.endsWith(SORT)) {
                BroughtNames.ofProduct(example, skill).ifPresent(labels::add);
            }
            names(example, product.hot)
                    .forEach(name -> BroughtNames.ofProduct(name, skill).ifPresent(others::add));
        });
        labels.addAll(others);
        return SkillVocabulary.of(skills, labels, version);
    }

    private static String kind(String commodity) {
        String title = commodity.toLowerCase(Locale.ROOT);
        return title.contains("data base management") ? "DATABASE" : "TOOL";
    }

    /** The shorter names within one of O*NET's. */
    static List<String> names(String example, boolean hot) {
        List<String> names = new ArrayList<>();
        String name = example;
        if (name.endsWith(SORT)) {
            name = name.substring(0, name.length() - SORT.length());
            // "Accounting software", "Spreadsheet software": a sort of software, not a product
            if (name.chars().skip(1).anyMatch(Character::isUpperCase) || name.indexOf(' ') < 0 && isAcronym(name)) {
                names.add(name);
            } else {
                return names;
            }
        }
        int blank = name.lastIndexOf(' ');
        if (blank > 0 && isAcronymOf(name.substring(blank + 1), name.substring(0, blank))) {
            names.add(name.substring(0, blank));
            if (hot) {
                // "Electronic Time Clock ETC" is not what "etc." says.
                names.add(name.substring(blank + 1));
            }
        }
        return names;
    }

    private static boolean isAcronym(String word) {
        return word.length() >= 2 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** "AWS" of "Amazon Web Services", "SQL" of "Structured query language". */
    private static boolean isAcronymOf(String acronym, String words) {
        if (acronym.length() < 3 || !isAcronym(acronym)) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words.split("[ -]+")) {
            if (!word.isEmpty()) {
                initials.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return initials.toString().endsWith(acronym);
    }
}
