package io.jobmart.source;

/**
 * How a file is read.
 *
 * @param source name of the source, for {@link io.jobmart.model.RawPosting#source()}; may be null
 * @param maxRecordBytes bytes that one record, or one file that is read whole, may have; larger ones are rejected
 * @param maxDepth how deeply JSON and XML may nest
 * @param dialects how records that are no schema.org are recognised and read
 */
public record ReadOptions(String source, int maxRecordBytes, int maxDepth, Dialects dialects) {

    public ReadOptions {
        if (maxRecordBytes < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("Limits must be positive");
        }
    }

    /** 16 MB a record, 100 levels of JSON. */
    public static ReadOptions standard() {
        return new ReadOptions(null, 16 * 1024 * 1024, 100, Dialects.standard());
    }

    public ReadOptions withSource(String value) {
        return new ReadOptions(value, maxRecordBytes, maxDepth, dialects);
    }

    public ReadOptions withMaxRecordBytes(int value) {
        return new ReadOptions(source, value, maxDepth, dialects);
    }

    public ReadOptions withMaxDepth(int value) {
        return new ReadOptions(source, maxRecordBytes, value, dialects);
    }

    public ReadOptions withDialects(Dialects value) {
        return new ReadOptions(source, maxRecordBytes, maxDepth, value);
    }
}
