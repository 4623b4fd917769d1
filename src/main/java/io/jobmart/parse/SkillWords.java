package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import java.util.List;

/** The lists of {@code skill-words.tsv}, which says what each holds. */
final class SkillWords {
    private static final WordLists LISTS = WordLists.of("skill-words.tsv");

    static final WordSet BEFORE = LISTS.words("cue_before");
    static final WordSet AFTER = LISTS.words("cue_after");
    static final WordSet CONJUNCTION = LISTS.words("conjunction");
    static final WordSet NO_FIELD = LISTS.words("no_field");
    static final WordSet COMPANIES = LISTS.words("companies");
    static final WordSet CLASS = LISTS.words("class");
    static final WordSet LOOSE_CLASS = LISTS.words("loose_class");
    static final WordSet OTHERS = LISTS.words("others");
    static final WordSet SUCH_AS = LISTS.words("such_as");
    static final WordSet NO_NAME = LISTS.words("no_name");
    static final WordSet TEAMS = LISTS.words("teams");
    static final WordSet DEPARTMENTS = LISTS.words("departments");
    static final WordSet BESIDE = LISTS.words("beside");
    static final WordSet LEADS = LISTS.words("leads");
    static final WordSet FOLLOWS = LISTS.words("follows");
    static final WordSet ORGANISATION = LISTS.words("organisation");
    static final WordSet ACCOUNT = LISTS.words("account");
    static final WordSet ROLE = LISTS.words("role");
    static final WordSet ASKS = LISTS.words("asks");
    static final WordSet ASKED_WITH = LISTS.words("asked_with");
    static final WordSet NOT_ASKED = LISTS.words("not_asked");

    private SkillWords() {}

    static void addTo(Lexicon.Builder lexicon) {
        List.of(
                        BEFORE,
                        AFTER,
                        CONJUNCTION,
                        NO_FIELD,
                        COMPANIES,
                        CLASS,
                        LOOSE_CLASS,
                        OTHERS,
                        SUCH_AS,
                        NO_NAME,
                        TEAMS,
                        DEPARTMENTS,
                        BESIDE,
                        LEADS,
                        FOLLOWS,
                        ORGANISATION,
                        ACCOUNT,
                        ROLE,
                        ASKS,
                        ASKED_WITH,
                        NOT_ASKED)
                .forEach(words -> words.addTo(lexicon));
    }
}
