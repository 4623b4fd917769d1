package io.jobmart.parse;

import io.jobmart.model.Modality;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that say how strongly something is asked for, and how much of a sentence each speaks of.
 *
 * <p>Most cues stand behind what they speak of ("Kafka is a plus"), some before it ("ideally with Kafka"), some in
 * brackets ("backend development (preferably Java)"): there the rest of the sentence is not touched.
 */
final class ModalityCues {
    /**
     * One cue: {@code [from, to)} are the tokens that it speaks of. A "must" is weaker than the others: under "Preferred"
     * it only says how a wish is meant.
     */
    record Cue(Modality modality, int from, int to, boolean must) {
        Cue(Modality modality, int from, int to) {
            this(modality, from, to, false);
        }

        boolean covers(int token) {
            return token >= from && token < to;
        }
    }

    /** Cues that need no look at their neighbours and speak of what stands before them. */
    private static final WordSet PREFERRED = WordSet.of("preferable desirable advantageous beneficial optional "
            + "vorteilhaft wünschenswert bevorzugt erwünscht souhaité souhaitée souhaités souhaitées souhaitable "
            + "souhaitables apprécié appréciée appréciés appréciées deseable deseables valorable valorables "
            + "diferencial diferenciais desejável desejáveis desejado desejada wenselijk");

    /** Cues that speak of what follows. */
    private static final WordSet PREFERRED_AHEAD = WordSet.of(
            "ideally preferably optionally idealerweise vorzugsweise "
                    + "bestenfalls preferimos preferiríamos idéalement idealmente preferiblemente preferentemente preferencialmente preferiblemente");

    private static final WordSet REQUIRED = WordSet.of("mandatory zwingend erforderlich vorausgesetzt voraussetzung "
            + "unabdingbar notwendig obligatorio obligatoria obligatorios obligatorias imprescindible imprescindibles "
            + "excluyente requerido requerida requeridos requeridas obligatório obrigatório obrigatória obrigatórios "
            + "obrigatórias exigido exigida necessário necessária indispensable indispensables obligatoire obligatoires "
            + "impératif impérative requis requise exigé exigée indispensável indispensáveis");

    private static final WordSet LOOKED_AT =
            WordSet.of("plus pluses advantage preferred prefer prefers preference desired "
                    + "bonus nice good great vorteil gerne préférence atout valorará valorarán valora preferencia preferência "
                    + "asset helpful useful welcome welcomed valued appreciated favorable favourable necessary required require "
                    + "requires must essential needed muss musst desirables wünschen vorteile added thế tiên");

    private static final WordSet DEGREE_OF_PLUS =
            WordSet.of("a an big huge strong definite major real great un um ein uno "
                    + "gros vrai added bonus is are considered als additional nice large massive significant distinct "
                    + "großes klares echtes kleines grand petit gran serious solid clear another of be");

    private static final WordSet BE = WordSet.of(
            "is are be highly very strongly also would will considered greatly especially particularly being");

    private static final WordSet NOT = WordSet.of("not never isn aren nicht pas non no keine kein sans without");
    private static final WordSet SOFTENED =
            WordSet.of("strictly absolutely necessarily currently always explicitly mandatory zwingend unbedingt");
    private static final WordSet UNLESS = WordSet.of("as if when where whenever wherever than by");
    private static final WordSet NO_DEMAND_AFTER_PREFERRED = WordSet.of(
            "name names pronoun pronouns vendor vendors partner partners supplier suppliers stock method by");
    private static final WordSet HEADS =
            WordSet.of("experience knowledge familiarity understanding proficiency certification language languages "
                    + "certificate certifications background skills degree exposure expertise fluency years ability "
                    + "kenntnisse erfahrung expérience connaissance experiencia conocimiento experiência conhecimento");
    private static final WordSet CLAUSE = WordSet.of("but with although though aber mais pero mas");
    private static final WordSet TO_HAVE = WordSet.of("have haves has");

    /** Words that are degrees wherever they stand. */
    static final WordSet DEGREES =
            WordSet.of("degree bachelor bachelors master masters phd doctorate diploma mba bsc msc "
                    + "btech mtech ged studium abitur licenciatura mestrado maestría hochschulabschluss diplôme");

    private ModalityCues() {}

    static void addTriggers(Lexicon.Builder lexicon) {
        PREFERRED.addTo(lexicon, Trigger.MODALITY);
        PREFERRED_AHEAD.addTo(lexicon, Trigger.MODALITY);
        REQUIRED.addTo(lexicon, Trigger.MODALITY);
        LOOKED_AT.addTo(lexicon, Trigger.MODALITY);
        for (WordSet set : List.of(
                DEGREE_OF_PLUS,
                BE,
                NOT,
                SOFTENED,
                UNLESS,
                NO_DEMAND_AFTER_PREFERRED,
                HEADS,
                DEGREES,
                CLAUSE,
                TO_HAVE)) {
            set.addTo(lexicon);
        }
    }

    /** The cues of one sentence in their order. */
    static List<Cue> of(Tokens tokens, int from, int to) {
        List<Cue> cues = List.of();
        int previous = from;
        for (int i = from; i < to; i++) {
            if (!tokens.is(i, Trigger.MODALITY)) {
                continue;
            }
            Cue cue = at(tokens, i, from, to, previous);
            if (cue == null) {
                continue;
            }
            if (cues.isEmpty()) {
                cues = new ArrayList<>(2);
            }
            cues.add(cue);
            previous = i + 1;
        }
        return cues;
    }

    /** How strongly a token's surroundings are asked for; {@code otherwise} where no cue speaks of it. */
    static Modality at(List<Cue> cues, int token, Modality otherwise) {
        Cue narrowest = null;
        for (Cue cue : cues) {
            if (cue.covers(token)
                    && !(cue.must() && otherwise == Modality.PREFERRED)
                    && (narrowest == null || cue.to() - cue.from() < narrowest.to() - narrowest.from())) {
                narrowest = cue;
            }
        }
        return narrowest == null ? otherwise : narrowest.modality();
    }

    private static Cue at(Tokens tokens, int i, int from, int to, int previous) {
        if (PREFERRED.has(tokens, i)) {
            return tokens.is(i, "optional") && !ends(tokens, i + 1, to)
                    ? null
                    : scoped(
                            tokens, i, i + 1, negated(tokens, i, from) ? null : Modality.PREFERRED, from, to, previous);
        }
        if (PREFERRED_AHEAD.has(tokens, i)) {
            return ahead(tokens, i, i + 1, Modality.PREFERRED, from, to, previous);
        }
        if (REQUIRED.has(tokens, i)) {
            return required(tokens, i, from, to, previous);
        }
        String word = tokens.word(i);
        switch (word) {
            case "plus", "pluses":
                boolean letter = i > from && DEGREE_OF_PLUS.has(tokens, i - 1) && !isNumber(tokens, i + 1);
                boolean label = i == from && is(tokens, i + 1, ':');
                return letter || label ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous) : null;
            case "advantage", "asset":
                return i > from && DEGREE_OF_PLUS.has(tokens, i - 1) && !tokens.is(i + 1, "of")
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            // "là một lợi thế" (an advantage), "ưu tiên" (with priority)
            case "thế":
                return tokens.is(i - 1, "lợi")
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "tiên":
                return tokens.is(i - 1, "ưu") ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous) : null;
            case "atout":
                return scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous);
            case "vorteil":
                return tokens.is(i - 1, "von") || tokens.is(i - 1, "ein")
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "préférence", "preferencia", "preferência":
                return tokens.is(i - 1, "de") ? ahead(tokens, i, i + 1, Modality.PREFERRED, from, to, previous) : null;
            case "valorará", "valorarán", "valora":
                return tokens.is(i - 1, "se") ? ahead(tokens, i, i + 1, Modality.PREFERRED, from, to, previous) : null;
            case "preferred":
                return NO_DEMAND_AFTER_PREFERRED.has(tokens, i + 1) || tokens.is(i - 1, "our")
                        ? null
                        : scoped(
                                tokens,
                                i,
                                i + 1,
                                negated(tokens, i, from) ? null : Modality.PREFERRED,
                                from,
                                to,
                                previous);
            case "prefer", "prefers":
                return tokens.is(i - 1, "we") ? ahead(tokens, i, i + 1, Modality.PREFERRED, from, to, previous) : null;
            case "preference":
                return tokens.is(i + 1, "for") || tokens.is(i + 1, "given") || tokens.is(i + 1, "will")
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "desired":
                return i == from || BE.has(tokens, i - 1) || ends(tokens, i + 1, to) || tokens.is(i + 1, "but")
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "bonus":
                boolean points = tokens.is(i + 1, "points")
                        || tokens.is(i + 1, "point")
                        || tokens.is(i + 1, "if")
                        || (i == from || is(tokens, i - 1, '('))
                                && (is(tokens, i + 1, ':')
                                        || tokens.is(i + 1, "skills")
                                        || tokens.is(i + 1, "experience"));
                boolean isBonus = (tokens.is(i - 1, "a") || tokens.is(i - 1, "un") || tokens.is(i - 1, "added"))
                        && (BE.has(tokens, i - 2) || tokens.is(i - 2, "as") || tokens.is(i - 2, "an"));
                return points || isBonus ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous) : null;
            case "nice", "good", "great":
                int have = i + 1;
                while (have < to && have < i + 5 && (tokens.is(have, "to") || is(tokens, have, '-'))) {
                    have++;
                }
                boolean bare = word.equals("nice") && DEGREE_OF_PLUS.has(tokens, i - 1) || tokens.is(i - 1, "very");
                return (have > i + 1 || bare && tokens.is(have, "have")) && TO_HAVE.has(tokens, have)
                        ? scoped(tokens, i, have + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "gerne":
                return tokens.is(i + 1, "gesehen") || tokens.is(i + 1, "auch")
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "helpful", "useful", "welcome", "welcomed", "valued", "appreciated", "favorable", "favourable":
                return BE.has(tokens, i - 1) && ends(tokens, i + 1, to)
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : null;
            case "necessary", "essential", "needed":
                return negated(tokens, i, from)
                        ? scoped(tokens, i, i + 1, Modality.PREFERRED, from, to, previous)
                        : (BE.has(tokens, i - 1) && ends(tokens, i + 1, to)
                                ? scoped(tokens, i, i + 1, Modality.REQUIRED, from, to, previous)
                                : null);
            case "required":
                return UNLESS.has(tokens, i - 1)
                                || tokens.is(i + 1, "by")
                                || tokens.is(i + 1, "to") && !negated(tokens, i, from)
                                || isAttribute(tokens, i)
                        ? null
                        : required(tokens, i, from, to, previous);
            case "require", "requires":
                return tokens.is(i - 1, "we")
                                || tokens.is(i - 1, "role")
                                || tokens.is(i - 1, "position")
                                || tokens.is(i - 1, "job")
                        ? whole(tokens, i, Modality.REQUIRED, from, to)
                        : null;
            case "must":
                if (negated(tokens, i, from) || tokens.is(i + 1, "not")) {
                    return null;
                }
                return tokens.is(i - 1, "a") && !is(tokens, i + 1, '-')
                        ? scoped(tokens, i, i + 1, Modality.REQUIRED, from, to, previous)
                        : must(whole(tokens, i, Modality.REQUIRED, from, to));
            default:
                return null;
        }
    }

    /** "That provides the required knowledge": required by something that was named before. */
    private static boolean isAttribute(Tokens tokens, int i) {
        return tokens.is(i - 1, "the")
                && tokens.isWord(i + 1)
                && !tokens.is(i + 1, "to")
                && !tokens.is(i + 1, "by")
                && !tokens.is(i + 1, "for");
    }

    /** "No technical knowledge is required". */
    private static boolean noneIs(Tokens tokens, int i, int from) {
        if (!tokens.is(i - 1, "is") && !tokens.is(i - 1, "are")) {
            return false;
        }
        for (int j = i - 2; j >= from && j >= i - 6 && tokens.isWord(j); j--) {
            if (tokens.is(j, "no")) {
                return true;
            }
        }
        return false;
    }

    private static Cue required(Tokens tokens, int i, int from, int to, int previous) {
        Modality modality =
                negated(tokens, i, from) || noneIs(tokens, i, from) ? Modality.PREFERRED : Modality.REQUIRED;
        return scoped(tokens, i, i + 1, modality, from, to, previous);
    }

    private static boolean negated(Tokens tokens, int i, int from) {
        for (int j = i - 1; j >= from && j >= i - 3; j--) {
            if (NOT.has(tokens, j)) {
                return true;
            }
            if (tokens.isWord(j)
                    && !BE.has(tokens, j)
                    && !SOFTENED.has(tokens, j)
                    && !tokens.is(j, "a")
                    && !tokens.is(j, "t")) {
                return false;
            }
        }
        return false;
    }

    /** The scope of a cue that speaks of what stands before it, or after it when nothing does. */
    private static Cue scoped(Tokens tokens, int cue, int after, Modality modality, int from, int to, int previous) {
        if (modality == null) {
            return null;
        }
        int open = openBracket(tokens, cue, from);
        int start = open >= 0 ? open + 1 : from;
        if (!content(tokens, start, cue)) {
            if (open >= 0 && !content(tokens, after, closeBracket(tokens, cue, to))) {
                if (!content(tokens, from, open)) {
                    // "(Preferred) Experience with Go": nothing stands before the bracket
                    return new Cue(modality, from, clauseEnd(tokens, after, to));
                }
                // "English (mandatory)", "Go (a plus)": the item of the list before the bracket
                return new Cue(modality, itemStart(tokens, open, from), after);
            }
            return new Cue(modality, start, open >= 0 ? closeBracket(tokens, cue, to) : clauseEnd(tokens, after, to));
        }
        if (open >= 0) {
            return new Cue(modality, open, closeBracket(tokens, cue, to));
        }
        return new Cue(modality, clauseStart(tokens, cue, from, previous), clauseEnd(tokens, after, to));
    }

    private static Cue ahead(Tokens tokens, int cue, int after, Modality modality, int from, int to, int previous) {
        int open = openBracket(tokens, cue, from);
        int end = open >= 0 ? closeBracket(tokens, cue, to) : clauseEnd(tokens, after, to);
        return content(tokens, after, end)
                ? new Cue(modality, cue, end)
                : scoped(tokens, cue, after, modality, from, to, previous);
    }

    private static Cue whole(Tokens tokens, int cue, Modality modality, int from, int to) {
        int open = openBracket(tokens, cue, from);
        return open >= 0
                ? new Cue(modality, open, closeBracket(tokens, cue, to))
                : new Cue(modality, separatorBefore(tokens, cue, from), clauseEnd(tokens, cue + 1, to));
    }

    private static Cue must(Cue cue) {
        return new Cue(cue.modality(), cue.from(), cue.to(), true);
    }

    private static int separatorBefore(Tokens tokens, int cue, int from) {
        for (int i = cue - 1; i >= from; i--) {
            if (is(tokens, i, ';')) {
                return i + 1;
            }
        }
        return from;
    }

    /** Back to a semicolon, a cue before, a "but", or a comma that divides two full demands. */
    private static int clauseStart(Tokens tokens, int cue, int from, int previous) {
        boolean headBehind = false;
        int depth = 0;
        for (int i = cue - 1; i >= from; i--) {
            if (is(tokens, i, ')')) {
                depth++;
            } else if (is(tokens, i, '(')) {
                depth--;
            }
            if (depth > 0) {
                continue;
            }
            if (is(tokens, i, ';') || i < previous && previous > from) {
                return i + 1;
            }
            if (CLAUSE.has(tokens, i) && is(tokens, i - 1, ',') || tokens.is(i, "but")) {
                if (!speaks(tokens, i + 1, cue)) {
                    // "..., but not required": of what stands before
                    continue;
                }
                return i;
            }
            if (is(tokens, i, ',') && headBehind && head(tokens, from, i) && !joins(tokens, i + 1)) {
                return i + 1;
            }
            headBehind |= isHead(tokens, i);
        }
        return from;
    }

    /** Whether words stand there that a cue can speak of, more than "are not". */
    private static boolean speaks(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i)
                    && !NOT.has(tokens, i)
                    && !BE.has(tokens, i)
                    && !SOFTENED.has(tokens, i)
                    && !DEGREE_OF_PLUS.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(Tokens tokens, int i) {
        return tokens.is(i, "or") || tokens.is(i, "and") || tokens.is(i, "oder") || tokens.is(i, "und");
    }

    private static boolean head(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isHead(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHead(Tokens tokens, int i) {
        return HEADS.has(tokens, i) || DEGREES.has(tokens, i) || tokens.is(i, Trigger.LANGUAGE);
    }

    /** Where the item of an enumeration before a bracket starts. */
    private static int itemStart(Tokens tokens, int open, int from) {
        for (int i = open - 1; i >= from; i--) {
            if (is(tokens, i, ',') || is(tokens, i, ';') || is(tokens, i, ':') || is(tokens, i, ')')) {
                return i + 1;
            }
        }
        return from;
    }

    private static int clauseEnd(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (is(tokens, i, ';')) {
                return i;
            }
        }
        return to;
    }

    private static int openBracket(Tokens tokens, int i, int from) {
        for (int j = i - 1; j >= from; j--) {
            if (is(tokens, j, ')') || is(tokens, j, ']')) {
                return -1;
            }
            if (is(tokens, j, '(') || is(tokens, j, '[')) {
                return j;
            }
        }
        return -1;
    }

    private static int closeBracket(Tokens tokens, int i, int to) {
        for (int j = i; j < to; j++) {
            if (is(tokens, j, ')') || is(tokens, j, ']')) {
                return j;
            }
        }
        return to;
    }

    /** Whether a word stands there that is more than an article or a form of "to be". */
    private static boolean content(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i) && !DEGREE_OF_PLUS.has(tokens, i) && !BE.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(Tokens tokens, int i, int to) {
        return i >= to || !tokens.isWord(i) || tokens.is(i, "but") || tokens.is(i, "and");
    }

    private static boolean isNumber(Tokens tokens, int i) {
        return tokens.is(i, Trigger.NUMBER);
    }

    static boolean is(Tokens tokens, int i, char sign) {
        return i >= 0 && i < tokens.count() && tokens.text().charAt(tokens.start(i)) == sign;
    }
}
