package io.jobmart.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.pipeline.LoadResult;
import io.jobmart.quality.CheckResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How a load ended, as one JSON object for monitoring. README.md lists the fields: each is there whatever happened, and
 * null or empty where it can't be known.
 */
final class LoadSummary {
    /** Instead of a file: standard output. */
    static final String STANDARD_OUTPUT = "-";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String warehouse;
    private final String source;
    private final String asOf;

    /** @param asOf a day, or where days are to be read, as given */
    LoadSummary(String warehouse, String source, String asOf) {
        this.warehouse = warehouse;
        this.source = source;
        this.asOf = asOf;
    }

    ObjectNode of(LoadResult result, Duration took) {
        return json(ExitCode.OK, null, result, took);
    }

    ObjectNode of(Throwable failure, Duration took) {
        return json(ExitCode.of(failure), failure, null, took);
    }

    private ObjectNode json(ExitCode exit, Throwable failure, LoadResult result, Duration took) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("exit_code", exit.code());
        json.put("reason", exit.name());
        json.put("retry", exit.retry());
        json.put("message", failure == null ? null : message(exit, failure));
        json.put("warehouse", warehouse);
        json.put("source", source);
        json.put("as_of", asOf);
        json.put("published", result != null && result.published());
        json.put("snapshot", result == null ? null : result.snapshot());
        json.put("batch", result == null ? null : result.batch());
        json.put("files", result == null ? null : result.files());
        json.put("bytes", result == null ? null : result.bytes());
        json.put("records", result == null ? null : result.records());
        json.put("postings", result == null ? null : result.postings());
        json.put("repeated", result == null ? null : result.repeated());
        json.put("quarantined", result == null ? null : result.quarantined());
        json.put("gone", result == null ? null : result.gone());
        ObjectNode reasons = json.putObject("quarantined_by_reason");
        ObjectNode rows = json.putObject("rows");
        ObjectNode checks = json.putObject("checks");
        ObjectNode steps = json.putObject("seconds_by_step");
        List<CheckResult> results = new ArrayList<>();
        if (result != null) {
            result.quarantinedByReason().forEach(reasons::put);
            result.rows().forEach(rows::put);
            result.steps().forEach((step, time) -> steps.put(step, seconds(time)));
            results.addAll(result.checks());
        }
        checks.put("passed", results.stream().filter(CheckResult::passed).count());
        checks.put("failed", results.stream().filter(check -> !check.passed()).count());
        var failed = checks.putArray("failures");
        results.stream().filter(check -> !check.passed()).forEach(check -> {
            ObjectNode entry = failed.addObject();
            entry.put("table", check.table());
            entry.put("check", check.check());
            entry.put("level", check.level().name());
            entry.put("value", check.value());
            entry.put("threshold", check.threshold());
            entry.put("message", check.message());
        });
        json.put("seconds", seconds(took));
        return json;
    }

    /** What a person reads of the failure, too; of an unexpected one with its type, which often says the most. */
    private static String message(ExitCode exit, Throwable failure) {
        return exit == ExitCode.FAILURE ? failure.toString() : failure.getMessage();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /**
     * Prints it, or puts it into a file as a whole: who watches the file finds the old summary or the new one.
     *
     * @param target a local path, or {@link #STANDARD_OUTPUT}
     */
    static void write(ObjectNode summary, String target, PrintStream out) {
        if (target.equals(STANDARD_OUTPUT)) {
            out.println(summary.toPrettyString());
            return;
        }
        Path file = Path.of(target);
        try {
            Path temporary = directory(file).resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.write(temporary, (summary.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unwritable(target, e.toString());
        }
    }

    /**
     * Says before a load whether its summary will find its place.
     *
     * @throws CommandException when there is no such directory, or it can't be written
     */
    static void requireWritable(String target) {
        if (target.equals(STANDARD_OUTPUT)) {
            return;
        }
        Path file = Path.of(target);
        if (Files.isDirectory(file)) {
            throw unwritable(target, "it is a directory");
        }
        if (!Files.isWritable(directory(file))) {
            throw unwritable(target, directory(file) + " is no directory that can be written");
        }
    }

    private static CommandException unwritable(String target, String why) {
        return new CommandException(
                ExitCode.CANNOT_WRITE, String.format(Locale.ROOT, "Cannot write the summary %s: %s", target, why));
    }

    private static Path directory(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
