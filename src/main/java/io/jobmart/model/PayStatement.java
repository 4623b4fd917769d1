package io.jobmart.model;

import java.math.BigDecimal;

/**
 * One statement of pay, in its own currency and period.
 *
 * @param currency ISO 4217, null when it can't be told
 * @param period null when it can't be told
 * @param periodInferred whether the period is not stated but follows from the amount
 * @param min null when only an upper bound is stated
 * @param max null when only a lower bound is stated
 * @param headline whether this is the statement that stands for the posting; at most one is
 */
public record PayStatement(
        PayKind kind,
        String currency,
        PayPeriod period,
        boolean periodInferred,
        BigDecimal min,
        BigDecimal max,
        GrossNet grossNet,
        boolean headline,
        ValueStatus status,
        String rawText,
        Evidence evidence) {

    /** The lower bound as a year's pay; null without period or bound. */
    public BigDecimal annualMin() {
        return annual(min);
    }

    /** The upper bound as a year's pay; null without period or bound. */
    public BigDecimal annualMax() {
        return annual(max);
    }

    private BigDecimal annual(BigDecimal amount) {
        return amount == null || period == null ? null : amount.multiply(period.annualFactor());
    }

    /** The same statement, as the headline or not. */
    public PayStatement withHeadline(boolean value) {
        return new PayStatement(
                kind, currency, period, periodInferred, min, max, grossNet, value, status, rawText, evidence);
    }

    /** The same statement with another status. */
    public PayStatement withStatus(ValueStatus value) {
        return new PayStatement(
                kind, currency, period, periodInferred, min, max, grossNet, headline, value, rawText, evidence);
    }
}
