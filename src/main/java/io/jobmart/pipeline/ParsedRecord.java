package io.jobmart.pipeline;

import io.jobmart.model.Gone;
import io.jobmart.model.Posting;
import io.jobmart.model.Rejection;
import java.time.LocalDate;

/**
 * One record of a dump: the row that is staged once and that every table is derived from. A posting has a
 * {@code postingKey}; of the others exactly one of {@code rejection} and {@code gone} is not null.
 *
 * <p>A posting whose reading was staged before, since an earlier dump held the very same record, has no {@code posting}
 * of its own: {@code readingKey} finds it.
 *
 * @param fileKey key of its file: {@link ParsedFile#fileKey}
 * @param dumpDate the day that the dump shows
 * @param asOfDate the day on which the posting was seen: the day that the dump shows, unless the record says its own
 * @param source name of the source, as given by the user
 * @param sourceFile path below the input given
 * @param sourceRecord what finds the record in the file; null when the file is one record
 * @param readingKey key of all that the reading depends on; null when there is none
 * @param postingKey key of the posting; null when it is none
 * @param contentHash of everything that a reader of the ad sees; null when it is no posting
 * @param posting the reading
 */
public record ParsedRecord(
        long fileKey,
        LocalDate dumpDate,
        LocalDate asOfDate,
        String source,
        String sourceFile,
        String sourceRecord,
        Long readingKey,
        Long postingKey,
        String contentHash,
        Posting posting,
        Rejection rejection,
        Gone gone) {}
