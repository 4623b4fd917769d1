package io.jobmart.parse;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.Modality;
import io.jobmart.model.ValueStatus;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads degrees: "Bachelor's or Master's degree in Physics", "BS/MS", "Ph.D.", "abgeschlossenes Studium", "Bac+5".
 *
 * <p>Many of these words have other lives: Scrum Master, master data, MS Office, BA for business analyst, a high degree
 * of autonomy. Words that are a degree only sometimes count only with a neighbour that says so.
 */
public final class DegreeReader {
    /** Degrees whatever stands beside them. */
    private static final WordSet DOCTORATES =
            WordSet.of("phd phds doctorate doctorates doctoral doctorat doctorado doutorado promotionsabschluss dphil");

    private static final WordSet MASTERS = WordSet.of(
            "msc mtech meng mba mestrado maestría máster masterabschluss masterstudium mphil mca masterdegree magister");
    private static final WordSet BACHELORS =
            WordSet.of("bachelor bachelors baccalaureate bsc btech beng bba bca bcom bacharelado "
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
                    + "undergraduate postgraduate grado ingeniería formation formación superior");

    private static final WordSet DEGREE_WORD = WordSet.of("degree degrees diploma level qualification");
    private static final WordSet CONNECTIVE =
            WordSet.of("degree degrees diploma or and oder und ou o of s higher above equivalent "
                    + "university science sciences arts level de en the a an preferred advanced abschluss better bs ba ms ma be sc tech eng "
                    + "b m d ph e com");
    /** Subjects as letters stand right behind a degree's: "BS CS/EE". */
    private static final WordSet SUBJECT_LETTERS = WordSet.of("cs ce ee ece eecs cse ie");

    private static final WordSet SUBJECT =
            WordSet.of("science sciences arts engineering technology business commerce laws "
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
    private static final WordSet EQUIVALENT = WordSet.of(
            "equivalent equivalency comparable gleichwertige gleichwertig vergleichbare "
                    + "vergleichbar vergleichbarer équivalent équivalente equivalente similar commensurate relevant related practical");
    private static final WordSet OR = WordSet.of("or oder ou o and/or");
    private static final WordSet FIELD_LEAD = WordSet.of("in im en em der des");
    private static final WordSet FIELD_STOP = WordSet.of(
            "required preferred plus with is are desired desirable mandatory and/or "
                    + "from equivalent minimum coupled strongly highly oder mit avec con com must at combined or_equivalent who");
    private static final WordSet LETTERS_OF_BACHELOR = WordSet.of("s a sc tech e eng com ed arch");
    private static final WordSet LETTERS_OF_MASTER = WordSet.of("s a sc tech e eng com ed b");

    private DegreeReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
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
                CONNECTIVE,
                SUBJECT,
                SUBJECT_LETTERS,
                NO_DEGREE_BEFORE,
                NO_MASTER_BEFORE,
                MASTER_AFTER,
                HIGH_SCHOOL_AFTER,
                VOCATIONAL_AFTER,
                EQUIVALENT,
                OR,
                FIELD_LEAD,
                FIELD_STOP,
                LETTERS_OF_BACHELOR,
                LETTERS_OF_MASTER)) {
            set.addTo(lexicon);
        }
    }

    /** A degree named at tokens {@code [from, to)}. */
    record Found(DegreeLevel level, int from, int to) {}

    /** Every degree asked for, in the order of the text; each level once a line. */
    public static List<DegreeDemand> read(PostingView view) {
        List<DegreeDemand> demands = new ArrayList<>();
        Tokens tokens = view.tokens();
        for (Line line : view.lines()) {
            if (!line.duplicate() && (line.demand() || line.section().demands())) {
                inLine(view, tokens, line, demands);
            }
        }
        reconcile(view, demands);
        return demands;
    }

    private static void inLine(PostingView view, Tokens tokens, Line line, List<DegreeDemand> demands) {
        int from = tokens.at(line.start());
        int to = tokens.at(line.end());
        List<Found> all = List.of();
        for (int i = from; i < to; i++) {
            if (!tokens.is(i, Trigger.DEGREE)) {
                continue;
            }
            Found found = at(tokens, i, from, to);
            if (found != null) {
                all = all.isEmpty() ? new ArrayList<>(4) : all;
                all.add(found);
                i = found.to() - 1;
            }
        }
        boolean levels = false;
        boolean wished = true;
        for (Found found : all) {
            levels |= found.level() != null;
            wished &= found.level() == null || view.modalityAt(tokens.start(found.from())) == Modality.PREFERRED;
        }
        int seen = 0;
        for (Found found : all) {
            int bit = found.level() == null ? 1 << 30 : 1 << found.level().ordinal();
            int start = tokens.start(found.from());
            Modality modality = view.modalityAt(start);
            // "Degree in physics required, master's preferred": the first is asked for beside the second
            boolean beside = wished && modality != Modality.PREFERRED;
            if (levels && found.level() == null && !beside || (seen & bit) != 0) {
                continue;
            }
            seen |= bit;
            demands.add(new DegreeDemand(
                    found.level(),
                    field(tokens, found, to),
                    orEquivalent(tokens, found, to),
                    modality == Modality.MENTIONED ? Modality.REQUIRED : modality,
                    ValueStatus.PARSED,
                    Evidence.text(
                            start, tokens.end(found.to() - 1), found.level() == null ? "degree.any" : "degree.level")));
        }
    }

    /** The degree that a token begins, or null. */
    static Found at(Tokens tokens, int i, int from, int to) {
        if (DOCTORATES.has(tokens, i)) {
            // "post-doctoral research experience"
            if (tokens.is(i, "doctoral") && (tokens.is(i - 1, "post") || tokens.is(i - 2, "post"))) {
                return null;
            }
            return new Found(DegreeLevel.DOCTORATE, i, withDegree(tokens, i, to));
        }
        if (MASTERS.has(tokens, i)) {
            return new Found(DegreeLevel.MASTER, i, withDegree(tokens, i, to));
        }
        if (BACHELORS.has(tokens, i)) {
            return tokens.is(i + 1, "party") ? null : new Found(DegreeLevel.BACHELOR, i, withDegree(tokens, i, to));
        }
        if (HIGH_SCHOOLS.has(tokens, i)) {
            return new Found(DegreeLevel.HIGH_SCHOOL, i, i + 1);
        }
        if (VOCATIONALS.has(tokens, i)) {
            return new Found(DegreeLevel.VOCATIONAL, i, i + 1);
        }
        if (UNSPECIFIED.has(tokens, i)) {
            return tokens.is(i, "akademischer") && !tokens.is(i + 1, "abschluss") ? null : new Found(null, i, i + 1);
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
                        ? new Found(DegreeLevel.DOCTORATE, i, afterDots(tokens, i, to))
                        : null;
            case "master", "masters":
                return master(tokens, i, from, to);
            case "associate", "associates":
                return DEGREE_WORD.has(tokens, i + 1)
                                || tokens.end(i) > tokens.wordEnd(i)
                                        && (tokens.is(i + 1, "or") || tokens.is(i + 1, "of") || tokens.is(i + 1, "in"))
                                || tokens.is(i + 1, "of") && SUBJECT.has(tokens, i + 2)
                        ? new Found(DegreeLevel.ASSOCIATE, i, withDegree(tokens, i, to))
                        : null;
            case "high":
                return tokens.is(i + 1, "school") && HIGH_SCHOOL_AFTER.has(tokens, i + 2)
                        ? new Found(DegreeLevel.HIGH_SCHOOL, i, i + 3)
                        : null;
            case "secondary":
                return tokens.is(i + 1, "school") && HIGH_SCHOOL_AFTER.has(tokens, i + 2)
                                || tokens.is(i + 1, "education")
                                        && !tokens.is(i - 1, "post")
                                        && !tokens.is(i - 2, "post")
                        ? new Found(DegreeLevel.HIGH_SCHOOL, i, i + 2)
                        : null;
            case "vocational":
                return VOCATIONAL_AFTER.has(tokens, i + 1) ? new Found(DegreeLevel.VOCATIONAL, i, i + 2) : null;
            case "bac":
                return bac(tokens, i);
            case "diplom":
                return new Found(DegreeLevel.MASTER, i, i + 1);
            case "ingénieur":
                return tokens.is(i - 1, "d") && (tokens.is(i - 2, "école") || tokens.is(i - 2, "diplôme"))
                        ? new Found(DegreeLevel.MASTER, i, i + 1)
                        : null;
            case "ingeniero", "ingeniera":
                return i <= from + 2 && (tokens.is(i + 1, "en") || tokens.is(i + 1, "de") || tokens.is(i + 1, "o"))
                        ? new Found(DegreeLevel.BACHELOR, i, i + 1)
                        : null;
            case "graduação":
                return tokens.is(i - 1, "pós") || tokens.is(i - 2, "pós")
                        ? null
                        : new Found(DegreeLevel.BACHELOR, i, i + 1);
            case "ensino":
                return tokens.is(i + 1, "médio")
                        ? new Found(DegreeLevel.HIGH_SCHOOL, i, i + 2)
                        : tokens.is(i + 1, "superior") ? new Found(null, i, i + 2) : null;
            case "título", "titulación":
                return tokens.is(i + 1, "universitario")
                                || tokens.is(i + 1, "universitaria")
                                || tokens.is(i + 1, "profesional")
                        ? new Found(null, i, i + 2)
                        : null;
            case "formation":
                return tokens.is(i + 1, "supérieure") || tokens.is(i + 1, "universitaire")
                        ? new Found(null, i, i + 2)
                        : null;
            case "formación":
                return tokens.is(i + 1, "profesional")
                        ? new Found(DegreeLevel.VOCATIONAL, i, i + 2)
                        : tokens.is(i + 1, "universitaria") ? new Found(null, i, i + 2) : null;
            case "undergraduate", "postgraduate":
                return DEGREE_WORD.has(tokens, i + 1)
                        ? new Found(tokens.is(i, "undergraduate") ? DegreeLevel.BACHELOR : DegreeLevel.MASTER, i, i + 2)
                        : null;
            case "diploma":
                return tokens.is(i + 1, "in") || tokens.is(i - 1, "university") || tokens.is(i - 1, "college")
                        ? new Found(null, i, i + 1)
                        : null;
            case "superior":
                return i == from && isSchooling(tokens, i + 1) || tokens.is(i - 1, ":") && isSchooling(tokens, i + 1)
                        ? new Found(null, i, i + 1)
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

    private static Found degree(Tokens tokens, int i, int from) {
        if (i > from && tokens.is(i - 1, "advanced")) {
            return new Found(DegreeLevel.MASTER, i - 1, i + 1);
        }
        if (tokens.is(i + 1, "requirements") && tokens.is(i - 1, "specific")) {
            return null;
        }
        if (tokens.is(i - 1, "graduate") && !tokens.is(i - 2, "or") && !tokens.is(i - 2, "under")) {
            return new Found(DegreeLevel.MASTER, i - 1, i + 1);
        }
        int year = ModalityCues.is(tokens, i - 2, '-') ? i - 3 : i - 2;
        if (tokens.is(i - 1, "year") && (tokens.is(year, "4") || tokens.is(year, "four"))) {
            return new Found(DegreeLevel.BACHELOR, year, i + 1);
        }
        if (tokens.is(i - 1, "year") && (tokens.is(year, "2") || tokens.is(year, "two"))) {
            return new Found(DegreeLevel.ASSOCIATE, year, i + 1);
        }
        boolean measure = tokens.is(i + 1, "of")
                || tokens.is(i + 1, "to")
                || i > from && NO_DEGREE_BEFORE.has(tokens, i - 1)
                || tokens.is(i - 1, "°");
        return measure ? null : new Found(null, i, i + 1);
    }

    /** "Master's", "Master of Science", "Masters degree", "Master or PhD"; never "Scrum Master" or "master data". */
    private static Found master(Tokens tokens, int i, int from, int to) {
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
        return known ? new Found(DegreeLevel.MASTER, i, withDegree(tokens, i, to)) : null;
    }

    /** "un Master 2", "en Master Informatique", "d'un Master en physique". */
    private static boolean isFrench(Tokens tokens, int i) {
        return tokens.is(i + 1, "1") && i > 0
                || tokens.is(i + 1, "2")
                || (tokens.is(i - 1, "un") || tokens.is(i - 1, "en")) && tokens.isWord(i + 1);
    }

    /** "BS", "MA", "BE": in capitals, beside "degree", "in" or another degree. */
    private static Found letters(Tokens tokens, int i, int from, int to) {
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
        return new Found(
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
    private static Found dotted(Tokens tokens, int i, WordSet letters, DegreeLevel level, int to) {
        boolean dot = ModalityCues.is(tokens, i + 1, '.') && tokens.touchesPrevious(i + 1);
        if (!dot || i + 2 >= to || !letters.has(tokens, i + 2)) {
            return null;
        }
        return new Found(level, i, afterDots(tokens, i, to));
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
    private static Found bac(Tokens tokens, int i) {
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
        return new Found(level, i, i + 3);
    }

    /** "Computer Science, Physics, or a related field" of "... degree in Computer Science, Physics, or a related field". */
    private static String field(Tokens tokens, Found found, int to) {
        int start = found.to();
        int limit = Math.min(to, start + 14);
        int subject = -1;
        while (start < limit && !FIELD_LEAD.has(tokens, start)) {
            if (tokens.is(start, "of") && subject < 0 && start + 1 < limit && SUBJECT.has(tokens, start + 1)) {
                subject = start + 1;
            }
            boolean passes = CONNECTIVE.has(tokens, start)
                    || tokens.is(start, Trigger.DEGREE)
                    || subject >= 0 && SUBJECT.has(tokens, start)
                    || !tokens.isWord(start) && !ModalityCues.is(tokens, start, ';');
            if (!passes) {
                start = limit;
                break;
            }
            start++;
        }
        if (start < limit) {
            start++;
            if (tokens.is(start, "a") || tokens.is(start, "an") || tokens.is(start, "the")) {
                start++;
            }
        } else if (subject >= 0) {
            start = subject;
        } else {
            return null;
        }
        int end = start;
        int longest = Math.min(to, start + 24);
        while (end < longest && !endsField(tokens, end)) {
            end++;
        }
        while (end > start
                && (!tokens.isWord(end - 1)
                        || tokens.is(end - 1, "or")
                        || tokens.is(end - 1, "and")
                        || tokens.is(end - 1, "an")
                        || tokens.is(end - 1, "a"))) {
            end--;
        }
        return end <= start ? null : tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }

    private static boolean endsField(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        boolean stopSign = !tokens.isWord(i) && c != ',' && c != '/' && c != '&' && c != '-';
        return stopSign
                || FIELD_STOP.has(tokens, i)
                || (tokens.is(i, Trigger.NUMBER) || tokens.is(i, Trigger.NUMBER_WORD))
                || tokens.is(i, Trigger.DEGREE)
                        && !tokens.is(i, "high")
                        && !tokens.is(i, "superior")
                        && !tokens.is(i, "be")
                || tokens.is(i, "at") && tokens.is(i + 1, "least");
    }

    private static boolean orEquivalent(Tokens tokens, Found found, int to) {
        int limit = Math.min(to, found.to() + 40);
        boolean years = false;
        for (int i = found.to(); i < limit; i++) {
            years |= tokens.is(i, Trigger.YEARS);
            if (!EQUIVALENT.has(tokens, i)) {
                continue;
            }
            boolean or = OR.has(tokens, i - 1) || OR.has(tokens, i - 2) || OR.has(tokens, i - 3);
            boolean plainly = tokens.is(i, "equivalent")
                    || tokens.is(i, "equivalency")
                    || tokens.is(i, "comparable")
                    || tokens.word(i).startsWith("gleichwertig")
                    || tokens.word(i).startsWith("vergleichbar")
                    || tokens.word(i).startsWith("équivalent")
                    || tokens.is(i, "equivalente");
            boolean experience =
                    tokens.is(i + 1, "experience") || tokens.is(i + 2, "experience") || tokens.is(i + 3, "experience");
            // "a degree and 4 years of software or related work experience": related to the software, not to the degree
            if (or && (plainly && !tokens.is(i + 1, "degree") || experience && (plainly || !years))) {
                return true;
            }
        }
        return false;
    }

    /** What structured fields say, against what the text says. */
    private static void reconcile(PostingView view, List<DegreeDemand> demands) {
        if (view.raw().degrees() == null) {
            return;
        }
        int fromText = demands.size();
        for (String value : view.raw().degrees()) {
            DegreeLevel level = level(value);
            if (level == null || holds(demands, level)) {
                continue;
            }
            int open = unspecified(demands, fromText);
            if (open >= 0) {
                DegreeDemand text = demands.get(open);
                demands.set(
                        open,
                        new DegreeDemand(
                                level,
                                text.fieldOfStudy(),
                                text.orEquivalent(),
                                text.modality(),
                                ValueStatus.STRUCTURED,
                                text.evidence()));
                continue;
            }
            boolean conflict = fromText > 0;
            if (conflict) {
                view.issue(
                        Issue.DEGREE_CONFLICT,
                        "field: " + value + "; text: " + demands.get(0).level());
            }
            demands.add(new DegreeDemand(
                    level,
                    null,
                    false,
                    Modality.REQUIRED,
                    conflict ? ValueStatus.CONFLICT : ValueStatus.STRUCTURED,
                    Evidence.markup("degree.field")));
        }
    }

    private static int unspecified(List<DegreeDemand> demands, int to) {
        for (int i = 0; i < to; i++) {
            if (demands.get(i).level() == null) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(List<DegreeDemand> demands, DegreeLevel level) {
        for (DegreeDemand demand : demands) {
            if (demand.level() == level) {
                return true;
            }
        }
        return false;
    }

    /** Google's credential categories, and what sources write beside them. */
    private static DegreeLevel level(String value) {
        String lower = value == null ? "" : value.toLowerCase(Locale.ROOT);
        if (lower.contains("doctor") || lower.contains("phd")) {
            return DegreeLevel.DOCTORATE;
        }
        if (lower.contains("postgraduate") || lower.contains("master")) {
            return DegreeLevel.MASTER;
        }
        if (lower.contains("bachelor")) {
            return DegreeLevel.BACHELOR;
        }
        if (lower.contains("associate")) {
            return DegreeLevel.ASSOCIATE;
        }
        if (lower.contains("high school")) {
            return DegreeLevel.HIGH_SCHOOL;
        }
        return lower.contains("vocational") ? DegreeLevel.VOCATIONAL : null;
    }
}
