package io.jobmart.model;

/** What a part of a posting's text is about. */
public enum SectionKind {
    /** Before the first heading, or under a heading that says nothing of its kind. */
    GENERAL,
    ABOUT_COMPANY,
    ABOUT_ROLE,
    RESPONSIBILITIES,
    REQUIREMENTS,
    PREFERRED,
    /** The employer's stack or a list of technologies, without saying how strongly they are asked for. */
    SKILLS,
    EDUCATION,
    PAY,
    BENEFITS,
    LOCATION,
    HOW_TO_APPLY,
    /** Equal-opportunity statements, privacy notes, notices to agencies. */
    BOILERPLATE;

    /** Whether lines here are demands on the candidate. */
    public boolean demands() {
        return this == REQUIREMENTS || this == PREFERRED || this == EDUCATION;
    }
}
