package io.jobmart.parse;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Issue;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.Modality;
import io.jobmart.model.Requirement;
import io.jobmart.model.RequirementType;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns each line that demands something into rows, and says which rows are alternatives.
 *
 * <p>Rows of one group and one alternative belong together (AND); alternatives of one group exclude each other (OR).
 * "Bachelor's and 4+ years, or Master's and 2+ years" is one group of two alternatives of two rows. Such ladders are
 * written within a sentence, as bullets that begin with "or", or as paragraphs with a line "OR" between them. Whatever is
 * no alternative of anything has a group of its own.
 */
public final class RequirementReader {
    /** More rows than any posting has; protects against texts that are none. */
    private static final int MOST_ROWS = 600;

    private static final int LONGEST_LABEL = 200;

    private static final WordSet OR = WordSet.of("or oder ou o and/or");
    private static final WordSet AND = WordSet.of("and und et y e with plus mit avec con com having");
    private static final WordSet CHOICE = WordSet.of("one any either");

    private RequirementReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        LineItems.addTriggers(lexicon);
        OR.addTo(lexicon);
        AND.addTo(lexicon);
        CHOICE.addTo(lexicon);
    }

    /** The rows of every demand of a posting, in the order of the text; demands of structured fields come last. */
    public static List<Requirement> read(
            PostingView view,
            List<ExperienceDemand> experience,
            List<DegreeDemand> degrees,
            List<LanguageDemand> languages,
            List<SkillHit> skills) {
        return new Reading(view, experience, degrees, languages, skills).rows();
    }

    /** Words as they are compared: lower case, signs but for "+", "#" and "." taken as blanks. */
    static String normal(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder normal = new StringBuilder(Math.min(lower.length(), LONGEST_LABEL));
        for (int i = 0; i < lower.length() && normal.length() < LONGEST_LABEL; i++) {
            char c = lower.charAt(i);
            boolean dot = c == '.' && i + 1 < lower.length() && Character.isLetterOrDigit(lower.charAt(i + 1));
            if (Character.isLetterOrDigit(c) || c == '+' || c == '#' || dot) {
                normal.append(c);
            } else if (normal.length() > 0 && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        }
        return normal.toString().strip();
    }

    /** One posting being read. */
    private static final class Reading {
        private final PostingView view;
        private final Tokens tokens;
        private final LineItems lineItems;
        private final List<Requirement> rows = new ArrayList<>();
        private final List<RequirementItem> outside = new ArrayList<>();
        private boolean reported;
        private int groups;

        Reading(
                PostingView view,
                List<ExperienceDemand> experience,
                List<DegreeDemand> degrees,
                List<LanguageDemand> languages,
                List<SkillHit> skills) {
            this.view = view;
            this.tokens = view.tokens();
            this.lineItems = new LineItems(view, experience, degrees, languages, skills);
            structured(experience, degrees);
        }

        private void structured(List<ExperienceDemand> allExperience, List<DegreeDemand> allDegrees) {
            for (DegreeDemand demand : allDegrees) {
                if (demand.evidence().field() != EvidenceField.TEXT && demand.status() != ValueStatus.CONFLICT) {
                    outside.add(RequirementItem.degree(demand, -1));
                }
            }
            for (ExperienceDemand demand : allExperience) {
                if (demand.evidence().field() != EvidenceField.TEXT && demand.status() != ValueStatus.CONFLICT) {
                    outside.add(RequirementItem.experience(demand, -1));
                }
            }
        }

        List<Requirement> rows() {
            List<Line> lines = view.lines();
            List<Line> rungs = new ArrayList<>();
            List<List<RequirementItem>> rungItems = new ArrayList<>();
            boolean or = false;
            for (Line line : lines) {
                if (isOr(line)) {
                    or = true;
                    continue;
                }
                List<RequirementItem> items = lineItems.of(line);
                if (line.duplicate() || !line.demand() && items.isEmpty()) {
                    or = false;
                    continue;
                }
                boolean joined = (or || OR.has(tokens, tokens.at(line.start())) || endsWithOr(rungs))
                        && !rungs.isEmpty()
                        && rungs.get(rungs.size() - 1).section() == line.section();
                if (!joined) {
                    flush(rungs, rungItems);
                }
                rungs.add(line);
                rungItems.add(items);
                or = false;
            }
            flush(rungs, rungItems);
            for (RequirementItem item : outside) {
                groups++;
                row(item, null, groups, 1);
            }
            return rows;
        }

        private boolean isOr(Line line) {
            int from = tokens.at(line.start());
            return OR.has(tokens, from) && tokens.wordEnd(from) + 1 >= line.end();
        }

        private boolean endsWithOr(List<Line> rungs) {
            if (rungs.isEmpty()) {
                return false;
            }
            int last = tokens.at(rungs.get(rungs.size() - 1).end()) - 1;
            return tokens.is(last, "or") || ModalityCues.is(tokens, last, ',') && tokens.is(last - 1, "or");
        }

        /** Writes the rows of one line, or of the lines of one ladder. */
        private void flush(List<Line> rungs, List<List<RequirementItem>> items) {
            if (rungs.size() == 1) {
                single(rungs.get(0), items.get(0));
            } else if (rungs.size() > 1) {
                ladder(rungs, items);
            }
            rungs.clear();
            items.clear();
        }

        private void ladder(List<Line> rungs, List<List<RequirementItem>> items) {
            groups++;
            int group = groups;
            int alternative = 0;
            List<String> skillsSeen = new ArrayList<>();
            for (int r = 0; r < rungs.size(); r++) {
                Line line = rungs.get(r);
                List<RequirementItem> structural = new ArrayList<>();
                List<RequirementItem> others = new ArrayList<>();
                for (RequirementItem item : items.get(r)) {
                    (item.structural() ? structural : others).add(item);
                }
                if (structural.isEmpty()) {
                    alternative++;
                    if (others.isEmpty()) {
                        row(whole(line), line, group, alternative);
                    }
                    for (RequirementItem item : others) {
                        row(item, line, group, alternative);
                    }
                    continue;
                }
                for (List<RequirementItem> rung : rungsWithin(structural, line, true)) {
                    alternative++;
                    for (RequirementItem item : rung) {
                        row(item, line, group, alternative);
                    }
                }
                others.removeIf(item -> item.skillId() != null
                        && (LineItems.inAnyArea(structural, item.start()) || skillsSeen.contains(item.skillId())));
                for (RequirementItem item : others) {
                    if (item.skillId() != null) {
                        skillsSeen.add(item.skillId());
                    }
                }
                alternativesAndSingles(others, line);
            }
        }

        private void single(Line line, List<RequirementItem> items) {
            List<RequirementItem> structural = new ArrayList<>();
            List<RequirementItem> others = new ArrayList<>();
            Modality strongest = null;
            for (RequirementItem item : items) {
                (item.structural() ? structural : others).add(item);
                strongest = strongest == null ? item.modality() : strongest.or(item.modality());
            }
            if (!structural.isEmpty()) {
                List<List<RequirementItem>> rungs = rungsWithin(structural, line, false);
                if (rungs.size() > 1) {
                    groups++;
                    int group = groups;
                    for (int r = 0; r < rungs.size(); r++) {
                        for (RequirementItem item : rungs.get(r)) {
                            row(item, line, group, r + 1);
                        }
                    }
                } else {
                    choices(rungs.get(0), line);
                }
            }
            if (line.demand() && (strongest == null || strongest.compareTo(line.modality()) > 0)) {
                groups++;
                row(whole(line), line, groups, 1);
            }
            alternativesAndSingles(others, line);
        }

        /** One rung that stands alone: degrees to choose from are one group, years are another. */
        private void choices(List<RequirementItem> rung, Line line) {
            int group = 0;
            int alternative = 0;
            RequirementItem before = null;
            for (RequirementItem item : rung) {
                boolean choice = before != null
                        && item.type() == RequirementType.EDUCATION
                        && before.type() == RequirementType.EDUCATION
                        && before.modality() == item.modality()
                        && connector(before, item) != Connector.AND;
                if (choice) {
                    alternative++;
                } else {
                    groups++;
                    group = groups;
                    alternative = 1;
                }
                row(item, line, group, alternative);
                before = item;
            }
        }

        private enum Connector {
            AND,
            OR,
            NONE
        }

        /** The last connective between two items says how they stand to each other. */
        private Connector connector(RequirementItem before, RequirementItem after) {
            int first = tokens.at(before.end());
            for (int i = tokens.at(after.start()) - 1; i >= first; i--) {
                if (OR.has(tokens, i)
                        || ModalityCues.is(tokens, i, '/') && tokens.at(after.start()) - first <= 4
                        || ModalityCues.is(tokens, i, '|')) {
                    return Connector.OR;
                }
                if (AND.has(tokens, i)
                        || ModalityCues.is(tokens, i, '&')
                        || ModalityCues.is(tokens, i, '+') && tokens.at(after.start()) - i <= 2) {
                    return Connector.AND;
                }
            }
            return Connector.NONE;
        }

        /**
         * Divides the degrees and years of a line into rungs. An "or" right between two degrees makes a choice within a
         * rung ("Bachelor's or Master's and 5 years"); one that stands after years, or far from the degree before it,
         * begins a new rung ("Bachelor's and 4 years, or Master's and 2").
         *
         * @param expand whether a rung with a choice of degrees becomes one rung for each
         */
        private List<List<RequirementItem>> rungsWithin(List<RequirementItem> structural, Line line, boolean expand) {
            List<List<RequirementItem>> rungs = new ArrayList<>();
            List<RequirementItem> rung = new ArrayList<>();
            boolean years = false;
            RequirementItem before = null;
            boolean laterYears = false;
            boolean anyOr = false;
            for (int i = 0; i < structural.size(); i++) {
                laterYears |= structural.get(i).type() == RequirementType.EXPERIENCE;
                anyOr |= i > 0 && connector(structural.get(i - 1), structural.get(i)) == Connector.OR;
            }
            for (RequirementItem item : structural) {
                // "Bachelor's and 2 years, Master's, or PhD": a degree after years, in an enumeration that ends with
                // "or"
                boolean listed = before != null
                        && years
                        && anyOr
                        && item.type() == RequirementType.EDUCATION
                        && before.type() == RequirementType.EXPERIENCE
                        && rung.get(0).type() == RequirementType.EDUCATION
                        && connector(before, item) == Connector.NONE;
                boolean next = before != null
                        && item.modality() == before.modality()
                        && (listed || connector(before, item) == Connector.OR)
                        && (before.type() != item.type()
                                || item.type() == RequirementType.EXPERIENCE
                                || years
                                || laterYears && tokens.at(item.start()) - tokens.at(before.end()) > 4);
                if (next) {
                    rungs.add(rung);
                    rung = new ArrayList<>();
                    years = false;
                }
                rung.add(item);
                years |= item.type() == RequirementType.EXPERIENCE;
                before = item;
            }
            rungs.add(rung);
            if (!expand && rungs.size() == 1) {
                return rungs;
            }
            List<List<RequirementItem>> expanded = new ArrayList<>();
            for (List<RequirementItem> one : rungs) {
                expand(one, expanded);
            }
            return expanded;
        }

        /** "BS or MS and 3 years" as a rung of a ladder: once for each degree. */
        private void expand(List<RequirementItem> rung, List<List<RequirementItem>> expanded) {
            List<RequirementItem> choices = new ArrayList<>();
            RequirementItem before = null;
            for (RequirementItem item : rung) {
                if (item.type() == RequirementType.EDUCATION) {
                    if (before != null && connector(before, item) == Connector.AND) {
                        expanded.add(rung);
                        return;
                    }
                    choices.add(item);
                    before = item;
                }
            }
            if (choices.size() < 2) {
                expanded.add(rung);
                return;
            }
            for (RequirementItem choice : choices) {
                List<RequirementItem> one = new ArrayList<>();
                one.add(choice);
                for (RequirementItem item : rung) {
                    if (item.type() != RequirementType.EDUCATION) {
                        one.add(item);
                    }
                }
                expanded.add(one);
            }
        }

        /** "TensorFlow, PyTorch, or scikit-learn" is one group; whatever is no choice has its own. */
        private void alternativesAndSingles(List<RequirementItem> items, Line line) {
            int i = 0;
            while (i < items.size()) {
                int end = choiceEnd(items, i, line);
                groups++;
                int group = groups;
                for (int j = i; j < end; j++) {
                    row(items.get(j), line, group, j - i + 1);
                }
                i = end;
            }
        }

        /** The end of the enumeration that begins at an item and is closed by "or"; {@code i + 1} when there is none. */
        private int choiceEnd(List<RequirementItem> items, int i, Line line) {
            int end = i + 1;
            int closed = i + 1;
            boolean choice = false;
            while (end < items.size()
                    && items.get(end).type() == items.get(i).type()
                    && items.get(end).modality() == items.get(i).modality()) {
                Gap gap = gap(items.get(end - 1), items.get(end));
                if (gap == Gap.OTHER || choice && gap == Gap.COMMA) {
                    break;
                }
                end++;
                if (gap == Gap.OR) {
                    choice = true;
                    closed = end;
                }
            }
            if (!choice && end > i + 1 && oneOf(items.get(i), line)) {
                return end;
            }
            return closed;
        }

        private enum Gap {
            COMMA,
            OR,
            OTHER
        }

        /** What stands between two names of an enumeration: commas and "or", and at most three unknown words. */
        private Gap gap(RequirementItem before, RequirementItem after) {
            int from = tokens.at(before.end());
            int to = tokens.at(after.start());
            if (to - from > 6 || to <= from) {
                return Gap.OTHER;
            }
            boolean or = false;
            boolean comma = false;
            int words = 0;
            for (int i = from; i < to; i++) {
                if (OR.has(tokens, i)) {
                    or = true;
                } else if (ModalityCues.is(tokens, i, ',')) {
                    comma = true;
                } else if (tokens.isWord(i) && !AND.has(tokens, i) && (comma || or)) {
                    words++;
                } else {
                    return Gap.OTHER;
                }
            }
            return words > 3 ? Gap.OTHER : or ? Gap.OR : comma ? Gap.COMMA : Gap.OTHER;
        }

        /** "at least one of", "any of the following", "either" before the first name. */
        private boolean oneOf(RequirementItem first, Line line) {
            int from = tokens.at(line.start());
            int at = tokens.at(first.start());
            for (int i = at - 1; i >= from && i >= at - 6; i--) {
                if (CHOICE.has(tokens, i) && (tokens.is(i + 1, "of") || tokens.is(i, "either"))) {
                    return true;
                }
            }
            return false;
        }

        /** The line itself, where nothing in it is known or what is known is asked for less strongly. */
        private RequirementItem whole(Line line) {
            String text = view.text().substring(line.start(), line.end());
            return RequirementItem.plain(
                    RequirementType.OTHER,
                    normal(text),
                    line.modality(),
                    line.start(),
                    line.end(),
                    Evidence.text(line.start(), line.end(), "requirement.line"));
        }

        private void row(RequirementItem item, Line line, int group, int alternative) {
            if (rows.size() >= MOST_ROWS) {
                if (rows.size() == MOST_ROWS) {
                    reportOnce();
                }
                return;
            }
            rows.add(new Requirement(
                    item.type(),
                    item.label(),
                    item.skillId(),
                    item.yearsMin(),
                    item.yearsMax(),
                    item.level(),
                    item.field(),
                    item.orEquivalent(),
                    item.language(),
                    item.proficiency(),
                    line == null ? 0 : line.no(),
                    item.modality(),
                    group,
                    alternative,
                    line == null
                            ? item.label()
                            : view.text().substring(line.start(), line.end()).strip(),
                    line == null ? SectionKind.GENERAL : line.section(),
                    item.evidence()));
        }

        private void reportOnce() {
            if (!reported) {
                reported = true;
                view.issue(Issue.VALUES_TRUNCATED, "requirements");
            }
        }
    }
}
