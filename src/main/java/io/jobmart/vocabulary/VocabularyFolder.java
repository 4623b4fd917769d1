package io.jobmart.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of a vocabulary lie: a folder of any file system, or a single file. */
public interface VocabularyFolder {
    /** Names of the files, sorted. */
    List<String> files() throws IOException;

    InputStream open(String file) throws IOException;

    /** A folder, or a file as a folder that holds nothing else. */
    static VocabularyFolder of(Path path) {
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        return new VocabularyFolder() {
            @Override
            public List<String> files() throws IOException {
                if (folder != path) {
                    return List.of(path.getFileName().toString());
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList();
                }
            }

            @Override
            public InputStream open(String file) throws IOException {
                return Files.newInputStream(folder.resolve(file));
            }
        };
    }
}
