package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.cli.ExitCode;
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

    @Test
    void theExitCodesAreThoseOfTheCommands() throws IOException {
        Generated.require(README, "exit-codes", ExitCode.markdown());
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
        Generated.require(README, "queries", table.toString());
    }

    @Test
    void everyFileThatItNamesIsThere() throws IOException {
        Matcher name =
                Pattern.compile("\\b(?:jobs|src|conf|notebooks)/[\\w./-]*\\w").matcher(Files.readString(README));
        while (name.find()) {
            assertTrue(Files.exists(Path.of(name.group())), "README.md names " + name.group() + ", which is not there");
        }
    }
}
