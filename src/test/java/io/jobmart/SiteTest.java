package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.cli.Main;
import io.jobmart.explain.Finding;
import io.jobmart.parse.PostingParser;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import io.jobmart.tables.DataDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What the pages say of the code is what the code says of itself. */
class SiteTest {
    private static final Path SITE = Path.of("src/site/markdown");
    private static final Pattern RULE = Pattern.compile(
            "\"((?:company|degree|employment|experience|language|occupation|pay|requirement|skill|title|workplace)"
                    + "(?:\\.[a-z_-]+)+)\"");

    @Test
    void theDictionaryIsTheOneOfTheTables() throws IOException {
        Generated.require(SITE.resolve("dictionary.md"), "dictionary", DataDictionary.render());
    }

    @Test
    void everyLibraryThatTheJarShipsStandsWithItsLicence() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        String dependencies = build.substring(build.indexOf("<dependencies>"), build.indexOf("</dependencies>"))
                .replaceAll("\\s", "");
        Set<String> shipped = new TreeSet<>();
        for (String dependency : dependencies.split("<dependency>")) {
            Matcher name = Pattern.compile("^<groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>")
                    .matcher(dependency);
            if (name.find() && !dependency.contains("<scope>")) {
                shipped.add(name.group(1) + ":" + name.group(2));
            }
        }
        Set<String> listed = Pattern.compile("(?m)^\\| `([^:`]+:[^:`]+)` \\| [A-Z]")
                .matcher(Files.readString(SITE.resolve("third-party.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shipped, listed);
        assertTrue(shipped.size() > 4, shipped.toString());
    }

    @Test
    void theOptionsAreThoseOfTheCommands() throws IOException {
        StringBuilder page = new StringBuilder();
        CommandLine main = Main.commandLine();
        main.getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                command.setUsageHelpAutoWidth(false).setUsageHelpWidth(110);
                page.append("## ")
                        .append(name)
                        .append("\n\n```\n")
                        .append(command.getUsageMessage(Ansi.OFF)
                                .lines()
                                .map(String::stripTrailing)
                                .collect(Collectors.joining("\n")))
                        .append("\n```\n\n");
            }
        });
        Generated.require(SITE.resolve("options.md"), "options", page.toString());
    }

    /** The comment at the top of a dialect says what it is of. */
    @Test
    void theDialectsAreThoseOfTheFolder() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
        StringBuilder table = new StringBuilder("| dialect | of | recognised by |\n|---|---|---|\n");
        for (String file : Files.readAllLines(Path.of("conf/dialects/order.txt"))) {
            if (file.isBlank() || file.startsWith("#")) {
                continue;
            }
            String text = Files.readString(Path.of("conf/dialects", file));
            String comment = text.lines()
                    .takeWhile(line -> line.startsWith("//"))
                    .map(line -> line.substring(2).strip())
                    .collect(Collectors.joining(" "));
            List<String> fields = new ArrayList<>();
            JsonNode dialect = json.readTree(text);
            dialect.path("requires").forEach(field -> fields.add("`" + field.asText() + "`"));
            assertTrue(!comment.isEmpty(), file + " does not say what it is of");
            table.append("| [%s](../../../conf/dialects/%s) | %s | %s |%n"
                    .formatted(
                            dialect.path("name").asText(),
                            file,
                            comment.replace("|", "\\|"),
                            String.join(", ", fields).replace("|", "\\|")));
        }
        Generated.require(SITE.resolve("dialects.md"), "dialects", table.toString());
    }

    private static Map<String, String> ruleMeanings() throws IOException {
        Map<String, String> meanings = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/site/rules.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split("\t");
            meanings.put(cells[0], cells[1]);
        }
        return meanings;
    }

    @Test
    void everyRuleOfTheReadersIsExplainedAndNoOther() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/jobmart/parse"))) {
            for (Path file : files.toList()) {
                Matcher rule = RULE.matcher(Files.readString(file));
                while (rule.find()) {
                    named.add(rule.group(1));
                }
            }
        }
        assertEquals(String.join("\n", named), String.join("\n", ruleMeanings().keySet()));
    }

    private static String cell(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return (line.length() <= 90 ? line : line.substring(0, 89) + "\u2026")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }

    /** An example that the page has stays as long as the rule still gives it; a better one alone is no reason to change. */
    @Test
    void theRulesHaveTheirExamples() throws IOException {
        Map<String, Set<String>> examples = examples();
        Map<String, String> meanings = ruleMeanings();
        // A place read together with the mode of work gives the mode by a rule of its name.
        examples.keySet()
                .removeIf(rule -> !meanings.containsKey(rule)
                        && rule.endsWith(".mode")
                        && meanings.containsKey(rule.replace(".mode", "")));
        assertTrue(meanings.keySet().containsAll(examples.keySet()), "src/site/rules.tsv lacks some of " + examples);
        TreeSet<String> without = new TreeSet<>(meanings.keySet());
        without.removeAll(examples.keySet());
        assertEquals(Set.of(), without, "rules that read nothing in src/sample and src/site/examples");
        Path page = SITE.resolve("rules.md");
        List<String> old = Files.readAllLines(page);
        StringBuilder table =
                new StringBuilder("| rule | what it reads | from such words | that gives |\n|---|---|---|---|\n");
        meanings.forEach((rule, meaning) -> {
            String start = "| `%s` | %s | ".formatted(rule, cell(meaning));
            Set<String> given = examples.get(rule);
            String kept = given.stream()
                    .filter(example -> old.contains(start + example + " |"))
                    .findFirst()
                    .orElseGet(() -> given.iterator().next());
            table.append(start).append(kept).append(" |\n");
        });
        Generated.require(page, "rules", table.toString());
    }

    /** What each rule reads in the invented postings, the shortest first: that is read most easily. */
    private static Map<String, Set<String>> examples() throws IOException {
        Map<String, Set<String>> examples = new TreeMap<>();
        PostingParser parser = PostingParser.standard();
        // What the sample has no words for is in a few postings of its own.
        for (String folder : List.of("src/sample", "src/site/examples")) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                try (SourceRecords records = Sources.read(
                        file.getFileName().toString(), Files.newInputStream(file), ReadOptions.standard())) {
                    while (records.hasNext()) {
                        if (records.next() instanceof SourceRecord.Accepted accepted) {
                            Finding.of(parser.parse(accepted.posting())).forEach(finding -> add(examples, finding));
                        }
                    }
                }
            }
        }
        return examples;
    }

    private static void add(Map<String, Set<String>> examples, Finding finding) {
        if (finding.evidence() != null && finding.value() != null) {
            String words =
                    finding.words() == null ? "a field of the record" : "\u201C" + cell(finding.words()) + "\u201D";
            String gives = cell(finding.field().replaceAll(" \\d+$", "") + ": " + finding.value());
            examples.computeIfAbsent(
                            finding.evidence().ruleId(),
                            rule -> new TreeSet<>(
                                    Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                    .add(words + " | " + gives);
        }
    }

    @Test
    void everyFileThatAPageNamesIsThere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
        try (Stream<Path> pages = Files.list(SITE)) {
            for (Path page : pages.sorted().toList()) {
                Matcher target = link.matcher(Files.readString(page));
                while (target.find()) {
                    if (!target.group(1).contains("://")) {
                        assertTrue(
                                Files.exists(page.getParent().resolve(target.group(1))),
                                page + " names " + target.group(1) + ", which is not there");
                    }
                }
            }
        }
    }
}
