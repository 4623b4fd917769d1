package io.jobmart.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What {@code jobs/fuzz} starts from, and the inputs that it found to break something: {@code src/test/resources/fuzz} has a
 * folder for each target.
 */
@Timeout(60)
class SeedsTest {
    @FunctionalInterface
    private interface Target {
        void accept(byte[] bytes) throws IOException;
    }

    private static List<DynamicTest> seeds(String target, Target accepts) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", target))) {
            List<DynamicTest> tests = files.sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> accepts.accept(Files.readAllBytes(file))))
                    .toList();
            assertFalse(tests.isEmpty());
            return tests;
        }
    }

    @TestFactory
    List<DynamicTest> sources() throws IOException {
        return seeds("sources", SourcesFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    List<DynamicTest> posting() throws IOException {
        return seeds("posting", PostingFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    List<DynamicTest> text() throws IOException {
        return seeds("text", TextFuzz::fuzzerTestOneInput);
    }
}
