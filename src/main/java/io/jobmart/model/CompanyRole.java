package io.jobmart.model;

/** What a company is to a posting. */
public enum CompanyRole {
    /** Named as the posting's company. */
    POSTER,
    /** Who hires, where that is not the poster. */
    HIRING,
    PARENT,
    CLIENT,
    AGENCY
}
