package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
    private static final String TEXT = "Café – 東京 💰 and some plain words after it";

    @Test
    void utf8IsRead() {
        assertEquals(
                new TextDecoder.Decoded(TEXT, "UTF-8", false),
                TextDecoder.decode(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertEquals(
                TEXT,
                TextDecoder.decode(bytes(0xEF, 0xBB, 0xBF, TEXT.getBytes(StandardCharsets.UTF_8)))
                        .text());
        assertEquals(
                TEXT,
                TextDecoder.decode(bytes(0xFF, 0xFE, -1, TEXT.getBytes(StandardCharsets.UTF_16LE)))
                        .text());
        assertEquals(
                TEXT,
                TextDecoder.decode(bytes(0xFE, 0xFF, -1, TEXT.getBytes(StandardCharsets.UTF_16BE)))
                        .text());
    }

    @Test
    void utf16WithoutMarkIsToldByItsZeroBytes() {
        String plain = "We look for a developer with five years of Java.";
        assertEquals(
                "UTF-16LE",
                TextDecoder.decode(plain.getBytes(StandardCharsets.UTF_16LE)).charset());
        assertEquals(
                plain,
                TextDecoder.decode(plain.getBytes(StandardCharsets.UTF_16BE)).text());
    }

    @Test
    void allElseIsWindows1252() {
        byte[] bytes = {'C', 'a', 'f', (byte) 0xE9, ' ', (byte) 0x93, 'x', (byte) 0x94, (byte) 0x81};
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        assertEquals("Café “x”\u0081", decoded.text());
        assertEquals("windows-1252", decoded.charset());
        assertFalse(decoded.lossy());
    }

    @Test
    void aCharacterCutAtTheEndIsALossAndNoOtherCharacterSet() {
        byte[] bytes = "Café in Tōkyō, 東".getBytes(StandardCharsets.UTF_8);
        TextDecoder.Decoded decoded = TextDecoder.decode(Arrays.copyOf(bytes, bytes.length - 1));
        assertEquals("Café in Tōkyō, \uFFFD", decoded.text());
        assertTrue(decoded.lossy());
    }

    @Test
    void nothingIsTheEmptyText() {
        assertEquals(new TextDecoder.Decoded("", "UTF-8", false), TextDecoder.decode(new byte[0]));
    }

    private static byte[] bytes(int first, int second, int third, byte[] rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        if (third >= 0) {
            out.write(third);
        }
        out.writeBytes(rest);
        return out.toByteArray();
    }
}
