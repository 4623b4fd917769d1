package io.jobmart.cli;

import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an earlier snapshot the current one. Needs no Spark session. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Make an earlier snapshot the current one: readers see it at once, all tables together.",
        footer = {
            "",
            "Without --to, the one that the current snapshot was published over. The one gone back from stays, and --to"
                    + " leads forward to it. The next load goes on from what is current: the dumps of the snapshots gone"
                    + " back from are not in it. Loading such a dump again brings it back."
        })
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--to",
            paramLabel = "SNAPSHOT",
            description = "A kept snapshot (\"jobmart snapshots\" lists them).")
    private String target;

    @Mixin
    private LockOption lock;

    @Override
    public Integer call() {
        return warehouse.run(this::rollBack);
    }

    private int rollBack() throws IOException {
        Warehouse store = warehouse.open();
        // What is no warehouse must not become one by looking.
        warehouse.current(store);
        try (Warehouse.Writer writer = store.write(lock.breakLock(), lock.waiting(), lock.tells())) {
            Pointer before = writer.base().orElseThrow();
            String snapshot = target == null ? previous(before) : known(before, target);
            if (snapshot.equals(before.snapshot())) {
                System.out.println("Nothing to do: readers of " + warehouse.directory() + " see " + snapshot + ".");
                return ExitCode.OK.code();
            }
            print(System.out, before, writer.rollBack(snapshot));
            return ExitCode.OK.code();
        }
    }

    private void print(PrintStream out, Pointer before, Pointer now) {
        out.println("Readers of " + warehouse.directory() + " now see snapshot " + now.snapshot() + ", as of "
                + now.asOf() + ", published " + Figures.time(now.publishedAt()) + " UTC.");
        out.println("Gone back from " + before.snapshot() + ", which is kept: jobmart rollback --warehouse "
                + warehouse.directory() + " --to " + before.snapshot() + " leads to it again.");
        out.println("The next load goes on from " + now.snapshot() + ".");
    }

    private static String previous(Pointer current) {
        return current.previous()
                .map(Pointer.Earlier::snapshot)
                .orElseThrow(() -> new CommandException(
                        ExitCode.BAD_INPUT,
                        "The snapshot before " + current.snapshot() + " is not kept, or there was none. "
                                + kept(current)));
    }

    private static String known(Pointer current, String snapshot) {
        if (current.kept().stream().noneMatch(kept -> kept.snapshot().equals(snapshot))) {
            throw new CommandException(ExitCode.BAD_INPUT, "There is no snapshot " + snapshot + ". " + kept(current));
        }
        return snapshot;
    }

    /** What may be named instead. */
    static String kept(Pointer current) {
        return "Kept are "
                + current.kept().stream().map(Pointer.Earlier::snapshot).collect(Collectors.joining(", "))
                + " (current: "
                + current.snapshot() + ")";
    }
}
