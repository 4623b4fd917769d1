package io.jobmart.parse;

import io.jobmart.model.SectionKind;
import io.jobmart.text.Tokens;

/** What stands around a word on the work mode: whether it is denied, holds for some only, or fills its line. */
final class ModeContext {
    private ModeContext() {}

    /** "[ ] Remoto": a form's box that was left empty. */
    static boolean isUnticked(Tokens tokens, int i) {
        return tokens.is(i - 1, "]") && tokens.is(i - 2, "[");
    }

    static boolean isBoilerplate(WorkplaceReading reading, Tokens tokens, int i) {
        SectionKind section = reading.section(tokens.start(i));
        return section == SectionKind.BOILERPLATE;
    }

    /** Whether nothing but a dash, a number or "%" stands between: "100% remote", "fully-remote". */
    static boolean isFull(Tokens tokens, int i) {
        int k = i - 1;
        while (tokens.is(k, "-") || tokens.is(k, "%") || tokens.is(k, "–")) {
            k--;
        }
        return WorkplaceWords.FULL.contains(tokens.word(k));
    }

    /** "for fully-remote roles", "if remote", "when working remotely": nothing is said of this job. */
    static boolean conditional(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 4 && k >= 0; k--) {
            String word = tokens.word(k);
            if (word.equals("if")
                    || word.equals("when")
                    || word.equals("whether")
                    || word.equals("some")
                    || word.equals("certain")
                    || word.equals("for") && !isSearch(tokens.word(k - 1))) {
                return true;
            }
            if (word.equals(".") || word.equals(":")) {
                return false;
            }
        }
        return false;
    }

    /** "open for remote work", "we are looking for a remote engineer": here "for" limits nothing. */
    private static boolean isSearch(String word) {
        return switch (word) {
            case "open", "looking", "look", "search", "searching", "hiring", "recruiting" -> true;
            default -> false;
        };
    }

    /** "Fully remote work may be available for select positions": said of some jobs, and not of this one. */
    static boolean isForSome(Tokens tokens, int i) {
        boolean some = false;
        for (int k = i + 1; k < i + 16 && k < tokens.count() && !tokens.is(k, ".") && !tokens.is(k, ","); k++) {
            String word = tokens.word(k);
            some |= word.equals("select")
                    || word.equals("selected")
                    || word.equals("some")
                    || word.equals("certain")
                    || word.equals("many")
                    || word.equals("most");
            if (some
                    && (word.equals("roles")
                            || word.equals("positions")
                            || word.equals("jobs")
                            || word.equals("teams")
                            || word.equals("employees"))) {
                return true;
            }
        }
        return false;
    }

    static boolean negated(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 4 && k >= 0; k--) {
            String word = tokens.word(k);
            if (word.equals("not")
                    || word.equals("no")
                    || word.equals("non")
                    || word.equals("isn")
                    || word.equals("cannot")
                    || word.equals("nicht")) {
                return true;
            }
            if (word.equals(".") || word.equals(":")) {
                return false;
            }
        }
        return false;
    }

    static boolean isLineStart(WorkplaceReading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        return line != null && tokens.start(i) - line.start() <= 3;
    }

    static boolean isLineEnd(WorkplaceReading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        return line != null && line.end() - tokens.end(i) <= 2;
    }

    static boolean isWholeLine(WorkplaceReading reading, Tokens tokens, int from, int to) {
        Line line = reading.view.lineAt(tokens.start(to));
        if (line == null) {
            // A word in a paragraph of its own may pass for a heading, which is no line.
            return isParagraph(reading.view.text(), tokens.start(from), tokens.end(to));
        }
        return line.end() - line.start() <= 40
                && (tokens.start(from) - line.start() <= 6)
                && !says(reading.view.text(), tokens.end(to), line.end());
    }

    /** Whether only blanks and signs stand around a word up to the line breaks. */
    private static boolean isParagraph(String text, int from, int to) {
        int start = from - 1;
        while (start >= 0 && text.charAt(start) != '\n') {
            if (Character.isLetterOrDigit(text.charAt(start)) || from - start > 20) {
                return false;
            }
            start--;
        }
        int end = to;
        while (end < text.length() && text.charAt(end) != '\n') {
            if (Character.isLetterOrDigit(text.charAt(end)) || end - to > 20) {
                return false;
            }
            end++;
        }
        return true;
    }

    private static boolean says(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
