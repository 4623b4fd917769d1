package io.jobmart.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.parse.PostingChecks;
import io.jobmart.parse.PostingParser;
import java.nio.charset.StandardCharsets;

/**
 * Any text is a posting: {@link PostingParser} reads it without any failure, the same way each time, and what it read points
 * into the text. The first line is the format's first letter and the title, the second the header with {@code |} for its
 * line ends, the rest the description. Half of a surrogate pair stands for bytes that are no UTF-8.
 */
public final class PostingFuzz {
    private static final PostingParser PARSER = PostingParser.standard();

    private PostingFuzz() {}

    /** All that is loaded once, which may take longer than an input. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("PBaker\nOven Ltd|Hamburg\nBakes bread for 3,000 EUR.".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        String input = new String(bytes, StandardCharsets.UTF_8).replace('\uFFFD', '\uD83D');
        String[] parts = input.split("\n", 3);
        String header = parts.length > 1 ? parts[1].replace('|', '\n') : "";
        RawPosting raw = RawPosting.of(SourceFormat.JSON, "a.json", null)
                .title(parts[0].isEmpty() ? "" : parts[0].substring(1))
                .header(header.isEmpty() ? null : header)
                .description(parts.length > 2 ? parts[2] : "", format(input))
                .build();
        Posting posting = PARSER.parse(raw);
        PostingChecks.assertSound(posting);
        assertEquals(posting, PARSER.parse(raw), "read again");
    }

    private static TextFormat format(String input) {
        return switch (input.isEmpty() ? 'P' : input.charAt(0)) {
            case 'H' -> TextFormat.HTML;
            case 'M' -> TextFormat.MARKDOWN;
            default -> TextFormat.PLAIN;
        };
    }
}
