package io.jobmart.parse;

import java.util.Set;

/** The lists of {@code workplace-words.tsv}, which says what each holds. */
final class WorkplaceWords {
    private static final WordLists LISTS = WordLists.of("workplace-words.tsv");

    static final Set<String> LOCATION_LABELS = LISTS.set("location_label");
    static final Set<String> REMOTE_NOUNS = LISTS.set("remote_noun");
    static final Set<String> HYBRID_NOUNS = LISTS.set("hybrid_noun");
    static final Set<String> BEFORE_HYBRID = LISTS.set("before_hybrid");
    static final Set<String> FULL = LISTS.set("fully");
    static final Set<String> JOB_WORDS = LISTS.set("job");
    static final Set<String> BETWEEN_REMOTE_AND_NOUN = LISTS.set("more");
    static final Set<String> PAY_WORDS = LISTS.set("pay");
    static final Set<String> MODE_NOUNS = LISTS.set("mode_noun");
    static final Set<String> AT_TIMES = LISTS.set("at_times");
    static final Set<String> SOUGHT = LISTS.set("sought");
    static final Set<String> ELSEWHERE = LISTS.set("elsewhere");
    static final Set<String> FURNISHING = LISTS.set("furnishing");
    static final Set<String> ASIDE_WORDS = LISTS.set("aside");
    static final Set<String> REMOTE_WORDS = LISTS.set("remote");
    static final Set<String> HYBRID_WORDS = LISTS.set("hybrid");
    static final Set<String> ONSITE_WORDS = LISTS.set("onsite");
    static final Set<String> FILLERS = LISTS.set("filler");
    static final Set<String> COMPASS = LISTS.set("part");
    static final Set<String> STATES = LISTS.set("state");
    static final Set<String> STATE_CODES = LISTS.set("state_code");
    static final Set<String> MODE_PARTS = LISTS.set("mode_part");
    static final Set<String> PRESENCE = LISTS.set("presence");
    static final Set<String> APPLICANTS = LISTS.set("applicant");
    static final Set<String> HIRING = LISTS.set("hiring");
    static final Set<String> NOT_HIRING = LISTS.set("not_hiring");
    static final Set<String> NOT_TOWNS = LISTS.set("no_town");

    private WorkplaceWords() {}
}
