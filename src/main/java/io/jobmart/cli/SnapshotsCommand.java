package io.jobmart.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.store.Manifest;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the snapshots that a warehouse keeps. Needs no Spark session and no lock. */
@Command(
        name = "snapshots",
        mixinStandardHelpOptions = true,
        description = "List the snapshots that a warehouse keeps, newest first; * marks the one that readers see.",
        footer = {
            "",
            "Any of them can be read below WAREHOUSE/snapshots/ID, compared (diff) and made the current one (rollback)."
        })
final class SnapshotsCommand implements Callable<Integer> {
    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private PrintFormat format = PrintFormat.text;

    /**
     * One row.
     *
     * @param damage why the manifest can't be read, and the figures are null; else null
     */
    private record Listed(
            Pointer.Earlier snapshot,
            boolean current,
            Long batches,
            Long postings,
            Long bytes,
            String codeVersion,
            Long checksFailed,
            String damage) {}

    @Override
    public Integer call() {
        List<Listed> listed = warehouse.run(this::list);
        switch (format) {
            case text -> printText(listed);
            case json -> printJson(listed);
        }
        List<Listed> damaged =
                listed.stream().filter(row -> row.damage() != null).toList();
        damaged.forEach(row -> System.err.println("jobmart: " + row.damage()));
        return (damaged.isEmpty() ? ExitCode.OK : ExitCode.CANNOT_WRITE).code();
    }

    private List<Listed> list() throws IOException {
        Warehouse store = warehouse.open();
        Pointer current = warehouse.current(store);
        List<Listed> listed = new ArrayList<>();
        for (Pointer.Earlier kept : current.kept()) {
            listed.add(look(store, kept, kept.snapshot().equals(current.snapshot())));
        }
        listed.sort(Comparator.comparing((Listed row) -> row.snapshot().publishedAt())
                .reversed());
        return listed;
    }

    private static Listed look(Warehouse store, Pointer.Earlier kept, boolean current) {
        Manifest manifest;
        try {
            manifest = store.manifest(kept);
        } catch (IOException e) {
            return new Listed(kept, current, null, null, null, null, null, e.getMessage());
        }
        return new Listed(
                kept,
                current,
                (long) manifest.batches().size(),
                manifest.tables().stream()
                        .filter(table -> table.name().equals("fact_posting"))
                        .mapToLong(Manifest.TableEntry::rows)
                        .sum(),
                manifest.tables().stream().mapToLong(Manifest.TableEntry::bytes).sum(),
                manifest.codeVersion(),
                manifest.checks().stream().filter(check -> !check.passed()).count(),
                null);
    }

    private static void printText(List<Listed> listed) {
        List<List<Object>> rows = new ArrayList<>();
        for (Listed row : listed) {
            rows.add(Arrays.asList(
                    row.current() ? "*" : "",
                    row.snapshot().snapshot(),
                    row.snapshot().asOf(),
                    Figures.time(row.snapshot().publishedAt()),
                    row.batches(),
                    row.postings() == null ? null : String.format(Locale.ROOT, "%,d", row.postings()),
                    row.bytes() == null ? null : Figures.size(row.bytes()),
                    row.codeVersion(),
                    row.damage() == null ? row.checksFailed() : "damaged"));
        }
        new ResultPrinter(System.out, ResultFormat.TABLE)
                .print(
                        List.of(
                                "",
                                "snapshot",
                                "as of",
                                "published (UTC)",
                                "batches",
                                "postings",
                                "size",
                                "code",
                                "checks failed"),
                        List.of(false, false, false, false, true, true, true, false, true),
                        rows.iterator());
    }

    private static void printJson(List<Listed> listed) {
        JsonMapper mapper = JsonMapper.builder().build();
        ArrayNode array = mapper.createArrayNode();
        for (Listed row : listed) {
            ObjectNode object = array.addObject();
            object.put("snapshot", row.snapshot().snapshot());
            object.put("current", row.current());
            object.put("as_of", row.snapshot().asOf());
            object.put("published_at", row.snapshot().publishedAt());
            object.put("current_since", row.current() ? row.snapshot().currentSince() : null);
            object.put("base", row.snapshot().base());
            object.put("batches", row.batches());
            object.put("postings", row.postings());
            object.put("bytes", row.bytes());
            object.put("code_version", row.codeVersion());
            object.put("checks_failed", row.checksFailed());
            object.put("damage", row.damage());
        }
        System.out.println(array.toPrettyString());
    }
}
