package io.jobmart.parse;

import io.jobmart.model.SectionKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.List;

/**
 * Tells by its words whether a line asks something of the candidate: "5+ years of ...", "You have experience with ...", and
 * not "We offer ...", "Please apply", "The pay range is ...".
 */
final class LineWords {
    /** Words that begin a demand where no heading says that demands follow. */
    private static final WordSet STARTERS =
            WordSet.of("experience experienced knowledge proficiency proficient familiarity familiar "
                    + "understanding ability strong excellent solid proven demonstrated bachelor bachelors master masters degree minimum must "
                    + "expertise expert fluency fluent hands-on willingness comfortable extensive deep advanced working good great prior "
                    + "previous passion passionate phd exceptional background competence competency mastery exposure knowledgeable "
                    + "erfahrung kenntnisse abgeschlossenes abgeschlossene sehr gute fundierte mehrjährige berufserfahrung "
                    + "expérience connaissance connaissances maîtrise bonne bonnes excellente diplôme formation "
                    + "experiencia conocimiento conocimientos dominio título licenciatura "
                    + "experiência conhecimento conhecimentos domínio formação vivência");

    /** Nouns that begin a demand even in a list of tasks: "Knowledge of ...", and not "Understanding the market". */
    private static final WordSet TASK_STARTERS = WordSet.of("experience experienced knowledge proficiency proficient "
            + "familiarity familiar expertise fluency fluent degree bachelor bachelors erfahrung kenntnisse "
            + "berufserfahrung expérience connaissance connaissances maîtrise experiencia conocimiento conocimientos "
            + "experiência conhecimento conhecimentos");

    private static final WordSet ELIGIBLE = WordSet.of("eligible eligibility authorized authorised authorization");
    private static final WordSet HOLD = WordSet.of("have be possess demonstrate hold");

    private static final WordSet HEADS = WordSet.of("experience knowledge familiarity proficiency understanding degree "
            + "skills skill certification certificate certifications background expertise fluency years fluent ability "
            + "experienced comfortable expert organized license licence diploma english german french spanish clearance authorization authorisation "
            + "kenntnisse erfahrung berufserfahrung studium ausbildung expérience connaissance connaissances maîtrise "
            + "experiencia conocimiento conocimientos experiência conhecimento conhecimentos candidate candidates "
            + "applicant applicants proficient familiar");

    private static final WordSet CANDIDATE =
            WordSet.of("candidate candidates applicant applicants bewerber kandidaten candidato candidata");
    private static final WordSet OUGHT =
            WordSet.of("must should need needs have has requires require required requirement possess possesses");
    private static final WordSet NOT_DEMAND_START = WordSet.of("we our this the join apply please if don do click at "
            + "note why what how who when where to learn send submit there it its that these those as in while "
            + "wir unser unsere nous notre nosotros nuestra nuestro nós nossa nosso");
    private static final WordSet ARTICLE = WordSet.of("a an the la le une un die der ein eine una el uma o");
    static final WordSet JOIN = WordSet.of("or and oder und ou y o e and/or");
    private static final WordSet OFFER =
            WordSet.of("offer offers encourage believe provide provides celebrate bieten offrons ofrecemos "
                    + "oferecemos equal opportunity employer accommodation accommodations apply resume cv");
    /** Words by which an employer or an agency tells of itself behind the demands, often without a heading. */
    private static final WordSet FIRM = WordSet.of(
            "inc llc corp gmbh founded headquartered subsidiary reputation privately copyright nation's nation");

    /** Words by which a letter ends: "Regards, Ann Pier". */
    private static final WordSet CLOSING = WordSet.of("regards thanks thank sincerely cheers");

    private static final WordSet TASKS = WordSet.of(
            "responsibilities responsibility duties tasks aufgaben missions responsabilidades tareas tarefas");

    /** Before a colon: how to reach somebody. */
    private static final WordSet CONTACT = WordSet.of("tel phone ph fax email e-mail mobile cell office website");

    private static final WordSet JOB = WordSet.of("role position job opportunity");
    private static final WordSet REQUIRE = WordSet.of("require requires");
    private static final WordSet NEED = WordSet.of("need needs");
    private static final WordSet PRAISE = WordSet.of("strong excellent proven solid demonstrated");

    private static final WordSet SEND = WordSet.of("send submit forward email e-mail mail upload");
    private static final WordSet RESUME = WordSet.of("resume resumes résumé resumé cv cvs");
    private static final WordSet PAY = WordSet.of("salary salaries compensation pay wage rate");
    private static final WordSet EXPECTED = WordSet.of("should would will must");

    private static final WordSet SEEK = WordSet.of(
            "looking seeking require expect need want seek value search suchen recherchons buscamos erwarten cherchons");
    private static final WordSet LEAD_IN = WordSet.of(
            "following have requirements qualifications include includes including bring need following skills be areas");

    /** What follows a word that begins a demand: "Ability to", "Proficiency in". */
    private static final WordSet STARTED = WordSet.of("to of in with using degree working mit in en de em");

    private static final WordSet EMPLOYER =
            WordSet.of("we our us wir unser unsere uns nous notre nos nosotros nuestra nuestro nós nossa nosso");

    /** Praise of the candidate among tasks is short. */
    private static final int LONGEST_PRAISE = 15;

    /** Longer sentences outside the demands only happen to hold a cue. */
    private static final int LONGEST_PLAIN = 25;

    private final Tokens tokens;
    /** Whether a part of the text promises demands by its heading. */
    private final boolean anyDemands;

    LineWords(Tokens tokens, boolean anyDemands) {
        this.tokens = tokens;
        this.anyDemands = anyDemands;
    }

    static void addTriggers(Lexicon.Builder lexicon) {
        for (WordSet set : List.of(
                STARTERS,
                HEADS,
                CANDIDATE,
                OUGHT,
                NOT_DEMAND_START,
                STARTED,
                EMPLOYER,
                JOIN,
                ARTICLE,
                TASK_STARTERS,
                ELIGIBLE,
                HOLD,
                OFFER,
                FIRM,
                SEEK,
                SEND,
                CLOSING,
                CONTACT,
                TASKS,
                JOB,
                REQUIRE,
                NEED,
                PRAISE,
                RESUME,
                PAY,
                EXPECTED,
                LEAD_IN)) {
            set.addTo(lexicon);
        }
        for (String word : List.of(
                "you",
                "your",
                "about",
                "will",
                "ll",
                "can",
                "min",
                "apply",
                "least",
                "years",
                "option",
                "reporting",
                "to",
                "have",
                "need",
                "bring",
                "lack",
                "these",
                "following",
                "studies",
                "outlined",
                "join",
                "us",
                "help",
                "don",
                "don't",
                "do",
                "meet",
                "match",
                "work",
                "only",
                "open",
                "must",
                "required",
                "verify",
                "able",
                "if",
                "not",
                "all",
                "every",
                "at",
                "role",
                "position",
                "job",
                "looking",
                "forward",
                "fit",
                "please",
                "read",
                "rights",
                "reserved",
                "potential",
                "chance",
                "click")) {
            lexicon.add(word);
        }
    }

    /** "Apart from that your responsibilities will include:" before a list among the demands. */
    boolean namesTasks(int from, int to) {
        for (int i = from; i < to; i++) {
            if (TASKS.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "About Northwind:Since 2002 we have ...": a heading within running text. */
    boolean isLabel(int from) {
        for (int i = from + 1; i < from + 5; i++) {
            if (ModalityCues.is(tokens, i, ':')) {
                return true;
            }
        }
        return false;
    }

    /** "We've been voted ...", and neither "We'd love experience in ..." nor "US citizenship". */
    boolean isEmployersItem(int from, int to) {
        if (!EMPLOYER.has(tokens, from) || tokens.is(from, "us") || LineReader.hasCue(tokens, from, to)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (HEADS.has(tokens, i)) {
                return false;
            }
        }
        return speaksOfEmployer(from, to);
    }

    /** "#LI-Remote", "#remotejobs": keys for a job board. */
    boolean isTag(int from, int to) {
        int start = tokens.start(from);
        String text = tokens.text();
        int tag = text.charAt(start) == '#' ? start : start - 1;
        return tag >= 0
                && text.charAt(tag) == '#'
                && text.substring(start, tokens.end(to - 1)).indexOf(' ') < 0;
    }

    /** "You'll be joining ...", "Reporting to ...": running text on what the work is, not on who can do it. */
    boolean isTask(int from, int to) {
        boolean future = tokens.is(from, "you")
                && (tokens.is(from + 1, "will") || tokens.is(from + 2, "ll"))
                && !tokens.is(from + 2, "have")
                && !tokens.is(from + 2, "need")
                && !tokens.is(from + 2, "bring");
        boolean reporting = tokens.is(from, "reporting") && tokens.is(from + 1, "to");
        if (!future && !reporting) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (HEADS.has(tokens, i) || ModalityCues.DEGREES.has(tokens, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * "Not all applicants will ...", "Studies have shown ...", "Outlined below are ...": said of the demands. "Looking
     * forward to your resume", "Please apply": said behind them.
     */
    boolean isDisclaimer(int from) {
        return tokens.is(from, "looking") && tokens.is(from + 1, "forward")
                || tokens.is(from, "not") && tokens.is(from + 2, "fit")
                || tokens.is(from, "please")
                || isInvitation(from)
                || tokens.is(from, "click")
                || isClosing(from)
                || tokens.is(from, "responsible") && tokens.is(from + 1, "for")
                || tokens.is(from, "copyright")
                || tokens.is(from, "studies")
                || tokens.is(from + 1, "opportunity")
                || tokens.is(from, "join") && tokens.is(from + 1, "us")
                || isUnlessMet(from)
                || tokens.is(from, "outlined")
                || tokens.is(from, "not") && (tokens.is(from + 1, "all") || tokens.is(from + 1, "every"));
    }

    /** "If you would like to be considered ...", "If you are interested in ...". */
    private boolean isInvitation(int from) {
        if (!tokens.is(from, "if") || !tokens.is(from + 1, "you")) {
            return false;
        }
        return tokens.is(from + 2, "wish")
                || tokens.is(from + 2, "would") && tokens.is(from + 3, "like")
                || tokens.is(from + 2, "are") && tokens.is(from + 3, "interested")
                || tokens.is(from + 2, "think");
    }

    /** "Regards, Ann Pier", "Best regards", "Tel: 555-0100": the end of a letter. */
    private boolean isClosing(int from) {
        int first = tokens.is(from, "best") || tokens.is(from, "kind") || tokens.is(from, "warm") ? from + 1 : from;
        return CLOSING.has(tokens, first) || CONTACT.has(tokens, from) && ModalityCues.is(tokens, from + 1, ':');
    }

    /** "So, if you are a Welder, please apply today", "Candidates should send their resume to ...", "All rights reserved". */
    boolean isCallToApply(int from, int to) {
        boolean please = false;
        boolean send = false;
        for (int i = from; i < to; i++) {
            please |= tokens.is(i, "please");
            if (please && (tokens.is(i, "apply") || tokens.is(i, "read")) && to - i < 8) {
                return true;
            }
            send |= SEND.has(tokens, i);
            if (send && RESUME.has(tokens, i)) {
                return true;
            }
        }
        return tokens.is(from, "all") && tokens.is(from + 1, "rights") && tokens.is(from + 2, "reserved");
    }

    /** "Starting Salary: $97,500 - $130,000", "The base pay range will be ...": what is given, not asked. */
    boolean tellsPay(int from, int to) {
        boolean pay = false;
        for (int i = from; i < to; i++) {
            pay |= PAY.has(tokens, i);
            boolean sign = "$€£".indexOf(tokens.text().charAt(tokens.start(i))) >= 0;
            if (pay && sign && tokens.is(i + 1, Trigger.NUMBER)) {
                return true;
            }
        }
        return false;
    }

    /** "If you don't meet all of this", "If you do not have every ...": said of the demands. */
    private boolean isUnlessMet(int from) {
        if (!tokens.is(from, "if")) {
            return false;
        }
        for (int i = from + 3; i < from + 7; i++) {
            if (tokens.is(i, "meet")
                    || tokens.is(i, "match")
                    || tokens.is(i, "have") && (tokens.is(i + 1, "all") || tokens.is(i + 1, "every"))) {
                return tokens.is(from + 2, "don") || tokens.is(from + 2, "do") || tokens.is(from + 2, "don't");
            }
        }
        return false;
    }

    /** Whether a sentence of running text speaks of the candidate, or begins as demands do. */
    boolean plainly(int from, int to) {
        int first = ARTICLE.has(tokens, from) ? from + 1 : from;
        boolean starts = STARTERS.has(tokens, first);
        if (starts && first == from || startsWithYears(from, to)) {
            return true;
        }
        boolean head = false;
        boolean candidate = false;
        boolean ought = false;
        boolean employer = false;
        boolean degree = false;
        boolean years = false;
        for (int i = from; i < to; i++) {
            degree |= ModalityCues.DEGREES.has(tokens, i);
            years |= tokens.is(i, Trigger.YEARS);
            head |= HEADS.has(tokens, i) || ModalityCues.DEGREES.has(tokens, i);
            ought |= OUGHT.has(tokens, i);
            candidate |= CANDIDATE.has(tokens, i) || tokens.is(i, "you");
            employer |= EMPLOYER.has(tokens, i);
        }
        boolean cue = LineReader.hasCue(tokens, from, to)
                && !ModalityCues.of(tokens, from, Sentences.end(tokens, from, to))
                        .isEmpty();
        return cue && (!employer || starts)
                || head && candidate && ought
                || head && seeks(from, to)
                || !employer && head && years && (degree || tokens.is(from, "option"));
    }

    /** "We are looking for people with ..." and not "We are looking for an engineer to join us". */
    private boolean seeks(int from, int to) {
        boolean seek = false;
        for (int i = from; i < to; i++) {
            // "looking to add another engineer" speaks of the employer
            seek |= SEEK.has(tokens, i) && !tokens.is(i + 1, "to");
            if (tokens.is(i, "join") || tokens.is(i, "help") && tokens.is(i + 1, "us")) {
                return false;
            }
        }
        return seek;
    }

    boolean leadIn(int from, int to) {
        return LEAD_IN.has(tokens, to - 2);
    }

    /** "We offer ...", "Apply even if ...", "Our team ...": sentences between demands that are none. */
    boolean speaksOfEmployer(int from, int to) {
        boolean offer = false;
        boolean employer = false;
        boolean candidate = false;
        boolean head = false;
        boolean firm = false;
        boolean hires = false;
        for (int i = from; i < to; i++) {
            offer |= OFFER.has(tokens, i);
            firm |= FIRM.has(tokens, i);
            // "Lakeside is an E-Verify employer"
            hires |= tokens.is(i, "employer");
            employer |= EMPLOYER.has(tokens, i);
            candidate |= CANDIDATE.has(tokens, i) || tokens.is(i, "you") || tokens.is(i, "your");
            head |= HEADS.has(tokens, i);
        }
        if (STARTERS.has(tokens, from)) {
            return false;
        }
        if (firm && !candidate || hires && !candidate && !head) {
            return true;
        }
        if (NOT_DEMAND_START.has(tokens, from)) {
            return offer || !seeks(from, to) && !candidate && (employer || !head);
        }
        return employer && !candidate && !head && !seeks(from, to);
    }

    /** Whether a line that stands under no such heading plainly demands something of the candidate. */
    boolean plainDemand(SectionKind kind, int from, int to, int words, boolean cue, boolean item) {
        char last = tokens.text().charAt(tokens.start(to - 1));
        if (words < 3 || last == ':' || last == '?' || tokens.is(from, "about")) {
            return false;
        }
        if (isEligibility(from, to, words)) {
            return true;
        }
        switch (kind) {
            case BENEFITS, PAY, BOILERPLATE, HOW_TO_APPLY, LOCATION:
                return false;
            default:
                break;
        }
        boolean head = false;
        boolean you = tokens.is(from, "you");
        boolean candidate = false;
        boolean ought = false;
        boolean hard = false;
        boolean employer = false;
        for (int i = from; i < to; i++) {
            boolean degree = ModalityCues.DEGREES.has(tokens, i);
            head |= degree || HEADS.has(tokens, i);
            hard |= degree || tokens.is(i, Trigger.YEARS);
            if (!hard && tokens.is(i, Trigger.DEGREE) && DegreeName.at(tokens, i, from, to) != null) {
                hard = true;
                head = true;
            }
            ought |= OUGHT.has(tokens, i);
            candidate |= CANDIDATE.has(tokens, i);
            employer |= EMPLOYER.has(tokens, i);
        }
        if (quoted(from)) {
            return false;
        }
        // "Consultant must be able to ..."
        int must = from + 1;
        while (must < from + 4 && !tokens.is(must, "must")) {
            must++;
        }
        if (must < from + 4
                && !NOT_DEMAND_START.has(tokens, from)
                && (kind == SectionKind.GENERAL || kind == SectionKind.ABOUT_ROLE)
                && (head && HOLD.has(tokens, must + 1) || tokens.is(must + 1, "be") && tokens.is(must + 2, "able"))) {
            return true;
        }
        boolean tasks = kind == SectionKind.RESPONSIBILITIES && !employer;
        // "Strong analytical skills" behind a list of tasks
        if (tasks && item && words <= LONGEST_PRAISE && PRAISE.has(tokens, from) && hasSkill(from, to)) {
            return true;
        }
        if (!head) {
            return false;
        }
        if ((kind == SectionKind.GENERAL || kind == SectionKind.ABOUT_ROLE)
                && (isExpected(from, to) || isRequired(from, to) || hard && isRequiring(from))) {
            return true;
        }
        boolean starts = STARTERS.has(tokens, from);
        if (tasks && (item || !anyDemands) && TASK_STARTERS.has(tokens, from)) {
            return true;
        }
        if (starts
                        && (kind == SectionKind.GENERAL && (!anyDemands || !employer && isStarted(from))
                                || kind == SectionKind.ABOUT_ROLE && !employer && isStarted(from)
                                || tokens.is(from, "must"))
                || startsWithYears(from, to)
                || you && (kind == SectionKind.GENERAL || item && kind == SectionKind.ABOUT_ROLE) && isSaidToBe(from)
                || tokens.is(from, Trigger.DEGREE) && DegreeName.at(tokens, from, from, to) != null
                || (you || candidate) && ought && hard && !tokens.is(from + 2, "lack")
                || candidate && tokens.is(from + 1, "must")) {
            return true;
        }
        boolean speaksOfCue = cue
                && kind != SectionKind.ABOUT_COMPANY
                && words <= LONGEST_PLAIN
                && (starts || candidate || !employer && !NOT_DEMAND_START.has(tokens, from));
        return speaksOfCue
                && !ModalityCues.of(tokens, from, Sentences.end(tokens, from, to))
                        .isEmpty();
    }

    /** "Ability to ...", "Deep knowledge of ...", "Extensive hands-on experience with ...". */
    private boolean isStarted(int from) {
        for (int i = from; i < from + 3; i++) {
            if ((i == from || HEADS.has(tokens, i)) && STARTED.has(tokens, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSkill(int from, int to) {
        for (int i = from + 1; i < to && i < from + 7; i++) {
            if (tokens.is(i, "skills") || tokens.is(i, "abilities") || tokens.is(i, "experience")) {
                return true;
            }
        }
        return false;
    }

    /** "This role requires knowledge of ...", "we require a candidate who is ...", "candidates need to have ...". */
    private boolean isRequired(int from, int to) {
        for (int i = from + 1; i < to && i < from + 6; i++) {
            boolean subject = JOB.has(tokens, i - 1) && (tokens.is(i - 2, "this") || tokens.is(i - 2, "the"))
                    || tokens.is(i - 1, "we");
            if (REQUIRE.has(tokens, i) && subject) {
                return true;
            }
            if (CANDIDATE.has(tokens, i - 1)
                    && NEED.has(tokens, i)
                    && tokens.is(i + 1, "to")
                    && HOLD.has(tokens, i + 2)) {
                return true;
            }
        }
        return false;
    }

    /** "Requires a degree in ...", "Typically requires six years ...", "Position requires ...". */
    private boolean isRequiring(int from) {
        return REQUIRE.has(tokens, from)
                || REQUIRE.has(tokens, from + 1) && !EMPLOYER.has(tokens, from) && !NOT_DEMAND_START.has(tokens, from);
    }

    /** "The ideal candidate would have experience ...", "You will need to be comfortable ...". */
    private boolean isExpected(int from, int to) {
        int verb = -1;
        for (int i = from + 1; i < from + 5 && verb < 0; i++) {
            boolean held = HOLD.has(tokens, i + 1) && !tokens.is(i + 1, "be");
            // beside a part that lists the demands such a sentence only sums them up
            if (!anyDemands && CANDIDATE.has(tokens, i - 1) && EXPECTED.has(tokens, i) && held
                    || tokens.is(i - 1, "will") && tokens.is(i, "need") && tokens.is(i - 2, "you")) {
                verb = i;
            }
        }
        for (int i = verb + 1; verb >= 0 && i < to; i++) {
            if (tokens.is(i, "opportunity") || tokens.is(i, "potential") || tokens.is(i, "chance")) {
                return false;
            }
            if (HEADS.has(tokens, i) && !CANDIDATE.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * "Applicants must be authorized to work in ...", "This position is only open to people eligible to work in ...",
     * wherever it stands; not "You will be required to verify your eligibility".
     */
    private boolean isEligibility(int from, int to, int words) {
        if (words > LONGEST_PLAIN) {
            return false;
        }
        boolean eligible = false;
        boolean work = false;
        boolean asked = false;
        for (int i = from; i < to; i++) {
            eligible |= ELIGIBLE.has(tokens, i);
            work |= eligible && tokens.is(i, "work");
            asked |= tokens.is(i, "must")
                    || tokens.is(i, "only") && tokens.is(i + 1, "open")
                    || tokens.is(i, "required") && !tokens.is(i + 1, "to");
            if (tokens.is(i, "verify") || tokens.is(i, "if")) {
                return false;
            }
        }
        return eligible && work && asked;
    }

    /** "You're very comfortable ...", "You have experience ...", "You are familiar with ...". */
    private boolean isSaidToBe(int from) {
        for (int i = from + 1; i < from + 5; i++) {
            if (STARTERS.has(tokens, i)) {
                return true;
            }
            if (tokens.is(i, "will") || tokens.is(i, "ll") || tokens.is(i, "can")) {
                return false;
            }
        }
        return false;
    }

    private boolean quoted(int from) {
        int start = tokens.start(from);
        char before = start > 0 ? tokens.text().charAt(start - 1) : ' ';
        char c = tokens.text().charAt(start);
        return c == '"' || c == '“' || before == '"' || before == '“';
    }

    /** "5+ years ...", "At least three years ...". */
    private boolean startsWithYears(int from, int to) {
        boolean number = false;
        for (int i = from; i < to && i < from + 6; i++) {
            number |= tokens.is(i, Trigger.NUMBER) || tokens.is(i, Trigger.NUMBER_WORD);
            if (number && tokens.is(i, Trigger.YEARS)) {
                return true;
            }
            if (tokens.isWord(i)
                    && !number
                    && !tokens.is(i, "at")
                    && !tokens.is(i, "least")
                    && !tokens.is(i, "minimum")
                    && !tokens.is(i, "min")
                    && !tokens.is(i, "of")) {
                return false;
            }
        }
        return false;
    }
}
