package io.jobmart.parse;

import io.jobmart.model.EmploymentType;
import io.jobmart.parse.PlaceListReader.Listing;
import java.util.Locale;
import java.util.Objects;

/**
 * The head of a text that lost its line breaks, where title, place and type are glued together: "Java DeveloperHartford,
 * CTFULL TIMERequirements: ...", "Data AnalystRef: 3417New Haven, CT 6 month contract".
 */
final class FlattenedHead {
    /** How far the head reaches, in characters. */
    private static final int LENGTH = 200;

    private static final int LONGEST_CITY = 30;
    /** So many hits at most are looked at in one text. */
    private static final int MOST_TRIES = 20;

    private FlattenedHead() {}

    /** Whether a posting has no header, and its text begins without a line break, but for the title in a line of its own. */
    static boolean is(PostingView view) {
        String text = view.text();
        int start = start(text, title(view));
        int line = text.indexOf('\n', start);
        return view.raw().header() == null && text.length() > start + LENGTH && (line < 0 || line > start + LENGTH);
    }

    /** As given, else the first line, where it is short enough for a title. */
    private static String title(PostingView view) {
        int line = view.text().indexOf('\n');
        String first = line < 0 || line > LENGTH ? "" : view.text().substring(0, line);
        return Objects.requireNonNullElse(view.raw().title(), first);
    }

    /** Where the text begins behind the title in a line of its own. */
    private static int start(String text, String title) {
        int line = text.indexOf('\n');
        if (line < 0 || line > LENGTH || !text.substring(0, line).strip().equals(title.strip())) {
            return 0;
        }
        while (line < text.length() && Character.isWhitespace(text.charAt(line))) {
            line++;
        }
        return line;
    }

    /** The first city with its state that follows the title or a glued word; null when there is none. */
    static Listing place(WorkplaceReading reading, PlaceListReader lists, PlaceStretch stretch) {
        String text = reading.view.text();
        int start = start(text, title(reading.view));
        int behindTitle = behindTitle(text, start, title(reading.view));
        for (int i = start; i < start + LENGTH; i++) {
            boolean title = i == behindTitle;
            int end = title || isGlued(text, i) ? endOfState(text, i) : 0;
            if (end == 0) {
                continue;
            }
            Listing listing = lists.read(text, i, end, reading.countries);
            // A town that is not known may be any word: "JavaScript, MS SQL".
            boolean town = listing.places().stream().anyMatch(place -> place.town() != null);
            if (!listing.unknown() && (title || !town) && stretch.isCityWithState(text, listing)) {
                return listing;
            }
        }
        return null;
    }

    /** Where the text goes on after it has repeated the title, or as much of it as there is; -1 when it begins otherwise. */
    private static int behindTitle(String text, int start, String title) {
        int repeated = 0;
        int length = Math.min(Math.min(text.length() - start, title.length()), LENGTH);
        while (repeated < length
                && Character.toLowerCase(text.charAt(start + repeated))
                        == Character.toLowerCase(title.charAt(repeated))) {
            repeated++;
        }
        if (repeated < 8) {
            return -1;
        }
        int same = start + repeated;
        // "Recovery P|M needed in": the title ends elsewhere.
        boolean inside = same < text.length()
                && Character.isLetter(text.charAt(same))
                && Character.isLetter(text.charAt(same - 1))
                && !(Character.isUpperCase(text.charAt(same))
                        && same + 1 < text.length()
                        && Character.isLowerCase(text.charAt(same + 1)));
        if (inside) {
            return -1;
        }
        while (same < text.length() && !Character.isLetterOrDigit(text.charAt(same))) {
            same++;
        }
        return same;
    }

    /** Whether a new word begins inside a word: the H of "DeveloperHartford". */
    private static boolean isGlued(String text, int i) {
        if (i == 0 || i + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Character.isUpperCase(text.charAt(i))
                && Character.isLowerCase(text.charAt(i + 1))
                && (Character.isLowerCase(before) || Character.isDigit(before) || before == ')');
    }

    /** The end of "Hartford, CT" or "Hartford, Conn" that begins at an offset, 0 where none does. */
    private static int endOfState(String text, int from) {
        int comma = from;
        while (comma < text.length()
                && comma < from + LONGEST_CITY
                && (Character.isLetter(text.charAt(comma)) || " .-'’".indexOf(text.charAt(comma)) >= 0)) {
            boolean begins = comma > from && text.charAt(comma - 1) == ' ';
            if (begins && Character.isLowerCase(text.charAt(comma))) {
                // "Founded in Watertown, MA"
                return 0;
            }
            comma++;
        }
        if (comma + 3 > text.length() || comma - from < 3 || text.charAt(comma) != ',') {
            return 0;
        }
        int start = comma + 1;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\u00A0')) {
            start++;
        }
        if (start + 2 > text.length() || !Character.isUpperCase(text.charAt(start))) {
            return 0;
        }
        if (Character.isUpperCase(text.charAt(start + 1))) {
            boolean joined = start + 2 < text.length() && text.charAt(start + 2) == '-';
            return joined ? 0 : start + 2;
        }
        int end = start + 1;
        while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A type that is glued to the word before it. */
    record GluedType(EmploymentType type, int start, int end) {}

    /** "Hartford, CTFULL TIME", "DeveloperFull-time/direct hire": null when nothing of the kind is said. */
    static GluedType type(PostingView view) {
        int head = start(view.text(), title(view)) + LENGTH;
        GluedType full = type(view.text(), head, "Full", EmploymentType.FULL_TIME);
        return full != null ? full : type(view.text(), head, "FULL", EmploymentType.FULL_TIME);
    }

    private static GluedType type(String text, int head, String word, EmploymentType type) {
        int at = -1;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            at = text.indexOf(word, at + 1);
            if (at < 0) {
                return null;
            }
            if (at < 2 || !Character.isLetter(text.charAt(at - 1))) {
                continue;
            }
            int time = at + 4;
            if (time < text.length() && (text.charAt(time) == '-' || text.charAt(time) == ' ')) {
                time++;
            }
            if (!text.regionMatches(true, time, "time", 0, 4)) {
                continue;
            }
            boolean state = Character.isUpperCase(text.charAt(at - 1)) && Character.isUpperCase(text.charAt(at - 2));
            boolean glued = state || Character.isLowerCase(text.charAt(at - 1)) && word.equals("Full");
            if (glued && (at < head || state || isOfJob(text, time + 4))) {
                return new GluedType(type, at, time + 4);
            }
        }
        return null;
    }

    private static boolean isOfJob(String text, int from) {
        String next =
                text.substring(from, Math.min(text.length(), from + 12)).strip().toLowerCase(Locale.ROOT);
        return next.startsWith("position") || next.startsWith("role") || next.startsWith("permanent");
    }
}
