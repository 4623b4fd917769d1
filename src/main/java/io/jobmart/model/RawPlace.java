package io.jobmart.model;

/**
 * A place as a structured field gives it; any part may be null.
 *
 * @param text the place in one string, where the source has it so
 */
public record RawPlace(String locality, String region, String country, String text) {}
