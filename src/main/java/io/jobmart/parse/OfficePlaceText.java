package io.jobmart.parse;

import io.jobmart.model.SectionKind;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Tokens;

/** Reads the offices that a posting names as places of this work: "our Munich office", "our offices in Lyon or Turin". */
final class OfficePlaceText {
    private final PlaceListReader lists;
    private final PlaceStretch stretch;

    OfficePlaceText(PlaceListReader lists, PlaceStretch stretch) {
        this.lists = lists;
        this.stretch = stretch;
    }

    /** "an office in the heart of Munich", "in our Berlin office". */
    void office(WorkplaceReading reading, Tokens tokens, int i) {
        SectionKind section = reading.section(tokens.start(i));
        if (tokens.is(i, "headquarters")
                && (tokens.is(i - 1, "have") || tokens.is(i - 1, "has") || tokens.is(i - 1, "with"))) {
            return;
        }
        Listing reach = withinReach(reading, tokens, i);
        if (reach != null) {
            reading.addFitting(reach, "workplace.text.office");
            return;
        }
        boolean several = tokens.is(i, "offices");
        if (section == SectionKind.BOILERPLATE
                || section == SectionKind.ABOUT_COMPANY
                || several && !isWorkedFrom(tokens, i)) {
            return;
        }
        if (isAside(reading, tokens, i) || WorkSiteText.isOfPay(reading, tokens, i) || isOneOfMany(tokens, i)) {
            return;
        }
        Listing listing = null;
        if (tokens.is(i - 3, "location") && tokens.is(i - 2, "of")) {
            // "The location of the office will be Solna."
            int verb = tokens.is(i + 1, "will") && tokens.is(i + 2, "be") ? 2 : tokens.is(i + 1, "is") ? 1 : 0;
            listing = verb == 0 ? null : stretch.read(reading, tokens, i + verb + 1);
        } else if (inside(tokens, i) > 0) {
            int from = inside(tokens, i);
            listing = stretch.read(reading, tokens, from);
            for (int k = from; k < i + 10 && listing == null && !tokens.is(k, "."); k++) {
                // "in the heart of Munich", "in a great location in the middle of Berlin"
                boolean inside = tokens.is(k, "heart")
                        || tokens.is(k, "middle")
                        || tokens.is(k, "center")
                        || tokens.is(k, "centre");
                if (inside && tokens.is(k + 1, "of")) {
                    listing = stretch.read(reading, tokens, k + 2);
                }
            }
        } else {
            String text = reading.view.text();
            int from = i - 1;
            while (from > i - 6
                    && from > 0
                    && (tokens.isWord(from) && Character.isUpperCase(text.charAt(tokens.start(from)))
                            || tokens.is(from, ",") && from >= i - 3)) {
                from--;
            }
            // "communicate with the Tampa office": one that is spoken of, not worked in.
            boolean there = tokens.is(from, "the")
                    && (tokens.is(from - 1, "in")
                            || tokens.is(from - 1, "at")
                            || tokens.is(from - 1, "from")
                            || tokens.is(from - 1, "of")
                            || tokens.is(from - 1, "to"));
            // "requires your presence in Acme's Utrecht office"
            String owner = i < 3 ? "" : text.substring(tokens.start(i - 2), tokens.end(i - 2));
            if ((owner.endsWith("'s") || owner.endsWith("’s"))
                    && Character.isUpperCase(owner.charAt(0))
                    && (tokens.is(i - 3, "in") || tokens.is(i - 3, "at") || tokens.is(i - 3, "from"))) {
                Listing read = lists.read(text, tokens.start(i - 1), tokens.end(i - 1), reading.countries);
                listing = PlaceStretch.usable(read) ? read : null;
            } else if (from < i - 1 && (tokens.is(from, "our") || there)) {
                Listing read = lists.read(text, tokens.start(from + 1), tokens.end(i - 1), reading.countries);
                listing = PlaceStretch.usable(read) ? read : null;
            }
        }
        if (listing != null) {
            reading.addFitting(listing, "workplace.text.office");
        }
    }

    /** "office in", "office located in", "our office is in": where the place begins, 0 when none is said. */
    private static int inside(Tokens tokens, int office) {
        int k = office + 1;
        if (tokens.is(k, "is") && tokens.is(office, "office") && isOurs(tokens, office)) {
            k++;
        }
        if (tokens.is(k, "located") || tokens.is(k, "situated") || tokens.is(k, "either")) {
            k++;
        }
        return tokens.is(k, "in") || tokens.is(k, "at") ? k + 1 : 0;
    }

    private static boolean isOurs(Tokens tokens, int office) {
        return tokens.is(office - 1, "our") || tokens.is(office - 2, "our") || tokens.is(office - 1, "the");
    }

    /** "You can work from our offices in Lyon or Turin", "a modern environment in our offices either in Lyon or in Turin". */
    private static boolean isWorkedFrom(Tokens tokens, int offices) {
        for (int k = offices - 1; k > offices - 6; k--) {
            boolean from = tokens.is(k, "from") || tokens.is(k, "at") || tokens.is(k, "in") || tokens.is(k, "of");
            if (from && (tokens.is(k - 1, "work") || tokens.is(k - 1, "working") || tokens.is(k - 1, "environment"))) {
                return true;
            }
            if (tokens.is(k, "one") && tokens.is(k + 1, "of") && (tokens.is(k - 1, "from") || tokens.is(k - 1, "or"))) {
                return true;
            }
        }
        return false;
    }

    /** "Must be located within commuting distance of our Atlanta, Chicago or New York offices". */
    private Listing withinReach(WorkplaceReading reading, Tokens tokens, int office) {
        int our = office - 1;
        String text = reading.view.text();
        while (our > office - 16
                && our > 0
                && (Character.isUpperCase(text.charAt(tokens.start(our)))
                        || tokens.is(our, ",")
                        || tokens.is(our, "or")
                        || tokens.is(our, "and")
                        || tokens.is(our, ".") && tokens.touchesPrevious(our))) {
            our--;
        }
        if (our == office - 1 || !(tokens.is(our, "our") || tokens.is(our, "the"))) {
            return null;
        }
        boolean commute = false;
        boolean must = false;
        for (int k = our - 1; k > our - 14 && k >= 0 && !tokens.is(k, "if"); k--) {
            commute |= tokens.word(k).startsWith("commut");
            must |= tokens.is(k, "must") || tokens.is(k, "required") || tokens.is(k, "need");
        }
        if (!commute || !must) {
            return null;
        }
        Listing read = lists.read(text, tokens.start(our + 1), tokens.end(office - 1), reading.countries);
        return PlaceStretch.usable(read) ? read : null;
    }

    /** "our headquarters in Porto and offices in Lyon, Turin and Ghent": all the places that the employer has. */
    private static boolean isOneOfMany(Tokens tokens, int i) {
        for (int k = i + 1; k < i + 12 && k < tokens.count() && !tokens.is(k, "."); k++) {
            if (tokens.is(k, "offices")) {
                return true;
            }
        }
        return false;
    }

    /** "visit our Munich office twice a year", "if you live near our New York office". */
    private static boolean isAside(WorkplaceReading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        for (int k = i - 1; k >= 0 && k > i - 45; k--) {
            if (line != null && tokens.start(k) < line.start() || tokens.is(k, ".")) {
                return false;
            }
            if (k > i - 14
                    ? WorkplaceWords.ASIDE_WORDS.contains(tokens.word(k))
                    : tokens.is(k, "if") || tokens.is(k, "distance")) {
                return true;
            }
        }
        return false;
    }
}
