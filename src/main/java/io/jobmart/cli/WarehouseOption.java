package io.jobmart.cli;

import io.jobmart.spark.Sessions;
import io.jobmart.store.LockedException;
import io.jobmart.store.Pointer;
import io.jobmart.store.Warehouse;
import java.io.IOException;
import picocli.CommandLine.Option;

/** The warehouse that a command looks at or changes without a Spark session. */
final class WarehouseOption {
    @Option(names = "--warehouse", paramLabel = "DIR", description = "The warehouse. Default: ${DEFAULT-VALUE}.")
    private String directory = "warehouse";

    String directory() {
        return directory;
    }

    Warehouse open() throws IOException {
        return Warehouse.at(directory, Sessions.hadoopConfiguration());
    }

    /** @throws CommandException when nothing was published there */
    Pointer current(Warehouse warehouse) throws IOException {
        return warehouse.current().orElseThrow(() -> none(directory));
    }

    /**
     * A snapshot that is kept.
     *
     * @param name its id, "current", or "previous" for the one that the current one was published over
     * @throws CommandException when none of that name is kept
     */
    static Pointer.Earlier kept(Pointer current, String name) {
        return switch (name) {
            case "current" -> current.kept().get(0);
            case "previous" ->
                current.previous()
                        .orElseThrow(() -> new CommandException(
                                ExitCode.BAD_INPUT,
                                "The snapshot before " + current.snapshot()
                                        + " is not kept, or there was none. "
                                        + RollbackCommand.kept(current)));
            default ->
                current.kept().stream()
                        .filter(kept -> kept.snapshot().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new CommandException(
                                ExitCode.BAD_INPUT,
                                "There is no snapshot " + name + ". " + RollbackCommand.kept(current)));
        };
    }

    static CommandException none(String directory) {
        return new CommandException(
                ExitCode.BAD_INPUT,
                "There is no warehouse in " + directory + ": nothing was loaded there yet (jobmart load)");
    }

    /** Work on the files of a warehouse. */
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does the work; what goes wrong with the files is the warehouse's, and no defect.
     *
     * @throws CommandException when the warehouse is locked, or can't be read or written
     */
    <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (LockedException e) {
            throw new CommandException(ExitCode.LOCKED, e.getMessage());
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_WRITE, "Cannot use the warehouse " + directory + ": " + e.getMessage());
        }
    }
}
