package io.jobmart.parse;

import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.Gazetteer.NameKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a string into the parts that may be places or work modes, and looks each up. */
final class PlaceAtoms {
    /** More atoms than any real list has: 249 countries with some thirty commas in their names. */
    static final int MOST = 600;

    private final Gazetteer gazetteer;

    PlaceAtoms(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Drops what says neither place nor mode: the "HQ" of "DE - HQ - Berlin". */
    private static List<PlaceAtom> withoutFillers(List<PlaceAtom> atoms) {
        List<PlaceAtom> kept = new ArrayList<>(atoms.size());
        boolean apart = false;
        for (PlaceAtom atom : atoms) {
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

    /** The parts with what they name: joined where a name was cut, parted where two places stand without a sign. */
    List<PlaceAtom> named(String text, List<PlaceAtom> cut) {
        List<PlaceAtom> atoms = new ArrayList<>(cut.size());
        for (int i = 0; i < cut.size(); ) {
            int last = lastOfName(text, cut, i);
            PlaceAtom atom = cut.get(i);
            if (last > i) {
                atom.end = cut.get(last).end;
            }
            interpret(text, atom, atoms);
            i = last + 1;
        }
        return withoutFillers(atoms);
    }

    List<PlaceAtom> cut(String text, int from, int to) {
        List<PlaceAtom> atoms = new ArrayList<>();
        char separator = ' ';
        int start = from;
        int i = from;
        while (i <= to && atoms.size() < MOST) {
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
                    PlaceAtom atom = new PlaceAtom();
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
    private int lastOfName(String text, List<PlaceAtom> atoms, int i) {
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
    private static boolean isTwoPlaces(String text, List<PlaceAtom> atoms, int i, int j) {
        String first = Gazetteer.fold(text.substring(atoms.get(i).start, atoms.get(i).end));
        return j == i + 1 && first.equals(Gazetteer.fold(text.substring(atoms.get(j).start, atoms.get(j).end)));
    }

    /** Takes mode words off an atom and looks up what is left; adds one atom, or two for "Portland Maine". */
    private void interpret(String text, PlaceAtom atom, List<PlaceAtom> into) {
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
            int mode = PlaceListReader.mode(
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
        atom.mixed = (atom.modes & PlaceListReader.HYBRID) != 0 && (atom.modes & PlaceListReader.REMOTE) != 0;
        if (atom.mixed) {
            atom.modes &= ~PlaceListReader.REMOTE;
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
        while (f <= l && WorkplaceWords.FILLERS.contains(word(text, words.get(f))) && !isUnited(text, words, f, l)) {
            f++;
        }
        if (f > first && f < l && isUnited(text, words, f, l) && lookUp(text, atom, words, f, l, into)) {
            return;
        }
        while (l >= f && WorkplaceWords.FILLERS.contains(word(text, words.get(l)))) {
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
        while (ll > ff
                && (isNumber(text, words.get(ll)) || WorkplaceWords.FILLERS.contains(word(text, words.get(ll))))) {
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

    /** "the United Kingdom", "in the United States": a name that begins with a word that may go with any. */
    private static boolean isUnited(String text, List<int[]> words, int f, int last) {
        return f < last
                && word(text, words.get(f)).equals("united")
                && switch (word(text, words.get(f + 1))) {
                    case "kingdom", "states", "arab" -> true;
                    default -> false;
                };
    }

    private boolean lookUp(String text, PlaceAtom atom, List<int[]> words, int first, int last, List<PlaceAtom> into) {
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
                PlaceAtom second = new PlaceAtom();
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

    private int[] entries(String text, int start, int end) {
        if (end - start > 70) {
            return new int[0];
        }
        String folded = Gazetteer.fold(text.substring(start, end));
        if (WorkplaceWords.FILLERS.contains(folded) && !folded.equals("anywhere")) {
            // "CT", "DE", "IN" and "OR" in capitals are states; "EST" is a time zone.
            if (end - start != 2 || folded.equals("et") || !isCapitals(text, start, end)) {
                return new int[0];
            }
        }
        if (WorkplaceWords.COMPASS.contains(folded) || isTimeZoneOfTwo(text, start, end)) {
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

    static List<int[]> words(String text, int start, int end) {
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

    static String word(String text, int[] span) {
        return Gazetteer.fold(text.substring(span[0], span[1]));
    }

    static boolean isNumber(String text, int[] span) {
        return Character.isDigit(text.charAt(span[0]));
    }

    private static boolean isCode(String text, int[] span) {
        return span[1] - span[0] <= 3 && span[1] - span[0] >= 2 && isCapitals(text, span[0], span[1]);
    }
}
