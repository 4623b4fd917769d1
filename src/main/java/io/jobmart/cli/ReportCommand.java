package io.jobmart.cli;

import io.jobmart.diff.Headlines;
import io.jobmart.diff.Side;
import io.jobmart.report.Answer;
import io.jobmart.report.Report;
import io.jobmart.report.ReportPage;
import io.jobmart.store.Manifest;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a page about a snapshot. Needs no lock. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write a page about a snapshot: how much there is, what is known of it, what is asked for and"
                + " paid, which checks failed, and what changed against the snapshot before.",
        footer = {"", "The page is one file that loads nothing; its queries are jobs/report.sql."})
final class ReportCommand implements Callable<Integer> {
    /** A table of the snapshot before, as the queries name it. */
    private static final Pattern BEFORE = Pattern.compile("\\b(?:FROM|JOIN) ((\\w+)_before)\\b");

    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--output", paramLabel = "FILE", description = "The page. Default: ${DEFAULT-VALUE}.")
    private Path output = Path.of("report.html");

    @Option(
            names = "--snapshot",
            paramLabel = "ID",
            description = "The snapshot: its id, current or previous. Default: ${DEFAULT-VALUE}.")
    private String snapshot = "current";

    @Option(
            names = "--against",
            paramLabel = "ID",
            description =
                    "The snapshot to compare it with. Default: the one that it was published over, if that is kept.")
    private String against;

    @Override
    public Integer call() throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || Files.isDirectory(output)) {
            throw new CommandException(
                    ExitCode.CANNOT_WRITE,
                    "Cannot write " + output + ": "
                            + (Files.isDirectory(output) ? "it is a folder" : "there is no folder " + folder));
        }
        Report report = warehouse.run(() -> {
            Warehouse store = warehouse.open();
            return report(store, warehouse.current(store));
        });
        StringBuilder page = new StringBuilder();
        ReportPage.write(report, page);
        byte[] content = page.toString().getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(output, content);
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, "Cannot write " + output + ": " + e);
        }
        System.out.println("Wrote " + output + " (" + Figures.size(content.length) + ") about snapshot "
                + report.manifest().snapshot()
                + report.before()
                        .map(before -> ", compared with " + before.manifest().snapshot())
                        .orElse(""));
        return 0;
    }

    private Report report(Warehouse store, Pointer current) throws IOException {
        Pointer.Earlier wanted = WarehouseOption.kept(current, snapshot);
        Optional<Pointer.Earlier> earlier =
                against == null ? before(current, wanted) : Optional.of(WarehouseOption.kept(current, against));
        Side now = side(store, wanted);
        Side before = earlier.isEmpty() ? null : side(store, earlier.get());
        try (CommandSession session = CommandSession.open()) {
            SparkSession spark = session.spark();
            SnapshotViews.register(spark, store, wanted);
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Map.Entry<String, String> query : ReportQueries.all().entrySet()) {
                if (registerBefore(spark, before, query.getValue())) {
                    answers.put(query.getKey(), answer(spark.sql(query.getValue())));
                }
            }
            return new Report(
                    warehouse.directory(),
                    now.manifest(),
                    Figures.time(wanted.publishedAt()),
                    answers,
                    before == null
                            ? Optional.empty()
                            : Optional.of(new Report.Before(before.manifest(), Headlines.of(spark, before, now))));
        }
    }

    /** Registers the tables of the snapshot before that a query reads; whether all are there. */
    private static boolean registerBefore(SparkSession spark, Side before, String query) {
        Matcher name = BEFORE.matcher(query);
        while (name.find()) {
            if (before == null || before.table(name.group(2)).isEmpty()) {
                return false;
            }
            before.read(spark, name.group(2)).createOrReplaceTempView(name.group(1));
        }
        return true;
    }

    private static Optional<Pointer.Earlier> before(Pointer current, Pointer.Earlier wanted) {
        if (wanted.snapshot().equals(current.snapshot())) {
            return current.previous();
        }
        return current.kept().stream()
                .filter(kept -> kept.snapshot().equals(wanted.base()))
                .findFirst();
    }

    private static Side side(Warehouse store, Pointer.Earlier kept) throws IOException {
        Manifest manifest = store.manifest(kept);
        return new Side(manifest, store.snapshot(kept.snapshot()).toString());
    }

    private static Answer answer(Dataset<Row> result) {
        return new Answer(
                Arrays.stream(result.schema().fields()).map(StructField::name).toList(),
                result.collectAsList().stream().map(SqlResult::values).toList());
    }
}
