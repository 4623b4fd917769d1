package io.jobmart.model;

/**
 * A posting's title.
 *
 * @param title as a person would state it: without decoration, place, pay and gender marks; null when there is none
 * @param raw as the source gives it; evidence of field TITLE counts in it
 * @param seniority null when the title names no level
 * @param occupation null when the title leaves it open
 */
public record TitleReading(
        String title, String raw, Seniority seniority, Evidence seniorityEvidence, OccupationReading occupation) {

    /** A title of which no occupation is read. */
    public TitleReading(String title, String raw, Seniority seniority, Evidence seniorityEvidence) {
        this(title, raw, seniority, seniorityEvidence, null);
    }

    public TitleReading withOccupation(OccupationReading read) {
        return new TitleReading(title, raw, seniority, seniorityEvidence, read);
    }
}
