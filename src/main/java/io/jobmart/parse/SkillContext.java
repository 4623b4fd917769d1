package io.jobmart.parse;

import io.jobmart.model.SectionKind;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.SkillMatch;
import io.jobmart.vocabulary.SkillMatches;

/**
 * Which of the names found are skills by how they stand: beside a cue, in a list with others, alone in a line that asks
 * for something.
 */
final class SkillContext {
    /** How many words may stand between a cue and the name: "experience in developing scalable services with Go". */
    private static final int CUE_REACH = 10;

    /** Signs and words that may stand between the members of a list. */
    private static final int LIST_GAP = 5;

    private SkillContext() {}

    /** Which of the names found are skills here. */
    static boolean[] accept(SkillMatches matches, Tokens tokens, PostingView view) {
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
    private static boolean inContext(SkillMatches matches, int match, Tokens tokens, PostingView view) {
        int first = matches.first(match);
        int end = matches.end(match);
        if (partOfLargerName(tokens, first, end)) {
            return false;
        }
        if (SkillWords.AFTER.has(tokens, end) && sameLine(tokens, end - 1, end) && !tokens.is(end - 1, "-")) {
            return true;
        }
        if (SkillWords.AFTER.has(tokens, end + 1) && tokens.is(end, "-") && sameLine(tokens, end, end + 1)) {
            return true;
        }
        int words = 0;
        for (int i = first - 1; i >= 0 && words < CUE_REACH; i--) {
            if (!sameLine(tokens, i, i + 1)
                    || tokens.is(i, ".") && !tokens.touchesPrevious(i + 1)
                    || tokens.is(i, ";")) {
                break;
            }
            if (SkillWords.BEFORE.has(tokens, i)) {
                return true;
            }
            if (tokens.isWord(i)) {
                words++;
            }
        }
        if (view != null) {
            Line line = view.lineAt(tokens.start(first));
            return line != null
                    && demands(line)
                    && (line.start() == tokens.start(first)
                            ? line.end() - tokens.wordEnd(end - 1) <= 1
                                    && (line.section().demands() || line.section() == SectionKind.SKILLS)
                            : isCapitalAmongSmall(tokens, first, end));
        }
        return tokens.count() == end - first;
    }

    /** "the ability to write Go and deploy it": in the middle of a demand only a name has a capital. */
    private static boolean isCapitalAmongSmall(Tokens tokens, int first, int end) {
        int start = tokens.start(first);
        return Character.isUpperCase(tokens.text().charAt(start))
                && (tokens.wordEnd(first) == start + 1
                        || Character.isLowerCase(tokens.text().charAt(start + 1)))
                && tokens.isWord(first - 1)
                && Character.isLowerCase(tokens.text().charAt(tokens.start(first - 1)))
                && sameLine(tokens, first - 1, first)
                && !tokens.is(end, Trigger.NUMBER);
    }

    /**
     * Whether a demand names it by itself: "experience with security", "monitoring and alerting", not "security
     * clearance", "job security" or "for the security of".
     */
    private static boolean isAlone(SkillMatches matches, int match, Tokens tokens, PostingView view) {
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
                        || SkillWords.LEADS.has(tokens, first - 1))
                && (end >= tokens.count()
                        || tokens.start(end) >= line.end()
                        || !tokens.isWord(end) && !isHyphen(tokens, end)
                        || SkillWords.CONJUNCTION.has(tokens, end)
                        || SkillWords.FOLLOWS.has(tokens, end));
    }

    /** Whether a hyphen joins a token to the next word: "security-first". */
    private static boolean isHyphen(Tokens tokens, int token) {
        return tokens.is(token, "-") && tokens.touchesPrevious(token) && tokens.touchesPrevious(token + 1);
    }

    /** "Go Team", "R&D", "C-level", "C.": the name is a part of something else. */
    static boolean partOfLargerName(Tokens tokens, int first, int end) {
        if (end < tokens.count() && tokens.touchesPrevious(end)) {
            if (tokens.is(end, "&") || tokens.is(end, "@") || tokens.is(end, "'") || tokens.is(end, "$")) {
                return true;
            }
            if (tokens.is(end, "-") && tokens.touchesPrevious(end + 1) && !SkillWords.AFTER.has(tokens, end + 1)) {
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
                && !SkillWords.AFTER.has(tokens, end)
                && sameLine(tokens, end - 1, end)
                && Character.isUpperCase(tokens.text().charAt(tokens.start(end)))
                && !tokens.is(end, Trigger.SKILL);
    }

    /**
     * Whether two names stand side by side in a list. When the one in doubt is not in its own case, it must be a whole
     * member of the list, so that "Python, go to" is no list of two.
     */
    private static boolean inList(SkillMatches matches, int left, int right, int doubtful, Tokens tokens) {
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
        if (!matches.written(doubtful)
                && (isOtherAbbreviation(matches, doubtful, tokens) || isApart(matches, doubtful))) {
            return false;
        }
        boolean alone = matches.name(doubtful).match() == SkillMatch.ALONE;
        if (!newLine && matches.written(doubtful) && !alone) {
            return true;
        }
        // "experience with containers and Docker": a common noun may be led to as any other is.
        SkillMatch match = matches.name(doubtful).match();
        boolean noun = !newLine
                && (match == SkillMatch.LIST || match == SkillMatch.ALONE || match == SkillMatch.CONTEXT)
                && SkillDoubts.isStudied(matches.name(doubtful).skill());
        int before = matches.first(doubtful) - 1;
        int after = matches.end(doubtful);
        return (before < 0
                        || separates(tokens, before)
                        || !sameLine(tokens, before, before + 1)
                        || noun && SkillWords.LEADS.has(tokens, before))
                && (after >= tokens.count()
                        || separates(tokens, after)
                        || tokens.is(after, ".")
                        || !sameLine(tokens, after - 1, after)
                        || noun && SkillWords.FOLLOWS.has(tokens, after));
    }

    /** "SOC" is not "SoC": an abbreviation with small letters in it is another one when all are capitals. */
    private static boolean isOtherAbbreviation(SkillMatches matches, int match, Tokens tokens) {
        String name = matches.name(match).text();
        if (name.length() > 4 || name.indexOf(' ') >= 0 || name.chars().skip(1).noneMatch(Character::isUpperCase)) {
            return false;
        }
        String text = tokens.text();
        for (int i = matches.start(match); i < matches.stop(match); i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return name.chars().anyMatch(Character::isLowerCase);
    }

    /** "live chat" is not LiveChat: a name that is written apart must have its capitals. */
    private static boolean isApart(SkillMatches matches, int match) {
        return matches.end(match) - matches.first(match) > 1
                && matches.name(match).text().chars().allMatch(Character::isLetter);
    }

    static boolean separates(Tokens tokens, int token) {
        if (SkillWords.CONJUNCTION.has(tokens, token)) {
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

    /** Whether no line ends between two neighbouring tokens. */
    static boolean sameLine(Tokens tokens, int left, int right) {
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

    static boolean demands(Line line) {
        return line.demand() || line.section().demands() || line.section() == SectionKind.SKILLS;
    }
}
