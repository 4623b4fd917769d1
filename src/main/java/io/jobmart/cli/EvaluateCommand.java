package io.jobmart.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.evaluate.Comparison;
import io.jobmart.evaluate.Evaluation;
import io.jobmart.evaluate.EvaluationReport;
import io.jobmart.evaluate.Minimum;
import io.jobmart.parse.PostingParser;
import io.jobmart.vocabulary.Vocabularies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the reading against postings labelled by hand. Needs no Spark and no warehouse. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure how well postings are read, against labels made by hand.",
        footer = {
            "",
            "A label is one JSON object a line; a field that it lacks is not scored:",
            "  {\"id\": \"7\", \"file\": \"a.md\", \"record\": null, \"title\": \"Baker\",",
            "   \"skills\": [{\"surface\": \"baking\", \"modality\": \"REQUIRED\"}]}",
            "README.md, \"Measure the reading\", lists all fields and how they are counted."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Option(names = "--labels", required = true, paramLabel = "FILE", description = "Labels, one JSON object a line.")
    private Path labels;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR",
            description = "The folder that the labels' files are below.")
    private Path input;

    @Option(names = "--errors", description = "List every miss and every wrong value.")
    private boolean errors;

    @Option(names = "--out", paramLabel = "FILE", description = "Keep the run there, with the results of each posting.")
    private Path out;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Compare with a run that --out kept: each figure before and after, and the values that each"
                    + " posting gained and lost.")
    private Path earlier;

    @Option(
            names = "--min",
            paramLabel = "FIGURE=X",
            description =
                    "End with exit code 8 when a figure is less: skills.precision=0.93, work-mode=0.95. May be given"
                            + " several times.")
    private List<String> minima = List.of();

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private PrintFormat format = PrintFormat.text;

    @Mixin
    private VocabularyOption vocabulary;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(labels)) {
            throw new CommandException(ExitCode.BAD_INPUT, labels + " is no file that can be read");
        }
        if (!Files.isDirectory(input)) {
            throw new CommandException(ExitCode.BAD_INPUT, input + " is no folder that can be read");
        }
        List<Minimum> wanted = new ArrayList<>();
        EvaluationReport before = earlier == null ? null : kept(earlier);
        EvaluationReport report;
        try {
            for (String minimum : minima) {
                wanted.add(Minimum.parse(minimum));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--min: " + e.getMessage(), e);
        }
        Vocabularies chosen = vocabulary.read();
        try {
            report = Evaluation.run(labels, input, PostingParser.of(chosen)::parse, chosen.skills());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.BAD_INPUT, e.getMessage());
        }
        List<String> failures = failures(wanted, report);
        print(report, before == null ? null : Comparison.of(before, report));
        if (out != null) {
            keep(report);
        }
        failures.forEach(failure -> spec.commandLine().getErr().println("jobmart: " + failure));
        return (failures.isEmpty() ? ExitCode.OK : ExitCode.BELOW_MINIMUM).code();
    }

    private List<String> failures(List<Minimum> wanted, EvaluationReport report) {
        try {
            return wanted.stream()
                    .map(minimum -> minimum.failure(report))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--min: " + e.getMessage(), e);
        }
    }

    private void print(EvaluationReport report, Comparison comparison) {
        if (format == PrintFormat.json) {
            ObjectNode json = report.toJson();
            if (comparison != null) {
                json.set("comparison", comparison.toJson());
            }
            System.out.println(json.toPrettyString());
            return;
        }
        System.out.println(report.toText());
        if (errors) {
            System.out.println(report.errorsToText());
        }
        if (comparison != null) {
            System.out.println("Compared with " + earlier + ":\n");
            System.out.println(comparison.toText());
        }
    }

    private void keep(EvaluationReport report) {
        try {
            Files.writeString(out, report.toJson().toPrettyString() + "\n");
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, "Cannot write " + out + ": " + e);
        }
    }

    private static EvaluationReport kept(Path file) {
        try {
            return EvaluationReport.ofJson(new JsonMapper().readTree(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(ExitCode.BAD_INPUT, "Cannot read the run " + file + ": " + e.getMessage());
        }
    }
}
