package io.jobmart.source;

import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that can be cut into lines at line feeds, whatever the file has: UTF-16 is turned into UTF-8, and the carriage
 * returns of a file without any line feed into line feeds. Anything else passes as it is.
 */
final class PlainBytes {
    private PlainBytes() {}

    /**
     * The content, made ready for {@link LineInput}.
     *
     * @param head its first bytes
     */
    static InputStream of(InputStream content, byte[] head) {
        String charset = TextDecoder.decode(
                        head.length % 2 == 0 ? head : java.util.Arrays.copyOf(head, head.length - 1))
                .charset();
        if (charset.startsWith("UTF-16")) {
            return new Narrowed(new InputStreamReader(content, Charset.forName(charset)));
        }
        boolean feeds = false;
        boolean returns = false;
        for (byte b : head) {
            feeds |= b == '\n';
            returns |= b == '\r';
        }
        return returns && !feeds ? new Returns(content) : content;
    }

    private static final class Narrowed extends InputStream {
        private final Reader reader;
        private final char[] characters = new char[8 * 1024];
        private byte[] bytes = new byte[0];
        private int position;
        /** The first half of a character, whose second half comes with the next read. */
        private char half;

        private Narrowed(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (position == bytes.length) {
                int start = half == 0 ? 0 : 1;
                characters[0] = half == 0 ? characters[0] : half;
                int read = reader.read(characters, start, characters.length - start);
                int end = start + Math.max(0, read);
                half = 0;
                if (end == 0) {
                    return -1;
                }
                if (read > 0 && Character.isHighSurrogate(characters[end - 1])) {
                    half = characters[--end];
                }
                int from = end > 0 && characters[0] == '\uFEFF' ? 1 : 0;
                bytes = new String(characters, from, end - from).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, into, offset, count);
            position += count;
            return count;
        }
    }

    private static final class Returns extends InputStream {
        private final InputStream content;

        private Returns(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            int b = content.read();
            return b == '\r' ? '\n' : b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = content.read(into, offset, length);
            for (int i = offset; i < offset + read; i++) {
                into[i] = into[i] == '\r' ? (byte) '\n' : into[i];
            }
            return read;
        }
    }
}
