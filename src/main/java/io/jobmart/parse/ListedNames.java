package io.jobmart.parse;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.SectionKind;
import io.jobmart.model.Skill;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.SkillMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names that no vocabulary has, read as skills by the company they keep: "Kafka, Foobar and Redis", where a posting asks
 * for something and products stand on the list. A false name is worse than none, so a name must have a capital, be a whole
 * member of the list, stand right beside a product, and have a second one near.
 */
final class ListedNames {
    /** What the ids of such skills begin with; the name in small letters follows. */
    static final String ID_PREFIX = "unlisted:";

    private static final String KIND = "UNLISTED";
    private static final int LONGEST_NAME = 30;
    private static final int MOST_WORDS = 3;

    /** How many members of a list are looked at to each side. */
    private static final int REACH = 4;

    /** How many signs and words may part two members: ", and". */
    private static final int GAP = 2;

    private enum Part {
        PRODUCT,
        SKILL,
        NAME,
        OTHER,
        SEPARATOR
    }

    /** A stretch of a line, by its tokens. */
    private record Member(Part part, int first, int end) {}

    private ListedNames() {}

    /** The names beside the skills found in a text; {@code found} tells which of the matches are skills. */
    static List<SkillHit> read(PostingView view, SkillMatches matches, boolean[] found, String company) {
        List<SkillHit> hits = new ArrayList<>(2);
        int match = 0;
        while (match < matches.count()) {
            Line line = found[match] ? view.lineAt(matches.start(match)) : null;
            if (line == null) {
                match++;
                continue;
            }
            int from = match;
            int products = 0;
            while (match < matches.count() && matches.start(match) < line.end()) {
                products += found[match] && isProduct(matches.name(match).skill()) ? 1 : 0;
                match++;
            }
            match = Math.max(match, from + 1);
            if (products > 1 && isDemand(line)) {
                read(view, line, members(view.tokens(), line, matches, found, from), company, hits);
            }
        }
        return hits;
    }

    private static boolean isDemand(Line line) {
        return !line.duplicate()
                && SkillContext.demands(line)
                && line.section() != SectionKind.BENEFITS
                && line.section() != SectionKind.BOILERPLATE
                && line.section() != SectionKind.ABOUT_COMPANY;
    }

    private static boolean isProduct(Skill skill) {
        return SkillDoubts.isOrganisation(skill)
                || switch (skill.kind()) {
                    case "LANGUAGE", "LIBRARY", "PROTOCOL", "STANDARD", "CERTIFICATION" -> true;
                    default -> false;
                };
    }

    /** The line in parts; {@code match} is the first match that may be in it. */
    private static List<Member> members(Tokens tokens, Line line, SkillMatches matches, boolean[] found, int match) {
        List<Member> members = new ArrayList<>();
        int i = tokens.at(line.start());
        int next = match;
        while (next > 0 && matches.start(next - 1) >= line.start()) {
            next--;
        }
        while (i < tokens.count() && tokens.start(i) < line.end()) {
            while (next < matches.count() && (!found[next] || matches.first(next) < i)) {
                next++;
            }
            int skill = next < matches.count() ? matches.first(next) : tokens.count();
            if (i == skill) {
                members.add(new Member(
                        isProduct(matches.name(next).skill()) ? Part.PRODUCT : Part.SKILL, i, matches.end(next)));
                i = matches.end(next);
            } else if (isSeparator(tokens, i)) {
                members.add(new Member(Part.SEPARATOR, i, i + 1));
                i++;
            } else {
                int end = i + 1;
                while (end < tokens.count()
                        && end < skill
                        && tokens.start(end) < line.end()
                        && !isSeparator(tokens, end)) {
                    end++;
                }
                members.add(new Member(isName(tokens, line, i, end) ? Part.NAME : Part.OTHER, i, end));
                i = end;
            }
        }
        return members;
    }

    /** A comma, a slash that joins nothing to itself, a bracket, "and": not a hyphen within a name. */
    private static boolean isSeparator(Tokens tokens, int token) {
        return SkillContext.separates(tokens, token) && !tokens.isWord(token) && !tokens.is(token, "-")
                || SkillWords.CONJUNCTION.has(tokens, token) && !tokens.touchesPrevious(token);
    }

    /** Whether words are a name by their capitals, without a full stop at their end. */
    private static boolean isName(Tokens tokens, Line line, int first, int end) {
        int last = nameEnd(tokens, first, end);
        if (last <= first) {
            return false;
        }
        String text = tokens.text();
        int start = tokens.start(first);
        int stop = tokens.wordEnd(last - 1);
        if (stop - start < 2 || stop - start > LONGEST_NAME || !Character.isUpperCase(text.charAt(start))) {
            return false;
        }
        int words = 0;
        for (int i = first; i < last; i++) {
            boolean joined = i > first && tokens.touchesPrevious(i);
            if (!tokens.isWord(i)) {
                if (!joined || !tokens.touchesPrevious(i + 1) || !tokens.is(i, "-") && !tokens.is(i, ".")) {
                    return false;
                }
                continue;
            }
            if (SkillWords.NO_NAME.has(tokens, i)) {
                return false;
            }
            if (!joined) {
                words++;
                char c = text.charAt(tokens.start(i));
                if (!Character.isUpperCase(c) && !Character.isDigit(c)) {
                    return false;
                }
            }
        }
        return words <= MOST_WORDS && (start > line.start() || isStrong(text, start, stop));
    }

    /** The token after a name that a full stop or "etc." may follow. */
    private static int nameEnd(Tokens tokens, int first, int end) {
        int last = end;
        while (last > first && (tokens.is(last - 1, ".") || tokens.is(last - 1, ":"))) {
            if (tokens.is(last - 1, ":")) {
                return first;
            }
            last--;
        }
        return last;
    }

    /** Whether a word has a capital or digit inside, as few but names have. */
    private static boolean isStrong(String text, int start, int stop) {
        for (int i = start + 1; i < stop; i++) {
            if (Character.isUpperCase(text.charAt(i)) || Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void read(PostingView view, Line line, List<Member> members, String company, List<SkillHit> hits) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.part() != Part.NAME || isBracketed(view.tokens(), members, i)) {
                continue;
            }
            int left = products(members, i, -1);
            int right = products(members, i, 1);
            if (left < 0 || right < 0 || left + right < 2 || !isBeside(members, i, -1) && !isBeside(members, i, 1)) {
                continue;
            }
            int start = view.tokens().start(member.first());
            int end = view.tokens().wordEnd(nameEnd(view.tokens(), member.first(), member.end()) - 1);
            String name = view.text().substring(start, end);
            if (!isOwn(name, company)) {
                hits.add(new SkillHit(skill(name), EvidenceField.TEXT, start, end, LineReader.modalityAt(view, start)));
            }
        }
    }

    /** Whether a name begins as the company's does, or the other way round. */
    private static boolean isOwn(String name, String company) {
        return company != null && company.regionMatches(true, 0, name, 0, Math.min(name.length(), company.length()));
    }

    /** "Synthetic Aperture Radar (SAR)": what stands alone in brackets says what is before them. */
    private static boolean isBracketed(Tokens tokens, List<Member> members, int name) {
        return name > 0
                && tokens.is(members.get(name - 1).first(), "(")
                && name + 1 < members.size()
                && tokens.is(members.get(name + 1).first(), ")");
    }

    /** How many products the list has on a side of a name; -1 when the name is no whole member there. */
    private static int products(List<Member> members, int name, int step) {
        int products = 0;
        int separators = 0;
        int names = 0;
        int seen = 0;
        for (int i = name + step; i >= 0 && i < members.size() && seen < REACH; i += step) {
            Member member = members.get(i);
            if (member.part() == Part.SEPARATOR) {
                if (++separators > GAP) {
                    break;
                }
                continue;
            }
            if (separators == 0) {
                return seen == 0 ? -1 : products;
            }
            if (member.part() == Part.OTHER || member.part() == Part.NAME && ++names > 2) {
                break;
            }
            products += member.part() == Part.PRODUCT ? 1 : 0;
            separators = 0;
            seen++;
        }
        return products;
    }

    /** Whether the next member on a side is a product. */
    private static boolean isBeside(List<Member> members, int name, int step) {
        int i = name + step;
        while (i >= 0 && i < members.size() && members.get(i).part() == Part.SEPARATOR) {
            i += step;
        }
        return i >= 0 && i < members.size() && members.get(i).part() == Part.PRODUCT;
    }

    /** The skill that a name is: the same for all its spellings by case. */
    private static Skill skill(String name) {
        String label = name.toLowerCase(Locale.ROOT);
        return new Skill(ID_PREFIX + label, label, "unlisted", KIND, null, null, null);
    }
}
