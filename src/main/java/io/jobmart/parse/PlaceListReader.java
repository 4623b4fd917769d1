package io.jobmart.parse;

import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.Gazetteer.NameKind;
import java.util.ArrayList;
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

    /** Places known not to be found: the string was short and is no list. */
    static final int UNRESOLVED = -1;

    private final Gazetteer gazetteer;
    private final PlaceAtoms atoms;
    private final PlaceChoice choice;

    PlaceListReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.atoms = new PlaceAtoms(gazetteer);
        this.choice = new PlaceChoice(gazetteer);
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

    /**
     * Reads {@code text[from, to)}.
     *
     * @param hints countries that the rest of the posting speaks of, used where a name is shared; may be empty
     */
    Listing read(String text, int from, int to, Set<Integer> hints) {
        List<PlaceAtom> cut = this.atoms.cut(text, from, to);
        boolean truncated = cut.size() >= PlaceAtoms.MOST;
        List<PlaceAtom> atoms = this.atoms.named(text, cut);
        Set<Integer> countries = new HashSet<>(hints);
        for (PlaceAtom atom : atoms) {
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

    /** Whether a name is one that a country shares with a state whose postings are many: "Georgia". */
    boolean sharesNameWithState(String name) {
        boolean country = false;
        boolean state = false;
        for (int entry : gazetteer.named(name)) {
            int id = Gazetteer.id(entry);
            if (Gazetteer.kind(entry) != NameKind.CODE) {
                country |= gazetteer.isCountry(id);
                state |= gazetteer.isRegion(id) && choice.prefersRegion(id);
            }
        }
        return country && state;
    }

    /** The work mode that starts at a word, with the number of words that say it in the second byte; 0 when none does. */
    static int mode(String word, String next, String afterNext) {
        if (WorkplaceWords.REMOTE_WORDS.contains(word)) {
            return REMOTE | 1 << 8;
        }
        if (WorkplaceWords.REMOTE_WORDS.contains(next)
                && (word.equals("partially") || word.equals("partly") || word.equals("semi"))) {
            return HYBRID | 2 << 8;
        }
        if (WorkplaceWords.HYBRID_WORDS.contains(word)) {
            return HYBRID | 1 << 8;
        }
        if (WorkplaceWords.ONSITE_WORDS.contains(word)) {
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

    private Listing group(String text, List<PlaceAtom> atoms, Set<Integer> countries, boolean truncated) {
        List<Found> found = new ArrayList<>();
        boolean unknown = false;
        int modes = 0;
        int modeStart = -1;
        int modeEnd = -1;
        int i = 0;
        while (i < atoms.size()) {
            PlaceAtom atom = atoms.get(i);
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
        for (PlaceAtom atom : atoms) {
            if (atom.mixed) {
                // "Remote,Remote Hybrid"
                modes &= ~REMOTE;
            }
        }
        return new Listing(distinct(text, found), modes, modeStart, modeEnd, unknown, truncated);
    }

    private static boolean joins(PlaceAtom atom) {
        return atom.separator != ';' && atom.separator != 'o' && atom.separator != ')';
    }

    /** Reads the place that starts at atom {@code i} with what belongs to it; returns the atom after. */
    private int settle(String text, List<PlaceAtom> atoms, int i, Set<Integer> countries, List<Found> found) {
        PlaceAtom atom = atoms.get(i);
        PlaceAtom second = i + 1 < atoms.size() && joins(atoms.get(i + 1)) ? atoms.get(i + 1) : null;
        PlaceAtom third = second != null && i + 2 < atoms.size() && joins(atoms.get(i + 2)) ? atoms.get(i + 2) : null;
        boolean isCountry = choice.holdsCountry(atom);
        boolean isArea = choice.holdsArea(atom);

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
                && !choice.holdsCountry(second)
                && !choice.holdsArea(second)) {
            int region = choice.largeRegion(atom);
            int[] within = region < 0 ? new int[0] : choice.within(second.entries, region);
            if (within.length == 0 && isCountry) {
                within = choice.within(second.entries, choice.firstCountry(atom));
            }
            if (within.length > 0) {
                PlaceAtom narrowed = second;
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
        choice.alone(atom, countries, found);
        return i + 1;
    }

    /**
     * A town that the gazetteer does not have, by what it lies in: "Annapolis Junction, MD", "Playa Vista, California,
     * United States"; returns the atom after, or 0 when this is none.
     */
    private int town(String text, List<PlaceAtom> atoms, int i, List<Found> found) {
        PlaceAtom atom = atoms.get(i);
        if (i + 1 >= atoms.size() || atoms.get(i + 1).separator != ',' || !isTownName(text, atom)) {
            return 0;
        }
        for (int entry : atom.entries) {
            int id = Gazetteer.id(entry);
            // "South Dakota, Nebraska" are two states.
            boolean state =
                    gazetteer.isRegion(id) && Gazetteer.kind(entry) != NameKind.CODE && choice.prefersRegion(id);
            if (state || gazetteer.population(id) >= 1_000_000) {
                return 0;
            }
        }
        PlaceAtom second = atoms.get(i + 1);
        PlaceAtom third = i + 2 < atoms.size() && joins(atoms.get(i + 2)) ? atoms.get(i + 2) : null;
        int best = -1;
        int end = 0;
        for (int entry : second.entries) {
            int id = Gazetteer.id(entry);
            boolean code = Gazetteer.kind(entry) == NameKind.CODE;
            if (!gazetteer.isRegion(id)) {
                continue;
            }
            boolean within = third != null && third.separator != 't' && PlaceChoice.holds(third, gazetteer.country(id));
            if (within || choice.prefersRegion(id) && (code || !choice.holdsBigCity(second))) {
                best = best < 0 || choice.prefersRegion(id) ? id : best;
                end = within ? i + 3 : i + 2;
            }
        }
        boolean begins = i == 0 || atom.separator == ';' || atom.separator == 't';
        if (best < 0
                && begins
                && atom.entries.length == 0
                && choice.holdsCountry(second)
                && second.end - second.start > 3) {
            best = choice.firstCountry(second);
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

    /** One to four capitalised words without a number, and no street, building or county. */
    private static boolean isTownName(String text, PlaceAtom atom) {
        List<int[]> words = PlaceAtoms.words(text, atom.start, atom.end);
        if (words.isEmpty() || words.size() > 4 || !Character.isUpperCase(text.charAt(atom.start))) {
            return false;
        }
        for (int[] span : words) {
            if (PlaceAtoms.isNumber(text, span) || WorkplaceWords.NOT_TOWNS.contains(PlaceAtoms.word(text, span))) {
                return false;
            }
        }
        return atom.end - atom.start >= 3;
    }

    /** A smaller place followed by what it lies in; returns the atom after, or 0 when the neighbours don't fit. */
    private int inner(
            List<PlaceAtom> atoms,
            int i,
            PlaceAtom atom,
            PlaceAtom second,
            PlaceAtom third,
            boolean isCountry,
            List<Found> found) {
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
                        ? choice.lies(id, outer)
                        : gazetteer.isRegion(id) && gazetteer.isCountry(outer) && gazetteer.country(id) == outer;
                if (!fits) {
                    continue;
                }
                // "Canada, United States" is a list; "Panama, Panama" and "Georgia, United States" are not.
                if (isCountry
                        && gazetteer.isCity(id)
                        && gazetteer.isCountry(outer)
                        && !PlaceChoice.holds(atom, outer)) {
                    continue;
                }
                long score = choice.score(entry, id, gazetteer.isRegion(outer), Gazetteer.kind(outerEntry));
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
            if (third != null && third.separator != 't' && PlaceChoice.holds(third, country)) {
                end++;
            }
            add(found, best, atoms, i, end, true);
            return end;
        }
        // "Skopje, Greater Skopje, North Macedonia", "Tel Aviv-Yafo, Gush Dan, Israel": the middle is not known.
        if (third != null
                && second.separator == ','
                && third.separator == ','
                && !isCountry
                && choice.holdsCountry(third)) {
            int country = choice.firstCountry(third);
            int[] within = choice.within(atom.entries, country);
            boolean middle = !bySecond
                    || choice.within(second.entries, country).length > 0
                            && !choice.anyCity(choice.within(second.entries, country));
            if (within.length > 0 && middle) {
                int id = choice.likeliest(within);
                if (id >= 0) {
                    add(found, id, atoms, i, i + 3, true);
                    return i + 3;
                }
            }
        }
        return 0;
    }

    private static void add(List<Found> found, int id, List<PlaceAtom> atoms, int from, int to, boolean sure) {
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
