package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    private static final String HEADER =
            "Job Title,Salary Estimate,Job Description,Rating,Company Name,Location,Headquarters,Industry\n";
    private static final String NAMES = "id,title,company,description\n";

    @Test
    void aRowIsReadByTheNamesOfItsColumns() {
        List<SourceRecord> records = Read.all(HEADER
                + "Baker,$20-$30 Per Hour (Glassdoor est.),\"Bake, \"\"well\"\".\n\nDaily.\",3.8,\"Crumb\n3.8\",\"Salem, OR\",-1,Food\n"
                + "Cook,-1,Cook.,-1,Pan,-1,-1,-1\n");
        RawPosting baker = Read.posting(records.get(0));
        assertEquals(SourceFormat.CSV, baker.format());
        assertEquals("1", baker.sourceRecord());
        assertEquals("Crumb", baker.company());
        assertEquals("Bake, \"well\".\n\nDaily.", baker.description());
        assertEquals(List.of(new RawPay(null, null, null, null, "$20-$30 Per Hour (Glassdoor est.)")), baker.pay());
        assertEquals(List.of(new RawPlace(null, null, null, "Salem, OR")), baker.places());
        RawPosting cook = Read.posting(records.get(1));
        assertEquals("2", cook.sourceRecord());
        assertEquals(List.of(), cook.pay());
        assertEquals(List.of(), cook.places());
        assertNull(cook.industry());
    }

    @Test
    void aRowWithoutContentIsRejected() {
        List<SourceRecord> records = Read.all(HEADER + "-1,-1,-1,-1,Crumb,-1,-1,-1\n");
        assertEquals(
                QuarantineReason.NO_CONTENT, Read.rejection(Read.only(records)).reason());
    }

    @Test
    void rowsThatPadATableAreNoRecords() {
        String header = "title,description,company,remote,slug\n";
        List<SourceRecord> records = Read.all(header + "Baker,Bake rye.,Crumb,TRUE,b\n" + ",,,FALSE,\n".repeat(50)
                + ",\"Are you a  in ?\nApply\",,FALSE,\n".repeat(50)
                + "Cook,Cook soup.,Pan,FALSE,c\n");
        assertEquals(3, records.size());
        Rejection template = Read.rejection(records.get(1));
        assertEquals(QuarantineReason.NO_CONTENT, template.reason());
        assertEquals("52", template.sourceRecord());
        assertTrue(template.detail().endsWith("up to row 101"), template.detail());
        assertEquals("102", Read.posting(records.get(2)).sourceRecord());
    }

    @Test
    void postingsThatRepeatAreNoPadding() {
        assertEquals(3, Read.all(NAMES + "1,Baker,Crumb,Bake.\n".repeat(3)).size());
    }

    @Test
    void theHeaderOnceMoreIsSkippedAndAnotherHeaderNamesTheColumnsAnew() {
        List<SourceRecord> records = Read.all(NAMES + "1,Baker,Crumb,Bake.\n" + NAMES + "2,Cook,Pan,Cook.\n"
                + "Company Name,Job Title,Location,Job Description,Salary\nMill,Miller,Leeds,Grind.,EUR 3000\n");
        assertEquals(3, records.size());
        assertEquals("3", Read.posting(records.get(1)).sourceRecord());
        RawPosting miller = Read.posting(records.get(2));
        assertEquals("Miller", miller.title());
        assertEquals("Mill", miller.company());
        assertEquals("Grind.", miller.description());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a byte order mark | UTF-8 | \uFEFFid,title,company,description\\n1,Baker,Crumb,Bäcker.\\n",
                "UTF-16 with a mark | UTF-16LE | \uFEFFid,title,company,description\\r\\n1,Baker,Crumb,Bäcker.\\r\\n",
                "UTF-16 the other way | UTF-16BE | \uFEFFid,title,company,description\\n1,Baker,Crumb,Bäcker.\\n",
                "windows-1252 | windows-1252 | id,title,company,description\\n1,Baker,Crumb,Bäcker.\\n",
                "carriage returns alone | UTF-8 | id,title,company,description\\r1,Baker,Crumb,Bäcker.\\r",
                "what Excel writes above | UTF-8 | sep=;\\r\\nid;title;company;description\\r\\n1;Baker;Crumb;Bäcker.\\r\\n",
                "tabs | UTF-8 | id\\ttitle\\tcompany\\tdescription\\n1\\tBaker\\tCrumb\\tBäcker.\\n",
                "quotes and blanks around names | UTF-8 | \"id\", \"Title \" ,company,\" description\"\\n1,Baker,Crumb,Bäcker.",
                "a name twice | UTF-8 | id,title,title,company,description\\n1,,Baker,Crumb,Bäcker.\\n",
                "a name over two lines | UTF-8 | id,\"Job\\nTitle\",company,description\\n1,Baker,Crumb,Bäcker.\\n",
                "an index without a name | UTF-8 | ,title,company,description\\n0,Baker,Crumb,Bäcker.\\n",
                "delimiters at the end | UTF-8 | id,title,company,description,,\\n1,Baker,Crumb,Bäcker.,,\\n",
            })
    void aHeaderIsFoundHoweverItIsWritten(String what, String charset, String text) {
        String table = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        RawPosting posting =
                Read.posting(Read.only(Read.all(table.getBytes(Charset.forName(charset)), ReadOptions.standard())));
        assertEquals("Baker", posting.title(), what);
        assertEquals("Crumb", posting.company(), what);
        assertEquals("Bäcker.", posting.description(), what);
        assertEquals("1", posting.sourceRecord(), what);
    }

    @Test
    void aHeaderAloneIsNoRecordAndNoError() {
        assertEquals(List.of(), Read.all(NAMES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "never closed, its cells kept | 1,\"Baker,Crumb,Bake.\\n2,Cook,Pan,Cook. | Bake./Cook.",
                "closed by the quote of a later row | 1,\"Baker,Crumb,Bake.\\n2,\"Cook\",Pan,\"Cook.\" | Bake./Cook.",
                "a cell of several lines never closed | 1,Baker,Crumb,\"Bake\\nwell,\\nand long\\n2,Cook,Pan,Cook.\\n3,Miller,Mill,Grind. | 1:CSV_SYNTAX/Cook./Grind.",
                "prose behind it that has as many commas | 1,Baker,Crumb,\"Bake\\nrye, wheat, spelt, oats\\n2,Cook,Pan,Cook. | 1:CSV_SYNTAX/Cook.",
                "a quote within a cell | 1,Baker,Crumb,5\" pans\\n2,Cook,Pan,Cook. | 5\" pans/Cook.",
                "quotes not doubled | 1,Baker,Crumb,\"the \"best\" baker\"\\n2,Cook,Pan,Cook. | the \"best\" baker/Cook.",
                "a cell that is one number sign | #1,Baker,Crumb,Bake.\\n2,Cook,Pan,Cook. | Bake./Cook.",
                "cut off at the end of the file | 1,Baker,Crumb,Bake.\\n2,Cook,Pan,\"Cook\\nsou | Bake./2:CSV_SYNTAX",
                "more cells than names | 1,Baker,Crumb,Bake, well\\n2,Cook,Pan,Cook. | 1:CSV_SYNTAX/Cook.",
                "more cells, but blank | 1,Baker,Crumb,Bake.,,\\n2,Cook,Pan,Cook. | Bake./Cook.",
                "a line break outside of quotes | 1,Baker,Crumb,Bake\\nat night\\n2,Cook,Pan,Cook. | Bake/2:CSV_SYNTAX/Cook.",
            })
    void rowsThatCanBeReadAreAndTheOthersAreNamed(String what, String rows, String expected) {
        List<String> found = new ArrayList<>();
        for (SourceRecord record : Read.all(NAMES + rows.replace("\\n", "\n"))) {
            found.add(
                    record instanceof SourceRecord.Accepted accepted
                            ? accepted.posting().description()
                            : Read.rejection(record).sourceRecord() + ":"
                                    + Read.rejection(record).reason());
        }
        assertEquals(expected, String.join("/", found), what);
    }

    @Test
    void backslashesBeforeQuotesAreReadWhereQuotesAreNotDoubled() {
        List<SourceRecord> records =
                Read.all(NAMES + "1,Baker,Crumb,\"say \\\"rye\\\", loud\"\n2,Cook,Pan,\"Cook.\"\n");
        assertEquals("say \"rye\", loud", Read.posting(records.get(0)).description());
        assertEquals(2, records.size());
    }

    @Test
    void aShortRowIsReadAndSaysSo() {
        RawPosting posting = Read.one(NAMES + "1,Baker,Crumb\n");
        assertEquals("Crumb", posting.company());
        assertEquals(Issue.ROW_UNEVEN, posting.issues().get(0).issue());
    }

    @Test
    void aTableOfUnknownColumnsIsOneRejectionThatNamesThem() {
        Rejection rejection = Read.rejection("country,city,population,mayor\nCH,Basel,1,A\nCH,Bern,2,B\nCH,Chur,3,C\n");
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, rejection.reason());
        assertTrue(rejection.detail().contains("country, city, population, mayor"), rejection.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Baker, Leeds\nWe bake, daily.\nCall us, or write.\nRye, wheat.\n",
                "Baker\tGrade 3\tLeeds\n\tDuties\nBake\n",
            })
    void proseIsNoTable(String text) {
        assertEquals(SourceFormat.PLAIN_TEXT, Read.one(text).format());
    }

    @Test
    void anObjectInACellIsTakenApart() {
        RawPosting posting = Read.one("title,description,company\nBaker,Bake.,\"{\"\"name\"\": \"\"Crumb\"\"}\"\n");
        assertEquals("Crumb", posting.company());
    }

    @Test
    void thePromptOfAModelHoldsAPosting() {
        RawPosting posting = Read.one(
                "text_input,output\n\"This is a job description:\n----------\nWe bake.\n\nHands.\n"
                        + "----------\nNow extract.\",\"{\"\"companyName\"\": \"\"Crumb\"\", \"\"jobTitle\"\": \"\"Baker\"\"}\"\n");
        assertEquals("Baker", posting.title());
        assertEquals("Crumb", posting.company());
        assertEquals("We bake.\n\nHands.", posting.description());
    }

    @Test
    @Timeout(120)
    void openQuotesCostNoMoreThanTheSizeOfTheFile() {
        for (String line : List.of("1,\"a\n", "a\",\"b\n", "\"\n", "1,2,3,\"x\n")) {
            byte[] bytes = (NAMES + "1,Baker,Crumb,Bake.\n" + line.repeat(500_000 / line.length()))
                    .getBytes(StandardCharsets.UTF_8);
            try (SourceRecords records = Sources.read(
                    "in",
                    new ByteArrayInputStream(bytes),
                    ReadOptions.standard().withMaxRecordBytes(100_000))) {
                assertEquals("Baker", Read.posting(records.next()).title());
                while (records.hasNext()) {
                    records.next();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void behindAnOpenQuoteTheRestOfALargeFileIsRead() {
        String rows = "2,Cook,Pan,Cook.\n".repeat(20_000);
        List<SourceRecord> records = Read.all(
                (NAMES + "1,Baker,Crumb,\"Bake\nwell\n" + rows).getBytes(StandardCharsets.UTF_8),
                ReadOptions.standard().withMaxRecordBytes(50_000));
        assertEquals(20_001, records.size());
        assertEquals(QuarantineReason.CSV_SYNTAX, Read.rejection(records.get(0)).reason());
    }

    @Test
    void whatIsWrittenByTheRulesIsReadAsItWas() throws IOException {
        Random random = new Random(7);
        String[] pieces = {"rye", "\"", "\"\"", ",", "\n", " ", "x", "a,\"b", "\",\"", "é", "{", "\\", ";", "#"};
        for (int table = 0; table < 300; table++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder("a,b,c\n");
            for (int row = 0; row < 8; row++) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < 3; column++) {
                    StringBuilder cell = new StringBuilder("v");
                    for (int piece = random.nextInt(6); piece > 0; piece--) {
                        cell.append(pieces[random.nextInt(pieces.length)]);
                    }
                    cells.add(cell.append('v').toString());
                }
                rows.add(cells);
                for (String cell : cells) {
                    boolean quotes =
                            cell.contains(",") || cell.contains("\"") || cell.contains("\n") || random.nextBoolean();
                    text.append(quotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                            .append(',');
                }
                text.setCharAt(text.length() - 1, '\n');
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            CsvRows read = new CsvRows(new LineInput(new ByteArrayInputStream(bytes), 0, 10_000), ',', false, 10_000);
            read.next();
            read.setColumns(3);
            for (List<String> cells : rows) {
                CsvRows.Row row = read.next();
                assertEquals(cells, row.cells() == null ? row.problem() : List.of(row.cells()), text.toString());
            }
            assertNull(read.next());
        }
    }
}
