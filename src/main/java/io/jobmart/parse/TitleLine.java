package io.jobmart.parse;

import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The line of a text that states its title, where the source has no field for it.
 *
 * @param start offset of the title in the text
 */
record TitleLine(String title, int start) {
    /** The first line, or one of the first that is labelled as the title; null where a text begins with sentences. */
    static TitleLine of(PostingView view) {
        List<Block> blocks = view.document().blocks();
        Block labelled = null;
        Block first = null;
        for (int b = 0; b < Math.min(6, blocks.size()); b++) {
            String line = view.document().text(blocks.get(b)).strip();
            if (line.isEmpty() || line.contains("://")) {
                continue;
            }
            if (line.length() <= 120
                    && TitleCleaner.PREFIX.matcher(line).find()
                    && !TitleCleaner.PREFIX.matcher(line).replaceFirst("").isBlank()
                    && (first == null || endsLine(view.text(), blocks.get(b).end()))) {
                labelled = blocks.get(b);
                break;
            }
            if (first == null) {
                first = blocks.get(b);
            }
        }
        Block block = labelled != null ? labelled : first;
        if (block == null) {
            return null;
        }
        String written = view.document().text(block);
        String line = written.strip();
        int start = block.start() + written.indexOf(line);
        int bar = line.indexOf(" | ");
        if (bar > 0) {
            line = line.substring(0, bar);
        }
        boolean sentence = line.endsWith(".") || line.endsWith("!") || line.endsWith("?") || line.contains(". ");
        int words = line.split(" ").length;
        return line.length() > 120 || words > 14 || sentence && words > 6 ? null : new TitleLine(line, start);
    }

    /** How forms head the field of the title. */
    private static final Set<String> FIELDS = Set.of(
            "job title",
            "internship title",
            "position title",
            "role title",
            "stellentitel",
            "intitulé du poste",
            "título del puesto",
            "título da vaga");

    /**
     * What stands below a form's heading "Job title", as in a posting that was handed in as an issue: "### Job Title", and
     * the title below. Null where there is no such field, or nothing in it.
     */
    static TitleLine inForm(PostingView view) {
        List<Block> blocks = view.document().blocks();
        for (int b = 0; b + 1 < blocks.size(); b++) {
            Block field = blocks.get(b);
            if (field.end() - field.start() > LONGEST_FIELD
                    || !FIELDS.contains(view.document().text(field).strip().toLowerCase(Locale.ROOT))) {
                continue;
            }
            Block below = blocks.get(b + 1);
            String written = view.document().text(below);
            String line = written.strip();
            boolean title = below.kind() == BlockKind.PARAGRAPH
                    && !line.isEmpty()
                    && line.length() <= 120
                    && !line.endsWith(".")
                    && !CompanyName.isNone(line);
            return title ? new TitleLine(line, below.start() + written.indexOf(line)) : null;
        }
        return null;
    }

    private static final int LONGEST_FIELD = 24;

    /** A label in front of more on the same line is one of a text that lost its line breaks, and no better than a first line. */
    private static boolean endsLine(String text, int end) {
        int i = end;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\r')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n';
    }
}
