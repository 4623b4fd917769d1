package io.jobmart.pipeline;

import io.jobmart.model.SourceFormat;
import java.time.LocalDate;

/**
 * One input file of a batch.
 *
 * @param fileKey key of source, day, name and fingerprint
 * @param asOfDate the day that the dump shows
 * @param source name of the source, as given by the user
 * @param sourceFile path below the input given
 * @param fingerprint SHA-256 of the file's bytes as they lie on disk, in hexadecimal; null when it could not be read
 * @param format null when it is none that is read
 * @param bytes as they lie on disk
 */
public record ParsedFile(
        long fileKey,
        LocalDate asOfDate,
        String source,
        String sourceFile,
        String fingerprint,
        SourceFormat format,
        long bytes) {}
