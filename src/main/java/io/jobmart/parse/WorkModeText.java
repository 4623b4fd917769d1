package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.text.Tokens;

/** Reads what the sentences of a posting say of remote work: "this is a remote role", "work from anywhere". */
final class WorkModeText {
    private final WorkSiteText sites;

    WorkModeText(WorkSiteText sites) {
        this.sites = sites;
    }

    void remote(WorkplaceReading reading, Tokens tokens, int i) {
        if (ModeContext.isUnticked(tokens, i)) {
            return;
        }
        if (tokens.is(i - 1, "-") && tokens.is(i - 2, "li")) {
            return;
        }
        if (tokens.is(i - 1, "#") && tokens.touchesPrevious(i) && !tokens.is(i - 2, "#")) {
            tagged(reading, tokens, i);
            return;
        }
        if (ModeContext.isBoilerplate(reading, tokens, i) && !RemoteStatement.isOfThisJob(tokens, i)) {
            return;
        }
        int next = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean job = WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(next))
                || RemoteStatement.isNounAfterMore(tokens, i)
                || tokens.is(next, "first") && WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(next + 1))
                || tokens.is(next, "work") && tokens.is(next + 1, "location");
        boolean full = ModeContext.isFull(tokens, i);
        boolean conditional = ModeContext.conditional(tokens, i) || ModeContext.isForSome(tokens, i);
        int before = i - 1;
        boolean every = tokens.is(before, "are") && tokens.is(before - 1, "roles") && tokens.is(before - 2, "our");
        boolean sought = RemoteStatement.isSought(tokens, i, next);
        boolean startsOff = RemoteStatement.startsOff(tokens, i);
        boolean stated = every
                || startsOff
                || sought
                || RemoteStatement.isLabel(reading, tokens, i)
                || RemoteStatement.isBetweenDashes(tokens, i)
                || RemoteStatement.isLabelled(tokens, i)
                || RemoteStatement.isRemoteCompany(tokens, i)
                || RemoteStatement.isOneOfModes(tokens, i, next)
                || RemoteStatement.isInHead(reading, tokens, i)
                || RemoteStatement.isAnywhere(tokens, i)
                || tokens.is(i + 1, "based") && tokens.is(i + 2, "in") && ModeContext.isLineStart(reading, tokens, i)
                || tokens.is(before, "being") && WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(before - 1))
                || tokens.is(before, "and")
                        && !RemoteStatement.isWordNoun(tokens, next)
                        && tokens.is(before - 2, "-")
                        && tokens.is(before - 4, "is")
                        && WorkplaceWords.JOB_WORDS.contains(tokens.word(before - 5))
                || tokens.is(before, "to")
                        && tokens.is(before - 1, "open")
                        && tokens.is(before - 2, "is")
                        && (WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(before - 3)))
                || RemoteStatement.isAfterVerb(tokens, before)
                || RemoteStatement.isModeOfRomance(reading, tokens, i)
                || tokens.is(before, "]") && tokens.is(before - 2, "[")
                || RemoteStatement.isOrRemote(tokens, i)
                || tokens.is(before, "be")
                        && !full
                        && (tokens.is(before - 1, "can") || tokens.is(before - 1, "will"))
                        && !RemoteStatement.isWordNoun(tokens, next);
        int offered = tokens.is(i + 1, "possible") || tokens.is(i + 1, "ok") ? i + 1 : i;
        boolean alone = ModeContext.isWholeLine(reading, tokens, full ? i - 1 : i, offered);
        boolean opening = full && RemoteStatement.isTeam(tokens, next) && opensLine(reading, tokens, i - 1);
        if (!conditional) {
            custom(reading, tokens, i);
        }
        if (!conditional && (full && !RemoteStatement.isTeam(tokens, next) || opening || job || stated || alone)) {
            Evidence evidence = Evidence.text(tokens.start(full ? i - 1 : i), tokens.end(i), "workplace.text.remote");
            if (ModeContext.negated(tokens, full ? i - 1 : i)) {
                if (RemoteStatement.isNotFull(tokens, i, next)) {
                    reading.modes.textHybrid = reading.modes.textHybrid == null ? evidence : reading.modes.textHybrid;
                }
                return;
            }
            if (RemoteStatement.isAtFirst(tokens, i)) {
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
            k = tokens.is(k, "anywhere") ? k + 1 : k;
            // "a remote position for candidates in Ghana"
            if (tokens.is(k, "for") && WorkplaceWords.APPLICANTS.contains(tokens.word(k + 1))) {
                k += tokens.is(k + 2, "based") || tokens.is(k + 2, "located") ? 3 : 2;
            }
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

    /** "#LI-Remote", "#LI-RemoteUS": a tag that job boards sort by, wherever it stands. */
    void tag(WorkplaceReading reading, Tokens tokens, int i) {
        if (tokens.is(i - 1, "#") && tokens.is(i + 1, "-") && tokens.word(i + 2).startsWith("remote")) {
            tagged(reading, tokens, i + 2);
        }
    }

    private static void tagged(WorkplaceReading reading, Tokens tokens, int i) {
        if (reading.modes.textRemote == null) {
            reading.modes.textRemote = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.tag");
        }
    }

    /** "Você pode trabalhar de onde quiser", "trabaja desde donde quieras". */
    void wherever(WorkplaceReading reading, Tokens tokens, int i) {
        int where = i - 1;
        boolean said = (tokens.is(where, "onde") || tokens.is(where, "donde"))
                && (tokens.word(where - 1).startsWith("trabalh")
                        || tokens.word(where - 1).startsWith("trabaj")
                        || tokens.word(where - 2).startsWith("trabalh")
                        || tokens.word(where - 2).startsWith("trabaj"));
        if (said && !ModeContext.isBoilerplate(reading, tokens, i) && reading.modes.textRemote == null) {
            reading.modes.textRemote = Evidence.text(tokens.start(where - 2), tokens.end(i), "workplace.text.anywhere");
        }
    }

    /** "Fully remote team - choose where you live" in a list of what is offered. */
    private static boolean opensLine(WorkplaceReading reading, Tokens tokens, int full) {
        Line line = reading.view.lineAt(tokens.start(full));
        return line != null && tokens.start(full) - line.start() <= 2;
    }

    /** "Mode de travail à distance", "poste à distance": the French for remote work, as an offer. */
    void distance(WorkplaceReading reading, Tokens tokens, int i) {
        int noun = i - 2;
        if (!tokens.is(i - 1, "à")
                || ModeContext.isBoilerplate(reading, tokens, i)
                || ModeContext.negated(tokens, noun)) {
            return;
        }
        boolean offered = tokens.is(noun, "poste")
                || tokens.is(noun, "entièrement")
                || tokens.is(noun, "travail")
                        && (ModeContext.isLineStart(reading, tokens, noun)
                                || tokens.is(noun - 1, "de")
                                        && WorkplaceWords.MODE_NOUNS.contains(tokens.word(noun - 2)));
        if (offered && reading.modes.textRemote == null) {
            reading.modes.textRemote = Evidence.text(tokens.start(noun), tokens.end(i), "workplace.text.distance");
        }
    }

    /** How the employer works as a rule: "remote-first culture", "a virtual first workplace". */
    void custom(WorkplaceReading reading, Tokens tokens, int i) {
        if (reading.modes.customRemote == null && RemoteStatement.isCustom(reading, tokens, i)) {
            reading.modes.customRemote = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.remote_custom");
        }
    }

    void remotely(WorkplaceReading reading, Tokens tokens, int i) {
        if (ModeContext.isBoilerplate(reading, tokens, i)
                || ModeContext.conditional(tokens, i)
                || ModeContext.negated(tokens, i)) {
            return;
        }
        if (ModeContext.isFull(tokens, i) && isOrFull(tokens, i)) {
            Evidence evidence = Evidence.text(tokens.start(i - 1), tokens.end(i), "workplace.text.remotely");
            reading.modes.textRemote = reading.modes.textRemote == null ? evidence : reading.modes.textRemote;
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
                || ModeContext.isFull(tokens, i) && (tokens.is(i - 2, "work") || tokens.is(i - 4, "work"))
                || tokens.is(i - 1, "performed")
                || tokens.is(i - 1, "worked") && tokens.is(i - 2, "be")
                || ModeContext.isFull(tokens, i) && isOperated(tokens, i)
                || tokens.is(i - 1, "out") && tokens.is(i - 2, "carried")
                || tokens.is(i - 1, "done");
        // "open to folks working remotely"
        boolean open = tokens.is(i - 1, "working")
                && (tokens.is(i - 3, "to") && tokens.is(i - 4, "open")
                        || tokens.is(i - 2, "to") && tokens.is(i - 3, "open"));
        work |= open;
        String before = tokens.word(i - 2);
        boolean offered = before.equals("to")
                        && (tokens.is(i - 3, "choose") || tokens.is(i - 3, "option") || tokens.is(i - 3, "able"))
                || before.equals("can")
                || before.equals("will")
                || before.equals("may")
                || before.equals("be")
                || before.equals("carried")
                || before.equals("we") && (tokens.is(i + 1, "first") || tokens.is(i + 1, ",") || tokens.is(i + 1, "."))
                || open
                || ModeContext.isFull(tokens, i);
        boolean regional = tokens.is(i + 1, "(")
                || tokens.is(i + 1, "anywhere") && tokens.is(i + 2, "in")
                || tokens.is(i + 1, "from")
                || tokens.is(i + 1, "within")
                || tokens.is(i + 1, "in");
        // "Work remotely! Most of our team is spread over the country."
        offered |= tokens.is(i - 1, "work") && ModeContext.isLineStart(reading, tokens, i - 1) && !tokens.isWord(i + 1);
        if (work && (offered || regional) && !tokens.is(i + 1, "with")) {
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i - 1), tokens.end(i), "workplace.text.remotely");
            }
            if (regional) {
                sites.region(reading, tokens, i + 1, "workplace.text.remote_in");
            }
        }
    }

    /** "You may work in our office or 100% remotely". */
    private static boolean isOrFull(Tokens tokens, int i) {
        for (int k = i - 1; k > i - 4; k--) {
            if (tokens.is(k, "or")) {
                return true;
            }
        }
        return false;
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
            if (!ModeContext.isBoilerplate(reading, tokens, i)
                    && !ModeContext.conditional(tokens, i - 1)
                    && !ModeContext.negated(tokens, i - 1)) {
                Evidence said = Evidence.text(tokens.start(i - 1), tokens.end(i), "workplace.text.anywhere");
                reading.anywhere = reading.anywhere == null ? said : reading.anywhere;
                reading.modes.textRemote = reading.modes.textRemote == null ? said : reading.modes.textRemote;
            }
            return;
        }
        boolean work = tokens.is(i - 1, "from") && (tokens.is(i - 2, "work") || tokens.is(i - 2, "remotely"));
        if (!work || ModeContext.isBoilerplate(reading, tokens, i) || ModeContext.conditional(tokens, i - 2)) {
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
