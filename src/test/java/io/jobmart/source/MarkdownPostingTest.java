package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownPostingTest {
    private static final String TITLE = "# [Baker](https://jobs.example/apply/baker-17)  \n";

    @Test
    void everyPartOfTheHeadIsRead() {
        RawPosting posting = Read.one(TITLE
                + "### Crumb & Co  \n#### `💰 USD 50k~60k` `🌎 US,Remote,Portland, OR`  \n\nWe bake.\n\n"
                + "## CLICK TO [APPLY](https://jobs.example/apply/baker-17)\n");
        assertEquals(SourceFormat.MARKDOWN, posting.format());
        assertEquals("Baker", posting.title());
        assertEquals("https://jobs.example/apply/baker-17", posting.url());
        assertNull(posting.id());
        assertNull(posting.sourceRecord());
        assertEquals("Crumb & Co", posting.company());
        assertEquals("Crumb & Co · 💰 USD 50k~60k · 🌎 US,Remote,Portland, OR", posting.header());
        assertEquals(List.of("USD 50k~60k"), posting.payChips());
        assertEquals(List.of("US,Remote,Portland, OR"), posting.placeChips());
        assertEquals("We bake.", posting.description());
        assertEquals(TextFormat.MARKDOWN, posting.descriptionFormat());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#### `💰 $20/hr` `🌎 Oslo`",
                "#### 💰 $20/hr 🌎 Oslo",
                "####`💰 $20/hr``🌎 Oslo`",
                "#### `💰 $20/hr` `🌎 Oslo",
                "#### `💰 $20/hr `  ` 🌎  Oslo`  \r",
                "#### `ðŸ’° $20/hr` `ðŸŒŽ Oslo`",
                "#### `üí∞ $20/hr` `üåé Oslo`",
                "#### `💰️ $20/hr` `🌍 Oslo`"
            })
    void chipsAreFoundByTheirSigns(String chips) {
        RawPosting posting = Read.one(TITLE + "### Crumb\n" + chips + "\n\nWe bake.");
        assertEquals(List.of("$20/hr"), posting.payChips());
        assertEquals(List.of("Oslo"), posting.placeChips());
        assertTrue(posting.header().contains("$20/hr") && posting.header().contains("Oslo"), posting.header());
        assertEquals("We bake.", posting.description());
    }

    @ParameterizedTest
    @ValueSource(strings = {"####  ", "#### ``", "#### `💰 ` `🌎`", "#### `🌎 `"})
    void emptyChipsAreAbsent(String chips) {
        RawPosting posting = Read.one(TITLE + "### None\n" + chips + "\n\nWe bake.");
        assertNull(posting.company());
        assertNull(posting.header());
        assertEquals(List.of(), posting.payChips());
        assertEquals(List.of(), posting.placeChips());
        assertEquals("We bake.", posting.description());
    }

    @Test
    void aChipWithoutSignStaysInTheHeaderOnly() {
        RawPosting posting = Read.one(TITLE + "### Crumb\n#### `Full-time` `🌎 Oslo`\n\nWe bake.");
        assertEquals("Crumb · Full-time · 🌎 Oslo", posting.header());
        assertEquals(List.of("Oslo"), posting.placeChips());
    }

    @Test
    void bracketsInTitleAndAddressStay() {
        RawPosting posting = Read.one("# [Baker [night] (m/f) \\| Oven](https://jobs.example/a(1)_b)\n### Crumb\n\nx");
        assertEquals("Baker [night] (m/f) | Oven", posting.title());
        assertEquals("https://jobs.example/a(1)_b", posting.url());
    }

    @Test
    void aHeadingOfTheBodyIsNoCompany() {
        RawPosting posting = Read.one(TITLE + "\n### About us\n\nWe bake.");
        assertNull(posting.company());
        assertEquals("### About us\n\nWe bake.", posting.description());
    }

    @Test
    void blankLinesBetweenTheLinesOfTheHeadDoNotMatter() {
        RawPosting posting = Read.one("\n\n" + TITLE + "\n### Crumb\n\n#### `🌎 Oslo`\n\nWe bake.");
        assertEquals("Crumb", posting.company());
        assertEquals(List.of("Oslo"), posting.placeChips());
        assertEquals("We bake.", posting.description());
    }

    @Test
    void onlyTheLastLineIsTheApplyLink() {
        String body = "## CLICK TO [APPLY](https://jobs.example/x)\n\nOr write to us.";
        assertEquals(body, Read.one(TITLE + "### Crumb\n\n" + body).description());
    }

    @Test
    void aTitleWithLinesOfFactsBelowIsRead() {
        RawPosting posting = Read.one("# Night Baker — Crumb\n\n**URL:** https://boards.example/crumb/jobs/7\n"
                + "**Location:** Oslo, Norway; Bergen, Norway\n\n---\n\n## Duties\n\nBake.");
        assertEquals("Night Baker", posting.title());
        assertEquals("Crumb", posting.company());
        assertEquals("https://boards.example/crumb/jobs/7", posting.url());
        assertEquals(List.of("Oslo, Norway", "Bergen, Norway"), posting.placeChips());
        assertEquals("Crumb · Oslo, Norway; Bergen, Norway", posting.header());
        assertEquals("## Duties\n\nBake.", posting.description());
    }

    @Test
    void thePartBehindADashIsTheCompanyOnlyWhenTheAddressNamesIt() {
        RawPosting posting = Read.one("# Baker - Oslo\n\n**URL:** https://boards.example/crumb/jobs/7\n\nBake.");
        assertEquals("Baker - Oslo", posting.title());
        assertNull(posting.company());
    }

    @Test
    void aCompanyLineIsBelieved() {
        RawPosting posting =
                Read.one("# Baker - Oslo\n**Company:** Crumb\n**URL:** <https://boards.example/7>\n\nBake.");
        assertEquals("Baker - Oslo", posting.title());
        assertEquals("Crumb", posting.company());
        assertEquals("https://boards.example/7", posting.url());
    }

    @Test
    void anAddressAloneIsAHead() {
        RawPosting posting = Read.one("**URL:** https://boards.example/7\n\nWe look for a baker.\n");
        assertNull(posting.title());
        assertNull(posting.header());
        assertEquals("https://boards.example/7", posting.url());
        assertEquals("We look for a baker.", posting.description());
    }

    @Test
    void otherMarkdownIsABodyWithoutTitle() {
        RawPosting posting = Read.one("# About us\n\nWe bake.\n\n## The role\n\nBake.");
        assertEquals(SourceFormat.MARKDOWN, posting.format());
        assertNull(posting.title());
        assertTrue(posting.description().startsWith("# About us"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Baker\n\n| | |\n|---|---|\n| **Company** | Crumb |\n| Location | Leeds |\n| Salary | £30,000 |\n\n## Duties\nBake.",
                "# Baker\n\n- **Company:** Crumb\n- **Location**: Leeds\n- **Team:** Ovens\n- **Pay:** £30,000\n\n## Duties\nBake.",
                "# Baker\n\nCompany: Crumb\nLocation: Leeds\nSalary: £30,000\n\n## Duties\nBake.",
            })
    void labelledLinesBelowAHeadingAreTheHead(String text) {
        RawPosting posting = Read.one(text);
        assertEquals("Crumb", posting.company());
        assertEquals(List.of("Leeds"), posting.placeChips());
        assertEquals(List.of("£30,000"), posting.payChips());
        assertEquals("# Baker\n\n## Duties\nBake.", posting.description());
    }

    @Test
    void oneLabelInProseIsNoHead() {
        String text = "We bake.\n\nLocation: Leeds\n\nNote: bring hands.\n";
        assertEquals(text, Read.one(text).description());
    }

    @Test
    void aBlockOfLinkedDataWithinATextIsRead() {
        RawPosting posting = Read.one("Baker at Crumb\n\n<script type=\"application/ld+json\">\n"
                + "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":\"Bake.\"}\n</script>\n");
        assertEquals("Baker", posting.title());
        assertEquals("Bake.", posting.description());
    }
}
