package io.jobmart.model;

/** What a stretch of personal data is. */
public enum PersonalDataKind {
    /** An e-mail address, also one that is spelled out; those of roles ({@code jobs@}) count as well. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** The name of a person to turn to. */
    NAME,
    /** The name of a person's page or account in a network. */
    PROFILE
}
