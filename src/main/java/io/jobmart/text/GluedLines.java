package io.jobmart.text;

import io.jobmart.model.SectionKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where lines were glued: an export that took the line breaks out and put no blanks in leaves "strong
 * communication skillsMust be able to travel", "EngineerDuration: 6 months", "QualificationsBachelor's degree". Names
 * are written alike ("JavaScript", "eCommerce", "PowerPoint"), so what stands on either side decides: a name begins with a
 * capital or with a letter or two, and the words of a label, a heading or a demand begin a line.
 */
final class GluedLines {
    /** A single one may be a name after all. */
    private static final int FEWEST = 2;
    /** So many, where nothing but the small letters before and behind speak for it: "setTimeout" is none. */
    private static final int FEWEST_WEAK = 3;

    private static final int SHORTEST_WORD = 3;
    private static final int MOST_HEADING_WORDS = 7;
    /** A single word is a heading only when it is no everyday word: "Summary", "Requirements". */
    private static final int SHORTEST_HEADING = 7;

    /** The last word of a heading that is known by a part of it only: "Stack" may go on. */
    private static final int SHORTEST_LAST = 6;

    private static final int LONGEST_LABEL = 24;
    /** "for", "this", "with": words that need no capital in a heading. */
    private static final int LONGEST_SMALL_WORD = 4;
    /** So far around a place the words are looked at. */
    private static final int LONGEST_WORD = 40;

    /** What begins the lines at the head of an ad: "Location: Boston, MADuration: 6 months". */
    private static final Set<String> LABELS = Set.of(
            "Location",
            "Locations",
            "Duration",
            "Title",
            "Position",
            "Role",
            "Client",
            "Rate",
            "Salary",
            "Pay",
            "Start",
            "Type",
            "Skills",
            "Experience",
            "Description",
            "Responsibilities",
            "Requirements",
            "Qualifications",
            "Note",
            "Notes",
            "Visa",
            "Interview",
            "Job",
            "Key",
            "Required",
            "Preferred",
            "Desired",
            "Education",
            "Email",
            "Phone",
            "Tel",
            "Duties",
            "Summary",
            "Overview",
            "Department",
            "Contract",
            "Employment",
            "Schedule",
            "Hours",
            "Shift",
            "Compensation",
            "Benefits",
            "Travel",
            "Clearance",
            "Nice",
            "Must",
            "Mandatory",
            "Primary",
            "Work");

    /** Ends of names that some write with a small letter in front: "javaScript", "gitHub". */
    private static final Set<String> NAME_ENDS = Set.of(
            "Script", "Hub", "Lab", "Stack", "Point", "Shift", "Flow", "Ops", "Query", "Base", "Sphere", "Net", "Press",
            "Innen");

    private final String text;
    private final int from;
    private final int to;
    private final HeadingPhrases phrases = HeadingPhrases.standard();
    private final List<Integer> cuts = new ArrayList<>();
    /** Those of them at which a heading begins that ends at the next. */
    private final Set<Integer> headings = new HashSet<>();
    /** Whether a label, a heading, a demand or a full stop stands at one of the places. */
    private boolean sure;

    private GluedLines(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** A line between two places; a heading is one that is known and was glued to what follows it. */
    record Line(int start, int end, boolean heading) {}

    /** The lines of {@code [from, to)} in their order; empty where none was glued. */
    static List<Line> of(String text, int from, int to) {
        GluedLines glued = new GluedLines(text, from, to);
        glued.find();
        if (glued.cuts.size() < (glued.sure ? FEWEST : FEWEST_WEAK)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(glued.cuts.size() + 1);
        int start = from;
        for (int cut : glued.cuts) {
            lines.add(new Line(start, cut, glued.headings.contains(start)));
            start = cut;
        }
        lines.add(new Line(start, to, false));
        return lines;
    }

    private void find() {
        for (int i = from + SHORTEST_WORD; i + 2 < to; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c <= ' ') {
                continue;
            }
            char before = text.charAt(i - 1);
            if (before <= ' ' || !begins(i, c, before)) {
                continue;
            }
            cuts.add(i);
        }
    }

    private boolean begins(int i, char c, char before) {
        if (Character.isDigit(c)) {
            if (!Character.isLowerCase(before) && before != ')' || !countsYears(i)) {
                return false;
            }
            endsHeading(i);
            return isSure();
        }
        if (!Character.isUpperCase(c)) {
            return false;
        }
        if (Character.isLowerCase(before) && endsHeading(i)) {
            return isSure();
        }
        int end = wordEnd(i);
        boolean word = end - i >= 2;
        boolean article = end - i == 1 && c == 'A' && end < to && text.charAt(end) == ' ';
        if (!word && !article) {
            return false;
        }
        if (before == '.' || before == ')' || before == '!' || before == '?' || before == ';') {
            return (endsSentence(i, before) || isLabel(i, end)) && isSure();
        }
        if (!Character.isLetterOrDigit(before)) {
            return false;
        }
        int start = wordStart(i);
        if (!Character.isLowerCase(before)) {
            // "HTML5Experience with", "in UNIXStrong", "Boston, MADuration:"
            return end - i > SHORTEST_WORD && i - start >= 2 && beginsLine(i, end) && isSure();
        }
        if (beginsLine(i, end)) {
            return isSure();
        }
        boolean apart = start == from || "/@_#=?&.(\"'`".indexOf(text.charAt(start - 1)) < 0;
        boolean name = NAME_ENDS.contains(text.substring(i, end)) || end < to && text.charAt(end) == '(';
        return Character.isLowerCase(text.charAt(start)) && apart && !name && i - start >= SHORTEST_WORD;
    }

    private boolean isSure() {
        sure = true;
        return true;
    }

    /** "3+ years", "10 years", "0-5 years". */
    private boolean countsYears(int i) {
        int at = i;
        while (at < to && at < i + 5 && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        if (at < to && text.charAt(at) == '+') {
            at++;
        }
        return text.startsWith(" year", at) || text.startsWith(" Year", at) || text.startsWith(" yrs", at);
    }

    /** "experience.Strong", "(or similar)Must": not "Node.Js", "St.Gallen", "asp.Net". */
    private boolean endsSentence(int i, char before) {
        int sign = i - 1;
        int start = wordStart(sign);
        boolean prose = sign - start > SHORTEST_WORD && Character.isLowerCase(text.charAt(sign - 1))
                || before == ')'
                || before == '.' && sign > from && text.charAt(sign - 1) == ')'
                || sign - start >= 2 && Character.isUpperCase(text.charAt(sign - 1)) && before == '.';
        int end = wordEnd(i);
        boolean sentence = end < to
                && (text.charAt(end) == ' '
                        || text.charAt(end) == ','
                        || text.charAt(end) == '’'
                        || text.charAt(end) == '\''
                        || text.charAt(end) == ':'
                        || text.charAt(end) == '-');
        return prose && sentence && !(before == '.' && NAME_ENDS.contains(text.substring(i, end)));
    }

    /** A label before a colon, a heading or a word that begins demands. */
    private boolean beginsLine(int i, int end) {
        if (isLabel(i, end) || isClosing(i, end) || DemandStarts.has(text, i, end) && end - i > SHORTEST_WORD) {
            return true;
        }
        int heading = phrases.longestAt(text, i, Math.min(to, i + 2 * LONGEST_WORD));
        return heading > end && isTelling(phrases.whole(text, i, heading));
    }

    /** "SQL is a plusRegards,Ann Pier": the end of a letter. */
    private boolean isClosing(int i, int end) {
        String word = text.substring(i, end);
        return word.equals("Regards") || word.equals("Thanks") || word.equals("Sincerely");
    }

    private boolean isLabel(int i, int end) {
        if (!LABELS.contains(text.substring(i, end))) {
            return false;
        }
        for (int k = end; k < to && k < i + LONGEST_LABEL; k++) {
            char c = text.charAt(k);
            if (c == ':') {
                return true;
            }
            if (!Character.isLetter(c) && c != ' ' && c != '/' && c != '(' && c != ')' && c != '&') {
                return false;
            }
        }
        return false;
    }

    /** Whether a known heading ends here that began a line: "practices.QualificationsBachelor's degree". */
    private boolean endsHeading(int end) {
        int longest = -1;
        int start = end;
        for (int words = 1; words <= MOST_HEADING_WORDS; words++) {
            start = wordStart(start);
            if (Character.isUpperCase(text.charAt(start)) && isHeading(start, end, words)) {
                longest = start;
            }
            int previous = start;
            while (previous > from && " &,/-’'".indexOf(text.charAt(previous - 1)) >= 0) {
                previous--;
            }
            if (previous == start || previous <= from || !cuts.isEmpty() && cuts.get(cuts.size() - 1) >= start) {
                break;
            }
            start = previous;
        }
        if (longest < 0) {
            return false;
        }
        if (longest > from && (cuts.isEmpty() || cuts.get(cuts.size() - 1) < longest)) {
            cuts.add(longest);
        }
        headings.add(longest);
        return true;
    }

    private boolean isHeading(int start, int end, int words) {
        boolean opens = start == from
                || !cuts.isEmpty() && cuts.get(cuts.size() - 1) == start
                || start > from + 1 && text.charAt(start - 1) == ' ' && ".:!?;".indexOf(text.charAt(start - 2)) >= 0;
        if (words == 1) {
            return opens && end - start >= SHORTEST_HEADING && isTelling(phrases.whole(text, start, end));
        }
        if (isTelling(phrases.whole(text, start, end))) {
            return opens || isTitleCase(start, end);
        }
        // "Qualifications Highly Preferred": known by a part of it, and written as a heading
        return opens && isTitleCase(start, end) && !isWithinName(end) && isTelling(phrases.kind(text, start, end));
    }

    /** "Experience in DevOps", "Skills: PostgreSQL", "About CloudWalk": a name with capitals inside is one word. */
    private boolean isWithinName(int end) {
        boolean letters =
                end + 1 < to && Character.isUpperCase(text.charAt(end)) && !Character.isLowerCase(text.charAt(end + 1));
        return letters || end - wordStart(end) < SHORTEST_LAST;
    }

    private boolean isTitleCase(int start, int end) {
        for (int i = start; i < end; i++) {
            boolean first = i == start || !Character.isLetterOrDigit(text.charAt(i - 1));
            if (first && Character.isLowerCase(text.charAt(i)) && wordEnd(i) - i > LONGEST_SMALL_WORD) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTelling(SectionKind kind) {
        return kind != null && kind != SectionKind.GENERAL && kind != SectionKind.BOILERPLATE;
    }

    /** Where the letters and digits begin that end at an offset. */
    private int wordStart(int end) {
        int start = end;
        while (start > from && end - start < LONGEST_WORD && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < to
                && end - start < LONGEST_WORD
                && Character.isLetter(text.charAt(end))
                && (end == start || !Character.isUpperCase(text.charAt(end)))) {
            end++;
        }
        return end;
    }
}
