package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.OccupationReading;
import io.jobmart.model.TitleReading;
import io.jobmart.vocabulary.OccupationName;
import io.jobmart.vocabulary.OccupationVocabulary;
import io.jobmart.vocabulary.TitleWords;
import java.util.List;
import java.util.Set;

/**
 * Reads the occupation that a title names, where the words leave no doubt. Levels ("Senior", "II") are passed over; the
 * first part of the title counts, "Registered Nurse" of "Registered Nurse - Night Shift"; the longest known name wins.
 * More words may stand before a name that ends the part ("Backend Software Engineer"), or behind one that begins it
 * ("Software Engineer Backend", "Développeur Java"), unless they make it another occupation ("Software Engineer Manager").
 */
public final class OccupationReader {
    private static final String RULE = "occupation.title";
    private static final int LONGEST = 8;
    private static final int LONG_WORD = 12;
    private static final double LEAST = 0.5;
    private static final double WITH_MORE_BEFORE = 0.9;
    private static final double WITH_MORE_BEHIND = 0.85;

    private static final Set<String> LEVELS = Set.of(
            "senior",
            "sr",
            "snr",
            "junior",
            "jr",
            "jnr",
            "lead",
            "principal",
            "staff",
            "associate",
            "entry",
            "level",
            "mid",
            "middle",
            "midlevel",
            "experienced",
            "expert",
            "master",
            "graduate",
            "trainee",
            "intern",
            "internship",
            "apprentice",
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "1",
            "2",
            "3",
            "4",
            "5",
            "l1",
            "l2",
            "l3",
            "l4",
            "l5",
            "remote",
            "hybrid",
            "onsite",
            "full",
            "part",
            "time",
            "temporary",
            "seasonal",
            "contract",
            "freelance",
            "pleno",
            "júnior",
            "sênior",
            "sénior",
            "semi",
            "ssr",
            "pl",
            "estágio",
            "stage",
            "stagiaire",
            "alternance",
            "praktikant",
            "praktikum",
            "werkstudent",
            "leitender",
            "erfahrener",
            "global",
            "regional",
            "bilingual",
            "certified",
            "licensed",
            "the",
            "a",
            "an",
            "new",
            "founding",
            "certificated",
            "sir");

    /** What cuts a title behind its name: "Director of Sales" is tried whole, then as "Director". */
    private static final Set<String> BEHIND = Set.of(
            "for", "of", "in", "at", "with", "to", "on", "from", "within", "by", "für", "im", "bei", "mit", "pour",
            "chez", "para", "en", "em", "no", "na", "m", "w", "d", "f", "h");

    /** Words before a name that make it another's helper, stand-in or head. */
    private static final Set<String> OTHER_WORK = Set.of(
            "assistant",
            "vice",
            "deputy",
            "head",
            "chief",
            "executive",
            "director",
            "manager",
            "managing",
            "student",
            "volunteer",
            "former",
            "assist",
            "aide",
            "sales",
            "recruiter",
            "recruiting",
            "hiring",
            "instructor",
            "teacher",
            "professor",
            "trainer",
            "non",
            "asst",
            "president",
            "supervising",
            "supervisor",
            "postdoctoral");

    private final OccupationVocabulary vocabulary;

    public OccupationReader(OccupationVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The occupation of a title, or null. */
    public OccupationReading read(TitleReading title) {
        if (title.title() == null) {
            return null;
        }
        TitleWords words = TitleWords.of(title.title());
        int from = 0;
        while (from < words.words().size()) {
            int to = from;
            while (to < words.words().size()
                    && words.parts().get(to).equals(words.parts().get(from))) {
                to++;
            }
            int first = from;
            while (first < to && LEVELS.contains(words.words().get(first))) {
                first++;
            }
            if (first < to || vocabulary.find(join(words, from, to)) != null) {
                return part(title, words, from, first, to);
            }
            // "Senior / Lead Engineer": nothing but a level stands here.
            from = to;
        }
        return null;
    }

    private OccupationReading part(TitleReading title, TitleWords words, int from, int first, int end) {
        int to = end;
        while (to > first + 1 && LEVELS.contains(words.words().get(to - 1))) {
            to--;
        }
        // "Lead Generation Specialist", "Staff Nurse": what looks like a level may belong to the name.
        OccupationName bare = name(words, first, to);
        if (bare != null && bare.code() == null) {
            return null;
        }
        for (int start = from; start <= first; start++) {
            OccupationName name = name(words, start, to);
            if (name != null) {
                return reading(title, words, start, to, name, 1);
            }
        }
        int cut = first;
        while (cut < to && !(cut > first && BEHIND.contains(words.words().get(cut)))) {
            cut++;
        }
        if (cut < to) {
            OccupationName name = name(words, first, cut);
            if (name != null) {
                return name.whole() ? null : reading(title, words, first, cut, name, WITH_MORE_BEHIND);
            }
        }
        OccupationReading ending = ending(title, words, first, cut);
        return ending != null ? ending : beginning(title, words, first, to);
    }

    /** A name that ends the part, with words before it. */
    private OccupationReading ending(TitleReading title, TitleWords words, int first, int to) {
        for (int start = Math.max(first + 1, to - LONGEST); start < to; start++) {
            OccupationName name = name(words, start, to);
            if (name == null) {
                continue;
            }
            if (name.whole() || name.initial() || name.code() == null) {
                return null;
            }
            List<String> before = words.words().subList(first, start);
            return before.stream().anyMatch(OTHER_WORK::contains)
                    ? null
                    : reading(title, words, start, to, name, WITH_MORE_BEFORE);
        }
        return null;
    }

    /** A name that begins the part, with words behind it. */
    private OccupationReading beginning(TitleReading title, TitleWords words, int first, int to) {
        for (int end = Math.min(to - 1, first + LONGEST); end > first; end--) {
            OccupationName name = name(words, first, end);
            if (name == null) {
                continue;
            }
            if (name.whole() || name.code() == null || !name.initial() && isShort(words, first, end)) {
                return null;
            }
            List<String> behind = words.words().subList(end, to);
            return behind.stream().anyMatch(word -> vocabulary.isHead(word) || OTHER_WORK.contains(word))
                    ? null
                    : reading(title, words, first, end, name, WITH_MORE_BEHIND);
        }
        return null;
    }

    /** "Nurse" of "Nurse Lakeside" is little to go by; a German compound says as much as two words. */
    private static boolean isShort(TitleWords words, int first, int end) {
        return end - first < 2 && words.words().get(first).length() < LONG_WORD;
    }

    private OccupationName name(TitleWords words, int from, int to) {
        if (to - from > LONGEST || from >= to) {
            return null;
        }
        String key = join(words, from, to);
        OccupationName name = vocabulary.find(key);
        // "Software Engineers", of ads that look for several.
        return name == null && key.endsWith("s") && !key.endsWith("ss")
                ? vocabulary.find(key.substring(0, key.length() - 1))
                : name;
    }

    private OccupationReading reading(
            TitleReading title, TitleWords words, int from, int to, OccupationName name, double factor) {
        double confidence = Math.round(name.confidence() * factor * 100) / 100.0;
        if (name.code() == null || confidence < LEAST) {
            return null;
        }
        int start = words.starts().get(from);
        int end = words.ends().get(to - 1);
        int at = title.raw() == null ? -1 : title.raw().indexOf(title.title().substring(start, end));
        return new OccupationReading(
                name.code(),
                confidence,
                name.uri(),
                vocabulary.socCode(join(words, from, to)),
                at < 0 ? null : new Evidence(EvidenceField.TITLE, at, at + end - start, RULE));
    }

    private static String join(TitleWords words, int from, int to) {
        return String.join(" ", words.words().subList(from, to));
    }
}
