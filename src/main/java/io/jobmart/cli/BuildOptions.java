package io.jobmart.cli;

import io.jobmart.pipeline.LoadOptions;
import io.jobmart.store.Retention;
import io.jobmart.vocabulary.Vocabularies;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that make a snapshot's tables: how they are made, kept and reported. */
final class BuildOptions {
    @Option(
            names = "--timeout-days",
            paramLabel = "N",
            description = "Close what was not seen for so many days (TIMEOUT); 0 for never. Default: ${DEFAULT-VALUE}.")
    private int timeoutDays = LoadOptions.TIMEOUT_DAYS;

    @Mixin
    private DialectOption dialects;

    @Mixin
    private VocabularyOption vocabulary;

    @Mixin
    private PersonalDataOption personalData;

    @Option(names = "--keep", paramLabel = "N", description = "Snapshots to keep. Default: ${DEFAULT-VALUE}.")
    private int keep = 3;

    @Option(
            names = "--keep-days",
            paramLabel = "D",
            description = "Keep beside them all that readers saw within the last D days: a long query may still read"
                    + " them. Default: ${DEFAULT-VALUE}.")
    private int keepDays;

    @Option(
            names = "--force",
            description =
                    "Publish although a source's last day is not what its days before let expect (a check of level"
                            + " WARN failed). A failed check of level ERROR is never published.")
    private boolean force;

    @Mixin
    private LockOption lock;

    @Option(names = "--timings", description = "Print how long each step took.")
    private boolean timings;

    /**
     * The options with what was given here.
     *
     * @throws IllegalArgumentException when a number is none that can be
     */
    LoadOptions applyTo(LoadOptions options) {
        return options.withTimeoutDays(timeoutDays)
                .withPersonalData(personalData.choice())
                .withDialects(dialects.read())
                .withRetention(new Retention(keep, Duration.ofDays(keepDays)))
                .withForce(force)
                .withBreakLock(lock.breakLock())
                .withLockWait(lock.waiting());
    }

    Vocabularies vocabularies() {
        return vocabulary.read();
    }

    boolean timings() {
        return timings;
    }
}
