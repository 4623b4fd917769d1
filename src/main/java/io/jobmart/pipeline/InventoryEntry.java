package io.jobmart.pipeline;

import io.jobmart.model.Keys;
import io.jobmart.model.SourceFormat;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file of a load, looked into.
 *
 * @param asOf the day that the dump shows
 * @param fingerprint SHA-256 of its bytes as they lie on disk; null when it could not be read
 * @param format null when it is none that is read
 * @param splittable whether its lines can be read from the middle
 * @param compressed whether it has to be unpacked
 * @param unreadable why it could not be read; null when it could
 */
record InventoryEntry(
        String path,
        String sourceFile,
        LocalDate asOf,
        long bytes,
        String fingerprint,
        SourceFormat format,
        boolean splittable,
        boolean compressed,
        String unreadable)
        implements Serializable {

    /** By this a file is known again: the same name with the same bytes in the same dump is the same file. */
    long key(String source) {
        return Keys.of("file", source, asOf.toString(), sourceFile, fingerprint);
    }

    ParsedFile parsed(String source) {
        return new ParsedFile(key(source), asOf, source, sourceFile, fingerprint, format, bytes);
    }
}
