package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FrontMatterTest {
    @Test
    void theHeaderGivesTheFactsAndTheRestIsTheBody() {
        RawPosting posting = Read.one(
                "---\ntitle: 'Head Baker: nights'\ncompany: Crumb Ltd\nurl: https://jobs.example/1\n"
                        + "location: Leeds, England\ncontract: permanent\ncontact:\n    name: Ann Other\n    email: a@crumb.example\n"
                        + "created: !!timestamp '2024-03-01' # today\ntags:\n  - rye\n  - wheat\n---\n\n# You\n\n- bake\n");
        assertEquals(SourceFormat.FRONT_MATTER, posting.format());
        assertEquals("Head Baker: nights", posting.title());
        assertEquals("Crumb Ltd", posting.company());
        assertEquals("https://jobs.example/1", posting.url());
        assertEquals(List.of(new RawPlace(null, null, null, "Leeds, England")), posting.places());
        assertEquals(List.of("permanent"), posting.employmentTypes());
        assertEquals("2024-03-01", posting.datePosted());
        assertEquals(List.of("rye", "wheat"), posting.skills());
        assertEquals("\n# You\n\n- bake\n", posting.description());
        assertEquals(TextFormat.MARKDOWN, posting.descriptionFormat());
    }

    @Test
    void aBodyMayBeHtml() {
        RawPosting posting = Read.one("---\r\ntitle: Baker\r\n---\r\n<p>We bake.</p><ul><li>rye</li></ul>");
        assertEquals("Baker", posting.title());
        assertEquals(TextFormat.HTML, posting.descriptionFormat());
    }

    @Test
    void ofAHeaderThatIsNoYamlTheLabelledLinesAreRead() {
        String text = "---\ntitle: [Baker\n---\nWe bake.";
        RawPosting posting = Read.one(text);
        assertNull(posting.title());
        assertEquals(text, posting.description());
        assertEquals(
                "Baker: nights",
                Read.one("---\ntitle: Baker: nights\ncompany: 'Crumb'\n---\nWe bake.")
                        .title());
        RawPosting endless = Read.one("---\ntitle: Baker\nWe bake.");
        assertEquals("Baker", endless.title());
        assertEquals("We bake.", endless.description());
    }

    @Test
    @Timeout(120)
    void aliasesAreNotFollowed() {
        StringBuilder bomb = new StringBuilder("---\ntitle: Baker\na0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        RawPosting posting = Read.one(bomb + "tags: *a59\n---\nWe bake.");
        assertEquals("Baker", posting.title());
        assertEquals(List.of(), posting.skills());
    }

    @Test
    @Timeout(120)
    void aHeaderOfBracketsEnds() {
        RawPosting posting = Read.one("---\ntitle: " + "[".repeat(60_000) + "\n---\nWe bake.");
        assertNull(posting.title());
    }
}
