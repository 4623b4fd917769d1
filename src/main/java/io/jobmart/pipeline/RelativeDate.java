package io.jobmart.pipeline;

import io.jobmart.model.RawPosting;

/** Tells dates in words ("3 days ago"), which mean another day in every dump. */
final class RelativeDate {
    /** Longer text is no date. */
    private static final int LONGEST = 40;

    private RelativeDate() {}

    static boolean in(RawPosting raw) {
        return inWords(raw.datePosted()) || inWords(raw.validThrough());
    }

    private static boolean inWords(String date) {
        return date != null
                && date.length() < LONGEST
                && date.chars().filter(Character::isDigit).count() < 4;
    }
}
