package io.jobmart.model;

/** Google's values of schema.org's {@code employmentType}, and PERMANENT, which European postings state. */
public enum EmploymentType {
    FULL_TIME,
    PART_TIME,
    CONTRACTOR,
    TEMPORARY,
    INTERN,
    VOLUNTEER,
    PER_DIEM,
    PERMANENT
}
