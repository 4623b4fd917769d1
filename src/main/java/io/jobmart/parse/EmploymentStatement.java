package io.jobmart.parse;

import io.jobmart.model.EmploymentType;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.Set;

/**
 * Whether a text states the type of this job where it names one: "this is a full-time position", "Employment type:
 * contract", "we are hiring a permanent ...", and not "full-time employees receive".
 */
final class EmploymentStatement {
    private static final Set<String> JOB = EmploymentPhrase.WORDS.set("job");
    private static final Set<String> THE_JOB = EmploymentPhrase.WORDS.set("the_job");
    private static final Set<String> LABELS = EmploymentPhrase.WORDS.set("label");
    private static final Set<String> LATER = EmploymentPhrase.WORDS.set("later");
    private static final WordSet SEEK = EmploymentPhrase.WORDS.words("seek");
    private static final WordSet REFUSALS = EmploymentPhrase.WORDS.words("refusal");

    /** A line that tells types and modes and nothing else has at most so many tokens. */
    private static final int LONGEST_LIST = 14;

    /** A line of pieces between bars may be as long as this. */
    private static final int LONGEST_PIECES = 40;

    /** Lists of types below a label are followed upwards for so many tokens. */
    private static final int FARTHEST_LABEL = 24;

    private final EmploymentPhrase phrase;
    private final EmploymentType type;
    private final int first;
    private final int last;

    private EmploymentStatement(EmploymentPhrase phrase) {
        this.phrase = phrase;
        this.type = phrase.type();
        this.first = phrase.first();
        this.last = phrase.last();
    }

    /** The rule by which the text states that this job is of this type, or null. */
    static String rule(PostingView view, Tokens tokens, EmploymentPhrase phrase) {
        return new EmploymentStatement(phrase).read(view, tokens);
    }

    private String read(PostingView view, Tokens tokens) {
        int start = tokens.start(first);
        Line line = view.lineAt(start);
        SectionKind section = view.sectionAt(start);
        String text = tokens.text();
        int lineStart = line != null ? line.start() : text.lastIndexOf('\n', start) + 1;
        int lineEnd = line != null ? line.end() : endOfLine(text, start);
        int lineFirst = tokens.at(lineStart);
        int lineLast = tokens.at(lineEnd) - 1;
        boolean choice = tokens.is(first, "full") && first == last;
        if (isOfThisJob(tokens)) {
            return "employment.statement";
        }
        if (section == SectionKind.BOILERPLATE && !choice || box(tokens, ' ')) {
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
        // "- [x] Full Time"
        if (box(tokens, 'x') || box(tokens, 'X')) {
            return "employment.label";
        }
        // "Employment type: Full-time", or the label as a heading and the type alone on the next line
        if (labelled(tokens, lineFirst) && !tokens.is(last + 1, "employees") && !isLater(tokens, lineFirst)) {
            return "employment.label";
        }
        if (underLabel(tokens, lineFirst, words)) {
            return "employment.label";
        }
        if (name.equals("ft") || name.equals("coop") || name.equals("co")) {
            return null;
        }
        if (choice && !aboutOthers(tokens, lineLast)) {
            return "employment.statement";
        }
        boolean plural = name.equals("contractors") || name.equals("freelancers");
        if (section == SectionKind.ABOUT_COMPANY) {
            return null;
        }
        if (plural) {
            return sought(tokens, lineFirst) && !aboutOthers(tokens, lineLast) ? "employment.statement" : null;
        }
        // "The position is full-time and remote.", "This position is for a full-time, senior engineer"
        int verb = tokens.is(first - 2, "for") && tokens.is(first - 1, "a") ? first - 3 : first - 1;
        boolean said = (tokens.is(verb, "is") || tokens.is(verb, "be") || tokens.is(verb, "es"))
                && (THE_JOB.contains(tokens.word(verb - 1)) || THE_JOB.contains(tokens.word(verb - 2)));
        if (said && !isWeak(tokens) && !aboutOthers(tokens, lineLast)) {
            return "employment.statement";
        }
        if (isBetweenFirms(tokens)) {
            return refused(tokens, lineFirst, lineLast) ? null : "employment.statement";
        }
        if (isTermed(tokens, lineLast) && !isLater(tokens, lineFirst) && !section.demands()
                || name.equals("contract") && isToHire(tokens) && !aboutOthers(tokens, lineLast)) {
            return refused(tokens, lineFirst, first) ? null : "employment.statement";
        }
        if (sought(tokens, lineFirst) && !aboutOthers(tokens, lineLast) && !phrase.isThing(tokens)) {
            return "employment.statement";
        }
        if ((name.equals("pj") || name.equals("contract"))
                && !section.demands()
                && words <= 2
                && isList(tokens, lineFirst, lineLast)) {
            return "employment.alone";
        }
        // "Contract of employment or B2B contract", "for a B2B contract: 20 000 to 24 000 PLN"
        if (name.equals("b2b") && tokens.is(last + 1, "contract") && !section.demands() && isFinal(tokens, last + 2)) {
            return "employment.statement";
        }
        if (isPiece(tokens, lineFirst, lineLast) && !aboutOthers(tokens, lineLast)) {
            return "employment.alone";
        }
        if (isWeak(tokens)) {
            return null;
        }
        int length = last - first + 1;
        if ((words <= length + 1 || words <= LONGEST_LIST && isList(tokens, lineFirst, lineLast))
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

    /** "[ ] Full time", "[x] Full time": whether the phrase follows a box with this sign in it. */
    private boolean box(Tokens tokens, char sign) {
        int at = tokens.start(first) - 1;
        String text = tokens.text();
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        if (at < 1 || text.charAt(at) != ']') {
            return false;
        }
        int from = text.lastIndexOf('[', at);
        return from >= 0
                && at - from <= 3
                && at - from > 0
                && (sign == ' '
                        ? text.substring(from + 1, at).isBlank()
                        : text.indexOf(sign, from) == at - 1 || text.indexOf(sign, from) == from + 1);
    }

    /** "We are hiring a full-time, permanent developer": what is sought is named right behind the type. */
    private boolean sought(Tokens tokens, int lineFirst) {
        int i = first - 1;
        while (i >= lineFirst && i >= first - 6 && isBridge(tokens, i, tokens.word(i))) {
            i--;
        }
        if (tokens.is(i, "a") || tokens.is(i, "an") || tokens.is(i, "one") || tokens.is(i, "experienced")) {
            i--;
        }
        if (tokens.is(i, "for")) {
            i--;
        }
        return i >= lineFirst
                && i < first - 1
                && SEEK.has(tokens, i)
                && !tokens.is(i - 1, "you")
                && !tokens.is(i - 1, "you're")
                && !tokens.is(i - 2, "you");
    }

    /** "C2C", "corp to corp": nothing else is meant by these. */
    private boolean isBetweenFirms(Tokens tokens) {
        return tokens.is(first, "c2c") || tokens.is(first, "corp");
    }

    private static boolean refused(Tokens tokens, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (REFUSALS.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "6 month contract", "long-term contract", "contract duration: 6 months", "fixed term for 6 months". */
    private boolean isTermed(Tokens tokens, int lineLast) {
        if (tokens.is(first, "contract")) {
            int before = tokens.is(first - 1, "-") ? first - 2 : first - 1;
            if (EmploymentPhrase.MONTHS.has(tokens, before)) {
                int count = before - 1;
                while (count > before - 4 && !tokens.isWord(count)) {
                    count--;
                }
                return tokens.is(count, Trigger.NUMBER) || tokens.is(count, Trigger.NUMBER_WORD);
            }
            if (tokens.is(before, "term")) {
                int kind = tokens.is(before - 1, "-") ? before - 2 : before - 1;
                return (tokens.is(kind, "long") || tokens.is(kind, "short"))
                        && !tokens.is(last + 1, "with")
                        && !tokens.is(last + 1, "research");
            }
        } else if (!tokens.is(first, "fixed") && !tokens.is(first, "temporary")) {
            return false;
        }
        int from = last + 1;
        if (tokens.is(from, "duration") || tokens.is(from, "length") || tokens.is(from, "for")) {
            from++;
        } else if (!tokens.is(from, ":") && !tokens.is(from, "(") && !tokens.is(from, Trigger.NUMBER)) {
            return false;
        }
        for (int i = from; i < Math.min(lineLast, from + 5); i++) {
            if (tokens.is(i, Trigger.NUMBER)) {
                int unit = i + 1;
                while (unit < i + 4 && !EmploymentPhrase.MONTHS.has(tokens, unit)) {
                    unit++;
                }
                return EmploymentPhrase.MONTHS.has(tokens, unit);
            }
        }
        return false;
    }

    /** "The salary for this full-time position is": sure wherever it stands. */
    private boolean isOfThisJob(Tokens tokens) {
        return tokens.is(first - 1, "this") && THE_JOB.contains(tokens.word(last + 1));
    }

    /** "Remote, LATAM | Full Time | 5+ years": a line of pieces, one of which is the type. */
    private boolean isPiece(Tokens tokens, int lineFirst, int lineLast) {
        return first > lineFirst
                && tokens.is(first - 1, "|")
                && (last == lineLast || tokens.is(last + 1, "|"))
                && lineLast - lineFirst < LONGEST_PIECES;
    }

    /** Whether the phrase ends there: "B2B contract negotiations" goes on. */
    private static boolean isFinal(Tokens tokens, int i) {
        return !tokens.isWord(i) || newLine(tokens, i - 1) || tokens.is(i, "or") || tokens.is(i, "and");
    }

    /** "Contract to hire", "contract-to-perm", "contract with an opportunity to hire". */
    private boolean isToHire(Tokens tokens) {
        int next = tokens.is(last + 1, "-") ? last + 2 : last + 1;
        if (!tokens.is(next, "to") && !tokens.is(next, "2")) {
            return false;
        }
        next = tokens.is(next + 1, "-") ? next + 2 : next + 1;
        return tokens.is(next, "hire") || tokens.is(next, "perm") || tokens.is(next, "permanent");
    }

    /** Whether the line tells types, modes of work and signs, and nothing else: "Remote - Full-time /". */
    private boolean isList(Tokens tokens, int lineFirst, int lineLast) {
        if (lineLast - lineFirst >= LONGEST_LIST) {
            return false;
        }
        for (int i = lineFirst; i <= lineLast; i++) {
            if (tokens.isWord(i)
                    && (i < first || i > last)
                    && !tokens.is(i, Trigger.EMPLOYMENT)
                    && !tokens.is(i, Trigger.WORK_MODE)
                    && !isBridge(tokens, i, tokens.word(i))) {
                return false;
            }
        }
        return true;
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

    static boolean newLine(Tokens tokens, int token) {
        return tokens.text()
                        .substring(tokens.end(token), tokens.start(token + 1))
                        .indexOf('\n')
                >= 0;
    }

    /**
     * "Contratação" or "Regime" as a heading, and a short line below that begins with types: "PJ", "CLT ou PJ, a
     * combinar". Between the heading and the line there may be more types, each on a line of its own.
     */
    private boolean underLabel(Tokens tokens, int lineFirst, int words) {
        for (int i = lineFirst; i < first; i++) {
            if (tokens.isWord(i) && !isName(tokens, i) && !LABELS.contains(tokens.word(i))) {
                return false;
            }
        }
        boolean pair = first > lineFirst;
        if (words > (pair ? LONGEST_LIST : 4)) {
            return false;
        }
        int above = lineFirst - 1;
        while (above >= 0 && above > lineFirst - FARTHEST_LABEL && (!tokens.isWord(above) || isName(tokens, above))) {
            above--;
        }
        return above >= 0
                && LABELS.contains(tokens.word(above))
                && (above == 0 || newLine(tokens, above - 1) || isTwoWords(tokens, above));
    }

    /** "Tipo de contratação", "Working pattern": a label of up to four words that fills its line. */
    private static boolean isTwoWords(Tokens tokens, int label) {
        for (int i = label - 1; i >= label - 4 && i >= 0; i--) {
            if (i == 0 || newLine(tokens, i - 1)) {
                return true;
            }
            if (!tokens.isWord(i) && Character.isLetterOrDigit(tokens.text().codePointAt(tokens.start(i)))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isName(Tokens tokens, int i) {
        return (tokens.is(i, Trigger.EMPLOYMENT) && !LABELS.contains(tokens.word(i)))
                || tokens.is(i, "ou")
                || tokens.is(i, "or")
                || tokens.is(i, "time");
    }

    /** Names that are mostly used for other things than this job's type. */
    private boolean isWeak(Tokens tokens) {
        return switch (tokens.word(first)) {
            case "pj", "b2b", "temp", "perm", "stage", "volunteer", "indefinido" -> true;
            case "contract" -> !jobAfter(tokens) && !tokens.is(first - 1, "month") && !tokens.is(first - 1, "months");
            default -> false;
        };
    }

    private boolean jobAfter(Tokens tokens) {
        for (int i = last + 1; i <= last + 9; i++) {
            String word = tokens.word(i);
            if (JOB.contains(word)) {
                return true;
            }
            // "a full-time, Denver-based role", "a full-time, 100% remote position"
            if (tokens.is(i + 1, "-") && tokens.is(i + 2, "based")) {
                i += 2;
            } else if (!isBridge(tokens, i, word) && !isDegree(word)) {
                return false;
            }
        }
        return false;
    }

    /** How much of the work is remote: "fully", "100%". */
    private static boolean isDegree(String word) {
        return word.equals("fully") || word.equals("100") || word.equals("%") || word.equals("completely");
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
            if (EmploymentPhrase.OTHERS.contains(tokens.word(i))) {
                return true;
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
        // "Full-time work up to 40 hours per week" in a list of what is offered
        if (tokens.is(last + 1, "work") && opensLine(tokens, lineFirst) && !section.demands()) {
            return true;
        }
        for (int i = lineFirst; i < first; i++) {
            // "de nombreuses opportunités en CDI peuvent vous attendre"
            if (tokens.is(i, "opportunités") || tokens.is(i, "möglichkeit")) {
                return false;
            }
        }
        if (!job && type != EmploymentType.PERMANENT && type != EmploymentType.INTERN) {
            return isPlain(tokens) && lineLast - lineFirst < LONGEST_LIST && !section.demands();
        }
        if (isLater(tokens, lineFirst)) {
            return false;
        }
        if (job) {
            if (section.demands() && !thisJob(tokens, lineFirst)) {
                return false;
            }
            return thisJob(tokens, lineFirst)
                    || opensLine(tokens, lineFirst)
                            && (lineLast - last <= 14 || tokens.is(last + 2, "available") || tokens.is(last + 2, ":"));
        }
        return (type == EmploymentType.INTERN ? thisJob(tokens, lineFirst) : isPlain(tokens)) && !section.demands();
    }

    /** "A path to full-time employment", "may become", "opportunity to convert to". */
    private boolean isLater(Tokens tokens, int lineFirst) {
        for (int i = Math.max(lineFirst, first - 14); i < first; i++) {
            if (LATER.contains(tokens.word(i))) {
                return true;
            }
        }
        return false;
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

    /** Names that say no more than a type, with or without a word for the job. */
    private boolean isPlain(Tokens tokens) {
        return switch (tokens.word(first)) {
            case "vollzeit",
                    "teilzeit",
                    "festanstellung",
                    "unbefristete",
                    "unbefristeten",
                    "unbefristeter",
                    "unbefristetes",
                    "unbefristet",
                    "indefinite",
                    "clt",
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
                        "offering",
                        "hiring",
                        "offer",
                        "need",
                        "searching",
                        "für",
                        "as",
                        "join",
                        "fill",
                        "on",
                        "we",
                        "be" -> {
                    return true;
                }
                case "looking" -> {
                    if (!tokens.is(i - 1, "you")) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }
}
