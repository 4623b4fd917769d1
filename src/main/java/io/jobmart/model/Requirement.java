package io.jobmart.model;

import java.math.BigDecimal;

/**
 * One requirement that a posting states. Rows of one group are read so: same group and same alternative: AND; same
 * group and another alternative: OR.
 *
 * @param type what it is about; the fields of other types are null
 * @param label normalised words that name the requirement
 * @param lineNo the line it stands in, from 1 in the order of the text; 0 when a structured field or the title states it
 * @param groupNo group of alternatives, from 1; every requirement has one
 * @param alternativeNo alternative within the group, from 1
 * @param text the line as written
 */
public record Requirement(
        RequirementType type,
        String label,
        String skillId,
        BigDecimal yearsMin,
        BigDecimal yearsMax,
        DegreeLevel degreeLevel,
        String fieldOfStudy,
        Boolean orEquivalent,
        String humanLanguage,
        String proficiency,
        int lineNo,
        Modality modality,
        int groupNo,
        int alternativeNo,
        String text,
        SectionKind section,
        Evidence evidence) {}
