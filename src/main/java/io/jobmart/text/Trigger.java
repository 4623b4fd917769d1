package io.jobmart.text;

/**
 * What a word may be the start of. Readers look only at words that carry their trigger, and from there at the words
 * around: that keeps reading linear, whatever the text.
 */
public enum Trigger {
    /** Begins with a digit: set by the tokeniser, never by a lexicon. */
    NUMBER,
    /** "five", "fünf", "cinq": a number in words. */
    NUMBER_WORD,
    /** "$", "€", "USD", "euros". */
    CURRENCY,
    /** "salary", "pay", "Gehalt", "rémunération". */
    PAY,
    /** "hour", "month", "year", "annum", "Jahr": the period of pay. */
    PERIOD,
    /** "years", "yrs", "months", "Jahre": what a number of experience counts. */
    YEARS,
    /** "bachelor", "PhD", "diploma", "Abitur". */
    DEGREE,
    /** "English", "Deutsch": names of human languages. */
    LANGUAGE,
    /** "required", "plus", "preferred", "von Vorteil": how strongly something is asked for. */
    MODALITY,
    /** "remote", "hybrid", "onsite", "Homeoffice". */
    WORK_MODE,
    /** "full-time", "contract", "Vollzeit", "CDI". */
    EMPLOYMENT,
    /** "behalf", "client", "agency": another company is named nearby. */
    COMPANY,
    /** "location", "based", "office": a place is named nearby. */
    PLACE,
    /** "certification", "clearance", "visa", "travel", "lift": requirements of other types. */
    CREDENTIAL,
    /** A first word of some skill of the vocabulary. */
    SKILL,
    /** "opportunity", "race", "unsolicited", "privacy": words by which parts without a heading are recognised. */
    SECTION,
    /** "experience", "strong", "must": begins an item or a sentence, also where the blank before it was lost. */
    START;

    /** This trigger's bit in a mask. */
    public int bit() {
        return 1 << ordinal();
    }
}
