package io.jobmart.text;

import io.jobmart.text.TextDecoder.Decoded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a web page to text. A byte order mark counts first. Then, unlike in browsers, bytes that are valid UTF-8
 * are UTF-8 whatever is declared, since servers and templates declare the wrong set far more often than another set makes
 * valid UTF-8 by chance. After that counts what the server said, then what the page says of itself, then what
 * {@link TextDecoder} takes it for.
 */
public final class HtmlDecoder {
    /** Browsers look at 1,024 bytes; pages with long comments or scripts in front say it later. */
    private static final int LOOK = 8 * 1024;

    private static final int MOST_META = 200;
    private static final Pattern DECLARATION = Pattern.compile(
            "<meta\\b[^>]{0,300}?\\bcharset\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([^\\s\"'/>;]{1,40})"
                    + "|<\\?xml\\b[^>]{0,100}?\\bencoding\\s{0,5}=\\s{0,5}[\"']([^\"'>]{1,40})",
            Pattern.CASE_INSENSITIVE);
    private static final byte ESCAPE = 0x1B;

    private HtmlDecoder() {}

    /**
     * Decodes a page.
     *
     * @param declared charset of the Content-Type that came with it; may be null or no charset at all
     */
    public static Decoded decode(byte[] bytes, String declared) {
        Decoded plain = TextDecoder.decode(bytes);
        if (!plain.charset().equals("windows-1252")) {
            return isShifted(bytes, plain) ? shifted(bytes, declared, plain) : plain;
        }
        Decoded damaged = null;
        for (String label : new String[] {declared, declaredIn(bytes)}) {
            Charset charset = CharsetLabels.charset(label);
            if (charset == null) {
                continue;
            }
            if (charset.name().equals("windows-1252")) {
                return plain;
            }
            if (charset == StandardCharsets.UTF_8 && !isMostlyUtf8(bytes)) {
                continue;
            }
            Decoded decoded = decode(bytes, charset);
            if (!decoded.lossy()) {
                return decoded;
            }
            damaged = damaged == null ? decoded : damaged;
        }
        return damaged == null ? plain : damaged;
    }

    /** What the page declares in its first bytes, or null. */
    static String declaredIn(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARATION.matcher(head);
        for (int i = 0; i < MOST_META && matcher.find(); i++) {
            String label = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            Charset charset = CharsetLabels.charset(label);
            if (charset != null) {
                // A page that says UTF-16 in letters of one byte is none.
                return charset.name().startsWith("UTF-16") ? "utf-8" : label;
            }
        }
        return null;
    }

    private static Decoded decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return new Decoded(text, charset.name(), text.indexOf('\uFFFD') >= 0);
    }

    /** Whether bytes are all of ASCII and shift to Japanese by escapes. */
    private static boolean isShifted(byte[] bytes, Decoded plain) {
        return plain.text().length() == bytes.length && plain.text().indexOf(ESCAPE) >= 0;
    }

    private static Decoded shifted(byte[] bytes, String declared, Decoded plain) {
        for (String label : new String[] {declared, declaredIn(bytes)}) {
            Charset charset = CharsetLabels.charset(label);
            if (charset != null && charset.name().equals("ISO-2022-JP")) {
                return decode(bytes, charset);
            }
        }
        return plain;
    }

    /** Whether most bytes beyond ASCII make characters: a page of UTF-8 into which something else was pasted. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
            int seen = 0;
            while (seen < more && i + 1 < bytes.length && (bytes[i + 1] & 0xC0) == 0x80) {
                seen++;
                i++;
            }
            if (more > 0 && seen == more) {
                good++;
            } else {
                bad++;
            }
        }
        return good > 4 * bad;
    }
}
