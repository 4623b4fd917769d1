package io.jobmart.model;

/**
 * A human language that a posting asks for.
 *
 * @param language ISO 639-1
 * @param proficiency as written or as CEFR level ("C1", "fluent"), null when not stated
 */
public record LanguageDemand(String language, String proficiency, Modality modality, Evidence evidence) {}
