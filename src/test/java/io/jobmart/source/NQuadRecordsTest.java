package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NQuadRecordsTest {
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    /** The statements of one page: a baker's job in Graz. */
    private static String page(int number, String title) {
        return """
                _:job# TYPE <http://schema.org/JobPosting> <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/title> "TITLE"@en <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/description> "<p>Bake \\"rye\\".\\n</p>" <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/datePosted> "2026-03-01"^^<http://schema.org/Date> <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/employmentType> "FULL_TIME" <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/employmentType> "TEMPORARY" <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/hiringOrganization> _:who# <http://crumb.example/jobs/#> .
                _:job# <http://schema.org/jobLocation> _:place# <http://crumb.example/jobs/#> .
                _:who# TYPE <http://schema.org/Organization> <http://crumb.example/jobs/#> .
                _:who# <http://schema.org/name> "Crumb Ltd" <http://crumb.example/jobs/#> .
                _:place# <http://schema.org/address> _:address# <http://crumb.example/jobs/#> .
                _:address# <http://schema.org/addressLocality> "Graz" <http://crumb.example/jobs/#> .
                _:address# <http://schema.org/addressCountry> "AT" <http://crumb.example/jobs/#> .
                """.replace("TYPE", TYPE)
                .replace("TITLE", title)
                .replace("#>", number + ">")
                .replace("# ", number + " ");
    }

    private static String statements() {
        return page(1, "Baker") + page(2, "K\\u00F6chin \\U0001F35E");
    }

    @Test
    void theStatementsOfAPageMakeAPosting() {
        List<SourceRecord> records = Read.all(statements());
        assertEquals(2, records.size());
        RawPosting baker = Read.posting(records.get(0));
        assertEquals(SourceFormat.N_QUADS, baker.format());
        assertEquals("offset:0/_:job1", baker.sourceRecord());
        assertEquals("Baker", baker.title());
        assertEquals("<p>Bake \"rye\".\n</p>", baker.description());
        assertEquals("2026-03-01", baker.datePosted());
        assertEquals(List.of("FULL_TIME", "TEMPORARY"), baker.employmentTypes());
        assertEquals("Crumb Ltd", baker.company());
        assertEquals(List.of(new RawPlace("Graz", null, "AT", null)), baker.places());
        assertEquals("http://crumb.example/jobs/1", baker.url());
        RawPosting cook = Read.posting(records.get(1));
        assertEquals("Köchin 🍞", cook.title());
        assertEquals("offset:" + statements().indexOf("_:job2") + "/_:job2", cook.sourceRecord());
    }

    @Test
    void namesOfOlderDumpsHoldTheTypeToo() {
        String old = statements().replace("schema.org/title", "schema.org/JobPosting/title");
        assertEquals("Baker", Read.posting(Read.all(old).get(0)).title());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            no end of the literal ! _:job1 <http://schema.org/skills> "rye <http://crumb.example/jobs/1> . ! end of a literal
            no full stop          ! _:job1 <http://schema.org/skills> "rye" <http://crumb.example/jobs/1> ! full stop
            no address            ! _:job1 skills "rye" <http://crumb.example/jobs/1> . ! character 8
            a wrong escape        ! _:job1 <http://schema.org/skills> "r\\qe" <http://crumb.example/jobs/1> . ! escape
            a wrong number        ! _:job1 <http://schema.org/skills> "r\\u00G0" <http://crumb.example/jobs/1> . ! number
            """)
    void aWrongLineIsRejectedAndItsPageIsReadAllTheSame(String what, String line, String detail) {
        String first = page(1, "Baker");
        List<SourceRecord> records = Read.all(first + line + "\n");
        assertEquals(2, records.size());
        var rejection = Read.rejection(records.get(0));
        assertEquals(QuarantineReason.N_QUADS_SYNTAX, rejection.reason());
        assertEquals("offset:" + first.length(), rejection.sourceRecord());
        assertTrue(rejection.detail().contains(detail), rejection.detail());
        assertEquals("Baker", Read.posting(records.get(1)).title());
    }

    @Test
    void statementsWithoutAPostingAreOneRejection() {
        String other = statements().replace("schema.org/JobPosting>", "schema.org/Recipe>");
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, Read.rejection(other).reason());
    }

    @Test
    void aPageLargerThanTheLimitIsRejectedAndTheNextIsRead() {
        String pages = page(1, "Baker ".repeat(500)) + page(2, "Cook");
        List<SourceRecord> records = Read.all(
                pages.getBytes(StandardCharsets.UTF_8), ReadOptions.standard().withMaxRecordBytes(3_500));
        assertEquals(QuarantineReason.TOO_LARGE, Read.rejection(records.get(0)).reason());
        assertEquals("Cook", Read.posting(records.get(1)).title());
    }

    @Test
    @Timeout(120)
    void memoryIsThatOfAPageAndNotOfTheFile() throws IOException {
        byte[] one = statements().getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private long left = 40_000L * one.length;
            private int at;

            @Override
            public int read() {
                return left-- > 0 ? one[at++ % one.length] & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(Math.min(length, left), one.length - at % one.length);
                if (count <= 0) {
                    return -1;
                }
                System.arraycopy(one, at % one.length, into, offset, count);
                at = (at + count) % one.length;
                left -= count;
                return count;
            }
        };
        int count = 0;
        try (SourceRecords records = Sources.read("in", endless, ReadOptions.standard())) {
            while (records.hasNext() && count < 20_000) {
                Read.posting(records.next());
                count++;
            }
        }
        assertEquals(20_000, count);
    }

    @Test
    void aLineIsTakenApartWhateverItsBlanks() throws NQuad.SyntaxException {
        assertEquals(
                new NQuad("http://a", "http://b", "_:c", false, null),
                NQuad.parse("<http://a>\t<http://b>  _:c . # said by nobody"));
        assertEquals(null, NQuad.parse("  # nothing"));
        assertEquals(List.of(), Read.all(new ByteArrayInputStream(new byte[0]).readAllBytes(), ReadOptions.standard()));
    }
}
