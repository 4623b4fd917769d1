package io.jobmart.parse;

import io.jobmart.text.Tokens;

/** The ways in which a sentence says of this job, or of all who work there, that the work is remote. */
final class RemoteStatement {
    private RemoteStatement() {}

    /** The head of a text, in characters. */
    private static final int HEAD = 300;

    private static final int LONGEST_HEADING = 120;

    /**
     * "We welcome remote candidates", "open to considering remote applicants", "open to both remote and in-person
     * candidates", "remote engineers are welcome".
     */
    static boolean isSought(Tokens tokens, int i, int next) {
        boolean candidates = false;
        for (int k = next; k < next + 5 && !tokens.is(k, "."); k++) {
            candidates |= tokens.is(k, "candidates") || tokens.is(k, "applicants");
            if (tokens.is(k, "welcome") && !tokens.is(k + 1, "to")
                    || tokens.is(k, "welcome") && tokens.is(k - 1, "are")) {
                return true;
            }
        }
        if (!candidates) {
            return false;
        }
        int before = tokens.is(i - 1, "both") ? i - 2 : i - 1;
        before = tokens.is(before, "considering") || tokens.is(before, "consider") ? before - 1 : before;
        return tokens.is(before, "welcome")
                || tokens.is(before, "encourage")
                || tokens.is(before, "will") && before < i - 1
                || tokens.is(before, "to") && tokens.is(before - 1, "open") && !tokens.is(before - 3, "roles");
    }

    /** "As this is a remote position, the range depends on where you live": sure even among the rules of the house. */
    static boolean isOfThisJob(Tokens tokens, int i) {
        int article = WorkplaceWords.FULL.contains(tokens.word(i - 1)) ? i - 2 : i - 1;
        return tokens.is(article, "a")
                && tokens.is(article - 1, "is")
                && tokens.is(article - 2, "this")
                && WorkplaceWords.JOB_WORDS.contains(tokens.word(i + 1));
    }

    /** "This position can be in-office, remote or a hybrid", "this role is hybrid or remote": remote is among the modes. */
    static boolean isOneOfModes(Tokens tokens, int i, int next) {
        if (isWordNoun(tokens, next)) {
            return false;
        }
        boolean other = false;
        int k = i - 1;
        while (k > i - 14 && WorkplaceWords.MODE_PARTS.contains(tokens.word(k))) {
            other |= tokens.is(k, "hybrid")
                    || tokens.is(k, "onsite")
                    || tokens.is(k, "site")
                    || tokens.is(k, "office")
                    || tokens.is(k, "person");
            k--;
        }
        if (!other || !(tokens.is(k, "be") || tokens.is(k, "is"))) {
            return false;
        }
        for (int j = k - 1; j > k - 5; j--) {
            if (WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(j))) {
                return true;
            }
        }
        return false;
    }

    /** "Data Engineer (Remote)" as the first line of a text. */
    static boolean isInHead(WorkplaceReading reading, Tokens tokens, int i) {
        int first = WorkplaceWords.FULL.contains(tokens.word(i - 1)) ? i - 1 : i;
        if (tokens.start(i) >= HEAD || !tokens.is(first - 1, "(") || !tokens.is(i + 1, ")")) {
            return false;
        }
        Line line = reading.view.lineAt(tokens.start(i));
        return line != null && line.end() - line.start() < LONGEST_HEADING;
    }

    /** "You can work from our office in Porto or remote anywhere in Portugal". */
    static boolean isAnywhere(Tokens tokens, int i) {
        return tokens.is(i + 1, "anywhere") && (tokens.is(i + 2, "in") || tokens.is(i + 2, "within"));
    }

    /** "Remote: Eastern time zone only", "Remote: yes": a label of its own. */
    static boolean isLabel(WorkplaceReading reading, Tokens tokens, int i) {
        return tokens.is(i + 1, ":")
                && ModeContext.isLineStart(reading, tokens, i)
                && !tokens.is(i + 2, "no")
                && !tokens.is(i + 2, "not")
                && !tokens.is(i + 2, "none");
    }

    /**
     * "Remote-first environment" among what is offered, "we offer the convenience of remote work": how the employer works
     * as a rule, which holds where nothing else is said of this job.
     */
    static boolean isCustom(WorkplaceReading reading, Tokens tokens, int i) {
        int next = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        if (tokens.is(next, "first") || tokens.is(next, "only")) {
            boolean quoted = !tokens.isWord(next + 1);
            String noun = tokens.word(quoted || tokens.is(next + 1, "work") ? next + 2 : next + 1);
            int first = tokens.is(i - 1, "a") ? i - 1 : i;
            boolean own = tokens.is(i - 1, "our")
                    || tokens.is(first - 1, "have") && tokens.is(first - 2, "we")
                    || tokens.is(first - 1, "with") && tokens.is(first, "a");
            boolean custom = noun.equals("environment")
                    || noun.equals("culture")
                    || own && (noun.equals("policy") || noun.equals("model") || noun.equals("approach"));
            return (own || ModeContext.isLineStart(reading, tokens, first)) && (custom || isCompanyWord(noun));
        }
        if (!tokens.is(i + 1, "work") || tokens.is(i + 2, "for") || tokens.is(i + 2, "when")) {
            return false;
        }
        for (int k = i - 1; k > i - 6 && k > 0; k--) {
            if ((tokens.is(k, "offer") || tokens.is(k, "provide"))
                    && (tokens.is(k - 1, "we") || tokens.is(k - 1, "also"))) {
                return true;
            }
        }
        return false;
    }

    /** "Welding Engineer – Remote – ..." at the head of a text. */
    static boolean isBetweenDashes(Tokens tokens, int i) {
        return tokens.start(i) < HEAD && isDash(tokens, i - 1) && isDash(tokens, i + 1);
    }

    /** A dash with a blank before it: "non-remote-ready" has none. */
    private static boolean isDash(Tokens tokens, int i) {
        return (tokens.is(i, "-") || tokens.is(i, "–") || tokens.is(i, "—")) && !tokens.touchesPrevious(i);
    }

    /** "A flexible policy (not fully remote)", "not a fully remote position": remote in part. */
    static boolean isNotFull(Tokens tokens, int i, int next) {
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
    static boolean isAtFirst(Tokens tokens, int i) {
        for (int k = i - 4; k < i + 3; k++) {
            String word = k < 0 || k >= tokens.count() ? "" : tokens.word(k);
            if (word.equals("initially") || word.equals("temporarily")) {
                return true;
            }
        }
        return false;
    }

    /** "This role will initially start off remote", "the position will temporarily be remote". */
    static boolean startsOff(Tokens tokens, int i) {
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

    /** "This role is primarily remote", "the position is currently remote". */
    static boolean isAfterVerb(Tokens tokens, int before) {
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
    static boolean isOrRemote(Tokens tokens, int i) {
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
            return ModeContext.isLineStart(reading, tokens, i - 1)
                    || tokens.is(i - 2, "de") && WorkplaceWords.MODE_NOUNS.contains(tokens.word(i - 3));
        }
        if (noun.equals("forma")) {
            // "100% de forma remota"
            int of = tokens.is(i - 2, "de") ? i - 2 : i - 1;
            return ModeContext.isFull(tokens, of);
        }
        return WorkplaceWords.MODE_NOUNS.contains(noun);
    }

    static boolean isWordNoun(Tokens tokens, int next) {
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
    static boolean isNounAfterMore(Tokens tokens, int i) {
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
    static boolean isLabelled(Tokens tokens, int i) {
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
    static boolean isRemoteCompany(Tokens tokens, int i) {
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
        // "a globally dispersed, 100% remote company"
        for (int adjective = k - 1; tokens.is(k, ",") && adjective > k - 5; adjective--) {
            if (tokens.is(adjective, "a") || tokens.is(adjective, "an")) {
                k = adjective;
            }
        }
        boolean article = tokens.is(k, "a") || tokens.is(k, "an");
        boolean company = isCompanyWord(tokens.word(noun));
        int subject = article ? k - 1 : k;
        // "KoBold ® is": a sign behind the name
        int named = tokens.isWord(subject - 1) ? subject - 1 : subject - 2;
        boolean we = tokens.is(subject, "are") && tokens.is(subject - 1, "we")
                || tokens.is(subject, "re") && (tokens.is(subject - 2, "we") || tokens.is(subject - 1, "we"))
                || tokens.is(subject, "is") && (isName(tokens, named) || isOurTeam(tokens, subject - 1))
                || tokens.is(subject, "been") && (tokens.is(subject - 1, "has") || tokens.is(subject - 1, "have"))
                || first && tokens.is(subject, "be") && tokens.is(subject - 2, "proud")
                || tokens.is(subject, "we're")
                || tokens.is(subject, "we’re");
        return article
                ? company && (we || tokens.is(subject, "as") && isAboutUs(tokens, noun))
                : first && we && (!tokens.isWord(noun) || tokens.is(noun, "and"));
    }

    /** "Our team is", "our company is". */
    private static boolean isOurTeam(Tokens tokens, int i) {
        return tokens.is(i - 1, "our") && (tokens.is(i, "team") || tokens.is(i, "company"));
    }

    /** "As a fully remote company with no central office, we ...". */
    private static boolean isAboutUs(Tokens tokens, int noun) {
        for (int k = noun + 1; k < noun + 8 && !tokens.is(k, "."); k++) {
            if (tokens.is(k, ",")) {
                return tokens.is(k + 1, "we");
            }
        }
        return false;
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

    static boolean isTeam(Tokens tokens, int next) {
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
}
