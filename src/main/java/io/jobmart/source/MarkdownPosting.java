package io.jobmart.source;

import io.jobmart.model.RawPosting;
import io.jobmart.model.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a Markdown posting apart. Two shapes carry facts in their head:
 *
 * <pre>
 * # [Title](url)                     # Title - Company
 * ### Company
 * #### `💰 pay` `🌎 places`           **URL:** https://...
 *                                    **Location:** Berlin, Germany; Budapest, Hungary
 * body
 * ## CLICK TO [APPLY](url)           body
 * </pre>
 *
 * <p>In the wild the company is "None" where it is not known, chips are missing, empty, without their backticks or cut
 * off at the end of the line, and the signs may still be mojibake when the text could not be repaired. Any other Markdown
 * is a body without head: its title is found in the text later.
 */
final class MarkdownPosting {
    private static final String SEPARATOR = " · ";

    /** The pay sign, as it is and in the two flavours of mojibake. */
    private static final List<String> PAY_SIGNS = List.of("💰", "ðŸ’°", "üí∞");

    /** The globes, as they are and in the two flavours of mojibake. */
    private static final List<String> PLACE_SIGNS =
            List.of("🌎", "🌍", "🌏", "ðŸŒŽ", "ðŸŒ\u008D", "ðŸŒ\u008F", "üåé", "üåç", "üåè");

    private static final Pattern NO_VALUE = Pattern.compile("(?i)none|null|n/a|not specified|unknown|-");

    private MarkdownPosting() {}

    /** Whether the first line that is not blank is {@code # [Title](url)}. */
    static boolean hasLinkedTitle(String text) {
        return linkedTitle(line(text, skipBlank(text, 0))) != null;
    }

    /** Reads a text that was decoded and repaired. */
    static void read(String text, RawPosting.Builder posting) {
        if (hasLinkedTitle(text)) {
            linked(text, posting);
        } else if (!LabelledHead.read(text, TextFormat.MARKDOWN, posting)) {
            posting.description(text, TextFormat.MARKDOWN);
        }
    }

    private static void linked(String text, RawPosting.Builder posting) {
        Lines lines = new Lines(text);
        lines.nextFilled();
        String[] title = linkedTitle(lines.line);
        posting.title(value(title[0])).url(value(title[1]));
        int body = lines.end;

        String company = null;
        List<String> chips = new ArrayList<>();
        List<String> pay = new ArrayList<>();
        List<String> places = new ArrayList<>();
        boolean adjacent = true;
        if (lines.nextFilled() && isHeading(lines.line, 3)) {
            adjacent = lines.blanks == 0;
            String named = lines.line.substring(3).strip();
            int afterCompany = lines.end;
            boolean chipLine = lines.nextFilled() && isHeading(lines.line, 4) && isChipLine(lines.line);
            // With blank lines between, a heading of the body looks the same: only chips below tell it is the company.
            if (adjacent || chipLine) {
                company = value(named);
                body = afterCompany;
                if (chipLine) {
                    chips(lines.line.substring(4), chips, pay, places);
                    body = lines.end;
                }
            }
        } else if (isHeading(lines.line, 4) && isChipLine(lines.line)) {
            chips(lines.line.substring(4), chips, pay, places);
            body = lines.end;
        }
        posting.company(company)
                .header(header(company, chips))
                .payChips(pay)
                .placeChips(places)
                .description(body(text, body), TextFormat.MARKDOWN);
    }

    /** Title and address of a line {@code # [Title](url)}; both may hold brackets. Null for other lines. */
    private static String[] linkedTitle(String line) {
        String stripped = line.strip();
        int middle = stripped.lastIndexOf("](");
        if (!stripped.startsWith("# ") || middle < 0 || !stripped.endsWith(")")) {
            return null;
        }
        String before = stripped.substring(2, middle).strip();
        if (!before.startsWith("[")) {
            return null;
        }
        return new String[] {
            unescape(before.substring(1).strip()), linkTarget(stripped.substring(middle + 2, stripped.length() - 1))
        };
    }

    private static boolean isChipLine(String line) {
        String rest = line.substring(4).strip();
        return rest.isEmpty() || rest.startsWith("`") || signAt(rest, 0) != null;
    }

    /** A chip reaches from its sign to the next sign, or to the end of the line: backticks may be missing. */
    private static void chips(String line, List<String> chips, List<String> pay, List<String> places) {
        int at = 0;
        int start = 0;
        String sign = null;
        while (at <= line.length()) {
            String next = at < line.length() ? signAt(line, at) : null;
            if (next == null && at < line.length()) {
                at++;
                continue;
            }
            String chip = trim(line.substring(start, at));
            if (sign == null) {
                for (String other : chip.split("`")) {
                    if (!other.isBlank()) {
                        chips.add(other.strip());
                    }
                }
            } else {
                String content = trim(chip.substring(sign.length()));
                if (!content.isEmpty()) {
                    chips.add(chip);
                    (PAY_SIGNS.contains(sign) ? pay : places).add(content);
                }
            }
            start = at;
            sign = next;
            at += next == null ? 1 : next.length();
        }
    }

    private static String signAt(String line, int at) {
        char c = line.charAt(at);
        if (c != '\uD83D' && c != '\uD83C' && c != 'ð' && c != 'ü') {
            return null;
        }
        for (String sign : PAY_SIGNS) {
            if (line.startsWith(sign, at)) {
                return sign;
            }
        }
        for (String sign : PLACE_SIGNS) {
            if (line.startsWith(sign, at)) {
                return sign;
            }
        }
        return null;
    }

    /** Without backticks, blanks and variation selectors at both ends. */
    private static String trim(String chip) {
        int start = 0;
        int end = chip.length();
        while (start < end && isPadding(chip.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(chip.charAt(end - 1))) {
            end--;
        }
        return chip.substring(start, end);
    }

    private static boolean isPadding(char c) {
        return c == '`' || c == '\uFE0F' || isBlank(c);
    }

    static String header(String company, List<String> chips) {
        String joined = String.join(SEPARATOR, chips);
        if (company == null) {
            return joined.isEmpty() ? null : joined;
        }
        return joined.isEmpty() ? company : company + SEPARATOR + joined;
    }

    /** The body, without rules and blank lines around it and without the link that every posting ends with. */
    static String body(String text, int from) {
        String body = text.substring(from).strip();
        while (body.startsWith("---")) {
            int end = body.indexOf('\n');
            String rule = end < 0 ? body : body.substring(0, end);
            if (!rule.strip().chars().allMatch(c -> c == '-')) {
                break;
            }
            body = end < 0 ? "" : body.substring(end).strip();
        }
        int last = body.lastIndexOf('\n') + 1;
        if (body.startsWith("## CLICK TO [APPLY](", last)) {
            body = body.substring(0, last).strip();
        }
        return body.isEmpty() ? null : body;
    }

    /** The address itself, of {@code <address>}, {@code [words](address)} or {@code address "title"}. */
    static String linkTarget(String value) {
        if (value == null) {
            return null;
        }
        String target = value.strip();
        int middle = target.lastIndexOf("](");
        if (target.startsWith("[") && middle > 0 && target.endsWith(")")) {
            target = target.substring(middle + 2, target.length() - 1);
        }
        if (target.startsWith("<") && target.endsWith(">")) {
            target = target.substring(1, target.length() - 1);
        }
        int blank = target.indexOf(' ');
        return blank < 0 ? target : target.substring(0, blank);
    }

    static String value(String value) {
        return value == null
                        || value.isBlank()
                        || NO_VALUE.matcher(value.strip()).matches()
                ? null
                : value.strip();
    }

    /** Undoes Markdown's backslashes before punctuation. */
    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length() && isPunctuation(value.charAt(i + 1))) {
                continue;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c) && c != '\\';
    }

    private static boolean isHeading(String line, int level) {
        return line.startsWith("#".repeat(level)) && !line.startsWith("#", level);
    }

    private static String line(String text, int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The first offset from here on that is no blank; byte order marks and zero-width characters count as blanks. */
    static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    /** Walks over lines, knowing how many blank ones were passed. */
    static final class Lines {
        private final String text;
        private String line = "";
        private int end;
        private int blanks;

        Lines(String text) {
            this.text = text;
        }

        /** Goes to the next line; false at the end of the text, with an empty line. */
        private boolean next() {
            if (end >= text.length()) {
                line = "";
                return false;
            }
            int lineEnd = text.indexOf('\n', end);
            int stop = lineEnd < 0 ? text.length() : lineEnd;
            int start = end == 0 ? Math.min(skipMark(), stop) : end;
            line = text.substring(start, stop);
            end = lineEnd < 0 ? text.length() : lineEnd + 1;
            return true;
        }

        private int skipMark() {
            return text.startsWith("\uFEFF") ? 1 : 0;
        }

        String line() {
            return line;
        }

        /** Offset after the line. */
        int end() {
            return end;
        }

        /** Goes to the next line that is not blank. */
        boolean nextFilled() {
            blanks = 0;
            while (next()) {
                if (skipBlank(line, 0) < line.length()) {
                    return true;
                }
                blanks++;
            }
            return false;
        }
    }
}
