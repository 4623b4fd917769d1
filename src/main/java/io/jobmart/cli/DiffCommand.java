package io.jobmart.cli;

import io.jobmart.diff.Figure;
import io.jobmart.diff.Headlines;
import io.jobmart.diff.Side;
import io.jobmart.diff.SnapshotDiff;
import io.jobmart.diff.TableDiff;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two snapshots. Needs no lock. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show which rows and figures changed between two snapshots.",
        footer = {
            "",
            "Rows are matched by the table's key; in a table without one equal rows are counted. Columns that only one of"
                    + " the snapshots has are named, and no row counts as changed for them."
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "A",
            description = "A snapshot: its id, current or previous. Default: ${DEFAULT-VALUE}.")
    private String before = "previous";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "The one to compare it with. Default: ${DEFAULT-VALUE}.")
    private String after = "current";

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--table",
            paramLabel = "T",
            description = "Compare this table only, and show its rows with old and new values.")
    private String table;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "With --table: show N rows at most of those changed, removed and added each. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private PrintFormat format = PrintFormat.text;

    @Option(names = "--exit-code", description = "End with code 9 when the snapshots differ.")
    private boolean exitCode;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 0, not " + limit);
        }
        List<Side> sides = warehouse.run(() -> {
            Warehouse store = warehouse.open();
            Pointer current = warehouse.current(store);
            return List.of(side(store, current, before), side(store, current, after));
        });
        List<String> tables = SnapshotDiff.tables(sides.get(0), sides.get(1));
        if (table != null && !tables.contains(table)) {
            throw new CommandException(
                    ExitCode.USAGE, "There is no table " + table + ". There are: " + String.join(", ", tables));
        }
        DiffReport report = report(sides.get(0), sides.get(1), table == null ? tables : List.of(table));
        switch (format) {
            case text -> report.printText(System.out);
            case json -> report.printJson(System.out);
        }
        return (exitCode && !report.same() ? ExitCode.DIFFERENT : ExitCode.OK).code();
    }

    private DiffReport report(Side a, Side b, List<String> tables) {
        if (a.manifest().snapshot().equals(b.manifest().snapshot())) {
            return new DiffReport(a, b, List.of(), List.of(), List.of());
        }
        try (CommandSession session = CommandSession.open()) {
            SparkSession spark = session.spark();
            SnapshotDiff diff = new SnapshotDiff(spark, a, b);
            List<TableDiff> differences = new ArrayList<>();
            for (String name : tables) {
                differences.add(diff.table(name));
            }
            List<Figure> figures = table == null ? Headlines.of(spark, a, b) : List.of();
            List<Row> rows = table == null || limit == 0 || differences.get(0).same()
                    ? List.of()
                    : diff.rows(table, limit).collectAsList();
            return new DiffReport(a, b, figures, differences, rows);
        }
    }

    private static Side side(Warehouse store, Pointer current, String name) throws IOException {
        Pointer.Earlier found = WarehouseOption.kept(current, name);
        return new Side(store.manifest(found), store.snapshot(found.snapshot()).toString());
    }
}
