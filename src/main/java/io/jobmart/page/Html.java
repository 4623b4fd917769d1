package io.jobmart.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Markup that may stand in a page as it is. Whatever is no Html is escaped on its way into a page: postings are written
 * by strangers.
 */
public record Html(String markup) {
    public static final Html NONE = new Html("");

    /** A text for an element or a quoted attribute. */
    public static Html text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(out, text, 0, text.length(), false);
        return new Html(out.toString());
    }

    /**
     * Appends characters, escaped. Those that turn the direction of writing around, so that a text reads otherwise than
     * it is, and those that no page can hold are shown by their number.
     *
     * @param elements whether such a number may be an element, which it may not within an attribute
     */
    public static void append(StringBuilder out, String text, int from, int to, boolean elements) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                // A bare one would become a line feed.
                case '\r' -> out.append("&#13;");
                case '\t', '\n' -> out.append(c);
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else if (isShownByNumber(c)) {
                        String number = String.format("%04X", (int) c);
                        out.append(elements ? "<span class=\"control\" data-code=\"" + number + "\">" : "")
                                .append("\u27E8U+")
                                .append(number)
                                .append('\u27E9')
                                .append(elements ? "</span>" : "");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }

    /** As a content security policy names an inline style or script of that content. */
    public static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean isShownByNumber(char c) {
        return c < ' '
                || c >= '\u007F' && c <= '\u009F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || Character.isSurrogate(c)
                || c >= '\uFFFE';
    }
}
