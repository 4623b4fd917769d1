package io.jobmart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the current snapshot in SQL: statements given, statements of a file, or a shell. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Ask the warehouse in SQL: with -e or -f, or in a shell without them.",
        footer = {
            "",
            "All tables and the views of jobs/views.sql are there by their names; \"jobmart describe\" lists them."
        })
final class SqlCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "The warehouse. Default: ${DEFAULT-VALUE}.")
    private String warehouse = "warehouse";

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Question> questions = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json|parquet",
            description = "How rows are printed or written. Default: as the file's name ends, else table.")
    private ResultFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the result of -e or -f into this file: .csv, .json, .parquet or .txt.")
    private String output;

    @Option(
            names = "--exact",
            description =
                    "CSV: texts as they are. Without it, an apostrophe goes before texts that a spreadsheet would take"
                            + " for a formula.")
    private boolean exact;

    /** What to ask, with a line to print above it. */
    private static final class Question {
        @Option(names = "--title", paramLabel = "TEXT", description = "Printed above the next result.")
        private String title;

        @ArgGroup(exclusive = true, multiplicity = "1")
        private Text text;

        private static final class Text {
            @Option(
                    names = {"-e", "--execute"},
                    paramLabel = "SQL",
                    description = "Statements, separated by semicolons.")
            private String statements;

            @Option(
                    names = {"-f", "--file"},
                    paramLabel = "FILE",
                    description = "A file of statements.")
            private Path file;
        }
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        List<String> scripts = new ArrayList<>();
        for (Question question : questions) {
            scripts.add(question.text.file == null ? question.text.statements : content(question.text.file));
        }
        try (CommandSession session = CommandSession.open()) {
            SparkSession spark = session.spark();
            SnapshotViews.register(spark, warehouse);
            PrintStream out = System.out;
            if (questions.isEmpty()) {
                new SqlShell(spark, out, format == null ? ResultFormat.TABLE : format, exact).run();
                return 0;
            }
            for (int i = 0; i < scripts.size(); i++) {
                if (questions.get(i).title != null) {
                    out.println((i == 0 ? "" : System.lineSeparator()) + questions.get(i).title);
                }
                for (String statement : SqlScript.of(scripts.get(i)).all()) {
                    try {
                        run(spark.sql(statement), out);
                    } catch (Exception e) {
                        throw SqlShell.mistake(e);
                    }
                }
            }
            return 0;
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCode.BAD_INPUT, "There is no file " + file);
        }
    }

    private void requireSense() {
        if (output != null && format == null) {
            format = ResultFormat.ofFile(output);
            if (format == null) {
                throw usage("Give --format, or a name that ends with .csv, .json, .parquet or .txt: " + output);
            }
        }
        if (output == null && format == ResultFormat.PARQUET) {
            throw usage("Parquet is written into a file: give --output FILE");
        }
        if (output != null && questions.isEmpty()) {
            throw usage("--output needs a statement: -e or -f");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void run(Dataset<Row> result, PrintStream out) throws IOException {
        SqlResult rows = new SqlResult(format == null ? ResultFormat.TABLE : format, exact);
        if (output == null) {
            rows.print(result, out);
        } else if (result.schema().fields().length > 0) {
            if (written) {
                throw new CommandException(
                        ExitCode.USAGE, "Only one result can go into " + output + ", and there are more");
            }
            rows.write(result, output);
            written = true;
        }
    }

    private boolean written;
}
