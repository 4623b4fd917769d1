package io.jobmart.model;

/**
 * Pay as a structured field gives it: strings as they came, any may be null.
 *
 * @param text the whole statement, where the source has one string for it
 */
public record RawPay(String min, String max, String currency, String period, String text) {}
