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
import org.junit.jupiter.api.Test;

/** What the README says of the code is what the code says of itself. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern DICTIONARY =
            Pattern.compile("(<!-- dictionary:begin[^\\n]*-->\\n).*?(<!-- dictionary:end -->)", Pattern.DOTALL);

    @Test
    void theDictionaryIsTheOneOfTheTables() throws IOException {
        String readme = Files.readString(README);
        Matcher section = DICTIONARY.matcher(readme);
        assertTrue(section.find(), "README.md has lost the marks of its dictionary");
        String expected = readme.substring(0, section.start())
                + section.group(1)
                + DataDictionary.render().strip()
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
    void everyExitCodeIsListed() throws IOException {
        String readme = Files.readString(README);
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    readme.contains("\n| " + code.code() + " | "), "README.md does not list exit code " + code.code());
        }
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
