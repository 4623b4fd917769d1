package io.jobmart.parse;

import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.Gazetteer.NameKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a short string that lists places and perhaps a work mode: a chip, the value of "Location:", brackets in a title.
 *
 * <p>In the wild the comma both lists places and joins a city to its state ({@code US,Remote,Santa Clara, CA}), country
 * names hold commas themselves ({@code Palestine, State of}), and the work mode stands anywhere
 * ({@code San Francisco-Hybrid}, {@code Remote - US}, {@code TELECOMMUTE İstanbul, İstanbul, Turkey}). So the string is
 * cut at every sign that may separate, parts that are one name are joined again, and neighbours are then read together:
 * a city with its region and country, in either order.
 */
final class PlaceListReader {
    static final int REMOTE = 1;
    static final int HYBRID = 2;
    static final int ONSITE = 4;

    /** More atoms than any real list has: 249 countries with some thirty commas in their names. */
    private static final int MOST_ATOMS = 600;
    /** A city must be this much likelier than the next of its name to be taken without further hint. */
    private static final double CLEAR = 2.5;

    private static final long OTHER_NAME_DISCOUNT = 10;

    /** Places known not to be found: the string was short and is no list. */
    private static final int UNRESOLVED = -1;

    private static final Set<String> REMOTE_WORDS = Set.of(
            "remote",
            "remotely",
            "telecommute",
            "telecommuting",
            "telework",
            "teleworking",
            "wfh",
            "virtual",
            "homeoffice",
            "remoto",
            "remota",
            "teletravail",
            "teletrabajo",
            "teletrabalho",
            "distanciel",
            "wfa",
            "homebased",
            "zdalna",
            "zdalnie",
            "distributed",
            "remotework");
    private static final Set<String> HYBRID_WORDS = Set.of("hybrid", "hibrido", "hibrida", "hybride", "hybrides");
    private static final Set<String> ONSITE_WORDS =
            Set.of("onsite", "inoffice", "presencial", "presentiel", "inperson");
    private static final Set<String> FILLERS = Set.of(
            "first",
            "friendly",
            "only",
            "fully",
            "100",
            "in",
            "from",
            "within",
            "based",
            "anywhere",
            "the",
            "of",
            "or",
            "and",
            "optional",
            "eligible",
            "ok",
            "possible",
            "available",
            "preferred",
            "flexible",
            "work",
            "working",
            "home",
            "any",
            "office",
            "offices",
            "hq",
            "headquarters",
            "location",
            "locations",
            "area",
            "region",
            "regions",
            "metro",
            "metropolitan",
            "greater",
            "national",
            "nationwide",
            "recruiting",
            "candidates",
            "applicants",
            "timezone",
            "timezones",
            "time",
            "zone",
            "zones",
            "pst",
            "est",
            "cst",
            "mst",
            "cet",
            "gmt",
            "utc",
            "et",
            "pt",
            "ct",
            "edt",
            "pdt",
            "position",
            "role",
            "job",
            "site",
            "team",
            "country",
            "countries",
            "all",
            "at",
            "to",
            "is",
            "must",
            "be",
            "wide",
            "permanent",
            "semi",
            "partially",
            "partly",
            "mostly",
            "option",
            "allowed",
            "considered",
            "considering",
            "open",
            "employee",
            "city",
            "downtown",
            "hub",
            "hubs",
            "near",
            "around",
            "etc",
            "other",
            "various",
            "multiple",
            "several",
            "days",
            "day",
            "week",
            "per",
            "a",
            "on",
            "full",
            "part",
            "freelancer",
            "freelance",
            "contract",
            "contractor",
            "temporary",
            "internship",
            "us based",
            "home based",
            "residents",
            "resident",
            "residing",
            "living",
            "located",
            "east",
            "coast",
            "west",
            "with",
            "travel",
            "states",
            "not",
            "applicable",
            "none",
            "null",
            "specified",
            "n",
            "tbd",
            "negotiable",
            "worker",
            "workers",
            "currently",
            "para",
            "en",
            "de",
            "desde",
            "depuis",
            "aus",
            "im",
            "und",
            "oder",
            "ou",
            "y",
            "e",
            "o",
            "trabajo",
            "trabalho",
            "bundesweit",
            "deutschlandweit",
            "ganz",
            "core",
            "northeast",
            "southeast",
            "northwest",
            "southwest",
            "midwest",
            "headquarter",
            "hybridremote",
            "updated",
            "determined",
            "local",
            "employees",
            "can",
            "remotely",
            "will",
            "consider",
            "select",
            "if",
            "state",
            "hours",
            "hour",
            "overlap",
            "united",
            "this",
            "opportunity",
            "opportunities",
            "levels",
            "someone");

    /** Parts of any country; that some small country has a region of that name is beside the point. */
    private static final Set<String> COMPASS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north east",
            "north west",
            "south east",
            "south west",
            "north central",
            "south central",
            "west coast",
            "east coast",
            "capital",
            "centre",
            "center",
            "north eastern",
            "north western",
            "south eastern",
            "south western",
            "upper east",
            "upper west",
            "coast",
            "centro",
            "norte",
            "est",
            "nord",
            "sud",
            "ouest",
            "littoral",
            "highlands",
            "islands",
            "metro",
            "bay");

    /** Words that make a name one of a street, a building, a county or a team. */
    private static final Set<String> NOT_TOWNS = Set.of(
            "county",
            "couty",
            "street",
            "st.",
            "avenue",
            "ave",
            "road",
            "rd",
            "blvd",
            "boulevard",
            "floor",
            "suite",
            "building",
            "tower",
            "plaza",
            "area",
            "region",
            "arena",
            "center",
            "centre",
            "school",
            "university",
            "hospital",
            "division",
            "services",
            "inc",
            "llc",
            "gmbh",
            "ltd",
            "team",
            "campus",
            "airport",
            "mall",
            "studio",
            "studios",
            "markets",
            "headquarter",
            "corporate",
            "apartments",
            "drive",
            "lane",
            "square",
            "house",
            "solutions",
            "district",
            "arrondissement",
            "store",
            "plant",
            "warehouse",
            "base",
            "field",
            "multiple",
            "various",
            "corridor",
            "counties",
            "cities",
            "state");

    /** Codes of American states that are as likely a country where they stand alone. */
    private static final Set<String> EITHER_CODES = Set.of("CA", "DE", "IN", "IL", "CO", "ID", "AR", "MT");

    /** Countries where most postings of this kind come from; a name shared with a place elsewhere likelier means theirs. */
    private static final Set<String> FREQUENT_COUNTRIES = Set.of(
            "US", "CA", "GB", "IE", "DE", "AT", "CH", "FR", "ES", "PT", "IT", "NL", "BE", "DK", "SE", "NO", "FI", "PL",
            "CZ", "RO", "GR", "HU", "BG", "HR", "SK", "SI", "EE", "LV", "LT", "LU", "ZA", "CR", "CO", "AR", "CL", "IN",
            "BR", "MX", "AU", "NZ", "SG", "IL", "JP", "AE");

    private final Gazetteer gazetteer;

    PlaceListReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * One place of a list.
     *
     * @param id in the gazetteer, or -1 when it was not resolved
     * @param start offset in the string read
     * @param modes work modes said of this place, as bits
     * @param sure whether a neighbour, a hint or the lack of rivals settles which place it is
     * @param town name of a town that the gazetteer does not have, which lies in the place {@code id}; else null
     */
    record Found(int id, int start, int end, int modes, boolean sure, String town) {
        Found(int id, int start, int end, int modes, boolean sure) {
            this(id, start, end, modes, sure, null);
        }

        boolean resolved() {
            return id != UNRESOLVED;
        }
    }

    /**
     * What a string was read as.
     *
     * @param modes work modes said anywhere in it
     * @param modeStart offset of the first word of the mode, -1 when there is none
     * @param unknown whether part of it is neither a place nor a word that goes with one
     */
    record Listing(List<Found> places, int modes, int modeStart, int modeEnd, boolean unknown, boolean truncated) {}

    /** A stretch between two separators. */
    private static final class Atom {
        int start;
        int end;
        /** What stands before: ',' with a blank after, 't' comma without, '-' '(' '/' ';' or 'o' for "or"; ' ' first. */
        char separator;

        int modes;
        int modeStart = -1;
        int modeEnd = -1;
        int[] entries = {};
        boolean named;
    }

    /**
     * Reads {@code text[from, to)}.
     *
     * @param hints countries that the rest of the posting speaks of, used where a name is shared; may be empty
     */
    Listing read(String text, int from, int to, Set<Integer> hints) {
        List<Atom> cut = cut(text, from, to);
        boolean truncated = cut.size() >= MOST_ATOMS;
        List<Atom> atoms = new ArrayList<>(cut.size());
        for (int i = 0; i < cut.size(); ) {
            int last = lastOfName(text, cut, i);
            Atom atom = cut.get(i);
            if (last > i) {
                atom.end = cut.get(last).end;
            }
            interpret(text, atom, atoms);
            i = last + 1;
        }
        atoms = withoutFillers(atoms);
        Set<Integer> countries = new HashSet<>(hints);
        for (Atom atom : atoms) {
            for (int entry : atom.entries) {
                int id = Gazetteer.id(entry);
                if (gazetteer.isCountry(id) && Gazetteer.kind(entry) != NameKind.CODE && atom.entries.length <= 2) {
                    countries.add(id);
                }
            }
        }
        Listing listing = group(text, atoms, countries, truncated);
        // "Chennai / Kochi": what is sure of one place settles the others.
        Set<Integer> sure = new HashSet<>(countries);
        boolean open = false;
        for (Found place : listing.places) {
            open |= !place.sure;
            if (place.sure && place.resolved() && !gazetteer.isArea(place.id)) {
                sure.add(gazetteer.country(place.id));
            }
        }
        return open && sure.size() > countries.size() ? group(text, atoms, sure, truncated) : listing;
    }

    /** Drops what says neither place nor mode: the "HQ" of "DE - HQ - Berlin". */
    private static List<Atom> withoutFillers(List<Atom> atoms) {
        List<Atom> kept = new ArrayList<>(atoms.size());
        boolean apart = false;
        for (Atom atom : atoms) {
            if (!atom.named && atom.modes == 0) {
                apart |= atom.separator == ';';
                continue;
            }
            if (apart) {
                atom.separator = ';';
                apart = false;
            }
            kept.add(atom);
        }
        return kept;
    }

    private List<Atom> cut(String text, int from, int to) {
        List<Atom> atoms = new ArrayList<>();
        char separator = ' ';
        int start = from;
        int i = from;
        while (i <= to && atoms.size() < MOST_ATOMS) {
            int length = 0;
            char next = ' ';
            if (i == to) {
                length = 1;
            } else {
                char c = text.charAt(i);
                boolean blankBefore = i == from || text.charAt(i - 1) <= ' ' || text.charAt(i - 1) == 0xA0;
                boolean blankAfter = i + 1 >= to || text.charAt(i + 1) <= ' ' || text.charAt(i + 1) == 0xA0;
                if (c == ',') {
                    length = 1;
                    next = blankAfter ? ',' : 't';
                } else if (c == ';' || c == '|' || c == '·' || c == '•' || c == '\n' || c == '●' || c == '+') {
                    length = 1;
                    next = ';';
                } else if (c == '/') {
                    length = 1;
                    next = '/';
                } else if (c == '(' || c == ')' || c == '[' || c == ']') {
                    length = 1;
                    next = c == '(' || c == '[' ? '(' : ')';
                } else if (c == '-' && (blankBefore || blankAfter) || c == '–' || c == '—' || c == ':') {
                    length = 1;
                    next = '-';
                } else if (c == '&' && blankBefore && blankAfter) {
                    length = 1;
                    next = 'o';
                } else if (blankBefore
                        && (c == 'o' || c == 'O' || c == 'a' || c == 'A' || c == 'u' || c == 'y' || c == 'e')) {
                    length = conjunction(text, i, to);
                    next = 'o';
                }
            }
            if (length > 0) {
                int s = start;
                int e = i;
                while (s < e && !Character.isLetterOrDigit(text.charAt(s))) {
                    s++;
                }
                while (e > s && !Character.isLetterOrDigit(text.charAt(e - 1)) && text.charAt(e - 1) != '.') {
                    e--;
                }
                if (s < e) {
                    Atom atom = new Atom();
                    atom.start = s;
                    atom.end = e;
                    atom.separator = separator;
                    atoms.add(atom);
                    separator = next;
                } else if (next != ' ' && !atoms.isEmpty()) {
                    // ") ;" or " , -": the stronger of the two counts.
                    separator = separator == ';' || next == ')' ? separator : next;
                }
                i += length;
                start = i;
            } else {
                i++;
            }
        }
        return atoms;
    }

    private static int conjunction(String text, int i, int to) {
        for (String word : new String[] {"or", "and", "und", "oder", "ou", "et"}) {
            int end = i + word.length();
            if (end < to && text.regionMatches(true, i, word, 0, word.length()) && text.charAt(end) <= ' ') {
                return word.length();
            }
        }
        return 0;
    }

    /** Joins what was cut inside a name: "Palestine, State of", "Bosnia and Herzegovina", "Cocos (Keeling) Islands". */
    private int lastOfName(String text, List<Atom> atoms, int i) {
        int most = Math.min(atoms.size() - 1, i + 3);
        for (int j = most; j > i; j--) {
            if (atoms.get(j).end - atoms.get(i).start > 70) {
                continue;
            }
            String folded = Gazetteer.fold(text.substring(atoms.get(i).start, atoms.get(j).end));
            int[] entries = gazetteer.namedFolded(folded);
            for (int entry : entries) {
                int id = Gazetteer.id(entry);
                boolean listed = false;
                for (int k = i + 1; k <= j; k++) {
                    char separator = atoms.get(k).separator;
                    listed |= separator == ';' || separator == '-' || separator == 't' && gazetteer.isCity(id);
                }
                if (!listed && Gazetteer.kind(entry) != NameKind.CODE && !isTwoPlaces(text, atoms, i, j)) {
                    return j;
                }
            }
        }
        return i;
    }

    /** "Singapore, Singapore": the same name twice is no longer name. */
    private static boolean isTwoPlaces(String text, List<Atom> atoms, int i, int j) {
        String first = Gazetteer.fold(text.substring(atoms.get(i).start, atoms.get(i).end));
        return j == i + 1 && first.equals(Gazetteer.fold(text.substring(atoms.get(j).start, atoms.get(j).end)));
    }

    /** Takes mode words off an atom and looks up what is left; adds one atom, or two for "Portland Maine". */
    private void interpret(String text, Atom atom, List<Atom> into) {
        into.add(atom);
        atom.entries = entries(text, atom.start, atom.end);
        if (atom.entries.length > 0) {
            atom.named = true;
            return;
        }
        List<int[]> words = words(text, atom.start, atom.end);
        int count = words.size();
        boolean[] off = new boolean[count];
        for (int w = 0; w < count; w++) {
            String word = word(text, words.get(w));
            int mode = mode(
                    word,
                    w + 1 < count ? word(text, words.get(w + 1)) : "",
                    w + 2 < count ? word(text, words.get(w + 2)) : "");
            if (mode != 0) {
                int length = mode >> 8;
                atom.modes |= mode & 0xFF;
                if (atom.modeStart < 0) {
                    atom.modeStart = words.get(w)[0];
                }
                atom.modeEnd = words.get(Math.min(count, w + length) - 1)[1];
                for (int k = w; k < Math.min(count, w + length); k++) {
                    off[k] = true;
                }
            }
        }
        int first = 0;
        int last = count - 1;
        while (first <= last && off[first]) {
            first++;
        }
        while (last >= first && off[last]) {
            last--;
        }
        // "remote first in US", "Salt Lake City - Remote": the mode in the middle leaves the longer side.
        for (int w = first; w <= last; w++) {
            if (off[w]) {
                if (w - first >= last - w) {
                    last = w - 1;
                } else {
                    first = w + 1;
                    w = first;
                }
            }
        }
        if (first <= last && lookUp(text, atom, words, first, last, into)) {
            return;
        }
        int f = first;
        int l = last;
        while (f <= l && FILLERS.contains(word(text, words.get(f)))) {
            f++;
        }
        while (l >= f && FILLERS.contains(word(text, words.get(l)))) {
            l--;
        }
        if (f > l) {
            atom.start = atom.end = count == 0 ? atom.start : words.get(0)[0];
            // "Anywhere" beside a mode is the world.
            return;
        }
        if ((f != first || l != last) && lookUp(text, atom, words, f, l, into)) {
            return;
        }
        if (f == l && isNumber(text, words.get(f))) {
            return;
        }
        atom.named = true;
        // A postal code or an address number, or the code of a state before its capital ("BE Berlin").
        int ff = f;
        int ll = l;
        while (ff < ll && isNumber(text, words.get(ff))) {
            ff++;
        }
        while (ll > ff && (isNumber(text, words.get(ll)) || FILLERS.contains(word(text, words.get(ll))))) {
            ll--;
        }
        if ((ff != f || ll != l) && lookUp(text, atom, words, ff, ll, into)) {
            return;
        }
        while (ff < ll && isCode(text, words.get(ff))) {
            ff++;
        }
        if ((ff != f || ll != l) && lookUp(text, atom, words, ff, ll, into)) {
            return;
        }
        atom.start = words.get(f)[0];
        atom.end = words.get(l)[1];
    }

    private boolean lookUp(String text, Atom atom, List<int[]> words, int first, int last, List<Atom> into) {
        int start = words.get(first)[0];
        int end = words.get(last)[1];
        int[] entries = entries(text, start, end);
        if (entries.length > 0) {
            atom.entries = entries;
            atom.start = start;
            atom.end = end;
            atom.named = true;
            return true;
        }
        // "Portland Maine", "Toronto Canada": a city and what it lies in, without a comma.
        for (int split = last; split > first && split > last - 3; split--) {
            int[] outer = entries(text, words.get(split)[0], end);
            int[] inner = outer.length == 0 ? outer : entries(text, start, words.get(split - 1)[1]);
            if (inner.length > 0 && consistent(inner, outer)) {
                atom.entries = inner;
                atom.start = start;
                atom.end = words.get(split - 1)[1];
                atom.named = true;
                Atom second = new Atom();
                second.start = words.get(split)[0];
                second.end = end;
                second.separator = ' ';
                second.entries = outer;
                second.named = true;
                into.add(second);
                return true;
            }
        }
        return false;
    }

    private boolean consistent(int[] inner, int[] outer) {
        for (int o : outer) {
            int outerId = Gazetteer.id(o);
            for (int i : inner) {
                int innerId = Gazetteer.id(i);
                if (gazetteer.isCity(innerId) && lies(innerId, outerId)
                        || gazetteer.isRegion(innerId) && gazetteer.country(innerId) == outerId) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean lies(int city, int outer) {
        return gazetteer.isRegion(outer) && gazetteer.region(city) == outer
                || gazetteer.isCountry(outer) && gazetteer.country(city) == outer;
    }

    /** The work mode that starts at a word, with the number of words that say it in the second byte; 0 when none does. */
    static int mode(String word, String next, String afterNext) {
        if (REMOTE_WORDS.contains(word)) {
            return REMOTE | 1 << 8;
        }
        if (HYBRID_WORDS.contains(word)) {
            return HYBRID | 1 << 8;
        }
        if (ONSITE_WORDS.contains(word)) {
            return ONSITE | 1 << 8;
        }
        if (word.equals("on") && next.equals("site")
                || word.equals("in") && (next.equals("office") || next.equals("person"))) {
            return ONSITE | 2 << 8;
        }
        if (word.equals("home") && (next.equals("office") || next.equals("based") || next.equals("working"))) {
            return REMOTE | 2 << 8;
        }
        if (word.equals("work") && (next.equals("from") || next.equals("at")) && afterNext.equals("home")
                || word.equals("work") && next.equals("from") && afterNext.equals("anywhere")) {
            return REMOTE | (afterNext.equals("home") ? 3 : 2) << 8;
        }
        return 0;
    }

    private int[] entries(String text, int start, int end) {
        if (end - start > 70) {
            return new int[0];
        }
        String folded = Gazetteer.fold(text.substring(start, end));
        if (FILLERS.contains(folded) && !folded.equals("anywhere")) {
            // "CT", "DE", "IN" and "OR" in capitals are states; "EST" is a time zone.
            if (end - start != 2 || folded.equals("et") || !isCapitals(text, start, end)) {
                return new int[0];
            }
        }
        if (COMPASS.contains(folded) || isTimeZoneOfTwo(text, start, end)) {
            return new int[0];
        }
        int[] found = gazetteer.namedFolded(folded);
        boolean capitals = isCapitals(text, start, end);
        int kept = 0;
        for (int entry : found) {
            boolean needsCapitals = Gazetteer.kind(entry) == NameKind.CODE
                    || Gazetteer.kind(entry) == NameKind.OTHER && end - start <= 3;
            // "PA" is no town in Burkina Faso, "or" none in Sweden.
            boolean tooShort = end - start <= 3
                    && Gazetteer.kind(entry) == NameKind.MAIN
                    && (capitals || !Character.isUpperCase(text.charAt(start)));
            if ((capitals || !needsCapitals) && !tooShort) {
                found[kept++] = entry;
            }
        }
        return kept == found.length ? found : Arrays.copyOf(found, kept);
    }

    /** "PT/ET hours": next to another American time zone it is one, and not Portugal. */
    private static boolean isTimeZoneOfTwo(String text, int start, int end) {
        boolean before = start >= 3 && text.charAt(start - 1) == '/' && isTimeZone(text, start - 3);
        boolean behind = end + 3 <= text.length() && text.charAt(end) == '/' && isTimeZone(text, end + 1);
        return end - start == 2 && isTimeZone(text, start) && (before || behind);
    }

    private static boolean isTimeZone(String text, int at) {
        boolean ends = at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2));
        return ends && "PECM".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == 'T';
    }

    private static boolean isCapitals(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<int[]> words(String text, int start, int end) {
        List<int[]> words = new ArrayList<>();
        int i = start;
        while (i < end) {
            while (i < end && !Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            int s = i;
            while (i < end
                    && (isWordPart(text.charAt(i))
                            || text.charAt(i) == '.' && i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1)))) {
                i++;
            }
            if (i > s) {
                if (i < end && text.charAt(i) == '.') {
                    i++;
                }
                words.add(new int[] {s, i});
            }
        }
        return words;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || c == '\''
                || c == '’'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String word(String text, int[] span) {
        return Gazetteer.fold(text.substring(span[0], span[1]));
    }

    private static boolean isNumber(String text, int[] span) {
        return Character.isDigit(text.charAt(span[0]));
    }

    private static boolean isCode(String text, int[] span) {
        return span[1] - span[0] <= 3 && span[1] - span[0] >= 2 && isCapitals(text, span[0], span[1]);
    }

    private Listing group(String text, List<Atom> atoms, Set<Integer> countries, boolean truncated) {
        List<Found> found = new ArrayList<>();
        boolean unknown = false;
        int modes = 0;
        int modeStart = -1;
        int modeEnd = -1;
        int i = 0;
        while (i < atoms.size()) {
            Atom atom = atoms.get(i);
            if (modeStart < 0 && atom.modeStart >= 0) {
                modeStart = atom.modeStart;
                modeEnd = atom.modeEnd;
            }
            modes |= atom.modes;
            if (!atom.named) {
                // A mode alone: said of the place before it ("Denver, CO - Hybrid") unless a list begins anew.
                if (atom.modes != 0
                        && !found.isEmpty()
                        && (atom.separator == '-' || atom.separator == '(' || atom.separator == ' ')) {
                    Found before = found.remove(found.size() - 1);
                    found.add(new Found(
                            before.id, before.start, before.end, before.modes | atom.modes, before.sure, before.town));
                }
                i++;
                continue;
            }
            int town = atom.entries.length == 0 ? town(text, atoms, i, found) : 0;
            if (town > 0) {
                i = town;
                continue;
            }
            if (atom.entries.length == 0) {
                unknown = true;
                boolean remark = !found.isEmpty() && (atom.separator == '(' || atom.separator == '-');
                if (remark) {
                    // "Chicago - RAPP", "Bangkok (Central World Office)": the site within the city.
                    i++;
                    continue;
                }
                if (i + 1 < atoms.size() && joins(atoms.get(i + 1)) && atoms.get(i + 1).entries.length > 0) {
                    // A street, a suburb or a small town before what it lies in.
                    i++;
                    continue;
                }
                found.add(new Found(UNRESOLVED, atom.start, atom.end, atom.modes, false));
                i++;
                continue;
            }
            int next = settle(text, atoms, i, countries, found);
            for (int k = i + 1; k < next; k++) {
                modes |= atoms.get(k).modes;
                if (modeStart < 0 && atoms.get(k).modeStart >= 0) {
                    modeStart = atoms.get(k).modeStart;
                    modeEnd = atoms.get(k).modeEnd;
                }
            }
            i = next;
        }
        return new Listing(distinct(text, found), modes, modeStart, modeEnd, unknown, truncated);
    }

    private static boolean joins(Atom atom) {
        return atom.separator != ';' && atom.separator != 'o' && atom.separator != ')';
    }

    /** Reads the place that starts at atom {@code i} with what belongs to it; returns the atom after. */
    private int settle(String text, List<Atom> atoms, int i, Set<Integer> countries, List<Found> found) {
        Atom atom = atoms.get(i);
        Atom second = i + 1 < atoms.size() && joins(atoms.get(i + 1)) ? atoms.get(i + 1) : null;
        Atom third = second != null && i + 2 < atoms.size() && joins(atoms.get(i + 2)) ? atoms.get(i + 2) : null;
        boolean isCountry = holdsCountry(atom);
        boolean isArea = holdsArea(atom);

        if (second != null && !isArea && !(isCountry && second.separator == 't')) {
            int end = inner(atoms, i, atom, second, third, isCountry, found);
            if (end > 0) {
                return end;
            }
            end = isCountry ? 0 : town(text, atoms, i, found);
            if (end > 0) {
                return end;
            }
        }
        // "Italy - Milan", "United States, California", "UAE, Dubai": the larger place comes first.
        if (second != null
                && second.separator != 't'
                && second.entries.length > 0
                && !holdsCountry(second)
                && !holdsArea(second)) {
            int region = largeRegion(atom);
            int[] within = region < 0 ? new int[0] : within(second.entries, region);
            if (within.length == 0 && isCountry) {
                within = within(second.entries, firstCountry(atom));
            }
            if (within.length > 0) {
                Atom narrowed = second;
                narrowed.entries = within;
                narrowed.modes |= atom.modes;
                int before = found.size();
                int end = settle(text, atoms, i + 1, countries, found);
                if (found.size() > before) {
                    Found last = found.get(before);
                    found.set(
                            before,
                            new Found(
                                    last.id, Math.min(last.start, atom.start), last.end, last.modes, true, last.town));
                }
                return end;
            }
        }
        alone(atom, countries, found);
        return i + 1;
    }

    /**
     * A town that the gazetteer does not have, by what it lies in: "Annapolis Junction, MD", "Playa Vista, California,
     * United States"; returns the atom after, or 0 when this is none.
     */
    private int town(String text, List<Atom> atoms, int i, List<Found> found) {
        Atom atom = atoms.get(i);
        if (i + 1 >= atoms.size() || atoms.get(i + 1).separator != ',' || !isTownName(text, atom)) {
            return 0;
        }
        for (int entry : atom.entries) {
            if (gazetteer.population(Gazetteer.id(entry)) >= 1_000_000) {
                return 0;
            }
        }
        Atom second = atoms.get(i + 1);
        Atom third = i + 2 < atoms.size() && joins(atoms.get(i + 2)) ? atoms.get(i + 2) : null;
        int best = -1;
        int end = 0;
        for (int entry : second.entries) {
            int id = Gazetteer.id(entry);
            boolean code = Gazetteer.kind(entry) == NameKind.CODE;
            if (!gazetteer.isRegion(id)) {
                continue;
            }
            boolean within = third != null && third.separator != 't' && holds(third, gazetteer.country(id));
            if (within || prefersRegion(id) && (code || !holdsBigCity(second))) {
                best = best < 0 || prefersRegion(id) ? id : best;
                end = within ? i + 3 : i + 2;
            }
        }
        boolean begins = i == 0 || atom.separator == ';' || atom.separator == 't';
        if (best < 0 && begins && atom.entries.length == 0 && holdsCountry(second) && second.end - second.start > 3) {
            best = firstCountry(second);
            end = i + 2;
        }
        if (best >= 0) {
            int modes = 0;
            for (int k = i; k < end; k++) {
                modes |= atoms.get(k).modes;
            }
            String name = text.substring(atom.start, atom.end);
            found.add(new Found(best, atom.start, atoms.get(end - 1).end, modes, true, name));
        }
        return best < 0 ? 0 : end;
    }

    private boolean holdsBigCity(Atom atom) {
        for (int entry : atom.entries) {
            if (gazetteer.population(Gazetteer.id(entry)) >= 1_000_000) {
                return true;
            }
        }
        return false;
    }

    /** One to four capitalised words without a number, and no street, building or county. */
    private static boolean isTownName(String text, Atom atom) {
        List<int[]> words = words(text, atom.start, atom.end);
        if (words.isEmpty() || words.size() > 4 || !Character.isUpperCase(text.charAt(atom.start))) {
            return false;
        }
        for (int[] span : words) {
            if (isNumber(text, span) || NOT_TOWNS.contains(word(text, span))) {
                return false;
            }
        }
        return atom.end - atom.start >= 3;
    }

    /** A smaller place followed by what it lies in; returns the atom after, or 0 when the neighbours don't fit. */
    private int inner(
            List<Atom> atoms, int i, Atom atom, Atom second, Atom third, boolean isCountry, List<Found> found) {
        int best = -1;
        long bestScore = -1;
        int used = 0;
        boolean bySecond = second.entries.length > 0;
        for (int entry : atom.entries) {
            int id = Gazetteer.id(entry);
            if (gazetteer.isArea(id) || gazetteer.isCountry(id)) {
                continue;
            }
            boolean code = Gazetteer.kind(entry) == NameKind.CODE;
            if (code && gazetteer.isCity(id)) {
                continue;
            }
            for (int outerEntry : second.entries) {
                int outer = Gazetteer.id(outerEntry);
                boolean fits = gazetteer.isCity(id)
                        ? lies(id, outer)
                        : gazetteer.isRegion(id) && gazetteer.isCountry(outer) && gazetteer.country(id) == outer;
                if (!fits) {
                    continue;
                }
                // "Canada, United States" is a list; "Panama, Panama" and "Georgia, United States" are not.
                if (isCountry && gazetteer.isCity(id) && gazetteer.isCountry(outer) && !holds(atom, outer)) {
                    continue;
                }
                long score = score(entry, id, gazetteer.isRegion(outer), Gazetteer.kind(outerEntry));
                if (score > bestScore) {
                    bestScore = score;
                    best = id;
                    used = 2;
                }
            }
        }
        if (best >= 0) {
            int end = i + used;
            int country = gazetteer.country(best);
            if (third != null && third.separator != 't' && holds(third, country)) {
                end++;
            }
            add(found, best, atoms, i, end, true);
            return end;
        }
        // "Skopje, Greater Skopje, North Macedonia", "Tel Aviv-Yafo, Gush Dan, Israel": the middle is not known.
        if (third != null && second.separator == ',' && third.separator == ',' && !isCountry && holdsCountry(third)) {
            int country = firstCountry(third);
            int[] within = within(atom.entries, country);
            boolean middle = !bySecond
                    || within(second.entries, country).length > 0 && !anyCity(within(second.entries, country));
            if (within.length > 0 && middle) {
                int id = likeliest(within);
                if (id >= 0) {
                    add(found, id, atoms, i, i + 3, true);
                    return i + 3;
                }
            }
        }
        return 0;
    }

    private long score(int entry, int id, boolean outerIsRegion, NameKind outerKind) {
        long score = gazetteer.isCity(id) ? 10 + gazetteer.population(id) : 5;
        if (FREQUENT_COUNTRIES.contains(gazetteer.countryCode(id))) {
            score *= 3;
        }
        if (gazetteer.isRegion(id) && prefersRegion(id)) {
            // Washington and Ontario in their countries are states; New York is a city.
            score = 3_000_000;
        }
        if (Gazetteer.kind(entry) == NameKind.OTHER) {
            score /= OTHER_NAME_DISCOUNT;
        }
        if (Gazetteer.kind(entry) == NameKind.CODE) {
            score = Math.min(score, 5);
        }
        // "Richmond, CA" is in California although Canada has a larger one.
        return outerIsRegion && outerKind == NameKind.CODE ? score + 1_000_000_000L : score;
    }

    private boolean prefersRegion(int id) {
        String code = gazetteer.countryCode(id);
        return code.equals("US") || code.equals("CA") || code.equals("AU");
    }

    private void alone(Atom atom, Set<Integer> countries, List<Found> found) {
        int country = -1;
        int area = -1;
        int region = -1;
        int regionCode = -1;
        int regionCodes = 0;
        int countryCode = -1;
        for (int entry : atom.entries) {
            int id = Gazetteer.id(entry);
            boolean code = Gazetteer.kind(entry) == NameKind.CODE;
            if (gazetteer.isArea(id)) {
                area = id;
            } else if (gazetteer.isCountry(id)) {
                if (code) {
                    countryCode = id;
                } else {
                    country = id;
                }
            } else if (gazetteer.isRegion(id)) {
                if (!code) {
                    region = region < 0 || prefersRegion(id) ? id : region;
                } else if (prefersRegion(id) || countries.contains(gazetteer.country(id))) {
                    regionCodes++;
                    regionCode = id;
                }
            }
        }
        if (country >= 0) {
            if (region >= 0 && prefersRegion(region)) {
                // Georgia: the state where the posting is about the United States, the country where it is not.
                boolean state = countries.contains(gazetteer.country(region));
                boolean listed = countries.size() > 2;
                found.add(new Found(
                        state && !listed ? region : country, atom.start, atom.end, atom.modes, state || listed));
                return;
            }
            found.add(new Found(country, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (area >= 0) {
            found.add(new Found(area, atom.start, atom.end, atom.modes, true));
            return;
        }
        int[] cities = Arrays.stream(atom.entries)
                .filter(entry -> gazetteer.isCity(Gazetteer.id(entry)))
                .toArray();
        int[] hinted = Arrays.stream(cities)
                .filter(entry -> countries.contains(gazetteer.country(Gazetteer.id(entry))))
                .toArray();
        int[] pool = hinted.length > 0 ? hinted : cities;
        int city = likeliest(pool);
        boolean big = city >= 0 && gazetteer.population(city) >= 1_000_000;
        if (region >= 0 && prefersRegion(region) && !big) {
            found.add(new Found(region, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (city >= 0) {
            boolean sure = cities.length == 1 || hinted.length > 0 || clear(cities, 20);
            found.add(new Found(city, atom.start, atom.end, atom.modes, sure));
            return;
        }
        if (region >= 0 && pool.length == 0) {
            found.add(new Found(region, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0 && (regionCodes == 1 && countryCode < 0 || countryCode >= 0 && regionCodes == 0)) {
            found.add(new Found(regionCodes == 1 ? regionCode : countryCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0
                && countryCode >= 0
                && regionCodes == 1
                && gazetteer.countryCode(regionCode).equals("US")
                && !EITHER_CODES.contains(gazetteer.countryCode(countryCode))) {
            found.add(new Found(regionCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0 && regionCodes == 1 && countries.contains(gazetteer.country(regionCode))) {
            found.add(new Found(regionCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0 && countryCode >= 0 && countries.contains(countryCode)) {
            found.add(new Found(countryCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        found.add(new Found(UNRESOLVED, atom.start, atom.end, atom.modes, false));
    }

    /** The city that a shared name most likely means, or -1 when no one stands out. */
    private int likeliest(int[] entries) {
        int best = -1;
        long bestScore = -1;
        for (int entry : entries) {
            int id = Gazetteer.id(entry);
            long score = score(entry, id, false, NameKind.MAIN);
            if (score > bestScore) {
                bestScore = score;
                best = id;
            }
        }
        return clear(entries, CLEAR) ? best : -1;
    }

    private boolean clear(int[] entries, double times) {
        long first = 0;
        long second = 0;
        int firstId = -1;
        for (int entry : entries) {
            int id = Gazetteer.id(entry);
            long score = score(entry, id, false, NameKind.MAIN);
            if (id == firstId) {
                first = Math.max(first, score);
            } else if (score > first) {
                second = first;
                first = score;
                firstId = id;
            } else {
                second = Math.max(second, score);
            }
        }
        return first >= second * times;
    }

    private int[] within(int[] entries, int outer) {
        return Arrays.stream(entries)
                .filter(entry -> {
                    int id = Gazetteer.id(entry);
                    return gazetteer.isCity(id) && lies(id, outer)
                            || gazetteer.isRegion(id) && gazetteer.country(id) == outer;
                })
                .toArray();
    }

    private boolean anyCity(int[] entries) {
        return Arrays.stream(entries).anyMatch(entry -> gazetteer.isCity(Gazetteer.id(entry)));
    }

    private boolean holdsCountry(Atom atom) {
        return firstCountry(atom) >= 0;
    }

    /** The country that an atom names, by name rather than by code where it does both. */
    private int firstCountry(Atom atom) {
        int code = -1;
        for (int entry : atom.entries) {
            if (gazetteer.isCountry(Gazetteer.id(entry))) {
                if (Gazetteer.kind(entry) != NameKind.CODE) {
                    return Gazetteer.id(entry);
                }
                code = Gazetteer.id(entry);
            }
        }
        return code;
    }

    private boolean holdsArea(Atom atom) {
        for (int entry : atom.entries) {
            if (gazetteer.isArea(Gazetteer.id(entry))) {
                return true;
            }
        }
        return false;
    }

    private int largeRegion(Atom atom) {
        for (int entry : atom.entries) {
            int id = Gazetteer.id(entry);
            if (gazetteer.isRegion(id) && (Gazetteer.kind(entry) != NameKind.CODE || prefersRegion(id))) {
                return id;
            }
        }
        return -1;
    }

    private static boolean holds(Atom atom, int id) {
        for (int entry : atom.entries) {
            if (Gazetteer.id(entry) == id) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Found> found, int id, List<Atom> atoms, int from, int to, boolean sure) {
        int modes = 0;
        for (int k = from; k < to; k++) {
            modes |= atoms.get(k).modes;
        }
        found.add(new Found(id, atoms.get(from).start, atoms.get(to - 1).end, modes, sure));
    }

    /** Each place once; "Anywhere (EMEA)" is EMEA. */
    private static List<Found> distinct(String text, List<Found> found) {
        List<Found> result = new ArrayList<>(found.size());
        Set<Integer> seen = new HashSet<>();
        long resolved = found.stream().filter(Found::resolved).count();
        for (Found place : found) {
            boolean limited = resolved > 1
                    && Gazetteer.fold(text.substring(place.start, place.end)).equals("anywhere");
            if (!limited && (!place.resolved() || seen.add(place.id))) {
                result.add(place);
            }
        }
        return result;
    }
}
