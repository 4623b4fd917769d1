package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Modality;
import io.jobmart.model.SectionKind;
import io.jobmart.model.Skill;
import io.jobmart.model.SkillMention;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.SkillMatch;
import io.jobmart.vocabulary.SkillMatcher;
import io.jobmart.vocabulary.SkillMatches;
import io.jobmart.vocabulary.SkillName;
import io.jobmart.vocabulary.SkillVocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the skills that a posting names, in its title, its text and its structured fields.
 *
 * <p>A name that is also an everyday word ("Go", "Excel", "React") counts only as written and beside another skill in a
 * list ("R, Go or Python"), after or before a cue ("experience with Go", "Go developer"), or alone in a line of a list of
 * skills. A whole list in the wrong case ("python, r, excel") counts through its other members.
 */
public final class SkillReader {
    private static final String TEXT_RULE = "skill.text";
    private static final String TITLE_RULE = "skill.title";
    private static final String MARKUP_RULE = "skill.structured";

    /** Words that announce a skill some words later in the same clause. */
    private static final String[] CUES_BEFORE = {
        // English
        "experience",
        "experienced",
        "knowledge",
        "knowledgeable",
        "proficiency",
        "proficient",
        "familiarity",
        "familiar",
        "expertise",
        "expert",
        "skilled",
        "skill",
        "skills",
        "fluency",
        "fluent",
        "understanding",
        "programming",
        "coding",
        "scripting",
        "development",
        "background",
        "using",
        "written",
        "languages",
        "language",
        "frameworks",
        "framework",
        "libraries",
        "library",
        "tools",
        "platforms",
        "technologies",
        "technology",
        "software",
        "databases",
        "stack",
        "certified",
        "advanced",
        "command",
        "mastery",
        "exposure",
        "like",
        "e.g",
        // German
        "erfahrung",
        "erfahrungen",
        "kenntnisse",
        "kenntnissen",
        "programmierung",
        "umgang",
        "programmiersprachen",
        "programmiersprache",
        "tools",
        "technologien",
        // French
        "expérience",
        "expériences",
        "connaissance",
        "connaissances",
        "maîtrise",
        "maitrise",
        "maîtrisez",
        "compétences",
        "langages",
        "langage",
        "outils",
        // Spanish and Portuguese
        "experiencia",
        "experiência",
        "conocimiento",
        "conocimientos",
        "conhecimento",
        "conhecimentos",
        "manejo",
        "dominio",
        "domínio",
        "lenguajes",
        "linguagens",
        "herramientas",
        "ferramentas",
        "tecnologías",
        "tecnologias"
    };

    /** Words that, right after a name, make it a skill. */
    private static final String[] CUES_AFTER = {
        "developer",
        "developers",
        "engineer",
        "engineers",
        "programmer",
        "programmers",
        "programming",
        "development",
        "architect",
        "consultant",
        "specialist",
        "administrator",
        "admin",
        "expert",
        "language",
        "framework",
        "library",
        "libraries",
        "ecosystem",
        "scripting",
        "scripts",
        "script",
        "code",
        "codebase",
        "coding",
        "skills",
        "knowledge",
        "experience",
        "expertise",
        "proficiency",
        "certification",
        "certified",
        "api",
        "apis",
        "sdk",
        "backend",
        "frontend",
        "stack",
        "app",
        "apps",
        "application",
        "applications",
        "spreadsheets",
        "spreadsheet",
        "macros",
        "dashboards",
        "pipelines",
        "jobs",
        "cluster",
        "clusters",
        "microservices",
        "services",
        "components",
        "hooks",
        "kenntnisse",
        "entwickler",
        "entwicklung",
        "programmierung"
    };

    /** How many words may stand between a cue and the name: "experience in developing scalable services with Go". */
    private static final int CUE_REACH = 10;

    /** Signs and words that may stand between the members of a list. */
    private static final int LIST_GAP = 5;

    /** How far the subjects of a degree reach from the word "degree". */
    private static final int FIELD_REACH = 16;

    /** Words that end the subjects of a degree. */
    private static final String[] NO_FIELDS = {
        "experience",
        "knowledge",
        "with",
        "plus",
        "skills",
        "proficiency",
        "understanding",
        "familiarity",
        "expertise",
        "background",
        "using",
        "strong",
        "years",
        "you",
        "we",
        "is",
        "are",
        "have",
        "erfahrung",
        "kenntnisse",
        "expérience",
        "experiencia",
        "experiência"
    };

    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int CONJUNCTION = 4;
    private static final int NO_FIELD = 8;
    private static final int COMPANIES = 16;

    private static final int CLASS = 32;
    private static final int LEADS = 64;
    private static final int FOLLOWS = 128;

    /** Words that lead from a demand to what is asked for. */
    private static final String[] LEADING = {
        "in",
        "of",
        "with",
        "on",
        "about",
        "like",
        "as",
        "including",
        "using",
        "both",
        "basic",
        "strong",
        "modern",
        "e.g",
        "experience",
        "knowledge",
        "understanding",
        "building",
        "mit",
        "von",
        "en",
        "de",
        "avec",
        "com",
        "em",
        "con"
    };

    /** Words that end the name of what is asked for. */
    private static final String[] FOLLOWING = {
        "in",
        "with",
        "for",
        "at",
        "on",
        "is",
        "are",
        "as",
        "using",
        "through",
        "within",
        "to",
        "from",
        "that",
        "which",
        "a",
        "experience",
        "knowledge",
        "skills",
        "expertise",
        "required",
        "preferred",
        "best",
        "principles",
        "concepts",
        "fundamentals",
        "für",
        "mit",
        "ist",
        "pour",
        "est",
        "com",
        "em",
        "para",
        "con",
        "en"
    };

    /** Last words of names that many others belong to. */
    private static final String[] CLASSES = {
        "tools",
        "tool",
        "frameworks",
        "framework",
        "platforms",
        "libraries",
        "languages",
        "providers",
        "technologies",
        "infrastructure",
        "cloud"
    };

    /** How long a list of companies is looked back over, in tokens. */
    private static final int COMPANIES_REACH = 40;

    /** Words that say that the names behind them are companies. */
    private static final String[] COMPANIES_BEFORE = {
        "customers",
        "clients",
        "companies",
        "brands",
        "partners",
        "investors",
        "backed",
        "founder",
        "founders",
        "cofounder",
        "cofounders",
        "founded",
        "trusted",
        "alumni",
        "startups",
        "competitors",
        "acquired",
        "kunden",
        "clientes",
        "empresas",
        "entreprises"
    };

    private final Lexicon lexicon;
    private final SkillMatcher matcher;
    /** Bits of the cues by word id. */
    private final byte[] cues;

    /** The lexicon must have been built with {@link #addTriggers} of the same vocabulary. */
    public SkillReader(SkillVocabulary vocabulary, Lexicon lexicon) {
        this.lexicon = lexicon;
        matcher = new SkillMatcher(vocabulary, lexicon);
        cues = new byte[lexicon.size()];
        mark(lexicon, CUES_BEFORE, BEFORE);
        mark(lexicon, CUES_AFTER, AFTER);
        mark(lexicon, CONJUNCTIONS, CONJUNCTION);
        mark(lexicon, NO_FIELDS, NO_FIELD);
        mark(lexicon, COMPANIES_BEFORE, COMPANIES);
        mark(lexicon, CLASSES, CLASS);
        mark(lexicon, LEADING, LEADS);
        mark(lexicon, FOLLOWING, FOLLOWS);
    }

    private static final String[] CONJUNCTIONS = {"and", "or", "und", "oder", "et", "ou", "y", "o", "e", "and/or"};

    /** Adds the vocabulary's words and the cues. */
    public static void addTriggers(Lexicon.Builder lexicon, SkillVocabulary vocabulary) {
        vocabulary.addTo(lexicon);
        for (String[] words : List.of(
                CUES_BEFORE, CUES_AFTER, CONJUNCTIONS, NO_FIELDS, COMPANIES_BEFORE, CLASSES, LEADING, FOLLOWING)) {
            for (String word : words) {
                lexicon.add(word);
            }
        }
    }

    private void mark(Lexicon lexicon, String[] words, int bit) {
        for (String word : words) {
            int id = lexicon.id(word);
            if (id != Lexicon.UNKNOWN) {
                cues[id] |= (byte) bit;
            }
        }
    }

    /** Every place that names a skill: structured fields, then title, then text, each in its own order. */
    public List<SkillHit> hits(PostingView view) {
        List<SkillHit> hits = new ArrayList<>();
        String company = companyName(view.raw().company());
        for (String structured : view.raw().skills()) {
            Tokens tokens = Tokens.of(structured, lexicon);
            SkillMatches matches = matcher.match(tokens);
            boolean[] accepted = accept(matches, tokens, null);
            for (int i = 0; i < matches.count(); i++) {
                boolean whole = matches.first(i) == 0 && matches.end(i) == tokens.count();
                if (accepted[i] || whole) {
                    hits.add(new SkillHit(matches.name(i).skill(), EvidenceField.MARKUP, -1, -1, Modality.MENTIONED));
                }
            }
        }
        SkillMatches inTitle = matcher.match(view.title());
        boolean[] titleAccepted = accept(inTitle, view.title(), null);
        for (int i = 0; i < inTitle.count(); i++) {
            if (titleAccepted[i] && !isOfTheJob(inTitle.name(i))) {
                hits.add(new SkillHit(
                        inTitle.name(i).skill(),
                        EvidenceField.TITLE,
                        inTitle.start(i),
                        inTitle.stop(i),
                        Modality.MENTIONED));
            }
        }
        Tokens tokens = view.tokens();
        SkillMatches matches = matcher.match(tokens);
        boolean[] accepted = accept(matches, tokens, view);
        for (int i = 0; i < matches.count(); i++) {
            if (!accepted[i]
                    || isCompany(matches, i, tokens.text(), company)
                    || inAddress(tokens, matches.first(i), matches.end(i))) {
                continue;
            }
            Line line = view.lineAt(matches.start(i));
            if (line != null && line.duplicate()) {
                continue;
            }
            SectionKind section = line != null ? line.section() : view.sectionAt(matches.start(i));
            if (section == SectionKind.BOILERPLATE || section == SectionKind.BENEFITS) {
                continue;
            }
            SkillName name = matches.name(i);
            boolean demanded = line != null && demands(line);
            if (!demanded
                    && (name.match() == SkillMatch.DEMAND
                            || name.match() == SkillMatch.JOB
                                    && (section == SectionKind.ABOUT_COMPANY
                                            || isInProperName(tokens, matches.first(i), matches.end(i))))) {
                continue;
            }
            if (isStudied(name.skill()) && isClassOfOthers(matches, i, tokens)) {
                continue;
            }
            if (isStudied(name.skill()) && isFieldOfStudy(tokens, matches.first(i), matches.end(i))) {
                continue;
            }
            Modality modality = section == SectionKind.ABOUT_COMPANY
                    ? Modality.MENTIONED
                    : LineReader.modalityAt(view, matches.start(i));
            if (modality == Modality.MENTIONED
                    && (isShortCompany(matches, i, tokens.text(), company)
                            || isOrganisation(name.skill()) && isAmongCompanies(tokens, matches.first(i)))) {
                continue;
            }
            hits.add(new SkillHit(
                    matches.name(i).skill(), EvidenceField.TEXT, matches.start(i), matches.stop(i), modality));
        }
        return hits;
    }

    /** Kinds whose names are names of companies, too. */
    private static boolean isOrganisation(Skill skill) {
        return switch (skill.kind()) {
            case "TOOL", "PLATFORM", "DATABASE", "FRAMEWORK" -> true;
            default -> false;
        };
    }

    /**
     * "Customers like Uber, Figma and Zendesk", "founders of PagerDuty": the list of names that the
     * skill stands in belongs to words that speak of companies.
     */
    private boolean isAmongCompanies(Tokens tokens, int first) {
        int i = first - 1;
        while (i >= 0 && first - i < COMPANIES_REACH && sameLine(tokens, i, i + 1) && isNameOrJoin(tokens, i)) {
            i--;
        }
        for (int words = 0; i >= 0 && words < 6 && sameLine(tokens, i, i + 1) && !tokens.is(i, "."); i--, words++) {
            if (is(tokens, i, COMPANIES)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNameOrJoin(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return Character.isUpperCase(c) && !is(tokens, i, COMPANIES)
                || c == ','
                || c == '&'
                || is(tokens, i, CONJUNCTION);
    }

    /**
     * "Data visualization tools such as Tableau", "cloud platforms (AWS, Azure)": a name of a class that is followed by its
     * members asks for those.
     */
    private boolean isClassOfOthers(SkillMatches matches, int match, Tokens tokens) {
        int end = matches.end(match);
        SkillName name = matches.name(match);
        // "ETL tools such as ..." still asks for ETL; a label of its own is the class.
        boolean named = !isOfTheJob(name)
                && name.text().length() > name.skill().label().length()
                && name.text()
                        .regionMatches(
                                true,
                                0,
                                name.skill().label(),
                                0,
                                name.skill().label().length());
        if (named
                || !is(tokens, end - 1, CLASS)
                || match + 1 >= matches.count()
                || matches.first(match + 1) - end > LIST_GAP
                || !sameLine(tokens, end - 1, end)) {
            return false;
        }
        int at = tokens.is(end, ",") || tokens.is(end, "(") ? end + 1 : end;
        return tokens.is(end, "(") && matches.first(match + 1) == at
                || tokens.is(at, "like")
                || tokens.is(at, "including")
                || tokens.is(at, "such")
                || tokens.is(at, "e")
                || tokens.is(at, "e.g")
                || tokens.is(at, "eg")
                || tokens.is(at, "i");
    }

    /** "Blockchain Capital": all in capitals of a name that goes on. */
    private boolean isInProperName(Tokens tokens, int first, int end) {
        return Character.isUpperCase(tokens.text().charAt(tokens.start(first))) && partOfLargerName(tokens, first, end);
    }

    /** Names of methods and fields that count by where they stand. */
    private static boolean isOfTheJob(SkillName name) {
        return name.match() == SkillMatch.DEMAND || name.match() == SkillMatch.JOB;
    }

    private static boolean demands(Line line) {
        return line.demand() || line.section().demands() || line.section() == SectionKind.SKILLS;
    }

    private static boolean isStudied(Skill skill) {
        return skill.kind().equals("KNOWLEDGE") || skill.kind().equals("METHOD");
    }

    /**
     * Whether a name is the subject of a degree ("Bachelor's in Statistics or a related field"): what was studied is
     * read as a degree's field, not as a skill.
     */
    private boolean isFieldOfStudy(Tokens tokens, int first, int end) {
        for (int i = first - 1; i >= 0 && first - i <= FIELD_REACH && sameLine(tokens, i, i + 1); i--) {
            if (tokens.is(i, Trigger.DEGREE)) {
                return true;
            }
            if (endsField(tokens, i)) {
                break;
            }
        }
        if (!hasDegree(tokens, first, end)) {
            return false;
        }
        for (int i = end; i < tokens.count() && i - end < FIELD_REACH && sameLine(tokens, i - 1, i); i++) {
            if (tokens.is(i, "degree")
                    || tokens.is(i, "discipline")
                    || tokens.is(i, "field")
                    || tokens.is(i, "major")) {
                return true;
            }
            if (endsField(tokens, i)) {
                break;
            }
        }
        return false;
    }

    /** Whether a degree is named in the same line, a short way before or after. */
    private static boolean hasDegree(Tokens tokens, int first, int end) {
        for (int i = first - 1; i >= 0 && first - i <= 2 * FIELD_REACH && sameLine(tokens, i, i + 1); i--) {
            if (tokens.is(i, Trigger.DEGREE)) {
                return true;
            }
        }
        for (int i = end; i < tokens.count() && i - end < FIELD_REACH && sameLine(tokens, i - 1, i); i++) {
            if (tokens.is(i, "degree")) {
                return true;
            }
        }
        return false;
    }

    private boolean endsField(Tokens tokens, int token) {
        return is(tokens, token, NO_FIELD)
                || tokens.is(token, Trigger.NUMBER)
                || tokens.is(token, ";")
                || tokens.is(token, ":")
                || tokens.is(token, ".") && !tokens.touchesPrevious(token + 1) && !tokens.is(token - 1, Trigger.DEGREE);
    }

    /** The hits by skill, in the order of their first hits. */
    public List<SkillMention> mentions(PostingView view, List<SkillHit> hits) {
        Map<Skill, List<SkillHit>> bySkill = new LinkedHashMap<>();
        for (SkillHit hit : hits) {
            bySkill.computeIfAbsent(hit.skill(), skill -> new ArrayList<>(4)).add(hit);
        }
        List<SkillMention> mentions = new ArrayList<>(bySkill.size());
        bySkill.forEach((skill, places) -> mentions.add(mention(view, skill, places, hits)));
        return mentions;
    }

    private SkillMention mention(PostingView view, Skill skill, List<SkillHit> places, List<SkillHit> all) {
        SkillHit best = null;
        boolean inTitle = false;
        BigDecimal years = null;
        boolean yearsDiffer = false;
        for (SkillHit hit : places) {
            if (best == null || rank(hit) < rank(best)) {
                best = hit;
            }
            inTitle |= hit.field() == EvidenceField.TITLE;
            BigDecimal asked = hit.field() == EvidenceField.TEXT ? years(view, hit, all) : null;
            if (asked != null) {
                yearsDiffer |= years != null && years.compareTo(asked) != 0;
                years = asked;
            }
        }
        String surface;
        Evidence evidence;
        switch (best.field()) {
            case TEXT -> {
                surface = view.text().substring(best.start(), best.end());
                evidence = Evidence.text(best.start(), best.end(), TEXT_RULE);
            }
            case TITLE -> {
                surface = view.title().text().substring(best.start(), best.end());
                evidence = Evidence.title(best.start(), best.end(), TITLE_RULE);
            }
            default -> {
                surface = skill.label();
                evidence = Evidence.markup(MARKUP_RULE);
            }
        }
        return new SkillMention(
                skill.skillId(),
                skill.label(),
                best.modality(),
                surface,
                places.size(),
                inTitle,
                yearsDiffer ? null : years,
                evidence);
    }

    /** The strongest first; among equals text before title before structured fields: it shows the most. */
    private static int rank(SkillHit hit) {
        int field = switch (hit.field()) {
            case TEXT -> 0;
            case TITLE -> 1;
            default -> 2;
        };
        return hit.modality().ordinal() * 3 + field;
    }

    /**
     * The years asked of a skill: the line states one number of years, and the skill is the only one that follows it
     * closely in the same clause ("5+ years of Python", "3-5 years' experience with Java"); null otherwise.
     */
    private static BigDecimal years(PostingView view, SkillHit hit, List<SkillHit> all) {
        Line line = view.lineAt(hit.start());
        if (line == null) {
            return null;
        }
        Tokens tokens = view.tokens();
        int first = tokens.at(line.start());
        int skill = tokens.at(hit.start());
        int word = -1;
        for (int i = first; i < tokens.count() && tokens.start(i) < line.end(); i++) {
            if (tokens.is(i, Trigger.YEARS)) {
                if (word >= 0) {
                    return null;
                }
                word = i;
            }
        }
        if (word < 0 || word > skill || skill - word > 8) {
            return null;
        }
        for (int i = word + 1; i < skill; i++) {
            if (tokens.is(i, ";") || tokens.is(i, ".") || tokens.is(i, Trigger.NUMBER)) {
                return null;
            }
        }
        for (SkillHit other : all) {
            if (other != hit
                    && other.field() == EvidenceField.TEXT
                    && other.start() >= tokens.start(word)
                    && other.end() <= line.end()
                    && !(other.start() > hit.end() && farAfter(tokens, skill, other.start()))) {
                return null;
            }
        }
        return number(tokens, first, word);
    }

    /** Whether a clause ends between a skill and a later place, so that the years can't mean what stands there. */
    private static boolean farAfter(Tokens tokens, int skill, int offset) {
        for (int i = skill + 1; i < tokens.count() && tokens.start(i) < offset; i++) {
            if (tokens.is(i, ";") || tokens.is(i, ".")) {
                return true;
            }
        }
        return false;
    }

    /** The lower number of "5+", "3-5", "five (5)" before the word "years". */
    private static BigDecimal number(Tokens tokens, int first, int word) {
        int i = word - 1;
        while (i >= first && (tokens.is(i, "+") || tokens.is(i, ")") || tokens.is(i, "or") || tokens.is(i, "more"))) {
            i--;
        }
        if (i < first || !tokens.is(i, Trigger.NUMBER)) {
            return null;
        }
        if (i - 2 >= first
                && tokens.is(i - 2, Trigger.NUMBER)
                && (tokens.is(i - 1, "-") || tokens.is(i - 1, "–") || tokens.is(i - 1, "to"))) {
            i -= 2;
        }
        String digits = tokens.surface(i);
        if (digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int value = Integer.parseInt(digits);
        return value > 0 && value <= 30 ? BigDecimal.valueOf(value) : null;
    }

    /** Which of the names found are skills here. */
    private boolean[] accept(SkillMatches matches, Tokens tokens, PostingView view) {
        int count = matches.count();
        boolean[] accepted = new boolean[count];
        int open = 0;
        for (int i = 0; i < count; i++) {
            SkillMatch match = matches.name(i).match();
            accepted[i] = match == SkillMatch.ANY
                    || match == SkillMatch.DEMAND
                    || match == SkillMatch.JOB
                    || match == SkillMatch.ALONE && isAlone(matches, i, tokens, view)
                    || matches.written(i)
                            && (match == SkillMatch.CASE
                                    || match == SkillMatch.CONTEXT && inContext(matches, i, tokens, view));
            if (!accepted[i]) {
                open++;
            }
        }
        if (open == 0) {
            return accepted;
        }
        // Lists are believed from their certain members outwards, once in each direction.
        for (int i = 1; i < count; i++) {
            accepted[i] |= accepted[i - 1] && inList(matches, i - 1, i, i, tokens);
        }
        for (int i = count - 2; i >= 0; i--) {
            accepted[i] |= accepted[i + 1] && inList(matches, i, i + 1, i, tokens);
        }
        return accepted;
    }

    /** Whether a written name that is also an everyday word is a skill by the words around it. */
    private boolean inContext(SkillMatches matches, int match, Tokens tokens, PostingView view) {
        int first = matches.first(match);
        int end = matches.end(match);
        if (partOfLargerName(tokens, first, end)) {
            return false;
        }
        if (is(tokens, end, AFTER) && sameLine(tokens, end - 1, end) && !tokens.is(end - 1, "-")) {
            return true;
        }
        if (is(tokens, end + 1, AFTER) && tokens.is(end, "-") && sameLine(tokens, end, end + 1)) {
            return true;
        }
        int words = 0;
        for (int i = first - 1; i >= 0 && words < CUE_REACH; i--) {
            if (!sameLine(tokens, i, i + 1)
                    || tokens.is(i, ".") && !tokens.touchesPrevious(i + 1)
                    || tokens.is(i, ";")) {
                break;
            }
            if (is(tokens, i, BEFORE)) {
                return true;
            }
            if (tokens.isWord(i)) {
                words++;
            }
        }
        if (view != null) {
            Line line = view.lineAt(tokens.start(first));
            return line != null
                    && line.start() == tokens.start(first)
                    && line.end() - tokens.wordEnd(end - 1) <= 1
                    && (line.section().demands() || line.section() == SectionKind.SKILLS);
        }
        return tokens.count() == end - first;
    }

    /**
     * Whether a demand names it by itself: "experience with security", "monitoring and alerting", not "security
     * clearance", "job security" or "for the security of".
     */
    private boolean isAlone(SkillMatches matches, int match, Tokens tokens, PostingView view) {
        if (view == null) {
            return false;
        }
        int first = matches.first(match);
        int end = matches.end(match);
        Line line = view.lineAt(tokens.start(first));
        return line != null
                && demands(line)
                && (first == 0
                        || tokens.start(first) <= line.start()
                        || separates(tokens, first - 1)
                        || is(tokens, first - 1, LEADS))
                && (end >= tokens.count()
                        || tokens.start(end) >= line.end()
                        || !tokens.isWord(end) && !isHyphen(tokens, end)
                        || is(tokens, end, CONJUNCTION)
                        || is(tokens, end, FOLLOWS));
    }

    /** Whether a hyphen joins a token to the next word: "security-first". */
    private static boolean isHyphen(Tokens tokens, int token) {
        return tokens.is(token, "-") && tokens.touchesPrevious(token) && tokens.touchesPrevious(token + 1);
    }

    /** "Go Team", "R&D", "C-level", "C.": the name is a part of something else. */
    private boolean partOfLargerName(Tokens tokens, int first, int end) {
        if (end < tokens.count() && tokens.touchesPrevious(end)) {
            if (tokens.is(end, "&") || tokens.is(end, "@") || tokens.is(end, "'")) {
                return true;
            }
            if (tokens.is(end, "-") && tokens.touchesPrevious(end + 1) && !is(tokens, end + 1, AFTER)) {
                return true;
            }
        }
        if (first > 0
                && tokens.touchesPrevious(first)
                && (tokens.is(first - 1, "&") || tokens.is(first - 1, "-") || tokens.is(first - 1, "."))) {
            return true;
        }
        return end < tokens.count()
                && tokens.isWord(end)
                && !is(tokens, end, AFTER)
                && sameLine(tokens, end - 1, end)
                && Character.isUpperCase(tokens.text().charAt(tokens.start(end)))
                && !tokens.is(end, Trigger.SKILL);
    }

    /**
     * Whether two names stand side by side in a list. When the one in doubt is not in its own case, it must be a whole
     * member of the list, so that "Python, go to" is no list of two.
     */
    private boolean inList(SkillMatches matches, int left, int right, int doubtful, Tokens tokens) {
        int from = matches.end(left);
        int to = matches.first(right);
        if (to - from > LIST_GAP || to == from && !sameLine(tokens, from - 1, from)) {
            return false;
        }
        if (to == from) {
            return false;
        }
        boolean newLine = !sameLine(tokens, from - 1, from);
        for (int i = from; i < to; i++) {
            newLine |= !sameLine(tokens, i, i + 1);
            if (!separates(tokens, i)) {
                return false;
            }
        }
        if (partOfLargerName(tokens, matches.first(doubtful), matches.end(doubtful))
                && !(doubtful == left && tokens.is(from, "-"))) {
            return false;
        }
        boolean alone = matches.name(doubtful).match() == SkillMatch.ALONE;
        if (!newLine && matches.written(doubtful) && !alone) {
            return true;
        }
        int before = matches.first(doubtful) - 1;
        int after = matches.end(doubtful);
        return (before < 0 || separates(tokens, before) || !sameLine(tokens, before, before + 1))
                && (after >= tokens.count()
                        || separates(tokens, after)
                        || tokens.is(after, ".")
                        || !sameLine(tokens, after - 1, after));
    }

    private boolean separates(Tokens tokens, int token) {
        if (is(tokens, token, CONJUNCTION)) {
            return true;
        }
        if (tokens.end(token) - tokens.start(token) != 1) {
            return tokens.is(token, Trigger.NUMBER);
        }
        return switch (tokens.text().charAt(tokens.start(token))) {
            case ',', ';', '/', '|', '•', '·', '-', '–', '&', '+', '(', ')', '[', ']', '、', '，', '*', '\\' -> true;
            default -> tokens.is(token, Trigger.NUMBER);
        };
    }

    private boolean is(Tokens tokens, int token, int bit) {
        int id = tokens.id(token);
        return id != Lexicon.UNKNOWN && (cues[id] & bit) != 0;
    }

    /** Whether no line ends between two neighbouring tokens. */
    private static boolean sameLine(Tokens tokens, int left, int right) {
        if (left < 0 || right >= tokens.count()) {
            return false;
        }
        String text = tokens.text();
        for (int i = tokens.end(left); i < tokens.start(right); i++) {
            if (text.charAt(i) == '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isCompany(SkillMatches matches, int match, String text, String company) {
        int start = matches.start(match);
        int length = matches.stop(match) - start;
        // the name, or its first words with the rest behind them: "Maple" of "Maple Clinic"
        return company != null
                && company.length() >= length
                && text.regionMatches(true, start, company, 0, company.length());
    }

    /** Whether a name is how a company with a longer name calls itself: "Maple" for "Maple Clinic". */
    private static boolean isShortCompany(SkillMatches matches, int match, String text, String company) {
        int start = matches.start(match);
        int length = matches.stop(match) - start;
        return company != null
                && company.length() > length
                && company.charAt(length) == ' '
                && text.regionMatches(true, start, company, 0, length);
    }

    /** The company's name without its legal form, null when there is none. */
    private static String companyName(String company) {
        if (company == null) {
            return null;
        }
        String name = company.strip();
        for (String form : LEGAL_FORMS) {
            if (name.length() > form.length() + 1
                    && name.regionMatches(true, name.length() - form.length(), form, 0, form.length())
                    && !Character.isLetterOrDigit(name.charAt(name.length() - form.length() - 1))) {
                name = name.substring(0, name.length() - form.length()).strip();
                if (name.endsWith(",")) {
                    name = name.substring(0, name.length() - 1);
                }
                break;
            }
        }
        return name.isEmpty() ? null : name;
    }

    private static final String[] LEGAL_FORMS = {
        "Inc.",
        "Inc",
        "LLC",
        "Ltd.",
        "Ltd",
        "Limited",
        "Corp.",
        "Corp",
        "Corporation",
        "GmbH",
        "AG",
        "SE",
        "S.A.",
        "SA",
        "SAS",
        "B.V.",
        "BV",
        "Labs",
        "Technologies",
        "Software",
        "Systems"
    };

    /** Whether the name stands in a web or mail address: "https://go.example.com", "jobs@oracle.example". */
    private static boolean inAddress(Tokens tokens, int first, int end) {
        if (end < tokens.count()
                && tokens.touchesPrevious(end)
                && (tokens.is(end, "@")
                        || tokens.is(end, ".") && isDomain(tokens, end + 1)
                        || tokens.is(end, ":") && tokens.is(end + 1, "/") && tokens.is(end + 2, "/"))) {
            return true;
        }
        if (!tokens.touchesPrevious(first)) {
            return false;
        }
        // Back through the run without blanks, a short way: addresses in postings are short where it matters.
        for (int i = first; i > 0 && first - i < 24 && tokens.touchesPrevious(i); i--) {
            int previous = i - 1;
            if (tokens.is(previous, "@") && tokens.touchesPrevious(previous)
                    || tokens.is(previous, "www")
                    || tokens.is(previous, "http")
                    || tokens.is(previous, "https")) {
                return true;
            }
            if (tokens.is(previous, ".") && isDomain(tokens, i) && tokens.touchesPrevious(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDomain(Tokens tokens, int token) {
        return tokens.touchesPrevious(token)
                && (tokens.is(token, "com")
                        || tokens.is(token, "org")
                        || tokens.is(token, "io")
                        || tokens.is(token, "ai")
                        || tokens.is(token, "de")
                        || tokens.is(token, "co"));
    }
}
