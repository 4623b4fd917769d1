package io.jobmart.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that says what it holds:
 *
 * <pre>
 * Company: Crumb Ltd        **Company:** Crumb Ltd        - **Company**: Crumb Ltd        | Company | Crumb Ltd |
 * </pre>
 *
 * @param label before the colon, as written
 * @param value behind it; "" when nothing stands there
 * @param bold whether the label is set in bold or in a table, as only heads have it
 */
record LabelledLine(String label, String value, boolean bold) {
    private static final int LONGEST = 400;

    private static final Pattern BOLD = Pattern.compile("(?:[-*+] +)?\\*\\*([^*:]{1,40}):?\\*\\*:?[ \\t]*(.*)");
    private static final Pattern ROW = Pattern.compile("\\|[ *]*([^|*:]{1,40}):?[ *]*\\|([^|]*)\\|?");
    private static final Pattern PLAIN =
            Pattern.compile("(?:[-*+•●▪] *)?(\\p{L}[\\p{L}\\p{M} '’/()-]{0,39}?)[ \\t]*[:：](?!//)[ \\t]*(.*)");

    /** The label and the value of a line, or null when it is no such line. */
    static LabelledLine of(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        String stripped = line.strip();
        if (stripped.startsWith("|")) {
            Matcher row = ROW.matcher(stripped);
            return row.matches() && row.group(1).chars().anyMatch(Character::isLetter)
                    ? new LabelledLine(row.group(1).strip(), row.group(2).strip(), true)
                    : null;
        }
        if (stripped.contains("**")) {
            Matcher bold = BOLD.matcher(stripped);
            boolean colon = stripped.contains(":**") || stripped.contains("**:");
            return colon && bold.matches()
                    ? new LabelledLine(bold.group(1).strip(), bold.group(2).strip(), true)
                    : null;
        }
        Matcher plain = PLAIN.matcher(stripped);
        return plain.matches()
                ? new LabelledLine(plain.group(1).strip(), plain.group(2).strip(), false)
                : null;
    }

    Labels.Field field() {
        return Labels.field(label);
    }
}
