package io.jobmart.store;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** Another load holds the warehouse; the message names it and says what may be done. */
public final class LockedException extends IOException {
    private final String holder;

    LockedException(Path warehouse, String holder, boolean stale) {
        super("The warehouse " + warehouse + " is locked by " + holder + ". "
                + (stale ? "The lock looks stale. " : "Wait until that run is done, or give --wait. ")
                + "If you know that it does not run any more, run with --break-lock.");
        this.holder = holder;
    }

    /** Who, where, and since when. */
    public String holder() {
        return holder;
    }
}
