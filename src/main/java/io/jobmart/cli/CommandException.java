package io.jobmart.cli;

/** A failure that is the user's to mend: printed as one line, without a stack trace. */
public final class CommandException extends RuntimeException {
    private final ExitCode exitCode;

    public CommandException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
