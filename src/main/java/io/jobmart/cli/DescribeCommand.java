package io.jobmart.cli;

import io.jobmart.tables.DataDictionary;
import io.jobmart.tables.Table;
import io.jobmart.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data dictionary. Needs no Spark session and no warehouse. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Show the tables, or one table with its columns.")
final class DescribeCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "A table; all of them, in brief, without it.")
    private String name;

    @Option(names = "--format", paramLabel = "text|markdown", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    private enum Format {
        text,
        markdown
    }

    @Override
    public Integer call() {
        if (name != null
                && Tables.all().stream().noneMatch(table -> table.name().equals(name))) {
            String known = Tables.all().stream().map(Table::name).collect(Collectors.joining(", "));
            throw new CommandException(ExitCode.USAGE, "There is no table " + name + ". There are: " + known);
        }
        if (format == Format.markdown) {
            System.out.println(name == null ? DataDictionary.render() : DataDictionary.render(Tables.named(name)));
        } else if (name == null) {
            tables();
        } else {
            columns(Tables.named(name));
        }
        return 0;
    }

    private void tables() {
        List<List<Object>> rows = new ArrayList<>();
        for (Table table : Tables.all()) {
            rows.add(List.of(table.name(), table.grain(), String.join(", ", table.key())));
        }
        print(List.of("table", "grain", "key"), rows);
    }

    private void columns(Table table) {
        System.out.println(table.name() + ": " + table.grain());
        System.out.println("Key: " + (table.key().isEmpty() ? "none" : String.join(", ", table.key())));
        System.out.println();
        table.columns()
                .forEach(column -> System.out.printf(
                        "%-22s %s%s%n%24s%s%n",
                        column.name(),
                        column.type().sql(),
                        column.nullable() ? "" : " NOT NULL",
                        "",
                        column.comment() + (column.example().isBlank() ? "" : " Example: " + column.example())));
    }

    private static void print(List<String> columns, List<List<Object>> rows) {
        List<Boolean> numeric = columns.stream().map(column -> false).toList();
        new ResultPrinter(System.out, ResultFormat.TABLE).print(columns, numeric, rows.iterator());
    }
}
