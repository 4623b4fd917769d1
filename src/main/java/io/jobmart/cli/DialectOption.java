package io.jobmart.cli;

import io.jobmart.source.DialectFile;
import io.jobmart.source.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option by which a user brings dialects, the same in all commands that read dumps. */
final class DialectOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--dialect",
            paramLabel = "FILE",
            description = "A dialect of your own, tried before those that jobmart ships; may be given several times."
                    + " conf/dialects/README.md says how to write one.")
    private List<Path> files = new ArrayList<>();

    /**
     * The dialects given.
     *
     * @throws CommandException when a file can't be read
     * @throws ParameterException naming the file and the key, when one is no dialect
     */
    List<DialectFile> read() {
        List<DialectFile> dialects = new ArrayList<>();
        for (Path file : files) {
            try {
                dialects.add(new DialectFile(file.toString(), Files.readString(file)));
            } catch (IOException e) {
                throw new CommandException(ExitCode.BAD_INPUT, "Cannot read the dialect " + file + ": " + e);
            }
        }
        try {
            Dialects.standard().with(dialects);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return dialects;
    }
}
