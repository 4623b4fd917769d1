package io.jobmart.pipeline;

import io.jobmart.model.Gone;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import java.time.LocalDate;

/**
 * One record of a dump, taken apart and not yet parsed. Exactly one of {@code raw}, {@code rejection} and {@code gone}
 * is not null.
 *
 * @param readingKey key of all that the reading of {@code raw} depends on: its values, the code and the configuration
 */
public record ReadRecord(
        long fileKey,
        LocalDate dumpDate,
        LocalDate asOfDate,
        String source,
        String sourceFile,
        String sourceRecord,
        Long readingKey,
        RawPosting raw,
        Rejection rejection,
        Gone gone) {

    /** The record with its reading. */
    ParsedRecord parsed(Posting posting) {
        return of(posting.postingKey(), posting.contentHash(), posting, null);
    }

    /** The record of a posting whose reading is staged already. */
    ParsedRecord known(long postingKey, String contentHash) {
        return of(postingKey, contentHash, null, null);
    }

    /** The record of a posting that could not be read, or of what is no posting. */
    ParsedRecord rejected(Rejection why) {
        return of(null, null, null, why);
    }

    private ParsedRecord of(Long postingKey, String contentHash, Posting posting, Rejection why) {
        return new ParsedRecord(
                fileKey,
                dumpDate,
                asOfDate,
                source,
                sourceFile,
                sourceRecord,
                postingKey == null ? null : readingKey,
                postingKey,
                contentHash,
                posting,
                why,
                gone);
    }
}
