package io.jobmart.text;

import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Block text of Markdown as crawlers and people write it. Converters leave bold marks open over several lines
 * ({@code ##  } then {@code **Company:**}), emphasis around blanks ({@code  _ **Summary:**_}), empty headings and lone
 * {@code **}; people type bullets that are none in Markdown. So each line is a block of its own and each mark is read for
 * what was meant, never failing on what does not pair.
 */
final class MarkdownText {
    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "br",
            "blockquote",
            "center",
            "code",
            "details",
            "div",
            "em",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "kbd",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "u",
            "ul");
    private static final int DEEPEST = 16;
    /** The characters that may mean something within a line; "h" may begin an address. */
    private static final boolean[] MARKS = marks();

    private final String text;
    private final BlockWriter writer;
    private final int[] indents = new int[DEEPEST];
    private int depth;
    private boolean strong;
    private int tagClose;

    private MarkdownText(String text) {
        this.text = text;
        this.writer = new BlockWriter(text.length());
    }

    static Document read(String markdown) {
        return new MarkdownText(markdown).read();
    }

    private Document read() {
        int from = 0;
        boolean fenced = false;
        boolean afterBlank = true;
        int emptyHeading = 0;
        while (from < text.length()) {
            int end = PlainText.lineEnd(text, from);
            int start = Characters.skipBlanks(text, from, end);
            int stop = Characters.trimEnd(text, start, end);
            int next =
                    end + (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1);
            int indent = indent(from, start);
            while (start < stop && text.charAt(start) == '>') {
                start = Characters.skipBlanks(text, start + 1, stop);
            }
            if (start < stop && (text.startsWith("```", start) || text.startsWith("~~~", start))) {
                fenced = !fenced;
                writer.paragraph();
            } else if (start >= stop || !hasWords(start, stop)) {
                int marks = start < stop ? hashes(start, stop) : 0;
                if (start < stop && text.charAt(start) == '=' && !afterBlank) {
                    writer.raiseLast(1);
                } else if (start + 2 < stop
                        && text.charAt(start) == '-'
                        && text.charAt(start + 1) == '-'
                        && !afterBlank) {
                    underline();
                }
                emptyHeading = marks;
                writer.paragraph();
                afterBlank = true;
            } else if (!(text.charAt(start) == '[' && isReference(start, stop))) {
                line(start, stop, indent, emptyHeading, afterBlank, fenced);
                emptyHeading = 0;
                afterBlank = false;
            }
            from = next;
        }
        return writer.finish();
    }

    private void line(int start, int stop, int indent, int emptyHeading, boolean afterBlank, boolean fenced) {
        int hashes = hashes(start, stop);
        int words = start;
        strong = false;
        if (hashes > 0 || emptyHeading > 0) {
            words = Characters.skipBlanks(text, start + hashes, stop);
            int last = stop;
            while (last > words && text.charAt(last - 1) == '#' && text.charAt(words) != '#') {
                last--;
            }
            last = last < stop && last > words && Characters.isBlank(text.charAt(last - 1)) ? last : stop;
            writer.paragraph();
            int item = words < last ? itemWords(words, last) : words;
            if (item > words || text.charAt(Characters.trimEnd(text, words, last) - 1) == ';') {
                // "### • Kotlin", "### Tests in Java;": a list whose items were marked as headings
                writer.next(BlockKind.ITEM, 1, "- ");
                inline(item, Characters.trimEnd(text, item, last));
                writer.line();
                depth = 0;
                return;
            }
            writer.next(BlockKind.HEADING, Math.max(1, Math.max(hashes, emptyHeading)), "");
            inline(words, Characters.trimEnd(text, words, last));
            writer.paragraph();
            depth = 0;
            return;
        }
        words = itemWords(start, stop);
        if (words > start) {
            writer.next(BlockKind.ITEM, level(indent), itemMark(start, words));
            inline(words, stop);
            writer.line();
            return;
        }
        if (text.charAt(start) == '|' && text.charAt(stop - 1) == '|' && stop - start > 2) {
            writer.line();
            inline(start + 1, stop - 1);
            writer.line();
            return;
        }
        Block last = writer.last();
        if (!afterBlank && !fenced && last != null && last.kind() != BlockKind.HEADING && goesOn(start)) {
            writer.resume();
        } else if (indent < 2) {
            depth = 0;
        }
        inline(start, stop);
        writer.line();
    }

    /** A soft break within a sentence: the line before breaks off and this one goes on in lower case. */
    private boolean goesOn(int start) {
        if (!Character.isLowerCase(text.charAt(start))) {
            return false;
        }
        int before = start - 1;
        while (before > 0 && (Characters.isBlank(text.charAt(before)) || text.charAt(before) == '>')) {
            before--;
        }
        char c = text.charAt(before);
        return Character.isLetterOrDigit(c) || c == ',' || c == ')' || c == '-' || c == '&' || c == '/';
    }

    /** A dashed line under a short line makes it a heading; under a longer one it is a rule. */
    private void underline() {
        Block last = writer.last();
        if (last != null && last.end() - last.start() <= 80) {
            writer.raiseLast(2);
        }
    }

    private int indent(int from, int start) {
        int indent = 0;
        for (int i = from; i < start; i++) {
            indent += text.charAt(i) == '\t' ? 4 : 1;
        }
        return indent;
    }

    private int level(int indent) {
        while (depth > 0 && indents[depth - 1] > indent) {
            depth--;
        }
        if (depth == 0 || indents[depth - 1] < indent && depth < DEEPEST) {
            indents[depth++] = indent;
        }
        return depth;
    }

    private int hashes(int start, int stop) {
        int i = start;
        while (i < stop && text.charAt(i) == '#') {
            i++;
        }
        int count = i - start;
        if (count == 0 || count > 6) {
            return 0;
        }
        boolean separated = i == stop || Characters.isBlank(text.charAt(i)) || text.charAt(i) == '*';
        return separated || count > 1 ? count : 0;
    }

    private int itemWords(int start, int stop) {
        char c = text.charAt(start);
        if (c == '*' || c == '-' || c == '+') {
            boolean separated = start + 1 < stop && Characters.isBlank(text.charAt(start + 1));
            if (separated) {
                return Characters.skipBlanks(text, start + 1, stop);
            }
            return c == '-' ? Bullets.skip(text, start, stop) : start;
        }
        if (c == '\\' && start + 1 < stop && (text.charAt(start + 1) == '-' || text.charAt(start + 1) == '+')) {
            return Math.max(
                    start,
                    Bullets.skip(text, start + 1, stop) == start + 1 ? start : Bullets.skip(text, start + 1, stop));
        }
        if (c >= '0' && c <= '9') {
            int escaped = start;
            while (escaped < stop && escaped - start < 3 && Character.isDigit(text.charAt(escaped))) {
                escaped++;
            }
            if (escaped + 2 < stop
                    && text.charAt(escaped) == '\\'
                    && (text.charAt(escaped + 1) == '.' || text.charAt(escaped + 1) == ')')
                    && Characters.isBlank(text.charAt(escaped + 2))) {
                return Characters.skipBlanks(text, escaped + 2, stop);
            }
        }
        return Bullets.skip(text, start, stop);
    }

    private String itemMark(int start, int words) {
        char c = text.charAt(start);
        if (c >= '0' && c <= '9') {
            return text.substring(start, Characters.trimEnd(text, start, words)).replace("\\", "") + " ";
        }
        return "- ";
    }

    private boolean hasWords(int start, int stop) {
        for (int i = start; i < stop; i++) {
            char c = text.charAt(i);
            if (c >= 128
                    ? !Characters.isBlank(c) && !Characters.isInvisible(c)
                    : Character.isLetterOrDigit(c) || c == '$' || c == '<' && i + 1 < stop) {
                return true;
            }
        }
        return false;
    }

    /** {@code [1]: https://...}: a link's target, no words. */
    private boolean isReference(int start, int stop) {
        int close = find(']', start, Math.min(stop, start + 60));
        if (close < 0 || close + 1 >= stop || text.charAt(close + 1) != ':') {
            return false;
        }
        int target = Characters.skipBlanks(text, close + 2, stop);
        return text.startsWith("http", target) || text.startsWith("<http", target);
    }

    private void inline(int start, int stop) {
        int linkClose = -2;
        tagClose = -2;
        int i = start;
        while (i < stop) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> {
                    if (i + 1 < stop && isPunctuation(text.charAt(i + 1))) {
                        writer.put(text.charAt(i + 1), strong);
                        i++;
                    } else if (i + 1 < stop) {
                        writer.put(c, strong);
                    }
                    i++;
                }
                case '*' -> {
                    int run = run(i, stop, '*');
                    if (run >= 2) {
                        if ((run & 2) != 0) {
                            strong = !strong;
                        }
                    } else if (!isEmphasis(i, stop)) {
                        writer.put(c, strong);
                    }
                    i += run;
                }
                case '_' -> {
                    int run = run(i, stop, '_');
                    boolean inside = i > start
                            && Character.isLetterOrDigit(text.charAt(i - 1))
                            && i + run < stop
                            && Character.isLetterOrDigit(text.charAt(i + run));
                    if (inside) {
                        writer.words(text, i, i + run, strong);
                    } else if (run == 2) {
                        strong = !strong;
                    }
                    i += run;
                }
                case '`' -> i++;
                case '~' -> {
                    int run = run(i, stop, '~');
                    if (run != 2) {
                        writer.words(text, i, i + run, strong);
                    }
                    i += run;
                }
                case '!' -> {
                    if (i + 1 < stop && text.charAt(i + 1) == '[') {
                        linkClose = linkClose(i, stop, linkClose);
                        if (linkClose > i) {
                            i = afterTarget(linkClose + 2, stop);
                            break;
                        }
                    }
                    writer.put(c, strong);
                    i++;
                }
                case '[' -> {
                    linkClose = linkClose(i, stop, linkClose);
                    if (linkClose < 0) {
                        writer.put(c, strong);
                    }
                    i++;
                }
                case ']' -> {
                    if (i + 1 < stop && text.charAt(i + 1) == '(' && isTarget(i + 2, stop)) {
                        i = afterTarget(i + 2, stop);
                    } else {
                        writer.put(c, strong);
                        i++;
                    }
                }
                case '<' -> i = tag(i, stop);
                case '&' -> i = entity(i, stop);
                case 'h' -> {
                    if (text.startsWith("http://", i) || text.startsWith("https://", i)) {
                        while (i < stop
                                && !Characters.isBlank(text.charAt(i))
                                && "<>)]\"*".indexOf(text.charAt(i)) < 0) {
                            writer.put(text.charAt(i), strong);
                            i++;
                        }
                    } else {
                        i = plain(i, stop);
                    }
                }
                default -> i = plain(i, stop);
            }
        }
    }

    /** Writes a character and all after it that mean nothing in Markdown; returns the offset after them. */
    private int plain(int from, int stop) {
        int i = from + 1;
        while (i < stop && !isMark(text.charAt(i), i)) {
            i++;
        }
        writer.words(text, from, i, strong);
        return i;
    }

    private boolean isMark(char c, int at) {
        return c < MARKS.length && MARKS[c] && (c != 'h' || text.startsWith("http", at));
    }

    private static boolean[] marks() {
        boolean[] marks = new boolean[128];
        for (char c : "\\*_`~![]<&h".toCharArray()) {
            marks[c] = true;
        }
        return marks;
    }

    /** Searches within a line only, so that reading stays linear. */
    private int find(char c, int from, int stop) {
        for (int i = from; i < stop; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private int run(int from, int stop, char c) {
        int i = from;
        while (i < stop && text.charAt(i) == c) {
            i++;
        }
        return i - from;
    }

    /** Whether a single star stands at the edge of a word, as emphasis does; "4 * 5" and "5*" before a blank do not. */
    private boolean isEmphasis(int i, int stop) {
        boolean blankBefore = i == 0 || Characters.isBlank(text.charAt(i - 1)) || isPunctuation(text.charAt(i - 1));
        boolean blankAfter =
                i + 1 >= stop || Characters.isBlank(text.charAt(i + 1)) || isPunctuation(text.charAt(i + 1));
        return blankBefore != blankAfter;
    }

    /** Where the next "](" of the line is, -1 when there is none; remembered, so that a line is searched once. */
    private int linkClose(int from, int stop, int known) {
        if (known == -1 || known > from) {
            return known;
        }
        int close = find(']', from, stop);
        while (close >= 0 && !(close + 1 < stop && text.charAt(close + 1) == '(' && isTarget(close + 2, stop))) {
            close = find(']', close + 1, stop);
        }
        return close;
    }

    /** A link's target has no blank before its end. */
    private boolean isTarget(int from, int stop) {
        return from < stop && (text.charAt(from) == ')' || !Characters.isBlank(text.charAt(from)));
    }

    private int afterTarget(int from, int stop) {
        int open = 1;
        for (int i = from; i < stop; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                return i + 1;
            }
        }
        return stop;
    }

    /** Reads a tag that stands in the text; returns the offset after it. What is no known tag is text. */
    private int tag(int from, int stop) {
        int i = from + 1;
        boolean closing = i < stop && text.charAt(i) == '/';
        if (closing) {
            i++;
        }
        int name = i;
        while (i < stop && i - name < 12 && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        if (text.startsWith("http", name) || i < stop && text.charAt(i) == '@') {
            return from + 1;
        }
        if (!TAGS.contains(text.substring(name, i).toLowerCase(java.util.Locale.ROOT))) {
            writer.put('<', strong);
            return from + 1;
        }
        if (tagClose != -1 && tagClose < i) {
            tagClose = find('>', i, stop);
        }
        int end = tagClose;
        if (end < 0) {
            writer.put('<', strong);
            return from + 1;
        }
        switch (text.substring(name, i).toLowerCase(java.util.Locale.ROOT)) {
            case "b", "strong" -> strong = !closing;
            case "br", "p", "div", "tr", "ul", "ol", "hr", "table" -> writer.line();
            case "li" -> {
                writer.line();
                if (!closing) {
                    writer.next(BlockKind.ITEM, 1, "- ");
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                writer.paragraph();
                if (!closing) {
                    writer.next(BlockKind.HEADING, text.charAt(name + 1) - '0', "");
                }
            }
            case "td", "th" -> writer.words(" ", strong);
            default -> {
                // Inline marks say nothing of the words.
            }
        }
        return end + 1;
    }

    private int entity(int from, int stop) {
        int end = from + 1;
        while (end < stop
                && end - from < 12
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
            end++;
        }
        if (end < stop && end > from + 1 && text.charAt(end) == ';') {
            writer.words(Parser.unescapeEntities(text.substring(from, end + 1), false), strong);
            return end + 1;
        }
        writer.put('&', strong);
        return from + 1;
    }

    private static boolean isPunctuation(char c) {
        return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~';
    }
}
