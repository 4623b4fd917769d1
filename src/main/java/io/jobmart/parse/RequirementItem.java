package io.jobmart.parse;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.Evidence;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.Modality;
import io.jobmart.model.RequirementType;
import java.math.BigDecimal;
import java.util.Locale;

/** One thing that a line asks for; {@code [areaStart, areaEnd)} are its area or field of study in the text. */
record RequirementItem(
        RequirementType type,
        String label,
        String skillId,
        BigDecimal yearsMin,
        BigDecimal yearsMax,
        DegreeLevel level,
        String field,
        Boolean orEquivalent,
        String language,
        String proficiency,
        Modality modality,
        int start,
        int end,
        int areaStart,
        int areaEnd,
        Evidence evidence) {

    static RequirementItem plain(
            RequirementType type, String label, Modality modality, int start, int end, Evidence evidence) {
        return new RequirementItem(
                type, label, null, null, null, null, null, null, null, null, modality, start, end, -1, -1, evidence);
    }

    static RequirementItem experience(ExperienceDemand demand, int areaStart) {
        Evidence evidence = demand.evidence();
        return new RequirementItem(
                RequirementType.EXPERIENCE,
                labelOf(demand),
                null,
                demand.min(),
                demand.max(),
                null,
                null,
                null,
                null,
                null,
                demand.modality(),
                start(evidence),
                end(evidence),
                areaStart,
                areaStart < 0 ? -1 : areaStart + demand.area().length(),
                evidence);
    }

    static RequirementItem degree(DegreeDemand demand, int fieldStart) {
        Evidence evidence = demand.evidence();
        return new RequirementItem(
                RequirementType.EDUCATION,
                labelOf(demand),
                null,
                null,
                null,
                demand.level(),
                demand.fieldOfStudy(),
                demand.orEquivalent(),
                null,
                null,
                demand.modality(),
                start(evidence),
                end(evidence),
                fieldStart,
                fieldStart < 0 ? -1 : fieldStart + demand.fieldOfStudy().length(),
                evidence);
    }

    static RequirementItem language(LanguageDemand demand) {
        String name = Locale.forLanguageTag(demand.language())
                .getDisplayLanguage(Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
        return new RequirementItem(
                RequirementType.LANGUAGE,
                demand.proficiency() == null ? name : name + " " + RequirementReader.normal(demand.proficiency()),
                null,
                null,
                null,
                null,
                null,
                null,
                demand.language(),
                demand.proficiency(),
                demand.modality(),
                start(demand.evidence()),
                end(demand.evidence()),
                -1,
                -1,
                demand.evidence());
    }

    static RequirementItem skill(SkillHit hit, Modality modality) {
        boolean certificate = "CERTIFICATION".equals(hit.skill().kind());
        return new RequirementItem(
                certificate ? RequirementType.CERTIFICATION : RequirementType.SKILL,
                hit.skill().label(),
                hit.skill().skillId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                modality,
                hit.start(),
                hit.end(),
                -1,
                -1,
                Evidence.text(hit.start(), hit.end(), "requirement.skill"));
    }

    boolean structural() {
        return type == RequirementType.EDUCATION || type == RequirementType.EXPERIENCE;
    }

    boolean inArea(int offset) {
        return offset >= areaStart && offset < areaEnd;
    }

    private static int start(Evidence evidence) {
        return evidence.start() == null ? -1 : evidence.start();
    }

    private static int end(Evidence evidence) {
        return evidence.end() == null ? -1 : evidence.end();
    }

    private static String labelOf(ExperienceDemand demand) {
        String years = demand.min() == null
                ? "up to " + demand.max().toPlainString()
                : demand.max() == null
                        ? demand.min().toPlainString() + "+"
                        : demand.min().toPlainString() + "-" + demand.max().toPlainString();
        return demand.area() == null ? years + " years" : years + " years " + RequirementReader.normal(demand.area());
    }

    private static String labelOf(DegreeDemand demand) {
        String level = demand.level() == null
                ? "degree"
                : demand.level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return demand.fieldOfStudy() == null ? level : level + " in " + RequirementReader.normal(demand.fieldOfStudy());
    }
}
