package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    private final Path root;

    InputsTest(@TempDir Path root) throws IOException {
        this.root = root;
        for (String name : List.of(
                "mon/jobs.json",
                "mon/deep/er/x.md",
                "mon/.git/config",
                "mon/_temporary/part",
                "tue/jobs.json",
                "tue/two words [1].md",
                "old/mon/jobs.json",
                "single.csv.gz")) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private List<String> names(String... inputs) throws LoadException {
        return Inputs.list(
                        Arrays.stream(inputs).map(input -> root + "/" + input).toList(), new Configuration())
                .stream()
                .map(InputFile::sourceFile)
                .toList();
    }

    @Test
    void aDirectoryIsReadToItsDepthsWithoutHiddenNames() throws LoadException {
        assertEquals(List.of("deep/er/x.md", "jobs.json"), names("mon"));
    }

    /** A storage that is there, and does not answer. */
    public static final class Unreachable extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("unreachable:///");
        }

        @Override
        public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
            throw new ConnectException("Connection refused\nand pages of advice");
        }
    }

    @Test
    void aStorageThatDoesNotAnswerIsNoMistakeOfWhoAsks() {
        Configuration configuration = new Configuration();
        configuration.setClass("fs.unreachable.impl", Unreachable.class, FileSystem.class);
        LoadException failed = assertThrows(
                LoadException.CannotWrite.class, () -> Inputs.list(List.of("unreachable:/mon"), configuration));
        assertEquals("Cannot list the input unreachable:/mon: Connection refused", failed.getMessage());
        assertThrows(LoadException.BadInput.class, () -> Inputs.list(List.of("nowhere:/mon"), configuration));
        assertThrows(LoadException.BadInput.class, () -> names("wed"));
    }

    @Test
    void aSingleFileGoesByItsName() throws LoadException {
        assertEquals(List.of("single.csv.gz"), names("single.csv.gz"));
        assertEquals(List.of("two words [1].md"), names("tue/two words [1].md"));
    }

    @Test
    void filesOfAPatternGoByTheirPathBelowItsFixedPart() throws LoadException {
        assertEquals(List.of("mon/jobs.json", "tue/jobs.json"), names("*/jobs.json"));
        assertEquals(List.of("deep/er/x.md", "jobs.json"), names("mon/*"));
    }

    @Test
    void severalInputsAreToldApartByTheirNames() throws LoadException {
        assertEquals(
                List.of("mon/deep/er/x.md", "mon/jobs.json", "single.csv.gz", "tue/jobs.json", "tue/two words [1].md"),
                names("mon", "tue", "single.csv.gz"));
        assertEquals(names("mon", "tue", "single.csv.gz"), names("single.csv.gz", "tue", "mon"));
    }

    @Test
    void inputsOfTheSameNameAreToldApartByTheirDirectories() throws LoadException {
        List<String> names = names("mon", "old/mon");
        assertEquals(3, names.size());
        assertTrue(names.contains("old/mon/jobs.json"), names.toString());
        assertEquals(
                1,
                names.stream()
                        .filter(name -> name.endsWith("/mon/jobs.json") && !name.startsWith("old"))
                        .count());
    }

    @Test
    void aFileThatTwoInputsHoldIsReadOnce() throws LoadException {
        assertEquals(2, names("mon", "mon/jobs.json").size());
        assertEquals(2, names("mon", "mon").size());
    }

    @Test
    void whatDoesNotExistIsNamed() {
        LoadException.BadInput missing = assertThrows(LoadException.BadInput.class, () -> names("mon", "wednesday"));
        assertTrue(missing.getMessage().contains("wednesday"), missing.getMessage());
        assertThrows(LoadException.BadInput.class, () -> names("wednes*"));
        assertThrows(LoadException.BadInput.class, this::names);
    }
}
