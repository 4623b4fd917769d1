package io.jobmart.vocabulary;

import io.jobmart.model.Skill;
import java.io.Serializable;

/**
 * One name of a skill: its label or an alias.
 *
 * @param text as the vocabulary writes it
 */
public record SkillName(String text, Skill skill, SkillMatch match) implements Serializable {}
