package io.jobmart.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.pipeline.Load;
import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.pipeline.LoadResult;
import io.jobmart.quality.CheckResult;
import io.jobmart.vocabulary.Vocabularies;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads a dump and publishes a new snapshot. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Load dumps of postings into a warehouse and publish a new snapshot.",
        footer = {
            "",
            "The shape of each file is recognised by its content. What can't be read goes to the table quarantine with its"
                    + " reason. The same load again changes nothing. \"jobmart --help\" lists the exit codes."
        })
final class LoadCommand implements Callable<Integer> {
    /** In the place of a day: it is to be read from the names of files. */
    private static final String NAME = "name";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders (with all below them) or globs; plain, compressed, zip or tar.")
    private List<String> inputs;

    @Option(
            names = "--warehouse",
            required = true,
            paramLabel = "DIR",
            description = "The warehouse; made when there is none.")
    private String warehouse;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE|name",
            description = "The day that the dump shows, as 2026-11-20; name: the day that stands in the path of each"
                    + " file. Rows know no other clock.")
    private String asOf;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where the postings come from: ids of one source are one series. Default: ${DEFAULT-VALUE}.")
    private String source = "default";

    @Option(
            names = "--complete",
            description = "The dump shows all that is open at the source: what it lacks is closed (DELISTED).")
    private boolean complete;

    @Option(
            names = "--replace",
            description = "The dump takes the place of what was loaded before for its source and day.")
    private boolean replace;

    @Mixin
    private BuildOptions build;

    @Option(
            names = "--max-quarantined",
            paramLabel = "SHARE",
            description = "Publish nothing when more of the records can't be read. Default: ${DEFAULT-VALUE}.")
    private double maxQuarantined = LoadOptions.QUARANTINE_LIMIT;

    @Option(names = "--allow-empty", description = "Publish even when the dump holds no record.")
    private boolean allowEmpty;

    @Option(
            names = "--summary",
            paramLabel = "FILE|-",
            description =
                    "Write how the load ended there as JSON, also when it fails; -: print it instead of the text.")
    private String summary;

    @Override
    public Integer call() throws LoadException, IOException {
        long start = System.nanoTime();
        if (summary == null) {
            print(System.out, load(start), since(start));
            return 0;
        }
        LoadSummary.requireWritable(summary);
        LoadSummary json = new LoadSummary(warehouse, source, asOf);
        LoadResult result;
        try {
            result = load(start);
        } catch (Throwable e) {
            writeAfterFailure(json.of(e, since(start)));
            throw e;
        }
        if (!summary.equals(LoadSummary.STANDARD_OUTPUT)) {
            print(System.out, result, since(start));
        }
        LoadSummary.write(json.of(result, since(start)), summary, System.out);
        return 0;
    }

    /** Whether the summary finds its place or not, the command ends with what made the load fail. */
    private void writeAfterFailure(ObjectNode json) {
        try {
            LoadSummary.write(json, summary, System.out);
        } catch (CommandException e) {
            System.err.println("jobmart: " + e.getMessage());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private LoadResult load(long start) throws LoadException, IOException {
        LoadOptions options;
        try {
            options = build.applyTo(given())
                    .withComplete(complete)
                    .withReplace(replace)
                    .withQuarantineLimit(maxQuarantined)
                    .withAllowEmpty(allowEmpty);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        Vocabularies chosen = build.vocabularies();
        ConsoleProgress progress = new ConsoleProgress(System.err, System.console() != null);
        progress.started("start Spark");
        try (CommandSession session = CommandSession.open()) {
            progress.finished("start Spark", "", since(start));
            return Load.of(session.spark(), options, chosen, progress).run();
        } finally {
            progress.close();
        }
    }

    private LoadOptions given() {
        if (asOf.equals(NAME)) {
            return LoadOptions.of(warehouse, inputs, source, LocalDate.EPOCH).withDaysOfNames();
        }
        try {
            return LoadOptions.of(warehouse, inputs, source, LocalDate.parse(asOf));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Invalid value for option '--as-of': '" + asOf + "' is no day, as 2026-11-20, and not \"name\"", e);
        }
    }

    private void print(PrintStream out, LoadResult result, Duration took) {
        if (!result.published()) {
            out.println(
                    "Nothing to do: " + warehouse + " holds this load already (snapshot " + result.snapshot() + ").");
            return;
        }
        out.printf(
                Locale.ROOT,
                "Loaded %,d files (%s) of source %s %s into %s in %s.%n%n",
                result.files(),
                Figures.size(result.bytes()),
                source,
                asOf.equals(NAME) ? "as of the days in their names" : "as of " + asOf,
                warehouse,
                Figures.seconds(took));
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("records read", result.records()));
        rows.add(List.of("  postings", result.postings()));
        rows.add(List.of("  repeated", result.repeated()));
        rows.add(List.of("  quarantined", result.quarantined()));
        result.quarantinedByReason().forEach((reason, count) -> rows.add(List.of("    " + reason, count)));
        if (result.gone() > 0) {
            rows.add(List.of("pages gone", result.gone()));
        }
        for (List<Object> row : rows) {
            out.printf(Locale.ROOT, "%-28s %,12d%n", row.get(0), row.get(1));
        }
        tables(out, result);
        if (build.timings()) {
            steps(out, result);
        }
    }

    /** The rows of all tables, and what the audit found. */
    static void tables(PrintStream out, LoadResult result) {
        out.println();
        out.println(result.rows().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%-28s %,12d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(System.lineSeparator())));
        out.println();
        out.printf(
                Locale.ROOT,
                "Checks: %,d passed, %,d failed. Snapshot %s.%n",
                result.checksPassed(),
                result.checksFailed(),
                result.snapshot());
        result.checks().stream()
                .filter(check -> !check.passed())
                .map(LoadCommand::failure)
                .forEach(out::println);
    }

    static void steps(PrintStream out, LoadResult result) {
        out.println();
        double perPosting = 1e6 / Math.max(1, result.postings());
        result.steps().forEach((step, took) -> {
            double seconds = took.toNanos() / 1e9;
            out.printf(Locale.ROOT, "%-34s %8.1f s %10.0f µs a posting%n", step, seconds, seconds * perPosting);
        });
    }

    private static String failure(CheckResult check) {
        return "  " + check.level() + " " + check.table() + ": " + check.message();
    }
}
