package io.jobmart.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day that is told by how long ago it was, as boards print it: "Posted 3 Days Ago", "vor 2 Wochen", "hace 1 mes". */
final class RelativeDay {
    private static final Pattern AGO = Pattern.compile(
            "(?:(?:posted|reposted|active|vor|hace|il y a|há|ha) +)?(\\d{1,3}|an?|one|eine[mr]?|une?|uma?|una) ?"
                    + "(minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w|months?|minuten?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?"
                    + "|heures?|jours?|semaines?|mois|horas?|d[ií]as?|semanas?|mes(?:es)?|m[eê]s)(?: +(?:ago|atrás))?");
    private static final Pattern TODAY =
            Pattern.compile("(?:posted )?(?:today|just now|just posted|now|heute|gerade eben|aujourd['’]hui|hoy|hoje)");
    private static final Pattern YESTERDAY = Pattern.compile("(?:posted )?(?:yesterday|gestern|hier|ayer|ontem)");

    private RelativeDay() {}

    /** The day that so many words mean when they were written on this one; null when they mean none exactly. */
    static LocalDate before(LocalDate day, String words) {
        if (words.length() > 40) {
            return null;
        }
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (TODAY.matcher(text).matches()) {
            return day;
        }
        if (YESTERDAY.matcher(text).matches()) {
            return day.minusDays(1);
        }
        Matcher ago = AGO.matcher(text);
        if (!ago.matches()) {
            // "30+ days ago" is no day.
            return null;
        }
        int count = Character.isDigit(text.charAt(ago.start(1))) ? Integer.parseInt(ago.group(1)) : 1;
        ChronoUnit unit = unit(ago.group(2));
        try {
            return unit == null ? day : day.minus(count, unit);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Null for what is less than a day. */
    private static ChronoUnit unit(String word) {
        return switch (word.charAt(0)) {
            case 'd', 't', 'j' -> ChronoUnit.DAYS;
            case 'w', 's' -> word.startsWith("st") ? null : ChronoUnit.WEEKS;
            case 'm' -> word.startsWith("mi") ? null : ChronoUnit.MONTHS;
            default -> null;
        };
    }
}
