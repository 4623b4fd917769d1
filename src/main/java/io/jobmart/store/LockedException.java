package io.jobmart.store;

import java.io.IOException;

/** Another load holds the warehouse; the message names it and says what may be done. */
public final class LockedException extends IOException {
    LockedException(String message) {
        super(message);
    }
}
