package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlCompleterTest {
    private static final SqlCompleter COMPLETER = new SqlCompleter(Map.of(
            "posting", List.of("posting_key", "title", "company"),
            "posting_skill", List.of("posting_key", "skill", "modality"),
            "dim_date", List.of("date_key")));

    /** A bar is the cursor; what is behind it is there already. */
    private static List<String> candidates(String text) {
        int cursor = text.indexOf('|');
        String all = text.replace("|", "");
        int start = cursor;
        while (start > 0 && !Character.isWhitespace(all.charAt(start - 1))) {
            start--;
        }
        return COMPLETER.candidates(all, start, all.substring(start, cursor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT * FROM post|; posting posting_skill",
                "select * from posting p join posting_s|; posting_skill",
                "SELECT ti| FROM posting; title",
                "SELECT p.| FROM posting p; p.posting_key p.title p.company",
                "SELECT s.mo| FROM posting AS p JOIN posting_skill AS s; s.modality",
                "SELECT count(p.ti| FROM posting p; count(p.title",
                "SELECT count(ti| FROM posting; count(title",
                "SELECT mod|; modality",
                "DESCRIBE dim|; dim_date",
                "\\d dim|; dim_date",
                "\\f|; \\format",
                "SELECT x.| FROM posting p; ''",
            })
    void namesAreThoseThatCanStandThere(String text, String expected) {
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected.split(" ")),
                candidates(text).stream()
                        .sorted((a, b) -> expected.indexOf(a) - expected.indexOf(b))
                        .toList());
    }

    @Test
    void wordsOfSqlAreWrittenAsTheUserWritesThem() {
        assertTrue(candidates("sel|").contains("select"));
        assertTrue(candidates("SEL|").contains("SELECT"));
    }
}
