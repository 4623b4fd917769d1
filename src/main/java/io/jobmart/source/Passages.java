package io.jobmart.source;

import io.jobmart.model.RawPosting;
import io.jobmart.model.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the parts of a text together, each under its heading, in a format that holds them all. */
final class Passages {
    /** How many letters of a part are compared, to tell whether the text has it already. */
    private static final int COMPARED = 80;

    private record Passage(String heading, String text) {}

    private final List<Passage> all = new ArrayList<>();

    /**
     * Adds a part.
     *
     * @param heading may be null
     */
    void add(String heading, String text) {
        all.add(new Passage(heading, text));
    }

    /** Adds a part unless one before begins with it or holds its beginning: exporters write some parts twice. */
    void addNew(String heading, String text) {
        String letters = letters(text, COMPARED);
        for (Passage passage : all) {
            if (letters(passage.text(), Integer.MAX_VALUE).contains(letters)) {
                return;
            }
        }
        add(heading, text);
    }

    /** The text as the posting's description; nothing when there is no part. */
    void into(RawPosting.Builder posting) {
        if (all.isEmpty()) {
            return;
        }
        if (all.size() == 1 && all.get(0).heading() == null) {
            String text = all.get(0).text();
            posting.description(text, JsonPostings.formatOf(text));
            return;
        }
        TextFormat format = all.stream()
                .map(passage -> JsonPostings.formatOf(passage.text()))
                .reduce(TextFormat.PLAIN, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        StringBuilder text = new StringBuilder();
        for (Passage passage : all) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            String heading = passage.heading();
            if (heading != null) {
                text.append(
                        switch (format) {
                            case HTML -> "<h3>" + escaped(heading) + "</h3>\n";
                            case MARKDOWN -> "### " + heading + "\n\n";
                            case PLAIN -> heading + "\n";
                        });
            }
            boolean plainInHtml = format == TextFormat.HTML && JsonPostings.formatOf(passage.text()) != TextFormat.HTML;
            text.append(
                    plainInHtml ? "<p>" + escaped(passage.text()).replace("\n", "<br>\n") + "</p>" : passage.text());
        }
        posting.description(text.toString(), format);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** The letters and digits outside of tags, in lower case. */
    private static String letters(String text, int most) {
        StringBuilder letters = new StringBuilder();
        boolean tag = false;
        for (int i = 0; i < text.length() && letters.length() < most; i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '>') {
                tag = c == '<';
            } else if (!tag && Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
