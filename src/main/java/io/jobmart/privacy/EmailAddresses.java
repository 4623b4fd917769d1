package io.jobmart.privacy;

import io.jobmart.model.PersonalDataKind;
import java.util.Locale;
import java.util.Set;

/**
 * E-mail addresses, also with letters of other scripts, percent-encoded in links, or spelled out to hide from machines:
 * {@code name (at) firm (dot) com}.
 *
 * <p>An address needs a domain with a dot. What looks alike and is none: {@code logo@2x.png}, {@code react@18.2.0},
 * {@code git@host:path}, {@code @handle}, "Engineer @ Firm.com", "work at Firm.com".
 */
final class EmailAddresses {
    /** The longest that a local part and a domain may be. */
    private static final int LOCAL = 64;

    private static final int DOMAIN = 253;

    /** Where there is no cue, spelled-out addresses are taken only from the mailboxes that everybody has. */
    private static final Set<String> MAILBOXES = Set.of(
            "apply",
            "application",
            "applications",
            "bewerbung",
            "bewerbungen",
            "career",
            "careers",
            "contact",
            "cv",
            "hello",
            "hi",
            "hiring",
            "hr",
            "info",
            "jobs",
            "job",
            "join",
            "karriere",
            "kontakt",
            "mail",
            "office",
            "people",
            "recruiting",
            "recruitment",
            "recrutement",
            "resume",
            "resumes",
            "rh",
            "rrhh",
            "talent",
            "team",
            "vagas",
            "work");

    private static final Set<String> MAIL_WORDS = Set.of(
            "email", "e-mail", "mail", "mailto", "correo", "courriel", "contact", "contacto", "contato", "kontakt");

    /** What ends like a file ends no address. */
    private static final Set<String> NO_DOMAIN = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "css",
            "js",
            "ts",
            "json",
            "html",
            "php",
            "py",
            "java",
            "rb",
            "md",
            "net core",
            "yml",
            "yaml",
            "txt",
            "pdf",
            "doc",
            "docx");

    /** Latin, Greek and Cyrillic letters come before. Scripts without blanks stand glued to addresses instead. */
    private static final char LAST_LETTER = '\u0530';

    private static final Set<String> COMMON =
            Set.of("com", "net", "org", "de", "fr", "es", "br", "uk", "in", "io", "edu", "gov");

    private static final String[] AT = {"at", "ät", "arroba", "@", "a", "chez"};
    private static final String[] DOT = {"dot", "punkt", "punto", "ponto", "point", "."};

    private static final String[] PLAIN_AT = {" at ", " AT "};
    private static final char[] OPENING = {'(', '[', '{', '<'};

    /** Without brackets the others are words: "at any point during". */
    private static final String[] PLAIN_DOT = {"dot"};

    private final String text;
    private final Spans spans;

    private EmailAddresses(String text, Spans spans) {
        this.text = text;
        this.spans = spans;
    }

    static void find(String text, Spans spans) {
        EmailAddresses addresses = new EmailAddresses(text, spans);
        addresses.written();
        addresses.spelledOut();
    }

    private void written() {
        for (int i = text.indexOf('@'); i >= 0; i = text.indexOf('@', i + 1)) {
            boolean blankBefore = i > 0 && text.charAt(i - 1) == ' ';
            boolean blankAfter = i + 1 < text.length() && text.charAt(i + 1) == ' ';
            int start = localStart(blankBefore ? i - 1 : i);
            int from = blankAfter ? i + 2 : i + 1;
            int end = domainEnd(from, blankBefore && blankAfter);
            int localEnd = blankBefore ? i - 1 : i;
            boolean free = blankBefore || blankAfter;
            if (start < localEnd
                    && end > 0
                    && (!free || end != domainEnd(from, false) || isSpelledOut(start, localEnd, true))) {
                add(free ? beforeDot(start) : start, end, localEnd);
            }
        }
        for (int i = text.indexOf("%40"); i >= 0; i = text.indexOf("%40", i + 1)) {
            int start = localStart(i);
            int end = domainEnd(i + 3, false);
            if (start < i && end > 0) {
                add(start, end, i);
            }
        }
    }

    private void spelledOut() {
        for (char open : OPENING) {
            for (int i = text.indexOf(open, 1); i >= 0; i = text.indexOf(open, i + 1)) {
                int at = wordEnd(skipBlanks(i + 1), AT);
                int close = at < 0 ? -1 : skipBlanks(at);
                if (close > 0 && close < text.length() && isClosing(text.charAt(close))) {
                    address(i, close + 1, true);
                }
            }
        }
        for (String at : PLAIN_AT) {
            for (int i = text.indexOf(at, 1); i >= 0; i = text.indexOf(at, i + at.length() - 1)) {
                address(i, i + at.length(), false);
            }
        }
    }

    /**
     * @param left where the sign for "at" begins, with its blanks
     * @param right where it has ended
     * @param bracketed whether it stands in brackets, as nothing but addresses has it
     */
    private void address(int left, int right, boolean bracketed) {
        int end = domainEnd(skipBlanks(right), true);
        if (end < 0) {
            return;
        }
        int localEnd = left;
        while (localEnd > 0 && left - localEnd < 3 && isBlank(text.charAt(localEnd - 1))) {
            localEnd--;
        }
        int start = localStart(localEnd);
        if (start >= localEnd) {
            return;
        }
        boolean dotSpelled = domainEnd(skipBlanks(right), false) != end;
        if (bracketed || dotSpelled || isSpelledOut(start, localEnd, false)) {
            add(bracketed ? beforeDot(start) : start, end, localEnd);
        }
    }

    /** Where a local part begins of which a dot is spelled out as well: "jane(dot)miller". */
    private int beforeDot(int start) {
        int i = start;
        while (i > 0 && start - i < 2 && isBlank(text.charAt(i - 1))) {
            i--;
        }
        if (i > 3 && i < start && text.regionMatches(true, i - 4, " dot", 0, 4)) {
            int from = localStart(i - 4);
            return from < i - 4 ? from : start;
        }
        if (i == 0 || !isClosing(text.charAt(i - 1))) {
            return start;
        }
        for (int open = i - 2; open > 0 && i - open < 10; open--) {
            if ("([{<".indexOf(text.charAt(open)) >= 0) {
                int localEnd = open;
                while (localEnd > 0 && open - localEnd < 2 && isBlank(text.charAt(localEnd - 1))) {
                    localEnd--;
                }
                int from = wordEnd(skipBlanks(open + 1), DOT) > 0 ? localStart(localEnd) : localEnd;
                return from < localEnd ? from : start;
            }
        }
        return start;
    }

    /** Whether what stands before a free-standing "at" or "@" is a mailbox and no job. */
    private boolean isSpelledOut(int start, int end, boolean mailbox) {
        String local = text.substring(start, end);
        if (!local.equals(local.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (local.indexOf('.') > 0 || local.indexOf('_') > 0 || mailbox && MAILBOXES.contains(local)) {
            return true;
        }
        int wordEnd = start;
        while (wordEnd > 0 && start - wordEnd < 4 && !Character.isLetter(text.charAt(wordEnd - 1))) {
            wordEnd--;
        }
        int wordStart = wordEnd;
        while (wordStart > 0 && wordEnd - wordStart < 12 && isWord(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        return mailbox && MAIL_WORDS.contains(text.substring(wordStart, wordEnd).toLowerCase(Locale.ROOT));
    }

    private void add(int start, int end, int localEnd) {
        if (!text.regionMatches(start, "git", 0, localEnd - start) || localEnd - start != 3) {
            spans.add(PersonalDataKind.EMAIL, start, end);
        }
    }

    private int localStart(int end) {
        int start = end;
        while (start > 0 && end - start < LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < end && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        // "to work on. At Firm.com": the end of a sentence is no name of a mailbox.
        if (start < end && ".'!#%".indexOf(text.charAt(end - 1)) >= 0) {
            return end;
        }
        // "mailto%3Ajane": the colon of a link within a link.
        return text.startsWith("mailto%3A", start) && start + 9 < end ? start + 9 : start;
    }

    /** The end of a domain that starts here, -1 when there is none. */
    private int domainEnd(int from, boolean spelledOut) {
        int i = from;
        int end = -1;
        int labels = 0;
        int previous = from;
        while (i - from < DOMAIN) {
            int label = i;
            while (i < text.length() && i - from < DOMAIN && isHost(text.charAt(i))) {
                i++;
            }
            if (i == label || text.charAt(label) == '-') {
                break;
            }
            labels++;
            if (labels > 1) {
                int cut = topLevelEnd(label, i);
                // "firm.com.We look": the next sentence, glued on.
                boolean glued = labels > 2
                        && Character.isUpperCase(text.charAt(label))
                        && Character.isLowerCase(text.charAt(previous));
                if (glued) {
                    break;
                }
                if (cut > 0) {
                    end = cut;
                }
                if (cut > 0 && cut < i) {
                    break;
                }
            }
            previous = label;
            int next = dot(i, spelledOut);
            if (next < 0) {
                break;
            }
            i = next;
        }
        return end;
    }

    /** Where a label ends that may be the last of a domain; -1 when it can't be. */
    private int topLevelEnd(int from, int to) {
        int i = from;
        while (i < to && Character.isLetter(text.charAt(i))) {
            // "firm.comApply now": the next sentence, glued on.
            if (i > from + 1 && Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                break;
            }
            i++;
        }
        if (text.regionMatches(true, from, "xn--", 0, 4)) {
            i = to;
        }
        // "firm.com2125550100": a number, glued on.
        boolean common = COMMON.contains(text.substring(from, i).toLowerCase(Locale.ROOT));
        boolean cut = i < to
                && Character.isLetterOrDigit(text.charAt(i))
                && !Character.isUpperCase(text.charAt(i))
                && !common;
        if (i - from < 2 || cut || i - from > 24) {
            return -1;
        }
        return NO_DOMAIN.contains(text.substring(from, i).toLowerCase(Locale.ROOT)) ? -1 : i;
    }

    /** Where the label after a dot begins; -1 when no dot and letter follow. */
    private int dot(int i, boolean spelledOut) {
        int next = -1;
        if (i < text.length() && text.charAt(i) == '.') {
            next = i + 1;
        } else if (spelledOut && i < text.length()) {
            int at = skipBlanks(i);
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (c == '(' || c == '[' || c == '{' || c == '<') {
                int end = wordEnd(skipBlanks(at + 1), DOT);
                int close = end < 0 ? -1 : skipBlanks(end);
                next = close > 0 && close < text.length() && isClosing(text.charAt(close)) ? skipBlanks(close + 1) : -1;
            } else if (at > i) {
                int end = wordEnd(at, PLAIN_DOT);
                next = end > 0 && end < text.length() && text.charAt(end) == ' ' ? skipBlanks(end) : -1;
            }
        }
        return next > 0 && next < text.length() && isHost(text.charAt(next)) && text.charAt(next) != '-' ? next : -1;
    }

    /** The end of the longest of these words that stands here; -1 when none does. */
    private int wordEnd(int from, String[] words) {
        for (String word : words) {
            int end = from + word.length();
            if (text.regionMatches(true, from, word, 0, word.length())
                    && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return end;
            }
        }
        return -1;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && i - from < 3 && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '}' || c == '>';
    }

    private static boolean isWord(char c) {
        return Character.isLetter(c) || c == '-';
    }

    private static boolean isHost(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c > 127 && c < LAST_LETTER && Character.isLetter(c);
    }

    private static boolean isLocal(char c) {
        return isHost(c) || c == '.' || c == '_' || c == '+' || c == '%' || c == '\'' || c == '~' || c == '!'
                || c == '#';
    }
}
