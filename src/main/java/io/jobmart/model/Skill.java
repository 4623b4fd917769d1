package io.jobmart.model;

import java.io.Serializable;

/**
 * One skill of a vocabulary.
 *
 * @param skillId stable id within the vocabulary, such as {@code python} or an ESCO URI
 * @param kind LANGUAGE, FRAMEWORK, TOOL, PLATFORM, DATABASE, METHOD, KNOWLEDGE, CERTIFICATION, STANDARD, ...
 * @param externalUri the skill in a public taxonomy or in its owner's; null when none is known
 * @param escoUri the same skill in ESCO; null when ESCO is not loaded or has no such label
 * @param onetCommodityCode UNSPSC commodity that O*NET lists it under; null when O*NET is not loaded or lacks it
 * @param hotTechnology whether O*NET finds it often in postings; null when O*NET is not loaded or lacks it
 */
public record Skill(
        String skillId,
        String label,
        String category,
        String kind,
        String vocabulary,
        String vocabularyVersion,
        String externalUri,
        String escoUri,
        String onetCommodityCode,
        Boolean hotTechnology)
        implements Serializable {

    /** A skill without references to ESCO and O*NET. */
    public Skill(
            String skillId,
            String label,
            String category,
            String kind,
            String vocabulary,
            String vocabularyVersion,
            String externalUri) {
        this(skillId, label, category, kind, vocabulary, vocabularyVersion, externalUri, null, null, null);
    }

    /** This skill, with what another vocabulary knows of the same skill and this one does not. */
    public Skill withReferencesOf(Skill other) {
        return new Skill(
                skillId,
                label,
                category,
                kind,
                vocabulary,
                vocabularyVersion,
                externalUri != null ? externalUri : other.externalUri,
                escoUri != null ? escoUri : other.escoUri,
                onetCommodityCode != null ? onetCommodityCode : other.onetCommodityCode,
                hotTechnology != null ? hotTechnology : other.hotTechnology);
    }
}
