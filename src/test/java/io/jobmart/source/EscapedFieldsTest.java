package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.RawPosting;
import io.jobmart.text.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same posting, escaped once to three times in every format that carries HTML. */
class EscapedFieldsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void jsonLd(int times) throws IOException {
        assertPosting("escaped.json", """
                {"@context": "https://schema.org", "@type": "JobPosting", "title": "%s",
                 "hiringOrganization": {"@type": "Organization", "name": "%s"}, "description": "%s"}
                """.formatted(title(times), company(times), description(times)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void csv(int times) throws IOException {
        assertPosting(
                "escaped.csv",
                "title,company,description\n\"%s\",\"%s\",\"%s\"\n"
                        .formatted(title(times), company(times), description(times)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void xml(int times) throws IOException {
        assertPosting("escaped.xml", """
                <?xml version="1.0" encoding="utf-8"?>
                <source><publisher>Example</publisher><job><title><![CDATA[%s]]></title>
                <referencenumber>7</referencenumber><url>https://crumb.example/7</url>
                <company><![CDATA[%s]]></company>
                <description><![CDATA[%s]]></description></job></source>
                """.formatted(title(times), company(times), description(times)));
    }

    private static void assertPosting(String file, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (var records = Sources.read(file, new ByteArrayInputStream(bytes), ReadOptions.standard())) {
            RawPosting posting = ((SourceRecord.Accepted) records.next()).posting();
            assertEquals("Baker & Cook’s mate", posting.title());
            assertEquals("Crumb & Co", posting.company());
            assertEquals(
                    "We bake & serve.\n\n- Five years of baking",
                    Documents.of(posting.description(), posting.descriptionFormat())
                            .text());
        }
    }

    private static String title(int times) {
        return escaped("Baker & Cook’s mate", times).replace("’", "&rsquo;".replace("&", escaped("&", times - 1)));
    }

    private static String company(int times) {
        return escaped("Crumb & Co", times);
    }

    private static String description(int times) {
        return escaped("<p>We bake &amp; serve.</p><ul><li>Five years of baking</li></ul>", times);
    }

    private static String escaped(String text, int times) {
        String escaped = text;
        for (int i = 0; i < times; i++) {
            escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
        return escaped;
    }
}
