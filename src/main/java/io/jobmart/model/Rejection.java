package io.jobmart.model;

/**
 * A record that could not become a posting.
 *
 * @param sourceFile path below the input given
 * @param sourceRecord what finds the record in the file, null when it is the whole file
 * @param detail the cause in words, with the position where there is one
 * @param payload what was read, cut at {@link #PAYLOAD_LIMIT} characters; null when it is no text
 */
public record Rejection(
        String sourceFile, String sourceRecord, QuarantineReason reason, String detail, String payload) {
    /** How much of a record is kept in quarantine. */
    public static final int PAYLOAD_LIMIT = 4096;

    /** A rejection with its payload cut to the limit, never between two surrogates. */
    public static Rejection of(
            String sourceFile, String sourceRecord, QuarantineReason reason, String detail, String payload) {
        String kept = payload;
        if (kept != null && kept.length() > PAYLOAD_LIMIT) {
            int end = Character.isHighSurrogate(kept.charAt(PAYLOAD_LIMIT - 1)) ? PAYLOAD_LIMIT - 1 : PAYLOAD_LIMIT;
            kept = kept.substring(0, end);
        }
        return new Rejection(sourceFile, sourceRecord, reason, detail, kept);
    }
}
