package io.jobmart.parse;

import io.jobmart.model.SectionKind;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;

/** Reads the places that the sentences of a posting name as this job's: "this role is based in Munich". */
final class WorkSiteText {
    private final PlaceListReader lists;
    private final Gazetteer gazetteer;

    WorkSiteText(PlaceListReader lists, Gazetteer gazetteer) {
        this.lists = lists;
        this.gazetteer = gazetteer;
    }

    /** "Candidates must reside in Canada"; what is said of pay or preference by place is no condition. */
    void reside(WorkplaceReading reading, Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 6 && k >= 0 && !tokens.is(k, "."); k--) {
            String word = tokens.word(k);
            // "as long as you're living in Germany"
            boolean aslong = word.equals("long") && tokens.is(k - 1, "as");
            if (aslong || word.equals("must") || word.equals("should") || word.equals("open") || word.equals("need")) {
                int from = i + 1;
                // "living in (or willing to relocate to) Germany"
                for (int next = i + 3; next < i + 12 && tokens.is(i + 2, "("); next++) {
                    if (tokens.is(next, ")")) {
                        from = next;
                        break;
                    }
                }
                // "reside in and are eligible to work in the US"
                for (int next = i + 2; next < i + 14 && tokens.is(i + 2, "and"); next++) {
                    from = tokens.is(next, "in") ? next : from;
                }
                region(reading, tokens, from, "workplace.reside");
                return;
            }
        }
    }

    /** "This role is based in Munich", "you must be located in Ontario, Canada". */
    void based(WorkplaceReading reading, Tokens tokens, int i) {
        int anywhere = tokens.is(i + 1, "anywhere") ? 1 : 0;
        if (!(tokens.is(i + 1 + anywhere, "in")
                || tokens.is(i + 1, "at")
                || tokens.is(i + 1, "out") && tokens.is(i + 2, "of"))) {
            return;
        }
        SectionKind section = reading.section(tokens.start(i));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.ABOUT_COMPANY) {
            return;
        }
        // "Based in the USA or Canada" as one of the demands
        Line line = reading.view.lineAt(tokens.start(i));
        boolean job = line != null && section != null && line.start() == tokens.start(i) && section.demands();
        for (int k = i - 1; !job && k >= i - 8 && k >= 0 && !tokens.is(k, "."); k--) {
            job |= WorkplaceWords.JOB_WORDS.contains(tokens.word(k))
                    || tokens.is(k, "our") && tokens.is(k + 1, "office");
            if (tokens.is(k, "manager")
                    || tokens.is(k, "director")
                    || tokens.is(k, "company")
                    || tokens.is(k, "team")
                    || tokens.is(k, "teams")
                    || tokens.is(k, "clients")
                    || tokens.is(k, "client")) {
                return;
            }
        }
        for (int k = i - 1; anywhere > 0 && k > i - 5; k--) {
            if (tokens.is(k, "roles") || tokens.is(k, "positions")) {
                // "our roles can be based anywhere in the US": not said of this one
                return;
            }
        }
        boolean sought = !job && isSoughtBefore(tokens, i);
        if (!job && !sought || isOfPay(reading, tokens, i)) {
            return;
        }
        int from = tokens.is(i + 1, "out") ? i + 3 : i + 2 + anywhere;
        Listing listing = stretch(reading, tokens, behindOneOf(tokens, from));
        if (listing == null) {
            return;
        }
        boolean areas = listing.places().stream().allMatch(found -> gazetteer.isArea(found.id()));
        if (areas || anywhere > 0) {
            // "an engineer based in North America": where one may be who works remotely
            reading.allow(listing, "workplace.text.based");
        } else if (job) {
            reading.addFitting(listing, "workplace.text.based");
        }
    }

    /** "one of our tech hubs in Ghent, Lyon, or Turin": where the places begin. */
    private static int behindOneOf(Tokens tokens, int from) {
        for (int k = from + 2; k < from + 7 && tokens.is(from, "one") && tokens.is(from + 1, "of"); k++) {
            if (tokens.is(k, "in")) {
                return k + 1;
            }
        }
        return from;
    }

    /** "We are looking for a senior engineer based in ...". */
    private static boolean isSoughtBefore(Tokens tokens, int i) {
        for (int k = i - 1; k > i - 14 && k >= 0 && !tokens.is(k, "."); k--) {
            if (tokens.is(k, "looking") && tokens.is(k + 1, "for")
                    || tokens.is(k, "seeking")
                    || tokens.is(k, "hiring")) {
                return true;
            }
        }
        return false;
    }

    /** "The range for candidates based in New York is $140,000": whom a range is for, not where the work is. */
    private static boolean isOfPay(WorkplaceReading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        for (int k = i - 1; k >= 0 && k > i - 30 && line != null && tokens.start(k) >= line.start(); k--) {
            if (WorkplaceWords.PAY_WORDS.contains(tokens.word(k))) {
                return true;
            }
        }
        for (int k = i + 1; k < tokens.count() && k < i + 20 && line != null && tokens.start(k) < line.end(); k++) {
            if (tokens.is(k, ".")
                    && tokens.touchesPrevious(k + 1)
                    && Character.isUpperCase(reading.view.text().charAt(tokens.start(k + 1)))) {
                // "in Vienna, VA.Pay Rate: ...": the next sentence
                return false;
            }
            if (WorkplaceWords.PAY_WORDS.contains(tokens.word(k)) || tokens.is(k, "$") || tokens.is(k, "usd")) {
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

    /** "an office in the heart of Munich", "in our Berlin office". */
    void office(WorkplaceReading reading, Tokens tokens, int i) {
        SectionKind section = reading.section(tokens.start(i));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.ABOUT_COMPANY || tokens.is(i, "offices")) {
            return;
        }
        if (isAside(reading, tokens, i) || isOfPay(reading, tokens, i) || isOneOfMany(tokens, i)) {
            return;
        }
        Listing listing = null;
        if (tokens.is(i - 3, "location") && tokens.is(i - 2, "of")) {
            // "The location of the office will be Solna."
            int verb = tokens.is(i + 1, "will") && tokens.is(i + 2, "be") ? 2 : tokens.is(i + 1, "is") ? 1 : 0;
            listing = verb == 0 ? null : stretch(reading, tokens, i + verb + 1);
        } else if (tokens.is(i + 1, "in") || tokens.is(i + 1, "at")) {
            listing = stretch(reading, tokens, i + 2);
            for (int k = i + 2; k < i + 10 && listing == null && !tokens.is(k, "."); k++) {
                // "in the heart of Munich", "in a great location in the middle of Berlin"
                boolean inside = tokens.is(k, "heart")
                        || tokens.is(k, "middle")
                        || tokens.is(k, "center")
                        || tokens.is(k, "centre");
                if (inside && tokens.is(k + 1, "of")) {
                    listing = stretch(reading, tokens, k + 2);
                }
            }
        } else {
            String text = reading.view.text();
            int from = i - 1;
            while (from > i - 6
                    && from > 0
                    && (tokens.isWord(from) && Character.isUpperCase(text.charAt(tokens.start(from)))
                            || tokens.is(from, ",") && tokens.end(i - 1) - tokens.start(i - 1) == 2 && from == i - 2)) {
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
                listing = usable(read) ? read : null;
            } else if (from < i - 1 && (tokens.is(from, "our") || there)) {
                Listing read = lists.read(text, tokens.start(from + 1), tokens.end(i - 1), reading.countries);
                listing = usable(read) ? read : null;
            }
        }
        if (listing != null) {
            reading.addFitting(listing, "workplace.text.office");
        }
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

    /** "you can work from any of our locations across the United States and Canada": the countries named in a sentence. */
    void across(WorkplaceReading reading, Tokens tokens, int from) {
        for (int k = from; k < from + 25 && k < tokens.count() && !tokens.is(k, "."); k++) {
            if (tokens.is(k, "across") || tokens.is(k, "in")) {
                Listing listing = stretch(reading, tokens, k + 1);
                if (listing != null) {
                    reading.allow(listing, "workplace.text.across");
                }
            }
        }
    }

    /** Reads "in Germany", "(US or Canada)" after a word on remote work; whether a place was found. */
    boolean region(WorkplaceReading reading, Tokens tokens, int from, String rule) {
        int start = from;
        while (tokens.is(start, "in")
                || tokens.is(start, "(")
                || tokens.is(start, "within")
                || tokens.is(start, "from")
                || tokens.is(start, "across")
                || tokens.is(start, "either")
                || tokens.is(start, ")")
                || tokens.is(start, "-")
                || tokens.is(start, "anywhere")
                || tokens.is(start, "any")
                || tokens.is(start, "the")) {
            start++;
        }
        // "remote from an East Coast time zone in North America"
        for (int k = start; k < start + 6 && (tokens.is(start, "a") || tokens.is(start, "an")); k++) {
            if (tokens.is(k, "zone") && tokens.is(k + 1, "in")) {
                start = k + 2;
            }
        }
        if (start == from
                || start >= tokens.count()
                || reading.view
                                .text()
                                .substring(tokens.end(from - 1), tokens.start(start))
                                .indexOf('\n')
                        >= 0) {
            return false;
        }
        Listing listing = stretch(reading, tokens, start);
        if (listing == null) {
            return false;
        }
        reading.allow(listing, rule);
        return true;
    }

    /** Reads the capitalised words from a token on as places; null when they are not all places. */
    private Listing stretch(WorkplaceReading reading, Tokens tokens, int from) {
        return stretch(reading, tokens, from, false);
    }

    /** As above; with {@code orMode} a work mode alone will do. */
    Listing stretch(WorkplaceReading reading, Tokens tokens, int from, boolean orMode) {
        String text = reading.view.text();
        int start = from;
        while (tokens.is(start, "the") || tokens.is(start, "either")) {
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
                    || tokens.is(k, "of")
                    || tokens.is(k, "the")
                    || tokens.is(k, "-")
                    || tokens.is(k, "&");
            boolean dot = c == '.' && tokens.touchesPrevious(k) && tokens.end(k - 1) - tokens.start(k - 1) == 1;
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
            if (usable(listing)
                    || orMode && !listing.unknown() && listing.places().isEmpty() && listing.modes() != 0) {
                return listing;
            }
            // "in Berlin. You ...", "in Canada, Our ...": shorter until it reads.
            int k = last - 1;
            while (k >= start && !Character.isUpperCase(text.charAt(tokens.start(k)))) {
                k--;
            }
            last = k;
        }
        return null;
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

    /**
     * "is seeking an analyst for one of our clients in Vienna, VA": the sentence that says what is sought, in a text
     * that names no place otherwise. Only a city with what it lies in, since any capitalised word may follow "in".
     */
    void sought(WorkplaceReading reading, Tokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            boolean moved =
                    tokens.is(i, "to") && isRelocation(reading, tokens, i) || tokens.is(i, "of") && isSuburb(tokens, i);
            if (!moved && (!tokens.is(i, "in") || !isSought(reading, tokens, i))) {
                continue;
            }
            Listing listing = stretch(reading, tokens, moved || !tokens.is(i + 1, "the") ? i + 1 : i + 2);
            if (listing != null && isCityWithState(reading.view.text(), listing)) {
                reading.addFitting(listing, "workplace.text.sought");
                return;
            }
        }
    }

    /** "This position requires relocation to Porto, ME", "must relocate to". */
    private static boolean isRelocation(WorkplaceReading reading, Tokens tokens, int to) {
        if (!tokens.is(to - 1, "relocation") && !tokens.is(to - 1, "relocate")) {
            return false;
        }
        SectionKind section = reading.section(tokens.start(to));
        for (int k = to - 2; k >= 0 && k > to - 8 && section != SectionKind.BENEFITS; k--) {
            if (tokens.is(k, "requires") || tokens.is(k, "required") || tokens.is(k, "must")) {
                return true;
            }
        }
        return false;
    }

    /** "We are located in a quiet suburb of Dayton, OH". */
    private static boolean isSuburb(Tokens tokens, int of) {
        if (!tokens.is(of - 1, "suburb") && !tokens.is(of - 1, "outskirts") && !tokens.is(of - 1, "heart")) {
            return false;
        }
        for (int k = of - 2; k >= 0 && k > of - 8 && !tokens.is(k, "."); k--) {
            if ((tokens.is(k, "located") || tokens.is(k, "based"))
                    && (tokens.is(k - 1, "are") || tokens.is(k - 1, "re"))
                    && (tokens.is(k - 2, "we") || tokens.is(k - 3, "we"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSought(WorkplaceReading reading, Tokens tokens, int i) {
        String text = reading.view.text();
        // "with a client in the Tulsa, OK area"
        int name = tokens.is(i + 1, "the") ? i + 2 : i + 1;
        if (name >= tokens.count() || !Character.isUpperCase(text.charAt(tokens.start(name)))) {
            return false;
        }
        SectionKind section = reading.section(tokens.start(i));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.ABOUT_COMPANY) {
            return false;
        }
        boolean cue = false;
        for (int k = i - 1; k >= 0 && k > i - 26; k--) {
            String word = tokens.word(k);
            if (word.equals(".")
                    || text.substring(tokens.end(k), tokens.start(k + 1)).indexOf('\n') >= 0) {
                break;
            }
            if (WorkplaceWords.ELSEWHERE.contains(word) && k > i - 3) {
                return false;
            }
            cue |= WorkplaceWords.SOUGHT.contains(word);
        }
        return cue && !isOfPay(reading, tokens, i);
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

    private static boolean usable(Listing listing) {
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
