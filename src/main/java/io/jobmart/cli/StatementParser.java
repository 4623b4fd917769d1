package io.jobmart.cli;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Tells the line editor when a statement is whole: Enter goes on to another line until then. */
final class StatementParser extends DefaultParser {
    StatementParser() {
        // Quotes and backslashes are the statement's own.
        setQuoteChars(new char[0]);
        setEscapeChars(null);
    }

    /** Whether the text can be run: its last statement has its semicolon, or it is one of the shell's own commands. */
    static boolean isComplete(String text) {
        if (text.strip().startsWith("\\")) {
            return true;
        }
        String rest = SqlScript.of(text).rest();
        return rest.isEmpty() || isQuit(rest);
    }

    static boolean isQuit(String statement) {
        return statement.equalsIgnoreCase("quit") || statement.equalsIgnoreCase("exit");
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isComplete(line)) {
            throw new EOFError(-1, -1, "The statement has no semicolon yet");
        }
        return super.parse(line, cursor, context);
    }
}
