package io.jobmart.model;

/**
 * Where a remote worker may be.
 *
 * @param code ISO 3166-1 alpha-2, or WORLD, EUROPE, EU, EMEA, APAC, LATAM, NORTH_AMERICA, AMERICAS, ASIA, AFRICA
 */
public record RemoteRegion(String code, Evidence evidence) {}
