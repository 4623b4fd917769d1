package io.jobmart.model;

/**
 * One skill of a posting, all its mentions together.
 *
 * @param modality the strongest of the mentions
 * @param surface as written where it is asked for most strongly
 * @param mentions how often the posting names it
 * @param yearsMin years asked of it, null when not stated
 */
public record SkillMention(
        String skillId,
        String label,
        Modality modality,
        String surface,
        int mentions,
        boolean inTitle,
        java.math.BigDecimal yearsMin,
        Evidence evidence) {}
