package io.jobmart.model;

/**
 * A company in one role.
 *
 * @param companyId natural key: the name without legal form, case-folded, blanks normalised
 * @param name the name as a person would write it, without legal form
 * @param legalSuffix the legal form ("Inc.", "GmbH"), null when none is stated
 * @param domain host of the company's own page, null when not known
 * @param rawText as written
 */
public record CompanyMention(
        String companyId,
        String name,
        String legalSuffix,
        String domain,
        String industry,
        CompanyRole role,
        String rawText,
        Evidence evidence) {}
