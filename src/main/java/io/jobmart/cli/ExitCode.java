package io.jobmart.cli;

import io.jobmart.pipeline.LoadException;
import io.jobmart.store.LockedException;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;

/** What a scheduler may act on. The one place that says what the codes mean: help and README print it. */
public enum ExitCode {
    OK(0, "done, or nothing to do", Retry.NO, ""),
    FAILURE(1, "unexpected failure", Retry.YES, "a worker or the memory may have failed; twice the same is a defect"),
    USAGE(2, "wrong use: an unknown option, a date that is none", Retry.NO, "the command is wrong"),
    BAD_INPUT(
            3,
            "bad input: a path that does not exist, nothing to read, a warehouse or snapshot that is not there",
            Retry.NO,
            "unless the dump is late"),
    CANNOT_WRITE(
            4,
            "the warehouse, or the disk that Spark works on, can't be written or read, or the storage of the dump does not answer",
            Retry.YES,
            "the storage may be back"),
    LOCKED(5, "another run holds the warehouse", Retry.YES, "when that run is done"),
    TOO_MANY_QUARANTINED(
            6,
            "too many records quarantined; nothing was published",
            Retry.NO,
            "look at the dump with inspect; what was parsed is kept for the next try"),
    AUDIT_FAILED(
            7,
            "the audit of the new snapshot failed; nothing was published",
            Retry.NO,
            "what was parsed is kept for the next try"),
    BELOW_MINIMUM(8, "a figure of evaluate is less than its --min", Retry.NO, "an answer, not a failure"),
    DIFFERENT(9, "diff --exit-code: the snapshots differ", Retry.NO, "an answer, not a failure"),
    DAMAGED(
            10,
            "files of the warehouse are missing or not as they were written; nothing was published",
            Retry.NO,
            "verify names them, rebuild makes them anew"),
    HELD_BACK(
            11,
            "the last day of a source is not what its days before let expect: far fewer or more records, or a field"
                    + " lost; nothing was published",
            Retry.NO,
            "look at the dump; the same command with --force publishes it, and parses nothing again");

    /** Whether the same command may do better later. */
    private enum Retry {
        YES,
        NO
    }

    private final int code;
    private final String meaning;
    private final Retry retry;
    private final String reason;

    ExitCode(int code, String meaning, Retry retry, String reason) {
        this.code = code;
        this.meaning = meaning;
        this.retry = retry;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    /** Whether a scheduler should try the same command again. */
    public boolean retry() {
        return retry == Retry.YES;
    }

    /** The lines of the help. */
    static String[] lines() {
        return Arrays.stream(values())
                .map(exit -> "  " + exit.code + "  " + exit.meaning)
                .toArray(String[]::new);
    }

    /** The table of README.md. */
    public static String markdown() {
        return Arrays.stream(values())
                .map(exit -> "| " + exit.code + " | " + exit.meaning + " | "
                        + (exit == OK ? "" : exit.retry() ? "yes" : "no")
                        + (exit.reason.isEmpty() ? "" : ": " + exit.reason) + " |\n")
                .collect(Collectors.joining("", "| exit code | meaning | try again? |\n|---|---|---|\n", ""));
    }

    /** The code that a command ends with when this ends it. */
    static ExitCode of(Throwable failure) {
        if (failure instanceof CommandException known) {
            return known.exitCode();
        } else if (failure instanceof ParameterException) {
            return USAGE;
        } else if (failure instanceof LockedException) {
            return LOCKED;
        } else if (failure instanceof LoadException known) {
            return of(known);
        }
        return FAILURE;
    }

    private static ExitCode of(LoadException failure) {
        if (failure instanceof LoadException.BadInput) {
            return BAD_INPUT;
        } else if (failure instanceof LoadException.Locked) {
            return LOCKED;
        } else if (failure instanceof LoadException.TooManyQuarantined) {
            return TOO_MANY_QUARANTINED;
        } else if (failure instanceof LoadException.AuditFailed) {
            return AUDIT_FAILED;
        } else if (failure instanceof LoadException.Damaged) {
            return DAMAGED;
        } else if (failure instanceof LoadException.HeldBack) {
            return HELD_BACK;
        }
        return CANNOT_WRITE;
    }
}
