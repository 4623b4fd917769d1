package io.jobmart.parse;

import io.jobmart.model.Issue;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the day that a posting was published and the last day that it is valid: from structured fields in the forms that
 * feeds use, and from the text where it states them plainly. A day is taken as written, in its own offset: nothing
 * depends on the time zone of the machine. A relative date ("3 days ago") counts from the day on which the dump says that it
 * saw the posting; without that it says nothing and is null.
 */
public final class DateReader {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    /** Bounds of an epoch in seconds: the same years. */
    private static final long FIRST_SECOND = 631_152_000L;

    private static final long LAST_SECOND = 4_133_980_800L;

    private static final Map<String, Integer> MONTHS = months();

    private DateReader() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new java.util.HashMap<>();
        String[] names = {
            "january jan januar janvier janv enero ene janeiro",
            "february feb februar février févr febrero fevereiro fev",
            "march mar märz mär mars marzo março",
            "april apr avril avr abril abr",
            "may mai mayo maio",
            "june jun juni juin junio junho",
            "july jul juli juillet juil julio julho",
            "august aug août agosto ago",
            "september sep sept septembre septiembre setembro set",
            "october oct oktober okt octobre octubre outubro out",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dic dezembro"
        };
        for (int month = 0; month < names.length; month++) {
            for (String name : names[month].split(" ")) {
                months.put(name, month + 1);
            }
        }
        return Map.copyOf(months);
    }

    public static void addTriggers(Lexicon.Builder lexicon) {
        for (String word :
                "open posted published apply closing closes deadline bewerbungsfrist application date by".split(" ")) {
            lexicon.add(word);
        }
    }

    public static Dates read(PostingView view) {
        LocalDate posted = structured(view, view.raw().datePosted(), "datePosted");
        LocalDate validThrough = structured(view, view.raw().validThrough(), "validThrough");
        if (posted == null || validThrough == null) {
            Tokens tokens = view.tokens();
            int last = tokens.count() - 2;
            for (int i = 0; i < last && (posted == null || validThrough == null); i++) {
                if (!mayStart(tokens, i)) {
                    continue;
                }
                if (posted == null) {
                    posted = postedAt(tokens, i);
                }
                if (validThrough == null) {
                    validThrough = closingAt(tokens, i);
                }
            }
        }
        if (posted != null && validThrough != null && validThrough.isBefore(posted)) {
            view.issue(Issue.VALID_THROUGH_BEFORE_POSTED, validThrough + " < " + posted);
            validThrough = null;
        }
        return new Dates(posted, validThrough);
    }

    /** By first letter and length, since no trigger is kept for words as rare as these. */
    private static boolean mayStart(Tokens tokens, int i) {
        int length = tokens.wordEnd(i) - tokens.start(i);
        return switch (tokens.text().charAt(tokens.start(i))) {
            case 'p', 'P' -> length == 6 || length == 9;
            case 'a', 'A' -> length == 5 || length == 11 || length == 12;
            case 'c', 'C' -> length == 7;
            case 'd', 'D' -> length == 8;
            case 'o', 'O' -> length == 4;
            case 'b', 'B' -> length == 15 || length == 17;
            default -> false;
        };
    }

    private static LocalDate structured(PostingView view, String value, String field) {
        if (value == null || value.isBlank()) {
            return null;
        }
        LocalDate date = parse(value.trim());
        if (date == null && view.raw().captured() != null) {
            date = RelativeDay.before(view.raw().captured(), value);
        }
        if (date == null) {
            view.issue(Issue.DATE_INVALID, field + ": " + value.trim());
        }
        return date;
    }

    /** The day that a structured value names, or null. */
    static LocalDate parse(String value) {
        if (value.length() > 64) {
            return null;
        }
        int digits = 0;
        while (digits < value.length() && Amount.isDigit(value.charAt(digits))) {
            digits++;
        }
        if (digits == value.length() || digits >= 9 && value.startsWith(".", digits)) {
            return number(value.substring(0, digits));
        }
        if (digits == 4 && value.length() >= 8) {
            return isoDay(value);
        }
        return words(value);
    }

    /** 20240501, or an epoch in seconds or milliseconds. */
    private static LocalDate number(String digits) {
        if (digits.length() == 8) {
            return day(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        }
        if (digits.length() < 9 || digits.length() > 13) {
            return null;
        }
        long number = Long.parseLong(digits);
        long seconds = digits.length() >= 12 ? number / 1000 : number;
        return seconds < FIRST_SECOND || seconds >= LAST_SECOND
                ? null
                : Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** 2024-05-01, 2024/5/1, and any time after it: the day is the one written, whatever the offset. */
    private static LocalDate isoDay(String value) {
        int[] fields = new int[3];
        int i = 0;
        for (int field = 0; field < 3; field++) {
            int start = i;
            while (i < value.length() && i < start + 4 && Amount.isDigit(value.charAt(i))) {
                fields[field] = fields[field] * 10 + (value.charAt(i) - '0');
                i++;
            }
            if (i == start || field > 0 && i > start + 2) {
                return null;
            }
            if (field < 2) {
                if (i >= value.length() || "-/.".indexOf(value.charAt(i)) < 0) {
                    return null;
                }
                i++;
            }
        }
        return i == value.length() || "T t".indexOf(value.charAt(i)) >= 0 ? day(fields[0], fields[1], fields[2]) : null;
    }

    /** "Wed, 01 May 2024 10:00:00 GMT", "May 1, 2024", "1. Mai 2024", "15/03/2024", "04/15/2024". */
    private static LocalDate words(String value) {
        String[] parts = new String[8];
        int count = 0;
        int i = 0;
        while (i < value.length() && count < parts.length) {
            char c = value.charAt(i);
            int start = i;
            if (Character.isDigit(c)) {
                while (i < value.length() && Character.isDigit(value.charAt(i))) {
                    i++;
                }
            } else if (Character.isLetter(c)) {
                while (i < value.length() && Character.isLetter(value.charAt(i))) {
                    i++;
                }
            } else {
                i++;
                continue;
            }
            parts[count++] = value.substring(start, i).toLowerCase(Locale.ROOT);
        }
        int first = count > 0 && isWeekday(parts[0]) ? 1 : 0;
        return date(parts, first, count, isMark(value, firstDigits(value)));
    }

    /** @param marked whether "/" or "-" follows the first number: a time is no date */
    private static LocalDate date(String[] parts, int first, int count, boolean marked) {
        int[] numbers = new int[2];
        int found = 0;
        int month = 0;
        int year = 0;
        boolean slashes = true;
        for (int i = first; i < count && i < first + 6; i++) {
            String part = parts[i];
            if (part == null) {
                return null;
            }
            if (Amount.isDigit(part.charAt(0))) {
                if (part.length() == 4) {
                    year = Integer.parseInt(part);
                    break;
                }
                if (found == 2 && month == 0 && marked && part.length() == 2) {
                    // 07/21/17 can only be month, day and year; 07/08/17 and 17/08/07 are not certain.
                    return numbers[0] <= 12 && numbers[1] > 12
                            ? day(2000 + Integer.parseInt(part), numbers[0], numbers[1])
                            : null;
                }
                if (part.length() > 2 || found == 2) {
                    return null;
                }
                numbers[found++] = Integer.parseInt(part);
            } else if (MONTHS.containsKey(part) && month == 0) {
                month = MONTHS.get(part);
                slashes = false;
            } else if (!part.equals("st")
                    && !part.equals("nd")
                    && !part.equals("rd")
                    && !part.equals("th")
                    && !part.equals("de")
                    && !part.equals("of")) {
                return null;
            }
        }
        if (year == 0) {
            return null;
        }
        if (month > 0) {
            return found == 1 ? day(year, month, numbers[0]) : null;
        }
        if (!slashes || found != 2) {
            return null;
        }
        // 04/15/2024 and 15/04/2024 are certain, 04/05/2024 is not.
        if (numbers[0] > 12) {
            return day(year, numbers[1], numbers[0]);
        }
        if (numbers[1] > 12 || numbers[0] == numbers[1]) {
            return day(year, numbers[0], numbers[1]);
        }
        return null;
    }

    /** The offset after digits at the start. */
    private static int firstDigits(String value) {
        int i = 0;
        while (i < value.length() && Amount.isDigit(value.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(String value, int i) {
        return i > 0 && i < value.length() && (value.charAt(i) == '/' || value.charAt(i) == '-');
    }

    private static boolean isWeekday(String word) {
        return word.length() >= 3
                && switch (word.substring(0, 3)) {
                    case "mon", "tue", "wed", "thu", "fri", "sat", "sun" -> !MONTHS.containsKey(word);
                    default -> false;
                };
    }

    private static LocalDate day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    // --- plain statements in the text

    /** "Posted: 2024-05-01", "Date posted: March 5, 2024", "Posted on 15 May 2024" */
    private static LocalDate postedAt(Tokens tokens, int i) {
        boolean label = tokens.is(i, "posted")
                || tokens.is(i, "published")
                || tokens.is(i, "open") && tokens.is(i + 1, "date") && tokens.is(i + 2, ":");
        if (!label || !startsLine(tokens, tokens.is(i - 1, "date") || tokens.is(i - 1, "job") ? i - 1 : i)) {
            return null;
        }
        int next = i + 1;
        if (tokens.is(next, "date")) {
            next++;
        }
        if (tokens.is(next, "on") || tokens.is(next, ":")) {
            next++;
        } else {
            return null;
        }
        if (tokens.is(next, ":")) {
            next++;
        }
        return at(tokens, next);
    }

    /** "Apply by March 5, 2024", "Closing date: 2024-05-01", "application deadline ... will be 04/15/2024" */
    private static LocalDate closingAt(Tokens tokens, int i) {
        int next;
        if (tokens.is(i, "apply") && (tokens.is(i + 1, "by") || tokens.is(i + 1, "before"))) {
            next = i + 2;
        } else if (tokens.is(i, "closing") && tokens.is(i + 1, "date")) {
            next = i + 2;
        } else if (tokens.is(i, "application") && (tokens.is(i + 1, "deadline") || tokens.is(i + 1, "closes"))
                || tokens.is(i, "applications") && (tokens.is(i + 1, "close") || tokens.is(i + 1, "due"))) {
            next = i + 2;
        } else if (tokens.is(i, "deadline")
                && (tokens.is(i + 1, ":") || tokens.is(i + 1, "to") && tokens.is(i + 2, "apply"))) {
            next = tokens.is(i + 1, ":") ? i + 1 : i + 3;
        } else if (tokens.is(i, "bewerbungsfrist") || tokens.is(i, "bewerbungsschluss")) {
            next = i + 1;
        } else if (tokens.is(i, "application") && tokens.is(i + 1, "window")) {
            next = i + 2;
        } else {
            return null;
        }
        for (int skipped = 0; skipped < 12; skipped++, next++) {
            LocalDate date = at(tokens, next);
            if (date != null) {
                return date;
            }
            switch (tokens.word(next)) {
                case ":",
                        "is",
                        "on",
                        "by",
                        "will",
                        "be",
                        "close",
                        "for",
                        "this",
                        "job",
                        "posting",
                        "position",
                        "role",
                        "the",
                        "of",
                        "expected",
                        "anticipated",
                        "to",
                        "end",
                        "date",
                        "bis",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday",
                        ",",
                        "closes",
                        "-",
                        "–" -> {}
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    private static boolean startsLine(Tokens tokens, int i) {
        if (i <= 0) {
            return true;
        }
        String text = tokens.text();
        for (int j = tokens.start(i) - 1; j >= tokens.end(i - 1); j--) {
            if (text.charAt(j) == '\n') {
                return true;
            }
        }
        String before = tokens.word(i - 1);
        return before.equals("|") || before.equals("·") || before.equals("•") || before.equals(".");
    }

    /** The date that starts at a token. */
    private static LocalDate at(Tokens tokens, int token) {
        if (token >= tokens.count()) {
            return null;
        }
        char c = tokens.text().charAt(tokens.start(token));
        String word = tokens.word(token);
        if (!Amount.isDigit(c) && !MONTHS.containsKey(word)) {
            return null;
        }
        int start = tokens.start(token);
        int end = Math.min(tokens.text().length(), start + 24);
        String window = tokens.text().substring(start, end);
        int line = window.indexOf('\n');
        window = line < 0 ? window : window.substring(0, line);
        if (word.length() == 4 && Amount.isDigit(c)) {
            int stop = 0;
            while (stop < window.length()
                    && (Amount.isDigit(window.charAt(stop)) || "-/".indexOf(window.charAt(stop)) >= 0)) {
                stop++;
            }
            return isoDay(window.substring(0, stop));
        }
        String[] parts = new String[5];
        int count = 0;
        for (int i = token;
                i < tokens.count() && count < parts.length && tokens.start(i) < start + window.length();
                i++) {
            if (tokens.isWord(i)) {
                String part = tokens.word(i);
                // "15th" is one token
                if (Amount.isDigit(part.charAt(0))
                        && part.length() > 2
                        && !Amount.isDigit(part.charAt(part.length() - 1))) {
                    int digits = 0;
                    while (Amount.isDigit(part.charAt(digits))) {
                        digits++;
                    }
                    part = part.substring(0, digits);
                }
                parts[count++] = part;
            }
        }
        return date(parts, 0, count, isMark(window, firstDigits(window)));
    }
}
