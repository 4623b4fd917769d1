package io.jobmart.model;

import java.time.LocalDate;

/**
 * Evidence that a posting's page is gone: a crawler asked for it and got 404 or 410. It is no posting and no failure, and
 * closes the posting of this address.
 *
 * @param sourceFile path below the input given
 * @param sourceRecord what finds the response in the file
 * @param url as it was asked for
 * @param canonicalUrl by which the posting is found
 * @param status of HTTP
 * @param captured day of the response; null when only the load knows
 */
public record Gone(
        String sourceFile, String sourceRecord, String url, String canonicalUrl, int status, LocalDate captured) {}
