package io.jobmart.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be cut into lines at line feeds, whatever the file has: the carriage returns of a file without any line
 * feed are turned into line feeds. Anything else passes as it is.
 */
final class PlainBytes {
    private PlainBytes() {}

    /**
     * The content, made ready for {@link LineInput}.
     *
     * @param head its first bytes
     */
    static InputStream of(InputStream content, byte[] head) {
        boolean feeds = false;
        boolean returns = false;
        for (byte b : head) {
            feeds |= b == '\n';
            returns |= b == '\r';
        }
        return returns && !feeds ? new Returns(content) : content;
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
