package io.jobmart.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Block text of HTML. Postings come escaped once, twice or three times ({@code &amp;lt;p&amp;gt;}), with paragraphs made
 * of {@code <br>}, headings made of {@code <strong>} and lists made of typed bullets.
 */
final class HtmlText {
    private static final int MOST_ESCAPES = 3;
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hr",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "ul");
    private static final Set<String> DROPPED =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "object", "head", "title", "select");

    private HtmlText() {}

    static Document read(String html) {
        String source = unescape(html);
        if (tags(source) == 0) {
            // Text without a single tag: its line breaks are meant.
            return PlainText.readLines(Parser.unescapeEntities(source, false));
        }
        BlockWriter writer = new BlockWriter(source.length());
        NodeTraversor.traverse(new Walk(writer), Jsoup.parseBodyFragment(source).body());
        return writer.finish();
    }

    /** Unescapes entities while that turns up tags: what is escaped inside a text of tags is meant to be read. */
    private static String unescape(String html) {
        String text = html;
        for (int i = 0; i < MOST_ESCAPES && text.indexOf('&') >= 0; i++) {
            int before = tags(text);
            if (before > 0 && !text.contains("&lt;") && !text.contains("&amp;lt;")) {
                return text;
            }
            String next = Parser.unescapeEntities(text, false);
            int after = tags(next);
            // A posting with tags of its own may speak of "&lt;div&gt;"; one that is escaped has far more of them.
            if (before > 0 ? after < 4 * before : after == 0 && !tagsHidden(next)) {
                return text;
            }
            text = next;
        }
        return text;
    }

    private static boolean tagsHidden(String text) {
        return text.contains("&lt;") || text.contains("&amp;lt;");
    }

    /** Counts what looks like a tag: {@code <p}, {@code </}, {@code <!}. */
    private static int tags(String text) {
        int count = 0;
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            char c = text.charAt(i + 1);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '!') {
                count++;
            }
        }
        return count;
    }

    private static final class Walk implements NodeVisitor {
        private final BlockWriter writer;
        private int dropped;
        private int strong;
        private int lists;
        private int heading;
        private int preformatted;
        private boolean item;
        private boolean cell;
        private String itemMark = "- ";

        Walk(BlockWriter writer) {
            this.writer = writer;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (dropped == 0) {
                    words(words.getWholeText());
                }
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName();
            if (DROPPED.contains(tag)) {
                dropped++;
            } else if (tag.equals("br")) {
                lineBreak();
            } else if (isHeading(tag)) {
                writer.paragraph();
                heading = tag.charAt(1) - '0';
            } else if (tag.equals("li")) {
                writer.line();
                item = true;
                itemMark = "- ";
            } else if (tag.equals("tr")) {
                writer.line();
                cell = false;
            } else if (tag.equals("td") || tag.equals("th")) {
                if (writer.isOpen()) {
                    cell = true;
                }
            } else if (BLOCKS.contains(tag)) {
                writer.paragraph();
                if (tag.equals("ul") || tag.equals("ol")) {
                    lists++;
                } else if (tag.equals("pre")) {
                    preformatted++;
                }
            } else if (isStrong(element, tag)) {
                strong++;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName();
            if (DROPPED.contains(tag)) {
                dropped--;
            } else if (isHeading(tag)) {
                writer.paragraph();
                heading = 0;
            } else if (tag.equals("li")) {
                writer.line();
                item = false;
            } else if (tag.equals("tr")) {
                writer.line();
                cell = false;
            } else if (tag.equals("ul") || tag.equals("ol")) {
                writer.paragraph();
                lists--;
                item = false;
            } else if (BLOCKS.contains(tag)) {
                writer.paragraph();
                if (tag.equals("pre")) {
                    preformatted--;
                }
            } else if (!tag.equals("br") && isStrong(element, tag)) {
                strong--;
            }
        }

        private void lineBreak() {
            if (writer.isOpen()) {
                writer.line();
            } else {
                writer.paragraph();
            }
        }

        private void words(String words) {
            int from = 0;
            while (from < words.length()) {
                int end = preformatted > 0 ? words.indexOf('\n', from) : -1;
                int to = end < 0 ? words.length() : end;
                if (Characters.skipBlanks(words, from, to) < to) {
                    if (!writer.isOpen()) {
                        open();
                    } else if (cell) {
                        writer.words(" | ", strong > 0);
                    }
                    cell = false;
                }
                writer.words(words, from, to, strong > 0);
                if (end >= 0) {
                    lineBreak();
                }
                from = to + 1;
            }
        }

        private void open() {
            if (heading > 0) {
                writer.next(BlockKind.HEADING, heading, "");
            } else if (item) {
                writer.next(BlockKind.ITEM, Math.max(1, lists), itemMark);
                item = false;
            }
        }

        private static boolean isHeading(String tag) {
            return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
        }

        private static boolean isStrong(Element element, String tag) {
            if (tag.equals("b") || tag.equals("strong")) {
                return true;
            }
            if (!tag.equals("span") && !tag.equals("u") && !tag.equals("font") || !element.hasAttr("style")) {
                return false;
            }
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            return style.contains("font-weight:bold")
                    || style.contains("font-weight:600")
                    || style.contains("font-weight:700");
        }
    }
}
