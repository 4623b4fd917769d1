package io.jobmart.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that stand before a colon in the head of a text posting, or alone above a value, and what they announce. Read
 * from {@code labels.tsv}.
 */
final class Labels {
    private static final String RESOURCE = "/io/jobmart/vocabulary/labels.tsv";

    /** A longer label is a sentence. */
    static final int LONGEST = 40;

    /** What a label announces. */
    enum Field {
        TITLE,
        COMPANY,
        LOCATION,
        PAY,
        DATE_POSTED,
        VALID_THROUGH,
        EMPLOYMENT_TYPE,
        URL,
        ID,
        /** Part of a head, and not read. */
        HEAD
    }

    private static final Map<String, Field> FIELDS = new HashMap<>();
    private static final List<String> COMPANY_STARTS = new ArrayList<>();
    private static final List<String> COMPANY_ENDS = new ArrayList<>();
    private static final List<String> BADGES = new ArrayList<>();

    static {
        load();
    }

    private Labels() {}

    /** What the label announces, or null when it is not known. */
    static Field field(String label) {
        return label.length() > LONGEST ? null : FIELDS.get(plain(label));
    }

    /** Whether a name begins or ends with a word that only the names of organisations begin or end with. */
    static boolean isCompany(String name) {
        String plain = plain(name);
        for (String word : COMPANY_ENDS) {
            if (plain.endsWith(" " + word) || plain.endsWith(" " + word + ".")) {
                return true;
            }
        }
        return COMPANY_STARTS.stream().anyMatch(word -> plain.startsWith(word + " "));
    }

    /** Where the name of a company begins within a line, by the word that it begins with; -1 when none does. */
    static int companyIn(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String word : COMPANY_STARTS) {
            int at = lower.length() == line.length() ? lower.indexOf(" " + word + " ") : -1;
            if (at > 0) {
                return at;
            }
        }
        return -1;
    }

    /** The name without what boards print behind it. */
    static String withoutBadge(String name) {
        String stripped = name.strip();
        for (String badge : BADGES) {
            int start = stripped.length() - badge.length();
            if (start > 0
                    && stripped.charAt(start - 1) == ' '
                    && stripped.regionMatches(true, start, badge, 0, badge.length())) {
                return stripped.substring(0, start).strip();
            }
        }
        return stripped;
    }

    /** Lower case with single spaces. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[\\s\\u00A0]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static void load() {
        try (InputStream in = Labels.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + RESOURCE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] columns = line.split("\t", -1);
                if (columns.length != 3) {
                    throw new IllegalStateException(RESOURCE + ": not three columns: " + line);
                }
                String words = plain(columns[2]);
                switch (columns[0]) {
                    case "company_start" -> COMPANY_STARTS.add(words);
                    case "company_end" -> COMPANY_ENDS.add(words);
                    case "badge" -> BADGES.add(words);
                    default -> FIELDS.put(words, Field.valueOf(columns[0].toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
