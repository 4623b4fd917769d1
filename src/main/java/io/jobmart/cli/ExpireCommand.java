package io.jobmart.cli;

import io.jobmart.store.Expiry;
import io.jobmart.store.Pointer;
import io.jobmart.store.Retention;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Deletes old snapshots and what only they need. Needs no Spark session. */
@Command(
        name = "expire",
        mixinStandardHelpOptions = true,
        description = "Delete old snapshots, and the staged batches that no kept snapshot needs. Try --dry-run first.",
        footer = {
            "",
            "A snapshot is kept when --keep or --keep-days says so; the current one always. At least one of the two must"
                    + " be given. Each load does the same with its own --keep."
        })
final class ExpireCommand implements Callable<Integer> {
    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Keep N snapshots: the current one and those that were current before it.")
    private Integer keep;

    @Option(
            names = "--keep-days",
            paramLabel = "D",
            description = "Keep all that readers saw within the last D days: a long query may still read them.")
    private Integer keepDays;

    @Option(names = "--dry-run", description = "Only print what would go. Needs no lock.")
    private boolean dryRun;

    @Mixin
    private LockOption lock;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (keep == null && keepDays == null) {
            throw new ParameterException(spec.commandLine(), "Say what to keep: --keep N, --keep-days D or both");
        }
        Retention retention;
        try {
            retention = new Retention(keep == null ? 1 : keep, Duration.ofDays(keepDays == null ? 0 : keepDays));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return warehouse.run(() -> expire(retention));
    }

    private int expire(Retention retention) throws IOException {
        Warehouse store = warehouse.open();
        // What is no warehouse must not become one by looking.
        Pointer before = warehouse.current(store);
        if (dryRun) {
            print(System.out, before, store.expiry(retention));
            return ExitCode.OK.code();
        }
        try (Warehouse.Writer writer = store.write(lock.breakLock(), lock.waiting(), lock.tells())) {
            print(System.out, writer.base().orElseThrow(), writer.expire(retention));
            return ExitCode.OK.code();
        }
    }

    private void print(PrintStream out, Pointer before, Expiry expiry) {
        Map<String, Pointer.Earlier> known =
                before.kept().stream().collect(Collectors.toMap(Pointer.Earlier::snapshot, Function.identity()));
        print(out, "snapshot", expiry.snapshots(), id -> {
            Pointer.Earlier snapshot = known.get(id);
            return snapshot == null
                    ? "never published"
                    : "as of " + snapshot.asOf() + ", published " + Figures.time(snapshot.publishedAt()) + " UTC";
        });
        print(out, "batch", expiry.batches(), id -> "staged records");
        long kept = before.kept().stream()
                .filter(snapshot -> expiry.snapshots().stream()
                        .noneMatch(removal -> removal.id().equals(snapshot.snapshot())))
                .count();
        String left = Figures.count(kept, "snapshot") + " kept; readers see " + before.snapshot() + ".";
        if (expiry.isEmpty()) {
            out.println("Nothing to expire: " + left);
            return;
        }
        out.println((dryRun ? "Would delete " : "Deleted ")
                + Figures.count(expiry.snapshots().size(), "snapshot")
                + " and " + expiry.batches().size() + (expiry.batches().size() == 1 ? " batch, " : " batches, ")
                + Figures.size(expiry.bytes()) + ": " + left);
    }

    private static void print(
            PrintStream out, String kind, List<Expiry.Removal> removals, Function<String, String> note) {
        for (Expiry.Removal removal : removals) {
            out.printf(
                    "%-8s  %-22s %10s  %s%n",
                    kind, removal.id(), Figures.size(removal.bytes()), note.apply(removal.id()));
        }
    }
}
