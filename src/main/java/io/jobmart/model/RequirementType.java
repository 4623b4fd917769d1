package io.jobmart.model;

/** What a requirement is about. */
public enum RequirementType {
    SKILL,
    EXPERIENCE,
    EDUCATION,
    LANGUAGE,
    CERTIFICATION,
    WORK_AUTHORISATION,
    CLEARANCE,
    TRAVEL,
    PHYSICAL,
    SOFT_SKILL,
    /** A demand on the candidate that no other type covers: kept as the line that states it. */
    OTHER
}
