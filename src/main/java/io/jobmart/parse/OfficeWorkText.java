package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;

/** Reads what the sentences of a posting say of work in an office: "three days a week on site", "a hybrid role". */
final class OfficeWorkText {
    /** The head of a text, in characters. */
    private static final int HEAD = 200;

    private OfficeWorkText() {}

    /** "Your presence in our Lisbon office once or twice per week". */
    static void officeTimes(WorkplaceReading reading, Tokens tokens, int office) {
        int i = office + 1;
        if (!(tokens.is(i, "once") || tokens.is(i, "twice")) || ModeContext.isBoilerplate(reading, tokens, office)) {
            return;
        }
        for (int k = i + 1; k < i + 6; k++) {
            if (tokens.is(k, "week") || tokens.is(k, "weekly")) {
                if (!ifBefore(tokens, office)) {
                    Evidence evidence =
                            Evidence.text(tokens.start(office), tokens.end(k), "workplace.text.days_office");
                    reading.modes.textHybrid = reading.modes.textHybrid == null ? evidence : reading.modes.textHybrid;
                    reading.modes.jobHybrid = reading.modes.jobHybrid == null ? evidence : reading.modes.jobHybrid;
                }
                return;
            }
        }
    }

    static void hybrid(WorkplaceReading reading, Tokens tokens, int i) {
        if (ModeContext.isUnticked(tokens, i)) {
            return;
        }
        if (ModeContext.isBoilerplate(reading, tokens, i) || ModeContext.negated(tokens, i)) {
            return;
        }
        for (int k = i - 1; k > i - 6; k--) {
            if (tokens.is(k, "%")) {
                // "a third of us are remote while 33% work in a hybrid model"
                return;
            }
        }
        int next = tokens.is(i + 1, "-") || tokens.is(i + 1, "/") ? i + 2 : i + 1;
        // "a finance/data hybrid role" is a mixture of two trades.
        boolean mixture = tokens.isWord(i - 1) && !WorkplaceWords.BEFORE_HYBRID.contains(tokens.word(i - 1));
        boolean tag = tokens.is(i - 1, "-") && tokens.is(i - 2, "li");
        boolean noun = (WorkplaceWords.HYBRID_NOUNS.contains(tokens.word(next)) || isJobAfterMore(tokens, next))
                && !tokens.is(next + 1, "cloud")
                && !mixture;
        boolean stated = tokens.is(i - 1, "is")
                || ModeContext.isWholeLine(reading, tokens, i, i)
                || tokens.is(i - 1, "(") && (tokens.is(i + 1, ")") || tokens.is(i + 1, ",") || tokens.is(i + 1, "-"));
        stated |= RemoteStatement.isModeOfRomance(reading, tokens, i)
                || tokens.is(i + 1, ",") && ModeContext.isLineStart(reading, tokens, i)
                || tokens.is(i - 1, ",") && ModeContext.isLineEnd(reading, tokens, i)
                || tokens.is(i - 1, "]") && tokens.is(i - 3, "[");
        boolean counted = (tokens.is(i + 1, ",") || tokens.is(i + 1, "(")) && tokens.is(i + 2, Trigger.NUMBER);
        if (!noun && !stated && !counted && !tag) {
            return;
        }
        Evidence evidence = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.hybrid");
        if (reading.modes.textHybrid == null) {
            reading.modes.textHybrid = evidence;
        }
        boolean thisJob = tag
                || noun && isJobAfterMore(tokens, next)
                || isInHead(tokens, i)
                || tokens.is(i - 1, "is") && WorkplaceWords.JOB_WORDS.contains(tokens.word(i - 2))
                || tokens.is(i - 1, "be")
                        && tokens.is(i - 2, "will")
                        && WorkplaceWords.JOB_WORDS.contains(tokens.word(i - 3));
        if (thisJob && reading.modes.jobHybrid == null && !ModeContext.conditional(tokens, i)) {
            reading.modes.jobHybrid = evidence;
        }
    }

    /** "A hybrid role", "a hybrid remote/onsite role", "a hybrid working position". */
    private static boolean isJobAfterMore(Tokens tokens, int next) {
        for (int k = next; k < next + 6; k++) {
            if (WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(k))) {
                return true;
            }
            if (!WorkplaceWords.HYBRID_NOUNS.contains(tokens.word(k))
                    && !WorkplaceWords.MODE_PARTS.contains(tokens.word(k))) {
                return false;
            }
        }
        return false;
    }

    /** "Quality Engineer (Hybrid)" as the first line of a text. */
    private static boolean isInHead(Tokens tokens, int i) {
        return tokens.start(i) < HEAD && tokens.is(i - 1, "(") && tokens.is(i + 1, ")");
    }

    /** "3 days a week in our Berlin office", "two days per week on-site". */
    static void days(WorkplaceReading reading, Tokens tokens, int i) {
        int number = i - 1;
        while (number > i - 3
                && !tokens.is(number, Trigger.NUMBER)
                && !tokens.is(number, Trigger.NUMBER_WORD)
                && !isSmall(tokens.word(number))) {
            number--;
        }
        for (int k = number + 1; k < i; k++) {
            // "3 paid volunteer days per year"
            if (tokens.is(k, "paid") || tokens.is(k, "volunteer") || tokens.is(k, "vacation") || tokens.is(k, "sick")) {
                return;
            }
        }
        int count = small(tokens.word(number));
        if (count < 1 || count > 5 || ModeContext.isBoilerplate(reading, tokens, i)) {
            return;
        }
        int k = i + 1;
        boolean office = false;
        for (; k < i + 9 && k < tokens.count(); k++) {
            String word = tokens.word(k);
            if (word.equals(".")
                    || word.equals(";")
                    || reading.view
                                    .text()
                                    .substring(tokens.end(k - 1), tokens.start(k))
                                    .indexOf('\n')
                            >= 0) {
                break;
            }
            if (word.equals("remote")
                    || isTelework(word)
                    || word.equals("remotely")
                    || word.equals("home")
                    || word.equals("homeoffice")
                    || word.equals("vacation")) {
                if (!office && reading.modes.textHybrid == null && count < 5) {
                    reading.modes.textHybrid =
                            Evidence.text(tokens.start(number), tokens.end(k), "workplace.text.days_home");
                }
                return;
            }
            if (word.equals("office")
                    || word.equals("onsite")
                    || word.equals("büro")
                    || word.equals("bureau")
                    || word.equals("oficina")
                    || word.equals("escritório")
                    || word.equals("site") && tokens.is(k - 1, "-")
                    || word.equals("person") && (tokens.is(k - 1, "in") || tokens.is(k - 1, "-"))
                    || word.equals("hub")) {
                office = true;
                break;
            }
        }
        if (!office && count < 5 && reading.modes.textHybrid == null && isWeekly(tokens, i)) {
            // "télétravail jusqu'à 2 jours par semaine", "Home Office: 3 Tage pro Woche"
            for (int b = number - 1; b >= 0 && b > number - 8 && !tokens.is(b, "."); b--) {
                if (isTelework(tokens.word(b))
                        && reading.view.lineAt(tokens.start(b)) == reading.view.lineAt(tokens.start(i))) {
                    reading.modes.textHybrid =
                            Evidence.text(tokens.start(b), tokens.end(i), "workplace.text.days_home");
                    return;
                }
            }
        }
        int first = number;
        if (!office && isWeekly(tokens, i)) {
            int before = officeBefore(reading, tokens, number);
            if (before >= 0) {
                office = true;
                first = before;
                k = i;
            }
        }
        if (office) {
            Evidence evidence = Evidence.text(tokens.start(first), tokens.end(k), "workplace.text.days_office");
            if (count == 5) {
                reading.modes.textOnsite = reading.modes.textOnsite == null ? evidence : reading.modes.textOnsite;
            } else if (!ifBefore(tokens, first)) {
                reading.modes.textHybrid = reading.modes.textHybrid == null ? evidence : reading.modes.textHybrid;
                reading.modes.jobHybrid = reading.modes.jobHybrid == null ? evidence : reading.modes.jobHybrid;
            }
        }
    }

    /**
     * "Physically present at our headquarters in San Jose, CA, 3 days a week", "in-office three days per week": the office
     * before the days, or -1. "Our office has lunch 3 days a week" speaks of nobody's presence.
     */
    private static int officeBefore(WorkplaceReading reading, Tokens tokens, int number) {
        Line line = reading.view.lineAt(tokens.start(number));
        int office = -1;
        for (int k = number - 1; k >= 0 && k > number - 16; k--) {
            if (line != null && tokens.start(k) < line.start() || tokens.is(k, ".") || tokens.is(k, ";")) {
                return -1;
            }
            String word = tokens.word(k);
            if (office < 0) {
                if (isOffice(tokens, k) && !ofSome(tokens, k, line)) {
                    office = k;
                    boolean spoken = tokens.is(k - 1, "in") || tokens.is(k - 1, "-") && tokens.is(k - 2, "in");
                    if (spoken && k >= number - 2) {
                        return k;
                    }
                }
            } else if (WorkplaceWords.PRESENCE.contains(word)) {
                return office;
            }
        }
        return -1;
    }

    /** "For those in our Porto office, we ask", "employees who are based there will be expected": said of some. */
    private static boolean ofSome(Tokens tokens, int from, Line line) {
        for (int k = from - 1; k >= 0 && k > from - 40 && (line == null || tokens.start(k) >= line.start()); k--) {
            if (tokens.is(k, ".")) {
                return false;
            }
            if (tokens.is(k, "those") || tokens.is(k, "who") || tokens.is(k, "some")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOffice(Tokens tokens, int k) {
        return switch (tokens.word(k)) {
            case "office", "onsite", "headquarters", "hq", "hub", "büro" -> true;
            case "site" -> tokens.is(k - 1, "-") && tokens.is(k - 2, "on") || tokens.is(k - 1, "on");
            case "person" -> tokens.is(k - 1, "in") || tokens.is(k - 1, "-") && tokens.is(k - 2, "in");
            default -> false;
        };
    }

    /** "If you live within commuting distance of an office, we expect you there two days a week." */
    private static boolean ifBefore(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 30 && k >= 0 && !tokens.is(k, "."); k--) {
            String word = tokens.word(k);
            if (word.equals("if")
                    || word.equals("within")
                    || word.equals("optional")
                    || word.equals("option")
                    || word.equals("miles")
                    || word.equals("near")) {
                return true;
            }
        }
        return false;
    }

    /** "Flexible hours and home office", "home office option": offered beside an office, unless it is money for one. */
    static void homeOffice(WorkplaceReading reading, Tokens tokens, int i) {
        int office = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        if (!tokens.is(office, "office")
                || reading.modes.textHybrid != null
                || ModeContext.isBoilerplate(reading, tokens, i)) {
            return;
        }
        Line line = reading.view.lineAt(tokens.start(i));
        if (line == null) {
            return;
        }
        boolean option = tokens.is(office + 1, "option")
                || tokens.is(office + 1, "options")
                || tokens.is(office + 1, "possible")
                || tokens.is(office + 1, "possibility")
                || tokens.is(office + 1, "policy")
                || tokens.is(office + 1, "days");
        boolean last = ModeContext.isLineEnd(reading, tokens, office)
                && (tokens.is(i - 1, "and") || tokens.is(i - 1, "&") || tokens.is(i - 1, "+"));
        if (!option && !last) {
            return;
        }
        boolean flexible = option;
        for (int k = tokens.at(line.start()); k < tokens.count() && tokens.start(k) < line.end(); k++) {
            if (WorkplaceWords.FURNISHING.contains(tokens.word(k))) {
                return;
            }
            flexible |= tokens.word(k).startsWith("flexib") || tokens.word(k).startsWith("flexi");
        }
        if (flexible) {
            reading.modes.textHybrid = Evidence.text(tokens.start(i), tokens.end(office), "workplace.text.hybrid");
        }
    }

    private static boolean isTelework(String word) {
        return word.startsWith("télétravail")
                || word.startsWith("teletraba")
                || word.equals("homeoffice")
                || word.equals("remoto")
                || word.equals("distanciel");
    }

    private static boolean isWeekly(Tokens tokens, int i) {
        for (int k = i + 1; k < i + 4; k++) {
            String word = tokens.word(k);
            if (word.equals("semaine") || word.equals("week") || word.equals("semana") || word.equals("woche")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(String word) {
        return small(word) > 0;
    }

    private static int small(String word) {
        return switch (word) {
            case "1", "one", "einen", "un", "uno", "um" -> 1;
            case "2", "two", "zwei", "deux", "dos", "dois" -> 2;
            case "3", "three", "drei", "trois", "tres", "três" -> 3;
            case "4", "four", "vier", "quatre", "cuatro", "quatro" -> 4;
            case "5", "five", "fünf", "cinq", "cinco" -> 5;
            default -> 0;
        };
    }

    /** "Day 1 Onsite", "onsite from day 1". */
    private static boolean isFromFirstDay(Tokens tokens, int start, int i) {
        return tokens.is(start - 1, "1") && tokens.is(start - 2, "day")
                || tokens.is(i + 1, "from") && tokens.is(i + 2, "day");
    }

    /** "working onsite at our plant", "work to be performed onsite", said without "at times". */
    private static boolean isWorkedAt(WorkplaceReading reading, Tokens tokens, int start, int i) {
        boolean performed =
                (tokens.is(start - 1, "performed") || tokens.is(start - 1, "done")) && tokens.is(start - 2, "be");
        boolean worked = (tokens.is(start - 1, "work") || tokens.is(start - 1, "working"))
                && (tokens.is(i + 1, "at")
                        || tokens.is(i + 1, "in")
                        || tokens.is(i + 1, "from")
                        || tokens.is(i + 1, "with"));
        if (!performed && !worked) {
            return false;
        }
        Line line = reading.view.lineAt(tokens.start(i));
        for (int k = Math.max(0, start - 20); k < Math.min(tokens.count(), i + 20); k++) {
            boolean within = line == null || tokens.start(k) >= line.start() && tokens.start(k) < line.end();
            if (within && WorkplaceWords.AT_TIMES.contains(tokens.word(k))) {
                return false;
            }
        }
        return true;
    }

    static void onsite(WorkplaceReading reading, Tokens tokens, int i) {
        boolean split = tokens.is(i, "site");
        if (split && !(tokens.is(i - 1, "-") && tokens.is(i - 2, "on") || tokens.is(i - 1, "on"))) {
            return;
        }
        int start = !split ? i : tokens.is(i - 1, "on") ? i - 1 : i - 2;
        if (ModeContext.isUnticked(tokens, start)) {
            return;
        }
        if (ModeContext.isBoilerplate(reading, tokens, i) || ModeContext.negated(tokens, start)) {
            return;
        }
        boolean job = WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(i + 1))
                || ModeContext.isFull(tokens, start)
                || ModeContext.isWholeLine(reading, tokens, start, i)
                || tokens.is(start - 1, "is") && WorkplaceWords.JOB_WORDS.contains(tokens.word(start - 2))
                || tokens.is(start - 1, "work") && tokens.is(start - 2, "must")
                || tokens.is(start - 1, "be") && tokens.is(start - 2, "must")
                || tokens.is(start - 1, "]") && tokens.is(start - 3, "[")
                || tokens.is(i + 1, "only")
                || tokens.is(i + 1, "work") && tokens.is(i + 2, "only")
                || isFromFirstDay(tokens, start, i)
                || isWorkedAt(reading, tokens, start, i);
        if (job && reading.modes.textOnsite == null) {
            reading.modes.textOnsite = Evidence.text(tokens.start(start), tokens.end(i), "workplace.text.onsite");
        }
    }
}
