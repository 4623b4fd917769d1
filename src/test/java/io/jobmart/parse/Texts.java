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

/** Postings made by hand: "## REQUIREMENTS" opens a section of that kind, "* " an item, other lines are paragraphs. */
final class Texts {
    static final Lexicon LEXICON = lexicon();

    private Texts() {}

    private static Lexicon lexicon() {
        Lexicon.Builder lexicon = Lexicon.builder();
        LineReader.addTriggers(lexicon);
        ExperienceReader.addTriggers(lexicon);
        DegreeReader.addTriggers(lexicon);
        LanguageDemandReader.addTriggers(lexicon);
        RequirementReader.addTriggers(lexicon);
        return lexicon.build();
    }

    static PostingView view(String... lines) {
        return view(RawPosting.of(SourceFormat.PLAIN_TEXT, "a.txt", null).build(), lines);
    }

    static PostingView view(RawPosting raw, String... lines) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        SectionKind kind = SectionKind.GENERAL;
        String heading = null;
        int sectionStart = 0;
        for (String line : lines) {
            int start = text.length();
            if (line.startsWith("## ")) {
                if (start > 0) {
                    sections.add(new Section(kind, heading, sectionStart, start));
                }
                kind = SectionKind.valueOf(line.substring(3));
                heading = line.substring(3);
                sectionStart = start;
                text.append(heading);
                blocks.add(new Block(BlockKind.HEADING, 2, start, text.length(), start));
            } else if (line.startsWith("* ")) {
                text.append("• ").append(line.substring(2));
                blocks.add(new Block(BlockKind.ITEM, 1, start + 2, text.length(), start + 2));
            } else {
                text.append(line);
                blocks.add(new Block(BlockKind.PARAGRAPH, 0, start, text.length(), start));
            }
            text.append('\n');
        }
        sections.add(new Section(kind, heading, sectionStart, text.length()));
        Document document = new Document(text.toString(), blocks);
        Tokens tokens = Tokens.of(document.text(), LEXICON);
        List<Line> read = LineReader.read(document, tokens, sections);
        return new PostingView(
                raw, document, tokens, Tokens.of("", LEXICON), Tokens.of("", LEXICON), sections, read, "en");
    }

    static String text(PostingView view, Line line) {
        return view.text().substring(line.start(), line.end());
    }
}
