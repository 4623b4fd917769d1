package io.jobmart.parse;

import io.jobmart.model.DegreeLevel;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.List;

/**
 * A degree as a text names it: "Bachelor's", "BS/MS", "Ph.D.", "Bac+5".
 *
 * <p>Many of these words have other lives: Scrum Master, master data, MS Office, BA for business analyst, a high degree
 * of autonomy. Words that are a degree only sometimes count only with a neighbour that says so.
 *
 * @param level null where the text names none: "degree in physics"
 * @param from first token
 * @param to token after the last
 */
record DegreeName(DegreeLevel level, int from, int to) {
    /** Degrees whatever stands beside them. */
    private static final WordSet DOCTORATES =
            WordSet.of("phd phds doctorate doctorates doctoral doctorat doctorado doutorado promotionsabschluss dphil");

    private static final WordSet MASTERS = WordSet.of(
            "msc mtech meng mscs msee mba mestrado maestría máster masterabschluss masterstudium mphil mca masterdegree magister");
    private static final WordSet BACHELORS =
            WordSet.of("bachelor bachelors baccalaureate bsc bscs bsee bsme btech beng bba bca bcom bacharelado "
                    + "licenciatura licenciado licenciada bachelorabschluss bachelorstudium fachhochschulabschluss");
    private static final WordSet HIGH_SCHOOLS =
            WordSet.of("ged abitur fachabitur hochschulreife matura baccalauréat bachillerato");
    private static final WordSet VOCATIONALS = WordSet.of(
            "ausbildung berufsausbildung apprenticeship " + "fachausbildung lehre facharbeiterbrief gesellenbrief");
    private static final WordSet UNSPECIFIED = WordSet.of(
            "hochschulabschluss hochschulstudium studium studienabschluss "
                    + "universitätsabschluss diplôme diplômé diplômée universitätsstudium akademischer hochschulausbildung");

    /** Words that are a degree only beside one of {@link #DEGREE_WORD} or another degree. */
    private static final WordSet BACHELOR_LETTERS = WordSet.of("bs ba be");

    private static final WordSet MASTER_LETTERS = WordSet.of("ms ma");
    private static final WordSet OTHER_TRIGGERS =
            WordSet.of("degree degrees master masters associate associates high secondary "
                    + "vocational bac b m ph diplom diploma ingeniero ingeniera ingénieur ensino título titulación graduação "
                    + "graduation undergraduate postgraduate grado ingeniería formation formación superior");

    private static final WordSet DEGREE_WORD = WordSet.of("degree degrees diploma level qualification");
    /** Subjects as letters stand right behind a degree's: "BS CS/EE". */
    private static final WordSet SUBJECT_LETTERS = WordSet.of("cs ce ee ece eecs cse ie");

    static final WordSet SUBJECT = WordSet.of("science sciences arts engineering technology business commerce laws "
            + "administration education fine applied computer public philosophy");
    private static final WordSet NO_DEGREE_BEFORE = WordSet.of(
            "high some certain large varying great greater lesser 360 180 90 highest same significant 3 six to any different");
    private static final WordSet NO_MASTER_BEFORE =
            WordSet.of("scrum to web data head brew quiz station task grand and you will can");
    private static final WordSet MASTER_AFTER =
            WordSet.of("degree degrees level preferred required program studies or oder ou und and "
                    + "in im en em diploma abschluss studium thesis with plus");
    private static final WordSet HIGH_SCHOOL_AFTER = WordSet.of(
            "diploma degree graduate graduation education equivalent equivalency completion qualification certificate ged or leaving");
    private static final WordSet VOCATIONAL_AFTER =
            WordSet.of("training degree diploma school qualification education certificate certification");
    static final WordSet OR = WordSet.of("or oder ou o and/or");
    private static final WordSet LETTERS_OF_BACHELOR = WordSet.of("s a sc tech e eng com ed arch");
    private static final WordSet LETTERS_OF_MASTER = WordSet.of("s a sc tech e eng com ed b");

    static void addTriggers(Lexicon.Builder lexicon) {
        for (WordSet set : List.of(
                DOCTORATES,
                MASTERS,
                BACHELORS,
                HIGH_SCHOOLS,
                VOCATIONALS,
                UNSPECIFIED,
                BACHELOR_LETTERS,
                MASTER_LETTERS,
                OTHER_TRIGGERS)) {
            set.addTo(lexicon, Trigger.DEGREE);
        }
        for (WordSet set : List.of(
                DEGREE_WORD,
                SUBJECT_LETTERS,
                SUBJECT,
                NO_DEGREE_BEFORE,
                NO_MASTER_BEFORE,
                MASTER_AFTER,
                HIGH_SCHOOL_AFTER,
                VOCATIONAL_AFTER,
                OR,
                LETTERS_OF_BACHELOR,
                LETTERS_OF_MASTER)) {
            set.addTo(lexicon);
        }
    }

    /** The degree that a token begins, or null. */
    static DegreeName at(Tokens tokens, int i, int from, int to) {
        if (DOCTORATES.has(tokens, i)) {
            // "post-doctoral research experience"
            if (tokens.is(i, "doctoral") && (tokens.is(i - 1, "post") || tokens.is(i - 2, "post"))) {
                return null;
            }
            return new DegreeName(DegreeLevel.DOCTORATE, i, withDegree(tokens, i, to));
        }
        if (MASTERS.has(tokens, i)) {
            return new DegreeName(DegreeLevel.MASTER, i, withDegree(tokens, i, to));
        }
        if (BACHELORS.has(tokens, i)) {
            return tokens.is(i + 1, "party")
                    ? null
                    : new DegreeName(DegreeLevel.BACHELOR, i, withDegree(tokens, i, to));
        }
        if (HIGH_SCHOOLS.has(tokens, i)) {
            return new DegreeName(DegreeLevel.HIGH_SCHOOL, i, i + 1);
        }
        if (VOCATIONALS.has(tokens, i)) {
            return new DegreeName(DegreeLevel.VOCATIONAL, i, i + 1);
        }
        if (UNSPECIFIED.has(tokens, i)) {
            return tokens.is(i, "akademischer") && !tokens.is(i + 1, "abschluss")
                    ? null
                    : new DegreeName(null, i, i + 1);
        }
        if (BACHELOR_LETTERS.has(tokens, i) || MASTER_LETTERS.has(tokens, i)) {
            return letters(tokens, i, from, to);
        }
        switch (tokens.word(i)) {
            case "b":
                return dotted(tokens, i, LETTERS_OF_BACHELOR, DegreeLevel.BACHELOR, to);
            case "m":
                return dotted(tokens, i, LETTERS_OF_MASTER, DegreeLevel.MASTER, to);
            case "ph":
                return ModalityCues.is(tokens, i + 1, '.') && tokens.is(i + 2, "d") || tokens.is(i + 1, "d")
                        ? new DegreeName(DegreeLevel.DOCTORATE, i, afterDots(tokens, i, to))
                        : null;
            case "master", "masters":
                return master(tokens, i, from, to);
            case "associate", "associates":
                return DEGREE_WORD.has(tokens, i + 1)
                                || tokens.is(i, "associate")
                                        && (tokens.is(i + 1, "or") || tokens.is(i + 1, "/"))
                                        && BACHELORS.has(tokens, i + 2)
                                || tokens.end(i) > tokens.wordEnd(i)
                                        && (tokens.is(i + 1, "or") || tokens.is(i + 1, "of") || tokens.is(i + 1, "in"))
                                || tokens.is(i + 1, "of") && SUBJECT.has(tokens, i + 2)
                        ? new DegreeName(DegreeLevel.ASSOCIATE, i, withDegree(tokens, i, to))
                        : null;
            case "graduation":
                return graduation(tokens, i, to);
            case "high":
                return tokens.is(i + 1, "school") && HIGH_SCHOOL_AFTER.has(tokens, i + 2)
                        ? new DegreeName(DegreeLevel.HIGH_SCHOOL, i, i + 3)
                        : null;
            case "secondary":
                return tokens.is(i + 1, "school") && HIGH_SCHOOL_AFTER.has(tokens, i + 2)
                                || tokens.is(i + 1, "education")
                                        && !tokens.is(i - 1, "post")
                                        && !tokens.is(i - 2, "post")
                        ? new DegreeName(DegreeLevel.HIGH_SCHOOL, i, i + 2)
                        : null;
            case "vocational":
                return VOCATIONAL_AFTER.has(tokens, i + 1) ? new DegreeName(DegreeLevel.VOCATIONAL, i, i + 2) : null;
            case "bac":
                return bac(tokens, i);
            case "diplom":
                return new DegreeName(DegreeLevel.MASTER, i, i + 1);
            case "ingénieur":
                return tokens.is(i - 1, "d") && (tokens.is(i - 2, "école") || tokens.is(i - 2, "diplôme"))
                        ? new DegreeName(DegreeLevel.MASTER, i, i + 1)
                        : null;
            case "ingeniero", "ingeniera":
                return i <= from + 2 && (tokens.is(i + 1, "en") || tokens.is(i + 1, "de") || tokens.is(i + 1, "o"))
                        ? new DegreeName(DegreeLevel.BACHELOR, i, i + 1)
                        : null;
            case "graduação":
                return tokens.is(i - 1, "pós") || tokens.is(i - 2, "pós")
                        ? null
                        : new DegreeName(DegreeLevel.BACHELOR, i, i + 1);
            case "ensino":
                return tokens.is(i + 1, "médio")
                        ? new DegreeName(DegreeLevel.HIGH_SCHOOL, i, i + 2)
                        : tokens.is(i + 1, "superior") ? new DegreeName(null, i, i + 2) : null;
            case "título", "titulación":
                return tokens.is(i + 1, "universitario")
                                || tokens.is(i + 1, "universitaria")
                                || tokens.is(i + 1, "profesional")
                        ? new DegreeName(null, i, i + 2)
                        : null;
            case "formation":
                return tokens.is(i + 1, "supérieure") || tokens.is(i + 1, "universitaire")
                        ? new DegreeName(null, i, i + 2)
                        : null;
            case "formación":
                return tokens.is(i + 1, "profesional")
                        ? new DegreeName(DegreeLevel.VOCATIONAL, i, i + 2)
                        : tokens.is(i + 1, "universitaria") ? new DegreeName(null, i, i + 2) : null;
            case "undergraduate", "postgraduate":
                if (tokens.is(i, "undergraduate") && isOrGraduateDegree(tokens, i + 1)) {
                    return new DegreeName(DegreeLevel.BACHELOR, i, i + 1);
                }
                return DEGREE_WORD.has(tokens, i + 1)
                        ? new DegreeName(
                                tokens.is(i, "undergraduate") ? DegreeLevel.BACHELOR : DegreeLevel.MASTER, i, i + 2)
                        : null;
            case "diploma":
                return tokens.is(i + 1, "in") || tokens.is(i - 1, "university") || tokens.is(i - 1, "college")
                        ? new DegreeName(null, i, i + 1)
                        : null;
            case "superior":
                return i == from && isSchooling(tokens, i + 1) || tokens.is(i - 1, ":") && isSchooling(tokens, i + 1)
                        ? new DegreeName(null, i, i + 1)
                        : null;
            case "degree", "degrees":
                return degree(tokens, i, from);
            default:
                return null;
        }
    }

    /** "Superior completo", "Superior em TI": university studies, as they are called in Brazil. */
    private static boolean isSchooling(Tokens tokens, int next) {
        return tokens.is(next, "completo")
                || tokens.is(next, "incompleto")
                || tokens.is(next, "cursando")
                || tokens.is(next, "em")
                || tokens.is(next, "na");
    }

    /** "An undergraduate or graduate degree": one degree or the other. */
    private static boolean isOrGraduateDegree(Tokens tokens, int i) {
        return (tokens.is(i, "or") || tokens.is(i, "and") || tokens.is(i, "/"))
                && tokens.is(i + 1, "graduate")
                && DEGREE_WORD.has(tokens, i + 2);
    }

    /** "Graduation from an accredited college or university". */
    private static DegreeName graduation(Tokens tokens, int i, int to) {
        if (!tokens.is(i + 1, "from")) {
            return null;
        }
        for (int k = i + 2; k < Math.min(to, i + 10); k++) {
            if (tokens.is(k, "college") || tokens.is(k, "university")) {
                return new DegreeName(null, i, k + 1);
            }
        }
        return null;
    }

    private static DegreeName degree(Tokens tokens, int i, int from) {
        if (i > from && tokens.is(i - 1, "advanced")) {
            return new DegreeName(DegreeLevel.MASTER, i - 1, i + 1);
        }
        if (tokens.is(i + 1, "requirements") && tokens.is(i - 1, "specific")) {
            return null;
        }
        boolean either = tokens.is(i - 3, "undergraduate") && isOrGraduateDegree(tokens, i - 2);
        if (tokens.is(i - 1, "graduate") && (either || !tokens.is(i - 2, "or") && !tokens.is(i - 2, "under"))) {
            return new DegreeName(DegreeLevel.MASTER, i - 1, i + 1);
        }
        // "a four-year degree", "a 4 year college degree"
        boolean college = tokens.is(i - 1, "college") || tokens.is(i - 1, "university");
        int unit = college ? i - 2 : i - 1;
        int year = ModalityCues.is(tokens, unit - 1, '-') ? unit - 2 : unit - 1;
        if (tokens.is(unit, "year") && (tokens.is(year, "4") || tokens.is(year, "four"))) {
            return new DegreeName(DegreeLevel.BACHELOR, year, i + 1);
        }
        if (tokens.is(unit, "year") && (tokens.is(year, "2") || tokens.is(year, "two"))) {
            return new DegreeName(DegreeLevel.ASSOCIATE, year, i + 1);
        }
        boolean measure = tokens.is(i + 1, "of")
                || tokens.is(i + 1, "to")
                || i > from && NO_DEGREE_BEFORE.has(tokens, i - 1)
                || tokens.is(i - 1, "°");
        return measure ? null : new DegreeName(null, i, i + 1);
    }

    /** "Master's", "Master of Science", "Masters degree", "Master or PhD"; never "Scrum Master" or "master data". */
    private static DegreeName master(Tokens tokens, int i, int from, int to) {
        boolean possessive = tokens.end(i) > tokens.wordEnd(i);
        boolean capital = Character.isUpperCase(tokens.text().charAt(tokens.start(i)));
        boolean plural = tokens.wordEnd(i) - tokens.start(i) == 7;
        if (i > from && (NO_MASTER_BEFORE.has(tokens, i - 1) && !capital || tokens.is(i - 1, "scrum"))) {
            boolean joined = (tokens.is(i - 1, "and") || tokens.is(i - 1, "data")) && (possessive || plural);
            if (!joined) {
                return null;
            }
        }
        boolean known;
        if (tokens.is(i + 1, "of")) {
            known = SUBJECT.has(tokens, i + 2);
        } else if (possessive) {
            known = true;
        } else if (tokens.is(i + 1, "or")
                || tokens.is(i + 1, "oder")
                || tokens.is(i + 1, "and")
                || tokens.is(i + 1, "und")) {
            known = tokens.is(i + 2, Trigger.DEGREE)
                    || capital && tokens.is(i + 2, "higher")
                    || tokens.is(i + 2, "equivalent");
        } else if (capital && !plural && isFrench(tokens, i)) {
            known = true;
        } else if (tokens.is(i + 1, "in")) {
            known = capital || plural || tokens.is(i - 1, "a");
        } else if (i + 1 >= to || !tokens.isWord(i + 1)) {
            boolean beside = ModalityCues.is(tokens, i + 1, '/') && tokens.is(i + 2, Trigger.DEGREE)
                    || i > from
                            && (OR.has(tokens, i - 1)
                                    || ModalityCues.is(tokens, i - 1, '/')
                                    || ModalityCues.is(tokens, i - 1, '-'))
                            && tokens.is(i - 2, Trigger.DEGREE);
            known = beside || capital && ModalityCues.is(tokens, i + 1, '-') || plural && capital;
        } else {
            known = MASTER_AFTER.has(tokens, i + 1) || tokens.is(i + 1, Trigger.DEGREE);
        }
        return known ? new DegreeName(DegreeLevel.MASTER, i, withDegree(tokens, i, to)) : null;
    }

    /** "un Master 2", "en Master Informatique", "d'un Master en physique". */
    private static boolean isFrench(Tokens tokens, int i) {
        return tokens.is(i + 1, "1") && i > 0
                || tokens.is(i + 1, "2")
                || (tokens.is(i - 1, "un") || tokens.is(i - 1, "en")) && tokens.isWord(i + 1);
    }

    /** "BS", "MA", "BE": in capitals, beside "degree", "in" or another degree. */
    private static DegreeName letters(Tokens tokens, int i, int from, int to) {
        String text = tokens.text();
        if (!Character.isUpperCase(text.charAt(tokens.start(i)))
                || !Character.isUpperCase(text.charAt(tokens.wordEnd(i) - 1))) {
            return null;
        }
        boolean beside = DEGREE_WORD.has(tokens, i + 1)
                || tokens.is(i + 1, "in") && !tokens.is(i, "be")
                || SUBJECT_LETTERS.has(tokens, i + 1)
                        && Character.isUpperCase(text.charAt(tokens.start(i + 1)))
                        && Character.isUpperCase(text.charAt(tokens.wordEnd(i + 1) - 1))
                || joined(tokens, i, 1, from, to)
                || joined(tokens, i, -1, from, to);
        if (!beside) {
            return null;
        }
        return new DegreeName(
                BACHELOR_LETTERS.has(tokens, i) ? DegreeLevel.BACHELOR : DegreeLevel.MASTER,
                i,
                withDegree(tokens, i, to));
    }

    /** Whether another degree follows after "/", "," or "or". */
    private static boolean joined(Tokens tokens, int i, int step, int from, int to) {
        int j = i + step;
        int signs = 0;
        while (j >= from
                && j < to
                && signs < 3
                && (OR.has(tokens, j)
                        || tokens.is(j, "and")
                        || ModalityCues.is(tokens, j, '/')
                        || ModalityCues.is(tokens, j, ',')
                        || ModalityCues.is(tokens, j, '.'))) {
            j += step;
            signs++;
        }
        return signs > 0
                && j >= from
                && j < to
                && tokens.is(j, Trigger.DEGREE)
                && !tokens.is(j, "high")
                && !tokens.is(j, "associate")
                && (Character.isUpperCase(tokens.text().charAt(tokens.start(j)))
                        || tokens.is(j, "master")
                        || tokens.is(j, "bachelor"));
    }

    /** "B.Sc.", "M.S.", "B.Tech". */
    private static DegreeName dotted(Tokens tokens, int i, WordSet letters, DegreeLevel level, int to) {
        boolean dot = ModalityCues.is(tokens, i + 1, '.') && tokens.touchesPrevious(i + 1);
        if (!dot || i + 2 >= to || !letters.has(tokens, i + 2)) {
            return null;
        }
        return new DegreeName(level, i, afterDots(tokens, i, to));
    }

    /** After "B.Sc." or "Ph.D.", and the "degree" that follows. */
    private static int afterDots(Tokens tokens, int i, int to) {
        int end = i + 1;
        while (end < to
                && end < i + 6
                && (ModalityCues.is(tokens, end, '.') && tokens.touchesPrevious(end)
                        || end < i + 4 && tokens.touchesPrevious(end) && tokens.isWord(end))) {
            end++;
        }
        if (end < to && tokens.is(i, "ph") && tokens.is(end, "d")) {
            end++;
        }
        return DEGREE_WORD.has(tokens, end) && end < to ? end + 1 : end;
    }

    private static int withDegree(Tokens tokens, int i, int to) {
        return i + 1 < to && DEGREE_WORD.has(tokens, i + 1) ? i + 2 : i + 1;
    }

    /** "Bac+5" and more are a master's, "Bac+3" and "Bac+4" a bachelor's, "Bac+2" below. */
    private static DegreeName bac(Tokens tokens, int i) {
        if (!ModalityCues.is(tokens, i + 1, '+')) {
            return null;
        }
        int years = Numbers.at(tokens, i + 2);
        if (years < 2 || years > 8) {
            return null;
        }
        DegreeLevel level = years >= 8
                ? DegreeLevel.DOCTORATE
                : years >= 5 ? DegreeLevel.MASTER : years >= 3 ? DegreeLevel.BACHELOR : DegreeLevel.ASSOCIATE;
        return new DegreeName(level, i, i + 3);
    }
}
