package io.jobmart.model;

/**
 * The occupation that a title names.
 *
 * @param code ISCO-08 code of four digits, fewer where the title leaves open which; null when only {@code socCode} is
 *     known
 * @param confidence how often such a title has this code, 0 to 1
 * @param escoUri the occupation in ESCO; null when ESCO is not loaded or the title leaves open which
 * @param socCode code of O*NET-SOC; null when O*NET is not loaded or has no such title
 */
public record OccupationReading(String code, double confidence, String escoUri, String socCode, Evidence evidence) {
    /** The classification of {@code code}. */
    public static final String CLASSIFICATION = "ISCO-08";
}
