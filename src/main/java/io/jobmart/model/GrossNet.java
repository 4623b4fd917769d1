package io.jobmart.model;

/** Whether an amount is before or after tax. */
public enum GrossNet {
    GROSS,
    NET
}
