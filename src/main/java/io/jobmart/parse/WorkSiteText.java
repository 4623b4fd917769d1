package io.jobmart.parse;

import io.jobmart.model.SectionKind;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;

/** Reads the places that the sentences of a posting name as this job's: "this role is based in Munich". */
final class WorkSiteText {
    private final PlaceStretch stretch;
    private final Gazetteer gazetteer;

    WorkSiteText(PlaceStretch stretch, Gazetteer gazetteer) {
        this.stretch = stretch;
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
        boolean thisJob = isOfThisJob(tokens, i);
        if (section == SectionKind.BOILERPLATE || section == SectionKind.ABOUT_COMPANY && !thisJob) {
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
        if (tokens.is(i - 3, "if") || tokens.is(i - 2, "if")) {
            // "If you are located in Hawaii or Iowa, you will not be eligible"
            return;
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
        Listing listing = stretch.read(reading, tokens, behindOffice(tokens, from));
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

    /** "This role can be based out of", "the position will be located in". */
    private static boolean isOfThisJob(Tokens tokens, int i) {
        for (int k = i - 1; k > i - 6 && k > 0; k--) {
            String word = tokens.word(k);
            if (word.equals("role") || word.equals("position") || word.equals("job") || word.equals("opportunity")) {
                // "this US-based role"
                return tokens.is(k - 1, "this")
                        || tokens.is(k - 1, "the")
                        || tokens.is(k - 2, "this")
                        || tokens.is(k - 4, "this") && tokens.is(k - 1, "based");
            }
        }
        return false;
    }

    /**
     * "one of our tech hubs in Ghent, Lyon, or Turin", "either our offices in Lyon or Turin", "our Ghent office": where
     * the places begin.
     */
    private static int behindOffice(Tokens tokens, int from) {
        boolean office = false;
        for (int k = from; k < from + 7 && !tokens.is(k, ".") && !tokens.is(k, ","); k++) {
            String word = tokens.word(k);
            if (office && word.equals("in")) {
                return k + 1;
            }
            office = word.equals("offices")
                    || word.equals("office")
                    || word.equals("hubs")
                    || word.equals("hub")
                    || word.equals("headquarters")
                    || office && word.equals("located");
        }
        int start = from;
        while (tokens.is(start, "our") || tokens.is(start, "either") || tokens.is(start, "the")) {
            start++;
        }
        return start;
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
    static boolean isOfPay(WorkplaceReading reading, Tokens tokens, int i) {
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

    /** "The preferred location for this role is in Chicago, IL or St. Louis, MO", "the location of the position will be". */
    void location(WorkplaceReading reading, Tokens tokens, int i) {
        int job = tokens.is(i + 2, "this") || tokens.is(i + 2, "the") ? i + 3 : 0;
        boolean of = tokens.is(i + 1, "for") || tokens.is(i + 1, "of");
        if (job == 0 || !of || !WorkplaceWords.REMOTE_NOUNS.contains(tokens.word(job))) {
            return;
        }
        int verb = job + 1;
        while (verb < job + 4
                && (tokens.is(verb, "will")
                        || tokens.is(verb, "must")
                        || tokens.is(verb, "can")
                        || tokens.is(verb, "is")
                        || tokens.is(verb, "be"))) {
            verb++;
        }
        if (verb == job + 1 || ModeContext.isBoilerplate(reading, tokens, i)) {
            return;
        }
        Listing listing = stretch.read(reading, tokens, verb);
        if (listing != null) {
            reading.addFitting(listing, "workplace.text.location");
        }
    }

    /** "you can work from any of our locations across the United States and Canada": the countries named in a sentence. */
    void across(WorkplaceReading reading, Tokens tokens, int from) {
        for (int k = from; k < from + 25 && k < tokens.count() && !tokens.is(k, "."); k++) {
            if (tokens.is(k, "across") || tokens.is(k, "in")) {
                Listing listing = stretch.read(reading, tokens, k + 1);
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
        Listing listing = stretch.read(reading, tokens, start);
        if (listing == null) {
            return false;
        }
        reading.allow(listing, rule);
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
            Listing listing = stretch.read(reading, tokens, moved || !tokens.is(i + 1, "the") ? i + 1 : i + 2);
            if (listing != null && stretch.isCityWithState(reading.view.text(), listing)) {
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
}
