package io.jobmart.model;

/**
 * One skill of a vocabulary.
 *
 * @param skillId stable id within the vocabulary, such as {@code python} or an ESCO URI
 * @param kind LANGUAGE, FRAMEWORK, TOOL, PLATFORM, DATABASE, METHOD, KNOWLEDGE, CERTIFICATION, STANDARD, ...
 */
public record Skill(
        String skillId,
        String label,
        String category,
        String kind,
        String vocabulary,
        String vocabularyVersion,
        String externalUri) {}
