package io.jobmart.parse;

import io.jobmart.model.RawPosting;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Document;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Views of short postings for the tests of pay, employment type and date: every line of the text is a block. */
final class Postings {
    static final Lexicon LEXICON = lexicon();

    private Postings() {}

    private static Lexicon lexicon() {
        Lexicon.Builder builder = Lexicon.builder();
        PayReader.addTriggers(builder);
        EmploymentTypeReader.addTriggers(builder);
        DateReader.addTriggers(builder);
        return builder.build();
    }

    static RawPosting.Builder raw() {
        return RawPosting.of(SourceFormat.MARKDOWN, "a.md", null);
    }

    static PostingView text(String text) {
        return view(raw(), text, SectionKind.GENERAL);
    }

    static PostingView text(String text, String language) {
        return view(raw(), text, SectionKind.GENERAL, language);
    }

    static PostingView view(RawPosting.Builder builder, String text, SectionKind section) {
        return view(builder, text, section, "en");
    }

    private static PostingView view(RawPosting.Builder builder, String text, SectionKind section, String language) {
        RawPosting raw = builder.build();
        List<Block> blocks = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                blocks.add(new Block(BlockKind.PARAGRAPH, 0, start, end, start));
                lines.add(new Line(lines.size() + 1, start, end, section, null, false, false));
            }
            start = end + 1;
        }
        return new PostingView(
                raw,
                new Document(text, blocks),
                Tokens.of(text, LEXICON),
                Tokens.of(raw.title() == null ? "" : raw.title(), LEXICON),
                Tokens.of(raw.header() == null ? "" : raw.header(), LEXICON),
                List.of(new Section(section, null, 0, text.length())),
                lines,
                language);
    }
}
