package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrodataTest {
    private static String page(String body) {
        return "<!DOCTYPE html><html><head><link rel='canonical' href='https://crumb.example/jobs/7'></head><body>"
                + body + "</body></html>";
    }

    private static String item(String properties) {
        return page("<div itemscope itemtype='https://schema.org/JobPosting'>" + properties + "</div>");
    }

    @Test
    void aPostingOfNestedItemsIsReadLikeJsonLd() {
        RawPosting posting = Read.one(item("""
                <h1 itemprop="title">Baker</h1>
                <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
                  <b itemprop="name">Crumb Ltd</b> <a itemprop="url" href="/about">About</a></span>
                <div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">
                  <p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
                    <span itemprop="addressLocality">Graz</span>, <span itemprop="addressCountry">AT</span></p></div>
                <time itemprop="datePosted" datetime="2026-03-01">1 March</time>
                <meta itemprop="employmentType" content="FULL_TIME">
                <div itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount">
                  <meta itemprop="currency" content="EUR">
                  <div itemprop="value" itemscope itemtype="https://schema.org/QuantitativeValue">
                    <data itemprop="minValue" value="2100">2.100</data> <data itemprop="maxValue" value="2500">2.500</data>
                    <meta itemprop="unitText" content="MONTH"></div></div>
                <div itemprop="description"><p>Bake.</p><ul><li>Rye</li></ul></div>"""));
        assertEquals(SourceFormat.HTML_MICRODATA, posting.format());
        assertEquals("item:1", posting.sourceRecord());
        assertEquals("Baker", posting.title());
        assertEquals("Crumb Ltd", posting.company());
        assertEquals("https://crumb.example/jobs/7", posting.url());
        assertEquals(List.of(new RawPlace("Graz", null, "AT", null)), posting.places());
        assertEquals("2026-03-01", posting.datePosted());
        assertEquals(List.of("FULL_TIME"), posting.employmentTypes());
        assertEquals(List.of(new RawPay("2100", "2500", "EUR", "MONTH", null)), posting.pay());
        assertEquals(TextFormat.HTML, posting.descriptionFormat());
        assertTrue(posting.description().contains("<li>Rye</li>"), posting.description());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a link around the company       | <a itemprop='hiringOrganization' href='/c/1'>Crumb Ltd</a>
            an item whose words are its name | <b itemprop='hiringOrganization' itemscope itemtype='http://schema.org/Organization'>Crumb Ltd</b>
            a value in content              | <b itemprop='hiringOrganization' content='Crumb Ltd'>our bakery</b>
            a name as an address            | <b itemprop='http://schema.org/hiringOrganization'>Crumb Ltd</b>
            """)
    void aCompanyIsReadInEveryForm(String form, String property) {
        assertEquals(
                "Crumb Ltd",
                Read.one(item("<b itemprop='title'>Baker</b>" + property)).company());
    }

    @Test
    void anItemRefersToPropertiesElsewhereOnThePage() {
        RawPosting posting = Read.one(page("""
                <p id="who" itemprop="hiringOrganization">Crumb Ltd</p>
                <div itemscope itemtype="http://schema.org/JobPosting" itemref="who when nowhere">
                  <b itemprop="title">Baker</b></div>
                <div id="when"><i itemprop="datePosted">2026-03-01</i></div>"""));
        assertEquals("Crumb Ltd", posting.company());
        assertEquals("2026-03-01", posting.datePosted());
    }

    @Test
    void itemsThatReferToEachOtherEnd() {
        assertEquals("Baker", Read.one(page("""
                <div id="a" itemscope itemtype="http://schema.org/JobPosting" itemref="b a">
                  <b itemprop="title">Baker</b></div>
                <div id="b" itemprop="hiringOrganization" itemscope itemref="a b"></div>""")).title());
    }

    @Test
    void aDescriptionInPartsIsOneAndItsSummaryForMachinesIsNone() {
        RawPosting posting = Read.one(item("""
                <b itemprop="title">Baker</b><meta itemprop="description" content="Bake rye bread at">
                <p itemprop="description"><b>Bake rye bread at night.</b></p>
                <div itemprop="description"><p>Bake wheat bread by day.</p></div>"""));
        assertEquals("<b>Bake rye bread at night.</b>\n<p>Bake wheat bread by day.</p>", posting.description());
    }

    @Test
    void rdfaSaysTheSameByOtherNames() {
        RawPosting posting = Read.one(page("""
                <div vocab="http://schema.org/" typeof="JobPosting"><h1 property="title">Baker</h1>
                <span property="hiringOrganization" typeof="Organization"><b property="name">Crumb Ltd</b></span>
                <meta property="og:title" content="Jobs"></div>"""));
        assertEquals("Baker", posting.title());
        assertEquals("Crumb Ltd", posting.company());
    }

    @Test
    void jsonLdStandsForThePostingThatMicrodataSaysAgain() {
        List<SourceRecord> records = Read.all(item("<b itemprop='title'>Baker</b>"
                + "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"Night baker\"}</script>"));
        assertEquals("Night baker", Read.posting(Read.only(records)).title());
    }

    @Test
    void eachItemOfAListIsARecord() {
        assertEquals(
                List.of("item:1", "item:2"),
                Read.all(page(
                                "<ul><li itemscope itemtype='http://schema.org/JobPosting'><b itemprop='title'>Baker</b></li>"
                                        + "<li itemscope itemtype='http://schema.org/JobPosting'><b itemprop='title'>Cook</b>"
                                        + "<i itemprop='relatedJob' itemscope itemtype='http://schema.org/JobPosting'>"
                                        + "<b itemprop='title'>Waiter</b></i></li></ul>"))
                        .stream()
                        .map(record -> Read.posting(record).sourceRecord())
                        .toList());
    }

    @Test
    @Timeout(120)
    void itemsNestedWithoutEndAreReadWithinBounds() {
        String open = "<div itemprop='description' itemscope itemtype='http://schema.org/JobPosting'>Bake";
        assertTrue(Read.all(page(open.repeat(20_000))).size() >= 1);
        String deep = "<div itemprop='description'>Bake";
        assertTrue(Read.all(item("<b itemprop='title'>Baker</b>" + deep.repeat(20_000)))
                        .size()
                >= 1);
    }
}
