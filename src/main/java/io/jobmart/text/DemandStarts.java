package io.jobmart.text;

import java.util.Locale;
import java.util.Set;

/** Words that begin the items of a list of demands, whatever its heading says. */
final class DemandStarts {
    private static final int LONGEST = 20;
    private static final Set<String> WORDS = Set.of(
            ("experience experienced knowledge knowledgeable self self-motivated self-directed self-starter proficiency proficient familiarity "
                            + "familiar understanding ability able strong excellent solid proven demonstrated "
                            + "demonstrable bachelor bachelors master masters degree minimum must expertise expert "
                            + "fluency fluent hands-on hands willingness willing comfortable extensive deep advanced "
                            + "good great prior previous passion passionate phd exceptional background competence "
                            + "competency mastery exposure eager excited outstanding very skilled erfahrung kenntnisse "
                            + "abgeschlossenes abgeschlossene sehr gute fundierte mehrjährige berufserfahrung "
                            + "expérience connaissance connaissances maîtrise bonne diplôme experiencia conocimiento "
                            + "conocimientos dominio licenciatura experiência conhecimento conhecimentos domínio "
                            + "formação vivência ervaring kennis goede afgeronde aantoonbare doświadczenie znajomość "
                            + "umiejętność esperienza conoscenza buona ottima laurea")
                    .split(" "));

    private DemandStarts() {}

    /** Whether the word at {@code [start, end)} begins demands, in any case. */
    static boolean has(String text, int start, int end) {
        return end - start <= LONGEST
                && WORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** Whether the first word from an offset begins demands. */
    static boolean at(String text, int start, int limit) {
        int end = start;
        while (end < limit && end - start <= LONGEST && isWord(text.charAt(end))) {
            end++;
        }
        return end > start && has(text, start, end);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }
}
