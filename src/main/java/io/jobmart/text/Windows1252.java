package io.jobmart.text;

/**
 * Windows-1252 as browsers read it: the five bytes that it leaves undefined stand for the C1 control characters of the
 * same number, so that every byte has a character and nothing is lost.
 */
final class Windows1252 {
    private static final String HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private Windows1252() {}

    static String decode(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            text[i] = b >= 0x80 && b < 0xA0 ? HIGH.charAt(b - 0x80) : (char) b;
        }
        return new String(text);
    }

    /** The byte of a character from 128 on; -1 when there is none. */
    static int encode(char c) {
        if (c >= 0xA0 && c <= 0xFF) {
            return c;
        }
        int high = HIGH.indexOf(c);
        if (high >= 0) {
            return 0x80 + high;
        }
        // C1 controls whose byte has a character of its own come from readers that took the bytes for Latin-1.
        return c >= 0x80 && c < 0xA0 ? c : -1;
    }
}
