package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Skill;
import io.jobmart.model.SkillMention;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of all places that name a skill one mention, with the years asked of it. */
final class SkillMentions {
    private static final String TEXT_RULE = "skill.text";
    private static final String LISTED_RULE = "skill.listed";
    private static final String TITLE_RULE = "skill.title";
    private static final String MARKUP_RULE = "skill.structured";

    private SkillMentions() {}

    /** The hits by skill, in the order of their first hits. */
    static List<SkillMention> of(PostingView view, List<SkillHit> hits) {
        Map<Skill, List<SkillHit>> bySkill = new LinkedHashMap<>();
        for (SkillHit hit : hits) {
            bySkill.computeIfAbsent(hit.skill(), skill -> new ArrayList<>(4)).add(hit);
        }
        List<SkillMention> mentions = new ArrayList<>(bySkill.size());
        bySkill.forEach((skill, places) -> mentions.add(mention(view, skill, places, hits)));
        return mentions;
    }

    private static SkillMention mention(PostingView view, Skill skill, List<SkillHit> places, List<SkillHit> all) {
        SkillHit best = null;
        boolean inTitle = false;
        BigDecimal years = null;
        boolean yearsDiffer = false;
        for (SkillHit hit : places) {
            if (best == null || rank(hit) < rank(best)) {
                best = hit;
            }
            inTitle |= hit.field() == EvidenceField.TITLE;
            BigDecimal asked = hit.field() == EvidenceField.TEXT ? years(view, hit, all) : null;
            if (asked != null) {
                yearsDiffer |= years != null && years.compareTo(asked) != 0;
                years = asked;
            }
        }
        String surface;
        Evidence evidence;
        switch (best.field()) {
            case TEXT -> {
                surface = view.text().substring(best.start(), best.end());
                boolean listed = skill.skillId().startsWith(ListedNames.ID_PREFIX);
                evidence = Evidence.text(best.start(), best.end(), listed ? LISTED_RULE : TEXT_RULE);
            }
            case TITLE -> {
                surface = view.title().text().substring(best.start(), best.end());
                evidence = Evidence.title(best.start(), best.end(), TITLE_RULE);
            }
            default -> {
                surface = skill.label();
                evidence = Evidence.markup(MARKUP_RULE);
            }
        }
        return new SkillMention(
                skill.skillId(),
                skill.label(),
                best.modality(),
                surface,
                places.size(),
                inTitle,
                yearsDiffer ? null : years,
                evidence);
    }

    /** The strongest first; among equals text before title before structured fields: it shows the most. */
    private static int rank(SkillHit hit) {
        int field = switch (hit.field()) {
            case TEXT -> 0;
            case TITLE -> 1;
            default -> 2;
        };
        return hit.modality().ordinal() * 3 + field;
    }

    /**
     * The years asked of a skill: the line states one number of years, and the skill is the only one that follows it
     * closely in the same clause ("5+ years of Python", "3-5 years' experience with Java"); null otherwise.
     */
    private static BigDecimal years(PostingView view, SkillHit hit, List<SkillHit> all) {
        Line line = view.lineAt(hit.start());
        if (line == null) {
            return null;
        }
        Tokens tokens = view.tokens();
        int first = tokens.at(line.start());
        int skill = tokens.at(hit.start());
        int word = -1;
        for (int i = first; i < tokens.count() && tokens.start(i) < line.end(); i++) {
            if (tokens.is(i, Trigger.YEARS)) {
                if (word >= 0) {
                    return null;
                }
                word = i;
            }
        }
        if (word < 0 || word > skill || skill - word > 8) {
            return null;
        }
        for (int i = word + 1; i < skill; i++) {
            if (tokens.is(i, ";") || tokens.is(i, ".") || tokens.is(i, Trigger.NUMBER)) {
                return null;
            }
        }
        for (SkillHit other : all) {
            if (other != hit
                    && other.field() == EvidenceField.TEXT
                    && other.start() >= tokens.start(word)
                    && other.end() <= line.end()
                    && !(other.start() > hit.end() && farAfter(tokens, skill, other.start()))) {
                return null;
            }
        }
        return number(tokens, first, word);
    }

    /** Whether a clause ends between a skill and a later place, so that the years can't mean what stands there. */
    private static boolean farAfter(Tokens tokens, int skill, int offset) {
        for (int i = skill + 1; i < tokens.count() && tokens.start(i) < offset; i++) {
            if (tokens.is(i, ";") || tokens.is(i, ".")) {
                return true;
            }
        }
        return false;
    }

    /** The lower number of "5+", "3-5", "five (5)" before the word "years". */
    private static BigDecimal number(Tokens tokens, int first, int word) {
        int i = word - 1;
        while (i >= first && (tokens.is(i, "+") || tokens.is(i, ")") || tokens.is(i, "or") || tokens.is(i, "more"))) {
            i--;
        }
        if (i < first || !tokens.is(i, Trigger.NUMBER)) {
            return null;
        }
        if (i - 2 >= first
                && tokens.is(i - 2, Trigger.NUMBER)
                && (tokens.is(i - 1, "-") || tokens.is(i - 1, "–") || tokens.is(i - 1, "to"))) {
            i -= 2;
        }
        String digits = tokens.surface(i);
        if (digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int value = Integer.parseInt(digits);
        return value > 0 && value <= 30 ? BigDecimal.valueOf(value) : null;
    }
}
