package io.jobmart.source;

/**
 * How a file is read.
 *
 * @param source name of the source, for {@link io.jobmart.model.RawPosting#source()}; may be null
 * @param maxRecordBytes bytes that one record, or one file that is read whole, may have; larger ones are rejected
 * @param maxDepth how deeply JSON and XML may nest
 * @param dialects how records that are no schema.org are recognised and read
 * @param unpacking how large a packed file may become
 */
public record ReadOptions(String source, int maxRecordBytes, int maxDepth, Dialects dialects, UnpackLimits unpacking) {

    public ReadOptions {
        if (maxRecordBytes < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("Limits must be positive");
        }
    }

    /** 16 MB a record, 100 levels of JSON. */
    public static ReadOptions standard() {
        return new ReadOptions(null, 16 * 1024 * 1024, 100, Dialects.standard(), UnpackLimits.standard());
    }

    public ReadOptions withSource(String value) {
        return new ReadOptions(value, maxRecordBytes, maxDepth, dialects, unpacking);
    }

    public ReadOptions withMaxRecordBytes(int value) {
        return new ReadOptions(source, value, maxDepth, dialects, unpacking);
    }

    public ReadOptions withMaxDepth(int value) {
        return new ReadOptions(source, maxRecordBytes, value, dialects, unpacking);
    }

    public ReadOptions withDialects(Dialects value) {
        return new ReadOptions(source, maxRecordBytes, maxDepth, value, unpacking);
    }

    public ReadOptions withUnpacking(UnpackLimits value) {
        return new ReadOptions(source, maxRecordBytes, maxDepth, dialects, value);
    }
}
