package io.jobmart.model;

/** The level that a title names, lowest first. */
public enum Seniority {
    INTERN,
    ENTRY,
    JUNIOR,
    MID,
    SENIOR,
    STAFF,
    PRINCIPAL,
    LEAD,
    MANAGER,
    DIRECTOR,
    EXECUTIVE
}
