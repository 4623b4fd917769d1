package io.jobmart.parse;

import io.jobmart.model.Seniority;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The word of the highest level that a title names.
 *
 * @param start offset into the title
 * @param end offset after the word
 */
record TitleLevel(Seniority seniority, int start, int end) {
    private static final Pattern CHIEF_OFFICER = Pattern.compile(
            "^(?:\\p{L}+(?:,? (?:& |and )?\\p{L}+){0,4} )?officer\\b|^(?:executive|operating|financial|information|technology|marketing|product)\\b");
    private static final Set<String> FUNCTIONS = TitleParts.WORDS.set("function");
    private static final Map<String, Seniority> LEVELS = levels();

    private static Map<String, Seniority> levels() {
        Map<String, Seniority> levels = new HashMap<>();
        for (Seniority seniority : Seniority.values()) {
            String list = "level_" + seniority.name().toLowerCase(Locale.ROOT);
            TitleParts.WORDS.set(list).forEach(word -> levels.put(word, seniority));
        }
        return Map.copyOf(levels);
    }

    /** The level of a title, or null when it names none. */
    static TitleLevel of(String title) {
        TitleLevel best = null;
        String previous = "";
        int i = 0;
        while (i < title.length()) {
            if (!Character.isLetter(title.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < title.length() && Character.isLetter(title.charAt(i))) {
                i++;
            }
            String word = title.substring(start, i).toLowerCase(Locale.ROOT);
            Seniority level = LEVELS.get(word);
            if (level != null
                    && counts(title, word, previous, i)
                    && (best == null || level.compareTo(best.seniority) > 0)) {
                best = new TitleLevel(level, start, i);
            }
            previous = word;
        }
        return best;
    }

    private static boolean counts(String title, String word, String previous, int end) {
        String rest = title.substring(end).stripLeading().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "manager", "gerente" -> !FUNCTIONS.contains(previous);
            case "lead" -> !rest.startsWith("generation");
            case "grad", "career" ->
                word.equals("grad")
                        ? previous.equals("new")
                        : previous.equals("early")
                                || title.toLowerCase(Locale.ROOT).contains("early in career");
            // The mid-market is where customers are, not how far the person has come.
            case "mid" -> !rest.startsWith("-market") && !rest.startsWith("market");
            case "entry" -> rest.startsWith("level") || rest.startsWith("-level") || rest.startsWith("/");
            case "stage" -> previous.isEmpty() || rest.startsWith("-") || rest.startsWith("de") || rest.isEmpty();
            case "head" -> rest.startsWith("of") || previous.isEmpty() || rest.isEmpty();
            case "president" -> !previous.equals("to");
            case "staff" -> !rest.startsWith("augmentation") && !previous.equals("of");
            case "graduate" -> !rest.startsWith("school") && !rest.startsWith("program manager");
            // A chief architect leads by knowledge, a chief forensic chemist a laboratory: neither leads a company.
            case "chief" -> rest.isEmpty() || CHIEF_OFFICER.matcher(rest).find();
            default -> true;
        };
    }
}
