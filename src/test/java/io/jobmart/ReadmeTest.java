package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.cli.ExitCode;
import io.jobmart.tables.DataDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of the code is what the code says of itself. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern DICTIONARY = marks("dictionary");
    private static final Pattern EXIT_CODES = marks("exit-codes");
    private static final Pattern QUERIES = marks("queries");

    private static Pattern marks(String name) {
        return Pattern.compile("(<!-- " + name + ":begin[^\\n]*-->\\n).*?(<!-- " + name + ":end -->)", Pattern.DOTALL);
    }

    @Test
    void theDictionaryIsTheOneOfTheTables() throws IOException {
        requireGenerated(DICTIONARY, DataDictionary.render());
    }

    @Test
    void theExitCodesAreThoseOfTheCommands() throws IOException {
        requireGenerated(EXIT_CODES, ExitCode.markdown());
    }

    /** The first line of each query is its question. */
    @Test
    void theQueriesAreThoseOfTheFolder() throws IOException {
        StringBuilder table = new StringBuilder("| question | query |\n|---|---|\n");
        try (Stream<Path> files = Files.list(Path.of("jobs/queries"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String question = Files.readString(file).lines().findFirst().orElseThrow();
                table.append("| %s | [%s](jobs/queries/%s) |%n"
                        .formatted(question.replaceFirst("^-- ", ""), name.replaceFirst("[.]sql$", ""), name));
            }
        }
        requireGenerated(QUERIES, table.toString());
    }

    private static void requireGenerated(Pattern marks, String generated) throws IOException {
        String readme = Files.readString(README);
        Matcher section = marks.matcher(readme);
        assertTrue(section.find(), "README.md has lost the marks " + marks);
        String expected = readme.substring(0, section.start())
                + section.group(1)
                + generated.strip()
                + "\n"
                + section.group(2)
                + readme.substring(section.end());
        if (Boolean.getBoolean("jobmart.update")) {
            Files.writeString(README, expected);
            return;
        }
        assertEquals(expected, readme, "README.md is out of date: mvn test -Dtest=ReadmeTest -Djobmart.update=true");
    }

    @Test
    void everyFileThatItNamesIsThere() throws IOException {
        String prose = DICTIONARY.matcher(Files.readString(README)).replaceAll("");
        Matcher name =
                Pattern.compile("\\b(?:jobs|src|conf|notebooks)/[\\w./-]*\\w").matcher(prose);
        while (name.find()) {
            assertTrue(Files.exists(Path.of(name.group())), "README.md names " + name.group() + ", which is not there");
        }
    }
}
