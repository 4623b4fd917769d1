package io.jobmart.model;

/**
 * What was found wrong or doubtful in a posting. The value itself is null, repaired or kept as the constant says; the
 * verbatim text stays beside it. Named SUBJECT_WHAT; constants are never removed, since old snapshots name them.
 */
public enum Issue {
    /** The text was mojibake and has been repaired. */
    ENCODING_REPAIRED(IssueSeverity.INFO, "text"),
    /** Characters of the text were lost before it came here; what was left could not be repaired. */
    ENCODING_LOSSY(IssueSeverity.WARNING, "text"),
    /** The same section is printed twice; it was counted once. */
    TEXT_SECTION_DUPLICATED(IssueSeverity.INFO, "text"),
    /** The posting has no text beside its title. */
    TEXT_MISSING(IssueSeverity.WARNING, "text"),
    /** The language of the text could not be told. */
    LANGUAGE_UNKNOWN(IssueSeverity.INFO, "language"),
    /** The posting has no title. */
    TITLE_MISSING(IssueSeverity.WARNING, "title"),
    /** The source gives no structured title; the first line that looks like one was taken. */
    TITLE_DERIVED_FROM_TEXT(IssueSeverity.INFO, "title"),
    /** The posting names no company. */
    COMPANY_MISSING(IssueSeverity.INFO, "company"),
    /** A place is named that could not be resolved. */
    LOCATION_UNPARSED(IssueSeverity.WARNING, "location"),
    /** A place name stands for several places; the likeliest was taken. */
    LOCATION_AMBIGUOUS(IssueSeverity.INFO, "location"),
    /** A date was given that is none. */
    DATE_INVALID(IssueSeverity.WARNING, "date"),
    /** The posting is valid only until a day before it was posted; the end was dropped. */
    VALID_THROUGH_BEFORE_POSTED(IssueSeverity.WARNING, "valid_through_date"),
    /** Pay is stated in words or figures that could not be read. */
    SALARY_UNPARSED(IssueSeverity.WARNING, "salary"),
    /** The period of a pay statement is not stated; it was inferred from the amount. */
    SALARY_PERIOD_INFERRED(IssueSeverity.INFO, "salary_period"),
    /** The currency of a pay statement is not stated, or by a sign that several share; it was inferred. */
    SALARY_CURRENCY_INFERRED(IssueSeverity.INFO, "salary_currency"),
    /** The smaller amount came second; the two were swapped. */
    SALARY_MIN_MAX_SWAPPED(IssueSeverity.INFO, "salary"),
    /** Two pay statements of the posting do not agree. */
    SALARY_CONFLICT(IssueSeverity.WARNING, "salary"),
    /** An amount that cannot be this job's pay for its period. */
    SALARY_UNLIKELY(IssueSeverity.WARNING, "salary"),
    /** A number of years that cannot be a demand on a candidate. */
    EXPERIENCE_UNLIKELY(IssueSeverity.WARNING, "experience"),
    /** Structured field and text disagree on the years of experience. */
    EXPERIENCE_CONFLICT(IssueSeverity.WARNING, "experience"),
    /** Structured field and text disagree on the degree. */
    DEGREE_CONFLICT(IssueSeverity.WARNING, "degree"),
    /** The source names an employment type that is not known. */
    EMPLOYMENT_TYPE_UNKNOWN(IssueSeverity.WARNING, "employment_types"),
    /** More values than a posting can hold; the rest was cut. */
    VALUES_TRUNCATED(IssueSeverity.WARNING, "posting");

    private final IssueSeverity severity;
    private final String subject;

    Issue(IssueSeverity severity, String subject) {
        this.severity = severity;
        this.subject = subject;
    }

    public IssueSeverity severity() {
        return severity;
    }

    /** The field concerned. */
    public String subject() {
        return subject;
    }
}
