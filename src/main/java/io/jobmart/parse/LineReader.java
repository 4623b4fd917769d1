package io.jobmart.parse;

import io.jobmart.model.Modality;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Document;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts a posting's text into lines and says of each how strongly it asks, and whether it is a demand on the candidate.
 *
 * <p>A list item is one line however many sentences it has, a paragraph is one line a sentence; a sentence that is
 * wrapped over several lines of text is one. Headings are no lines; words that follow a heading on its own line are.
 */
public final class LineReader {
    /** A line shorter than this is not compared with others: "Java" may well stand twice. */
    private static final int DUPLICATE_WORDS = 4;

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
    private static final WordSet JOIN = WordSet.of("or and oder und ou y o e and/or");
    private static final WordSet OFFER =
            WordSet.of("offer offers encourage believe provide provides celebrate bieten offrons ofrecemos "
                    + "oferecemos equal opportunity employer accommodation accommodations apply resume cv");
    /** Words by which an employer or an agency tells of itself behind the demands, often without a heading. */
    private static final WordSet FIRM = WordSet.of(
            "inc llc corp gmbh founded headquartered subsidiary reputation privately copyright nation's nation");

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

    /** Longer sentences outside the demands only happen to hold a cue. */
    private static final int LONGEST_PLAIN = 25;

    /** No item has as many words; readers look around in a line, so a line without an end would cost its square. */
    private static final int LONGEST_ITEM = 1_000;

    private LineReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        ModalityCues.addTriggers(lexicon);
        Sentences.addWords(lexicon);
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

    /** The lines of a text in their order. */
    public static List<Line> read(Document document, Tokens tokens, List<Section> sections) {
        return new Reading(document, tokens, sections).lines();
    }

    /** How strongly the words at an offset are asked for: by a cue in their own sentence or bracket, else by the line. */
    static Modality modalityAt(PostingView view, int offset) {
        Line line = view.lineAt(offset);
        if (line == null || !line.demand()) {
            return line == null ? Modality.MENTIONED : line.modality();
        }
        Tokens tokens = view.tokens();
        int from = tokens.at(line.start());
        int to = tokens.at(line.end());
        if (!hasCue(tokens, from, to)) {
            return line.modality();
        }
        int token = tokens.at(offset);
        int start = from;
        while (true) {
            int end = Sentences.end(tokens, start, to);
            if (token < end || end >= to) {
                return ModalityCues.at(ModalityCues.of(tokens, start, end), token, base(line.section()));
            }
            start = end;
        }
    }

    /** What a section asks for without a cue; a demand that stands outside a section of demands is a plain one. */
    private static Modality base(SectionKind section) {
        return section == SectionKind.PREFERRED ? Modality.PREFERRED : Modality.REQUIRED;
    }

    private static boolean hasCue(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Trigger.MODALITY)) {
                return true;
            }
        }
        return false;
    }

    /** One text being read: holds where it is. */
    private static final class Reading {
        private final Document document;
        private final Tokens tokens;
        private final List<Section> sections;
        private final List<Line> lines = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();
        private final boolean anyDemands;
        private int section;
        /** The last section in which an item stood. */
        private Section withItems;

        /** The last section in which the employer began to speak of itself. */
        private Section ended;

        /** What a sentence right before a list asks of the list: "Experience with these tools is a plus". */
        private Modality carried;

        Reading(Document document, Tokens tokens, List<Section> sections) {
            this.document = document;
            this.tokens = tokens;
            this.sections = sections;
            boolean any = false;
            for (Section one : sections) {
                any |= one.kind().demands();
            }
            this.anyDemands = any;
        }

        List<Line> lines() {
            List<Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                if (block.kind() == BlockKind.HEADING || block.end() <= block.start()) {
                    continue;
                }
                int start = afterHeading(block);
                if (start >= block.end()) {
                    continue;
                }
                int end = block.end();
                while (i + 1 < blocks.size() && wraps(blocks.get(i + 1), end)) {
                    i++;
                    end = blocks.get(i).end();
                }
                if (block.kind() == BlockKind.ITEM) {
                    item(start, end);
                } else {
                    sentences(start, end);
                }
            }
            return lines;
        }

        /** Where a block's own words start: after the heading, when its section's heading stands on the same line. */
        private int afterHeading(Block block) {
            Section in = sectionAt(block.start());
            if (in == null || in.heading() == null || in.start() != block.start()) {
                return block.start();
            }
            String text = document.text();
            String heading = in.heading();
            if (!text.startsWith(heading, block.start())) {
                return block.end() - block.start() <= heading.length() + 2 ? block.end() : block.start();
            }
            int start = Math.min(block.end(), block.start() + heading.length());
            while (start < block.end() && (":-–—*_. ".indexOf(text.charAt(start)) >= 0 || blank(text.charAt(start)))) {
                start++;
            }
            return start;
        }

        /** Whether a block goes on with a sentence that the block before it has begun. */
        private boolean wraps(Block next, int end) {
            String text = document.text();
            if (next.kind() != BlockKind.PARAGRAPH || next.end() <= next.start()) {
                return false;
            }
            char first = text.charAt(next.start());
            char last = text.charAt(end - 1);
            if (!Character.isLowerCase(first) || ".!?:;".indexOf(last) >= 0 || sectionStarts(next.start())) {
                return false;
            }
            int word = tokens.at(next.start());
            boolean joinAlone = JOIN.has(tokens, word) && tokens.end(word) >= next.end();
            return !joinAlone && breaks(end, next.start()) == 1;
        }

        private int breaks(int from, int to) {
            int breaks = 0;
            for (int i = from; i < to && breaks < 2; i++) {
                if (document.text().charAt(i) == '\n') {
                    breaks++;
                }
            }
            return breaks;
        }

        private boolean sectionStarts(int offset) {
            Section in = sectionAt(offset);
            return in != null && in.start() == offset;
        }

        /** Sections and offsets both go forward. */
        private Section sectionAt(int offset) {
            while (section + 1 < sections.size() && sections.get(section + 1).start() <= offset) {
                section++;
            }
            return section < sections.size() && sections.get(section).start() <= offset ? sections.get(section) : null;
        }

        private int nextSection(int offset) {
            sectionAt(offset);
            return section + 1 < sections.size() ? sections.get(section + 1).start() : Integer.MAX_VALUE;
        }

        private void item(int start, int end) {
            int limit = Math.min(end, nextSection(start));
            int from = tokens.at(start);
            int to = tokens.at(limit);
            while (from < to) {
                int next = Sentences.gluedEnd(tokens, from, Math.min(to, from + LONGEST_ITEM));
                line(from, next, true);
                from = next;
            }
            if (limit < end) {
                sentences(limit, end);
            }
        }

        private void sentences(int start, int end) {
            int at = start;
            while (at < end) {
                Section in = sectionAt(at);
                int limit = Math.min(end, nextSection(at));
                int from = tokens.at(at);
                if (in != null && in.heading() != null && in.start() == at && at > start) {
                    // a heading within running text
                    from = tokens.at(Math.min(limit, at + in.heading().length()));
                }
                int to = tokens.at(limit);
                while (from < to) {
                    int next = Sentences.end(tokens, from, to);
                    for (int begin : Sentences.runOns(tokens, from, next)) {
                        line(from, begin, false);
                        from = begin;
                    }
                    line(from, next, false);
                    from = next;
                }
                at = limit;
            }
        }

        private void line(int first, int last, boolean item) {
            int from = first;
            int to = last;
            while (from < to && !tokens.isWord(from) && !opens(from)) {
                from++;
            }
            int words = 0;
            for (int i = from; i < to; i++) {
                if (tokens.isWord(i)) {
                    words++;
                }
            }
            if (words == 0 || !hasLetter(from, to)) {
                return;
            }
            int start = tokens.start(from);
            int end = tokens.end(to - 1);
            Section in = sectionAt(start);
            if (isHeading(in, from, to)) {
                return;
            }
            SectionKind kind = in == null ? SectionKind.GENERAL : in.kind();
            boolean cue = hasCue(tokens, from, to);
            boolean demand =
                    kind.demands() ? demand(in, from, to, words, item) : plainDemand(kind, from, to, words, cue, item);
            Modality otherwise = kind.demands() || demand ? base(kind) : Modality.MENTIONED;
            Modality modality = cue && (demand || kind.demands()) ? strongest(from, to, otherwise) : otherwise;
            if (!demand && in != null && (in == ended || in == withItems && !item)) {
                // the list is over, and this is the employer's own voice again
                modality = Modality.MENTIONED;
            }
            if (!item) {
                boolean wish = modality == Modality.PREFERRED;
                carried = demand && cue && (wish || !kind.demands()) && pointsAhead(from, to) ? modality : null;
            } else if (carried != null && kind == SectionKind.GENERAL
                    || carried != null && kind == SectionKind.SKILLS) {
                demand = true;
                modality = carried;
            } else if (carried != null && kind.demands() && !cue) {
                modality = carried;
            }
            // what is said to be a wish after it was said to be needed, or a task, is no repetition
            long said = fingerprint(from, to) * 31 + (demand ? modality.ordinal() + 1 : 0);
            boolean duplicate = words >= DUPLICATE_WORDS && !seen.add(said);
            lines.add(new Line(lines.size() + 1, start, end, kind, modality, demand, duplicate));
        }

        private boolean pointsAhead(int from, int to) {
            for (int i = from; i < to; i++) {
                if (tokens.is(i, "these") || tokens.is(i, "following")) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a line is its section's heading again, with other signs around it. */
        private boolean isHeading(Section in, int from, int to) {
            if (in == null || in.heading() == null || tokens.start(from) - in.start() > 8) {
                return false;
            }
            int first = from;
            int last = to;
            while (last > first && !tokens.isWord(last - 1)) {
                last--;
            }
            int length = last > first ? tokens.end(last - 1) - tokens.start(first) : 0;
            return length > 0
                    && in.heading().length() - length <= 6
                    && in.heading().contains(tokens.text().substring(tokens.start(first), tokens.end(last - 1)));
        }

        private boolean hasLetter(int from, int to) {
            for (int i = from; i < to; i++) {
                if (Character.isLetter(tokens.text().charAt(tokens.start(i)))
                        || tokens.end(i) - tokens.start(i) > 1 && !tokens.is(i, Trigger.NUMBER)) {
                    return true;
                }
            }
            return false;
        }

        private boolean opens(int token) {
            char c = tokens.text().charAt(tokens.start(token));
            return c == '(' || c == '"' || c == '“' || c == '$' || c == '€' || c == '£' || c == '+';
        }

        /** The strongest of a line's sentences, each taken where it begins: "Go required. Rust a plus" is required. */
        private Modality strongest(int from, int to, Modality otherwise) {
            Modality strongest = null;
            for (int start = from; start < to; ) {
                int end = Sentences.end(tokens, start, to);
                List<ModalityCues.Cue> cues = ModalityCues.of(tokens, start, end);
                Modality modality = ModalityCues.at(cues, start, otherwise);
                for (ModalityCues.Cue cue : cues) {
                    if (cue.modality() == Modality.REQUIRED && (otherwise != Modality.PREFERRED || !cue.must())) {
                        modality = Modality.REQUIRED;
                    }
                }
                strongest = strongest == null ? modality : strongest.or(modality);
                start = end;
            }
            return strongest == null ? otherwise : strongest;
        }

        /** Whether a line under a heading that promises demands is one. */
        private boolean demand(Section in, int from, int to, int words, boolean item) {
            if (words <= 2 && JOIN.has(tokens, from)) {
                return false;
            }
            boolean colon = ModalityCues.is(tokens, to - 1, ':');
            if (isCallToApply(from, to) || tellsPay(from, to)) {
                // behind a paragraph of this kind the employer goes on to speak of itself
                ended = item ? ended : in;
                return false;
            }
            if (item) {
                if (isDisclaimer(from) || isTag(from, to) || isEmployersItem(from, to)) {
                    return false;
                }
                withItems = in;
                return !colon || words >= 4 && !leadIn(from, to);
            }
            if (colon || ModalityCues.is(tokens, to - 1, '?')) {
                return false;
            }
            // the demands are over when running text follows the list, or when the employer speaks of itself
            if (isDisclaimer(from)) {
                return false;
            }
            boolean over = in == ended || in == withItems;
            if (tokens.is(from, "about") && (words <= 4 || isLabel(from)) || speaksOfEmployer(from, to)) {
                ended = in;
                return false;
            }
            return !over && !isTask(from, to) || plainly(from, to);
        }

        /** "About Northwind:Since 2002 we have ...": a heading within running text. */
        private boolean isLabel(int from) {
            for (int i = from + 1; i < from + 5; i++) {
                if (ModalityCues.is(tokens, i, ':')) {
                    return true;
                }
            }
            return false;
        }

        /** "We've been voted ...", and neither "We'd love experience in ..." nor "US citizenship". */
        private boolean isEmployersItem(int from, int to) {
            if (!EMPLOYER.has(tokens, from) || tokens.is(from, "us") || hasCue(tokens, from, to)) {
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
        private boolean isTag(int from, int to) {
            int start = tokens.start(from);
            String text = tokens.text();
            int tag = text.charAt(start) == '#' ? start : start - 1;
            return tag >= 0
                    && text.charAt(tag) == '#'
                    && text.substring(start, tokens.end(to - 1)).indexOf(' ') < 0;
        }

        /** "You'll be joining ...", "Reporting to ...": running text on what the work is, not on who can do it. */
        private boolean isTask(int from, int to) {
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
        private boolean isDisclaimer(int from) {
            return tokens.is(from, "looking") && tokens.is(from + 1, "forward")
                    || tokens.is(from, "not") && tokens.is(from + 2, "fit")
                    || tokens.is(from, "please") && OFFER.has(tokens, from + 1)
                    || tokens.is(from, "click")
                    || tokens.is(from, "copyright")
                    || tokens.is(from, "studies")
                    || tokens.is(from + 1, "opportunity")
                    || tokens.is(from, "join") && tokens.is(from + 1, "us")
                    || isUnlessMet(from)
                    || tokens.is(from, "outlined")
                    || tokens.is(from, "not") && (tokens.is(from + 1, "all") || tokens.is(from + 1, "every"));
        }

        /** "So, if you are a Welder, please apply today", "Candidates should send their resume to ...", "All rights reserved". */
        private boolean isCallToApply(int from, int to) {
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
        private boolean tellsPay(int from, int to) {
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
        private boolean plainly(int from, int to) {
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
            boolean cue = hasCue(tokens, from, to)
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

        private boolean leadIn(int from, int to) {
            return LEAD_IN.has(tokens, to - 2);
        }

        /** "We offer ...", "Apply even if ...", "Our team ...": sentences between demands that are none. */
        private boolean speaksOfEmployer(int from, int to) {
            boolean offer = false;
            boolean employer = false;
            boolean candidate = false;
            boolean head = false;
            boolean firm = false;
            for (int i = from; i < to; i++) {
                offer |= OFFER.has(tokens, i);
                firm |= FIRM.has(tokens, i);
                employer |= EMPLOYER.has(tokens, i);
                candidate |= CANDIDATE.has(tokens, i) || tokens.is(i, "you") || tokens.is(i, "your");
                head |= HEADS.has(tokens, i);
            }
            if (STARTERS.has(tokens, from)) {
                return false;
            }
            if (firm && !candidate) {
                return true;
            }
            if (NOT_DEMAND_START.has(tokens, from)) {
                return offer || !seeks(from, to) && !candidate && (employer || !head);
            }
            return employer && !candidate && !head && !seeks(from, to);
        }

        /** Whether a line that stands under no such heading plainly demands something of the candidate. */
        private boolean plainDemand(SectionKind kind, int from, int to, int words, boolean cue, boolean item) {
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
                if (!hard && tokens.is(i, Trigger.DEGREE) && DegreeReader.at(tokens, i, from, to) != null) {
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
                    && (head && HOLD.has(tokens, must + 1)
                            || tokens.is(must + 1, "be") && tokens.is(must + 2, "able"))) {
                return true;
            }
            if (!head) {
                return false;
            }
            if ((kind == SectionKind.GENERAL || kind == SectionKind.ABOUT_ROLE) && isExpected(from, to)) {
                return true;
            }
            boolean starts = STARTERS.has(tokens, from);
            if (item && kind == SectionKind.RESPONSIBILITIES && TASK_STARTERS.has(tokens, from) && !employer) {
                return true;
            }
            if (starts
                            && (kind == SectionKind.GENERAL
                                            && (!anyDemands || !employer && STARTED.has(tokens, from + 1))
                                    || tokens.is(from, "must"))
                    || startsWithYears(from, to)
                    || you
                            && (kind == SectionKind.GENERAL || item && kind == SectionKind.ABOUT_ROLE)
                            && isSaidToBe(from)
                    || tokens.is(from, Trigger.DEGREE) && DegreeReader.at(tokens, from, from, to) != null
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

        private long fingerprint(int from, int to) {
            long hash = 0;
            for (int i = from; i < to; i++) {
                if (tokens.isWord(i)) {
                    hash = (hash ^ tokens.hash(i)) * 0x9E3779B97F4A7C15L;
                    hash ^= hash >>> 32;
                }
            }
            return hash;
        }

        private static boolean blank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }
    }
}
