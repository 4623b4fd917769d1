package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.cli.Main;
import io.jobmart.explain.Finding;
import io.jobmart.model.Evidence;
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

    /** A value of an invented posting that a rule read. */
    private record Example(String field, String words, String value) {
        String cells() {
            return (words == null ? "a field of the record" : "\u201C" + cell(words) + "\u201D") + " | "
                    + cell(field + ": " + value);
        }
    }

    private static String cell(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return (line.length() <= 90 ? line : line.substring(0, 89) + "\u2026")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }

    @Test
    void theRulesHaveTheirExamples() throws IOException {
        Map<String, Example> examples = new TreeMap<>();
        PostingParser parser = PostingParser.standard();
        List<Path> files = new ArrayList<>();
        // What the sample has no words for is in a few postings of its own.
        for (String folder : List.of("src/sample", "src/site/examples")) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        for (Path file : files) {
            try (SourceRecords records =
                    Sources.read(file.getFileName().toString(), Files.newInputStream(file), ReadOptions.standard())) {
                while (records.hasNext()) {
                    if (records.next() instanceof SourceRecord.Accepted accepted) {
                        Finding.of(parser.parse(accepted.posting())).forEach(finding -> add(examples, finding));
                    }
                }
            }
        }
        Map<String, String> meanings = ruleMeanings();
        StringBuilder table =
                new StringBuilder("| rule | what it reads | from such words | that gives |\n|---|---|---|---|\n");
        for (Map.Entry<String, String> rule : meanings.entrySet()) {
            Example example = examples.remove(rule.getKey());
            table.append("| `%s` | %s | %s |%n"
                    .formatted(rule.getKey(), cell(rule.getValue()), example == null ? " | " : example.cells()));
        }
        // A place read together with the mode of work gives the mode by a rule of its name.
        examples.keySet().removeIf(rule -> rule.endsWith(".mode") && meanings.containsKey(rule.replace(".mode", "")));
        assertEquals(Map.of(), examples, "rules that src/site/rules.tsv lacks");
        Generated.require(SITE.resolve("rules.md"), "rules", table.toString());
    }

    /** The shortest words, then the first in the alphabet: an example that is easily read and stays. */
    private static void add(Map<String, Example> examples, Finding finding) {
        Evidence evidence = finding.evidence();
        if (evidence == null || finding.value() == null) {
            return;
        }
        Example example = new Example(finding.field().replaceAll(" \\d+$", ""), finding.words(), finding.value());
        Comparator<Example> order =
                Comparator.comparingInt((Example one) -> one.cells().length()).thenComparing(Example::cells);
        examples.merge(evidence.ruleId(), example, (one, other) -> order.compare(one, other) <= 0 ? one : other);
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
