package io.jobmart.cli;

/** What a scheduler may act on. README lists them. */
public enum ExitCode {
    /** Done, or nothing to do. */
    OK(0),
    /** A failure that jobmart did not foresee: a defect, or the machine. */
    FAILURE(1),
    /** The command was given wrongly: an unknown option, a date that is none. */
    USAGE(2),
    /** The input does not exist or holds nothing that could be read. Retrying won't help. */
    BAD_INPUT(3),
    /** The warehouse can't be written or read. */
    CANNOT_WRITE(4),
    /** Another run holds the warehouse. Retry later. */
    LOCKED(5),
    /** Too large a share of the records was quarantined; nothing was published. */
    TOO_MANY_QUARANTINED(6),
    /** A check of the new snapshot failed; nothing was published. */
    AUDIT_FAILED(7),
    /** A figure of an evaluation is less than it was asked to be. */
    BELOW_MINIMUM(8);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
