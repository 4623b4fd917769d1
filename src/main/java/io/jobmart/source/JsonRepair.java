package io.jobmart.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumSet;
import java.util.Set;

/**
 * Turns JSON that is broken in the ways that templates and hand-written pages break it into JSON, while it is read.
 * Jackson can forgive some of this, but does not say that it did, and can't go on in a document that it has refused. What
 * could be meant in two ways is not mended: reading then fails with a {@link JsonParseException} at that place.
 *
 * <p>Linear in the input; holds one string of it at most, and a character for each level of nesting. Each
 * {@link #read(char[], int, int)} ends at latest where an object or array does, so that {@link #drain()} says what was
 * mended in the value that was just read.
 */
final class JsonRepair extends Reader {
    /** What was wrong; the words are for the issue of the posting. */
    enum Mend {
        CONTROL_CHARACTERS("raw control characters in strings"),
        LINE_BREAKS("raw line breaks in strings"),
        COMMENTS("comments"),
        WRAPPERS("wrapped in <!-- --> or CDATA"),
        BLANKS("odd blanks between values"),
        EXTRA_COMMAS("commas before a bracket or another comma"),
        BAD_ESCAPES("backslashes that escape nothing"),
        SMART_QUOTES("typographic quotation marks around strings"),
        SINGLE_QUOTES("single quotation marks around strings"),
        INNER_QUOTES("quotation marks in strings that were not escaped"),
        ENTITIES("quotation marks written as entities"),
        UNQUOTED("names or values without quotation marks"),
        MISSING_VALUES("values that are missing"),
        LITERALS("None, True, False, NaN or undefined"),
        SEMICOLONS("a semicolon behind the document"),
        CUT_OFF("cut off; what was open has been closed");

        private final String words;

        Mend(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private enum State {
        /** A value must follow: after a colon, after a comma of a list, or at the start. */
        VALUE,
        /** A name must follow, or the end of the object. */
        NAME,
        COLON,
        /** A comma or an end must follow. */
        BEHIND
    }

    private static final int END = -1;

    /** How far is looked ahead, to tell whether a quotation mark ends its string. */
    private static final int AHEAD = 512;

    private static final String SMART = "\u201C\u201D\u201E\u201F\u2033";
    private static final String SMART_SINGLE = "\u2018\u2019\u201A\u201B";

    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[8 * 1024];
    private int position;
    private int filled;
    private boolean atEnd;

    private final StringBuilder out = new StringBuilder();
    private int given;

    /** The objects and arrays that are open, a bracket each; deeper ones than the parser takes are its concern. */
    private final StringBuilder open = new StringBuilder();

    private State state = State.VALUE;
    private boolean comma;
    /** The name whose value has not begun, as JSON; null for none. */
    private String name;

    private boolean anyValue;
    private boolean finished;
    private final Set<Mend> mended = EnumSet.noneOf(Mend.class);

    private long offset;
    private long line;
    private long column;
    private long valueOffset;

    /**
     * @param longest characters that a string may have; a longer one is beyond the limits
     * @param from where the text stands in its document, for the places that errors name; null for its start
     */
    JsonRepair(Reader in, int longest, JsonLocation from) {
        this.in = in;
        this.longest = longest;
        offset = from == null ? 0 : Math.max(0, Math.max(from.getByteOffset(), from.getCharOffset()));
        line = from == null ? 1 : from.getLineNr();
        column = from == null ? 1 : from.getColumnNr();
    }

    /**
     * Goes on inside a document whose beginning was read as it is.
     *
     * @param beginning sound JSON that opens the same brackets, which is given first
     * @param brackets that are open, outermost first
     * @param behindValue whether a value of the innermost one went before
     */
    void resume(String beginning, String brackets, boolean behindValue) {
        out.append(beginning);
        open.append(brackets);
        state = behindValue ? State.BEHIND : isOpen('{') ? State.NAME : State.VALUE;
    }

    /** What was mended since this was asked last. */
    Set<Mend> drain() {
        Set<Mend> all = EnumSet.noneOf(Mend.class);
        all.addAll(mended);
        mended.clear();
        return all;
    }

    /** Offset in UTF-8 of the outermost value that was read last. */
    long valueOffset() {
        return valueOffset;
    }

    @Override
    public int read(char[] into, int start, int length) throws IOException {
        if (given == out.length()) {
            out.setLength(0);
            given = 0;
            boolean closed = false;
            while (!finished && !closed && out.length() < length) {
                closed = step();
            }
        }
        int count = Math.min(length, out.length() - given);
        if (count == 0 && finished) {
            return END;
        }
        out.getChars(given, given + count, into, start);
        given += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    // ---------------------------------------------------------------- structure

    /** Reads a bracket, a comma, a colon, a name or a value; true when something was closed by it. */
    private boolean step() throws IOException {
        int c = next();
        if (c == END) {
            end();
            return true;
        }
        return switch (state) {
            case VALUE -> value((char) c);
            case NAME -> name((char) c);
            case COLON -> {
                if (c != ':') {
                    throw failure("A colon is missing behind a name");
                }
                advance();
                state = State.VALUE;
                yield false;
            }
            case BEHIND -> behind((char) c);
        };
    }

    private boolean value(char c) throws IOException {
        if (c == '{' || c == '[') {
            start();
            advance();
            out.append(c);
            open.append(c);
            state = c == '{' ? State.NAME : State.VALUE;
            return false;
        }
        boolean list = isOpen('[');
        if (c == ']' && list) {
            return close(c);
        }
        if (c == ',' && list) {
            mended.add(Mend.EXTRA_COMMAS);
            advance();
            return false;
        }
        if ((c == ',' || c == '}') && isOpen('{')) {
            // A template whose variable was empty: "price": ,
            mended.add(Mend.MISSING_VALUES);
            start();
            out.append("null");
            state = State.BEHIND;
            return false;
        }
        if (open.isEmpty() && (c == ',' || c == ';')) {
            mended.add(c == ';' ? Mend.SEMICOLONS : Mend.EXTRA_COMMAS);
            advance();
            return false;
        }
        StringBuilder scalar = new StringBuilder();
        boolean whole = quote(c) == 0 ? bare(scalar) : string(scalar, false);
        if (!whole) {
            return false;
        }
        start();
        out.append(scalar);
        state = State.BEHIND;
        return outermost();
    }

    private boolean name(char c) throws IOException {
        if (c == '}') {
            return close(c);
        }
        if (c == ',') {
            mended.add(Mend.EXTRA_COMMAS);
            advance();
            return false;
        }
        StringBuilder text = new StringBuilder();
        if (quote(c) == 0) {
            if (!isNamePart(c)) {
                throw failure("A name is missing");
            }
            text.append('"');
            for (int next = peek(0); next != END && isNamePart((char) next); next = peek(0)) {
                text.append((char) next);
                advance();
            }
            text.append('"');
            mended.add(Mend.UNQUOTED);
        } else if (!string(text, true)) {
            return false;
        }
        name = text.toString();
        state = State.COLON;
        return false;
    }

    private boolean behind(char c) throws IOException {
        if (c == ',') {
            advance();
            comma = true;
            state = isOpen('{') ? State.NAME : State.VALUE;
            return false;
        }
        return close(c);
    }

    private boolean close(char c) throws IOException {
        if (!isOpen(c == '}' ? '{' : c == ']' ? '[' : '\0')) {
            throw failure("A comma or a bracket is missing before \"" + c + "\"");
        }
        if (comma) {
            mended.add(Mend.EXTRA_COMMAS);
            comma = false;
        }
        advance();
        out.append(c);
        open.setLength(open.length() - 1);
        state = State.BEHIND;
        outermost();
        return true;
    }

    /** Behind an outermost value another one may follow. */
    private boolean outermost() {
        if (open.isEmpty()) {
            out.append('\n');
            state = State.VALUE;
            return true;
        }
        return false;
    }

    /** Writes what stands before a value that is whole. */
    private void start() {
        if (open.isEmpty()) {
            valueOffset = offset;
        }
        if (comma) {
            out.append(',');
            comma = false;
        }
        if (name != null) {
            out.append(name).append(':');
            name = null;
        }
        anyValue = true;
    }

    /** Closes what is open; a name without a value and half a value are dropped. */
    private void end() {
        finished = true;
        if (open.isEmpty()) {
            return;
        }
        mended.add(Mend.CUT_OFF);
        for (int i = open.length() - 1; i >= 0; i--) {
            out.append(open.charAt(i) == '{' ? '}' : ']');
        }
        open.setLength(0);
    }

    private boolean isOpen(char bracket) {
        return !open.isEmpty() && open.charAt(open.length() - 1) == bracket;
    }

    // ---------------------------------------------------------------- strings and other scalars

    /** Kind of quotation mark that stands here: {@code "}, {@code '}, a typographic one or the & of an entity; or 0. */
    private char quote(int c) throws IOException {
        if (c == '"' || c == '\'') {
            return (char) c;
        }
        if (c == END) {
            return 0;
        }
        if (SMART.indexOf(c) >= 0) {
            return SMART.charAt(0);
        }
        if (SMART_SINGLE.indexOf(c) >= 0) {
            return SMART_SINGLE.charAt(0);
        }
        return c == '&' && entityQuote(0) > 0 ? '&' : 0;
    }

    /** Length of the entity of a quotation mark so many characters ahead, or 0. */
    private int entityQuote(int ahead) throws IOException {
        for (String entity : new String[] {"&quot;", "&#34;", "&#034;", "&#x22;"}) {
            if (stands(entity, ahead)) {
                return entity.length();
            }
        }
        return 0;
    }

    /** Reads a string into {@code into} as JSON; false when it is cut off, and what is open has been closed. */
    private boolean string(StringBuilder into, boolean isName) throws IOException {
        char kind = quote(peek(0));
        advance(kind == '&' ? entityQuote(0) : 1);
        switch (kind) {
            case '\'' -> mended.add(Mend.SINGLE_QUOTES);
            case '&' -> mended.add(Mend.ENTITIES);
            case '"' -> {}
            default -> mended.add(Mend.SMART_QUOTES);
        }
        into.append('"');
        boolean inner = false;
        for (int c = peek(0); c != END; c = peek(0)) {
            int mark = mark(kind, 0);
            if (mark > 0 && isEnd(mark, isName)) {
                advance(mark);
                into.append('"');
                return true;
            }
            if (mark > 0) {
                inner(kind, mark, isName);
                inner = true;
                literal(mark == 1 ? (char) c : '"', into);
                advance(mark);
            } else if (c == '\\') {
                escape(into);
            } else if (c == '&' && kind == '&') {
                entity(into);
            } else {
                if (c < ' ') {
                    mended.add(c == '\n' || c == '\r' ? Mend.LINE_BREAKS : Mend.CONTROL_CHARACTERS);
                }
                literal((char) c, into);
                advance();
            }
            if (into.length() > longest) {
                throw new StreamConstraintsException(
                        "A string of broken JSON is longer than " + longest + " characters", location());
            }
        }
        if (inner) {
            throw failure("A string does not end");
        }
        end();
        return false;
    }

    /** Length of what may end a string of this kind so many characters ahead, or 0. */
    private int mark(char kind, int ahead) throws IOException {
        int c = peek(ahead);
        if (kind == '"' || kind == '\'') {
            return c == kind ? 1 : 0;
        }
        if (kind == '&') {
            return c == '&' ? entityQuote(ahead) : 0;
        }
        boolean smart = kind == SMART.charAt(0) ? c == '"' || SMART.indexOf(c) >= 0 : SMART_SINGLE.indexOf(c) >= 0;
        return smart ? 1 : 0;
    }

    /** Whether the quotation mark ends its string: what follows then is what may follow a string here. */
    private boolean isEnd(int mark, boolean isName) throws IOException {
        int next = blanks(mark);
        int c = peek(next);
        if (c == END || next >= AHEAD / 2 || open.isEmpty() || isComment(next)) {
            return true;
        }
        if (isName) {
            return c == ':';
        }
        boolean list = isOpen('[');
        if (c == ']' || c == '}') {
            return c == (list ? ']' : '}');
        }
        if (c != ',') {
            return false;
        }
        int after = blanks(next + 1);
        int d = peek(after);
        if (d == END || after >= AHEAD / 2 || d == ',' || d == ']' || d == '}' || isQuote(after) || isComment(after)) {
            return true;
        }
        return list ? isListValue(after) : isUnquotedName(after);
    }

    private boolean isQuote(int ahead) throws IOException {
        int c = peek(ahead);
        return c == '"' || c == '\'' || SMART.indexOf(c) >= 0 || SMART_SINGLE.indexOf(c) >= 0 || entityQuote(ahead) > 0;
    }

    private boolean isListValue(int ahead) throws IOException {
        int c = peek(ahead);
        if (c == '{' || c == '[' || c == '-' || c >= '0' && c <= '9') {
            return true;
        }
        for (String literal : new String[] {"true", "false", "null", "None", "True", "False"}) {
            int end = peek(ahead + literal.length());
            if (stands(literal, ahead) && (end == END || !Character.isLetter(end) && end != ' ')) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnquotedName(int ahead) throws IOException {
        int end = ahead;
        while (end < AHEAD - 2 && peek(end) != END && isNamePart((char) peek(end))) {
            end++;
        }
        return end > ahead && peek(blanks(end)) == ':';
    }

    /**
     * A quotation mark inside a string, an apostrophe for one. Where it may as well be the end of a string behind which a
     * comma is missing, nobody can tell.
     */
    private void inner(char kind, int mark, boolean isName) throws IOException {
        if (isName) {
            throw failure("A colon is missing behind a name");
        }
        int next = blanks(mark);
        boolean unclear = peek(next) == ':' || mark(kind, next) > 0;
        for (int i = mark; i < next; i++) {
            unclear |= peek(i) == '\n';
        }
        if (unclear) {
            throw failure("A comma is missing behind a string, or a quotation mark in it is not escaped");
        }
        if (kind != '\'' && kind != SMART_SINGLE.charAt(0)) {
            mended.add(Mend.INNER_QUOTES);
        }
    }

    private void escape(StringBuilder into) throws IOException {
        int c = peek(1);
        if (c == 'u' && hex(2, 4) >= 0) {
            for (int i = 0; i < 6; i++) {
                into.append((char) peek(i));
            }
            advance(6);
        } else if (c == 'x' && hex(2, 2) >= 0) {
            mended.add(Mend.BAD_ESCAPES);
            literal((char) hex(2, 2), into);
            advance(4);
        } else if (c == END) {
            advance();
        } else if ("\"\\/bfnrt".indexOf(c) >= 0) {
            into.append('\\').append((char) c);
            advance(2);
        } else {
            mended.add(Mend.BAD_ESCAPES);
            // \' and Markdown's \* stand for the character; \\u without digits for itself.
            if (c == 'u' || c == 'x') {
                literal('\\', into);
            }
            advance();
            if (c != '\n' && c != '\r') {
                literal((char) c, into);
                advance();
            }
        }
    }

    private int hex(int ahead, int digits) throws IOException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(ahead + i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Strings between entities have theirs escaped as well: once, as the marks around them. */
    private void entity(StringBuilder into) throws IOException {
        String[] names = {"&amp;", "&", "&lt;", "<", "&gt;", ">", "&#39;", "'", "&#039;", "'", "&apos;", "'"};
        for (int i = 0; i < names.length; i += 2) {
            if (stands(names[i], 0)) {
                into.append(names[i + 1]);
                advance(names[i].length());
                return;
            }
        }
        into.append('&');
        advance();
    }

    private static void literal(char c, StringBuilder into) {
        if (c == '"' || c == '\\') {
            into.append('\\').append(c);
        } else if (c == '\n') {
            into.append("\\n");
        } else if (c < ' ') {
            into.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            into.append(c);
        }
    }

    /** A number, true, false, null, or what stands there in their place; false when it is cut off. */
    private boolean bare(StringBuilder into) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = peek(0);
        while (c != END && isBarePart((char) c) && text.length() < AHEAD / 2) {
            text.append((char) c);
            advance();
            c = peek(0);
        }
        if (text.isEmpty()) {
            throw failure("Unexpected character (\"" + (char) c + "\" (code " + c + "))");
        }
        if (c == END && !open.isEmpty()) {
            end();
            return false;
        }
        int next = peek(blanks(0));
        if (next != END && next != ',' && next != ']' && next != '}' && !isComment(blanks(0)) && !open.isEmpty()) {
            throw failure("Unexpected character (\"" + (char) next + "\" (code " + next + ")) behind a value");
        }
        String token = text.toString();
        switch (token) {
            case "true", "false", "null" -> into.append(token);
            case "True", "TRUE" -> into.append(literalMended("true"));
            case "False", "FALSE" -> into.append(literalMended("false"));
            case "None", "NULL", "Null", "undefined", "NaN", "nan" -> into.append(literalMended("null"));
            default -> {
                if (isNumber(token)) {
                    into.append(token);
                } else if (open.isEmpty()) {
                    throw failure("Unexpected word \"" + token + "\"");
                } else {
                    // 007, +5, 2024-05-01, EUR
                    mended.add(Mend.UNQUOTED);
                    into.append('"').append(token).append('"');
                }
            }
        }
        return true;
    }

    private String literalMended(String literal) {
        mended.add(Mend.LITERALS);
        return literal;
    }

    private static boolean isNumber(String token) {
        int i = token.startsWith("-") ? 1 : 0;
        int whole = digits(token, i);
        if (whole == i || token.charAt(i) == '0' && whole > i + 1) {
            return false;
        }
        i = whole;
        if (i < token.length() && token.charAt(i) == '.') {
            int fraction = digits(token, i + 1);
            if (fraction == i + 1) {
                return false;
            }
            i = fraction;
        }
        if (i < token.length() && (token.charAt(i) == 'e' || token.charAt(i) == 'E')) {
            i++;
            i += i < token.length() && (token.charAt(i) == '+' || token.charAt(i) == '-') ? 1 : 0;
            int exponent = digits(token, i);
            if (exponent == i) {
                return false;
            }
            i = exponent;
        }
        return i == token.length();
    }

    private static int digits(String token, int from) {
        int i = from;
        while (i < token.length() && token.charAt(i) >= '0' && token.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '$' || c == '@' || c == '-' || c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isBarePart(char c) {
        return isNamePart(c) || c == '.' || c == '+' || c == '%';
    }

    // ---------------------------------------------------------------- characters

    /** The next character that is no blank and in no comment; not consumed. */
    private int next() throws IOException {
        while (true) {
            int c = peek(0);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                advance();
            } else if (c == 0xFEFF && !anyValue && open.isEmpty()) {
                advance();
            } else if (c == 0xFEFF || c == 0xA0 || c == 0x200B || c == '\f' || c == 0x2028 || c == 0x2029) {
                mended.add(Mend.BLANKS);
                advance();
            } else if (!skipped(c)) {
                return c;
            }
        }
    }

    /** Goes past a comment, or past what hides a whole block from old browsers. */
    private boolean skipped(int c) throws IOException {
        boolean outside = open.isEmpty();
        if (outside) {
            for (String wrapper : new String[] {"//<![CDATA[", "// <![CDATA[", "<![CDATA[", "]]>", "-->"}) {
                if (stands(wrapper, 0)) {
                    mended.add(Mend.WRAPPERS);
                    advance(wrapper.length());
                    return true;
                }
            }
            if (!anyValue && stands("<!--", 0)) {
                int first = peek(blanks(4));
                if (first == '{' || first == '[' || first == '/') {
                    mended.add(Mend.WRAPPERS);
                    advance(4);
                    return true;
                }
            }
        }
        if (!isComment(0)) {
            return false;
        }
        boolean cdata = stands("/*<![CDATA[*/", 0) || stands("/*]]>*/", 0) || stands("//]]>", 0) || stands("// ]]>", 0);
        mended.add(cdata ? Mend.WRAPPERS : Mend.COMMENTS);
        String end = c == '<' ? "-->" : peek(1) == '*' ? "*/" : "\n";
        advance(c == '<' ? 4 : c == '#' ? 1 : 2);
        while (peek(0) != END && !stands(end, 0)) {
            advance();
        }
        advance(peek(0) == END ? 0 : end.length());
        return true;
    }

    private boolean isComment(int ahead) throws IOException {
        int c = peek(ahead);
        return c == '#'
                || c == '/' && (peek(ahead + 1) == '/' || peek(ahead + 1) == '*')
                || c == '<' && stands("<!--", ahead);
    }

    /** How far ahead the first character is that is no blank, from so many ahead. */
    private int blanks(int ahead) throws IOException {
        int i = ahead;
        for (int c = peek(i); i < AHEAD - 16 && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); c = peek(i)) {
            i++;
        }
        return i;
    }

    private boolean stands(String text, int ahead) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (peek(ahead + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int peek(int ahead) throws IOException {
        if (position + ahead >= filled) {
            fill(ahead);
        }
        return position + ahead < filled ? buffer[position + ahead] : END;
    }

    private void fill(int ahead) throws IOException {
        if (atEnd) {
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, filled - position);
        filled -= position;
        position = 0;
        while (filled <= ahead && !atEnd) {
            int read = in.read(buffer, filled, buffer.length - filled);
            atEnd = read < 0;
            filled += Math.max(0, read);
        }
    }

    private void advance(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            advance();
        }
    }

    private void advance() throws IOException {
        int c = peek(0);
        if (c == END) {
            return;
        }
        position++;
        // Each half of a pair counts for two of its four bytes.
        offset += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3;
        column++;
        if (c == '\n') {
            line++;
            column = 1;
        }
    }

    private JsonParseException failure(String message) {
        return new JsonParseException(null, message, location());
    }

    private JsonLocation location() {
        return new JsonLocation(ContentReference.unknown(), offset, -1, (int) line, (int) column);
    }
}
