package io.jobmart.source;

import java.util.Locale;

/**
 * One statement of N-Quads (W3C, 2014): {@code subject predicate object graph .} on a line of its own. Read here and not by
 * a library, because those read a stream up to its first wrong line and say no offset, while crawled dumps have wrong lines
 * and a record must be found again.
 *
 * @param subject IRI, or blank node with its {@code _:}
 * @param predicate IRI
 * @param object IRI, blank node, or the words of a literal
 * @param literal whether the object is a literal, of whatever type and language
 * @param graph IRI or blank node; null when the line has none
 */
record NQuad(String subject, String predicate, String object, boolean literal, String graph) {

    /** A line that is no statement. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }

        /** The line is the record; where in this program it was found wrong helps nobody. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /**
     * Reads a line.
     *
     * @return null for a blank line and for a comment
     */
    static NQuad parse(String line) throws SyntaxException {
        Reader reader = new Reader(line);
        reader.blanks();
        if (reader.ended() || reader.peek() == '#') {
            return null;
        }
        String subject = reader.resource();
        String predicate = reader.iri();
        boolean literal = reader.peek() == '"';
        String object = literal ? reader.literal() : reader.resource();
        String graph = reader.peek() == '.' ? null : reader.resource();
        reader.end();
        return new NQuad(subject, predicate, object, literal, graph);
    }

    private static final class Reader {
        private final String line;
        private int at;

        Reader(String line) {
            this.line = line;
        }

        boolean ended() {
            return at >= line.length();
        }

        char peek() {
            return at < line.length() ? line.charAt(at) : '\n';
        }

        void blanks() {
            while (peek() == ' ' || peek() == '\t') {
                at++;
            }
        }

        String resource() throws SyntaxException {
            return peek() == '_' ? blankNode() : iri();
        }

        String iri() throws SyntaxException {
            if (peek() != '<') {
                throw wrong("an address in <>");
            }
            int end = line.indexOf('>', at);
            if (end < 0) {
                throw wrong("the end of an address");
            }
            String iri = unescaped(at + 1, end);
            at = end + 1;
            blanks();
            return iri;
        }

        private String blankNode() throws SyntaxException {
            int start = at;
            while (!ended() && peek() != ' ' && peek() != '\t' && peek() != '<' && peek() != '"') {
                at++;
            }
            String node = line.substring(start, at);
            if (!node.startsWith("_:") || node.length() == 2) {
                at = start;
                throw wrong("a blank node");
            }
            blanks();
            return node;
        }

        String literal() throws SyntaxException {
            int start = ++at;
            while (!ended() && peek() != '"') {
                at += peek() == '\\' ? 2 : 1;
            }
            if (ended()) {
                at = Math.min(at, line.length());
                throw wrong("the end of a literal");
            }
            String text = unescaped(start, at);
            at++;
            if (peek() == '@') {
                while (!ended() && peek() != ' ' && peek() != '\t' && peek() != '<') {
                    at++;
                }
            } else if (line.startsWith("^^", at)) {
                at += 2;
                iri();
            }
            blanks();
            return text;
        }

        void end() throws SyntaxException {
            if (peek() != '.') {
                throw wrong("a full stop");
            }
            at++;
            blanks();
            if (!ended() && peek() != '#') {
                throw wrong("the end of the line");
            }
        }

        private String unescaped(int start, int end) throws SyntaxException {
            if (line.lastIndexOf('\\', end - 1) < start) {
                return line.substring(start, end);
            }
            StringBuilder text = new StringBuilder(end - start);
            for (int i = start; i < end; i++) {
                char c = line.charAt(i);
                if (c != '\\') {
                    text.append(c);
                    continue;
                }
                char escaped = ++i < end ? line.charAt(i) : ' ';
                switch (escaped) {
                    case 't' -> text.append('\t');
                    case 'b' -> text.append('\b');
                    case 'n' -> text.append('\n');
                    case 'r' -> text.append('\r');
                    case 'f' -> text.append('\f');
                    case '"', '\'', '\\' -> text.append(escaped);
                    case 'u', 'U' -> {
                        int digits = escaped == 'u' ? 4 : 8;
                        int point = point(i + 1, i + 1 + digits, end);
                        if (!Character.isValidCodePoint(point)) {
                            at = i;
                            throw wrong("a character's number");
                        }
                        text.appendCodePoint(point);
                        i += digits;
                    }
                    default -> {
                        at = i;
                        throw wrong("an escape that is known");
                    }
                }
            }
            return text.toString();
        }

        private int point(int from, int to, int end) {
            int point = 0;
            for (int i = from; i < to; i++) {
                int digit = i < end ? Character.digit(line.charAt(i), 16) : -1;
                if (digit < 0 || point > 0xFFFFFF) {
                    return -1;
                }
                point = point << 4 | digit;
            }
            return point;
        }

        private SyntaxException wrong(String expected) {
            return new SyntaxException(String.format(Locale.ROOT, "Expected %s at character %d", expected, at + 1));
        }
    }
}
