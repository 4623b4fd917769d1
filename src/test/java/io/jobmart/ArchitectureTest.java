package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the packages to what each may know of the others. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java/io/jobmart");
    /** Qualified names count as much as imports; comments and strings hardly ever name packages. */
    private static final Pattern SPARK = Pattern.compile("\\b(?:org\\.apache\\.(?:spark|hadoop|parquet)|scala)\\.\\w");

    private static final Pattern CLI = Pattern.compile("\\bio\\.jobmart\\.cli\\.\\w");

    @Test
    void whatReadsPostingsKnowsNothingOfSpark() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        for (String name : List.of(
                "model", "text", "vocabulary", "parse", "source", "page", "explain", "report", "evaluate", "privacy")) {
            for (Path file : javaFiles(SOURCES.resolve(name))) {
                files++;
                found.addAll(matches(file, SPARK));
            }
        }
        assertFalse(files == 0, "no sources found: the test looks in the wrong place");
        assertEquals(List.of(), found);
    }

    @Test
    void nothingKnowsTheCommandLine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles(SOURCES)) {
            if (!file.startsWith(SOURCES.resolve("cli"))) {
                found.addAll(matches(file, CLI));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> matches(Path file, Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(file + ": " + matcher.group());
        }
        return found;
    }
}
