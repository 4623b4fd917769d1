package io.jobmart.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scala.jdk.javaapi.CollectionConverters;

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
    @Option(names = "--warehouse", paramLabel = "DIR", description = "The warehouse. Default: ${DEFAULT-VALUE}.")
    private String warehouse = "warehouse";

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Question> questions = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "How rows are printed. Default: ${DEFAULT-VALUE}.")
    private ResultFormat format = ResultFormat.TABLE;

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
        List<String> scripts = new ArrayList<>();
        for (Question question : questions) {
            scripts.add(question.text.file == null ? question.text.statements : content(question.text.file));
        }
        try (CommandSession session = CommandSession.open()) {
            SparkSession spark = session.spark();
            SnapshotViews.register(spark, warehouse);
            PrintStream out = System.out;
            if (questions.isEmpty()) {
                shell(spark, out);
                return 0;
            }
            for (int i = 0; i < scripts.size(); i++) {
                if (questions.get(i).title != null) {
                    out.println((i == 0 ? "" : System.lineSeparator()) + questions.get(i).title);
                }
                for (String statement : SqlScript.of(scripts.get(i)).all()) {
                    try {
                        run(spark, statement, out);
                    } catch (Exception e) {
                        throw mistake(e);
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

    /** Lines until a semicolon; a mistake is told and the shell goes on. */
    private void shell(SparkSession spark, PrintStream out) throws IOException {
        boolean terminal = System.console() != null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (terminal) {
            out.println(
                    "Statements end with a semicolon. SHOW VIEWS; lists the tables, DESCRIBE posting; a table's columns.");
            out.println("quit; or Ctrl-D ends.");
        }
        StringBuilder text = new StringBuilder();
        while (true) {
            if (terminal) {
                out.print(text.isEmpty() ? "jobmart> " : "      -> ");
                out.flush();
            }
            String line = in.readLine();
            if (line == null) {
                runAll(spark, SqlScript.of(text.toString()).all(), out);
                return;
            }
            text.append(line).append('\n');
            SqlScript script = SqlScript.of(text.toString());
            if (!script.rest().isEmpty() && !isQuit(script.rest())) {
                continue;
            }
            text.setLength(0);
            if (isQuit(script.rest()) || !runAll(spark, script.statements(), out)) {
                return;
            }
        }
    }

    /** Whether the shell goes on. */
    private boolean runAll(SparkSession spark, List<String> statements, PrintStream out) {
        for (String statement : statements) {
            if (isQuit(statement)) {
                return false;
            }
            long start = System.nanoTime();
            try {
                long rows = run(spark, statement, out);
                if (format == ResultFormat.TABLE) {
                    out.printf(
                            Locale.ROOT,
                            "(%,d %s, %.1f s)%n%n",
                            rows,
                            rows == 1 ? "row" : "rows",
                            (System.nanoTime() - start) / 1e9);
                }
            } catch (Exception e) {
                System.err.println(mistake(e).getMessage());
            }
        }
        return true;
    }

    private static boolean isQuit(String statement) {
        return statement.equalsIgnoreCase("quit") || statement.equalsIgnoreCase("exit");
    }

    private long run(SparkSession spark, String statement, PrintStream out) {
        Dataset<Row> result = spark.sql(statement);
        StructField[] fields = result.schema().fields();
        if (fields.length == 0) {
            return 0;
        }
        List<String> columns = Arrays.stream(fields).map(StructField::name).toList();
        List<Boolean> numeric = Arrays.stream(fields)
                .map(field -> field.dataType() instanceof NumericType)
                .toList();
        Iterator<Row> rows = result.toLocalIterator();
        return new ResultPrinter(out, format, exact).print(columns, numeric, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                return values(rows.next());
            }
        });
    }

    static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>(row.size());
        for (int column = 0; column < row.size(); column++) {
            values.add(plain(row.get(column)));
        }
        return values;
    }

    /** Spark's collections as Java's. */
    static Object plain(Object value) {
        if (value instanceof Row row) {
            Map<String, Object> struct = new java.util.LinkedHashMap<>();
            for (int field = 0; field < row.size(); field++) {
                struct.put(row.schema().fields()[field].name(), plain(row.get(field)));
            }
            return struct;
        }
        if (value instanceof scala.collection.Seq<?> sequence) {
            List<Object> list = new ArrayList<>();
            CollectionConverters.asJava(sequence).forEach(element -> list.add(plain(element)));
            return list;
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            CollectionConverters.asJava(map).forEach((key, entry) -> sorted.put(String.valueOf(key), plain(entry)));
            return sorted;
        }
        return value;
    }

    /**
     * A mistake in a statement in Spark's words without its plan; anything else stays what it is. Spark's errors are
     * checked exceptions that Scala throws unchecked, so that only a catch of all finds them.
     */
    private static RuntimeException mistake(Exception failure) {
        if (failure instanceof SparkThrowable) {
            String message = String.valueOf(failure.getMessage()).strip();
            int plan = message.indexOf(";\n'");
            return new CommandException(ExitCode.USAGE, plan < 0 ? message : message.substring(0, plan));
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
