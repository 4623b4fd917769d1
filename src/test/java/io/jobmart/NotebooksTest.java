package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.model.BuildInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What git keeps of the notebooks: their text alone, for the Spark that the build uses. */
class NotebooksTest {
    private static final Path FOLDER = Path.of("notebooks");

    @Test
    void outputsAreStripped() throws IOException {
        for (Path notebook : notebooks()) {
            for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).path("cells")) {
                assertTrue(cell.path("outputs").isEmpty(), notebook + " has outputs: strip them before the commit");
                assertTrue(
                        cell.path("execution_count").isNull()
                                || cell.path("execution_count").isMissingNode(),
                        notebook + " has execution counts: strip them before the commit");
            }
        }
    }

    @Test
    void theLastCellAsserts() throws IOException {
        for (Path notebook : notebooks()) {
            JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).path("cells");
            String last = cells.path(cells.size() - 1).path("source").toString();
            assertTrue(last.contains("assert "), notebook + " ends without asserts, so that running it tests nothing");
        }
    }

    @Test
    void pysparkIsTheSparkOfTheBuild() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("requirements.txt"));
        assertEquals(
                List.of("pyspark==" + BuildInfo.sparkVersion()),
                lines.stream().filter(line -> line.startsWith("pyspark")).toList());
    }

    private static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
            assertTrue(notebooks.size() >= 6, "there are notebooks");
            return notebooks;
        }
    }
}
