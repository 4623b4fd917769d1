package io.jobmart.parse;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.Evidence;
import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of companies as they are written: their legal form, what makes two of them one, and the host of their page. */
final class CompanyName {
    static final WordLists WORDS = WordLists.of("company-words.tsv");

    /** Longest first; compared without dots and case at the end of a name. */
    private static final List<String> LEGAL_FORMS = WORDS.list("legal_form");

    private static final Set<String> BOARD_HOSTS = WORDS.set("board_host");
    private static final Set<String> NOT_NAMES = WORDS.set("no_value");

    private CompanyName() {}

    /** Whether what stands in the place of a name is none: "Confidential", "N/A". */
    static boolean isNone(String written) {
        return written.isEmpty() || NOT_NAMES.contains(written.toLowerCase(Locale.ROOT));
    }

    /** A mention of a name as written, its legal form split off. */
    static CompanyMention mention(
            String written, CompanyRole role, String domain, String industry, String rawText, Evidence evidence) {
        String name = blanks(written);
        int cut = suffixStart(name);
        String suffix = null;
        if (cut > 0) {
            suffix = name.substring(cut).strip();
            name = name.substring(0, cut);
            int end = name.length();
            while (end > 0 && (name.charAt(end - 1) == ',' || name.charAt(end - 1) <= ' ')) {
                end--;
            }
            name = name.substring(0, end);
        }
        return new CompanyMention(companyId(name), name, suffix, domain, industry, role, rawText, evidence);
    }

    /** The natural key of a company: its name without legal form, in NFKC, case-folded, blanks made one. */
    static String companyId(String name) {
        return blanks(Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT));
    }

    private static String blanks(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isIdentifierIgnorable(c)) {
                gap = true;
            } else {
                if (gap && !result.isEmpty()) {
                    result.append(' ');
                }
                gap = false;
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Where a legal form at the end begins, or 0 when there is none. */
    private static int suffixStart(String name) {
        for (String form : LEGAL_FORMS) {
            int start = endsWith(name, form);
            if (start > 0) {
                return start;
            }
        }
        return 0;
    }

    /** Compares from the end, letting dots, commas and blanks of the name pass where the form has a blank or nothing. */
    private static int endsWith(String name, String form) {
        int i = name.length() - 1;
        int j = form.length() - 1;
        while (i >= 0 && (name.charAt(i) == '.' || name.charAt(i) == ' ' || name.charAt(i) == ',')) {
            i--;
        }
        while (j >= 0) {
            if (i < 0) {
                return 0;
            }
            char n = Character.toLowerCase(name.charAt(i));
            char f = form.charAt(j);
            if (f == ' ') {
                boolean gap = false;
                while (i >= 0 && (name.charAt(i) == '.' || name.charAt(i) == ' ')) {
                    gap = true;
                    i--;
                }
                if (!gap) {
                    return 0;
                }
                j--;
            } else if (n == f) {
                i--;
                j--;
            } else {
                return 0;
            }
        }
        int start = i + 1;
        boolean apart = i >= 0 && (name.charAt(i) == ' ' || name.charAt(i) == ',');
        // Two letters are a legal form only in capitals or with dots: "Sky As" is none, "SAP SE" has one.
        boolean capitals = form.length() > 2
                || Character.isUpperCase(name.charAt(start))
                        && (name.indexOf('.', start) > 0
                                || Character.isUpperCase(name.charAt(start + 1))
                                || form.equals("co")
                                || form.equals("oy"));
        return apart && capitals && hasLetter(name, start) ? start : 0;
    }

    private static boolean hasLetter(String name, int end) {
        for (int i = 0; i < end; i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The host of a company's own page, without "www."; null for pages on boards and networks. */
    static String domain(String url) {
        if (url == null || url.isBlank()) {
            return null;
        }
        String host;
        try {
            String text = url.strip();
            host = new URI(text.contains("://") ? text : "https://" + text).getHost();
        } catch (java.net.URISyntaxException e) {
            return null;
        }
        if (host == null || host.indexOf('.') < 0) {
            return null;
        }
        host = host.toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        for (String board : BOARD_HOSTS) {
            if (host.equals(board) || host.endsWith("." + board)) {
                return null;
            }
        }
        return host;
    }
}
