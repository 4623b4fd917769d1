package io.jobmart.source;

import io.jobmart.text.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a file's format by its first bytes. The file's name is only a hint: it decides between Markdown and plain text
 * where the content says nothing.
 */
public final class FormatDetector {
    /** How many bytes are looked at. */
    public static final int WINDOW = 64 * 1024;

    /** Share of control characters above which bytes are not text: one in this many. */
    private static final int CONTROL_SHARE = 20;

    private static final Pattern MARKUP_PAGE = Pattern.compile(
            "<(?:!doctype|\\?xml|html|head|body|rss|feed|source|svg|urlset)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_DECLARATION = Pattern.compile(
            "<\\?xml\\b[^>]{0,200}>\\s*(?!<(?:!doctype\\s+)?(?:html|svg)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z_][\\w.-]{0,60})(?=[\\s/>])");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +\\S");

    private static final Pattern PIECE = Pattern.compile(
            "<(?:!--|(?:p|div|ul|ol|li|h[1-6]|section|article|header|main|footer|nav|aside|span|strong|b|em|i|u|a|br|img|table"
                    + "|tbody|tr|td|form|dl|center|font|style|script|title|meta|link|blockquote|pre|hr)(?=[\\s/>]))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK_TAG =
            Pattern.compile("</(?:p|li|ul|ol|div|h[1-6]|strong|b|em)>|<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_TAGS = 3;

    private FormatDetector() {}

    /**
     * The format of a file, compression already undone.
     *
     * @param bytes the first bytes, at least {@link #WINDOW} of them where the file has so many
     * @param complete whether these bytes are the whole file
     * @param fileName hint; may be null
     */
    public static FileFormat detect(byte[] bytes, boolean complete, String fileName) {
        return detect(bytes, complete, fileName, Dialects.standard());
    }

    /** The same, with the dialects that are known. */
    static FileFormat detect(byte[] bytes, boolean complete, String fileName, Dialects dialects) {
        if (isBlank(bytes)) {
            return complete ? FileFormat.EMPTY : FileFormat.UNKNOWN;
        }
        if (isWarc(bytes)) {
            return FileFormat.WARC;
        }
        if (isBinary(bytes)) {
            return FileFormat.UNKNOWN;
        }
        String text = TextDecoder.decode(complete ? bytes : withoutCutCharacter(bytes))
                .text();
        int start = MarkdownPosting.skipBlank(text, 0);
        if (start == text.length()) {
            return complete ? FileFormat.EMPTY : FileFormat.UNKNOWN;
        }
        int bracket = skipComments(text, start);
        if (bracket < text.length() && startsJson(text, bracket)) {
            return text.charAt(bracket) == '[' ? FileFormat.JSON : jsonShape(text, bracket, complete);
        }
        char first = text.charAt(start);
        if ((first == '<' || first == '_' || first == '#') && NQuadRecords.startsIn(text, start)) {
            return FileFormat.N_QUADS;
        }
        if (first == '<' && HtmlRecords.isPage(text, start)) {
            return FileFormat.HTML;
        }
        if (first == '<' && isXml(text, start, dialects)) {
            return FileFormat.XML;
        }
        if (first == '<'
                && MARKUP_PAGE.matcher(text).region(start, text.length()).lookingAt()) {
            return FileFormat.UNKNOWN;
        }
        if (first == '<' && isPiece(text, start) && !isMarkdown(text, fileName) && !hasHeadings(text)) {
            return FileFormat.HTML;
        }
        if (first == '-' && FrontMatter.startsIn(text, start)) {
            return FileFormat.FRONT_MATTER;
        }
        if (CsvHeader.find(text, fileName, dialects) != null) {
            return FileFormat.CSV;
        }
        if (text.contains("application/ld+json") && text.contains("JobPosting") && text.contains("<script")) {
            // Words around a block that was cut out of a page.
            return FileFormat.HTML;
        }
        if (isMarkdown(text, fileName)) {
            return FileFormat.MARKDOWN;
        }
        if (SourceCode.is(text, start, fileName)) {
            return FileFormat.UNKNOWN;
        }
        if (hasHeadings(text)) {
            return FileFormat.MARKDOWN;
        }
        return hasTags(text) ? FileFormat.HTML : FileFormat.PLAIN_TEXT;
    }

    /** A piece of a page, often a posting's text alone: it starts with an element, or with a comment before one. */
    private static boolean isPiece(String text, int start) {
        return PIECE.matcher(text).region(start, text.length()).lookingAt();
    }

    /** Text in front and the tags of paragraphs and lists behind: HTML that was cut out of a page. */
    private static boolean hasTags(String text) {
        if (text.indexOf('<') < 0) {
            return false;
        }
        int tags = 0;
        for (var tag = BLOCK_TAG.matcher(text); tags < FEWEST_TAGS && tag.find(); ) {
            tags++;
        }
        return tags == FEWEST_TAGS;
    }

    /** A web archive, whose first record is often followed by pictures: looked for before binary content. */
    private static boolean isWarc(byte[] bytes) {
        return bytes.length > 6 && startsWith(bytes, "WARC/") && Character.isDigit(bytes[5]) && bytes[6] == '.';
    }

    private static boolean isXml(String text, int start, Dialects dialects) {
        if (XML_DECLARATION.matcher(text).region(start, text.length()).lookingAt()) {
            return true;
        }
        var element = ELEMENT.matcher(text).region(start, text.length());
        return element.lookingAt() && dialects.isRoot(element.group(1));
    }

    /** Markdown by what it says of itself, or by its name. */
    private static boolean isMarkdown(String text, String fileName) {
        if (MarkdownPosting.hasLinkedTitle(text) || LabelledHead.startsInMarkdown(text)) {
            return true;
        }
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".md.gz");
    }

    /** Two headings; a script's comments look like them. */
    private static boolean hasHeadings(String text) {
        var heading = HEADING.matcher(text);
        return heading.find() && heading.find();
    }

    /** Files written by hand start with a comment now and then. */
    private static int skipComments(String text, int start) {
        int i = start;
        while (text.startsWith("//", i) || text.startsWith("/*", i)) {
            String end = text.charAt(i + 1) == '/' ? "\n" : "*/";
            int close = text.indexOf(end, i + 2);
            i = close < 0 ? text.length() : MarkdownPosting.skipBlank(text, close + end.length());
        }
        return i;
    }

    /**
     * After a brace or bracket, JSON has one of few characters, and broken JSON has other quotation marks; Markdown links
     * and prose have others.
     */
    private static boolean startsJson(String text, int open) {
        char bracket = text.charAt(open);
        if (bracket != '{' && bracket != '[') {
            return false;
        }
        int next = MarkdownPosting.skipBlank(text, open + 1);
        if (next == text.length()) {
            return true;
        }
        char c = text.charAt(next);
        return bracket == '{'
                ? "\"}/'\u201C\u201D\u201E".indexOf(c) >= 0 || text.startsWith("&quot;", next)
                : "{[]\"/".indexOf(c) >= 0;
    }

    /** A line break inside the first object makes a document; an object that ends on its line makes lines. */
    private static FileFormat jsonShape(String text, int start, boolean complete) {
        boolean quoted = false;
        StringBuilder open = new StringBuilder();
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else if (c == '\n') {
                    return lines(text, i);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                open.append(c);
            } else if (c == '}' || c == ']') {
                open.setLength(Math.max(0, open.length() - 1));
                if (open.isEmpty()) {
                    boolean alone = MarkdownPosting.skipBlank(text, i + 1) == text.length();
                    return alone && complete ? FileFormat.JSON : FileFormat.JSON_LINES;
                }
            } else if (c == '\n') {
                // An object a line also within a list: {"jobs": [{...},
                return open.charAt(open.length() - 1) == '[' ? FileFormat.JSON : lines(text, i);
            }
        }
        // A first line without end: within a list it is a board on one line, which is read element by element.
        return complete || open.indexOf("[") >= 0 ? FileFormat.JSON : FileFormat.JSON_LINES;
    }

    /** The first line does not end its object: lines all the same when the next one starts an object anew. */
    private static FileFormat lines(String text, int lineBreak) {
        return text.startsWith("{\"", lineBreak + 1) ? FileFormat.JSON_LINES : FileFormat.JSON;
    }

    static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    static boolean isBinary(byte[] bytes) {
        if (startsWith(bytes, "%PDF") || startsWith(bytes, "%!PS") || startsWith(bytes, "{\\rtf")) {
            return true;
        }
        int controls = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
                controls++;
            }
        }
        // A few NUL bytes occur in text that was cut out of databases; JSON has none outside its strings.
        return controls * CONTROL_SHARE > bytes.length;
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }

    /** A window may end inside a character of several bytes; that is no sign of another character set. */
    private static byte[] withoutCutCharacter(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes.length - end < 3 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end > 0 && (bytes[end - 1] & 0xC0) == 0xC0 ? Arrays.copyOf(bytes, end - 1) : bytes;
    }
}
