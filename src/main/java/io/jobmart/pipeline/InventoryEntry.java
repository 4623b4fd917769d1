package io.jobmart.pipeline;

import io.jobmart.model.SourceFormat;
import java.io.Serializable;

/**
 * A file of a load, looked into.
 *
 * @param fingerprint SHA-256 of its bytes as they lie on disk; null when it could not be read
 * @param format null when it is none that is read
 * @param splittable whether its lines can be read from the middle
 * @param compressed whether it has to be unpacked
 * @param unreadable why it could not be read; null when it could
 */
record InventoryEntry(
        String path,
        String sourceFile,
        long bytes,
        String fingerprint,
        SourceFormat format,
        boolean splittable,
        boolean compressed,
        String unreadable)
        implements Serializable {}
