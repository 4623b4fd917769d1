package io.jobmart.vocabulary;

import java.util.Locale;

/** What makes a name in a text the skill rather than an everyday word. */
public enum SkillMatch {
    /** The name in any case: "kubernetes", "POSTGRESQL". */
    ANY,
    /**
     * The name in any case, but only where the posting asks for it: a method or field that companies also write of
     * themselves ("insurance", "code reviews", "customer success").
     */
    DEMAND,
    /**
     * The name in any case, where the posting speaks of the job: its duties, too, but not where a company describes itself
     * ("project management", "risk management").
     */
    JOB,
    /**
     * The name in any case, beside another skill in a list or by itself in what is asked for: a word that stands in many
     * longer phrases ("experience with security", not "security clearance"; "knowledge of APIs").
     */
    ALONE,
    /** The name only as the vocabulary writes it: "REST", not "rest". */
    CASE,
    /** As written, and beside other skills or a cue: "experience with Go", "R, Python", not "Go beyond". */
    CONTEXT,
    /** As written, and only beside another skill in a list: "Excel, Word and Outlook", not "experience with Teams". */
    LIST;

    /** Whether the case of letters tells nothing. */
    boolean anyCase() {
        return this == ANY || this == DEMAND || this == JOB || this == ALONE;
    }

    /** Reads the column's value; null when it is none of these. */
    static SkillMatch of(String value) {
        for (SkillMatch match : values()) {
            if (match.name().toLowerCase(Locale.ROOT).equals(value)) {
                return match;
            }
        }
        return null;
    }
}
