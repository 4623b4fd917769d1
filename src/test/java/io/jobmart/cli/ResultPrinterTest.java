package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {
    private static final List<String> COLUMNS = List.of("skill", "n");
    private static final List<Boolean> NUMERIC = List.of(false, true);

    @Test
    void aTableAlignsWordsLeftAndNumbersRight() {
        assertEquals("""
                skill         n
                ──────────  ───
                Python      120
                PostgreSQL    7
                """, print(ResultFormat.TABLE, Arrays.asList("Python", 120L), Arrays.asList("PostgreSQL", 7L)));
    }

    @Test
    void aTableShowsNullAsNothingAndWideLettersInLine() {
        assertEquals("""
                skill  n
                ─────  ─
                会計   1
                R
                """, print(ResultFormat.TABLE, Arrays.asList("会計", 1L), Arrays.asList("R", null)));
    }

    @Test
    void aTableCutsLongWordsAndFoldsLines() {
        String table = print(ResultFormat.TABLE, Arrays.asList("a\nb " + "x".repeat(100), 1L));
        assertEquals("a b " + "x".repeat(55) + "…  1", table.lines().toList().get(2));
    }

    @Test
    void aTableGivesATerminalNothingToObey() {
        String table = print(ResultFormat.TABLE, Arrays.asList("a\u001B[31mred\u0007 \u202Eb", 1L));
        assertEquals("a [31mred b  1", table.lines().toList().get(2));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertEquals(
                "skill,n\r\n\"C, C++ and \"\"more\"\"\",1.50\r\n,\r\n",
                print(
                        ResultFormat.CSV,
                        Arrays.asList("C, C++ and \"more\"", new BigDecimal("1.50")),
                        Arrays.asList(null, null)));
    }

    @Test
    void csvGivesASpreadsheetNoFormulaToRun() {
        List<String> hostile = List.of(
                "=HYPERLINK(A1)",
                "+1+cmd",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\tx",
                "\rx",
                "\uFF1D1+1",
                "- a list",
                "=\"a\",b");
        List<String> harmless = List.of("-12", "+3.50", "-7,5%", "a=b", "C++", " =1", "'", "5-7");

        assertEquals(
                List.of(
                        "'=HYPERLINK(A1)",
                        "'+1+cmd",
                        "'-1+cmd|' /C calc'!A0",
                        "'@SUM(1)",
                        "'\tx",
                        "\"'\rx\"",
                        "'\uFF1D1+1",
                        "'- a list",
                        "\"'=\"\"a\"\",b\""),
                hostile.stream().map(ResultPrinterTest::csvCell).toList());
        assertEquals(
                List.of("-12", "+3.50", "\"-7,5%\"", "a=b", "C++", " =1", "'", "5-7"),
                harmless.stream().map(ResultPrinterTest::csvCell).toList());
        assertEquals("-12.5", csvCell(new BigDecimal("-12.5")));
        assertEquals("\"[\"\"=1\"\"]\"", csvCell(List.of("=1")));
    }

    @Test
    void exactCsvHasTextsAsTheyAre() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ResultPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), ResultFormat.CSV, true)
                .print(
                        List.of("x"),
                        List.of(false),
                        List.of(List.<Object>of("=1+1")).iterator());
        assertEquals("x\r\n=1+1\r\n", bytes.toString(StandardCharsets.UTF_8));
    }

    private static String csvCell(Object value) {
        String printed = print(ResultFormat.CSV, Arrays.asList(value, null));
        return printed.substring("skill,n\r\n".length(), printed.length() - ",\r\n".length());
    }

    @Test
    void jsonIsOneArrayWithNestedValues() {
        assertEquals(
                "[{\"skill\":[\"a\",\"b\"],\"n\":null},\n {\"skill\":{\"x\":\"2026-01-01\"},\"n\":0.5}]\n",
                print(
                        ResultFormat.JSON,
                        Arrays.asList(List.of("a", "b"), null),
                        Arrays.asList(Map.of("x", java.time.LocalDate.of(2026, 1, 1)), 0.5)));
    }

    @Test
    void jsonWithoutRowsIsAnEmptyArray() {
        assertEquals("[]\n", print(ResultFormat.JSON));
    }

    private static String print(ResultFormat format, List<?>... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ResultPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), format)
                .print(
                        COLUMNS,
                        NUMERIC,
                        Arrays.stream(rows).<List<Object>>map(ArrayList::new).iterator());
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
