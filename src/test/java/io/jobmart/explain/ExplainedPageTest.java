package io.jobmart.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.Posting;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.parse.PostingParser;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that explains a posting, as a browser would take it apart. */
class ExplainedPageTest {
    private static final String MARKDOWN = """
            ## About us
            **Crumb** bakes bread in Graz and pays €30,000 - €36,000 a year.

            ## Requirements
            - Bachelor's degree and 4+ years of experience with Java, or
            - Master's degree and 2+ years of experience with Java
              - SQL & "Excel", <b>not</b> 1 < 2
            - Fluent German

            ## Nice to have
            1. Kubernetes is a plus
            2. Docker
            """;

    private static final String PLAIN = "NIGHT BAKER\r\n\r\n-----\r\nFull-time, on site.\r\n\tYou need:\r\n • 3 years"
            + " of baking\r\n • Python\r\n\r\nPay: $20 - $25 per hour\u00A0\r\n";

    private static final String HTML = "<h2>Wir suchen</h2><p>Eine <b>Bäckerin</b>.<br>Teilzeit</p><ul><li>Deutsch"
            + " C1</li><li>mindestens 3 Jahre Erfahrung mit Java</li></ul>&lt;script&gt;alert(1)&lt;/script&gt;";

    private static final String HOSTILE =
            "<script>alert('x')</script><img src=https://evil.example/x onerror=alert(1)>\n"
                    + "</div></article></style><a href=\"javascript:alert(2)\" style=\"x\">&lt;b&gt; &amp;amp; Java {{rows}}\n"
                    + "abc \u202Egnp.exe\u2066 \u0000\u0007 \uD83D \uDE00 😀 3 years of Java \uFFFE ]]> -->\n"
                    + "شهادة جامعية مع خبرة 5 سنوات في Java";

    private static List<RawPosting> postings() {
        return List.of(
                raw("Senior Baker (m/f/d)", MARKDOWN, TextFormat.MARKDOWN)
                        .header("Crumb GmbH · Graz, Austria · Remote")
                        .company("Crumb GmbH")
                        .places(List.of(new RawPlace("Graz", null, "AT", null)))
                        .employmentTypes(List.of("FULL_TIME"))
                        .datePosted("2026-11-01")
                        .url("https://jobs.example/1?a=1&b=2")
                        .build(),
                raw(null, PLAIN, TextFormat.PLAIN).build(),
                raw("Bäcker:in", HTML, TextFormat.HTML).build(),
                raw("Senior \"><script>alert(0)</script> Java \u202Eremote", HOSTILE, TextFormat.PLAIN)
                        .company("<i>Crumb</i>")
                        .header("<u>Crumb</u> · \u202EUSD 100k~120k")
                        .url("javascript:alert(3)")
                        .build(),
                raw("Cook", null, TextFormat.PLAIN).build());
    }

    private static RawPosting.Builder raw(String title, String description, TextFormat format) {
        return RawPosting.of(SourceFormat.JSON, "a.json", "/0").title(title).description(description, format);
    }

    private static Document page(RawPosting... sources) {
        ExplainedPage page = new ExplainedPage("<b>a</b>.json");
        for (RawPosting source : sources) {
            page.add(PostingParser.standard().parse(source), source, source.description());
        }
        return Jsoup.parse(written(page));
    }

    private static String written(ExplainedPage page) {
        StringBuilder out = new StringBuilder();
        try {
            page.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    /** The characters that an element shows, those shown by their number as they are. */
    private static String characters(Element element) {
        Element copy = element.clone();
        for (Element control : copy.select(".control")) {
            control.text(Character.toString((char) Integer.parseInt(control.attr("data-code"), 16)));
        }
        return copy.wholeText();
    }

    private static String joined(List<Element> elements) {
        return elements.stream().map(ExplainedPageTest::characters).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("postings")
    void thePageHoldsEveryCharacterOfThePosting(RawPosting source) {
        Posting posting = PostingParser.standard().parse(source);
        Document page = page(source);
        assertEquals(posting.text(), joined(page.select(".part-text")));
        if (posting.title().raw() != null) {
            assertEquals(posting.title().raw(), characters(page.selectFirst("h2")));
        }
        if (posting.header() != null) {
            assertEquals(posting.header(), characters(page.selectFirst(".chips")));
        }
    }

    @ParameterizedTest
    @MethodSource("postings")
    void eachFindingHasARowAndItsWordsMarked(RawPosting source) {
        List<Finding> findings = Finding.of(PostingParser.standard().parse(source));
        Document page = page(source);
        assertEquals(findings.size(), page.select("tr[data-f]").size());
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Element row = page.getElementById("r1-f" + i);
            assertNotNull(row, finding.toString());
            assertEquals(finding.field(), row.selectFirst(".field").wholeText());
            if (finding.evidence() == null) {
                continue;
            }
            assertEquals(finding.evidence().ruleId(), row.selectFirst("code").wholeText());
            String inside = finding.evidence().field() == EvidenceField.MARKUP ? finding.value() : finding.words();
            List<Element> marks = page.select(".f[data-f~=(^| )" + i + "( |$)]");
            assertEquals(bare(inside), bare(joined(marks)), finding.toString());
            Element target = page.getElementById("r1-m" + i);
            assertNotNull(target, finding.toString());
            assertEquals("#r1-m" + i, row.selectFirst(".words a").attr("href"));
        }
    }

    /** Line breaks between the blocks of a finding that spans several are not marked. */
    private static String bare(String words) {
        return words.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @MethodSource("postings")
    void aPageLoadsNothingAndRunsNothingOfThePosting(RawPosting source) throws Exception {
        Document page = page(source);
        for (Element element : page.getAllElements()) {
            assertFalse(element.hasAttr("src") || element.hasAttr("style"), element.outerHtml());
            element.attributes()
                    .forEach(attribute -> assertFalse(attribute.getKey().startsWith("on"), attribute.html()));
            String href = element.attr("href");
            if (href.startsWith("#")) {
                assertNotNull(page.getElementById(href.substring(1)), href);
            } else if (element.hasAttr("href")) {
                assertEquals(source.url(), href);
                assertTrue(href.startsWith("https://"), href);
                assertEquals("noopener noreferrer", element.attr("rel"));
            }
        }
        assertEquals(1, page.select("script").size());
        assertEquals(1, page.select("style").size());
        assertEquals(
                0,
                page.select("link, img, iframe, object, embed, base, form, u").size());
        String policy = page.select("meta[http-equiv]").attr("content");
        for (String tag : List.of("script", "style")) {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(page.selectFirst(tag).data().getBytes(StandardCharsets.UTF_8));
            assertTrue(
                    policy.contains(tag + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"), policy);
        }
    }

    @ParameterizedTest
    @MethodSource("postings")
    void noElementHasTheIdOfAnother(RawPosting source) {
        List<String> ids = page(source, source).select("[id]").eachAttr("id");
        assertEquals(Set.copyOf(ids).size(), ids.size());
    }

    @Test
    void charactersThatTurnTheTextAroundAreShownByNumber() {
        String written = page(postings().get(3)).outerHtml();
        assertFalse(written.contains("\u202E") || written.contains("\u2066") || written.contains("\u0007"));
        assertTrue(written.contains("⟨U+202E⟩"));
        assertTrue(written.contains("😀"));
    }

    @Test
    void aSkillWithinAnotherFindingIsMarkedAsBoth() {
        RawPosting source = raw("Baker", "Requirements\n- 3 years of experience with Java", TextFormat.PLAIN)
                .build();
        List<Finding> findings = Finding.of(PostingParser.standard().parse(source));
        Element java = page(source).select(".text .f:containsOwn(Java)").first();
        assertNotNull(java);
        assertTrue(java.hasClass("k-skill") && java.hasClass("required") && java.hasClass("demand"), java.outerHtml());
        Set<FindingKind> kinds = List.of(java.attr("data-f").split(" ")).stream()
                .map(number -> findings.get(Integer.parseInt(number)).kind())
                .collect(Collectors.toSet());
        assertEquals(Set.of(FindingKind.SKILL, FindingKind.REQUIREMENT), kinds);
    }

    @Test
    void findingsThatCrossAreCutWhereTheyDo() {
        Finding one = words(FindingKind.PAY, 0, 4);
        Finding other = words(FindingKind.PLACE, 2, 9);
        Finding third = words(FindingKind.SKILL, 2, 4);
        StringBuilder out = new StringBuilder();
        new MarkedText("abcdefghi", "r1", List.of(one, other, third), EvidenceField.TEXT, List.of()).append(out, 0, 9);
        Element body = Jsoup.parseBodyFragment(out.toString()).body();
        assertEquals("abcdefghi", body.wholeText());
        assertEquals(List.of("0", "2 0 1", "1"), body.select(".f").eachAttr("data-f"));
        assertEquals(List.of("ab", "cd", "efghi"), body.select(".f").eachText());
        assertNotNull(body.getElementById("r1-m1"));
        assertNotNull(body.getElementById("r1-m2"));
    }

    private static Finding words(FindingKind kind, int start, int end) {
        return new Finding(
                kind,
                "field",
                "value",
                null,
                null,
                io.jobmart.model.Evidence.text(start, end, "a.rule"),
                "abcdefghi".substring(start, end));
    }

    @Test
    void listsHeadingsAndSectionsAreWhatTheyAreInThePosting() {
        Document page = page(postings().get(0));
        assertEquals(
                List.of("About us", "Requirements", "Nice to have"),
                page.select(".part-text h3").eachText());
        assertEquals(
                List.of("about company", "requirements", "preferred"),
                page.select(".part-name").eachText());
        assertEquals(6, page.select(".part-text ul > li").size());
        assertEquals(1, page.select("li.level-2").size());
        assertEquals("1. ", page.select(".part-preferred .bullet").first().wholeText());
        assertEquals("Crumb", page.select(".part-text b").first().text());
        assertEquals("en", page.selectFirst(".text").attr("lang"));
        assertEquals("auto", page.selectFirst(".text").attr("dir"));
    }

    @Test
    void blocksAndSectionsOfOneLineStandApart() {
        String text = "About us We bake. Requirements: - Java - SQL\nApply";
        List<Block> blocks = List.of(
                block(BlockKind.HEADING, text, "About us"),
                block(BlockKind.PARAGRAPH, text, "We bake."),
                block(BlockKind.HEADING, text, "Requirements:"),
                block(BlockKind.ITEM, text, "Java"),
                block(BlockKind.ITEM, text, "SQL"),
                block(BlockKind.PARAGRAPH, text, "Apply"));
        List<Section> sections = List.of(
                new Section(SectionKind.ABOUT_COMPANY, "About us", 0, 18),
                new Section(SectionKind.REQUIREMENTS, "Requirements:", 18, text.indexOf("SQL")),
                new Section(SectionKind.SKILLS, null, text.indexOf("SQL"), text.length()));
        MarkedText marked = new MarkedText(text, "r1", List.of(), EvidenceField.TEXT, List.of());
        Element body = Jsoup.parseBodyFragment(TextView.of(new io.jobmart.text.Document(text, blocks), sections, marked)
                        .markup())
                .body();
        assertEquals(text, joined(body.select(".part-text")));
        assertEquals(
                List.of("About us We bake.", "Requirements: - Java", "- SQL Apply"),
                body.select(".part-text").eachText());
        assertEquals(List.of("- Java", "- SQL"), body.select("li").eachText());
        assertEquals("We bake.", body.selectFirst("p:not(.part-name, .close)").text());
    }

    private static Block block(BlockKind kind, String text, String words) {
        int start = text.indexOf(words);
        return new Block(kind, 1, start, start + words.length(), start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"We know Java. ", "• Java ", "- 3 years of Java\n", "<", "Requirements:\n", "\u202E"})
    void aLongTextTakesNoLongerThanItIsLong(String part) {
        String text = part.repeat(300_000 / part.length());
        RawPosting source = raw("Baker", text, TextFormat.PLAIN).build();
        Posting posting = PostingParser.standard().parse(source);
        ExplainedPage page = new ExplainedPage("a.json");
        assertTimeout(Duration.ofSeconds(60), () -> page.add(posting, source, text));
    }

    @Test
    void severalRecordsHaveAListOfContents() {
        ExplainedPage page = new ExplainedPage("all.json");
        RawPosting first = postings().get(0);
        page.add(PostingParser.standard().parse(first), first, null);
        page.add(Rejection.of("all.json", "/1", QuarantineReason.JSON_SYNTAX, "at <1>", "{\"<script>\""));
        Document document = Jsoup.parse(written(page));
        assertEquals(List.of("#r1", "#r2"), document.select(".contents a").eachAttr("href"));
        assertEquals("{\"<script>\"", document.selectFirst(".other pre").wholeText());
        assertTrue(document.selectFirst(".other").text().contains("JSON_SYNTAX: at <1>"));
    }
}
