package io.jobmart.model;

/**
 * One issue found in a posting.
 *
 * @param detail what was found, in the posting's own words where possible; may be null
 */
public record PostingIssue(Issue issue, String detail) {}
