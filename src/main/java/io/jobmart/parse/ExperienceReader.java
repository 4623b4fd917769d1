package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Trigger;

/** Reads how many years of experience a posting asks for. */
public final class ExperienceReader {
    private static final WordSet YEARS =
            WordSet.of("year years yr yrs jahr jahre jahren an ans année années año años ano anos");

    private ExperienceReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        Numbers.addTriggers(lexicon);
        YEARS.addTo(lexicon, Trigger.YEARS);
    }
}
