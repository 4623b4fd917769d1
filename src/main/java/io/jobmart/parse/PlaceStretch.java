package io.jobmart.parse;

import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;

/** Reads the capitalised words that follow "in" or a label as places: "Berlin, Germany or Vienna. You will ...". */
final class PlaceStretch {
    private final PlaceListReader lists;
    private final Gazetteer gazetteer;

    PlaceStretch(PlaceListReader lists, Gazetteer gazetteer) {
        this.lists = lists;
        this.gazetteer = gazetteer;
    }

    /** Reads the capitalised words from a token on as places; null when they are not all places. */
    Listing read(WorkplaceReading reading, Tokens tokens, int from) {
        return read(reading, tokens, from, false);
    }

    /** As above; with {@code orMode} a work mode alone will do. */
    Listing read(WorkplaceReading reading, Tokens tokens, int from, boolean orMode) {
        String text = reading.view.text();
        int start = from;
        while (tokens.is(start, "the")
                || tokens.is(start, "either")
                || tokens.is(start, "in")
                || tokens.is(start, "greater")) {
            start++;
        }
        int last = start - 1;
        int lastEnd = 0;
        for (int k = start; k < start + 14 && k < tokens.count(); k++) {
            char c = text.charAt(tokens.start(k));
            boolean joint = tokens.is(k, ",")
                    || tokens.is(k, "/")
                    || tokens.is(k, "or")
                    || tokens.is(k, "and")
                    || tokens.is(k, "in") && tokens.is(k - 1, "or")
                    || tokens.is(k, "of")
                    || tokens.is(k, "the")
                    || tokens.is(k, "-")
                    || tokens.is(k, "&");
            boolean dot = c == '.'
                    && tokens.touchesPrevious(k)
                    && (tokens.end(k - 1) - tokens.start(k - 1) == 1
                            || tokens.is(k - 1, "st")
                            || tokens.is(k - 1, "ft")
                            || tokens.is(k - 1, "mt"));
            if (k > start && text.substring(tokens.end(k - 1), tokens.start(k)).indexOf('\n') >= 0) {
                break;
            }
            if (Character.isUpperCase(c)) {
                last = k;
                lastEnd = gluedAt(text, tokens, k);
                if (lastEnd > 0) {
                    break;
                }
            } else if (dot) {
                last = k;
            } else if (!joint) {
                break;
            }
        }
        while (last >= start) {
            int end = lastEnd > 0 ? lastEnd : tokens.end(last);
            lastEnd = 0;
            Listing listing = lists.read(text, tokens.start(start), end, reading.countries);
            if (!usable(listing) && (text.startsWith("'s", end - 2) || text.startsWith("’s", end - 2))) {
                // "in Munich's vibrant Schwabing district"
                listing = lists.read(text, tokens.start(start), end - 2, reading.countries);
            }
            if (usable(listing)
                    || orMode && !listing.unknown() && listing.places().isEmpty() && listing.modes() != 0) {
                return listing;
            }
            // "in Berlin. You ...", "in Canada, Our ...": shorter until it reads.
            int k = last - 1;
            while (k >= start && !Character.isUpperCase(text.charAt(tokens.start(k)))) {
                k--;
            }
            if (k == last - 1 && isPartOfName(tokens.word(last))) {
                // "in Davis Square": no town of the name of its square
                return null;
            }
            last = k;
        }
        return null;
    }

    private static boolean isPartOfName(String word) {
        return switch (word) {
            case "square", "street", "avenue", "road", "boulevard", "county", "park", "university", "bridge" -> true;
            default -> false;
        };
    }

    /**
     * Where the next word begins inside a token, when a text lost its line breaks: "Waltham, MADuration: ...",
     * "Fully RemoteDuration", "WOBURN, MATYPE: ..."; 0 where it is one word.
     */
    private static int gluedAt(String text, Tokens tokens, int token) {
        int start = tokens.start(token);
        int end = tokens.end(token);
        for (int i = start + 2; i < end - 1; i++) {
            if (!Character.isUpperCase(text.charAt(i)) || !Character.isLowerCase(text.charAt(i + 1))) {
                continue;
            }
            // "McLean", "DeKalb" and "MacArthur" are names.
            boolean afterWord = Character.isLowerCase(text.charAt(i - 1)) && i - start >= 4;
            boolean afterCode = i == start + 2 && Character.isUpperCase(text.charAt(i - 1));
            if (afterWord || afterCode) {
                return i;
            }
        }
        // No place ends in a colon: the capitals are a state's code and a label.
        boolean label = end - start > 4
                && tokens.is(token + 1, ":")
                && tokens.is(token - 1, ",")
                && isCapitals(text, start, end);
        return label ? start + 2 : 0;
    }

    private static boolean isCapitals(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all places are cities, each written with its state or country. */
    boolean isCityWithState(String text, Listing listing) {
        if (listing.places().isEmpty() || listing.places().size() > 4) {
            return false;
        }
        for (Found found : listing.places()) {
            boolean city = found.resolved() && (found.town() != null || gazetteer.isCity(found.id()));
            if (!city
                    || !found.sure()
                    || text.substring(found.start(), found.end()).indexOf(',') < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a list says places and nothing else. */
    static boolean usable(Listing listing) {
        if (listing.unknown() || listing.places().isEmpty()) {
            return false;
        }
        for (Found found : listing.places()) {
            if (!found.resolved()) {
                return false;
            }
        }
        return true;
    }
}
