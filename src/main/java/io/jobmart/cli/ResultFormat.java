package io.jobmart.cli;

/** How rows are printed. */
enum ResultFormat {
    /** Aligned columns, for people. */
    TABLE,
    /** RFC 4180 with a header row; null is an empty field. */
    CSV,
    /** One JSON array, one object a line. */
    JSON;

    /** As typed on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
