package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.Issue;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRepairTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();
    private static final JsonMapper MAPPER = Json.mapper(STANDARD);

    /** In the table some characters stand for others, which a line can't hold. */
    private static String raw(String cell) {
        return cell.replace('⏎', '\n').replace('⇥', '\t').replace('␁', '\u0001').replace('␛', '\u001B');
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/cases/json-repair.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0001')
    void brokenJsonIsMendedOrRefused(String description, String broken, String repaired, String mended)
            throws JsonProcessingException {
        if (repaired == null) {
            assertThrows(JsonProcessingException.class, () -> Json.read(MAPPER, raw(broken), STANDARD), description);
            return;
        }
        Json.Value value = Json.read(MAPPER, raw(broken), STANDARD);
        assertEquals(MAPPER.readTree(repaired), value.node(), description);
        assertEquals(mended, value.mended().stream().map(Enum::name).collect(Collectors.joining("|")), description);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/cases/json-repair.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0001')
    void soundJsonIsNeverChanged(String description, String broken, String repaired) throws IOException {
        if (repaired == null) {
            return;
        }
        // As it is, and through the repair, which a document goes through as a whole once one of its records is broken.
        Json.Value value = Json.read(MAPPER, repaired, STANDARD);
        assertTrue(value.mended().isEmpty());
        JsonRepair repair = new JsonRepair(new StringReader(repaired), 1_000_000, null);
        assertEquals(value.node(), MAPPER.readTree(repair), description);
        assertTrue(repair.drain().isEmpty(), description);
    }

    @Test
    void piecesOfOneCharacterAreReadAlike() throws IOException {
        String broken = "{'a':[\"x\ny\",],/* b */“c”: tru";
        Reader trickle = new StringReader(broken) {
            @Override
            public int read(char[] into, int start, int length) throws IOException {
                return super.read(into, start, Math.min(1, length));
            }
        };
        assertEquals(
                Json.read(MAPPER, broken, STANDARD).node(), MAPPER.readTree(new JsonRepair(trickle, 1_000_000, null)));
    }

    @Test
    void whatCanNotBeMendedIsNamedWithItsPlace() {
        var failure = assertThrows(
                JsonProcessingException.class, () -> Json.read(MAPPER, "{\"é\":1,}\n  {\"b\" 2}", STANDARD));
        assertTrue(Json.detail(failure).endsWith(" at line 2, column 6, offset 15"), Json.detail(failure));
    }

    /** The posting of the first of two lines. */
    private static RawPosting first(String line) {
        return Read.posting(Read.all(line + "\n{\"a\":1}").get(0));
    }

    @Test
    void aMendedLineIsFlaggedWithWhatWasMended() {
        RawPosting posting = first("{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":'We bake.',}");
        assertEquals("We bake.", posting.description());
        assertEquals(
                List.of(new PostingIssue(
                        Issue.JSON_SALVAGED,
                        "commas before a bracket or another comma; single quotation marks around strings")),
                posting.issues());
    }

    @Test
    void aLineThatIsCutOffKeepsWhatIsWhole() {
        RawPosting posting = first("{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":\"We ba");
        assertEquals("Baker", posting.title());
        assertEquals(null, posting.description());
        assertEquals(Issue.JSON_SALVAGED, posting.issues().get(0).issue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"@type\":\"JobPosting\",\"title\":\"Ba", "{\"@ty", "{\"company\":{\"name\":\"Crumb\"},"})
    void whatIsCutOffTooEarlyIsBroken(String line) {
        assertEquals(
                QuarantineReason.JSON_SYNTAX,
                Read.rejection(Read.all(line + "\n{\"a\":1}").get(0)).reason());
    }

    // ---------------------------------------------------------------- documents

    private static String job(String title) {
        return "{\"@type\":\"JobPosting\",\"title\":\"" + title + "\"}";
    }

    private static List<String> titles(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record instanceof SourceRecord.Accepted accepted
                        ? accepted.posting().sourceRecord() + " "
                                + accepted.posting().title()
                                + (accepted.posting().issues().isEmpty() ? "" : " !")
                        : Read.rejection(record).sourceRecord() + " "
                                + Read.rejection(record).reason())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30_000})
    void onlyTheBrokenElementOfAnArrayIsMended(int filling) {
        String array = "[" + job("A" + "a".repeat(filling)) + ",\n" + job("B") + ", " + job("C").replace("}", ",}")
                + "," + job("D") + ",{\"title\":\"E\",//\n\"@type\":\"JobPosting\"}," + job("F") + ",]";
        List<SourceRecord> records = Read.all(array);
        assertEquals(
                List.of("/0 A" + "a".repeat(filling), "/1 B", "/2 C !", "/3 D", "/4 E !", "/5 F"), titles(records));
        assertEquals(
                records, Read.all(array.getBytes(StandardCharsets.UTF_8), STANDARD.withMaxRecordBytes(filling + 100)));
    }

    @Test
    void aListWithinADocumentIsMended() {
        String board =
                "{\"name\":\"Crumb\",\"jobs\":[{\"title\":\"A\",\"shortcode\":\"S\",\"url\":\"https://a.example\"},"
                        + "{\"title\":\"B\",\"shortcode\":\"T\",\"url\":'https://a.example'}],\"more\":1,}";
        List<SourceRecord> records = Read.all(board);
        assertEquals(List.of("/jobs/0 A", "/jobs/1 B !"), titles(records));
        assertEquals("Crumb", Read.posting(records.get(1)).company());
        assertEquals(
                List.of("/jobs/0 A !", "/jobs/1 B !"), titles(Read.all(board.replace("{\"name\"", "{/**/'name'"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\"@type\":\"JobPosting\",\n\"title\":\"A\",\n}",
                "{\n\"@type\":\"JobPosting\",\n\"title\":\"A\"",
                "{\n\"x\":{\"y\":[1,],},\"@type\":\"JobPosting\",\n\"title\":\"A\"}",
                "{\"@type\":\"JobPosting\",\"title\":\"A\",\"description\":\"We ba",
                "{'@type':'JobPosting','title':'A'}",
                "{“@type”:“JobPosting”,“title”:“A”}",
                "// one\n{\"@type\":\"JobPosting\",\"title\":\"A\"}",
                "/* one */ {\"@type\":\"JobPosting\",\"title\":\"A\"}",
            })
    void aBrokenDocumentIsMended(String document) {
        assertEquals(List.of("null A !"), titles(Read.all(document)));
    }

    @Test
    void documentsBehindABrokenOneKeepTheirOffset() {
        String first = "{\n \"é\": 1,\n \"@type\": \"JobPosting\",\n \"title\": \"A\",\n}\n";
        String second = "{\n \"@type\": \"JobPosting\",\n \"title\": \"B\"\n}\n";
        int length = first.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(
                List.of("null A !", "offset:" + length + " B", "offset:" + (length + second.length()) + " B"),
                titles(Read.all(first + second + second)));
    }

    @Test
    void aDocumentThatIsCutOffBetweenRecordsSaysSo() {
        assertEquals(
                List.of("/0 A", "/1 B", "/2 JSON_SYNTAX"), titles(Read.all("[" + job("A") + "," + job("B") + ",\n")));
        assertEquals(
                List.of("/0 A", "/1 JSON_SYNTAX"),
                titles(Read.all("[" + job("A") + ",{\"@type\":\"JobPosting\",\"ti")));
        assertEquals(
                List.of("/0 A", "/1 JSON_SYNTAX"), titles(Read.all("[" + job("A") + ",{\"a\" 1}," + job("B") + "]")));
    }

    @Test
    void hostileTextTakesLinearTime() {
        for (String piece : new String[] {
            "\"",
            "\" ",
            "\",",
            "\",a",
            "'",
            "/*",
            "//",
            "<!--",
            "&quot;",
            "\\",
            "{\"a\":\"",
            "[",
            ",",
            " ",
            "\",\"",
            "“"
        }) {
            String text = "{\"a\":[1,,\"" + piece.repeat(2_000_000 / piece.length());
            assertTimeout(
                    Duration.ofSeconds(60),
                    () -> {
                        try {
                            Json.read(MAPPER, text, STANDARD);
                        } catch (JsonProcessingException e) {
                            // Refused, and soon.
                        }
                    },
                    piece);
        }
    }
}
