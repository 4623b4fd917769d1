package io.jobmart.parse;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.Modality;
import io.jobmart.model.Skill;

/**
 * One place where a posting names a skill.
 *
 * @param start first UTF-16 offset in the field; -1 for {@link EvidenceField#MARKUP}
 * @param end offset after the last; -1 for {@link EvidenceField#MARKUP}
 */
public record SkillHit(Skill skill, EvidenceField field, int start, int end, Modality modality) {}
