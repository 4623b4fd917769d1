package io.jobmart.explain;

import io.jobmart.model.Section;
import io.jobmart.page.Html;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Document;
import java.util.List;

/**
 * A posting's text as headings, lists and paragraphs, by section. Every character of the text is in the page, in its
 * order, the bullets and line breaks between blocks included.
 */
final class TextView {
    private final Document document;
    private final MarkedText marked;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int block;
    private boolean list;

    private TextView(Document document, MarkedText marked) {
        this.document = document;
        this.marked = marked;
    }

    /** @param sections in order, covering the text; may be empty */
    static Html of(Document document, List<Section> sections, MarkedText marked) {
        TextView view = new TextView(document, marked);
        int length = document.text().length();
        for (int i = 0; i < sections.size(); i++) {
            view.section(sections.get(i), i + 1 < sections.size() ? view.before(sections.get(i + 1)) : length);
        }
        if (view.at < length) {
            view.section(null, length);
        }
        return new Html(view.out.toString());
    }

    private void section(Section section, int end) {
        String kind = section == null ? "general" : Finding.lower(section.kind());
        out.append("<section class=\"part part-").append(kind.replace(' ', '-')).append("\">");
        out.append("<p class=\"part-name\">").append(kind).append("</p><div class=\"part-text\">");
        while (block < document.blocks().size() && document.blocks().get(block).start() < end) {
            block(document.blocks().get(block++), section);
        }
        if (at < end) {
            between(end);
        }
        closeList();
        out.append("</div></section>\n");
    }

    private void block(Block block, Section section) {
        boolean apart = lineBreaks(at, block.start()) != 1;
        // What stands before the block in its own line is its bullet; lines before that are blank or a drawn rule.
        if (line(block.start()) > at) {
            between(line(block.start()));
        }
        int bullet = at;
        while (bullet < block.start() && isBlank(document.text().charAt(bullet))) {
            bullet++;
        }
        if (block.kind() == BlockKind.ITEM) {
            space(bullet);
            if (!list) {
                out.append("<ul>");
                list = true;
            }
            out.append("<li class=\"level-")
                    .append(Math.min(6, Math.max(1, block.level())))
                    .append("\">");
            if (bullet < block.start()) {
                out.append("<span class=\"bullet\">");
                marked.append(out, at, block.start());
                out.append("</span>");
            }
            words(block);
            out.append("</li>");
            return;
        }
        closeList();
        space(bullet);
        boolean heading = block.kind() == BlockKind.HEADING || isHeading(block, section);
        String tag = heading ? "h3" : "p";
        out.append('<').append(tag).append(heading || apart ? ">" : " class=\"close\">");
        marked.append(out, at, block.start());
        words(block);
        out.append("</").append(tag).append('>');
    }

    private void words(Block block) {
        int strong = Math.min(Math.max(block.strongEnd(), block.start()), block.end());
        if (strong > block.start()) {
            out.append("<b>");
            marked.append(out, block.start(), strong);
            out.append("</b>");
        }
        marked.append(out, strong, block.end());
        at = block.end();
    }

    /** Whether a line acts as its section's heading without being marked as one. */
    private boolean isHeading(Block block, Section section) {
        return section != null
                && section.heading() != null
                && block.start() < section.start() + section.heading().length()
                && document.text(block).strip().length() <= section.heading().length() + 2;
    }

    /** Appends what is between blocks, up to an offset. */
    private void between(int end) {
        int first = at;
        while (first < end && isBlank(document.text().charAt(first))) {
            first++;
        }
        if (first < end) {
            int last = end;
            while (isBlank(document.text().charAt(last - 1))) {
                last--;
            }
            closeList();
            space(first);
            out.append("<p class=\"rest\">");
            marked.append(out, first, last);
            out.append("</p>");
            at = last;
        }
        space(end);
    }

    /** Blanks between elements, which a page does not show. */
    private void space(int end) {
        Html.append(out, document.text(), at, Math.max(at, end), false);
        at = Math.max(at, end);
    }

    /** The start of the line that an offset is in, or what has been written already when that is later. */
    private int line(int offset) {
        int start = offset;
        while (start > at && document.text().charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** Blocks that no line break parts stand apart too: they are paragraphs that were flattened into one line. */
    private int lineBreaks(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += document.text().charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Where a section starts with the bullet of its first block, which may follow another block in the same line. */
    private int before(Section section) {
        int start = line(section.start());
        for (int i = block; i < document.blocks().size(); i++) {
            Block earlier = document.blocks().get(i);
            if (earlier.end() > section.start()) {
                break;
            }
            start = Math.max(start, earlier.end());
        }
        return start;
    }

    /** Blanks that a page takes for none between elements. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void closeList() {
        if (list) {
            out.append("</ul>");
            list = false;
        }
    }
}
