package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlShellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 1;", "SELECT\n1;\n", "\\d posting", "quit", "EXIT", "", "-- nothing", "SELECT ';' ; -- x"
            })
    void whatIsWholeIsRun(String text) {
        StatementParser parser = new StatementParser();
        assertEquals(
                text,
                parser.parse(text, text.length(), ParseContext.ACCEPT_LINE).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "SELECT 1; SELECT", "SELECT 'a;", "SELECT quit"})
    void whatIsNotWholeGoesOnInTheNextLine(String text) {
        StatementParser parser = new StatementParser();
        assertThrows(EOFError.class, () -> parser.parse(text, text.length(), ParseContext.ACCEPT_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a b", "SELECT \"a", "SELECT a\\"})
    void aStatementThatIsBeingTypedIsCompletedWhateverQuotesAreOpen(String text) {
        new StatementParser().parse(text, text.length(), ParseContext.COMPLETE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theHistoryLiesWhereStatesLie() {
        assertEquals(
                Path.of("/states/jobmart/history"), SqlShell.historyFile(Map.of("XDG_STATE_HOME", "/states")::get));
        assertEquals(
                Path.of(System.getProperty("user.home"), ".local/state/jobmart/history"),
                SqlShell.historyFile(name -> null));
    }

    @Test
    void thePagerIsTheUsers() {
        assertEquals("more", SqlShell.pager(Map.of("PAGER", "more")::get));
        assertEquals(null, SqlShell.pager(Map.of("PAGER", "cat")::get));
        assertEquals(null, SqlShell.pager(Map.of("PATH", "/nowhere")::get));
    }
}
