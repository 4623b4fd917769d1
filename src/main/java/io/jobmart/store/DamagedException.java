package io.jobmart.store;

import java.io.IOException;

/** A file of the warehouse is not the one that was written. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        super(message);
    }
}
