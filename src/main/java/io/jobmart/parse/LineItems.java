package io.jobmart.parse;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.Modality;
import io.jobmart.model.RequirementType;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what each line asks for: what other readers found in it, and what is known by a phrase. Lines come in order. */
final class LineItems {
    /** "Collaborates with leadership", "executive leadership": other people, not what the candidate can. */
    private static final WordSet OTHERS_LEADERSHIP =
            WordSet.of("with to executive senior thought our by company from market for");

    private static final String UNNAMED_CERTIFICATE = "certification";

    private final PostingView view;
    private final Tokens tokens;
    private final List<ExperienceDemand> experience;
    private final List<DegreeDemand> degrees;
    private final List<LanguageDemand> languages;
    private final List<SkillHit> skills;
    private int nextExperience;
    private int nextDegree;
    private int nextSkill;

    LineItems(
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
    }

    static void addTriggers(Lexicon.Builder lexicon) {
        RequirementPhrases.addTriggers(lexicon);
        OTHERS_LEADERSHIP.addTo(lexicon);
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

    /** What a line asks for, in its order. */
    List<RequirementItem> of(Line line) {
        List<RequirementItem> items = new ArrayList<>();
        while (nextDegree < degrees.size() && start(degrees.get(nextDegree).evidence()) < line.end()) {
            DegreeDemand demand = degrees.get(nextDegree++);
            if (start(demand.evidence()) >= line.start()) {
                items.add(RequirementItem.degree(
                        demand, find(demand.fieldOfStudy(), demand.evidence().end(), line)));
            }
        }
        while (nextExperience < experience.size()
                && start(experience.get(nextExperience).evidence()) < line.end()) {
            ExperienceDemand demand = experience.get(nextExperience++);
            if (start(demand.evidence()) >= line.start()) {
                items.add(RequirementItem.experience(
                        demand, find(demand.area(), demand.evidence().end(), line)));
            }
        }
        for (LanguageDemand demand : languages) {
            if (demand.evidence().field() == EvidenceField.TEXT
                    && start(demand.evidence()) >= line.start()
                    && start(demand.evidence()) < line.end()) {
                items.add(RequirementItem.language(demand));
            }
        }
        int typed = items.size();
        while (nextSkill < skills.size() && skills.get(nextSkill).start() < line.end()) {
            SkillHit hit = skills.get(nextSkill++);
            if (hit.start() >= line.start() && line.demand() && isNew(hit, items, typed)) {
                Modality modality = hit.modality() == Modality.MENTIONED ? line.modality() : hit.modality();
                items.add(RequirementItem.skill(hit, modality));
            }
        }
        if (line.demand() && !line.duplicate()) {
            phrases(line, items);
            dropUnnamedCertificate(items);
        }
        items.sort(Comparator.comparingInt(RequirementItem::start));
        return items;
    }

    /** "Certifications such as CISSP" asks for the CISSP; the word beside it is no second demand. */
    private static void dropUnnamedCertificate(List<RequirementItem> items) {
        boolean named = false;
        for (RequirementItem item : items) {
            named |= item.type() == RequirementType.CERTIFICATION
                    && !item.label().equals(UNNAMED_CERTIFICATE);
        }
        if (named) {
            items.removeIf(item ->
                    item.type() == RequirementType.CERTIFICATION && item.label().equals(UNNAMED_CERTIFICATE));
        }
    }

    /** A field of study is no skill, and one skill is one row of a line. */
    private static boolean isNew(SkillHit hit, List<RequirementItem> items, int typed) {
        for (int i = 0; i < items.size(); i++) {
            RequirementItem item = items.get(i);
            boolean field = i < typed && item.type() == RequirementType.EDUCATION && item.inArea(hit.start());
            if (field || hit.skill().skillId().equals(item.skillId())) {
                return false;
            }
        }
        return true;
    }

    static boolean inAnyArea(List<RequirementItem> items, int offset) {
        for (RequirementItem item : items) {
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

    private void phrases(Line line, List<RequirementItem> items) {
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
                items.add(RequirementItem.plain(
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
                percent(match.from(), from, to) == null ? label : label + " " + percent(match.from(), from, to) + "%";
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
                : RequirementReader.normal(tokens.text().substring(tokens.start(first), tokens.end(end - 1)));
    }

    private boolean isName(int token) {
        return tokens.isWord(token) && Character.isUpperCase(tokens.text().charAt(tokens.start(token)));
    }

    private boolean isAcronym(int token) {
        return isName(token)
                && tokens.wordEnd(token) - tokens.start(token) > 1
                && Character.isUpperCase(tokens.text().charAt(tokens.wordEnd(token) - 1));
    }

    private static boolean overlaps(List<RequirementItem> items, int to, int start, int end) {
        for (int i = 0; i < to; i++) {
            if (items.get(i).start() < end && items.get(i).end() > start) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(List<RequirementItem> items, RequirementType type, String label) {
        for (RequirementItem item : items) {
            if (item.type() == type && item.label().equals(label)) {
                return true;
            }
        }
        return false;
    }
}
