package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged jar as users run it: jobs/jobmart, in a process of its own, with Spark from Maven. */
final class Launcher {
    static final long MINUTES = 20;

    private static final Pattern LONG_STEP = Pattern.compile("^ *\\d+\\.\\d s  .*\\R", Pattern.MULTILINE);

    private final Path directory;

    /** What the processes print, and the dumps, go into the directory. */
    Launcher(Path directory) {
        this.directory = directory;
    }

    /** @param err without the lines that name steps of over half a minute, of which a slow machine has some */
    record Outcome(int code, String out, String err) {}

    static Ad ad(int number) {
        return new Ad(
                number,
                "Data Engineer",
                LocalDate.of(2026, 1 + number % 3, 5),
                null,
                Ad.City.BERLIN,
                "REMOTE",
                List.of("Java", "SQL"),
                List.of("Docker"),
                List.of(),
                new Ad.Pay(60_000, 80_000, false),
                List.of("BACHELOR"),
                false,
                List.of(3));
    }

    Path dump(String name, int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(ad(i).json(new ObjectMapper(), "N-" + i));
        }
        Path dump = Files.createDirectories(directory.resolve(name));
        Files.write(dump.resolve("ads.jsonl"), lines);
        return dump;
    }

    static Object[] load(Path warehouse, Path dump, String asOf, Object... options) {
        return Stream.concat(
                        Stream.of(
                                "load",
                                "--input",
                                dump,
                                "--warehouse",
                                warehouse,
                                "--as-of",
                                asOf,
                                "--source",
                                "board"),
                        Stream.of(options))
                .toArray();
    }

    /** The launcher becomes the virtual machine: to kill the process is to kill the driver. */
    Process start(String name, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of("jobs/jobmart").toAbsolutePath().toString(),
                "--conf",
                "spark.master=local[2]",
                "--conf",
                "spark.sql.shuffle.partitions=2"));
        Stream.of(words).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(file(name, "out"))
                .redirectError(file(name, "err"));
        builder.environment().put("JOBMART_SPARK", "maven");
        builder.environment().put("JOBMART_DRIVER_MEMORY", "1g");
        // What Spark leaves behind when it is killed goes with the test.
        Path scratch = Files.createDirectories(directory.resolve("scratch"));
        builder.environment()
                .put("JOBMART_JAVA", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=" + scratch);
        return builder.start();
    }

    Outcome run(String name, Object... words) throws Exception {
        return end(name, start(name, words));
    }

    /** Waits for what was started under the name. */
    Outcome end(String name, Process process) throws Exception {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                // Where it hangs goes to its standard output.
                new ProcessBuilder("kill", "-QUIT", "" + process.pid()).start().waitFor();
                process.waitFor(5, TimeUnit.SECONDS);
                fail(name + " does not end: " + printed(name, "out"));
            }
        } finally {
            process.destroyForcibly();
        }
        return new Outcome(
                process.exitValue(),
                printed(name, "out"),
                LONG_STEP.matcher(printed(name, "err")).replaceAll(""));
    }

    /** @param kind out or err */
    String printed(String name, String kind) {
        try {
            return Files.readString(file(name, kind).toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File file(String name, String kind) {
        return directory.resolve(name + "." + kind).toFile();
    }
}
