package io.jobmart.cli;

import io.jobmart.pipeline.Load;
import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.pipeline.LoadResult;
import io.jobmart.vocabulary.Vocabularies;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Make all tables anew with this version of jobmart, from what earlier loads staged or read again.",
        footer = {
            "",
            "Give the dialects, vocabularies, days of silence and choice on personal data that the loads are given. What changed: \"jobmart diff\"."
        })
final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "The warehouse.")
    private String warehouse;

    @Option(
            names = "--reparse",
            description =
                    "Read and parse the dumps again; they must lie where they lay. Without it, the tables are made"
                            + " from what is staged.")
    private boolean reparse;

    @Mixin
    private BuildOptions build;

    @Override
    public Integer call() throws LoadException, IOException {
        LoadOptions options;
        try {
            options = build.applyTo(LoadOptions.ofRebuild(warehouse));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        Vocabularies chosen = build.vocabularies();
        long start = System.nanoTime();
        ConsoleProgress progress = new ConsoleProgress(System.err, System.console() != null);
        progress.started("start Spark");
        try (CommandSession session = CommandSession.open()) {
            progress.finished("start Spark", "", Duration.ofNanos(System.nanoTime() - start));
            LoadResult result =
                    Load.of(session.spark(), options, chosen, progress).rebuild(reparse);
            progress.close();
            if (!result.published()) {
                System.out.println("Nothing to do: snapshot " + result.snapshot() + " of " + warehouse
                        + " was made by this version with these settings.");
                return 0;
            }
            System.out.println("Rebuilt " + warehouse + " in "
                    + Figures.seconds(Duration.ofNanos(System.nanoTime() - start)) + "; \"jobmart diff --warehouse "
                    + warehouse + "\" shows what has changed.");
            LoadCommand.tables(System.out, result);
            if (build.timings()) {
                LoadCommand.steps(System.out, result);
            }
            return 0;
        } finally {
            progress.close();
        }
    }
}
