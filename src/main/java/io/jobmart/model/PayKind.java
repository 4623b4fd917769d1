package io.jobmart.model;

/** What a pay statement pays for. */
public enum PayKind {
    BASE,
    /** On-target earnings: base and commission together. */
    OTE,
    BONUS,
    EQUITY,
    COMMISSION
}
