package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Tokens;

/** Reads what the sentences of a posting say of remote work: "this is a remote role", "work from anywhere". */
final class WorkModeText {
    /** The head of a text, in characters. */
    private static final int HEAD = 300;

    private final WorkSiteText sites;

    WorkModeText(WorkSiteText sites) {
        this.sites = sites;
    }

    /** "[ ] Remoto": a form's box that was left empty. */
    static boolean isUnticked(Tokens tokens, int i) {
        return tokens.is(i - 1, "]") && tokens.is(i - 2, "[");
    }

    static boolean isBoilerplate(WorkplaceReading reading, Tokens tokens, int i) {
        SectionKind section = reading.section(tokens.start(i));
        return section == SectionKind.BOILERPLATE;
    }

    /** Whether nothing but a dash, a number or "%" stands between: "100% remote", "fully-remote". */
    static boolean isFull(Tokens tokens, int i) {
        int k = i - 1;
        while (tokens.is(k, "-") || tokens.is(k, "%") || tokens.is(k, "–")) {
            k--;
        }
        return WorkplaceWords.FULL.contains(tokens.word(k));
    }

    void remote(WorkplaceReading reading, Tokens tokens, int i) {
        if (isUnticked(tokens, i)) {
            return;
        }
        if (tokens.is(i - 1, "-") && tokens.is(i - 2, "li") && tokens.is(i - 3, "#")
                || tokens.is(i - 1, "#") && tokens.touchesPrevious(i) && !tokens.is(i - 2, "#")) {
            // "#LI-Remote": a tag that job boards sort by, wherever it stands.
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.tag");
            }
            return;
        }
        if (isBoilerplate(reading, tokens, i)) {
            return;
        }
        int next = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean job = WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(next))
                || isNounAfterMore(tokens, i)
                || tokens.is(next, "first") && WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(next + 1))
                || tokens.is(next, "work") && tokens.is(next + 1, "location");
        boolean full = isFull(tokens, i);
        boolean conditional = conditional(tokens, i);
        int before = i - 1;
        boolean every = tokens.is(before, "are") && tokens.is(before - 1, "roles") && tokens.is(before - 2, "our");
        boolean sought = isSought(tokens, i, next);
        boolean startsOff = startsOff(tokens, i);
        boolean stated = every
                || startsOff
                || sought
                || isBetweenDashes(tokens, i)
                || isLabelled(tokens, i)
                || isRemoteCompany(tokens, i)
                || tokens.is(before, "being") && WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(before - 1))
                || tokens.is(before, "and")
                        && !isWordNoun(tokens, next)
                        && tokens.is(before - 2, "-")
                        && tokens.is(before - 4, "is")
                        && WorkplaceWords.JOB_WORDS.contains(tokens.word(before - 5))
                || tokens.is(before, "to")
                        && tokens.is(before - 1, "open")
                        && tokens.is(before - 2, "is")
                        && (WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(before - 3)))
                || isAfterVerb(tokens, before)
                || isModeOfRomance(reading, tokens, i)
                || tokens.is(before, "]") && tokens.is(before - 2, "[")
                || isOrRemote(tokens, i)
                || tokens.is(before, "be")
                        && !full
                        && (tokens.is(before - 1, "can") || tokens.is(before - 1, "will"))
                        && !isWordNoun(tokens, next);
        int offered = tokens.is(i + 1, "possible") || tokens.is(i + 1, "ok") ? i + 1 : i;
        boolean alone = isWholeLine(reading, tokens, full ? i - 1 : i, offered);
        boolean opening = full && isTeam(tokens, next) && opensLine(reading, tokens, i - 1);
        if (!conditional && (full && !isTeam(tokens, next) || opening || job || stated || alone)) {
            Evidence evidence = Evidence.text(tokens.start(full ? i - 1 : i), tokens.end(i), "workplace.text.remote");
            if (negated(tokens, full ? i - 1 : i)) {
                if (isNotFull(tokens, i, next)) {
                    reading.modes.textHybrid = reading.modes.textHybrid == null ? evidence : reading.modes.textHybrid;
                }
                return;
            }
            if (isAtFirst(tokens, i)) {
                reading.modes.textHybrid = reading.modes.textHybrid == null ? evidence : reading.modes.textHybrid;
                if (startsOff && reading.modes.jobHybrid == null) {
                    reading.modes.jobHybrid = evidence;
                }
                return;
            }
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote = evidence;
            }
            int k = job || sought ? next + 1 : i + 1;
            k = tokens.is(k, "based") ? k + 1 : k;
            if (tokens.is(k, "(")
                    || tokens.is(k, "in")
                    || tokens.is(k, "within")
                    || tokens.is(k, "from")
                    || tokens.is(k, "across")
                    || tokens.is(k, "-")) {
                sites.region(reading, tokens, k, "workplace.text.remote_in");
            }
        }
    }

    /** "Fully remote team - choose where you live" in a list of what is offered. */
    private static boolean opensLine(WorkplaceReading reading, Tokens tokens, int full) {
        Line line = reading.view.lineAt(tokens.start(full));
        return line != null && tokens.start(full) - line.start() <= 2;
    }

    /** "We welcome remote candidates", "open to remote applicants", "open to both remote and in-person candidates". */
    private static boolean isSought(Tokens tokens, int i, int next) {
        boolean candidates = false;
        for (int k = next; k < next + 5; k++) {
            candidates |= tokens.is(k, "candidates") || tokens.is(k, "applicants");
        }
        if (!candidates) {
            return false;
        }
        int before = tokens.is(i - 1, "both") ? i - 2 : i - 1;
        return tokens.is(before, "welcome")
                || tokens.is(before, "to") && tokens.is(before - 1, "open") && !tokens.is(before - 3, "roles");
    }

    /** "Welding Engineer – Remote – ..." at the head of a text. */
    private static boolean isBetweenDashes(Tokens tokens, int i) {
        return tokens.start(i) < HEAD && isDash(tokens, i - 1) && isDash(tokens, i + 1);
    }

    /** A dash with a blank before it: "non-remote-ready" has none. */
    private static boolean isDash(Tokens tokens, int i) {
        return (tokens.is(i, "-") || tokens.is(i, "–") || tokens.is(i, "—")) && !tokens.touchesPrevious(i);
    }

    /** "A flexible policy (not fully remote)", "not a fully remote position": remote in part. */
    private static boolean isNotFull(Tokens tokens, int i, int next) {
        int word = i - 1;
        while (tokens.is(word, "-") || tokens.is(word, "%") || tokens.is(word, "–")) {
            word--;
        }
        if (!WorkplaceWords.FULL.contains(tokens.word(word))) {
            return false;
        }
        boolean article = tokens.is(word - 1, "a");
        int not = article ? word - 2 : word - 1;
        return tokens.is(not, "not")
                && (article ? WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(next)) : !tokens.isWord(i + 1));
    }

    /** "Initially 100% remote; then two days a week", "remote initially": not for good. */
    private static boolean isAtFirst(Tokens tokens, int i) {
        for (int k = i - 4; k < i + 3; k++) {
            String word = k < 0 || k >= tokens.count() ? "" : tokens.word(k);
            if (word.equals("initially") || word.equals("temporarily")) {
                return true;
            }
        }
        return false;
    }

    /** "This role will initially start off remote", "the position will temporarily be remote". */
    private static boolean startsOff(Tokens tokens, int i) {
        int k = i - 1;
        while (k > i - 6
                && (tokens.is(k, "be")
                        || tokens.is(k, "start")
                        || tokens.is(k, "begin")
                        || tokens.is(k, "off")
                        || tokens.is(k, "out")
                        || tokens.is(k, "as")
                        || tokens.is(k, "initially")
                        || tokens.is(k, "temporarily"))) {
            k--;
        }
        return k < i - 1
                && isAtFirst(tokens, i)
                && (tokens.is(k, "will") || tokens.is(k, "is"))
                && WorkplaceWords.JOB_WORDS.contains(tokens.word(k - 1));
    }

    /** "Mode de travail à distance", "poste à distance": the French for remote work, as an offer. */
    void distance(WorkplaceReading reading, Tokens tokens, int i) {
        int noun = i - 2;
        if (!tokens.is(i - 1, "à") || isBoilerplate(reading, tokens, i) || negated(tokens, noun)) {
            return;
        }
        boolean offered = tokens.is(noun, "poste")
                || tokens.is(noun, "entièrement")
                || tokens.is(noun, "travail")
                        && (isLineStart(reading, tokens, noun)
                                || tokens.is(noun - 1, "de")
                                        && WorkplaceWords.MODE_NOUNS.contains(tokens.word(noun - 2)));
        if (offered && reading.modes.textRemote == null) {
            reading.modes.textRemote = Evidence.text(tokens.start(noun), tokens.end(i), "workplace.text.distance");
        }
    }

    /** "This role is primarily remote", "the position is currently remote". */
    private static boolean isAfterVerb(Tokens tokens, int before) {
        int k = before;
        if (tokens.is(k, "primarily")
                || tokens.is(k, "mostly")
                || tokens.is(k, "mainly")
                || tokens.is(k, "currently")) {
            k--;
        }
        return tokens.is(k, "is")
                && (WorkplaceWords.JOB_WORDS.contains(tokens.word(k - 1)) || tokens.is(k - 1, "this"));
    }

    /** "This position is based at our site in Boulder, CO or remote." */
    private static boolean isOrRemote(Tokens tokens, int i) {
        if (!tokens.is(i - 1, "or") || !(tokens.is(i + 1, ".") || tokens.is(i + 1, "("))) {
            return false;
        }
        for (int k = i - 2; k >= 0 && k > i - 14 && !tokens.is(k, "."); k--) {
            if (tokens.is(k, "based")
                    && tokens.is(k - 1, "is")
                    && WorkplaceWords.JOB_WORDS.contains(tokens.word(k - 2))) {
                return true;
            }
        }
        return false;
    }

    /** "modelo híbrido", "vaga remota", "régime de travail hybride": what is remote or hybrid stands before. */
    static boolean isModeOfRomance(WorkplaceReading reading, Tokens tokens, int i) {
        String word = tokens.word(i);
        boolean romance = word.startsWith("remot") && !word.equals("remote")
                || word.startsWith("híbrid")
                || word.startsWith("hibrid")
                || word.equals("hybride");
        if (!romance) {
            return false;
        }
        String noun = tokens.word(i - 1);
        if (noun.equals("trabalho") || noun.equals("trabajo") || noun.equals("travail")) {
            // Offered where it opens a line or follows "modelo de"; "acostumbrado al trabajo remoto" asks for it.
            return isLineStart(reading, tokens, i - 1)
                    || tokens.is(i - 2, "de") && WorkplaceWords.MODE_NOUNS.contains(tokens.word(i - 3));
        }
        if (noun.equals("forma")) {
            // "100% de forma remota"
            int of = tokens.is(i - 2, "de") ? i - 2 : i - 1;
            return isFull(tokens, of);
        }
        return WorkplaceWords.MODE_NOUNS.contains(noun);
    }

    private static boolean isWordNoun(Tokens tokens, int next) {
        return tokens.isWord(next)
                && !tokens.is(next, "or")
                && !tokens.is(next, "in")
                && !tokens.is(next, "within")
                && !tokens.is(next, "from")
                && !tokens.is(next, "and")
                && !tokens.is(next, "but")
                && !tokens.is(next, "with")
                && !tokens.is(next, "across")
                && !tokens.is(next, "for");
    }

    /** "a remote, contract role", "this is a Remote/Home Office opportunity": more said before the noun. */
    private static boolean isNounAfterMore(Tokens tokens, int i) {
        int before = i - 1;
        while (before > i - 7 && WorkplaceWords.BETWEEN_REMOTE_AND_NOUN.contains(tokens.word(before))) {
            before--;
        }
        if (!tokens.is(before, "a")) {
            return false;
        }
        for (int k = i + 1; k < i + 8 && k < tokens.count(); k++) {
            if (WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(k))) {
                return k > i + 1;
            }
            if (!WorkplaceWords.BETWEEN_REMOTE_AND_NOUN.contains(tokens.word(k))) {
                return false;
            }
        }
        return false;
    }

    /** "Location: Remote", "Location/Flexibility: Fully remote" inside a line. */
    private static boolean isLabelled(Tokens tokens, int i) {
        int k = i - 1;
        while (k > i - 5 && (WorkplaceWords.FULL.contains(tokens.word(k)) || tokens.is(k, "%") || tokens.is(k, "-"))) {
            k--;
        }
        return (tokens.is(k, ":") || tokens.is(k, "–") || tokens.is(k + 1, "-") && !tokens.touchesPrevious(k + 1))
                && (tokens.is(tokens.is(k, ":") || tokens.is(k, "–") ? k - 1 : k, "location")
                        || tokens.is(k - 1, "flexibility") && tokens.is(k - 3, "location")
                        || tokens.is(k - 1, "workplace")
                        || tokens.is(k - 1, "arrangement"));
    }

    /** "We are a fully remote company", "as an all-remote company", "we're a remote-first team", "We are remote-first". */
    private static boolean isRemoteCompany(Tokens tokens, int i) {
        int k = i - 1;
        boolean all = false;
        while (k > i - 5
                && (WorkplaceWords.FULL.contains(tokens.word(k))
                        || tokens.is(k, "all")
                        || tokens.is(k, "%")
                        || tokens.is(k, "-"))) {
            all |= !tokens.is(k, "-") && !tokens.is(k, "%");
            k--;
        }
        int next = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean first = tokens.is(next, "first") || tokens.is(next, "only");
        if (!all && !first) {
            return false;
        }
        int noun = first ? next + 1 : next;
        // "a remote-first, open source company"
        int more = noun;
        while (first
                && more < noun + 6
                && !isCompanyWord(tokens.word(more))
                && (tokens.isWord(more) || tokens.is(more, ",") || tokens.is(more, "-"))) {
            more++;
        }
        noun = first && isCompanyWord(tokens.word(more)) ? more : noun;
        boolean article = tokens.is(k, "a") || tokens.is(k, "an");
        boolean company = isCompanyWord(tokens.word(noun));
        int subject = article ? k - 1 : k;
        boolean we = tokens.is(subject, "are") && tokens.is(subject - 1, "we")
                || tokens.is(subject, "re") && (tokens.is(subject - 2, "we") || tokens.is(subject - 1, "we"))
                || first && tokens.is(subject, "is") && isName(tokens, subject - 1)
                || tokens.is(subject, "we're")
                || tokens.is(subject, "we’re");
        boolean as = tokens.is(subject, "as") && tokens.is(noun + 1, ",") && tokens.is(noun + 2, "we");
        return article ? company && (we || as) : first && we && !tokens.isWord(noun);
    }

    /** A word with a capital that is none of "This", "It": what a company is called. */
    private static boolean isName(Tokens tokens, int i) {
        return tokens.isWord(i)
                && Character.isUpperCase(tokens.text().charAt(tokens.start(i)))
                && !tokens.is(i, "this")
                && !tokens.is(i, "it")
                && !tokens.is(i, "there");
    }

    private static boolean isCompanyWord(String word) {
        return switch (word) {
            case "company",
                    "team",
                    "organization",
                    "organisation",
                    "startup",
                    "workplace",
                    "studio",
                    "agency",
                    "business",
                    "firm",
                    "nonprofit",
                    "employer" -> true;
            default -> word.startsWith("compan");
        };
    }

    private static boolean isTeam(Tokens tokens, int next) {
        String word = tokens.word(next);
        return word.startsWith("team")
                || word.equals("flexibility")
                || word.equals("while")
                || word.startsWith("compan")
                || word.equals("environment")
                || word.equals("workforce")
                || word.equals("culture")
                || word.equals("organization")
                || word.equals("roles")
                || word.equals("version")
                || word.startsWith("interview")
                || word.equals("onboarding")
                || word.equals("process")
                || word.startsWith("event")
                || word.equals("startup")
                || word.equals("organisation");
    }

    /** "for fully-remote roles", "if remote", "when working remotely": nothing is said of this job. */
    static boolean conditional(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 4 && k >= 0; k--) {
            String word = tokens.word(k);
            if (word.equals("if")
                    || word.equals("when")
                    || word.equals("whether")
                    || word.equals("some")
                    || word.equals("certain")
                    || word.equals("for") && !tokens.is(k - 1, "open")) {
                return true;
            }
            if (word.equals(".") || word.equals(":")) {
                return false;
            }
        }
        return false;
    }

    static boolean negated(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 4 && k >= 0; k--) {
            String word = tokens.word(k);
            if (word.equals("not")
                    || word.equals("no")
                    || word.equals("non")
                    || word.equals("isn")
                    || word.equals("cannot")
                    || word.equals("nicht")) {
                return true;
            }
            if (word.equals(".") || word.equals(":")) {
                return false;
            }
        }
        return false;
    }

    static boolean isLineStart(WorkplaceReading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        return line != null && tokens.start(i) - line.start() <= 3;
    }

    static boolean isLineEnd(WorkplaceReading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        return line != null && line.end() - tokens.end(i) <= 2;
    }

    static boolean isWholeLine(WorkplaceReading reading, Tokens tokens, int from, int to) {
        Line line = reading.view.lineAt(tokens.start(to));
        return line != null
                && line.end() - line.start() <= 40
                && (tokens.start(from) - line.start() <= 6)
                && !says(reading.view.text(), tokens.end(to), line.end());
    }

    private static boolean says(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    void remotely(WorkplaceReading reading, Tokens tokens, int i) {
        if (isBoilerplate(reading, tokens, i) || conditional(tokens, i) || negated(tokens, i)) {
            return;
        }
        boolean orElse = tokens.is(i - 1, "or")
                && (tokens.is(i + 1, "within")
                        || (tokens.is(i + 1, "from") || tokens.is(i + 1, "in"))
                                && (tokens.is(i + 2, "the") || tokens.is(i + 2, "anywhere")));
        if (orElse) {
            // "based out of our New York office or remotely in the US"
            if (sites.region(reading, tokens, i + 1, "workplace.text.remote_in") && reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.remotely");
            }
            return;
        }
        boolean work = tokens.is(i - 1, "work")
                || tokens.is(i - 1, "%") && tokens.is(i - 2, "100") && tokens.is(i - 3, "work")
                || isFull(tokens, i) && (tokens.is(i - 2, "work") || tokens.is(i - 4, "work"))
                || tokens.is(i - 1, "performed")
                || tokens.is(i - 1, "worked") && tokens.is(i - 2, "be")
                || isFull(tokens, i) && isOperated(tokens, i)
                || tokens.is(i - 1, "out") && tokens.is(i - 2, "carried")
                || tokens.is(i - 1, "done");
        String before = tokens.word(i - 2);
        boolean offered = before.equals("to")
                        && (tokens.is(i - 3, "choose") || tokens.is(i - 3, "option") || tokens.is(i - 3, "able"))
                || before.equals("can")
                || before.equals("will")
                || before.equals("may")
                || before.equals("be")
                || before.equals("carried")
                || isFull(tokens, i);
        boolean regional = tokens.is(i + 1, "(")
                || tokens.is(i + 1, "from")
                || tokens.is(i + 1, "within")
                || tokens.is(i + 1, "in");
        // "Work remotely! Most of our team is spread over the country."
        offered |= tokens.is(i - 1, "work") && isLineStart(reading, tokens, i - 1) && !tokens.isWord(i + 1);
        if (work && (offered || regional) && !tokens.is(i + 1, "with")) {
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i - 1), tokens.end(i), "workplace.text.remotely");
            }
            if (regional) {
                sites.region(reading, tokens, i + 1, "workplace.text.remote_in");
            }
        }
    }

    /** "This role can operate 100% remotely". */
    private static boolean isOperated(Tokens tokens, int i) {
        boolean operate = false;
        for (int k = i - 1; k >= i - 6; k--) {
            operate |= tokens.is(k, "operate") || tokens.is(k, "operates");
            if (operate && WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(k))) {
                return true;
            }
        }
        return false;
    }

    void anywhere(WorkplaceReading reading, Tokens tokens, int i) {
        if (tokens.is(i - 1, "work") && tokens.is(i + 1, "you") && tokens.is(i + 2, "want")) {
            // "the ability to work anywhere you want"
            if (!isBoilerplate(reading, tokens, i) && !conditional(tokens, i - 1) && !negated(tokens, i - 1)) {
                Evidence said = Evidence.text(tokens.start(i - 1), tokens.end(i), "workplace.text.anywhere");
                reading.anywhere = reading.anywhere == null ? said : reading.anywhere;
                reading.modes.textRemote = reading.modes.textRemote == null ? said : reading.modes.textRemote;
            }
            return;
        }
        boolean work = tokens.is(i - 1, "from") && (tokens.is(i - 2, "work") || tokens.is(i - 2, "remotely"));
        if (!work || isBoilerplate(reading, tokens, i) || conditional(tokens, i - 2)) {
            return;
        }
        Evidence evidence = Evidence.text(tokens.start(i - 2), tokens.end(i), "workplace.text.anywhere");
        if (tokens.is(i + 1, "in") || tokens.is(i + 1, "within")) {
            if (tokens.is(i + 2, "the") && tokens.is(i + 3, "world")) {
                reading.regions.putIfAbsent("WORLD", evidence);
            } else if (!sites.region(reading, tokens, i + 1, "workplace.text.anywhere")) {
                return;
            }
        } else if (tokens.is(i + 1, "for") || tokens.is(i + 1, "up")) {
            // "Work from anywhere for up to 30 days a year" is a benefit.
            return;
        } else if (!tokens.is(i + 1, ":")) {
            reading.regions.putIfAbsent("WORLD", evidence);
        } else if (reading.anywhere == null) {
            // "Work from anywhere: ...", the label of a benefit
            reading.anywhere = evidence;
        }
        if (reading.modes.textRemote == null) {
            reading.modes.textRemote = evidence;
        }
    }
}
