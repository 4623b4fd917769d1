package io.jobmart.source;

import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-16 as UTF-8, so that every format is read from bytes of one kind. What is no character, half of a surrogate
 * pair, becomes U+FFFD, which is told as a loss where it stands.
 */
final class NarrowInput extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[8 * 1024];
    private byte[] bytes = new byte[0];
    private int position;
    /** The first half of a character, whose second half comes with the next read. */
    private char half;

    NarrowInput(InputStream wide, Charset charset) {
        reader = new InputStreamReader(wide, charset);
    }

    /** The bytes themselves, or those of the same text in UTF-8 when they are UTF-16. */
    static byte[] of(byte[] bytes) {
        Charset wide = TextDecoder.wide(bytes);
        if (wide == null) {
            return bytes;
        }
        String text = new String(bytes, wide);
        return text.substring(text.startsWith("\uFEFF") ? 1 : 0).getBytes(StandardCharsets.UTF_8);
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
