package io.jobmart.cli;

import io.jobmart.pipeline.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what a load is doing. In a terminal one line that changes, and a lasting line for each step that took long; in a
 * log only the steps that took very long, so that a daily run leaves few lines.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(1);
    private static final Duration WORTH_A_LINE_IN_A_LOG = Duration.ofSeconds(30);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Set<String> running = new LinkedHashSet<>();

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void started(String step) {
        running.add(step);
        show();
    }

    @Override
    public synchronized void waiting(String holder) {
        clear();
        out.println("jobmart: waiting for " + holder + ", which holds the warehouse");
        show();
    }

    @Override
    public synchronized void finished(String step, String outcome, Duration took) {
        running.remove(step);
        if (took.compareTo(terminal ? WORTH_A_LINE : WORTH_A_LINE_IN_A_LOG) >= 0) {
            clear();
            out.printf(
                    Locale.ROOT,
                    "%6.1f s  %s%s%n",
                    took.toMillis() / 1000.0,
                    step,
                    outcome.isEmpty() ? "" : ": " + outcome);
        }
        show();
    }

    @Override
    public synchronized void close() {
        running.clear();
        clear();
    }

    private void show() {
        if (terminal && !running.isEmpty()) {
            clear();
            out.print("          " + String.join(", ", running) + " ...");
            out.flush();
        }
    }

    private void clear() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
