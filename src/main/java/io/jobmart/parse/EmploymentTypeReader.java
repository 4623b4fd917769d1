package io.jobmart.parse;

import io.jobmart.model.EmploymentType;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the employment types that a posting offers: from structured values in their many spellings, from the header and
 * the title, and from the text only where it states them plainly. "Full-time employees receive" is about others.
 */
public final class EmploymentTypeReader {
    /** Structured values, letters and digits only, lower case. An empty list is a value that says nothing. */
    private static final Map<String, List<EmploymentType>> VALUES = new HashMap<>();

    static {
        put(
                "FULL_TIME",
                "fulltime full ft vollzeit tempointegral integral tempspleincomplet tempsplein jornadacompleta tiempocompleto heltid"
                        + " fulltimepermanent completa pełnyetat fulltimeregular fulltimefixedterm regularfulltime fulltimeposition toànthờigian"
                        + " clt clt40h fulltimeemployee fulltimeemployment 40hours");
        put(
                "PART_TIME",
                "parttime part pt teilzeit tempoparcial parcial meiodeperíodo tempspartiel mediajornada tiempoparcial deltid"
                        + " parttimeminijob minijob parttimepermanent parttimefixedterm regularparttime parttimeregular bánthờigian");
        put(
                "CONTRACTOR",
                "contractor contract contracting freelance freelancer freelancing contractbased pj b2b b2bcontract"
                        + " independentcontractor contracttohire c2c corptocorp w2contract freiberuflich freieMitarbeit prestataire autónomo autonomo"
                        + " contractbasis subcontractor contratpj freiemitarbeit fulltimefreelance parttimefreelance contrato 1099 selfemployed");
        put(
                "TEMPORARY",
                "temporary temp temporaryfulltime fixedterm fixedtermcontract cdd befristet seasonal interim intérim temporario temporário"
                        + " temporal fulltimefixedterm parttimefixedterm limited locum temporaryposition zeitarbeit aushilfe");
        put(
                "INTERN",
                "intern internship stage praktikum trainee estágio estagio prácticas practicas pasantía becario stagiaire estagiário"
                        + " apprenticeship apprentice alternance werkstudent workingstudent student estagiario traineeship fulltimeinternship thựctập");
        put("VOLUNTEER", "volunteer voluntary volunteering bénévole voluntario ehrenamtlich ehrenamt");
        put("PER_DIEM", "perdiem prn");
        put(
                "PERMANENT",
                "permanent permanentposition permanentfulltime fulltimepermanent parttimepermanent festanstellung unbefristet cdi"
                        + " permanentcontract indefinido indefinite directhire indeterminado permanente employee unbefristeterarbeitsvertrag festeanstellung");
        for (String none : "other any unspecified notspecified none na null unknown regular".split(" ")) {
            VALUES.put(none, List.of());
        }
        // A German "Werkstudent" studies beside part-time work; a "trainee" is an intern in most feeds.
        VALUES.put("employee", List.of());
        VALUES.put("student", List.of());
        VALUES.put("contrato", List.of());
    }

    private static void put(String type, String values) {
        EmploymentType employmentType = EmploymentType.valueOf(type);
        for (String value : values.toLowerCase(Locale.ROOT).split(" +")) {
            VALUES.merge(
                    value, List.of(employmentType), (a, b) -> a.contains(b.get(0)) ? a : List.of(a.get(0), b.get(0)));
        }
    }

    private static final String[] TRIGGERS = {
        "full",
        "fulltime",
        "part",
        "parttime",
        "contract",
        "contractor",
        "contractors",
        "freelance",
        "freelancer",
        "freelancers",
        "permanent",
        "temporary",
        "temp",
        "intern",
        "interns",
        "internship",
        "internships",
        "vollzeit",
        "teilzeit",
        "festanstellung",
        "unbefristet",
        "unbefristete",
        "unbefristeten",
        "unbefristeter",
        "unbefristetes",
        "befristet",
        "werkstudent",
        "praktikum",
        "praktikant",
        "praktikantin",
        "cdi",
        "cdd",
        "stage",
        "stagiaire",
        "alternance",
        "freiberuflich",
        "tempo",
        "temps",
        "jornada",
        "tiempo",
        "indefinido",
        "estágio",
        "estágiario",
        "estagiário",
        "prácticas",
        "pj",
        "clt",
        "b2b",
        "volunteer",
        "diem",
        "fixed",
        "direct",
        "apprenticeship",
        "apprentice",
        "c2c",
        "w2",
        "perm",
        "c2h"
    };

    /** Words after a type that make it the type of this job: "full-time position". */
    private static final Set<String> JOB = Set.of(
            "position",
            "role",
            "job",
            "opportunity",
            "employment",
            "contract",
            "basis",
            "opening",
            "engagement",
            "assignment",
            "vacancy",
            "gig",
            "stelle",
            "poste",
            "puesto",
            "vaga",
            "hire",
            "internship",
            "w2");

    /** Words before the colon of a label: "Employment type:", "Vertragsart:". */
    private static final Set<String> THE_JOB =
            Set.of("position", "role", "job", "internship", "opportunity", "contract", "stelle", "engagement");

    private static final Set<String> LABELS = Set.of(
            "type",
            "types",
            "employment",
            "schedule",
            "status",
            "hours",
            "commitment",
            "contract",
            "term",
            "terms",
            "duration",
            "engagement",
            "jobtype",
            "vertragsart",
            "anstellungsart",
            "beschäftigungsart",
            "arbeitszeit",
            "vertrag",
            "contrat",
            "contrato",
            "jornada",
            "regime",
            "contratação",
            "position",
            "modalidad",
            "modalidade",
            "tenure",
            "basis",
            "category",
            "classification",
            "arbeitsmodell",
            "umfang",
            "shift",
            "vínculo");

    private EmploymentTypeReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(Trigger.EMPLOYMENT, TRIGGERS);
        JOB.forEach(lexicon::add);
        LABELS.forEach(lexicon::add);
    }

    /** Every type once, structured ones first, each with where it was read first. */
    public static List<EmploymentTypeReading> read(PostingView view) {
        List<EmploymentTypeReading> readings = new ArrayList<>();
        EnumSet<EmploymentType> seen = EnumSet.noneOf(EmploymentType.class);
        for (String value : view.raw().employmentTypes()) {
            structured(view, value, seen, readings);
        }
        header(view, seen, readings);
        title(view, seen, readings);
        text(view, seen, readings);
        return List.copyOf(readings);
    }

    private static void structured(
            PostingView view, String value, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        if (value == null || value.isBlank()) {
            return;
        }
        List<EmploymentType> whole = ofValue(value);
        if (whole != null) {
            whole.forEach(type -> add(type, Evidence.markup("employment.structured"), seen, readings));
            return;
        }
        boolean unknown = false;
        for (String part : value.split("[,;|/+·•()]|\\s-\\s|\\s(?:or|and|oder|ou|und|et|e|y)\\s")) {
            if (part.isBlank()) {
                continue;
            }
            List<EmploymentType> types = ofValue(part);
            if (types == null) {
                unknown = true;
            } else {
                types.forEach(type -> add(type, Evidence.markup("employment.structured"), seen, readings));
            }
        }
        if (unknown) {
            view.issue(Issue.EMPLOYMENT_TYPE_UNKNOWN, value.trim());
        }
    }

    /** The types of one structured value; empty when it says nothing, null when it is not known. */
    static List<EmploymentType> ofValue(String value) {
        int slash = value.startsWith("http") ? value.lastIndexOf('/') : -1;
        String name = slash < 0 ? value : value.substring(slash + 1);
        if (name.startsWith("schema:")) {
            name = name.substring(7);
        }
        StringBuilder key = new StringBuilder(name.length());
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        for (int i = 0; i < normal.length() && key.length() < 60; i++) {
            char c = normal.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return VALUES.get(key.toString());
    }

    private static void header(PostingView view, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        Tokens tokens = view.header();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.is(i, Trigger.EMPLOYMENT)) {
                Phrase phrase = Phrase.at(tokens, i);
                if (phrase != null && phrase.standsAlone(tokens)) {
                    add(
                            phrase.type,
                            Evidence.header(
                                    tokens.start(phrase.first), tokens.wordEnd(phrase.last), "employment.header"),
                            seen,
                            readings);
                }
            }
        }
    }

    private static void title(PostingView view, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        Tokens tokens = view.title();
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.EMPLOYMENT)) {
                continue;
            }
            Phrase phrase = Phrase.at(tokens, i);
            if (phrase == null || !phrase.inTitle(tokens)) {
                continue;
            }
            add(
                    phrase.type,
                    Evidence.title(tokens.start(phrase.first), tokens.wordEnd(phrase.last), "employment.title"),
                    seen,
                    readings);
        }
    }

    private static void text(PostingView view, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        Tokens tokens = view.tokens();
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.EMPLOYMENT)) {
                continue;
            }
            Phrase phrase = Phrase.at(tokens, i);
            if (phrase == null || seen.contains(phrase.type)) {
                continue;
            }
            String rule = phrase.inText(view, tokens);
            if (rule != null) {
                add(
                        phrase.type,
                        Evidence.text(tokens.start(phrase.first), tokens.wordEnd(phrase.last), rule),
                        seen,
                        readings);
            }
            i = Math.max(i, phrase.last);
        }
    }

    private static void add(
            EmploymentType type,
            Evidence evidence,
            EnumSet<EmploymentType> seen,
            List<EmploymentTypeReading> readings) {
        if (seen.add(type)) {
            readings.add(new EmploymentTypeReading(type, evidence));
        }
    }

    /** The name of a type in a text, as tokens. */
    private static final class Phrase {
        private final EmploymentType type;
        private final int first;
        private final int last;

        private Phrase(EmploymentType type, int first, int last) {
            this.type = type;
            this.first = first;
            this.last = last;
        }

        static Phrase at(Tokens tokens, int i) {
            int next = i + 1;
            if (tokens.is(next, "-") || tokens.is(next, "‑") || tokens.is(next, "–")) {
                next++;
            }
            String word = tokens.word(i);
            return switch (word) {
                case "full" -> tokens.is(next, "time") ? new Phrase(EmploymentType.FULL_TIME, i, next) : null;
                case "part" -> tokens.is(next, "time") ? new Phrase(EmploymentType.PART_TIME, i, next) : null;
                case "tempo" ->
                    tokens.is(next, "integral")
                            ? new Phrase(EmploymentType.FULL_TIME, i, next)
                            : tokens.is(next, "parcial") ? new Phrase(EmploymentType.PART_TIME, i, next) : null;
                case "temps" ->
                    tokens.is(next, "plein") || tokens.is(next, "complet")
                            ? new Phrase(EmploymentType.FULL_TIME, i, next)
                            : tokens.is(next, "partiel") ? new Phrase(EmploymentType.PART_TIME, i, next) : null;
                case "tiempo", "jornada" ->
                    tokens.is(next, "completo") || tokens.is(next, "completa")
                            ? new Phrase(EmploymentType.FULL_TIME, i, next)
                            : tokens.is(next, "parcial") ? new Phrase(EmploymentType.PART_TIME, i, next) : null;
                case "diem" -> tokens.is(i - 1, "per") ? new Phrase(EmploymentType.PER_DIEM, i - 1, i) : null;
                case "direct" -> tokens.is(next, "hire") ? new Phrase(EmploymentType.PERMANENT, i, next) : null;
                case "fixed" -> tokens.is(next, "term") ? new Phrase(EmploymentType.TEMPORARY, i, next) : null;
                case "fulltime", "vollzeit" -> new Phrase(EmploymentType.FULL_TIME, i, i);
                case "parttime", "teilzeit" -> new Phrase(EmploymentType.PART_TIME, i, i);
                case "contract", "contractor", "freelance", "freelancer", "freiberuflich", "b2b", "c2c", "c2h", "pj" ->
                    new Phrase(EmploymentType.CONTRACTOR, i, i);
                case "permanent",
                        "festanstellung",
                        "unbefristet",
                        "unbefristete",
                        "unbefristeten",
                        "unbefristeter",
                        "unbefristetes",
                        "cdi",
                        "indefinido",
                        "perm" -> new Phrase(EmploymentType.PERMANENT, i, i);
                case "temporary", "temp", "befristet", "cdd" -> new Phrase(EmploymentType.TEMPORARY, i, i);
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
                        "stage" -> new Phrase(EmploymentType.INTERN, i, i);
                case "volunteer" -> new Phrase(EmploymentType.VOLUNTEER, i, i);
                default -> null;
            };
        }

        /** Whether the phrase fills its part of the header between separators. */
        boolean standsAlone(Tokens tokens) {
            return (first == 0 || isSeparator(tokens, first - 1))
                    && (last == tokens.count() - 1 || isSeparator(tokens, last + 1));
        }

        private static boolean isSeparator(Tokens tokens, int i) {
            return switch (tokens.word(i)) {
                case "·", ",", "|", "/", "(", ")", "[", "]", "-", "–", "—", "•", ";", "&", ":", "or", "and", "⏰" ->
                    true;
                default -> !Character.isLetterOrDigit(tokens.text().codePointAt(tokens.start(i)));
            };
        }

        boolean inTitle(Tokens tokens) {
            String word = tokens.word(first);
            boolean edge = (first == 0 || isSeparator(tokens, first - 1))
                    && (last == tokens.count() - 1 || isSeparator(tokens, last + 1));
            return switch (type) {
                case FULL_TIME, PART_TIME, PER_DIEM -> true;
                case INTERN -> !word.equals("stage") || edge;
                case CONTRACTOR ->
                    switch (word) {
                        case "contract" ->
                            edge
                                    || last == tokens.count() - 1 && !tokens.is(first - 1, "smart")
                                    || tokens.is(last + 1, "role")
                                    || tokens.is(last + 1, "position")
                                    || tokens.is(last + 1, "to") && tokens.is(last + 2, "hire")
                                    || tokens.is(first - 1, "month")
                                    || tokens.is(first - 1, "months");
                        case "b2b", "pj" -> edge && first > 0 && tokens.is(first - 1, "(");
                        default -> true;
                    };
                case PERMANENT, TEMPORARY -> !word.equals("temp") || edge;
                case VOLUNTEER -> edge || first == 0;
                default -> false;
            };
        }

        /** The rule by which the text states that this job is of this type, or null. */
        String inText(PostingView view, Tokens tokens) {
            int start = tokens.start(first);
            Line line = view.lineAt(start);
            SectionKind section = view.sectionAt(start);
            String text = tokens.text();
            int lineStart = line != null ? line.start() : text.lastIndexOf('\n', start) + 1;
            int lineEnd = line != null ? line.end() : endOfLine(text, start);
            int lineFirst = tokens.at(lineStart);
            int lineLast = tokens.at(lineEnd) - 1;
            if (section == SectionKind.BOILERPLATE) {
                return null;
            }
            int words = lineLast - lineFirst + 1;
            String name = tokens.word(first);
            if ((name.equals("cdi") || name.equals("cdd")) && !french(view, tokens)) {
                return null;
            }
            // "Contract of employment" is what every employee has.
            if (name.equals("contract") && (tokens.is(last + 1, "of") || tokens.is(first - 1, "employment"))) {
                return null;
            }
            // "Employment type: Full-time", or the label as a heading and the type alone on the next line
            if (labelled(tokens, lineFirst) && !tokens.is(last + 1, "employees")) {
                return "employment.label";
            }
            if (underLabel(tokens, lineFirst, words)) {
                return "employment.label";
            }
            if (section == SectionKind.ABOUT_COMPANY) {
                return null;
            }
            // "The position is full-time and remote."
            boolean said = (tokens.is(first - 1, "is") || tokens.is(first - 1, "be"))
                    && (THE_JOB.contains(tokens.word(first - 2)) || THE_JOB.contains(tokens.word(first - 3)));
            if (said && !isWeak(tokens) && !aboutOthers(tokens, lineLast)) {
                return "employment.statement";
            }
            if (isWeak(tokens)) {
                return null;
            }
            int length = last - first + 1;
            if (words <= length + 1
                    && !aboutOthers(tokens, lineLast)
                    && type != EmploymentType.VOLUNTEER
                    && !tokens.is(first, "stage")) {
                return "employment.alone";
            }
            if (aboutOthers(tokens, lineLast)) {
                return null;
            }
            if (offered(tokens, lineFirst, lineLast, section)) {
                return "employment.statement";
            }
            return null;
        }

        /** Whether "CDI" is a French contract here: by the text's language, else by the word before it. */
        private boolean french(PostingView view, Tokens tokens) {
            if (view.language() != null) {
                return view.language().equals("fr");
            }
            return switch (tokens.word(first - 1)) {
                case "en", "un", "contrat", "poste" -> true;
                case ":" -> tokens.is(first - 2, "contrat");
                default -> false;
            };
        }

        private static int endOfLine(String text, int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        private boolean labelled(Tokens tokens, int lineFirst) {
            for (int i = first - 1; i >= lineFirst - 1 && i >= first - 8 && i >= 0; i--) {
                if (tokens.is(i, ":")) {
                    // A line may begin behind its label: "Employment type:" is cut off as a heading.
                    for (int j = i - 1; j >= 0 && j >= i - 4; j--) {
                        if (tokens.is(j, ".") || j < i - 1 && newLine(tokens, j)) {
                            break;
                        }
                        if (LABELS.contains(tokens.word(j))) {
                            return true;
                        }
                    }
                    return false;
                }
                if (tokens.is(i, ".") || tokens.is(i, ";")) {
                    return false;
                }
            }
            return false;
        }

        private static boolean newLine(Tokens tokens, int token) {
            return tokens.text()
                            .substring(tokens.end(token), tokens.start(token + 1))
                            .indexOf('\n')
                    >= 0;
        }

        /** "Contratação" or "Regime" as a heading, and nothing but "PJ" or "CLT ou PJ" in the line below. */
        private boolean underLabel(Tokens tokens, int lineFirst, int words) {
            int above = lineFirst - 1;
            while (above >= 0 && (tokens.is(above, ":") || tokens.is(above, "-"))) {
                above--;
            }
            return words <= 4
                    && above >= 0
                    && LABELS.contains(tokens.word(above))
                    && (above == 0 || newLine(tokens, above - 1));
        }

        /** Names that are mostly used for other things than this job's type. */
        private boolean isWeak(Tokens tokens) {
            return switch (tokens.word(first)) {
                case "pj", "b2b", "temp", "perm", "stage", "volunteer", "indefinido" -> true;
                case "contract" ->
                    !jobAfter(tokens) && !tokens.is(first - 1, "month") && !tokens.is(first - 1, "months");
                default -> false;
            };
        }

        private boolean jobAfter(Tokens tokens) {
            for (int i = last + 1; i <= last + 5; i++) {
                String word = tokens.word(i);
                if (JOB.contains(word)) {
                    return true;
                }
                if (!isBridge(tokens, i, word)) {
                    return false;
                }
            }
            return false;
        }

        /** Between the type and the job there may be more types and adjectives: "full-time, permanent remote role". */
        private static boolean isBridge(Tokens tokens, int i, String word) {
            return tokens.is(i, Trigger.EMPLOYMENT)
                    || tokens.is(i, Trigger.WORK_MODE)
                    || switch (word) {
                        case ",",
                                "-",
                                "/",
                                "(",
                                ")",
                                "time",
                                "remote",
                                "hybrid",
                                "w2",
                                "w",
                                "2",
                                "benefitted",
                                "benefited",
                                "salaried",
                                "exempt",
                                "and",
                                "or",
                                "direct",
                                "paid",
                                "to",
                                "term",
                                "&",
                                "regular",
                                "based" -> true;
                        default -> false;
                    };
        }

        /** "Full-time employees receive", "contractors may": others than who is hired here. */
        private boolean aboutOthers(Tokens tokens, int lineLast) {
            for (int i = last + 1; i <= Math.min(lineLast, last + 4); i++) {
                switch (tokens.word(i)) {
                    case "employees",
                            "employee",
                            "staff",
                            "team",
                            "workers",
                            "members",
                            "associates",
                            "positions",
                            "benefits",
                            "students",
                            "student",
                            "resident",
                            "residents",
                            "residency",
                            "residence",
                            "experience",
                            "equivalent",
                            "development",
                            "offer",
                            "salary",
                            "yearly",
                            "jobs",
                            "roles",
                            "negotiation",
                            "negotiations",
                            "management",
                            "hours" -> {
                        return true;
                    }
                    default -> {}
                }
            }
            return tokens.is(first - 1, "non")
                    || tokens.is(first - 2, "non")
                    || tokens.is(first - 1, "not")
                    || tokens.is(first - 2, "not")
                    || tokens.is(first - 1, "no");
        }

        private boolean offered(Tokens tokens, int lineFirst, int lineLast, SectionKind section) {
            boolean job = jobAfter(tokens);
            for (int i = lineFirst; i < first; i++) {
                // "de nombreuses opportunités en CDI peuvent vous attendre"
                if (tokens.is(i, "opportunités") || tokens.is(i, "möglichkeit")) {
                    return false;
                }
            }
            if (!job && type != EmploymentType.PERMANENT && type != EmploymentType.INTERN) {
                return german(tokens) && lineLast - lineFirst < 14 && !section.demands();
            }
            for (int i = Math.max(lineFirst, first - 14); i < first; i++) {
                switch (tokens.word(i)) {
                    // "a path to full-time employment", "may become", "opportunity to convert to"
                    case "path",
                            "become",
                            "convert",
                            "conversion",
                            "potential",
                            "potentially",
                            "previous",
                            "prior",
                            "if",
                            "eligible",
                            "after",
                            "lead",
                            "leading",
                            "authorized",
                            "transition",
                            "future",
                            "experience",
                            "successful",
                            "offer",
                            "offers",
                            "possibility",
                            "during",
                            "completed",
                            "least",
                            "previously",
                            "pathway" -> {
                        return false;
                    }
                    default -> {}
                }
            }
            if (job) {
                if (section.demands() && !thisJob(tokens, lineFirst)) {
                    return false;
                }
                return thisJob(tokens, lineFirst) || opensLine(tokens, lineFirst) && lineLast - last <= 10;
            }
            return (type == EmploymentType.INTERN ? thisJob(tokens, lineFirst) : german(tokens)) && !section.demands();
        }

        /** Whether nothing but other types and the like stands before it in its line. */
        private boolean opensLine(Tokens tokens, int lineFirst) {
            for (int i = first - 1; i >= lineFirst; i--) {
                if (i <= first - 8 || !isBridge(tokens, i, tokens.word(i)) && !tokens.is(i, "a")) {
                    return false;
                }
            }
            return true;
        }

        private boolean german(Tokens tokens) {
            return switch (tokens.word(first)) {
                case "vollzeit",
                        "teilzeit",
                        "festanstellung",
                        "unbefristete",
                        "unbefristeten",
                        "unbefristeter",
                        "unbefristetes",
                        "unbefristet",
                        "cdi",
                        "cdd" -> true;
                default -> false;
            };
        }

        /** "This is a ...", "we are looking for a ...", "in this ... role". */
        private boolean thisJob(Tokens tokens, int lineFirst) {
            for (int i = first - 1; i >= lineFirst && i >= first - 22; i--) {
                switch (tokens.word(i)) {
                    case "this",
                            "is",
                            "seeking",
                            "looking",
                            "offering",
                            "hiring",
                            "offer",
                            "need",
                            "searching",
                            "für",
                            "as",
                            "join",
                            "on",
                            "we",
                            "be" -> {
                        return true;
                    }
                    default -> {}
                }
            }
            return false;
        }
    }
}
