package io.jobmart.parse;

import io.jobmart.model.Issue;
import io.jobmart.model.Modality;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Block;
import io.jobmart.text.Document;
import io.jobmart.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * What every reader sees of one posting: the raw record, its text as blocks, tokens, sections and lines. Made once a
 * posting; readers add issues and otherwise only look.
 */
public final class PostingView {
    private final RawPosting raw;
    private final Document document;
    private final Tokens tokens;
    private final Tokens title;
    private final Tokens header;
    private final List<Section> sections;
    private final List<Line> lines;
    private final String language;
    private final List<PostingIssue> issues = new ArrayList<>();

    /**
     * @param tokens of the document's text
     * @param title tokens of the raw title, of "" when there is none
     * @param header tokens of the header line, of "" when there is none
     * @param language of the text, ISO 639-1, or null
     */
    public PostingView(
            RawPosting raw,
            Document document,
            Tokens tokens,
            Tokens title,
            Tokens header,
            List<Section> sections,
            List<Line> lines,
            String language) {
        this.raw = raw;
        this.document = document;
        this.tokens = tokens;
        this.title = title;
        this.header = header;
        this.sections = sections;
        this.lines = lines;
        this.language = language;
    }

    public RawPosting raw() {
        return raw;
    }

    public Document document() {
        return document;
    }

    public String text() {
        return document.text();
    }

    public Tokens tokens() {
        return tokens;
    }

    public Tokens title() {
        return title;
    }

    public Tokens header() {
        return header;
    }

    public List<Section> sections() {
        return sections;
    }

    /** In the order of the text, not overlapping. */
    public List<Line> lines() {
        return lines;
    }

    public String language() {
        return language;
    }

    /** The line that holds an offset of the text, or null: headings are in no line. */
    public Line lineAt(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Line line = lines.get(middle);
            if (offset < line.start()) {
                high = middle - 1;
            } else if (offset >= line.end()) {
                low = middle + 1;
            } else {
                return line;
            }
        }
        return null;
    }

    /** The block that holds an offset of the text, or null. */
    Block blockAt(int offset) {
        List<Block> blocks = document.blocks();
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (offset < block.start()) {
                high = middle - 1;
            } else if (offset >= block.end()) {
                low = middle + 1;
            } else {
                return block;
            }
        }
        return null;
    }

    /** What the section is that holds an offset of the text. */
    public SectionKind sectionAt(int offset) {
        Section section = sectionOf(offset);
        return section == null ? SectionKind.GENERAL : section.kind();
    }

    /** The section that holds an offset of the text, or null. */
    Section sectionOf(int offset) {
        int low = 0;
        int high = sections.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Section section = sections.get(middle);
            if (offset < section.start()) {
                high = middle - 1;
            } else if (offset >= section.end()) {
                low = middle + 1;
            } else {
                return section;
            }
        }
        return null;
    }

    /**
     * How strongly the words at an offset of the text are asked for. Finer than their line's modality: in "Strong Java.
     * Kotlin is a plus" the line is required and Kotlin preferred.
     */
    public Modality modalityAt(int offset) {
        return LineReader.modalityAt(this, offset);
    }

    public void issue(Issue issue, String detail) {
        issues.add(new PostingIssue(issue, detail));
    }

    /** What was found so far, in the order found. */
    public List<PostingIssue> issues() {
        return issues;
    }
}
