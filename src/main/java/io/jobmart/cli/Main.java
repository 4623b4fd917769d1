package io.jobmart.cli;

import io.jobmart.store.Warehouse;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Commands return their exit code; whatever they throw is printed here, in one line where it can be. */
@Command(
        name = "jobmart",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A batch data warehouse for job postings.",
        subcommands = {
            InspectCommand.class,
            LoadCommand.class,
            RebuildCommand.class,
            SqlCommand.class,
            ServeCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            DescribeCommand.class,
            EvaluateCommand.class,
            SnapshotsCommand.class,
            DiffCommand.class,
            RollbackCommand.class,
            ExpireCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExit codes:%n")
public final class Main {
    /** Whether the virtual machine is on its way out: what fails from then on fails because Spark is gone. */
    private static volatile boolean stopping;

    /** How long a command that is told to stop may take to let go of a warehouse. */
    private static final Duration STOPPING = Duration.ofSeconds(20);

    public static void main(String[] arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ended)));
        // Output is UTF-8 wherever it runs: postings are, and a log that shows question marks hides what was read.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        int code = commandLine().execute(arguments);
        System.out.flush();
        ended.countDown();
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Told to stop (SIGTERM, Ctrl-C): Spark's own hook stops Spark, so what the command does next fails. It gets the time to
     * let go of the lock and to say one line; what Spark says of its own end is nothing to anybody.
     */
    private static void stop(CountDownLatch ended) {
        stopping = true;
        if (ended.getCount() > 0 && Warehouse.isHeld()) {
            Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
            try {
                ended.await(STOPPING.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The commands, for a caller that does not end with the virtual machine. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.getCommandSpec().usageMessage().footer(ExitCode.lines());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setOut(new PrintWriter(System.out, true));
        line.setErr(new PrintWriter(System.err, true));
        line.registerConverter(LocalDate.class, Main::date);
        line.setParameterExceptionHandler((exception, arguments) -> wrongUse(exception));
        line.setExecutionExceptionHandler((exception, command, result) -> {
            PrintWriter err = command.getErr();
            ExitCode code = ExitCode.of(exception);
            if (stopping) {
                err.println("jobmart: stopped before it was done; the same command completes what it began");
                return code.code();
            }
            if (code != ExitCode.FAILURE) {
                err.println("jobmart: " + exception.getMessage());
                return code.code();
            }
            err.println("jobmart: unexpected failure: " + exception);
            exception.printStackTrace(err);
            return ExitCode.FAILURE.code();
        });
        return line;
    }

    /** One line that says what is wrong, what may have been meant, and where to read on; not the whole help. */
    private static int wrongUse(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        List<String> unmatched = command.getUnmatchedArguments();
        // A misspelt option is the cause, the option that is missing then the effect.
        ParameterException cause = exception instanceof MissingParameterException && !unmatched.isEmpty()
                ? new UnmatchedArgumentException(command, unmatched)
                : exception;
        err.println("jobmart: " + cause.getMessage());
        UnmatchedArgumentException.printSuggestions(cause, err);
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no date; give one as 2026-11-20");
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
