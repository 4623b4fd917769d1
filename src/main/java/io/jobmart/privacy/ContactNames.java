package io.jobmart.privacy;

import io.jobmart.model.PersonalDataKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the persons that a posting says to turn to. A name is taken only where something beside it says that it is one:
 * a label ("Contact:", "Ansprechpartnerin:"), a verb ("reach out to", "wenden Sie sich an"), a form of address, an e-mail
 * address that is made of it, an address or number that follows, or the end of a letter. Capitals alone say nothing:
 * "Morgan Stanley", "John Lewis" and "Virginia Beach" look like names, too.
 *
 * <p>Latin script only, and one line at a time.
 */
final class ContactNames {
    private static final int MOST_PARTS = 5;
    private static final int LINE_OF_LABEL = 44;
    /** An address or a number this near belongs to the name before it. */
    private static final int NEAR = 110;

    /** Texts with more addresses than this are lists, where no name can be told from another. */
    private static final int MOST_LOCALS = 64;

    private static final int MOST_NAMES = 32;

    private final String text;
    private final Spans spans;
    private final Set<String> locals = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /** The name at hand: its end, how many parts it has, and its first and last word. */
    private int nameEnd;

    private int parts;
    private int firstEnd;
    private int lastStart;

    private ContactNames(String text, Spans spans) {
        this.text = text;
        this.spans = spans;
    }

    /** @param spans addresses and numbers that were found before; names are added */
    static void find(String text, Spans spans) {
        new ContactNames(text, spans).find();
    }

    private void find() {
        int addresses = 0;
        for (Spans.Span span : spans.sorted()) {
            if (span.kind() == PersonalDataKind.EMAIL && ++addresses <= MOST_LOCALS) {
                locals(span);
            }
        }
        List<int[]> found = new ArrayList<>();
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                i = lettersEnd(i + 1);
                continue;
            }
            if (!Character.isUpperCase(c)) {
                i++;
                continue;
            }
            int start = i;
            i = wordEnd(i);
            if (isPartOfAddress(start) || !mayBeName(start, i) || !readName(start) || spans.covers(start, nameEnd)) {
                continue;
            }
            if (isName(start)) {
                found.add(new int[] {start, nameEnd});
                if (parts > 1 && names.size() < MOST_NAMES) {
                    names.add(text.substring(start, nameEnd));
                }
                i = nameEnd;
            }
        }
        for (int[] name : found) {
            spans.add(PersonalDataKind.NAME, name[0], name[1]);
        }
        for (String name : names) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                if (!isWithinWord(at, at + name.length())) {
                    spans.add(PersonalDataKind.NAME, at, at + name.length());
                }
            }
        }
    }

    /** Whether anything may tell that a name starts here; asked of every word with a capital, so it must be cheap. */
    private boolean mayBeName(int start, int end) {
        boolean two = end + 1 < text.length()
                && (isBlank(text.charAt(end)) || text.charAt(end) == '.')
                && !Character.isDigit(text.charAt(end + 1));
        if (two && !locals.isEmpty()) {
            return true;
        }
        int first = start;
        while (first < end && text.charAt(first) != '-') {
            first++;
        }
        if (PersonWords.GIVEN_AS_WRITTEN.contains(text.substring(start, first))) {
            return true;
        }
        int i = start;
        while (i > 0 && start - i < 4 && isFiller(text.charAt(i - 1))) {
            i--;
        }
        if (i == 0) {
            return false;
        }
        char before = text.charAt(i - 1);
        if (before == ':' || before == '.') {
            return true;
        }
        if (i == start && before != ',') {
            return false;
        }
        if (before == ',') {
            i--;
        }
        int from = i;
        while (from > 0 && i - from < 20 && isWord(text.charAt(from - 1))) {
            from--;
        }
        return from < i && PersonWords.LAST_BEFORE.contains(text.substring(from, i));
    }

    private int lettersEnd(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c == '-' || c == '\'' || c == '’' || c > 127 && isWord(c)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private boolean isWithinWord(int start, int end) {
        return start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))
                || end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    }

    /** What an address has before its sign, as names may be found again in it: "jane.miller", "jmiller". */
    private void locals(Spans.Span span) {
        int end = span.start();
        while (end < span.end() && text.charAt(end) != '@' && text.charAt(end) != '+' && text.charAt(end) != ' ') {
            end++;
        }
        String local = folded(text.substring(span.start(), end));
        for (String part : local.split("[._\\-0-9]+")) {
            if (part.length() >= 3) {
                locals.add(part);
            }
        }
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return Normalizer.normalize(
                                lower.replace("ß", "ss").replace("ł", "l").replace("ø", "o"), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "");
            }
        }
        return lower;
    }

    private boolean isName(int start) {
        String first = lower(start, firstEnd);
        boolean given = PersonWords.GIVEN.contains(first) || isDouble(first);
        boolean maybe = PersonWords.GIVEN_OR_WORD.contains(first);
        if (isOrganisation()) {
            return false;
        }
        if (isOfAddress(start)) {
            return true;
        }
        boolean two = parts > 1;
        if (!two && (isAllUpper(start) || isBeforeOther())) {
            return false;
        }
        if (!two && !given && !maybe && !mayBeAlone(start)) {
            return false;
        }
        Spans.Span near = near();
        boolean known = given || maybe && two;
        if (known && two && near != null && isBeside(near)) {
            return true;
        }
        Cue cue = cue(start);
        return switch (cue) {
            case LABEL -> two ? known || near != null || !isAllUpper(start) : given;
            case HEADING -> known && (two || near != null);
            case ADDRESS -> true;
            case WEAK_ADDRESS -> known || near != null && !isOfDomain(near, start);
            case STRONG_VERB -> two || given || maybe && near != null;
            case VERB -> known || near != null && isDirectlyBefore(near) && !isOfDomain(near, start);
            case SIGN_OFF -> given || maybe || near != null && isBeside(near) && !isOfDomain(near, start);
            case NONE -> false;
        };
    }

    private enum Cue {
        /** "Contact: " */
        LABEL,
        /** "Contact" in the line above. */
        HEADING,
        /** "Frau " */
        ADDRESS,
        /** "Dr. " */
        WEAK_ADDRESS,
        /** "ask for " */
        STRONG_VERB,
        /** "email " */
        VERB,
        /** "Regards," in the line above. */
        SIGN_OFF,
        NONE
    }

    /** Verbs and nouns that nothing but a person follows. */
    private static final Set<String> STRONG = Set.of(
            "ask for",
            "speak to",
            "speak with",
            "talk to",
            "cv to",
            "resume to",
            "falar com",
            "fale com",
            "händen",
            "händen von",
            "recruiter",
            "our recruiter",
            "recruiter is",
            "contact person is",
            "ansprechpartnerin",
            "ansprechpartner",
            "ansprechpartner ist",
            "ansprechpartnerin ist",
            "attention de",
            "atención de",
            "aos cuidados de",
            "sich an",
            "dich an",
            "auprès de",
            "hiring manager is");

    private Cue cue(int start) {
        int i = start;
        while (i > 0 && start - i < 4 && isFiller(text.charAt(i - 1))) {
            i--;
        }
        if (i == 0) {
            return Cue.NONE;
        }
        char before = text.charAt(i - 1);
        if (before == ':' || before == '\uFF1A') {
            return isLabel(phrase(i - 1)) ? Cue.LABEL : Cue.NONE;
        }
        if (PersonWords.SIGN_OFFS.contains(lastWord(before == ',' ? i - 1 : i))) {
            return Cue.SIGN_OFF;
        }
        if (before == '\n') {
            return headline(i - 1);
        }
        if (before == '-' || before == '–' || before == '|' || before == '~') {
            return PersonWords.LABELS.contains(phrase(i - 1)) ? Cue.HEADING : Cue.NONE;
        }
        Cue address = Cue.NONE;
        String last = "";
        String second = "";
        for (int word = 0; word < 6; word++) {
            int end = i;
            while (end > 0
                    && i - end < 3
                    && (isBlank(text.charAt(end - 1))
                            || text.charAt(end - 1) == '.'
                            || text.charAt(end - 1) == ',' && word > 0)) {
                end--;
            }
            if (end == i && word > 0) {
                break;
            }
            int from = end;
            while (from > 0 && end - from < 20 && isWord(text.charAt(from - 1))) {
                from--;
            }
            if (from == end) {
                break;
            }
            String found = text.substring(from, end).toLowerCase(Locale.ROOT);
            // "MS SQL" and "a.m." are no forms of address.
            boolean titled = Character.isUpperCase(text.charAt(from))
                    && (end - from < 2 || Character.isLowerCase(text.charAt(from + 1)));
            String two = last.isEmpty() ? null : found + " " + last;
            String three = second.isEmpty() ? null : found + " " + second;
            if (three != null && PersonWords.VERBS.contains(three)) {
                return verb(three, address);
            }
            if (two != null && PersonWords.VERBS.contains(two)) {
                return verb(two, address);
            }
            boolean dotted = word == 0 && text.charAt(i - 1) == '.' || end < i && text.charAt(end) == '.';
            if (last.isEmpty() && titled && PersonWords.HONORIFICS.contains(found)) {
                address = Cue.ADDRESS;
            } else if (last.isEmpty() && titled && PersonWords.WEAK_HONORIFICS.contains(found)) {
                address = address == Cue.ADDRESS ? address : Cue.WEAK_ADDRESS;
            } else if (dotted) {
                break;
            } else if (last.isEmpty() && PersonWords.VERBS.contains(found) && !PersonWords.SMALL.contains(found)) {
                return verb(found, address);
            } else if (last.isEmpty() && PersonWords.SMALL.contains(found)) {
                // "contact our Jane", but also "CV to Jane": a small word may end a phrase.
                second = "";
                last = found;
                i = from;
                if (isEndOfPhrase(from, found)) {
                    return verb(phraseBefore, address);
                }
                last = "";
                continue;
            } else if (!last.isEmpty()) {
                break;
            } else {
                second = two == null ? "" : two;
                last = found;
                i = from;
                continue;
            }
            i = from;
        }
        return address;
    }

    /** Whether the words before a colon, or the last of them where lines are glued, say that a name follows. */
    private static boolean isLabel(String phrase) {
        for (int from = 0; from >= 0; from = phrase.indexOf(' ', from)) {
            from += from == 0 ? 0 : 1;
            String words = phrase.substring(from);
            if (PersonWords.LABELS.contains(words) || STRONG.contains(words)) {
                return true;
            }
            from++;
        }
        return false;
    }

    private String lastWord(int end) {
        int from = end;
        while (from > 0 && end - from < 14 && isWord(text.charAt(from - 1))) {
            from--;
        }
        return lower(from, end);
    }

    private static Cue verb(String phrase, Cue address) {
        if (address == Cue.ADDRESS) {
            return address;
        }
        return address == Cue.WEAK_ADDRESS || STRONG.contains(phrase) ? Cue.STRONG_VERB : Cue.VERB;
    }

    private String phraseBefore = "";

    /** Whether a small word with the one or two before it is a phrase: "resume to", "get in touch with". */
    private boolean isEndOfPhrase(int from, String small) {
        String phrase = small;
        int i = from;
        for (int word = 0; word < 2; word++) {
            int end = i;
            while (end > 0 && i - end < 2 && isBlank(text.charAt(end - 1))) {
                end--;
            }
            int start = end;
            while (start > 0 && end - start < 20 && isWord(text.charAt(start - 1))) {
                start--;
            }
            if (start == end) {
                return false;
            }
            phrase = text.substring(start, end).toLowerCase(Locale.ROOT) + " " + phrase;
            if (PersonWords.VERBS.contains(phrase)) {
                phraseBefore = phrase;
                return true;
            }
            i = start;
        }
        return false;
    }

    /** The words before a colon or dash, from the start of the line or sentence. */
    private String phrase(int end) {
        int to = end;
        while (to > 0 && end - to < 4 && isFiller(text.charAt(to - 1))) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LINE_OF_LABEL && isLabel(text.charAt(from - 1))) {
            from--;
        }
        String phrase = text.substring(from, to).replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
        return phrase.startsWith("- ") ? phrase.substring(2).strip() : phrase;
    }

    /** What the line above says of the name below it. */
    private Cue headline(int lineEnd) {
        int to = lineEnd;
        while (to > 0 && lineEnd - to < 3 && (text.charAt(to - 1) == '\n' || isFiller(text.charAt(to - 1)))) {
            to--;
        }
        while (to > 0 && lineEnd - to < 5 && ":,.!".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LINE_OF_LABEL && text.charAt(from - 1) != '\n') {
            from--;
        }
        String line = text.substring(from, to).strip().toLowerCase(Locale.ROOT);
        if (PersonWords.LABELS.contains(line)) {
            return Cue.HEADING;
        }
        return PersonWords.SIGN_OFFS.contains(line) ? Cue.SIGN_OFF : Cue.NONE;
    }

    /** Reads the words of a name from here on; false when they cannot be one. */
    private boolean readName(int start) {
        parts = 0;
        firstEnd = start;
        int i = start;
        nameEnd = start;
        while (parts < MOST_PARTS) {
            int end = camelEnd(i, wordEnd(i));
            boolean initial = end - i == 1 && end < text.length() && text.charAt(end) == '.';
            while (initial
                    && end - i < 8
                    && end + 2 < text.length()
                    && Character.isUpperCase(text.charAt(end + 1))
                    && text.charAt(end + 2) == '.') {
                end += 2;
            }
            if (end - i == 1 && !initial && parts == 0) {
                return false;
            }
            if (!initial && (PersonWords.NO_NAMES.contains(lower(i, end)) || isPossessive(end))) {
                break;
            }
            if (!initial) {
                if (parts == 0) {
                    firstEnd = end;
                }
                lastStart = i;
            }
            parts++;
            nameEnd = initial ? end + 1 : end;
            int next = nextPart(nameEnd);
            if (next < 0) {
                break;
            }
            i = next;
        }
        // "Jane M." at the end of a sentence keeps its dot, a name that is nothing but initials is none.
        return parts > 0 && lastStart >= start && nameEnd > firstEnd - 1;
    }

    /** "Firm's" */
    private boolean isPossessive(int end) {
        return text.charAt(end - 1) == 's' && end > 2 && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '’');
    }

    /** The start of the next capitalised word, over particles; -1 when there is none. */
    private int nextPart(int end) {
        int i = end;
        for (int word = 0; word < 3; word++) {
            if (i >= text.length() || !isBlank(text.charAt(i))) {
                return -1;
            }
            i++;
            if (i >= text.length()) {
                return -1;
            }
            if (Character.isUpperCase(text.charAt(i))) {
                return i;
            }
            int to = wordEnd(i);
            if (to == i || !PersonWords.PARTICLES.contains(text.substring(i, to))) {
                return -1;
            }
            i = to;
        }
        return -1;
    }

    /** "MillerEmail": the next line, glued on. "McDonald" and "DeVito" are one word. */
    private int camelEnd(int start, int end) {
        for (int i = start + 4; i + 1 < end; i++) {
            if (Character.isUpperCase(text.charAt(i))
                    && Character.isLowerCase(text.charAt(i - 1))
                    && Character.isLowerCase(text.charAt(i + 1))) {
                return i;
            }
        }
        return end;
    }

    private boolean isOrganisation() {
        int i = nameEnd;
        while (i < text.length() && i - nameEnd < 2 && (isBlank(text.charAt(i)) || text.charAt(i) == ',')) {
            i++;
        }
        if (i == nameEnd || i >= text.length()) {
            return false;
        }
        int end = text.charAt(i) == '&' ? i + 1 : wordEnd(i);
        // "Miller and Sons", but "ask for Jane Miller and send your CV".
        boolean joins = Character.isLowerCase(text.charAt(i));
        boolean followed = end + 1 < text.length() && Character.isUpperCase(text.charAt(end + 1));
        return PersonWords.ORGANISATIONS.contains(lower(i, end)) && (!joins || followed);
    }

    /** "Oscar Benefits Team": a word alone that belongs to those behind it. */
    private boolean isBeforeOther() {
        int next = nameEnd + 1;
        return next < text.length()
                && isBlank(text.charAt(nameEnd))
                && Character.isUpperCase(text.charAt(next))
                && PersonWords.NO_NAMES.contains(lower(next, wordEnd(next)));
    }

    /** Whether an address of the text is made of this name. */
    private boolean isOfAddress(int start) {
        if (locals.isEmpty()) {
            return false;
        }
        String first = folded(text.substring(start, firstEnd));
        if (first.isEmpty()) {
            return locals.contains(folded(text.substring(lastStart, nameEnd)));
        }
        if (parts == 1) {
            Spans.Span near = near();
            boolean same = near != null
                    && near.start() - nameEnd < 5
                    && folded(text.substring(near.start(), near.end())).startsWith(first);
            return locals.contains(first)
                    && (same || PersonWords.GIVEN.contains(first) || PersonWords.GIVEN_OR_WORD.contains(first));
        }
        String last = folded(text.substring(lastStart, camelEnd(lastStart, wordEnd(lastStart))));
        return locals.contains(first) && locals.contains(last)
                || locals.contains(first + last) && PersonWords.GIVEN.contains(first)
                || last.length() > 2 && locals.contains(first.charAt(0) + last)
                || last.length() > 2 && locals.contains(first + last.charAt(0))
                || last.length() > 3 && locals.contains(last) && PersonWords.GIVEN.contains(first);
    }

    private boolean isOfDomain(Spans.Span near, int start) {
        String address = folded(text.substring(near.start(), near.end()));
        int at = address.indexOf('@');
        return at >= 0 && address.indexOf(folded(text.substring(start, firstEnd)), at) > 0;
    }

    private boolean mayBeAlone(int start) {
        return start > 1 && isBlank(text.charAt(start - 1));
    }

    /** The address or number that follows the name at hand; null when none is near. */
    private Spans.Span near() {
        return spans.isEmpty()
                ? null
                : spans.first(PersonalDataKind.EMAIL, PersonalDataKind.PHONE, nameEnd, nameEnd + NEAR);
    }

    /** Whether not more than three lines, and no sentence, lie between. */
    private boolean isBeside(Spans.Span near) {
        int lines = 0;
        for (int i = nameEnd; i < near.start(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && ++lines > 4) {
                return false;
            }
            if (c == '.'
                    && i + 2 < near.start()
                    && isBlank(text.charAt(i + 1))
                    && Character.isUpperCase(text.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDirectlyBefore(Spans.Span near) {
        return near.kind() == PersonalDataKind.EMAIL && near.start() - nameEnd <= 24 && isBeside(near);
    }

    /** "Anne-Marie" */
    private static boolean isDouble(String first) {
        int hyphen = first.indexOf('-');
        return hyphen > 0 && PersonWords.GIVEN.contains(first.substring(0, hyphen));
    }

    private boolean isAllUpper(int start) {
        for (int i = start; i < nameEnd; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Part of an address of the web, a handle or a path. */
    private boolean isPartOfAddress(int start) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        return Character.isLetterOrDigit(before) || "@/_#&=".indexOf(before) >= 0;
    }

    private String lower(int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int wordEnd(int start) {
        int i = start;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        while (i > start + 1
                && !Character.isLetter(text.charAt(i - 1))
                && Character.getType(text.charAt(i - 1)) != Character.NON_SPACING_MARK) {
            i--;
        }
        return Math.max(i, Math.min(start + 1, text.length()));
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '\'' || c > 127 && isOtherWord(c);
    }

    private static boolean isOtherWord(char c) {
        return Character.isLetter(c) || c == '’' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0';
    }

    private static boolean isFiller(char c) {
        return isBlank(c) || c == '*' || c == '_' || c == '(' || c == '"' || c == '•';
    }

    private static boolean isLabel(char c) {
        return isWord(c) || c == ' ' || c == '/' || c == '\u00A0';
    }
}
