package io.jobmart.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The shell of {@code jobmart sql}: statements that end with a semicolon, and commands that begin with a backslash, as in
 * psql. In a terminal it has history, completion and a pager; without one it reads a script from its input.
 */
final class SqlShell {
    private static final String PROMPT = "jobmart> ";

    private static final String HELP = String.join(
            System.lineSeparator(),
            "Statements end with a semicolon and may take many lines. Tab completes tables, columns and words.",
            "Ctrl-C leaves a line or stops a running statement, Ctrl-R searches the history.",
            "",
            "  \\d            the tables and views",
            "  \\d NAME       the columns of one",
            "  \\i FILE       run the statements of a file",
            "  \\o FILE       write results into a file: .csv, .json, .parquet, .txt; \\o alone: on the screen again",
            "  \\format NAME  print as table, csv or json",
            "  \\timing       tell how long statements take, or no longer",
            "  \\pager        show long results page by page ($PAGER, less), or no longer",
            "  \\q            end (also quit; or Ctrl-D)");

    private final SparkSession spark;
    private final PrintStream out;
    private final boolean exact;
    private ResultFormat format;
    private String file;
    private boolean timing = true;
    private boolean paging = true;

    SqlShell(SparkSession spark, PrintStream out, ResultFormat format, boolean exact) {
        this.spark = spark;
        this.out = out;
        this.format = format;
        this.exact = exact;
    }

    /** Runs until its input ends; a mistake is told and the shell goes on. */
    void run() throws IOException {
        if (System.console() == null) {
            script();
        } else {
            terminal();
        }
    }

    private void script() throws IOException {
        paging = false;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            text.append(line).append('\n');
            if (StatementParser.isComplete(text.toString())) {
                if (!accept(text.toString())) {
                    return;
                }
                text.setLength(0);
            }
        }
        accept(text.toString());
    }

    private void terminal() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().name("jobmart").build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .appName("jobmart")
                    .terminal(terminal)
                    .parser(new StatementParser())
                    .completer(new SqlCompleter(columns()))
                    .variable(LineReader.HISTORY_FILE, historyFile(System.getenv()::get))
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, " ".repeat(PROMPT.length() - 3) + "-> ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.CASE_INSENSITIVE, true)
                    .build();
            terminal.handle(Terminal.Signal.INT, signal -> spark.sparkContext().cancelAllJobs());
            out.println("Statements end with a semicolon. \\d lists the tables, \\? the other commands, \\q ends.");
            while (true) {
                try {
                    if (!accept(reader.readLine(PROMPT))) {
                        return;
                    }
                } catch (UserInterruptException e) {
                    // Ctrl-C at the prompt leaves the line.
                } catch (EndOfFileException e) {
                    return;
                }
            }
        }
    }

    /** Where shells of today keep what need not be kept: the XDG directory of states. */
    static Path historyFile(UnaryOperator<String> environment) {
        String states = environment.apply("XDG_STATE_HOME");
        Path directory = states == null || states.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(states);
        return directory.resolve("jobmart").resolve("history");
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new TreeMap<>();
        for (String name : names()) {
            columns.put(name, List.of(spark.table(name).columns()));
        }
        return columns;
    }

    private List<String> names() {
        return spark.sql("SHOW VIEWS").collectAsList().stream()
                .map(row -> row.<String>getAs("viewName"))
                .sorted()
                .toList();
    }

    /** Whether the shell goes on. */
    boolean accept(String text) {
        String line = text.strip();
        if (line.startsWith("\\")) {
            return command(line);
        }
        for (String statement : SqlScript.of(text).all()) {
            if (StatementParser.isQuit(statement)) {
                return false;
            }
            run(statement);
        }
        return true;
    }

    private boolean command(String line) {
        String[] words = line.substring(1).replaceFirst(";\\s*$", "").strip().split("\\s+", 2);
        String argument = words.length > 1 ? words[1].strip() : null;
        try {
            switch (words[0]) {
                case "q" -> {
                    return false;
                }
                case "?", "h" -> out.println(HELP);
                case "d" -> describe(argument);
                case "i" -> {
                    return argument == null
                            ? told("\\i needs the name of a file")
                            : accept(Files.readString(Path.of(argument)));
                }
                case "o" -> {
                    if (argument != null && ResultFormat.ofFile(argument) == null) {
                        return told("\\o takes a file that ends with .csv, .json, .parquet or .txt");
                    }
                    file = argument;
                }
                case "format" -> setFormat(argument);
                case "timing" -> {
                    timing = !timing;
                    out.println("Timing is " + (timing ? "on." : "off."));
                }
                case "pager" -> {
                    paging = !paging;
                    out.println("The pager is " + (paging ? "on." : "off."));
                }
                default -> told("There is no command \\" + words[0] + "; \\? lists them");
            }
        } catch (IOException e) {
            told("Cannot read " + argument + ": " + e);
        }
        return true;
    }

    private void setFormat(String name) {
        for (ResultFormat known : ResultFormat.values()) {
            if (known.toString().equalsIgnoreCase(name) && known != ResultFormat.PARQUET) {
                format = known;
                return;
            }
        }
        told("\\format takes table, csv or json; Parquet goes into a file: \\o FILE.parquet");
    }

    private static boolean told(String mistake) {
        System.err.println(mistake);
        return true;
    }

    private void describe(String name) throws IOException {
        if (name == null) {
            Map<String, String> grains = SnapshotViews.grains();
            List<List<Object>> rows = names().stream()
                    .map(known -> List.<Object>of(known, grains.getOrDefault(known, "")))
                    .toList();
            new ResultPrinter(out, ResultFormat.TABLE)
                    .print(List.of("table or view", "one row"), List.of(false, false), rows.iterator());
            return;
        }
        try {
            List<List<Object>> rows = Arrays.stream(spark.table(name).schema().fields())
                    .map(SqlShell::describe)
                    .toList();
            new ResultPrinter(out, ResultFormat.TABLE)
                    .print(List.of("column", "type", "what it holds"), List.of(false, false, false), rows.iterator());
        } catch (Exception e) {
            told(mistake(e).getMessage());
        }
    }

    private static List<Object> describe(StructField field) {
        return List.of(
                field.name(),
                field.dataType().sql(),
                field.getComment().isDefined() ? field.getComment().get() : "");
    }

    private void run(String statement) {
        long start = System.nanoTime();
        try {
            Dataset<Row> result = spark.sql(statement);
            boolean rows = result.schema().fields().length > 0;
            String where = "";
            long count = 0;
            if (file != null && rows) {
                count = new SqlResult(ResultFormat.ofFile(file), exact).write(result, file);
                where = " in " + file;
            } else if (rows) {
                count = show(result);
            }
            if (timing && (file != null || format == ResultFormat.TABLE)) {
                out.printf(
                        Locale.ROOT,
                        "(%s%s, %.1f s)%n%n",
                        count < 0 ? "rows" : String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows"),
                        where,
                        (System.nanoTime() - start) / 1e9);
            }
        } catch (Exception e) {
            told(mistake(e).getMessage());
        }
    }

    private long show(Dataset<Row> result) throws IOException {
        SqlResult rows = new SqlResult(format, exact);
        String pager = paging && format == ResultFormat.TABLE ? pager(System.getenv()::get) : null;
        if (pager == null) {
            return rows.print(result, out);
        }
        Process process = new ProcessBuilder("sh", "-c", pager)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long count;
        try (OutputStream stream = process.getOutputStream();
                PrintStream page = new PrintStream(stream, false, StandardCharsets.UTF_8)) {
            count = rows.print(result, page);
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count;
    }

    /** What is shorter than the screen stays on it; long lines are not folded. */
    static String pager(UnaryOperator<String> environment) {
        String chosen = environment.apply("PAGER");
        if (chosen != null) {
            return chosen.isBlank() || chosen.equals("cat") ? null : chosen;
        }
        boolean less = Arrays.stream(String.valueOf(environment.apply("PATH")).split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "less")));
        return less ? "less -FRSX" : null;
    }

    /**
     * A mistake in a statement in Spark's words without its plan; anything else stays what it is. Spark's errors are
     * checked exceptions that Scala throws unchecked, so that only a catch of all finds them.
     */
    static RuntimeException mistake(Exception failure) {
        if (failure instanceof SparkThrowable) {
            String message = String.valueOf(failure.getMessage()).strip();
            int plan = message.indexOf(";\n'");
            return new CommandException(ExitCode.USAGE, plan < 0 ? message : message.substring(0, plan));
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
