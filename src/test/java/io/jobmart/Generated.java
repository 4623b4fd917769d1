package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a page, between marks, that the code writes. With {@code -Djobmart.update=true} they are written anew. */
final class Generated {
    private Generated() {}

    static Pattern marks(String name) {
        return Pattern.compile("(<!-- " + name + ":begin[^\\n]*-->\\n).*?(<!-- " + name + ":end -->)", Pattern.DOTALL);
    }

    /** Fails when the part is not as the code has it now. */
    static void require(Path page, String name, String generated) throws IOException {
        String text = Files.readString(page);
        Matcher section = marks(name).matcher(text);
        assertTrue(section.find(), page + " has lost the marks of " + name);
        String expected = text.substring(0, section.start())
                + section.group(1)
                + generated.strip()
                + "\n"
                + section.group(2)
                + text.substring(section.end());
        if (Boolean.getBoolean("jobmart.update")) {
            Files.writeString(page, expected);
            return;
        }
        assertEquals(
                expected, text, page + " is out of date: mvn test -Dtest='ReadmeTest,SiteTest' -Djobmart.update=true");
    }
}
