package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Document;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyReaderTest {
    private static final Lexicon LEXICON = lexicon();
    private final CompanyReader reader = new CompanyReader();

    private static Lexicon lexicon() {
        Lexicon.Builder builder = Lexicon.builder();
        CompanyReader.addTriggers(builder);
        return builder.build();
    }

    private static PostingView view(RawPosting.Builder raw, String text) {
        PostingView lines = Postings.view(raw, text, SectionKind.GENERAL);
        return new PostingView(
                lines.raw(),
                new Document(text, lines.document().blocks()),
                Tokens.of(text, LEXICON),
                lines.title(),
                lines.header(),
                List.of(new Section(SectionKind.GENERAL, null, 0, text.length())),
                lines.lines(),
                "en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lakeside Boats, Inc.|Lakeside Boats|Inc.|lakeside boats",
                "Seeufer GmbH & Co. KG|Seeufer|GmbH & Co. KG|seeufer",
                "Jezioro Sp. z o.o.|Jezioro|Sp. z o.o.|jezioro",
                "Lago S.A.|Lago|S.A.|lago",
                "Sky As|Sky As||sky as",
                "Co|Co||co",
                "LAKE  Works LLC|LAKE Works|LLC|lake works",
            })
    void theLegalFormIsSplitFromTheName(String written, String name, String suffix, String id) {
        CompanyMention mention = CompanyName.mention(written, CompanyRole.POSTER, null, null, written, null);
        assertEquals(name, mention.name());
        assertEquals(suffix, mention.legalSuffix());
        assertEquals(id, mention.companyId());
    }

    @Test
    void aRemarkInBracketsNamesTheParent() {
        String header = "Lakeside Mobility (a Seaside Company) · Remote";
        List<CompanyMention> read = reader.read(view(
                Postings.raw().company("Lakeside Mobility (a Seaside Company)").header(header), "Text."));
        assertEquals("Lakeside Mobility", read.get(0).name());
        assertEquals(CompanyRole.POSTER, read.get(0).role());
        assertEquals("Seaside", read.get(1).name());
        assertEquals(CompanyRole.PARENT, read.get(1).role());
        assertEquals(EvidenceField.HEADER, read.get(1).evidence().field());
        assertEquals(
                "Seaside",
                header.substring(
                        read.get(1).evidence().start(), read.get(1).evidence().end()));
    }

    @Test
    void noneIsNoCompany() {
        PostingView view = view(Postings.raw().company("None"), "A text that names nobody.");
        assertTrue(reader.read(view).isEmpty());
        assertEquals(Issue.COMPANY_MISSING, view.issues().get(0).issue());
    }

    @Test
    void theParentIsReadWhereTheTextHiresOnItsBehalf() {
        String text = "We hire on behalf of our parent company Seaside Group for this role.";
        List<CompanyMention> read = reader.read(view(Postings.raw().company("Lakeside"), text));
        assertEquals(CompanyRole.PARENT, read.get(1).role());
        assertEquals("Seaside Group", read.get(1).name());
        assertEquals(
                "Seaside Group",
                text.substring(
                        read.get(1).evidence().start(), read.get(1).evidence().end()));
    }

    @Test
    void aClientIsReadWhereItIsCalledOne() {
        List<CompanyMention> read = reader.read(
                view(Postings.raw().company("Pier Staffing"), "Our client, Harbour Foods, is looking for a cook."));
        assertEquals(CompanyRole.CLIENT, read.get(1).role());
        assertEquals("Harbour Foods", read.get(1).name());
    }

    @Test
    void theFullNameOfThePosterIsNoOtherCompany() {
        List<CompanyMention> read =
                reader.read(view(Postings.raw().company("Lakeside"), "Company: Lakeside Technologies, Inc.\nText."));
        assertEquals(1, read.size());
    }

    @Test
    void aNameThatTheTextRepeatsIsItsCompany() {
        List<CompanyMention> mentions = reader.read(view(
                Postings.raw(),
                "Since 2007, Lakeside has been a maker of boats. Boats by Lakeside sail well. Join Lakeside."));
        assertEquals("Lakeside", mentions.get(0).name());
        List<CompanyMention> once =
                reader.read(view(Postings.raw(), "Since 2007, Lakeside has been a partner. We build boats. Join us."));
        assertEquals(List.of(), once);
    }

    @Test
    void theLegalFormInATextIsPartOfTheMention() {
        String text = "Pier Staffing, INC. is currently seeking a cook.";
        CompanyMention read = reader.read(view(Postings.raw(), text)).get(0);
        assertEquals("INC.", read.legalSuffix());
        assertEquals(
                "Pier Staffing, INC.",
                text.substring(read.evidence().start(), read.evidence().end()));
    }

    @Test
    void theTextNamesThePosterWhereTheSourceDoesNot() {
        List<CompanyMention> read =
                reader.read(view(Postings.raw(), "A job.\nAbout Lakeside:\nLakeside is a maker of boats."));
        assertEquals("Lakeside", read.get(0).name());
        assertEquals(CompanyRole.POSTER, read.get(0).role());
    }

    @Test
    void theAddressOfTheBoardNamesTheCompanyThatNothingElseNames() {
        RawPosting.Builder onBoard = Postings.raw().url("https://jobs.lever.co/lakeside/0a-1");
        assertEquals(
                "lakeside", reader.read(view(onBoard, "We build boats.")).get(0).name());
        assertEquals(
                "Lakeside Boats",
                reader.read(view(onBoard.company("Lakeside Boats"), "We build boats."))
                        .get(0)
                        .name());
    }

    @Test
    void aPageOnABoardIsNotTheCompanysOwn() {
        assertEquals("lakeside.example", CompanyName.domain("https://www.lakeside.example/jobs?x=1"));
        assertNull(CompanyName.domain("https://www.linkedin.com/company/lakeside"));
        assertNull(CompanyName.domain("not a url"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/company-in-text.tsv", delimiter = '\t', quoteCharacter = '`')
    void aTextNamesItsCompany(String description, String text, String company) {
        List<CompanyMention> read = reader.read(view(Postings.raw(), text.replace('|', '\n')));
        assertEquals(company, read.isEmpty() ? null : read.get(0).name(), description);
    }

    @Test
    void theTitleNamesThePosterWhereTheSourceHasNoFieldForIt() {
        String title = "[Remoto] Kotlin Developer na @Lakeside Boats";
        CompanyMention poster =
                reader.read(view(Postings.raw().title(title), "Text.")).get(0);
        assertEquals("Lakeside Boats", poster.name());
        assertEquals(
                "Lakeside Boats",
                title.substring(poster.evidence().start(), poster.evidence().end()));
    }

    @Test
    void theNameBehindATitlesDashIsTheCompanyWhereTheTextNamesIt() {
        String title = "[Remoto] Kotlin Developer - Lagoa Azul";
        CompanyMention poster = reader.read(view(Postings.raw().title(title), "A Lagoa Azul faz barcos."))
                .get(0);
        assertEquals("Lagoa Azul", poster.name());
        assertEquals(List.of(), reader.read(view(Postings.raw().title(title), "Fazemos barcos.")));
        assertEquals(
                List.of(),
                reader.read(view(
                        Postings.raw().title("[Remoto] Kotlin Developer - Especialista"),
                        "Um Especialista em barcos.")));
    }
}
