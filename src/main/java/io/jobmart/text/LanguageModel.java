package io.jobmart.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The weights of Apache OpenNLP's language model, from its Maven artifact. OpenNLP's own evaluation takes milliseconds a
 * text, as much as all other parsing ten times over; so the weights are read into one flat table and summed here, for the
 * languages that postings are written in.
 *
 * <p>The file is a zip with a maximum-entropy model in OpenNLP's binary form: the words "GIS", two constants, the names of
 * the outcomes, the patterns (how many character sequences share a list of outcomes, and the list), the sequences, and
 * their weights in the same order.
 */
final class LanguageModel {
    private static final String RESOURCE = "/langdetect-183.bin";
    private static final String ENTRY = "langdetect.model";
    private static final int LONGEST = 3;

    /** ISO 639-3 as the model has it, to ISO 639-1. Close relatives of a language that postings are not written in are left out. */
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("ara", "ar"),
            Map.entry("bel", "be"),
            Map.entry("bul", "bg"),
            Map.entry("cat", "ca"),
            Map.entry("ces", "cs"),
            Map.entry("dan", "da"),
            Map.entry("deu", "de"),
            Map.entry("ekk", "et"),
            Map.entry("ell", "el"),
            Map.entry("eng", "en"),
            Map.entry("fin", "fi"),
            Map.entry("fra", "fr"),
            Map.entry("heb", "he"),
            Map.entry("hin", "hi"),
            Map.entry("hrv", "hr"),
            Map.entry("hun", "hu"),
            Map.entry("ind", "id"),
            Map.entry("isl", "is"),
            Map.entry("ita", "it"),
            Map.entry("kat", "ka"),
            Map.entry("kaz", "kk"),
            Map.entry("lit", "lt"),
            Map.entry("lvs", "lv"),
            Map.entry("nld", "nl"),
            Map.entry("nob", "no"),
            Map.entry("pes", "fa"),
            Map.entry("pol", "pl"),
            Map.entry("por", "pt"),
            Map.entry("ron", "ro"),
            Map.entry("rus", "ru"),
            Map.entry("slk", "sk"),
            Map.entry("slv", "sl"),
            Map.entry("spa", "es"),
            Map.entry("srp", "sr"),
            Map.entry("swe", "sv"),
            Map.entry("tha", "th"),
            Map.entry("tur", "tr"),
            Map.entry("ukr", "uk"),
            Map.entry("urd", "ur"),
            Map.entry("vie", "vi"));

    private static final class Holder {
        static final LanguageModel STANDARD = load();
    }

    /** Sequences that tell more languages than this have a weight for each of them: adding all at once is faster. */
    private static final int FEW = 6;
    /** Letters of English, the blank and the apostrophe, by which most sequences are found without a search. */
    private static final int CODES = 29;

    private final String[] names;
    /** Of each sequence of up to three common letters its number plus one, by the codes of its letters. */
    private final int[] common = new int[CODES * CODES * CODES];
    /** The other sequences: open addressing. */
    private final long[] keys;

    private final int[] numbers;

    /** Where a sequence's weights begin, by its number; they end where the next one's begin. */
    private final int[] begins;
    /** Where a sequence's weights for all languages begin in {@code rows}, or -1. */
    private final int[] rowOf;

    private float[] rows = new float[0];
    private final byte[] targets;
    private final float[] weights;
    private int count;

    private LanguageModel(String[] names, int sequences, int entries) {
        this.names = names;
        int size = Integer.highestOneBit(sequences) << 1;
        keys = new long[size];
        numbers = new int[size];
        begins = new int[sequences + 1];
        rowOf = new int[sequences];
        targets = new byte[entries];
        weights = new float[entries];
    }

    /** The model, read when it is first asked for. */
    static LanguageModel standard() {
        return Holder.STANDARD;
    }

    int languages() {
        return names.length;
    }

    String language(int index) {
        return names[index];
    }

    /** Adds up the weights of all sequences of a sample; returns how many the model knows. */
    int score(char[] sample, int length, float[] scores) {
        int languages = names.length;
        float[] sums = new float[languages];
        int known = 0;
        for (int i = 0; i < length; i++) {
            long key = 0;
            int code = 0;
            boolean isCommon = true;
            for (int n = 0; n < LONGEST && i + n < length; n++) {
                char c = sample[i + n];
                key = key << 16 | c;
                int letter = code(c);
                isCommon &= letter > 0;
                code = code * CODES + letter;
                int number = (isCommon ? common[code] : find(key)) - 1;
                if (number < 0) {
                    continue;
                }
                known++;
                int row = rowOf[number];
                if (row >= 0) {
                    for (int language = 0; language < languages; language++) {
                        sums[language] += rows[row + language];
                    }
                } else {
                    int end = begins[number + 1];
                    for (int entry = begins[number]; entry < end; entry++) {
                        sums[targets[entry]] += weights[entry];
                    }
                }
            }
        }
        System.arraycopy(sums, 0, scores, 0, languages);
        return known;
    }

    private static int code(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : c == ' ' ? 27 : c == '\'' ? 28 : 0;
    }

    /** The number of a sequence plus one; 0 when the model does not know it. */
    private int find(long key) {
        return numbers[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Adds a sequence, whose weights are those after the last one's. */
    private void add(String sequence, int begin, int end) {
        begins[count] = begin;
        begins[count + 1] = end;
        rowOf[count] = -1;
        count++;
        int code = 0;
        for (int i = 0; i < sequence.length(); i++) {
            int letter = code(sequence.charAt(i));
            if (letter == 0) {
                int slot = slot(key(sequence));
                keys[slot] = key(sequence);
                numbers[slot] = count;
                return;
            }
            code = code * CODES + letter;
        }
        common[code] = count;
    }

    /** Spreads the weights of the commonest sequences over all languages. */
    private void spread() {
        int full = 0;
        for (int number : common) {
            full += number > 0 && begins[number] - begins[number - 1] > FEW ? 1 : 0;
        }
        rows = new float[full * names.length];
        int row = 0;
        for (int number : common) {
            if (number > 0 && begins[number] - begins[number - 1] > FEW) {
                for (int entry = begins[number - 1]; entry < begins[number]; entry++) {
                    rows[row + targets[entry]] += weights[entry];
                }
                rowOf[number - 1] = row;
                row += names.length;
            }
        }
    }

    private static long key(String sequence) {
        long key = 0;
        for (int i = 0; i < sequence.length(); i++) {
            key = key << 16 | sequence.charAt(i);
        }
        return key;
    }

    private static LanguageModel load() {
        try (InputStream resource = LanguageModel.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("Missing resource " + RESOURCE);
            }
            ZipInputStream zip = new ZipInputStream(new BufferedInputStream(resource, 1 << 16));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(ENTRY)) {
                    return read(ByteBuffer.wrap(zip.readAllBytes()));
                }
            }
            throw new IllegalStateException("No entry " + ENTRY + " in " + RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    private static String word(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xFFFF];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static LanguageModel read(ByteBuffer in) {
        String type = word(in);
        if (!type.equals("GIS")) {
            throw new IllegalStateException("Not a maximum-entropy model: " + type);
        }
        in.getInt();
        in.getDouble();
        String[] outcomes = new String[in.getInt()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = word(in);
        }
        // The outcomes that stand for a language of ours, numbered; -1 for the rest.
        int[] language = new int[outcomes.length];
        String[] names = new String[LANGUAGES.size()];
        int count = 0;
        Arrays.fill(language, -1);
        for (int i = 0; i < outcomes.length; i++) {
            String name = LANGUAGES.get(outcomes[i]);
            if (name != null) {
                names[count] = name;
                language[i] = count++;
            }
        }
        if (count != names.length) {
            throw new IllegalStateException("The language model lacks some of " + LANGUAGES.keySet());
        }
        int[][] patterns = new int[in.getInt()][];
        int entries = 0;
        for (int i = 0; i < patterns.length; i++) {
            String[] fields = word(in).split(" ");
            patterns[i] = new int[fields.length];
            int kept = 0;
            for (int j = 0; j < fields.length; j++) {
                patterns[i][j] = Integer.parseInt(fields[j]);
                kept += j > 0 && language[patterns[i][j]] >= 0 ? 1 : 0;
            }
            entries += kept * patterns[i][0];
        }
        String[] sequences = new String[in.getInt()];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = word(in);
        }
        LanguageModel model = new LanguageModel(names, sequences.length, entries);
        int sequence = 0;
        int entry = 0;
        for (int[] pattern : patterns) {
            for (int n = 0; n < pattern[0]; n++) {
                int begin = entry;
                for (int j = 1; j < pattern.length; j++) {
                    float weight = (float) in.getDouble();
                    if (language[pattern[j]] >= 0) {
                        model.targets[entry] = (byte) language[pattern[j]];
                        model.weights[entry++] = weight;
                    }
                }
                String name = sequences[sequence++];
                if (name.length() > LONGEST || entry == begin) {
                    entry = begin;
                } else {
                    model.add(name, begin, entry);
                }
            }
        }
        model.spread();
        return model;
    }
}
