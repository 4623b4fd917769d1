package io.jobmart.model;

import java.math.BigDecimal;

/** The period that an amount is paid for, and how many of them make a year. */
public enum PayPeriod {
    /** 40 hours in 52 weeks. */
    HOUR(2080),
    /** 5 days in 52 weeks. */
    DAY(260),
    WEEK(52),
    MONTH(12),
    YEAR(1);

    private final BigDecimal annualFactor;

    PayPeriod(int annualFactor) {
        this.annualFactor = BigDecimal.valueOf(annualFactor);
    }

    /** How many of this period make a year. */
    public BigDecimal annualFactor() {
        return annualFactor;
    }
}
