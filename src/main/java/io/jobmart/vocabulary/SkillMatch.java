package io.jobmart.vocabulary;

import java.util.Locale;

/** What makes a name in a text the skill rather than an everyday word. */
public enum SkillMatch {
    /** The name in any case: "kubernetes", "POSTGRESQL". */
    ANY,
    /** The name only as the vocabulary writes it: "REST", not "rest". */
    CASE,
    /** As written, and beside other skills or a cue: "experience with Go", "R, Python", not "Go beyond". */
    CONTEXT;

    /** Reads the column's value; null when it is none of the three. */
    static SkillMatch of(String value) {
        for (SkillMatch match : values()) {
            if (match.name().toLowerCase(Locale.ROOT).equals(value)) {
                return match;
            }
        }
        return null;
    }
}
