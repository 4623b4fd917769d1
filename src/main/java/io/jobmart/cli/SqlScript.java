package io.jobmart.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL text cut into statements at the semicolons that stand outside quotes and comments.
 *
 * @param statements the finished statements in order, without semicolons; what is only blanks and comments is left out
 * @param rest what follows the last semicolon: "" when there is nothing but blanks and comments
 */
record SqlScript(List<String> statements, String rest) {

    static SqlScript of(String text) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        boolean content = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ';') {
                if (content) {
                    statements.add(text.substring(start, i).strip());
                }
                start = i + 1;
                content = false;
                i++;
            } else if (text.startsWith("--", i)) {
                i = after(text, "\n", i);
            } else if (text.startsWith("/*", i)) {
                i = after(text, "*/", i + 2);
            } else if (c == '\'' || c == '"' || c == '`') {
                content = true;
                i = afterQuote(text, i);
            } else {
                content |= !Character.isWhitespace(c);
                i++;
            }
        }
        return new SqlScript(statements, content ? text.substring(start).strip() : "");
    }

    /** All statements, the last of which may lack its semicolon. */
    List<String> all() {
        List<String> all = new ArrayList<>(statements);
        if (!rest.isEmpty()) {
            all.add(rest);
        }
        return all;
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    /** A doubled quote reads as two quotes side by side, which comes to the same. */
    private static int afterQuote(String text, int open) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '`') {
                i += 2;
            } else if (c == quote) {
                return i + 1;
            } else {
                i++;
            }
        }
        return text.length();
    }
}
