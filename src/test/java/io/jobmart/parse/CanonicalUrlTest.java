package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://www.Example.org:80/jobs/1/, example.org/jobs/1",
        "https://example.org./jobs/1#apply, example.org/jobs/1",
        "https://example.org/#/jobs/1, example.org/#/jobs/1",
        "https://example.org/jobs/1?utm_source=x&b=2&amp;a=1, example.org/jobs/1?a=1&b=2",
        "https://example.org/jobs/1?gh_jid=7&gh_src=mail&fbclid=q, example.org/jobs/1?gh_jid=7",
        "https://example.org/jobs/1;jsessionid=0A1B, example.org/jobs/1",
        "https://example.org/jobs?ref=newsletter, example.org/jobs",
        "https://example.org/jobs?ref=VAC-1042, example.org/jobs?ref=VAC-1042",
        "https://example.org/jobs/infirmi%c3%a8re, example.org/jobs/infirmière",
        "https://example.org/jobs/infirmière, example.org/jobs/infirmière",
        "https://example.org/jobs/a%2fb%20%7e, example.org/jobs/a%2Fb%20~",
        "https://example.org/jobs/%e8re, example.org/jobs/%E8re"
    })
    void whatTellsNoPostingApartIsLeftOut(String url, String canonical) {
        assertEquals(canonical, CanonicalUrl.of(url));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/jobs/A1, https://example.org/jobs/a1",
        "https://example.org/jobs?id=1, https://example.org/jobs?id=2",
        "https://example.org:8080/jobs/1, https://example.org/jobs/1"
    })
    void addressesThatMayDifferStayApart(String one, String other) {
        assertNotEquals(CanonicalUrl.of(one), CanonicalUrl.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:jobs@example.org", "/jobs/1", "https://example.org/", "https:///jobs"})
    void whatIsNoPageOfASiteHasNoForm(String url) {
        assertNull(CanonicalUrl.of(url));
    }
}
