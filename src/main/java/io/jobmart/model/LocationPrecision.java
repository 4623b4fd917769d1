package io.jobmart.model;

/** How large a place is. */
public enum LocationPrecision {
    CITY,
    REGION,
    COUNTRY,
    /** Several countries: EMEA, Europe, Latin America. */
    SUPRANATIONAL,
    WORLD
}
