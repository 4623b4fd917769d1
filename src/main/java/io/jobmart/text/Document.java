package io.jobmart.text;

import java.util.List;

/**
 * A posting's text with its blocks. Blocks lie in order and do not overlap; what lies between them is bullets and line
 * breaks.
 */
public record Document(String text, List<Block> blocks) {
    public static final Document EMPTY = new Document("", List.of());

    /** The words of a block. */
    public String text(Block block) {
        return text.substring(block.start(), block.end());
    }
}
