package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Issue;
import io.jobmart.model.Modality;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.text.Block;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many years of experience a posting asks for: "5+ years", "3 to 5 yrs", "at least five (5) years", "18
 * months' experience", "mindestens 3 Jahre Berufserfahrung".
 *
 * <p>Many numbers of years are something else: the employer's age, "in the last 5 years", "18 years of age", the length
 * of a contract, a "4-year degree". Those are left out by the words around them.
 */
public final class ExperienceReader {
    /** More cannot be asked of a candidate. */
    private static final int MOST_YEARS = 40;

    private static final int LONGEST_HEADING = 100;
    /** So many characters around a number of years may speak of experience. */
    private static final int NEAR_CHINESE = 30;

    private static final WordSet YEARS =
            WordSet.of("year years yr yrs jahr jahre jahren an ans année années año años ano anos năm");
    private static final WordSet EXPERIENCE = WordSet.of("experience experiences experienced exp expertise background "
            + "erfahrung erfahrungen berufserfahrung praxiserfahrung expérience expériences experiencia experiência "
            + "vivência working hands-on leading building developing");
    private static final WordSet PLAIN_EXPERIENCE = WordSet.of(
            "experience experiences experienced exp "
                    + "erfahrung erfahrungen berufserfahrung praxiserfahrung expérience expériences experiencia experiência nghiệm");
    private static final WordSet PERIOD_BEFORE =
            WordSet.of("last past next previous first recent every per each within "
                    + "letzten nächsten ersten dernières prochaines últimos primeros próximos primeiros after coming preceding "
                    + "under age aged innerhalb");
    private static final WordSet OTHER_AFTER =
            WordSet.of("old ago contract contracts fixed-term term degree degrees warranty anniversary program "
                    + "programme roadmap plan plans history alt lang befristet vesting college university diploma course "
                    + "commitment assignment engagement project duration tenure in-a-row renewable parental leave");
    private static final WordSet LACKING = WordSet.of("lack lacks lacking");
    /** Labels of how long a job lasts. */
    private static final WordSet LENGTH = WordSet.of("duration term length contract");

    private static final WordSet EMPLOYER =
            WordSet.of("we our us company firm team's unser unsere wir nous notre founded combined collective");
    private static final WordSet SEEK = WordSet.of(
            "looking seeking require requires need want seek you candidate candidates applicant applicants must");
    private static final WordSet AREA_LEAD =
            WordSet.of("of in with as de en em in als mit comme d' d within working on");
    private static final WordSet AREA_ADJECTIVE = WordSet.of(
            "relevant professional work working hands-on related practical industry prior previous proven solid strong total");
    private static final WordSet AREA_STOP =
            WordSet.of("required preferred is are plus minimum a_plus or_more desired must");

    private static final WordSet AREA_TAIL = WordSet.of("or more and oder und ou et with in of a an the as for");

    /** A structured statement in words: "3 to 5 years". */
    private static final Pattern STATEMENT = Pattern.compile(
            "(\\d{1,3})\\s*(?:(?:-|–|to)\\s*(\\d{1,3}))?\\s*(\\+)?\\s*(year|yr|month|mo\\b|jahr|an\\b|ans\\b|año|ano)",
            Pattern.CASE_INSENSITIVE);

    private ExperienceReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        Numbers.addTriggers(lexicon);
        YEARS.addTo(lexicon, Trigger.YEARS);
        YearSpan.addWords(lexicon);
        lexicon.add("business");
        lexicon.add("kinh");
        for (WordSet set : List.of(
                EXPERIENCE,
                PLAIN_EXPERIENCE,
                PERIOD_BEFORE,
                OTHER_AFTER,
                LACKING,
                LENGTH,
                EMPLOYER,
                SEEK,
                AREA_LEAD,
                AREA_ADJECTIVE,
                AREA_STOP,
                AREA_TAIL)) {
            set.addTo(lexicon);
        }
    }

    /** Every demand of years, in the order of the text; one that only a structured field states comes last. */
    public static List<ExperienceDemand> read(PostingView view) {
        List<ExperienceDemand> demands = new ArrayList<>();
        Tokens tokens = view.tokens();
        List<Line> lines = view.lines();
        int line = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isAny(i, Trigger.YEARS.bit() | Trigger.NUMBER.bit()) || !YearSpan.isUnit(tokens, i)) {
                continue;
            }
            while (line < lines.size() && lines.get(line).end() <= tokens.start(i)) {
                line++;
            }
            if (line == lines.size()) {
                break;
            }
            if (lines.get(line).start() > tokens.start(i)) {
                ExperienceDemand demand = inHeading(view, i);
                if (demand != null && demands.stream().noneMatch(other -> sameYears(other, demand))) {
                    demands.add(demand);
                }
                continue;
            }
            if (!lines.get(line).duplicate()) {
                ExperienceDemand demand = inLine(view, lines.get(line), i);
                if (demand != null) {
                    demands.add(demand);
                }
            }
        }
        if (demands.isEmpty()) {
            inTitle(view, demands);
        }
        reconcile(view, demands);
        return demands;
    }

    /** "Experience: 7-9 years" printed as a heading, which is in no line. */
    private static ExperienceDemand inHeading(PostingView view, int unit) {
        int offset = view.tokens().start(unit);
        List<Block> blocks = view.document().blocks();
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (offset < block.start()) {
                high = middle - 1;
            } else if (offset >= block.end()) {
                low = middle + 1;
            } else {
                return block.end() - block.start() > LONGEST_HEADING
                        ? null
                        : inLine(
                                view,
                                new Line(0, block.start(), block.end(), view.sectionAt(offset), null, false, false),
                                unit);
            }
        }
        return null;
    }

    private static boolean sameYears(ExperienceDemand a, ExperienceDemand b) {
        return same(a.min(), b.min()) && same(a.max(), b.max());
    }

    private static ExperienceDemand inLine(PostingView view, Line line, int unit) {
        Tokens tokens = view.tokens();
        int from = tokens.at(line.start());
        int to = tokens.at(line.end());
        YearSpan span = YearSpan.before(tokens, unit, from);
        if (span == null || !asksForExperience(tokens, line, span, unit, from, to)) {
            return null;
        }
        if (span.highest().intValue() > MOST_YEARS) {
            view.issue(Issue.EXPERIENCE_UNLIKELY, view.text().substring(tokens.start(span.first), tokens.end(unit)));
            return null;
        }
        int last = unit;
        if (ModalityCues.is(tokens, unit + 1, '+')) {
            last = unit + 1;
        }
        int start = tokens.start(span.first);
        Modality modality = view.modalityAt(start);
        return new ExperienceDemand(
                span.min,
                span.max,
                // Chinese has no blanks: where the area ends is not known
                YearSpan.isChineseYear(tokens.text(), tokens.wordEnd(unit)) ? null : area(tokens, last + 1, to),
                modality == Modality.MENTIONED ? Modality.REQUIRED : modality,
                ValueStatus.PARSED,
                Evidence.text(start, tokens.end(last), span.months ? "experience.months" : "experience.years"));
    }

    /** "3年以上Java開發經驗": Chinese has no blanks, so the words are looked for in the line as it is written. */
    private static boolean asksInChinese(Tokens tokens, Line line, YearSpan span) {
        String text = tokens.text();
        char before = span.first > 0 ? text.charAt(tokens.start(span.first) - 1) : ' ';
        if ("近去每第前".indexOf(before) >= 0) {
            return false;
        }
        int at = tokens.start(span.first);
        String near =
                text.substring(Math.max(line.start(), at - NEAR_CHINESE), Math.min(line.end(), at + NEAR_CHINESE));
        return near.contains("经验") || near.contains("經驗") || near.contains("経験") || near.contains("经历");
    }

    private static boolean asksForExperience(Tokens tokens, Line line, YearSpan span, int unit, int from, int to) {
        if (YearSpan.isChineseYear(tokens.text(), tokens.wordEnd(unit))) {
            return asksInChinese(tokens, line, span);
        }
        for (int i = span.first - 1; i >= from && i >= span.first - 3; i--) {
            if (PERIOD_BEFORE.has(tokens, i) && !tokens.is(i, "previous") || tokens.is(i, Trigger.CURRENCY)) {
                return false;
            }
            if (tokens.isWord(i) && !tokens.is(i, "the") && !tokens.is(i, "at") && !tokens.is(i, "least")) {
                break;
            }
        }
        for (int i = Math.max(from, span.first - 6); i < span.first; i++) {
            if (LACKING.has(tokens, i)) {
                // "applicants who lack six months or less of the required experience"
                return false;
            }
        }
        if (tokens.is(span.first - 1, "for") && tokens.is(span.first - 2, "business")
                || ModalityCues.is(tokens, span.first - 1, ':') && LENGTH.has(tokens, span.first - 2)) {
            // "has been in business for 30 years", "Duration: 6-12 months"
            return false;
        }
        if (tokens.is(span.first - 1, "than") && tokens.is(span.first - 2, "less") && tokens.is(span.first - 3, "in")) {
            // "grew the team from five to twenty in less than three years"
            return false;
        }
        int after = unit + 1;
        while (after < to && after < unit + 4 && !tokens.isWord(after) && !ModalityCues.is(tokens, after, ',')) {
            after++;
        }
        if (OTHER_AFTER.has(tokens, after) || tokens.is(after, "of") && tokens.is(after + 1, "age")) {
            return false;
        }
        if (tokens.is(unit + 1, Trigger.DEGREE)) {
            // "a 4 year Bachelor's degree"
            return false;
        }
        if (tokens.is(after, "contract") || OTHER_AFTER.has(tokens, after + 1) && span.adjective) {
            return false;
        }
        int sentenceEnd = Math.min(to, unit + 30);
        boolean near = PLAIN_EXPERIENCE.has(tokens, after);
        boolean experience = false;
        for (int i = unit + 1; i < sentenceEnd && !experience; i++) {
            experience = PLAIN_EXPERIENCE.has(tokens, i);
        }
        for (int i = Math.max(from, span.first - 8); i < span.first && !experience; i++) {
            experience = PLAIN_EXPERIENCE.has(tokens, i) || tokens.is(i, "background");
        }
        if (span.adjective && !near && !tokens.is(after + 1, "experience")) {
            return false;
        }
        if (span.months && !experience) {
            return false;
        }
        if (line.demand()) {
            return true;
        }
        SectionKind section = line.section();
        if (section.demands()) {
            return true;
        }
        if (!experience
                || section == SectionKind.ABOUT_COMPANY
                || section == SectionKind.BENEFITS
                || section == SectionKind.PAY
                || section == SectionKind.BOILERPLATE
                || section == SectionKind.HOW_TO_APPLY) {
            return false;
        }
        boolean employer = false;
        boolean seek = false;
        for (int i = Math.max(from, span.first - 40); i < sentenceEnd; i++) {
            employer |= EMPLOYER.has(tokens, i);
            seek |= SEEK.has(tokens, i);
        }
        return seek
                || !employer
                        && (tokens.is(span.first - 1, "with")
                                || tokens.is(span.first - 1, "least")
                                || tokens.is(span.first - 1, ":")
                                || tokens.is(span.first - 1, "(")
                                || startsLine(tokens, span.first, from)
                                || line.section() != SectionKind.GENERAL);
    }

    /** Whether only signs stand before: a dash without its blank, an emoji as a bullet. */
    private static boolean startsLine(Tokens tokens, int first, int from) {
        int k = first - 1;
        while (k >= from
                && k >= first - 4
                && !Character.isLetterOrDigit(tokens.text().codePointAt(tokens.start(k)))) {
            k--;
        }
        return k < from;
    }

    /** "Java Developer (5+ years)": nothing else in a title has years, but for the length of a contract. */
    private static void inTitle(PostingView view, List<ExperienceDemand> demands) {
        Tokens title = view.title();
        for (int i = 0; i < title.count(); i++) {
            if (!YearSpan.isUnit(title, i)) {
                continue;
            }
            YearSpan span = YearSpan.before(title, i, 0);
            boolean plain = span != null
                    && !span.adjective
                    && !span.months
                    && span.highest().intValue() <= MOST_YEARS
                    && !OTHER_AFTER.has(title, i + 1)
                    && !PERIOD_BEFORE.has(title, span.first - 1);
            if (plain) {
                demands.add(new ExperienceDemand(
                        span.min,
                        span.max,
                        null,
                        Modality.REQUIRED,
                        ValueStatus.PARSED,
                        Evidence.title(title.start(span.first), title.end(i), "experience.title")));
            }
        }
    }

    /** What a structured field says, against what the text says. */
    private static void reconcile(PostingView view, List<ExperienceDemand> demands) {
        ExperienceDemand structured = structured(view);
        if (structured == null) {
            return;
        }
        for (ExperienceDemand demand : demands) {
            if (same(demand.min(), structured.min())
                    || demand.max() != null
                            && demand.min() != null
                            && structured.min() != null
                            && demand.min().compareTo(structured.min()) <= 0
                            && demand.max().compareTo(structured.min()) >= 0) {
                return;
            }
        }
        if (!demands.isEmpty()) {
            view.issue(Issue.EXPERIENCE_CONFLICT, "field: " + words(structured) + "; text: " + words(demands.get(0)));
        }
        demands.add(new ExperienceDemand(
                structured.min(),
                structured.max(),
                null,
                Modality.REQUIRED,
                demands.isEmpty() ? ValueStatus.STRUCTURED : ValueStatus.CONFLICT,
                structured.evidence()));
    }

    private static ExperienceDemand structured(PostingView view) {
        BigDecimal months = number(view.raw().experienceMonths());
        if (months != null && months.signum() > 0) {
            BigDecimal years = YearSpan.ofMonths(months);
            if (years.intValue() > MOST_YEARS) {
                view.issue(Issue.EXPERIENCE_UNLIKELY, view.raw().experienceMonths());
                return null;
            }
            return structured(years, null, "experience.field-months");
        }
        String statement = view.raw().experience();
        if (statement == null) {
            return null;
        }
        Matcher matcher = STATEMENT.matcher(statement.substring(0, Math.min(200, statement.length())));
        if (!matcher.find()) {
            return null;
        }
        boolean inMonths = matcher.group(4).toLowerCase(java.util.Locale.ROOT).startsWith("mo");
        BigDecimal min = new BigDecimal(matcher.group(1));
        BigDecimal max = matcher.group(2) == null || matcher.group(3) != null ? null : new BigDecimal(matcher.group(2));
        min = inMonths ? YearSpan.ofMonths(min) : min;
        max = inMonths && max != null ? YearSpan.ofMonths(max) : max;
        return min.intValue() > MOST_YEARS ? null : structured(min, max, "experience.field");
    }

    private static ExperienceDemand structured(BigDecimal min, BigDecimal max, String rule) {
        return new ExperienceDemand(min, max, null, Modality.REQUIRED, ValueStatus.STRUCTURED, Evidence.markup(rule));
    }

    private static BigDecimal number(String value) {
        if (value == null || value.length() > 8) {
            return null;
        }
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    private static String words(ExperienceDemand demand) {
        return (demand.min() == null ? "" : demand.min().toPlainString())
                + (demand.max() == null ? "+" : "-" + demand.max().toPlainString())
                + " years";
    }

    /** What the years are of: "Java development" of "Java development experience", "sales" of "experience in sales". */
    private static String area(Tokens tokens, int after, int to) {
        int start = after;
        if (ModalityCues.is(tokens, start, '(') && tokens.is(start + 1, "s")) {
            start += 3;
        }
        if (YearSpan.JOIN.has(tokens, start) && YearSpan.MORE_WORDS.has(tokens, start + 1)) {
            start += 2;
        }
        if (tokens.is(start, "of") && tokens.is(start + 1, "hands") || tokens.is(start, "hands")) {
            start += tokens.is(start, "of") ? 2 : 1;
            while (ModalityCues.is(tokens, start, '-') || tokens.is(start, "on")) {
                start++;
            }
        }
        while (start < to
                && (AREA_LEAD.has(tokens, start)
                        || AREA_ADJECTIVE.has(tokens, start)
                        || ModalityCues.is(tokens, start, '-')
                        || ModalityCues.is(tokens, start, '’'))) {
            start++;
        }
        if (tokens.is(start, "kinh") && tokens.is(start + 1, "nghiệm")) {
            start += 2;
        }
        int end = areaEnd(tokens, start, to, true);
        if (end == start && PLAIN_EXPERIENCE.has(tokens, start)) {
            start++;
            while (start < to && (AREA_LEAD.has(tokens, start) || AREA_ADJECTIVE.has(tokens, start))) {
                start++;
            }
            end = areaEnd(tokens, start, to, false);
        }
        return end <= start
                ? null
                : tokens.text()
                        .substring(tokens.start(start), tokens.end(end - 1))
                        .strip();
    }

    private static int areaEnd(Tokens tokens, int start, int to, boolean atExperience) {
        int end = start;
        int limit = Math.min(to, start + 14);
        while (end < limit) {
            char c = tokens.text().charAt(tokens.start(end));
            boolean sign = !tokens.isWord(end) && c != ',' && c != '/' && c != '-' && c != '&' && c != '+';
            if (sign
                    || AREA_STOP.has(tokens, end)
                    || atExperience && PLAIN_EXPERIENCE.has(tokens, end)
                    || tokens.isAny(end, Trigger.YEARS.bit() | Trigger.NUMBER.bit())
                    || tokens.is(end, Trigger.DEGREE) && DegreeName.at(tokens, end, start, to) != null) {
                break;
            }
            end++;
        }
        while (end > start && (!tokens.isWord(end - 1) || AREA_TAIL.has(tokens, end - 1))) {
            end--;
        }
        return end;
    }
}
