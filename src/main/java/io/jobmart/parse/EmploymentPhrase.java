package io.jobmart.parse;

import io.jobmart.model.EmploymentType;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.List;
import java.util.Set;

/**
 * The name of an employment type in a text: "full-time", "6 month contract". Most that stand in a text are about others
 * ("full-time employees receive") or about things ("smart contract"), so each place has its own test.
 *
 * @param first token of the name
 * @param last token of the name
 */
record EmploymentPhrase(EmploymentType type, int first, int last) {
    static final WordLists WORDS = WordLists.of("employment-words.tsv");

    static final Set<String> OTHERS = WORDS.set("others");
    static final WordSet MONTHS = WORDS.words("month");
    private static final WordSet INTERNS = WORDS.words("intern_noun");

    static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(Trigger.EMPLOYMENT, WORDS.list("trigger").toArray(String[]::new));
        for (String list : List.of("job", "label", "others", "later", "seek", "month", "refusal", "intern_noun")) {
            WORDS.list(list).forEach(lexicon::add);
        }
    }

    /** The type that a token begins, or null: "full" alone is none. */
    static EmploymentPhrase at(Tokens tokens, int i) {
        int next = i + 1;
        if (tokens.is(next, "-") || tokens.is(next, "‑") || tokens.is(next, "–")) {
            next++;
        }
        return switch (tokens.word(i)) {
            case "full" ->
                tokens.is(next, "time")
                        ? of(EmploymentType.FULL_TIME, i, next)
                        : isChoice(tokens, i) ? of(EmploymentType.FULL_TIME, i, i) : null;
            // "Duration: FT"; elsewhere these are feet and many other things
            case "ft" -> of(EmploymentType.FULL_TIME, i, i);
            case "coop" -> of(EmploymentType.INTERN, i, i);
            case "co" -> next > i + 1 && tokens.is(next, "op") ? of(EmploymentType.INTERN, i, next) : null;
            case "part" -> tokens.is(next, "time") ? of(EmploymentType.PART_TIME, i, next) : null;
            case "tempo" ->
                tokens.is(next, "integral")
                        ? of(EmploymentType.FULL_TIME, i, next)
                        : tokens.is(next, "parcial") ? of(EmploymentType.PART_TIME, i, next) : null;
            case "temps" ->
                tokens.is(next, "plein") || tokens.is(next, "complet")
                        ? of(EmploymentType.FULL_TIME, i, next)
                        : tokens.is(next, "partiel") ? of(EmploymentType.PART_TIME, i, next) : null;
            case "tiempo", "jornada" ->
                tokens.is(next, "completo") || tokens.is(next, "completa")
                        ? of(EmploymentType.FULL_TIME, i, next)
                        : tokens.is(next, "parcial") ? of(EmploymentType.PART_TIME, i, next) : null;
            case "diem" -> tokens.is(i - 1, "per") ? of(EmploymentType.PER_DIEM, i - 1, i) : null;
            // "Indefinite contract position", "indefinite period of employment"
            case "indefinite" ->
                tokens.is(next, "contract") || tokens.is(next, "period") || tokens.is(next, "term")
                        ? of(EmploymentType.PERMANENT, i, next)
                        : null;
            case "direct" -> tokens.is(next, "hire") ? of(EmploymentType.PERMANENT, i, next) : null;
            case "fixed" -> tokens.is(next, "term") ? of(EmploymentType.TEMPORARY, i, next) : null;
            // "Junior Developer - Maternity Leave Cover"
            case "maternity", "paternity", "parental" -> {
                int cover = tokens.is(next, "leave") ? next + 1 : next;
                yield tokens.is(cover, "cover") ? of(EmploymentType.TEMPORARY, i, cover) : null;
            }
            case "corp" -> corpToCorp(tokens, i, next);
            // "CLT - 40h semanais": employed by Brazilian law, and for a whole week
            case "clt" ->
                tokens.is(next, "40h") || tokens.is(next, "44h") ? of(EmploymentType.FULL_TIME, i, next) : null;
            case "fulltime", "vollzeit" -> of(EmploymentType.FULL_TIME, i, i);
            case "parttime", "teilzeit" -> of(EmploymentType.PART_TIME, i, i);
            case "contract",
                    "contractor",
                    "contractors",
                    "freelance",
                    "freelancer",
                    "freelancers",
                    "freiberuflich",
                    "b2b",
                    "c2c",
                    "c2h",
                    "pj" -> of(EmploymentType.CONTRACTOR, i, i);
            case "permanent",
                    "festanstellung",
                    "unbefristet",
                    "unbefristete",
                    "unbefristeten",
                    "unbefristeter",
                    "unbefristetes",
                    "cdi",
                    "indefinido",
                    "perm" -> of(EmploymentType.PERMANENT, i, i);
            case "temporary", "temp", "befristet", "cdd" -> of(EmploymentType.TEMPORARY, i, i);
            case "intern",
                    "internship",
                    "praktikum",
                    "praktikant",
                    "praktikantin",
                    "stagiaire",
                    "werkstudent",
                    "estágio",
                    "estagiário",
                    "prácticas",
                    "alternance",
                    "apprenticeship",
                    "apprentice",
                    "stage" -> of(EmploymentType.INTERN, i, i);
            case "volunteer" -> of(EmploymentType.VOLUNTEER, i, i);
            default -> null;
        };
    }

    /** "Full or part time", "full/part-time": the first of the two. */
    private static boolean isChoice(Tokens tokens, int full) {
        int part = full + 2;
        return (tokens.is(full + 1, "or") || tokens.is(full + 1, "/"))
                && tokens.is(part, "part")
                && tokens.is(tokens.is(part + 1, "-") ? part + 2 : part + 1, "time");
    }

    private static EmploymentPhrase of(EmploymentType type, int first, int last) {
        return new EmploymentPhrase(type, first, last);
    }

    /** "Corp to corp", "Corp-to-Corp". */
    private static EmploymentPhrase corpToCorp(Tokens tokens, int i, int next) {
        if (!tokens.is(next, "to") && !tokens.is(next, "2")) {
            return null;
        }
        int second = tokens.is(next + 1, "-") ? next + 2 : next + 1;
        return tokens.is(second, "corp") ? of(EmploymentType.CONTRACTOR, i, second) : null;
    }

    /** Whether the phrase fills its part of the header between separators. */
    boolean standsAlone(Tokens tokens) {
        // a header names the company, too
        boolean name = tokens.is(first, "coop") || tokens.is(first, "co");
        return !name
                && (first == 0 || isSeparator(tokens, first - 1))
                && (last == tokens.count() - 1 || isSeparator(tokens, last + 1));
    }

    private static boolean isSeparator(Tokens tokens, int i) {
        return switch (tokens.word(i)) {
            case "·", ",", "|", "/", "(", ")", "[", "]", "-", "–", "—", "•", ";", "&", ":", "or", "and", "⏰" -> true;
            default -> !Character.isLetterOrDigit(tokens.text().codePointAt(tokens.start(i)));
        };
    }

    /** "Data Co-op 2027". */
    private static boolean isYear(Tokens tokens, int i) {
        String word = tokens.word(i);
        return word.length() == 4 && word.startsWith("20") && word.chars().allMatch(Character::isDigit);
    }

    boolean inTitle(Tokens tokens) {
        String word = tokens.word(first);
        boolean edge = (first == 0 || isSeparator(tokens, first - 1))
                && (last == tokens.count() - 1 || isSeparator(tokens, last + 1));
        return switch (type) {
            case FULL_TIME, PART_TIME, PER_DIEM -> !word.equals("ft") || edge;
            case INTERN ->
                switch (word) {
                    case "stage" -> edge;
                    // "Software Engineer Co-op", and no bank of that name
                    case "coop", "co" ->
                        edge
                                || last == tokens.count() - 1
                                || isSeparator(tokens, last + 1)
                                || INTERNS.has(tokens, last + 1)
                                || isYear(tokens, last + 1);
                    default -> true;
                };
            case CONTRACTOR ->
                switch (word) {
                    case "contract" ->
                        edge
                                || last == tokens.count() - 1 && !tokens.is(first - 1, "smart")
                                || tokens.is(last + 1, "role")
                                || tokens.is(last + 1, "position")
                                || tokens.is(last + 1, "to") && tokens.is(last + 2, "hire")
                                || MONTHS.has(tokens, first - 1);
                    case "b2b" -> edge && tokens.is(first - 1, "(");
                    case "pj" -> edge;
                    case "contractors", "freelancers" -> false;
                    default -> true;
                };
            case PERMANENT, TEMPORARY -> !word.equals("temp") || edge;
            case VOLUNTEER -> edge || first == 0;
        };
    }

    /** Whether nothing but a sign or "and" stands between a type that counts and this one. */
    boolean goesOnFrom(Tokens tokens, EmploymentPhrase accepted) {
        // "a permanent contract" is no contractor's
        int gap = tokens.is(first, "contract") ? 2 : 1;
        if (first - accepted.last > 2
                || first - accepted.last < gap
                || EmploymentStatement.newLine(tokens, accepted.last)
                || type == EmploymentType.VOLUNTEER) {
            return false;
        }
        for (int i = accepted.last + 1; i < first; i++) {
            if (EmploymentStatement.newLine(tokens, i)
                    || !isSeparator(tokens, i) && !tokens.is(i, "ou") && !tokens.is(i, "oder") && !tokens.is(i, "o")) {
                return false;
            }
        }
        return !isThing(tokens) && !OTHERS.contains(tokens.word(last + 1));
    }

    /** "Contract negotiation", "contract of employment", "intern program": not the type of a job. */
    boolean isThing(Tokens tokens) {
        return tokens.is(first, "contract") && (tokens.is(last + 1, "of") || tokens.is(first - 1, "employment"))
                || tokens.is(last + 1, "manager")
                || tokens.is(last + 1, "management")
                || tokens.is(last + 1, "negotiation")
                || tokens.is(last + 1, "negotiations")
                || tokens.is(last + 1, "law");
    }
}
