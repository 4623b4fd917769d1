package io.jobmart.model;

/**
 * A degree that a posting asks for.
 *
 * @param level null for a degree whose level is not stated ("degree in computer science")
 * @param fieldOfStudy as written, null when not stated
 * @param orEquivalent whether equivalent experience is accepted instead
 */
public record DegreeDemand(
        DegreeLevel level,
        String fieldOfStudy,
        boolean orEquivalent,
        Modality modality,
        ValueStatus status,
        Evidence evidence) {}
