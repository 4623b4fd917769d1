package io.jobmart.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/**
 * Surrogate keys and content hashes.
 *
 * <p>A key is the first 8 bytes of SHA-256 over the parts of the natural key, each NFC-normalised and preceded by its
 * length in UTF-8 bytes as four big-endian bytes, -1 for null; so {@code ("a", null)} and {@code (null, "a")} differ,
 * as Spark's own hash functions do not make them. The kind is the first part: keys of different tables don't meet.
 */
public final class Keys {
    /** The member "not stated" of every dimension. */
    public static final long NOT_STATED = 0L;

    private Keys() {}

    /** The key of a natural key. Never 0 in practice (2^-64). */
    public static long of(String kind, String... parts) {
        return ByteBuffer.wrap(digest(kind, parts)).getLong();
    }

    /** A hash of 128 bits in 32 hexadecimal digits, for content. */
    public static String hash(String kind, String... parts) {
        byte[] digest = digest(kind, parts);
        StringBuilder hex = new StringBuilder(32);
        for (int i = 0; i < 16; i++) {
            hex.append(Character.forDigit((digest[i] >> 4) & 15, 16)).append(Character.forDigit(digest[i] & 15, 16));
        }
        return hex.toString();
    }

    private static byte[] digest(String kind, String... parts) {
        MessageDigest sha = sha256();
        update(sha, kind);
        for (String part : parts) {
            update(sha, part);
        }
        return sha.digest();
    }

    private static void update(MessageDigest sha, String part) {
        if (part == null) {
            sha.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        String normal = isSurelyNormal(part) || Normalizer.isNormalized(part, Normalizer.Form.NFC)
                ? part
                : Normalizer.normalize(part, Normalizer.Form.NFC);
        byte[] bytes = normal.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        sha.update(bytes);
    }

    /** Below the combining marks, and among dashes, quotes and bullets, every character is in normal form. */
    private static boolean isSurelyNormal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && (c < 0x2010 || c > 0x2027)) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
