package io.jobmart.model;

/**
 * One place of the gazetteer: a city, a region, a country, or more.
 *
 * @param locationId natural key: {@code geonames:<id>} for cities, {@code iso:US-CA} and {@code iso:US} for regions and
 *     countries, {@code area:EMEA} for groups of countries, {@code area:WORLD}
 * @param regionCode ISO 3166-2 without the country ("CA"), where known
 * @param countryCode ISO 3166-1 alpha-2
 */
public record Place(
        String locationId,
        String name,
        String city,
        String regionCode,
        String region,
        String countryCode,
        String country,
        Double latitude,
        Double longitude,
        LocationPrecision precision,
        Long geonamesId) {}
