package io.jobmart.model;

import java.math.BigDecimal;

/**
 * Years of experience that a posting asks for.
 *
 * @param min in years, one decimal at most: 18 months are 1.5
 * @param max null when open-ended
 * @param area what the years are of, as written; null when not stated
 */
public record ExperienceDemand(
        BigDecimal min, BigDecimal max, String area, Modality modality, ValueStatus status, Evidence evidence) {}
