package io.jobmart.dedup;

import java.util.List;
import java.util.Set;

/**
 * What is compared of a posting. Of the sets, empty is "not known", which goes with everything.
 *
 * @param firstSeen day of its first sighting, as days since 1970; {@code lastSeen} likewise
 * @param source key of its source
 * @param numbered whether the source gave it a number of its own
 * @param countries where the work may be done: codes of countries, or of wider regions where no country is named
 * @param requisition the employer's number of the opening; null when not stated
 * @param seniority level that the title names; null when it names none
 * @param companies what each company named is known by
 * @param title hash of its title; null when it has none
 * @param words hash of title and text; null when the text is too short
 * @param sketch of the text; empty when it is too short
 */
public record Ad(
        long key,
        int firstSeen,
        int lastSeen,
        long source,
        boolean numbered,
        List<String> links,
        String requisition,
        Set<String> countries,
        Set<String> cities,
        Set<String> companies,
        String seniority,
        Long title,
        Long words,
        int[] sketch) {}
