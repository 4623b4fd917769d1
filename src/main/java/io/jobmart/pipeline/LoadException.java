package io.jobmart.pipeline;

/**
 * A load that published nothing, by what a scheduler may do about it. The message says what to do in words.
 *
 * <p>Anything else that a load throws is a failure of the machine or a defect.
 */
public abstract sealed class LoadException extends Exception {
    private LoadException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The input does not exist or holds nothing; trying again won't help. */
    public static final class BadInput extends LoadException {
        public BadInput(String message) {
            super(message, null);
        }

        public BadInput(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Another load holds the warehouse; try again later. */
    public static final class Locked extends LoadException {
        public Locked(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Too large a share of the records was quarantined. */
    public static final class TooManyQuarantined extends LoadException {
        public TooManyQuarantined(String message) {
            super(message, null);
        }
    }

    /** A check of the new snapshot failed. */
    public static final class AuditFailed extends LoadException {
        public AuditFailed(String message) {
            super(message, null);
        }
    }

    /** A snapshot that would be sound is not what the days before let expect; somebody should look. */
    public static final class HeldBack extends LoadException {
        public HeldBack(String message) {
            super(message, null);
        }
    }

    /** Files of the warehouse are not as they were written. */
    public static final class Damaged extends LoadException {
        public Damaged(String message) {
            super(message, null);
        }
    }

    /** The warehouse cannot be written or read. */
    public static final class CannotWrite extends LoadException {
        public CannotWrite(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
