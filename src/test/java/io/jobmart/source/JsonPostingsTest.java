package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TextFormat;
import io.jobmart.parse.PostingParser;
import io.jobmart.text.Documents;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPostingsTest {
    /** A posting with these properties; single quotes stand for double ones. */
    private static RawPosting with(String properties) {
        return Read.one(("{'@context':'https://schema.org','@type':'JobPosting','title':'Baker'," + properties + "}")
                .replace('\'', '"'));
    }

    // ---------------------------------------------------------------- where postings stand

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'JobPosting','title':'Baker'}",
                "{'@type':['Thing','JobPosting'],'title':'Baker'}",
                "{'@type':'https://schema.org/JobPosting','title':'Baker'}",
                "{'@type':'http://schema.org/JobPosting','title':'Baker'}",
                "{'@type':'schema:JobPosting','schema:title':'Baker'}",
                "{'@type':'JobPosting','name':'Baker'}",
                "{'@type':'JobPosting','title':'','name':'Baker'}",
                "{'@type':'JobPosting','title':{'@value':'Baker','@language':'en'}}",
                "{'@type':'JobPosting','title':['Baker']}",
                "{'@graph':[{'@type':'Organization'},{'@type':'JobPosting','title':'Baker'}]}",
                "{'@type':'WebPage','mainEntity':{'@type':'JobPosting','title':'Baker'}}",
                "{'@type':'ItemList','itemListElement':[{'@type':'ListItem','item':{'@type':'JobPosting','title':'Baker'}}]}",
                "[[{'@type':'JobPosting','title':'Baker'}]]",
                "{'@type':'DataFeed','dataFeedElement':[{'@type':'DataFeedItem','item':{'@type':'JobPosting','title':'Baker'}}]}",
                "{'@type':'ItemList','itemListElement':[{'@type':'JobPosting','title':'Baker'}]}",
                "{'@type':['http://schema.org/JobPosting'],'http://schema.org/title':[{'@value':'Baker'}]}",
                "{'@context':'https://schema.org','@type':'JobPosting','title':'Baker'}",
                "{'@context':['https://schema.org',{'@language':'en'}],'@type':'JobPosting','title':'Baker'}",
                "{'@context':{'@vocab':'http://schema.org/'},'@type':'JobPosting','title':'Baker'}",
                "\uFEFF{'@type':'JobPosting',/* the title */'title':'Baker',}",
            })
    void aPostingIsFoundWhereverItStands(String json) {
        assertEquals("Baker", Read.one(json.replace('\'', '"')).title());
    }

    @Test
    void severalPostingsOfADocumentHavePointers() {
        List<SourceRecord> records =
                Read.all("{\"@graph\":[{\"@type\":\"JobPosting\",\"title\":\"A\"},{\"@type\":\"WebSite\"},"
                        + "{\"@type\":\"JobPosting\",\"title\":\"B\"}]}");
        assertEquals(
                List.of("/@graph/0", "/@graph/2"),
                records.stream().map(r -> Read.posting(r).sourceRecord()).toList());
    }

    @Test
    void aReferenceIsFollowedWithinTheDocument() {
        RawPosting posting = Read.one(
                "{\"@graph\":[{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Crumb\",\"sameAs\":\"https://crumb.example\"},"
                        + "{\"@type\":\"JobPosting\",\"title\":\"A\",\"hiringOrganization\":{\"@id\":\"#o\"}}]}");
        assertEquals("Crumb", posting.company());
        assertEquals("https://crumb.example", posting.companyUrl());
    }

    // ---------------------------------------------------------------- forms of values

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/cases/json-values.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0001')
    void everyFormOfAValueIsRead(String description, String properties, String field, String expected) {
        String wanted = expected == null ? null : expected.replace("\\n", "\n");
        assertEquals(wanted, field(field).apply(with(properties)), description);
    }

    private static Function<RawPosting, String> field(String name) {
        return posting -> switch (name) {
            case "id" -> posting.id();
            case "url" -> posting.url();
            case "title" -> posting.title();
            case "company" -> posting.company();
            case "companyUrl" -> posting.companyUrl();
            case "description" -> posting.description();
            case "places" -> places(posting.places());
            case "applicantPlaces" -> places(posting.applicantPlaces());
            case "workModes" -> joined(posting.workModes());
            case "employmentTypes" -> joined(posting.employmentTypes());
            case "pay" -> pay(posting.pay());
            case "datePosted" -> posting.datePosted();
            case "validThrough" -> posting.validThrough();
            case "degrees" -> joined(posting.degrees());
            case "experienceMonths" -> posting.experienceMonths();
            case "experience" -> posting.experience();
            case "skills" -> joined(posting.skills());
            case "industry" -> posting.industry();
            case "text" ->
                Documents.of(posting.description(), posting.descriptionFormat()).text();
            default -> name.startsWith("row ") ? row(name.substring(4), posting) : fail(name);
        };
    }

    /** What the parser makes of it. */
    private static String row(String name, RawPosting raw) {
        Posting row = PostingParser.standard().parse(raw);
        return switch (name) {
            case "company" -> joined(row.companies().stream().map(c -> c.name()).toList());
            case "places" ->
                joined(row.places().stream()
                        .map(p -> p.place().name().equals(p.place().country())
                                ? p.place().countryCode()
                                : p.place().name())
                        .toList());
            case "workMode" -> row.workMode().mode().name();
            case "employmentTypes" ->
                joined(row.employmentTypes().stream()
                        .map(type -> type.type().name())
                        .toList());
            case "pay" ->
                joined(row.pay().stream()
                        .map(p -> (p.min() == null ? "-" : p.min()) + "~" + (p.max() == null ? "-" : p.max()) + " "
                                + p.currency() + "/" + p.period())
                        .toList());
            case "datePosted" ->
                row.postedDate() == null ? null : row.postedDate().toString();
            case "experience" ->
                joined(row.experience().stream()
                        .map(demand -> demand.min().toString())
                        .toList());
            case "degrees" ->
                joined(row.degrees().stream()
                        .map(degree -> degree.level().name())
                        .toList());
            case "issues" ->
                joined(row.issues().stream()
                        .map(issue -> issue.issue().name())
                        .filter(issue -> issue.contains("DATE") || issue.contains("POSTED"))
                        .toList());
            default -> fail(name);
        };
    }

    private static String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(" | ", values);
    }

    /** {@code locality/region/country} or {@code =text}, one after the other. */
    private static String places(List<RawPlace> places) {
        return joined(places.stream()
                .map(p -> p.text() != null
                        ? "=" + p.text()
                        : or(p.locality()) + "/" + or(p.region()) + "/" + or(p.country()))
                .toList());
    }

    /** {@code min~max currency/period} or {@code =text currency/period}. */
    private static String pay(List<RawPay> pay) {
        return joined(pay.stream()
                .map(p -> (p.text() != null ? "=" + p.text() : or(p.min()) + "~" + or(p.max())) + " " + or(p.currency())
                        + "/" + or(p.period()))
                .toList());
    }

    private static String or(String value) {
        return value == null ? "-" : value;
    }

    // ---------------------------------------------------------------- descriptions

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Bake</p>",
                "&lt;p&gt;Bake&lt;/p&gt;",
                "&amp;lt;p&amp;gt;Bake",
                "Bake<br>daily",
                "Bake<br/>daily",
                "Salt &amp; pepper",
                "**Bold** <ul><li>x</li></ul>"
            })
    void aTagOrAnEntityMakesHtml(String description) {
        assertEquals(TextFormat.HTML, JsonPostings.formatOf(description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Duties\n\nBake",
                "* bake\n* sell",
                "**Duties** bake",
                "See [us](https://crumb.example)",
                "## Duties\n<p>Bake</p>\n## Place\nGraz"
            })
    void signsOfMarkdownMakeMarkdown(String description) {
        assertEquals(TextFormat.MARKDOWN, JsonPostings.formatOf(description));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bake.", "Salary < 30 & > 20", "Salt &amp; pepper\n\nDaily", "x <you> y"})
    void otherTextIsPlain(String description) {
        assertEquals(TextFormat.PLAIN, JsonPostings.formatOf(description));
    }

    @Test
    void findingPostingsNeedsNoStackForDepth() throws Exception {
        var node = new JsonMapper().readTree("[".repeat(900) + "]".repeat(900));
        assertEquals(List.of(), JsonPostings.find(node));
        assertNull(Read.one("{\"@type\":\"JobPosting\",\"title\":\"A\"}").description());
    }
}
