package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartsTest {
    private static final String BAKER = "Baker\nCrumb Ltd\nDuties\nBake rye.\nRequirements\nHands.\nWhere\nLeeds\n";
    private static final String COOK = "Cook\nPan Inc\nDuties\nCook soup.\nRequirements\nA spoon.\nWhere\nYork\n";

    @ParameterizedTest
    @ValueSource(strings = {"----", "==========", "****", "____", "----------------------------------"})
    void postingsThatRepeatTheirHeadingsAreParted(String rule) {
        List<SourceRecord> records = Read.all(BAKER + rule + "\n" + COOK + rule + "\n");
        assertEquals(2, records.size());
        RawPosting baker = Read.posting(records.get(0));
        assertEquals(SourceFormat.PLAIN_TEXT, baker.format());
        assertEquals("offset:0", baker.sourceRecord());
        assertEquals(BAKER, baker.description());
        RawPosting cook = Read.posting(records.get(1));
        assertEquals("offset:" + (BAKER.length() + rule.length() + 1), cook.sourceRecord());
        assertEquals(COOK, cook.description());
    }

    @Test
    void theLinesAboveTheFirstCommonHeadingAreTitleAndCompanyWhereNamesSaySo() {
        List<SourceRecord> records = Read.all(BAKER + "----\n" + COOK);
        assertEquals("Baker", Read.posting(records.get(0)).title());
        assertEquals("Crumb Ltd", Read.posting(records.get(0)).company());
        assertEquals("Pan Inc", Read.posting(records.get(1)).company());
        List<SourceRecord> places =
                Read.all(BAKER.replace("Crumb Ltd", "Leeds") + "----\n" + COOK.replace("Pan Inc", "York"));
        assertNull(Read.posting(places.get(0)).company());
        assertNull(Read.posting(places.get(0)).title());
    }

    @Test
    void titleAndCompanyMayShareALineWithAGapBetween() {
        List<SourceRecord> records = Read.all(BAKER.replace("Baker\nCrumb", "Head Baker   Crumb") + "----\n"
                + COOK.replace("Cook\nPan Inc", "Cook   Pan Inc Pro Company"));
        assertEquals("Head Baker", Read.posting(records.get(0)).title());
        assertEquals("Crumb Ltd", Read.posting(records.get(0)).company());
        assertEquals("Pan Inc", Read.posting(records.get(1)).company());
    }

    @Test
    void aListUnderACommonHeadingOfPlacesNamesThePlaces() {
        String first = BAKER.replace("Where\nLeeds\n", "Địa điểm làm việc\n- Huế: 1 Lê Lợi\n- Vinh\nHours\n");
        String second = COOK.replace("Where\nYork\n", "Địa điểm làm việc\n- Huế\nHours\n");
        assertEquals(
                List.of(new RawPlace(null, null, null, "Huế"), new RawPlace(null, null, null, "Vinh")),
                Read.posting(Read.all(first + "----\n" + second).get(0)).places());
    }

    @Test
    void labelledHeadsAreReadInEachPart() {
        List<SourceRecord> records = Read.all(
                "Titre: Boulanger\nEntreprise: Crumb\nLieu: Lyon\nSalaire: 2000 EUR par mois\n\nCuire le pain.\n=====\n"
                        + "Titre: Cuisinier\nEntreprise: Pan\nLieu: Lille\nDate limite: 2024-05-01\n\nCuire la soupe.\n=====\n");
        RawPosting baker = Read.posting(records.get(0));
        assertEquals("Boulanger", baker.title());
        assertEquals("Crumb", baker.company());
        assertEquals(List.of("Lyon"), baker.placeChips());
        assertEquals(List.of("2000 EUR par mois"), baker.payChips());
        assertEquals("Crumb · Lyon · 2000 EUR par mois", baker.header());
        assertEquals("Cuire le pain.", baker.description());
        assertEquals("2024-05-01", Read.posting(records.get(1)).validThrough());
    }

    @Test
    void rulesBetweenTheSectionsOfOnePostingCutNothing() {
        String posting =
                "Baker at Crumb\n----\nAbout us\nWe bake.\n----\nDuties\nBake rye.\n----\nRequirements\nHands.\n";
        assertEquals(posting, Read.one(posting).description());
        String markdown = "# [Baker](https://jobs.example/1)\n### Crumb\n\n## Duties\nBake.\n\n---\n\n"
                + "## Duties\nBacken.\n\n## Requirements\nHands.\n\n## Where\nLeeds\n\n---\n## Requirements\nx\n## Where\ny\n## Duties\nz";
        assertEquals("Baker", Read.one(markdown).title());
        String underlined = "Baker\n=====\n\nDuties\n=====\nBake.\n\nNeeds\n=====\nHands.\n";
        assertEquals(underlined, Read.one(underlined).description());
    }

    @Test
    void postingsOfMarkdownWithLinkedTitlesAreParted() {
        String one =
                "# [Baker](https://jobs.example/1)\n### Crumb\n\n## Duties\nBake.\n## Needs\nHands.\n## Where\nLeeds\n";
        List<SourceRecord> records = Read.all(one + "\n---\n\n" + one.replace("Baker", "Cook"));
        assertEquals(2, records.size());
        assertEquals("Cook", Read.posting(records.get(1)).title());
        assertEquals("Crumb", Read.posting(records.get(1)).company());
    }

    @Test
    void whatStandsAboveTheListIsNoPosting() {
        List<SourceRecord> records = Read.all("Export of 1 May\n2 postings\n----\n" + BAKER + "----\n" + COOK + "----\n"
                + BAKER + "----\n" + COOK + "----\n");
        assertEquals(5, records.size());
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING,
                Read.rejection(records.get(0)).reason());
    }

    @Test
    void aListOfLinksIsNoPosting() {
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING,
                Read.rejection("https://jobs.example/1\n\nhttps://jobs.example/2\n")
                        .reason());
    }

    @Test
    void utf16IsPartedToo() {
        List<SourceRecord> records = Read.all(
                ("\uFEFF" + BAKER + "----\r\n" + COOK).getBytes(StandardCharsets.UTF_16LE), ReadOptions.standard());
        assertEquals(2, records.size());
        assertEquals(COOK, Read.posting(records.get(1)).description());
    }

    @Test
    void aPartBeyondTheLimitIsRejectedAndTheNextOnesAreRead() {
        String long1 = BAKER + "x ".repeat(100_000) + "\n";
        List<SourceRecord> records = Read.all(
                (BAKER + "----\n" + COOK + "----\n" + long1 + "----\n" + COOK).getBytes(StandardCharsets.UTF_8),
                ReadOptions.standard().withMaxRecordBytes(100_000));
        assertEquals(4, records.size());
        assertEquals(QuarantineReason.TOO_LARGE, Read.rejection(records.get(2)).reason());
        assertEquals(COOK, Read.posting(records.get(3)).description());
    }

    @Test
    void aLargeFileIsReadPartByPart() throws IOException {
        byte[] part = (BAKER + "y ".repeat(2_000) + "\n----\n").getBytes(StandardCharsets.UTF_8);
        int count = 50_000;
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at >= (long) part.length * count ? -1 : part[(int) (at++ % part.length)];
            }
        };
        long records = 0;
        try (SourceRecords read = Sources.read("in", endless, ReadOptions.standard())) {
            while (read.hasNext()) {
                assertTrue(read.next() instanceof SourceRecord.Accepted);
                records++;
            }
        }
        assertEquals(count, records);
    }
}
