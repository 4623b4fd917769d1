package io.jobmart.parse;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
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
import io.jobmart.text.Trigger;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** "Collaborates with leadership", "executive leadership": other people, not what the candidate can. */
    private static final WordSet OTHERS_LEADERSHIP =
            WordSet.of("with to executive senior thought our by company from market for");

    private static final String UNNAMED_CERTIFICATE = "certification";
    private static final WordSet OR = WordSet.of("or oder ou o and/or");
    private static final WordSet AND = WordSet.of("and und et y e with plus mit avec con com having");
    private static final WordSet CHOICE = WordSet.of("one any either");

    private RequirementReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        RequirementPhrases.addTriggers(lexicon);
        OR.addTo(lexicon);
        AND.addTo(lexicon);
        CHOICE.addTo(lexicon);
        OTHERS_LEADERSHIP.addTo(lexicon);
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

    /** One thing that a line asks for; {@code [areaStart, areaEnd)} are its area or field of study in the text. */
    private record Item(
            RequirementType type,
            String label,
            String skillId,
            BigDecimal yearsMin,
            BigDecimal yearsMax,
            DegreeLevel level,
            String field,
            Boolean orEquivalent,
            String language,
            String proficiency,
            Modality modality,
            int start,
            int end,
            int areaStart,
            int areaEnd,
            Evidence evidence) {

        static Item plain(
                RequirementType type, String label, Modality modality, int start, int end, Evidence evidence) {
            return new Item(
                    type, label, null, null, null, null, null, null, null, null, modality, start, end, -1, -1,
                    evidence);
        }

        static Item experience(ExperienceDemand demand, int areaStart) {
            Evidence evidence = demand.evidence();
            return new Item(
                    RequirementType.EXPERIENCE,
                    labelOf(demand),
                    null,
                    demand.min(),
                    demand.max(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    demand.modality(),
                    start(evidence),
                    end(evidence),
                    areaStart,
                    areaStart < 0 ? -1 : areaStart + demand.area().length(),
                    evidence);
        }

        static Item degree(DegreeDemand demand, int fieldStart) {
            Evidence evidence = demand.evidence();
            return new Item(
                    RequirementType.EDUCATION,
                    labelOf(demand),
                    null,
                    null,
                    null,
                    demand.level(),
                    demand.fieldOfStudy(),
                    demand.orEquivalent(),
                    null,
                    null,
                    demand.modality(),
                    start(evidence),
                    end(evidence),
                    fieldStart,
                    fieldStart < 0 ? -1 : fieldStart + demand.fieldOfStudy().length(),
                    evidence);
        }

        static Item language(LanguageDemand demand) {
            String name = Locale.forLanguageTag(demand.language())
                    .getDisplayLanguage(Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT);
            return new Item(
                    RequirementType.LANGUAGE,
                    demand.proficiency() == null ? name : name + " " + normal(demand.proficiency()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    demand.language(),
                    demand.proficiency(),
                    demand.modality(),
                    start(demand.evidence()),
                    end(demand.evidence()),
                    -1,
                    -1,
                    demand.evidence());
        }

        static Item skill(SkillHit hit, Modality modality) {
            boolean certificate = "CERTIFICATION".equals(hit.skill().kind());
            return new Item(
                    certificate ? RequirementType.CERTIFICATION : RequirementType.SKILL,
                    hit.skill().label(),
                    hit.skill().skillId(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    modality,
                    hit.start(),
                    hit.end(),
                    -1,
                    -1,
                    Evidence.text(hit.start(), hit.end(), "requirement.skill"));
        }

        boolean structural() {
            return type == RequirementType.EDUCATION || type == RequirementType.EXPERIENCE;
        }

        boolean inArea(int offset) {
            return offset >= areaStart && offset < areaEnd;
        }

        private static int start(Evidence evidence) {
            return evidence.start() == null ? -1 : evidence.start();
        }

        private static int end(Evidence evidence) {
            return evidence.end() == null ? -1 : evidence.end();
        }
    }

    private static String labelOf(ExperienceDemand demand) {
        String years = demand.min() == null
                ? "up to " + demand.max().toPlainString()
                : demand.max() == null
                        ? demand.min().toPlainString() + "+"
                        : demand.min().toPlainString() + "-" + demand.max().toPlainString();
        return demand.area() == null ? years + " years" : years + " years " + normal(demand.area());
    }

    private static String labelOf(DegreeDemand demand) {
        String level = demand.level() == null
                ? "degree"
                : demand.level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return demand.fieldOfStudy() == null ? level : level + " in " + normal(demand.fieldOfStudy());
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
        private final List<ExperienceDemand> experience;
        private final List<DegreeDemand> degrees;
        private final List<LanguageDemand> languages;
        private final List<SkillHit> skills;
        private final List<Requirement> rows = new ArrayList<>();
        private final List<Item> outside = new ArrayList<>();
        private boolean reported;
        private int nextExperience;
        private int nextDegree;
        private int nextSkill;
        private int groups;

        Reading(
                PostingView view,
                List<ExperienceDemand> experience,
                List<DegreeDemand> degrees,
                List<LanguageDemand> languages,
                List<SkillHit> skills) {
            this.view = view;
            this.tokens = view.tokens();
            this.experience = inText(experience, ExperienceDemand::evidence);
            this.degrees = inText(degrees, DegreeDemand::evidence);
            this.languages = languages;
            List<SkillHit> hits = new ArrayList<>(skills.size());
            for (SkillHit hit : skills) {
                if (hit.field() == EvidenceField.TEXT) {
                    hits.add(hit);
                }
            }
            hits.sort(Comparator.comparingInt(SkillHit::start));
            this.skills = hits;
            structured(experience, degrees);
        }

        private void structured(List<ExperienceDemand> allExperience, List<DegreeDemand> allDegrees) {
            for (DegreeDemand demand : allDegrees) {
                if (demand.evidence().field() != EvidenceField.TEXT && demand.status() != ValueStatus.CONFLICT) {
                    outside.add(Item.degree(demand, -1));
                }
            }
            for (ExperienceDemand demand : allExperience) {
                if (demand.evidence().field() != EvidenceField.TEXT && demand.status() != ValueStatus.CONFLICT) {
                    outside.add(Item.experience(demand, -1));
                }
            }
        }

        private static <T> List<T> inText(List<T> demands, java.util.function.Function<T, Evidence> evidence) {
            List<T> kept = new ArrayList<>(demands.size());
            for (T demand : demands) {
                if (evidence.apply(demand).field() == EvidenceField.TEXT) {
                    kept.add(demand);
                }
            }
            kept.sort(Comparator.comparingInt(demand -> evidence.apply(demand).start()));
            return kept;
        }

        List<Requirement> rows() {
            List<Line> lines = view.lines();
            List<Line> rungs = new ArrayList<>();
            List<List<Item>> rungItems = new ArrayList<>();
            boolean or = false;
            for (Line line : lines) {
                if (isOr(line)) {
                    or = true;
                    continue;
                }
                List<Item> items = items(line);
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
            for (Item item : outside) {
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
        private void flush(List<Line> rungs, List<List<Item>> items) {
            if (rungs.size() == 1) {
                single(rungs.get(0), items.get(0));
            } else if (rungs.size() > 1) {
                ladder(rungs, items);
            }
            rungs.clear();
            items.clear();
        }

        private void ladder(List<Line> rungs, List<List<Item>> items) {
            groups++;
            int group = groups;
            int alternative = 0;
            List<String> skillsSeen = new ArrayList<>();
            for (int r = 0; r < rungs.size(); r++) {
                Line line = rungs.get(r);
                List<Item> structural = new ArrayList<>();
                List<Item> others = new ArrayList<>();
                for (Item item : items.get(r)) {
                    (item.structural() ? structural : others).add(item);
                }
                if (structural.isEmpty()) {
                    alternative++;
                    if (others.isEmpty()) {
                        row(whole(line), line, group, alternative);
                    }
                    for (Item item : others) {
                        row(item, line, group, alternative);
                    }
                    continue;
                }
                for (List<Item> rung : rungsWithin(structural, line, true)) {
                    alternative++;
                    for (Item item : rung) {
                        row(item, line, group, alternative);
                    }
                }
                others.removeIf(item -> item.skillId() != null
                        && (inAnyArea(structural, item.start()) || skillsSeen.contains(item.skillId())));
                for (Item item : others) {
                    if (item.skillId() != null) {
                        skillsSeen.add(item.skillId());
                    }
                }
                alternativesAndSingles(others, line);
            }
        }

        private void single(Line line, List<Item> items) {
            List<Item> structural = new ArrayList<>();
            List<Item> others = new ArrayList<>();
            Modality strongest = null;
            for (Item item : items) {
                (item.structural() ? structural : others).add(item);
                strongest = strongest == null ? item.modality() : strongest.or(item.modality());
            }
            if (!structural.isEmpty()) {
                List<List<Item>> rungs = rungsWithin(structural, line, false);
                if (rungs.size() > 1) {
                    groups++;
                    int group = groups;
                    for (int r = 0; r < rungs.size(); r++) {
                        for (Item item : rungs.get(r)) {
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
        private void choices(List<Item> rung, Line line) {
            int group = 0;
            int alternative = 0;
            Item before = null;
            for (Item item : rung) {
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
        private Connector connector(Item before, Item after) {
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
        private List<List<Item>> rungsWithin(List<Item> structural, Line line, boolean expand) {
            List<List<Item>> rungs = new ArrayList<>();
            List<Item> rung = new ArrayList<>();
            boolean years = false;
            Item before = null;
            boolean laterYears = false;
            boolean anyOr = false;
            for (int i = 0; i < structural.size(); i++) {
                laterYears |= structural.get(i).type() == RequirementType.EXPERIENCE;
                anyOr |= i > 0 && connector(structural.get(i - 1), structural.get(i)) == Connector.OR;
            }
            for (Item item : structural) {
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
            List<List<Item>> expanded = new ArrayList<>();
            for (List<Item> one : rungs) {
                expand(one, expanded);
            }
            return expanded;
        }

        /** "BS or MS and 3 years" as a rung of a ladder: once for each degree. */
        private void expand(List<Item> rung, List<List<Item>> expanded) {
            List<Item> choices = new ArrayList<>();
            Item before = null;
            for (Item item : rung) {
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
            for (Item choice : choices) {
                List<Item> one = new ArrayList<>();
                one.add(choice);
                for (Item item : rung) {
                    if (item.type() != RequirementType.EDUCATION) {
                        one.add(item);
                    }
                }
                expanded.add(one);
            }
        }

        /** "TensorFlow, PyTorch, or scikit-learn" is one group; whatever is no choice has its own. */
        private void alternativesAndSingles(List<Item> items, Line line) {
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
        private int choiceEnd(List<Item> items, int i, Line line) {
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
        private Gap gap(Item before, Item after) {
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
        private boolean oneOf(Item first, Line line) {
            int from = tokens.at(line.start());
            int at = tokens.at(first.start());
            for (int i = at - 1; i >= from && i >= at - 6; i--) {
                if (CHOICE.has(tokens, i) && (tokens.is(i + 1, "of") || tokens.is(i, "either"))) {
                    return true;
                }
            }
            return false;
        }

        /** What a line asks for, in its order. */
        private List<Item> items(Line line) {
            List<Item> items = new ArrayList<>();
            while (nextDegree < degrees.size() && start(degrees.get(nextDegree).evidence()) < line.end()) {
                DegreeDemand demand = degrees.get(nextDegree++);
                if (start(demand.evidence()) >= line.start()) {
                    items.add(Item.degree(
                            demand,
                            find(demand.fieldOfStudy(), demand.evidence().end(), line)));
                }
            }
            while (nextExperience < experience.size()
                    && start(experience.get(nextExperience).evidence()) < line.end()) {
                ExperienceDemand demand = experience.get(nextExperience++);
                if (start(demand.evidence()) >= line.start()) {
                    items.add(Item.experience(
                            demand, find(demand.area(), demand.evidence().end(), line)));
                }
            }
            for (LanguageDemand demand : languages) {
                if (demand.evidence().field() == EvidenceField.TEXT
                        && start(demand.evidence()) >= line.start()
                        && start(demand.evidence()) < line.end()) {
                    items.add(Item.language(demand));
                }
            }
            int typed = items.size();
            while (nextSkill < skills.size() && skills.get(nextSkill).start() < line.end()) {
                SkillHit hit = skills.get(nextSkill++);
                if (hit.start() >= line.start() && line.demand() && isNew(hit, items, typed)) {
                    Modality modality = hit.modality() == Modality.MENTIONED ? line.modality() : hit.modality();
                    items.add(Item.skill(hit, modality));
                }
            }
            if (line.demand() && !line.duplicate()) {
                phrases(line, items);
                dropUnnamedCertificate(items);
            }
            items.sort(Comparator.comparingInt(Item::start));
            return items;
        }

        /** "Certifications such as CISSP" asks for the CISSP; the word beside it is no second demand. */
        private static void dropUnnamedCertificate(List<Item> items) {
            boolean named = false;
            for (Item item : items) {
                named |= item.type() == RequirementType.CERTIFICATION
                        && !item.label().equals(UNNAMED_CERTIFICATE);
            }
            if (named) {
                items.removeIf(item -> item.type() == RequirementType.CERTIFICATION
                        && item.label().equals(UNNAMED_CERTIFICATE));
            }
        }

        /** A field of study is no skill, and one skill is one row of a line. */
        private static boolean isNew(SkillHit hit, List<Item> items, int typed) {
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                boolean field = i < typed && item.type() == RequirementType.EDUCATION && item.inArea(hit.start());
                if (field || hit.skill().skillId().equals(item.skillId())) {
                    return false;
                }
            }
            return true;
        }

        private static boolean inAnyArea(List<Item> items, int offset) {
            for (Item item : items) {
                if (item.inArea(offset)) {
                    return true;
                }
            }
            return false;
        }

        private int find(String part, int from, Line line) {
            if (part == null) {
                return -1;
            }
            int found = view.text().indexOf(part, from);
            return found >= 0 && found < line.end() ? found : -1;
        }

        private static int start(Evidence evidence) {
            return evidence.start();
        }

        private void phrases(Line line, List<Item> items) {
            int from = tokens.at(line.start());
            int to = tokens.at(line.end());
            int found = items.size();
            for (int i = from; i < to; i++) {
                if (!tokens.is(i, Trigger.CREDENTIAL)) {
                    continue;
                }
                RequirementPhrases.Match match = RequirementPhrases.at(tokens, i, to);
                if (match == null) {
                    continue;
                }
                int start = tokens.start(i);
                int end = tokens.end(match.to() - 1);
                String label = label(match, from, to);
                if (label != null
                        && !overlaps(items, found, start, end)
                        && !named(items, match.phrase().type(), label)) {
                    items.add(Item.plain(
                            match.phrase().type(),
                            label,
                            view.modalityAt(start),
                            start,
                            end,
                            Evidence.text(start, end, "requirement.phrase")));
                }
                i = match.to() - 1;
            }
        }

        private String label(RequirementPhrases.Match match, int from, int to) {
            String label = match.phrase().label();
            return switch (match.phrase().type()) {
                case TRAVEL ->
                    percent(match.from(), from, to) == null
                            ? label
                            : label + " " + percent(match.from(), from, to) + "%";
                case CERTIFICATION -> label.equals(UNNAMED_CERTIFICATE) ? certificate(match, from, to) : label;
                case PHYSICAL -> label.equals("lifting") && !weight(match.from(), to) ? null : label;
                case SOFT_SKILL ->
                    label.equals("leadership") && OTHERS_LEADERSHIP.has(tokens, match.from() - 1) ? null : label;
                default -> label;
            };
        }

        private String percent(int at, int from, int to) {
            for (int i = Math.max(from, at - 8); i < Math.min(to - 1, at + 8); i++) {
                if (tokens.is(i, Trigger.NUMBER) && ModalityCues.is(tokens, i + 1, '%')) {
                    return tokens.surface(i);
                }
            }
            return null;
        }

        private boolean weight(int at, int to) {
            for (int i = Math.max(0, at - 2); i < Math.min(to, at + 8); i++) {
                if (tokens.is(i, Trigger.NUMBER) || tokens.is(i, Trigger.NUMBER_WORD)) {
                    return true;
                }
            }
            return tokens.is(at + 1, "heavy") || tokens.is(at + 1, "boxes");
        }

        /** "PMP certification", "Certified Public Accountant": with the name that stands beside it. */
        private String certificate(RequirementPhrases.Match match, int from, int to) {
            int first = match.from();
            while (first - 1 > from && first > match.from() - 4 && isName(first - 1)) {
                first--;
            }
            if (first - 1 == from && isAcronym(from)) {
                first--;
            }
            int end = match.to();
            if (tokens.is(match.from(), "certified")) {
                while (end < to && end < match.to() + 4 && isName(end)) {
                    end++;
                }
            }
            return first == match.from() && end == match.to()
                    ? match.phrase().label()
                    : normal(tokens.text().substring(tokens.start(first), tokens.end(end - 1)));
        }

        private boolean isName(int token) {
            return tokens.isWord(token) && Character.isUpperCase(tokens.text().charAt(tokens.start(token)));
        }

        private boolean isAcronym(int token) {
            return isName(token)
                    && tokens.wordEnd(token) - tokens.start(token) > 1
                    && Character.isUpperCase(tokens.text().charAt(tokens.wordEnd(token) - 1));
        }

        private static boolean overlaps(List<Item> items, int to, int start, int end) {
            for (int i = 0; i < to; i++) {
                if (items.get(i).start() < end && items.get(i).end() > start) {
                    return true;
                }
            }
            return false;
        }

        private static boolean named(List<Item> items, RequirementType type, String label) {
            for (Item item : items) {
                if (item.type() == type && item.label().equals(label)) {
                    return true;
                }
            }
            return false;
        }

        /** The line itself, where nothing in it is known or what is known is asked for less strongly. */
        private Item whole(Line line) {
            String text = view.text().substring(line.start(), line.end());
            return Item.plain(
                    RequirementType.OTHER,
                    normal(text),
                    line.modality(),
                    line.start(),
                    line.end(),
                    Evidence.text(line.start(), line.end(), "requirement.line"));
        }

        private void row(Item item, Line line, int group, int alternative) {
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
