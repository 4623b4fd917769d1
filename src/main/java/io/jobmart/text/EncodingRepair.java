package io.jobmart.text;

import io.jobmart.model.EncodingFlavour;

/**
 * Undoes text that is UTF-8 read as another character set: {@code Ã©} for é, {@code â€™} and {@code ‚Äô} for ’,
 * {@code ðŸŒŽ} for an emoji. Where all characters outside ASCII encode in the wrong
 * set and decode strictly as UTF-8, the whole text is read again; else only those parts that clean text cannot have
 * ({@link MixedText}), so that clean French or a lone "Ã" stays as it is.
 *
 * <p>Windows-1252 leaves five bytes undefined. Where the reader passed them on (as C1 control characters), the text comes
 * back whole; where it dropped them or put U+FFFD or "?" instead, the rest is repaired and the loss is told.
 */
public final class EncodingRepair {
    /** A text may have been read wrongly more than once, and its parts in different ways. */
    private static final int MOST_ROUNDS = 6;

    /** Below this weight a text must have a sequence that clean text never has. */
    private static final int BEYOND_CHANCE = 9;

    private static final int NO_BYTE = -1;
    private static final String MAC_ROMAN =
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰"
                    + "ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
    private static final short[] CP1252_BYTES = bytes(EncodingFlavour.CP1252);
    private static final short[] MAC_ROMAN_BYTES = bytes(EncodingFlavour.MAC_ROMAN);

    private EncodingRepair() {}

    /**
     * A text after repair.
     *
     * @param text the very same string when there was nothing to repair
     * @param lossy whether characters are lost beyond repair; each is U+FFFD unless only one character is possible
     */
    public record Result(String text, EncodingFlavour flavour, boolean lossy) {}

    /** Repairs a text; never null unless the text is. */
    public static Result repair(String text) {
        if (text == null) {
            return new Result(null, EncodingFlavour.NONE, false);
        }
        int suspicion = suspicion(text);
        if (suspicion == CLEAN) {
            return new Result(text, EncodingFlavour.NONE, false);
        }
        String repaired = text;
        EncodingFlavour flavour = EncodingFlavour.NONE;
        boolean lossy = false;
        for (int round = 0; round < MOST_ROUNDS && (suspicion & SUSPICIOUS) != 0; round++) {
            Reading windows = read(repaired, EncodingFlavour.CP1252);
            Reading mac = read(repaired, EncodingFlavour.MAC_ROMAN);
            Reading best = mac.score() > windows.score() ? mac : windows;
            if (best.invalid == 0 && best.convincing()) {
                repaired = best.write();
                lossy |= best.lost > 0;
                flavour = flavour == EncodingFlavour.NONE ? best.flavour : flavour;
            } else {
                MixedText windowsParts = new MixedText(repaired, EncodingFlavour.CP1252);
                MixedText macParts = new MixedText(repaired, EncodingFlavour.MAC_ROMAN);
                boolean isMac = macParts.covered() > windowsParts.covered();
                MixedText parts = isMac ? macParts : windowsParts;
                if (parts.strong() == 0) {
                    break;
                }
                repaired = parts.write();
                lossy |= parts.lossy();
                EncodingFlavour found = isMac ? EncodingFlavour.MAC_ROMAN : EncodingFlavour.CP1252;
                flavour = flavour == EncodingFlavour.NONE ? found : flavour;
            }
            suspicion = suspicion(repaired);
        }
        return new Result(repaired, flavour, lossy || (suspicion & REPLACED) != 0);
    }

    private static final int CLEAN = 0;
    private static final int SUSPICIOUS = 1;
    private static final int REPLACED = 2;

    /** One cheap look: is there a pair that could be the first two bytes of a character, or a replacement character? */
    private static int suspicion(String text) {
        int found = CLEAN;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0xA0) {
                continue;
            }
            if (c == '\uFFFD') {
                found |= REPLACED;
            } else if (i + 1 < length && (found & SUSPICIOUS) == 0) {
                char next = text.charAt(i + 1);
                if (next >= 0x80
                        && (isLead(CP1252_BYTES[c]) && isContinuation(CP1252_BYTES[next])
                                || isLead(MAC_ROMAN_BYTES[c]) && isContinuation(MAC_ROMAN_BYTES[next]))) {
                    found |= SUSPICIOUS;
                }
            }
        }
        return found;
    }

    private static Reading read(String text, EncodingFlavour flavour) {
        Reading reading = new Reading(text, flavour);
        reading.weigh();
        return reading;
    }

    private static boolean isLead(int b) {
        return b >= 0xC2 && b <= 0xF4;
    }

    private static boolean isContinuation(int b) {
        return b >= 0x80 && b <= 0xBF;
    }

    /** The byte of each character in the set that a text was read in by mistake, -1 where it has none. */
    static short[] table(EncodingFlavour flavour) {
        return flavour == EncodingFlavour.CP1252 ? CP1252_BYTES : MAC_ROMAN_BYTES;
    }

    private static short[] bytes(EncodingFlavour flavour) {
        short[] bytes = new short[0x10000];
        java.util.Arrays.fill(bytes, (short) NO_BYTE);
        if (flavour == EncodingFlavour.MAC_ROMAN) {
            for (int i = 0; i < MAC_ROMAN.length(); i++) {
                bytes[MAC_ROMAN.charAt(i)] = (short) (0x80 + i);
            }
            // Older tables have the general currency sign where the euro is now, and the ohm sign for omega.
            bytes['¤'] = 0xDB;
            bytes['\u2126'] = 0xBD;
        } else {
            for (char c = 0x80; c < bytes.length - 1; c++) {
                bytes[c] = (short) Windows1252.encode(c);
            }
        }
        return bytes;
    }

    /** One way to read a text: what of it decodes, what not. */
    private static final class Reading {
        private final String text;
        private final EncodingFlavour flavour;
        private final short[] bytes;

        /** How much speaks for this reading. */
        private int weight;
        /** Characters outside ASCII that do not decode: what speaks against it. */
        private int invalid;
        /** Characters of which a byte is missing. */
        private int lost;
        /** Lost characters that have a question mark in place of the byte. */
        private int questioned;

        private boolean natural;

        // The sequence that was looked at last: its code point, -1 for none, LOST when bytes are missing; its length.
        private int codePoint;
        private int length;

        private static final int LOST = -2;

        Reading(String text, EncodingFlavour flavour) {
            this.text = text;
            this.flavour = flavour;
            this.bytes = table(flavour);
        }

        int score() {
            return weight - 3 * invalid;
        }

        /** Of a text all of which decodes. */
        boolean convincing() {
            return weight >= BEYOND_CHANCE || weight > 0 && (!natural || new MixedText(text, flavour).strong() > 0);
        }

        void weigh() {
            for (int i = 0; i < text.length(); ) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    i++;
                    continue;
                }
                sequence(i);
                if (codePoint >= 0) {
                    weight += weight(i);
                } else if (codePoint == LOST) {
                    lost++;
                    if (i + length < text.length() && text.charAt(i + length) == '?') {
                        questioned++;
                    }
                } else if (c != '\uFFFD') {
                    invalid++;
                }
                i += length;
            }
        }

        String write() {
            boolean questions = questioned * 2 > lost;
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); ) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    out.append(c);
                    i++;
                    continue;
                }
                sequence(i);
                if (codePoint >= 0) {
                    out.appendCodePoint(codePoint);
                } else if (codePoint == LOST) {
                    // Of the undefined bytes only 9D makes a common character after E2 80.
                    boolean quote = bytes[c] == 0xE2 && bytes[text.charAt(i + 1)] == 0x80;
                    out.append(quote ? '”' : '\uFFFD');
                    int after = i + length;
                    if (questions && after < text.length() && text.charAt(after) == '?') {
                        length++;
                    }
                } else {
                    out.append(c);
                }
                i += length;
            }
            return out.toString();
        }

        /** Looks at the sequence that begins at a character outside ASCII. */
        private void sequence(int at) {
            codePoint = -1;
            length = 1;
            int lead = bytes[text.charAt(at)];
            if (!isLead(lead)) {
                return;
            }
            int needed = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
            int value = lead & (0x3F >> needed);
            int seen = 0;
            while (seen < needed && at + 1 + seen < text.length()) {
                char c = text.charAt(at + 1 + seen);
                int b = c < 0x80 ? NO_BYTE : bytes[c];
                if (!isContinuation(b)) {
                    break;
                }
                value = value << 6 | b & 0x3F;
                seen++;
            }
            if (seen == needed) {
                boolean shortest = needed == 1 || value >= (needed == 2 ? 0x800 : 0x10000);
                boolean surrogate = value >= 0xD800 && value <= 0xDFFF;
                if (shortest && !surrogate && value <= 0x10FFFF) {
                    codePoint = value;
                    length = needed + 1;
                }
                return;
            }
            if (flavour != EncodingFlavour.CP1252) {
                return;
            }
            int after = at + 1 + seen;
            boolean replaced = after < text.length() && text.charAt(after) == '\uFFFD';
            if (replaced || seen > 0) {
                codePoint = LOST;
                length = 1 + seen + (replaced ? 1 : 0);
                // The undefined byte may stand in the middle: E2 [9D] A4.
                while (length <= needed && replaced && at + length < text.length()) {
                    char c = text.charAt(at + length);
                    if (c < 0x80 || c != '\uFFFD' && !isContinuation(bytes[c])) {
                        break;
                    }
                    length++;
                }
            }
        }

        /** How unlikely it is that clean text has this sequence by chance. */
        private int weight(int at) {
            char follower = text.charAt(at + 1);
            if (length == 2) {
                natural |= "’”…–—»®™°\u00A0›“‘".indexOf(follower) >= 0;
                if (codePoint >= 0xA0 && codePoint <= 0xFF) {
                    return 3;
                }
                if (codePoint <= 0x24F) {
                    return codePoint > 0xFF ? 2 : 0;
                }
                boolean script = codePoint >= 0x386 && codePoint <= 0x45F
                        || codePoint >= 0x5D0 && codePoint <= 0x5EA
                        || codePoint >= 0x621 && codePoint <= 0x669;
                return script ? 1 : 0;
            }
            if (length == 4) {
                return Character.isDefined(codePoint) ? 4 : 1;
            }
            if (!Character.isDefined(codePoint) || follower == '\u00A0') {
                return 1;
            }
            return 3;
        }
    }
}
