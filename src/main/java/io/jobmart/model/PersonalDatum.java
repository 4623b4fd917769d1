package io.jobmart.model;

/**
 * Something personal that a posting holds.
 *
 * @param field where it stands; MARKUP for a structured field of the source
 * @param start first UTF-16 offset in that field; null for MARKUP
 * @param end offset after the last; null for MARKUP
 * @param words as written
 */
public record PersonalDatum(PersonalDataKind kind, EvidenceField field, Integer start, Integer end, String words) {}
