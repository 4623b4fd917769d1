package io.jobmart.parse;

import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.Modality;
import io.jobmart.model.ValueStatus;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads degrees: "Bachelor's or Master's degree in Physics", "BS/MS", "Ph.D.", "abgeschlossenes Studium", "Bac+5".
 */
public final class DegreeReader {
    private static final WordSet CONNECTIVE =
            WordSet.of("degree degrees diploma or and oder und ou o of s higher above equivalent "
                    + "university science sciences arts level de en the a an preferred advanced abschluss better bs ba ms ma be sc tech eng "
                    + "b m d ph e com");
    private static final WordSet EQUIVALENT = WordSet.of(
            "equivalent equivalency comparable gleichwertige gleichwertig vergleichbare "
                    + "vergleichbar vergleichbarer équivalent équivalente equivalente similar commensurate relevant related practical");
    private static final WordSet FIELD_LEAD = WordSet.of("in im en em der des");
    private static final WordSet FIELD_STOP = WordSet.of(
            "required preferred plus with is are desired desirable mandatory and/or "
                    + "from equivalent minimum coupled strongly highly oder mit avec con com must at combined or_equivalent who");

    private DegreeReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        DegreeName.addTriggers(lexicon);
        for (WordSet set : List.of(CONNECTIVE, EQUIVALENT, FIELD_LEAD, FIELD_STOP)) {
            set.addTo(lexicon);
        }
    }

    /** Every degree asked for, in the order of the text; each level once a line. */
    public static List<DegreeDemand> read(PostingView view) {
        List<DegreeDemand> demands = new ArrayList<>();
        Tokens tokens = view.tokens();
        for (Line line : view.lines()) {
            if (!line.duplicate() && (line.demand() || line.section().demands())) {
                inLine(view, tokens, line, demands);
            }
        }
        reconcile(view, demands);
        return demands;
    }

    private static void inLine(PostingView view, Tokens tokens, Line line, List<DegreeDemand> demands) {
        int from = tokens.at(line.start());
        int to = tokens.at(line.end());
        List<DegreeName> all = List.of();
        for (int i = from; i < to; i++) {
            if (!tokens.is(i, Trigger.DEGREE)) {
                continue;
            }
            DegreeName found = DegreeName.at(tokens, i, from, to);
            if (found != null) {
                all = all.isEmpty() ? new ArrayList<>(4) : all;
                all.add(found);
                i = found.to() - 1;
            }
        }
        boolean levels = false;
        boolean wished = true;
        for (DegreeName found : all) {
            levels |= found.level() != null;
            wished &= found.level() == null || view.modalityAt(tokens.start(found.from())) == Modality.PREFERRED;
        }
        int seen = 0;
        for (DegreeName found : all) {
            int bit = found.level() == null ? 1 << 30 : 1 << found.level().ordinal();
            int start = tokens.start(found.from());
            Modality modality = view.modalityAt(start);
            // "Degree in physics required, master's preferred": the first is asked for beside the second
            boolean beside = wished && modality != Modality.PREFERRED;
            if (levels && found.level() == null && !beside || (seen & bit) != 0) {
                continue;
            }
            seen |= bit;
            demands.add(new DegreeDemand(
                    found.level(),
                    field(tokens, found, to),
                    orEquivalent(tokens, found, to),
                    modality == Modality.MENTIONED ? Modality.REQUIRED : modality,
                    ValueStatus.PARSED,
                    Evidence.text(
                            start, tokens.end(found.to() - 1), found.level() == null ? "degree.any" : "degree.level")));
        }
    }

    /** "Computer Science, Physics, or a related field" of "... degree in Computer Science, Physics, or a related field". */
    private static String field(Tokens tokens, DegreeName found, int to) {
        int start = found.to();
        int limit = Math.min(to, start + 14);
        int subject = -1;
        while (start < limit && !FIELD_LEAD.has(tokens, start)) {
            if (tokens.is(start, "of")
                    && subject < 0
                    && start + 1 < limit
                    && DegreeName.SUBJECT.has(tokens, start + 1)) {
                subject = start + 1;
            }
            boolean passes = CONNECTIVE.has(tokens, start)
                    || tokens.is(start, Trigger.DEGREE)
                    || subject >= 0 && DegreeName.SUBJECT.has(tokens, start)
                    || !tokens.isWord(start) && !ModalityCues.is(tokens, start, ';');
            if (!passes) {
                start = limit;
                break;
            }
            start++;
        }
        if (start < limit) {
            start++;
            if (tokens.is(start, "a") || tokens.is(start, "an") || tokens.is(start, "the")) {
                start++;
            }
        } else if (subject >= 0) {
            start = subject;
        } else {
            return null;
        }
        int end = start;
        int longest = Math.min(to, start + 24);
        while (end < longest && !endsField(tokens, end)) {
            end++;
        }
        while (end > start
                && (!tokens.isWord(end - 1)
                        || tokens.is(end - 1, "or")
                        || tokens.is(end - 1, "and")
                        || tokens.is(end - 1, "an")
                        || tokens.is(end - 1, "a"))) {
            end--;
        }
        return end <= start ? null : tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }

    private static boolean endsField(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        boolean stopSign = !tokens.isWord(i) && c != ',' && c != '/' && c != '&' && c != '-';
        return stopSign
                || FIELD_STOP.has(tokens, i)
                || (tokens.is(i, Trigger.NUMBER) || tokens.is(i, Trigger.NUMBER_WORD))
                || tokens.is(i, Trigger.DEGREE)
                        && !tokens.is(i, "high")
                        && !tokens.is(i, "superior")
                        && !tokens.is(i, "be")
                || tokens.is(i, "at") && tokens.is(i + 1, "least");
    }

    private static boolean orEquivalent(Tokens tokens, DegreeName found, int to) {
        int limit = Math.min(to, found.to() + 40);
        boolean years = false;
        for (int i = found.to(); i < limit; i++) {
            years |= tokens.is(i, Trigger.YEARS);
            if (!EQUIVALENT.has(tokens, i)) {
                continue;
            }
            boolean or = DegreeName.OR.has(tokens, i - 1)
                    || DegreeName.OR.has(tokens, i - 2)
                    || DegreeName.OR.has(tokens, i - 3);
            boolean plainly = tokens.is(i, "equivalent")
                    || tokens.is(i, "equivalency")
                    || tokens.is(i, "comparable")
                    || tokens.word(i).startsWith("gleichwertig")
                    || tokens.word(i).startsWith("vergleichbar")
                    || tokens.word(i).startsWith("équivalent")
                    || tokens.is(i, "equivalente");
            boolean experience =
                    tokens.is(i + 1, "experience") || tokens.is(i + 2, "experience") || tokens.is(i + 3, "experience");
            // "a degree and 4 years of software or related work experience": related to the software, not to the degree
            if (or && (plainly && !tokens.is(i + 1, "degree") || experience && (plainly || !years))) {
                return true;
            }
        }
        return false;
    }

    /** What structured fields say, against what the text says. */
    private static void reconcile(PostingView view, List<DegreeDemand> demands) {
        if (view.raw().degrees() == null) {
            return;
        }
        int fromText = demands.size();
        for (String value : view.raw().degrees()) {
            DegreeLevel level = level(value);
            if (level == null || holds(demands, level)) {
                continue;
            }
            int open = unspecified(demands, fromText);
            if (open >= 0) {
                DegreeDemand text = demands.get(open);
                demands.set(
                        open,
                        new DegreeDemand(
                                level,
                                text.fieldOfStudy(),
                                text.orEquivalent(),
                                text.modality(),
                                ValueStatus.STRUCTURED,
                                text.evidence()));
                continue;
            }
            boolean conflict = fromText > 0;
            if (conflict) {
                view.issue(
                        Issue.DEGREE_CONFLICT,
                        "field: " + value + "; text: " + demands.get(0).level());
            }
            demands.add(new DegreeDemand(
                    level,
                    null,
                    false,
                    Modality.REQUIRED,
                    conflict ? ValueStatus.CONFLICT : ValueStatus.STRUCTURED,
                    Evidence.markup("degree.field")));
        }
    }

    private static int unspecified(List<DegreeDemand> demands, int to) {
        for (int i = 0; i < to; i++) {
            if (demands.get(i).level() == null) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(List<DegreeDemand> demands, DegreeLevel level) {
        for (DegreeDemand demand : demands) {
            if (demand.level() == level) {
                return true;
            }
        }
        return false;
    }

    /** Google's credential categories, and what sources write beside them. */
    private static DegreeLevel level(String value) {
        String lower = value == null ? "" : value.toLowerCase(Locale.ROOT);
        if (lower.contains("doctor") || lower.contains("phd")) {
            return DegreeLevel.DOCTORATE;
        }
        if (lower.contains("postgraduate") || lower.contains("master")) {
            return DegreeLevel.MASTER;
        }
        if (lower.contains("bachelor")) {
            return DegreeLevel.BACHELOR;
        }
        if (lower.contains("associate")) {
            return DegreeLevel.ASSOCIATE;
        }
        if (lower.contains("high school")) {
            return DegreeLevel.HIGH_SCHOOL;
        }
        return lower.contains("vocational") ? DegreeLevel.VOCATIONAL : null;
    }
}
