package io.jobmart.parse;

import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import java.util.List;

/**
 * What a posting would cost to read, before it is read. Every reader is linear in the characters that it looks at, so that
 * they, and the values that become rows, are the time and the memory that a posting takes. They are counted, since a clock
 * would give other rows on a slower machine.
 */
public final class ReadingCost {
    /**
     * What a posting may cost. The longest honest ones have some 60,000 characters; a text alone never passes this, as only
     * its first half million is read.
     */
    public static final long LIMIT = 2L * PostingParser.MAX_TEXT;

    /** What a value of a list costs beside its characters. */
    private static final int OF_VALUE = 100;

    private ReadingCost() {}

    /** The cost of a posting, in characters. */
    public static long of(RawPosting raw) {
        long cost = Math.min(PostingParser.MAX_TEXT, of(raw.description()));
        cost += of(raw.title()) + of(raw.header()) + of(raw.company()) + of(raw.companyUrl()) + of(raw.url());
        cost += of(raw.industry()) + of(raw.experience()) + of(raw.experienceMonths());
        cost += of(raw.datePosted()) + of(raw.validThrough()) + of(raw.id()) + of(raw.requisition());
        for (List<String> values : List.of(
                raw.payChips(),
                raw.placeChips(),
                raw.workModes(),
                raw.employmentTypes(),
                raw.degrees(),
                raw.skills())) {
            for (String value : values) {
                cost += OF_VALUE + of(value);
            }
        }
        for (List<RawPlace> places : List.of(raw.places(), raw.applicantPlaces())) {
            for (RawPlace place : places) {
                cost += OF_VALUE + of(place.locality()) + of(place.region()) + of(place.country()) + of(place.text());
            }
        }
        for (RawPay pay : raw.pay()) {
            cost += OF_VALUE + of(pay.min()) + of(pay.max()) + of(pay.currency()) + of(pay.period()) + of(pay.text());
        }
        return cost;
    }

    private static long of(String text) {
        return text == null ? 0 : text.length();
    }
}
