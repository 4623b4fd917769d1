package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Document;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AgencyReaderTest {
    private static final Lexicon LEXICON = lexicon();
    private final CompanyReader reader = new CompanyReader();

    private static Lexicon lexicon() {
        Lexicon.Builder builder = Lexicon.builder();
        CompanyReader.addTriggers(builder);
        return builder.build();
    }

    private List<CompanyMention> read(String company, String text, SectionKind section) {
        PostingView lines = Postings.view(Postings.raw().company(company), text, section);
        return reader.read(new PostingView(
                lines.raw(),
                new Document(text, lines.document().blocks()),
                Tokens.of(text, LEXICON),
                lines.title(),
                lines.header(),
                lines.sections(),
                lines.lines(),
                "en"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/agencies.tsv", delimiter = '\t', quoteCharacter = '`')
    void aPostingShowsThatItsPosterIsAnAgency(
            String description, String company, SectionKind section, String text, boolean agency) {
        List<CompanyMention> read = read(company, text.replace('|', '\n'), section);
        assertEquals(
                agency ? 1 : 0,
                read.stream()
                        .filter(mention -> mention.role() == CompanyRole.AGENCY)
                        .count(),
                description);
        assertEquals(CompanyRole.POSTER, read.get(0).role());
    }

    @Test
    void theEvidenceIsTheCue() {
        String text = "A fine job. Our client, a maker of boats, is looking for a cook.";
        CompanyMention agency = read("Pier & Sons", text, SectionKind.GENERAL).get(1);
        assertEquals("pier & sons", agency.companyId());
        assertEquals(
                "Our client",
                text.substring(agency.evidence().start(), agency.evidence().end()));
    }

    @Test
    void aLabelNamesTheClient() {
        List<CompanyMention> read = read("Pier & Sons", "Client : Harbour Foods\nText.", SectionKind.GENERAL);
        assertEquals("Harbour Foods", read.get(1).name());
        assertEquals(CompanyRole.CLIENT, read.get(1).role());
        assertEquals(CompanyRole.AGENCY, read.get(2).role());
    }
}
