package io.jobmart.cli;

import java.util.Locale;

/** How rows are printed or written. */
enum ResultFormat {
    /** Aligned columns, for people. */
    TABLE,
    /** RFC 4180 with a header row; null is an empty field. */
    CSV,
    /** One JSON array, one object a line. */
    JSON,
    /** Typed and compressed; only into a file. */
    PARQUET;

    /**
     * The format that a file's name asks for.
     *
     * @return null when its ending tells none
     */
    static ResultFormat ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (ResultFormat format : values()) {
            if (lower.endsWith("." + format)) {
                return format;
            }
        }
        return lower.endsWith(".txt") ? TABLE : null;
    }

    /** As typed on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
