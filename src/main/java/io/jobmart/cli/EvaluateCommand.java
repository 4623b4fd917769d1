package io.jobmart.cli;

import io.jobmart.evaluate.Evaluation;
import io.jobmart.evaluate.EvaluationReport;
import io.jobmart.parse.PostingParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the reading against postings labelled by hand. Needs no Spark and no warehouse. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure how well postings are read, against labels made by hand.")
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

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    private enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(labels)) {
            throw new CommandException(ExitCode.BAD_INPUT, labels + " is no file that can be read");
        }
        if (!Files.isDirectory(input)) {
            throw new CommandException(ExitCode.BAD_INPUT, input + " is no folder that can be read");
        }
        PostingParser parser = PostingParser.standard();
        EvaluationReport report = Evaluation.run(labels, input, parser::parse);
        System.out.println(format == Format.json ? report.toJson() : report.toText());
        if (errors && format == Format.text) {
            System.out.println(report.errorsToText());
        }
        return 0;
    }
}
