package io.jobmart.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the bullets of a list that lost its line breaks: " • ", " - Experience", ".-Experience", " + Strong", " o Linux",
 * " bull " (what is left of the entity), " 1) ... 2) ...". A sign counts only when a block has it often enough.
 */
final class InlineBullets {
    /** A bullet and the offsets of its sign. */
    record Bullet(int start, int end) {}

    /** An item has so many characters on average; what is shorter is a range, a sum or a compound. */
    private static final int SHORTEST_ITEM = 20;

    private static final String WORD = "bull";

    private final String text;
    private final int from;
    private final int to;

    private int signs;
    /** "- Java", with a blank behind. */
    private int dashes;

    private int otherDashes;
    private int demands;
    /** "-Java", with nothing behind. */
    private int tightDashes;

    private int tightDemands;
    private int stars;
    private int pluses;
    private int letters;
    private int smallLetters;
    private int words;
    private int numbers;
    /** "1. Java 2. Kotlin". */
    private int points;

    private InlineBullets(String text, Block block) {
        this.text = text;
        this.from = block.start();
        this.to = block.end();
    }

    /** In the order of the text; empty when what looks like bullets is prose. */
    static List<Bullet> of(String text, Block block) {
        InlineBullets bullets = new InlineBullets(text, block);
        bullets.count();
        return bullets.find(block.kind() == BlockKind.ITEM);
    }

    private void count() {
        for (int i = from; i + 2 < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '-', '–' -> countDash(i, c);
                case '*' -> stars += isStar(i) ? 1 : 0;
                case '+' -> pluses += isPlus(i) ? 1 : 0;
                case 'o' -> countLetter(i);
                case 'b' -> words += isWord(i) ? 1 : 0;
                case ')' -> numbers += number(i) == numbers + 1 ? 1 : 0;
                case '.' -> points += isPoint(i) && number(i) == points + 1 ? 1 : 0;
                default -> signs += i > from && Bullets.isSign(c) ? 1 : 0;
            }
        }
    }

    private void countDash(int i, char c) {
        if (isSpaced(i)) {
            if (opensItem(i + 2)) {
                dashes++;
            } else {
                otherDashes++;
                demands += c == '-' && opensDemand(i + 2) ? 1 : 0;
            }
        } else if (isTight(i)) {
            tightDashes++;
            tightDemands += opensDemand(i + 1) ? 1 : 0;
        }
    }

    private void countLetter(int i) {
        if (isLetter(i)) {
            letters++;
        } else if (i > from && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') {
            // the article of Portuguese and Italian
            smallLetters++;
        }
    }

    private List<Bullet> find(boolean item) {
        boolean useSigns = signs >= 2 || signs == 1 && item;
        boolean useStars = stars >= 2;
        boolean useDashes = dashes >= 3 && dashes > 2 * otherDashes && longEnough(dashes);
        // "... design - experience with R - knowledge of SAS": a list in small letters
        boolean useSmall = !useDashes && demands >= 2 && demands * 2 >= dashes + otherDashes;
        boolean useTight = tightDashes >= 3 && longEnough(tightDashes) || tightDemands >= 2;
        boolean usePluses = pluses >= 3 && longEnough(pluses);
        boolean useLetters = letters >= 3 && smallLetters == 0 && longEnough(letters);
        boolean useWords = words >= 2;
        boolean useNumbers = numbers >= 3 && longEnough(numbers);
        boolean usePoints = points >= 3 && longEnough(points);
        List<Bullet> found = List.of();
        if (!useSigns
                && !useStars
                && !useDashes
                && !useSmall
                && !useTight
                && !usePluses
                && !useLetters
                && !useWords
                && !useNumbers
                && !usePoints) {
            return found;
        }
        found = new ArrayList<>();
        int numbered = 0;
        int pointed = 0;
        for (int i = from; i + 2 < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '-', '–' -> {
                    boolean spaced = (useDashes || useSmall)
                            && isSpaced(i)
                            && (opensItem(i + 2) || useSmall && c == '-' && goesOn(i + 2));
                    if (spaced || useTight && isTight(i)) {
                        found.add(new Bullet(i, i + 1));
                    }
                }
                case '*' -> {
                    if (useStars && isStar(i)) {
                        found.add(new Bullet(i, i + 1));
                    }
                }
                case '+' -> {
                    if (usePluses && isPlus(i)) {
                        found.add(new Bullet(i, i + 1));
                    }
                }
                case 'o' -> {
                    if (useLetters && isLetter(i)) {
                        found.add(new Bullet(i, i + 1));
                    }
                }
                case 'b' -> {
                    if (useWords && isWord(i)) {
                        found.add(new Bullet(i, i + WORD.length()));
                    }
                }
                case ')' -> {
                    if (useNumbers && number(i) == numbered + 1) {
                        numbered++;
                        found.add(new Bullet(numbered > 9 ? i - 2 : i - 1, i + 1));
                    }
                }
                case '.' -> {
                    if (usePoints && isPoint(i) && number(i) == pointed + 1) {
                        pointed++;
                        found.add(new Bullet(pointed > 9 ? i - 2 : i - 1, i + 1));
                    }
                }
                default -> {
                    if (useSigns && i > from && Bullets.isSign(c)) {
                        found.add(new Bullet(i, i + 1));
                    }
                }
            }
        }
        return found;
    }

    private boolean longEnough(int bullets) {
        return (to - from) / (bullets + 1) >= SHORTEST_ITEM;
    }

    /** "skills - Java", and "skills- Java" where the line break before the dash was lost. */
    private boolean isSpaced(int i) {
        if (i == from || !Characters.isBlank(text.charAt(i + 1))) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Characters.isBlank(before)
                || Character.isLowerCase(before)
                || before == '.'
                || before == ':'
                || before == ')';
    }

    /** "skills -Java", "skills.-Java": the dash belongs to what follows, and no word goes on behind it. */
    private boolean isTight(int i) {
        if (i == from || !(Character.isUpperCase(text.charAt(i + 1)) || isYears(i + 1))) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Characters.isBlank(before)
                || before == '.'
                || before == ')'
                || before == ':'
                || before == ';'
                || Character.isLetter(before) && opensDemand(i + 1);
    }

    /** "3+ years", "10 years", "5-7 years". */
    private boolean isYears(int i) {
        int digit = i;
        while (digit < to && digit < i + 2 && isDigit(digit)) {
            digit++;
        }
        if (digit + 2 < to && digit > i && text.charAt(digit) == '-' && isDigit(digit + 1)) {
            digit += isDigit(digit + 2) ? 3 : 2;
        }
        return digit > i && digit + 2 < to && (text.charAt(digit) == '+' || text.startsWith(" y", digit));
    }

    /** "tools * Java", "tools*Java"; not "5*Star", and not the second of "**bold**". */
    private boolean isStar(int i) {
        if (i == from || text.charAt(i - 1) == '*' || text.charAt(i + 1) == '*') {
            return false;
        }
        if (isSpaced(i)) {
            return opensItem(i + 2);
        }
        char before = text.charAt(i - 1);
        return (Character.isLowerCase(before) || before == '.' || before == ')' || before == ';')
                && (Character.isUpperCase(text.charAt(i + 1)) || isYears(i + 1));
    }

    /** "skills + Strong Java", "skills+ Strong Java"; not "C++ Developer", "5+ Years". */
    private boolean isPlus(int i) {
        if (i == from || text.charAt(i + 1) != ' ' || !Character.isUpperCase(text.charAt(i + 2))) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Characters.isBlank(before) || Character.isLowerCase(before) || before == ')' || before == '.';
    }

    /** "skills o Java": the round bullet of an old word processor. */
    private boolean isLetter(int i) {
        if (i == from || text.charAt(i + 1) != ' ' || !Character.isUpperCase(text.charAt(i + 2))) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Characters.isBlank(before) || before == ':' || before == '.' || before == ';' || before == ')';
    }

    /** "skills bull Java": an entity without its signs. */
    private boolean isWord(int i) {
        int end = i + WORD.length();
        return end + 1 < to
                && text.startsWith(WORD, i)
                && text.charAt(end) == ' '
                && (i == from || Characters.isBlank(text.charAt(i - 1)))
                && opensItem(end);
    }

    /** The number before a bracket that closes at an offset, "2" in "Experience2) 5+ years"; 0 for none. */
    private int number(int bracket) {
        if (bracket == from || !isDigit(bracket - 1) || Character.isLowerCase(text.charAt(bracket + 1))) {
            return 0;
        }
        int start = bracket - 1;
        while (start > from && bracket - start < 3 && isDigit(start - 1)) {
            start--;
        }
        char before = start > from ? text.charAt(start - 1) : ' ';
        if (isDigit(start) && !Characters.isBlank(before) && !Character.isLetter(before) && before != '.') {
            return 0;
        }
        return Integer.parseInt(text, start, bracket, 10);
    }

    /** "... it 2. Java": a blank, a number and its point, and what begins an item. */
    private boolean isPoint(int i) {
        if (i == from || !isDigit(i - 1) || !Characters.isBlank(text.charAt(i + 1))) {
            return false;
        }
        int start = i - 1 > from && isDigit(i - 2) ? i - 2 : i - 1;
        boolean apart = start == from || Characters.isBlank(text.charAt(start - 1));
        int next = Characters.skipBlanks(text, i + 1, to);
        return apart
                && (opensItem(i + 1)
                        || next + 1 < to && text.charAt(next) == '.' && Character.isLetter(text.charAt(next + 1)));
    }

    private boolean isDigit(int i) {
        char c = text.charAt(i);
        return c >= '0' && c <= '9';
    }

    /** An item begins with a capital, a number or a sign; what follows a dash in a sentence seldom does. */
    private boolean opensItem(int at) {
        int i = Characters.skipBlanks(text, at, to);
        if (i >= to) {
            return false;
        }
        char c = text.charAt(i);
        return Character.isUpperCase(c) || Character.isDigit(c) || c == '+' || c == '“' || c == '"' || c >= '\u3040';
    }

    private boolean opensDemand(int at) {
        return DemandStarts.at(text, Characters.skipBlanks(text, at, to), to);
    }

    /** Whether a small word stands behind a dash, not the other end of "Monday - Friday" or a second sign. */
    private boolean goesOn(int at) {
        int i = Characters.skipBlanks(text, at, to);
        return i < to && Character.isLowerCase(text.charAt(i));
    }
}
