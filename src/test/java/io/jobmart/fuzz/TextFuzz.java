package io.jobmart.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.TextFormat;
import io.jobmart.text.Block;
import io.jobmart.text.Document;
import io.jobmart.text.Documents;
import io.jobmart.text.EncodingRepair;
import io.jobmart.text.HtmlDecoder;
import io.jobmart.text.LanguageIdentifier;
import io.jobmart.text.TextDecoder;

/** Any bytes are a text: it is decoded, repaired once and for all, and cut into blocks that lie within it in their order. */
public final class TextFuzz {
    private TextFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = TextDecoder.decode(bytes).text();
        HtmlDecoder.decode(bytes, null);
        EncodingRepair.Result repaired = EncodingRepair.repair(text);
        assertTrue(repaired.text().length() <= text.length(), "a repair makes a text no longer");
        assertEquals(repaired.text(), EncodingRepair.repair(repaired.text()).text(), "repaired again");
        LanguageIdentifier.of(repaired.text());
        for (TextFormat format : TextFormat.values()) {
            Document document = Documents.of(repaired.text(), format);
            int end = 0;
            for (Block block : document.blocks()) {
                assertTrue(end <= block.start(), () -> format + ": " + block + " begins before the one before it ends");
                assertTrue(
                        block.start() < block.end()
                                && block.start() <= block.strongEnd()
                                && block.strongEnd() <= block.end()
                                && block.end() <= document.text().length(),
                        () -> format + ": " + block + " of " + document.text().length());
                end = block.end();
            }
            if (format == TextFormat.PLAIN && !document.blocks().isEmpty()) {
                assertEquals(repaired.text(), document.text(), "a plain text stays as it is");
            }
        }
    }
}
