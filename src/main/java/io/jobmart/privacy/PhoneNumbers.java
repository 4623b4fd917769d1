package io.jobmart.privacy;

import io.jobmart.model.PersonalDataKind;
import java.util.Locale;
import java.util.Set;

/**
 * Telephone numbers: international ones ({@code +49 30 1234567}, {@code 0049...}), those behind a word that says so
 * ("Tel.", "call", "WhatsApp"), and of the others only those whose groups no other number has: {@code (212) 555-0100},
 * {@code 01 42 68 53 00}, {@code 0221 / 1234567}, {@code (11) 98765-4321}.
 *
 * <p>A posting is full of other numbers (pay, dates, years, ids, versions, addresses of the net), and every one of them is
 * worth more to its reader than a telephone number that is missed here.
 */
final class PhoneNumbers {
    private static final int MOST_CHARACTERS = 40;
    private static final int MOST_DIGITS = 15;

    private static final Set<String> PHONE_WORDS = Set.of(
            "tel",
            "tel.",
            "telephone",
            "telephone:",
            "phone",
            "ph",
            "mobile",
            "mob",
            "cell",
            "cellphone",
            "call",
            "fax",
            "whatsapp",
            "sms",
            "text",
            "tel.nr",
            "telefon",
            "telefonnummer",
            "telefonisch",
            "handy",
            "mobil",
            "mobiltelefon",
            "rufnummer",
            "durchwahl",
            "téléphone",
            "tél",
            "portable",
            "teléfono",
            "telefono",
            "tlf",
            "tfno",
            "móvil",
            "movil",
            "celular",
            "telefone",
            "fone",
            "contato",
            "zap",
            "hotline",
            "zalo",
            "sđt",
            "đt",
            "điện",
            "telefonu",
            "puh",
            "tlf.",
            "ring",
            "landline",
            "viber",
            "telegram",
            "contact",
            "kontakt",
            "contacto",
            "hp",
            "direct",
            "desk",
            "voice",
            "dial");

    /** These may stand between such a word and the number. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "no",
            "nr",
            "number",
            "numbers",
            "nummer",
            "numéro",
            "número",
            "num",
            "n",
            "at",
            "on",
            "us",
            "me",
            "is",
            "our",
            "unter",
            "au",
            "al",
            "o",
            "or",
            "und",
            "and",
            "em",
            "the",
            "in",
            "office",
            "line",
            "directly",
            "thoại",
            "via",
            "him",
            "her",
            "toll",
            "free",
            "to");

    private final String text;
    private final Spans spans;

    /** The candidate: where each group of digits starts and ends. */
    private final int[] groupStarts = new int[MOST_DIGITS + 1];

    private final int[] groupEnds = new int[MOST_DIGITS + 1];
    private int groups;
    private int digits;
    private int end;
    private boolean hasOther;

    private PhoneNumbers(String text, Spans spans) {
        this.text = text;
        this.spans = spans;
    }

    static void find(String text, Spans spans) {
        new PhoneNumbers(text, spans).find();
    }

    private void find() {
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (!(isDigit(c) || c == '+' || c == '(' && i + 1 < length && startsNumber(text.charAt(i + 1)))) {
                i++;
                continue;
            }
            int start = i;
            read(start);
            if (digits == 0) {
                i++;
                continue;
            }
            if (digits >= 6 && digits <= MOST_DIGITS && isFree(start) && isPhone(start)) {
                spans.add(PersonalDataKind.PHONE, start, extended());
            }
            // What follows within the same run of digits begins no number of its own.
            // "Room 228 (212) 555-0100": what has a bracket may be told from what stands before it.
            int bracket = start + 1;
            while (bracket < end && text.charAt(bracket) != '(') {
                bracket++;
            }
            boolean found = !spans.isEmpty() && spans.last().start() == start;
            if (!found && bracket < end) {
                i = bracket;
                continue;
            }
            i = Math.max(end, i + 1);
            while (i < length && isDigit(text.charAt(i))) {
                i++;
            }
        }
    }

    private static boolean startsNumber(char c) {
        return isDigit(c) || c == '+';
    }

    /** Reads the digits from here on with what separates their groups. */
    private void read(int start) {
        groups = 0;
        digits = 0;
        hasOther = false;
        end = start;
        int i = start;
        int separators = 0;
        boolean open = false;
        while (i < text.length() && i - start < MOST_CHARACTERS && digits <= MOST_DIGITS) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                if (separators > 0 || groups == 0) {
                    if (groups == groupStarts.length) {
                        return;
                    }
                    groupStarts[groups++] = i;
                }
                digits++;
                separators = 0;
                end = ++i;
                groupEnds[groups - 1] = end;
                continue;
            }
            // "212-555-0100/212-555-0101" are two.
            if (c == '+' ? groups > 0 : !isSeparator(c) || c == '/' && digits >= 10) {
                hasOther = true;
                return;
            }
            if (c == '(') {
                // "1 (2 ...": a bracket must close around at most five digits.
                int close = i + 1;
                while (close < text.length()
                        && close - i < 8
                        && (isDigit(text.charAt(close)) || text.charAt(close) == '+' || text.charAt(close) == ' ')) {
                    close++;
                }
                if (close >= text.length() || text.charAt(close) != ')') {
                    return;
                }
                open = true;
            } else if (c == ')') {
                if (!open) {
                    return;
                }
                open = false;
                end = i + 1;
            }
            if (++separators > 3) {
                return;
            }
            i++;
        }
    }

    /** Whether nothing before or after says that the digits are a part of something else. */
    private boolean isFree(int start) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (Character.isLetter(before) && isGluedOn(start)) {
            return true;
        }
        if (Character.isLetterOrDigit(before)
                || "@_=&#$€£¥%.,-+~\\".indexOf(before) >= 0
                || before == '/' && !isLinkToCall(start)) {
            return before == '=' && text.regionMatches(true, Math.max(0, start - 6), "phone=", 0, 6);
        }
        if (before == ':' && start > 1 && isDigit(text.charAt(start - 2))) {
            return false;
        }
        int after = end;
        while (after < text.length() && isBlank(text.charAt(after))) {
            after++;
        }
        char next = after < text.length() ? text.charAt(after) : ' ';
        if ("%€£¥$°".indexOf(next) >= 0) {
            return false;
        }
        return end >= text.length()
                || !Character.isLetter(text.charAt(end)) && "@_=".indexOf(text.charAt(end)) < 0
                || text.charAt(end) == 'x'
                || isGlued()
                || label(start) != null;
    }

    /** "Jane+49 30 1234567", "Jane212-555-0100": the end of a line, glued on. Ids begin with capitals. */
    private boolean isGluedOn(int start) {
        return Character.isLowerCase(text.charAt(start - 1))
                && (text.charAt(start) == '+' && digits >= 10
                        || groups == 3 && isNorthAmerican(start) && text.charAt(groupEnds[0]) == '-');
    }

    /** "555-0100Email": the next word begins with a capital, glued on. */
    private boolean isGlued() {
        return Character.isUpperCase(text.charAt(end))
                && end + 1 < text.length()
                && Character.isLowerCase(text.charAt(end + 1));
    }

    private boolean isLinkToCall(int start) {
        return text.regionMatches(true, Math.max(0, start - 6), "wa.me/", 0, 6);
    }

    private boolean isPhone(int start) {
        char first = text.charAt(start);
        boolean plus = first == '+' || first == '(' && text.charAt(start + 1) == '+';
        if (plus) {
            return digits >= 8 && text.charAt(groupStarts[0]) != '0' && !isThousands();
        }
        if (isLinkToCall(start) || start > 5 && text.regionMatches(true, start - 6, "phone=", 0, 6)) {
            return digits >= 8;
        }
        if (isDate() || isThousands() || isYears()) {
            return false;
        }
        String label = label(start);
        if (label != null) {
            // "mobile 100 000 000 users", "text 2019-2020": the words for it have other senses.
            return digits >= 7 && digits <= 13 && !label.isEmpty() || digits == 6 && label.startsWith("tel");
        }
        if (isReference(start)) {
            return false;
        }
        return isBareBehindPreposition(start)
                || isNorthAmerican(start)
                || isByPairs(start)
                || isNational(start)
                || isBrazilian(start)
                || digits >= 10
                        && text.charAt(groupStarts[0]) == '0'
                        && text.charAt(groupStarts[0] + 1) == '0'
                        && groups > 1
                        && length(0) >= 4
                        && length(0) <= 6;
    }

    /** "(212) 555-0100", "212-555-0100", "1-800-555-0100", "212.555.0100". */
    private boolean isNorthAmerican(int start) {
        int country = length(0) == 1 && text.charAt(groupStarts[0]) == '1' ? 1 : 0;
        if (groups != country + 3 || length(country) != 3 || length(country + 1) != 3 || length(country + 2) != 4) {
            return false;
        }
        if (text.charAt(groupStarts[country]) < '2' || text.charAt(groupStarts[country + 1]) < '2') {
            return false;
        }
        char bracket = groupStarts[country] == 0 ? ' ' : text.charAt(groupStarts[country] - 1);
        char last = text.charAt(groupEnds[country + 1]);
        return bracket == '(' || last == '-' || last == '.' || last == '–';
    }

    /** French "01 42 68 53 00". */
    private boolean isByPairs(int start) {
        if (groups != 5
                || digits != 10
                || text.charAt(groupStarts[0]) != '0'
                || text.charAt(groupStarts[0] + 1) == '0') {
            return false;
        }
        for (int group = 0; group < 5; group++) {
            if (length(group) != 2) {
                return false;
            }
        }
        return true;
    }

    /** "030 1234567", "(0221) 12345-0", "020 7946 0958": a trunk 0, an area code and something between the groups. */
    private boolean isNational(int start) {
        char second = text.charAt(groupStarts[0] + 1);
        return text.charAt(groupStarts[0]) == '0'
                && second != '0'
                && isDigit(second)
                && digits >= 9
                && digits <= 12
                && groups >= 2
                && groups <= 4
                && length(0) >= 2
                && length(0) <= 5;
    }

    /** "reach Jane on 0412345678". */
    private boolean isBareBehindPreposition(int start) {
        return groups == 1
                && (digits == 10 || digits == 11)
                && text.charAt(start) == '0'
                && text.charAt(start + 1) != '0'
                && (text.startsWith(" on ", start - 4) || text.startsWith(" at ", start - 4));
    }

    /** "(11) 98765-4321". */
    private boolean isBrazilian(int start) {
        return groups == 3
                && text.charAt(start) == '('
                && length(0) == 2
                && (length(1) == 4 || length(1) == 5)
                && length(2) == 4
                && text.charAt(groupEnds[1]) == '-';
    }

    private int length(int group) {
        return group < groups ? groupEnds[group] - groupStarts[group] : 0;
    }

    /** "01.02.2023 - 03", "2023-01-02 10". */
    private boolean isDate() {
        return groups >= 3
                && (length(0) <= 2 && length(1) <= 2 && length(2) == 4 && isYear(2)
                        || length(0) == 4 && isYear(0) && length(1) <= 2 && length(2) <= 2);
    }

    /** "2019 - 2020", "2019/20". */
    private boolean isYears() {
        return groups == 2 && length(0) == 4 && isYear(0) && (length(1) == 4 && isYear(1) || length(1) == 2);
    }

    private boolean isYear(int group) {
        int start = groupStarts[group];
        return text.startsWith("19", start) || text.startsWith("20", start);
    }

    /** "1.000.000", "120 000 - 150 000": groups of three behind a first one, and maybe a second number. */
    private boolean isThousands() {
        if (groups < 2 || text.charAt(groupStarts[0]) == '0' || length(0) > 3) {
            return false;
        }
        boolean grouped = false;
        for (int group = 1; group < groups; group++) {
            int from = groupEnds[group - 1];
            char separator = text.charAt(from);
            boolean range = groupStarts[group] - from > 1 || separator == '-' || separator == '–';
            if (separator == '(' || separator == ')' || (range ? length(group) > 3 : length(group) != 3)) {
                return false;
            }
            grouped |= !range;
        }
        // Behind a plus, blanks are those of a telephone number.
        int start = groupStarts[0];
        return grouped && (start == 0 || text.charAt(start - 1) != '+' || text.charAt(groupEnds[0]) == '.');
    }

    /** The word before the number, if it is one for a telephone; null otherwise. */
    private String label(int start) {
        int i = start;
        for (int words = 0; words < 4; words++) {
            int gap = i;
            while (i > 0
                    && gap - i < 6
                    && !Character.isLetterOrDigit(text.charAt(i - 1))
                    && text.charAt(i - 1) != '\n'
                    && text.charAt(i - 1) != ')') {
                char c = text.charAt(i - 1);
                if (SIGNS.indexOf(c) >= 0) {
                    return "tel";
                }
                i--;
            }
            int wordEnd = i;
            while (i > 0 && wordEnd - i < 16 && Character.isLetter(text.charAt(i - 1))) {
                i--;
            }
            if (i == wordEnd) {
                return null;
            }
            String word = text.substring(i, wordEnd).toLowerCase(Locale.ROOT);
            if (PHONE_WORDS.contains(word)) {
                return word;
            }
            if (!SMALL_WORDS.contains(word)) {
                return null;
            }
        }
        return null;
    }

    /** The signs for a telephone; of those beyond the first plane the second half. */
    private static final String SIGNS = "\u260E\u260F\u2706\uDCDE\uDCDF\uDCE0\uDCF1\uDCF2";

    private static final Set<String> REFERENCES = Set.of(
            "id",
            "ref",
            "reference",
            "referenz",
            "référence",
            "referencia",
            "req",
            "requisition",
            "code",
            "nr",
            "no",
            "job",
            "isbn",
            "iban",
            "vat",
            "siret",
            "number",
            "nummer",
            "kennziffer",
            "ein",
            "duns",
            "posting",
            "cnpj",
            "ust",
            "hrb",
            "license",
            "lic",
            "ticket");

    private boolean isReference(int start) {
        int i = start;
        while (i > 0 && start - i < 4 && !Character.isLetterOrDigit(text.charAt(i - 1))) {
            i--;
        }
        int wordEnd = i;
        while (i > 0 && wordEnd - i < 14 && Character.isLetter(text.charAt(i - 1))) {
            i--;
        }
        return REFERENCES.contains(text.substring(i, wordEnd).toLowerCase(Locale.ROOT));
    }

    /** The end of the number with its extension: "ext. 12", "x12". */
    private int extended() {
        int i = end;
        while (i < text.length() && i - end < 2 && (isBlank(text.charAt(i)) || text.charAt(i) == ',')) {
            i++;
        }
        for (String word : EXTENSIONS) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                int from = i + word.length();
                while (from < text.length()
                        && from - i < word.length() + 3
                        && (isBlank(text.charAt(from)) || text.charAt(from) == '.' || text.charAt(from) == ':')) {
                    from++;
                }
                int to = from;
                while (to < text.length() && to - from < 6 && isDigit(text.charAt(to))) {
                    to++;
                }
                if (to > from) {
                    return to;
                }
            }
        }
        return end;
    }

    private static final String[] EXTENSIONS = {"extension", "ext", "durchwahl", "poste", "x"};

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
    }

    private static boolean isSeparator(char c) {
        return isBlank(c)
                || c == '-'
                || c == '.'
                || c == '/'
                || c == '('
                || c == ')'
                || c == '+'
                || c == '–'
                || c == '‑'
                || c == '\u2010';
    }
}
