package io.jobmart.model;

/**
 * Where a value was read, and by which rule.
 *
 * @param field the part of the posting
 * @param start first UTF-16 offset in that part, null for {@link EvidenceField#MARKUP}
 * @param end offset after the last, null for {@link EvidenceField#MARKUP}
 * @param ruleId the rule that said so, such as {@code pay.range}: {@code <reader>.<rule>} in lower case
 */
public record Evidence(EvidenceField field, Integer start, Integer end, String ruleId) {
    public static Evidence markup(String ruleId) {
        return new Evidence(EvidenceField.MARKUP, null, null, ruleId);
    }

    public static Evidence header(int start, int end, String ruleId) {
        return new Evidence(EvidenceField.HEADER, start, end, ruleId);
    }

    public static Evidence title(int start, int end, String ruleId) {
        return new Evidence(EvidenceField.TITLE, start, end, ruleId);
    }

    public static Evidence text(int start, int end, String ruleId) {
        return new Evidence(EvidenceField.TEXT, start, end, ruleId);
    }
}
