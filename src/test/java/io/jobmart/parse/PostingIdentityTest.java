package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingIdentityTest {
    private static RawPosting.Builder posting(String title, String url) {
        return RawPosting.of(SourceFormat.XML, "feed.xml", "1")
                .source("feed")
                .title(title)
                .url(url);
    }

    private static String identity(RawPosting.Builder posting) {
        RawPosting raw = posting.build();
        return PostingIdentity.of(raw, CanonicalUrl.of(raw.url()), "c0ffee");
    }

    @Test
    void theSourcesOwnIdGoesFirst() {
        assertEquals(
                "id:feed/7",
                identity(posting("Baker", "https://example.org/jobs/baker")
                        .id("7")
                        .reference("8")));
    }

    @Test
    void aReferenceNumberThatAnotherJobHasInTheNextExportMergesNothing() {
        String march = identity(posting("Baker in Bern", "https://example.org/jobs/baker-in-bern")
                .reference("18"));
        String april = identity(posting("Cook in Basel", "https://example.org/jobs/cook-in-basel")
                .reference("18"));
        assertEquals("url:example.org/jobs/baker-in-bern", march);
        assertEquals("url:example.org/jobs/cook-in-basel", april);
    }

    @Test
    void aReferenceNumberThatChangesWithEveryExportIsNoPartOfTheAddress() {
        assertEquals(
                identity(posting("Baker in Bern", "https://example.org/jobs/baker-in-bern?id=A-0407-73")
                        .reference("A-0407-73")),
                identity(posting("Baker in Bern", "https://example.org/jobs/baker-in-bern?id=A-0429-3")
                        .reference("A-0429-3")));
    }

    @Test
    void anAddressThatNamesItsJobByTheNumberAloneKeepsIt() {
        assertEquals(
                "ref:feed/1042/baker",
                identity(posting("Baker", "https://example.org/careers?id=1042").reference("1042")));
    }

    @Test
    void aNumberAloneIsAnIdTogetherWithTheTitle() {
        assertNotEquals(
                identity(posting("Baker", null).reference("18")),
                identity(posting("Cook", null).reference("18")));
    }

    @Test
    void onePageForAllPlacesOfAJobIsAPostingAPlace() {
        RawPosting.Builder bern = posting("Baker", "https://example.org/jobs/baker")
                .reference("1")
                .places(List.of(new RawPlace("Bern", null, "CH", null)));
        RawPosting.Builder basel = posting("Baker", "https://example.org/jobs/baker")
                .reference("2")
                .places(List.of(new RawPlace("Basel", null, "CH", null)));
        assertEquals("url:example.org/jobs/baker@bern", identity(bern));
        assertEquals("url:example.org/jobs/baker@basel", identity(basel));
    }

    @Test
    void thePlaceIsNotRepeatedWhereTheAddressNamesIt() {
        assertEquals(
                "url:example.org/jobs/baker-in-zurich",
                identity(posting("Baker", "https://example.org/jobs/baker-in-zurich")
                        .reference("1")
                        .places(List.of(new RawPlace("Zürich", null, "CH", null)))));
    }

    @Test
    void aPageWithAllJobsIsAPostingATitle() {
        assertEquals(
                "url:example.org/careers/head-baker", identity(posting("Head Baker", "https://example.org/careers")));
        assertEquals("content:c0ffee", identity(posting("Head Baker", null)));
    }

    @ParameterizedTest
    @CsvSource({
        "Baker, https://example.org/jobs/1",
        "Baker, https://example.org/viewjob?jk=0a1b2c3d4e5f6071",
        "Baker, https://example.org/#/opening/4711",
        "Baker, https://example.org/jobs/0e9c2c4e-6f3b-4b57-a8f5-d1d1c9f0f2aa",
        "Infirmière de nuit (h/f), https://example.org/emplois/infirmiere-de-nuit",
        "Baker, https://example.org/j/J3M55QA10B"
    })
    void anAddressWithANumberOrTheTitlesWordsNamesTheJob(String title, String url) {
        assertEquals("url:" + CanonicalUrl.of(url), identity(posting(title, url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/careers",
                "https://example.org/2026/careers",
                "https://example.org/top-10-jobs-2026",
                "https://example.org/careers?page=12",
                "https://example.org/baking/careers"
            })
    void otherAddressesDoNot(String url) {
        assertEquals("url:" + CanonicalUrl.of(url) + "/night-baker", identity(posting("Night Baker", url)));
    }
}
