package io.jobmart.pipeline;

import io.jobmart.model.Gone;
import io.jobmart.model.Posting;
import io.jobmart.model.Rejection;
import java.time.LocalDate;

/**
 * One record of a dump, parsed: the row that is staged once and that every table is derived from. Exactly one of
 * {@code posting}, {@code rejection} and {@code gone} is not null.
 *
 * @param batchId the load that read it
 * @param asOfDate the day on which the posting was seen: the day that the dump shows, unless the record says its own
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
        Rejection rejection,
        Gone gone) {

    /** The record of a posting. */
    public static ParsedRecord of(
            String batchId, LocalDate asOfDate, String source, String sourceFile, Posting posting) {
        return new ParsedRecord(batchId, asOfDate, source, sourceFile, posting.sourceRecord(), posting, null, null);
    }

    /** The record of a rejection. */
    public static ParsedRecord of(
            String batchId, LocalDate asOfDate, String source, String sourceFile, Rejection rejection) {
        return new ParsedRecord(batchId, asOfDate, source, sourceFile, rejection.sourceRecord(), null, rejection, null);
    }

    /** The record of a page that is gone. */
    public static ParsedRecord of(String batchId, LocalDate asOfDate, String source, String sourceFile, Gone gone) {
        return new ParsedRecord(batchId, asOfDate, source, sourceFile, gone.sourceRecord(), null, null, gone);
    }
}
