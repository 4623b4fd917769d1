package io.jobmart.vocabulary;

import io.jobmart.model.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one vocabulary of two. Skills are the same when their names say so exactly: labels before other names, so that
 * ESCO's "SQL" and not its "query languages" (which also answers to "SQL") becomes the SQL that is there.
 */
final class SkillMerge {
    /** Who stands before the name of a product in some lists and not in others: "Apple iOS", "iOS". */
    private static final Set<String> MAKERS = Set.of(
            "Adobe",
            "Amazon",
            "Apache",
            "Apple",
            "Atlassian",
            "Autodesk",
            "Cisco",
            "Google",
            "Hewlett-Packard",
            "IBM",
            "Intuit",
            "Microsoft",
            "Oracle",
            "SAP",
            "VMware");

    private final SkillVocabulary first;
    private final SkillVocabulary second;
    /** Ids of the second vocabulary to the skill of the first that is the same. */
    private final Map<String, Skill> same = new HashMap<>();

    private SkillMerge(SkillVocabulary first, SkillVocabulary second) {
        this.first = first;
        this.second = second;
    }

    static SkillVocabulary of(SkillVocabulary first, SkillVocabulary second) {
        return new SkillMerge(first, second).merge();
    }

    private SkillVocabulary merge() {
        Map<String, Skill> byId = new LinkedHashMap<>();
        first.skills().forEach(skill -> byId.put(skill.skillId(), skill));
        Set<String> escoTaken = new HashSet<>();
        for (Skill skill : second.skills()) {
            Skill counterpart = byId.get(skill.skillId());
            if (counterpart == null) {
                counterpart = labelled(skill.label());
            }
            join(skill, counterpart, escoTaken);
        }
        Map<String, Set<Skill>> others = skillsAmongOtherNames();
        for (Skill skill : second.skills()) {
            Set<Skill> candidates = others.get(skill.skillId());
            if (!same.containsKey(skill.skillId()) && candidates != null && candidates.size() == 1) {
                join(skill, candidates.iterator().next(), escoTaken);
            }
        }
        for (Skill skill : second.skills()) {
            Skill counterpart = same.get(skill.skillId());
            if (counterpart == null) {
                byId.put(skill.skillId(), skill);
            } else {
                byId.merge(counterpart.skillId(), skill, Skill::withReferencesOf);
            }
        }
        Map<String, SkillName> names = new LinkedHashMap<>();
        first.names().forEach((key, name) -> names.put(key, renamed(name, byId)));
        second.names().forEach((key, name) -> {
            if (!hidesAnother(key, name)) {
                names.putIfAbsent(key, renamed(name, byId));
            }
        });
        return new SkillVocabulary(
                new ArrayList<>(byId.values()),
                SkillVocabulary.version(List.of(first.version(), second.version())),
                names);
    }

    /** The skill here that a label of the other vocabulary names, or null. */
    private Skill labelled(String label) {
        String plain = withoutQualifier(label);
        SkillName name = first.names().get(SkillVocabulary.key(plain));
        int blank = plain.indexOf(' ');
        if (name == null && blank > 0 && MAKERS.contains(plain.substring(0, blank))) {
            name = first.names().get(SkillVocabulary.key(plain.substring(blank + 1)));
        }
        return name == null ? null : name.skill();
    }

    /** A concept of a taxonomy stands for one skill only: the second that claims the same stays apart. */
    private void join(Skill skill, Skill counterpart, Set<String> escoTaken) {
        if (counterpart != null
                && (skill.escoUri() == null || counterpart.escoUri() == null)
                && (skill.escoUri() == null || escoTaken.add(counterpart.skillId()))) {
            same.put(skill.skillId(), counterpart);
        }
    }

    /** By id of the second vocabulary: skills of the first that one of its names is a name of. */
    private Map<String, Set<Skill>> skillsAmongOtherNames() {
        Map<String, Set<Skill>> found = new HashMap<>();
        second.names().forEach((key, name) -> {
            SkillName known = first.names().get(key);
            if (known != null
                    && (!isActivity(name)
                            || SkillVocabulary.key(known.skill().label()).equals(key))) {
                found.computeIfAbsent(name.skill().skillId(), id -> new HashSet<>())
                        .add(known.skill());
            }
        });
        return found;
    }

    private static boolean isActivity(SkillName name) {
        return name.skill().kind().equals(EscoSkills.COMPETENCE);
    }

    /**
     * Whether a name only says what is done with a skill that is known without it: "use Microsoft Office". As the longer
     * name it would hide the skill itself.
     */
    private boolean hidesAnother(String key, SkillName name) {
        if (!isActivity(name)) {
            return false;
        }
        String[] words = key.split(" ");
        for (int from = 0; from < words.length; from++) {
            StringBuilder part = new StringBuilder();
            for (int to = from; to < words.length; to++) {
                part.append(part.isEmpty() ? "" : " ").append(words[to]);
                if (to - from + 1 < words.length && first.names().containsKey(part.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private SkillName renamed(SkillName name, Map<String, Skill> byId) {
        Skill counterpart = same.get(name.skill().skillId());
        Skill skill = byId.get(counterpart == null ? name.skill().skillId() : counterpart.skillId());
        return skill == name.skill() ? name : new SkillName(name.text(), skill, name.match());
    }

    /** "Python (computer programming)" is Python. */
    static String withoutQualifier(String label) {
        int open = label.indexOf(" (");
        return open > 0 && label.endsWith(")") ? label.substring(0, open) : label;
    }
}
