package io.jobmart.source;

/**
 * What unpacking may cost: a small file that becomes a huge one is an attack or a mistake, and is refused.
 *
 * @param ratio how many times larger than its bytes on disk a file may become; the first {@link
 *     ReadOptions#maxRecordBytes()} are free, as short files may be all repetition
 * @param bytes how large a file may become, over all its members
 */
public record UnpackLimits(int ratio, long bytes) {

    public UnpackLimits {
        if (ratio < 1 || bytes < 1) {
            throw new IllegalArgumentException("Limits must be positive");
        }
    }

    /** 250 times, 256 GB. Dumps of postings become 4 to 30 times larger; a gzip of zeros 1,000 times. */
    public static UnpackLimits standard() {
        return new UnpackLimits(250, 256L << 30);
    }
}
