package io.jobmart.vocabulary;

import io.jobmart.text.Tokens;
import java.util.Arrays;

/** The names found in tokens, in their order, not overlapping. What is a skill and what a chance word is decided later. */
public final class SkillMatches {
    private final Tokens tokens;
    private int count;
    private SkillName[] names = new SkillName[16];
    private int[] firsts = new int[16];
    private int[] ends = new int[16];
    private boolean[] written = new boolean[16];

    SkillMatches(Tokens tokens) {
        this.tokens = tokens;
    }

    void add(SkillName name, int first, int end, boolean asWritten) {
        if (count == names.length) {
            int capacity = count * 2;
            names = Arrays.copyOf(names, capacity);
            firsts = Arrays.copyOf(firsts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            written = Arrays.copyOf(written, capacity);
        }
        names[count] = name;
        firsts[count] = first;
        ends[count] = end;
        written[count] = asWritten;
        count++;
    }

    public int count() {
        return count;
    }

    public SkillName name(int match) {
        return names[match];
    }

    /** First token. */
    public int first(int match) {
        return firsts[match];
    }

    /** Token after the last. */
    public int end(int match) {
        return ends[match];
    }

    /** Whether the letters have the case that the name asks for. */
    public boolean written(int match) {
        return written[match];
    }

    /** Offset of the first character. */
    public int start(int match) {
        return tokens.start(firsts[match]);
    }

    /** Offset after the last character, without a possessive. */
    public int stop(int match) {
        return tokens.wordEnd(ends[match] - 1);
    }
}
