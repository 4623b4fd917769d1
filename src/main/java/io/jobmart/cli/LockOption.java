package io.jobmart.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a command that writes does when another run holds the warehouse. */
final class LockOption {
    @Option(names = "--break-lock", description = "Take the lock of a run that is known to be dead.")
    private boolean breakLock;

    @Option(
            names = "--wait",
            arity = "0..1",
            paramLabel = "TIME",
            fallbackValue = "24h",
            converter = Time.class,
            description = "Wait for another run to be done, at most so long (90s, 30m, 2h; without a value"
                    + " ${FALLBACK-VALUE}). Without this option the command ends at once with exit code 5.")
    private Duration wait = Duration.ZERO;

    boolean breakLock() {
        return breakLock;
    }

    Duration waiting() {
        return wait;
    }

    /** Tells a log why nothing happens. */
    Consumer<String> tells() {
        return holder -> System.err.println("jobmart: waiting for " + holder + ", which holds the warehouse");
    }

    /** A number and a unit: {@code 90s}, {@code 30m}, {@code 2h}, {@code 1d}. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            String given = text.toUpperCase(Locale.ROOT);
            try {
                Duration time = Duration.parse(
                        given.startsWith("P") ? given : given.endsWith("D") ? "P" + given : "PT" + given);
                if (!time.isNegative()) {
                    return time;
                }
            } catch (DateTimeParseException e) {
                // Told below.
            }
            throw new TypeConversionException("'" + text + "' is no time; give one as 90s, 30m or 2h");
        }
    }
}
