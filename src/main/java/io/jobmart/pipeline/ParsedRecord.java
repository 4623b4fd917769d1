package io.jobmart.pipeline;

import io.jobmart.model.Posting;
import io.jobmart.model.Rejection;
import java.time.LocalDate;

/**
 * One record of a dump, parsed: the row that is staged once and that every table is derived from. Exactly one of
 * {@code posting} and {@code rejection} is not null.
 *
 * @param batchId the load that read it
 * @param asOfDate the day that the dump shows
 * @param source name of the source, as given by the user
 * @param sourceFile path below the input given
 * @param sourceRecord what finds the record in the file; null when the file is one record
 */
public record ParsedRecord(
        String batchId,
        LocalDate asOfDate,
        String source,
        String sourceFile,
        String sourceRecord,
        Posting posting,
        Rejection rejection) {}
