package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void statementsEndAtSemicolons() {
        assertEquals(
                List.of("SELECT 1", "SELECT 2"),
                SqlScript.of("SELECT 1;\nSELECT 2;\n").statements());
    }

    @Test
    void theLastStatementNeedsNoSemicolon() {
        SqlScript script = SqlScript.of("SELECT 1; SELECT 2");
        assertEquals(List.of("SELECT 1"), script.statements());
        assertEquals("SELECT 2", script.rest());
        assertEquals(List.of("SELECT 1", "SELECT 2"), script.all());
    }

    @Test
    void semicolonsInQuotesAndCommentsDoNotCount() {
        assertEquals(
                List.of("SELECT ';' AS a, \";\" AS b, `;`"),
                SqlScript.of("SELECT ';' AS a, \";\" AS b, `;`; -- that is all; truly\n/* and ; this */")
                        .all());
    }

    @Test
    void aDoubledQuoteDoesNotEndAString() {
        assertEquals(
                List.of("SELECT 'it''s; one'", "SELECT 2"),
                SqlScript.of("SELECT 'it''s; one'; SELECT 2").all());
    }

    @Test
    void commentsAloneAreNoStatement() {
        assertEquals(List.of(), SqlScript.of("-- nothing\n;;  /* here */").all());
    }

    @Test
    void anOpenQuoteOrCommentEndsWithTheText() {
        assertEquals(
                List.of("SELECT 'open; to the end"),
                SqlScript.of("SELECT 'open; to the end").all());
        assertEquals(List.of("SELECT 1"), SqlScript.of("SELECT 1; /* open").all());
    }
}
