package io.jobmart.model;

/**
 * A place in one role.
 *
 * @param place null when the place was stated and not resolved: the status then is {@link ValueStatus#UNPARSED}
 * @param primary whether it is the posting's main work site: the first city, else the first place; none of many countries
 */
public record PlaceMention(
        Place place, LocationRole role, boolean primary, String rawText, ValueStatus status, Evidence evidence) {}
