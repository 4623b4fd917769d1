package io.jobmart.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to text without silent loss. What is valid UTF-8 is UTF-8; a byte order mark or the zero bytes of Latin text tell
 * UTF-16; all else is windows-1252, whose five undefined bytes pass as C1 control characters.
 */
public final class TextDecoder {
    /** Enough to see the pattern of zero bytes. */
    private static final int SAMPLE = 4_096;

    private TextDecoder() {}

    /**
     * A text and how its bytes were read.
     *
     * @param charset name of the character set
     * @param lossy whether bytes could not be read: each such place is U+FFFD
     */
    public record Decoded(String text, String charset, boolean lossy) {}

    public static Decoded decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return withMark(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return withMark(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return withMark(bytes, 2, StandardCharsets.UTF_16BE);
        }
        Charset wide = wideWithoutMark(bytes);
        if (wide != null) {
            String text = strict(bytes, 0, bytes.length, wide);
            if (text != null) {
                return new Decoded(text, wide.name(), false);
            }
        }
        String text = strict(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        if (text != null) {
            return new Decoded(text, "UTF-8", false);
        }
        int cut = withoutBrokenEnd(bytes);
        if (cut < bytes.length) {
            text = strict(bytes, 0, cut, StandardCharsets.UTF_8);
            if (text != null && !isAscii(bytes, cut)) {
                return new Decoded(text + '\uFFFD', "UTF-8", true);
            }
        }
        return new Decoded(Windows1252.decode(bytes), "windows-1252", false);
    }

    /** The mark says what the bytes are; where they break the rule the loss is marked and told. */
    private static Decoded withMark(byte[] bytes, int mark, Charset charset) {
        String text = strict(bytes, mark, bytes.length, charset);
        if (text != null) {
            return new Decoded(text, charset.name(), false);
        }
        return new Decoded(new String(bytes, mark, bytes.length - mark, charset), charset.name(), true);
    }

    private static String strict(byte[] bytes, int from, int to, Charset charset) {
        if (charset == StandardCharsets.UTF_8) {
            // Many times faster; only where it put in a mark of loss, or one was there, is that looked into.
            String text = new String(bytes, from, to - from, charset);
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * The kind of UTF-16 that a file is written in, told by its first bytes; null for every other character set, and for bytes
     * that only begin like it, as sounds do.
     */
    public static Charset wide(byte[] head) {
        Charset charset = startsWith(head, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : wideWithoutMark(even(head));
        if (charset == null) {
            return null;
        }
        String sample = new String(head, 0, Math.min(head.length, SAMPLE) & ~1, charset);
        long strange = sample.chars()
                .filter(c -> c == '\uFFFD' || !Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE)
                .count();
        return strange * 20 > sample.length() ? null : charset;
    }

    private static byte[] even(byte[] bytes) {
        return (bytes.length & 1) == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - 1);
    }

    private static Charset wideWithoutMark(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        if (length < 4 || (bytes.length & 1) != 0) {
            return null;
        }
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        int half = length / 2;
        if (oddZeros * 10 > half * 4 && evenZeros * 20 < half) {
            return StandardCharsets.UTF_16LE;
        }
        if (evenZeros * 10 > half * 4 && oddZeros * 20 < half) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** The length without a character that was cut in two at the end, as truncated dumps have it. */
    private static int withoutBrokenEnd(byte[] bytes) {
        for (int back = 1; back <= 3 && back <= bytes.length; back++) {
            int b = bytes[bytes.length - back] & 0xFF;
            if (b >= 0xC2 && b <= 0xF4) {
                int needed = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
                return needed > back ? bytes.length - back : bytes.length;
            }
            if (b < 0x80 || b > 0xBF) {
                return bytes.length;
            }
        }
        return bytes.length;
    }

    private static boolean isAscii(byte[] bytes, int to) {
        for (int i = 0; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
