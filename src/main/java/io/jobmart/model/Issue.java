package io.jobmart.model;

/**
 * What was found wrong or doubtful in a posting. The value itself is null, repaired or kept as the constant says; the
 * verbatim text stays beside it. Named SUBJECT_WHAT; constants are never removed, since old snapshots name
 * them. The sentences are the issue catalogue of the documentation.
 */
public enum Issue {
    ENCODING_REPAIRED(IssueSeverity.INFO, "text", "The text was mojibake and has been repaired."),
    ENCODING_LOSSY(
            IssueSeverity.WARNING,
            "text",
            "Characters of the text were lost before it came here; what was left could not be repaired."),
    JSON_SALVAGED(IssueSeverity.INFO, "posting", "The record was broken JSON and has been mended to be read."),
    ROW_UNEVEN(
            IssueSeverity.WARNING,
            "posting",
            "The row has fewer cells than the header names; those at its end were taken for empty."),
    FIELDS_GUESSED(
            IssueSeverity.INFO,
            "posting",
            "No dialect knows the names of the record's fields; they were taken for what they obviously say."),
    TEXT_FROM_PAGE(
            IssueSeverity.INFO,
            "text",
            "The page marks no posting up; the part that reads like one was taken from it."),
    PAGE_CUT(IssueSeverity.WARNING, "posting", "The archive holds only the first part of the page."),
    TEXT_SECTION_DUPLICATED(IssueSeverity.INFO, "text", "The same section is printed twice; it was counted once."),
    TEXT_MISSING(IssueSeverity.WARNING, "text", "The posting has no text beside its title."),
    LANGUAGE_UNKNOWN(IssueSeverity.INFO, "language", "The language of the text could not be told."),
    TITLE_MISSING(IssueSeverity.WARNING, "title", "The posting has no title."),
    TITLE_DERIVED_FROM_TEXT(
            IssueSeverity.INFO,
            "title",
            "The source gives no structured title; the first line that looks like one was taken."),
    COMPANY_MISSING(IssueSeverity.INFO, "company", "The posting names no company."),
    LOCATION_UNPARSED(IssueSeverity.WARNING, "location", "A place is named that could not be resolved."),
    LOCATION_AMBIGUOUS(
            IssueSeverity.INFO, "location", "A place name stands for several places; the likeliest was taken."),
    DATE_INVALID(IssueSeverity.WARNING, "date", "A date was given that is none."),
    VALID_THROUGH_BEFORE_POSTED(
            IssueSeverity.WARNING,
            "valid_through_date",
            "The posting is valid only until a day before it was posted; the end was dropped."),
    SALARY_UNPARSED(IssueSeverity.WARNING, "salary", "Pay is stated in words or figures that could not be read."),
    SALARY_PERIOD_INFERRED(
            IssueSeverity.INFO,
            "salary_period",
            "The period of a pay statement is not stated; it was inferred from the amount."),
    SALARY_CURRENCY_INFERRED(
            IssueSeverity.INFO,
            "salary_currency",
            "The currency of a pay statement is not stated, or by a sign that several share; it was inferred."),
    SALARY_MIN_MAX_SWAPPED(IssueSeverity.INFO, "salary", "The smaller amount came second; the two were swapped."),
    SALARY_ROUNDED(
            IssueSeverity.INFO,
            "salary",
            "The header rounds to thousands what the text says exactly; the text's amounts were taken."),
    SALARY_CONFLICT(IssueSeverity.WARNING, "salary", "Two pay statements of the posting do not agree."),
    SALARY_UNLIKELY(IssueSeverity.WARNING, "salary", "An amount that cannot be this job's pay for its period."),
    EXPERIENCE_UNLIKELY(
            IssueSeverity.WARNING, "experience", "A number of years that cannot be a demand on a candidate."),
    EXPERIENCE_CONFLICT(
            IssueSeverity.WARNING, "experience", "Structured field and text disagree on the years of experience."),
    DEGREE_CONFLICT(IssueSeverity.WARNING, "degree", "Structured field and text disagree on the degree."),
    EMPLOYMENT_TYPE_UNKNOWN(
            IssueSeverity.WARNING, "employment_types", "The source names an employment type that is not known."),
    VALUES_TRUNCATED(IssueSeverity.WARNING, "posting", "More values than a posting can hold; the rest was cut.");

    private final IssueSeverity severity;
    private final String subject;
    private final String meaning;

    Issue(IssueSeverity severity, String subject, String meaning) {
        this.severity = severity;
        this.subject = subject;
        this.meaning = meaning;
    }

    public IssueSeverity severity() {
        return severity;
    }

    /** The field concerned. */
    public String subject() {
        return subject;
    }

    /** What was found, as one sentence. */
    public String meaning() {
        return meaning;
    }
}
