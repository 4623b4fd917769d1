package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRecordsTest {
    private static final String BAKER = "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":\"Bake.\"}";

    private static String page(String... blocks) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><title>Jobs</title>");
        for (String block : blocks) {
            page.append("<script type='application/ld+json'>").append(block).append("</script>");
        }
        return page + "</head><body><p>We bake.</p></body></html>";
    }

    @Test
    void eachPostingOfEachBlockIsARecordWithItsAddress() {
        List<SourceRecord> records = Read.all(page(
                "{\"@type\":\"BreadcrumbList\"}",
                "{\"@graph\":[{\"@type\":\"WebPage\"}," + BAKER + "]}",
                BAKER.replace("Baker", "Cook")));
        assertEquals(
                List.of("script:2/@graph/1", "script:3"),
                records.stream()
                        .map(record -> Read.posting(record).sourceRecord())
                        .toList());
        assertEquals(SourceFormat.HTML_JSON_LD, Read.posting(records.get(0)).format());
    }

    @Test
    void aBlockMayReferToAnother() {
        RawPosting posting = Read.one(page(
                "{\"@id\":\"#org\",\"@type\":\"Organization\",\"name\":\"Crumb Ltd\"}",
                "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"hiringOrganization\":{\"@id\":\"#org\"}}"));
        assertEquals("Crumb Ltd", posting.company());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//<![CDATA[\n%s\n//]]>",
                "/*<![CDATA[*/%s/*]]>*/",
                "<!-- %s -->",
                "%s;",
                "/* one */ %s",
            })
    void whatIsAroundABlockDoesNotCount(String wrapper) {
        assertEquals("Baker", Read.one(page(wrapper.formatted(BAKER))).title());
    }

    @Test
    void aBlockWhoseQuotesAreEscapedIsReadAllTheSame() {
        assertEquals("Baker", Read.one(page(BAKER.replace("\"", "&quot;"))).title());
    }

    @Test
    void aBrokenBlockIsRejectedAndTheOthersAreRead() {
        List<SourceRecord> records = Read.all(page(BAKER.replace(":", ""), BAKER));
        assertEquals(
                QuarantineReason.JSON_SYNTAX, Read.rejection(records.get(0)).reason());
        assertEquals("script:1", Read.rejection(records.get(0)).sourceRecord());
        assertEquals("script:2", Read.posting(records.get(1)).sourceRecord());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><p>Baker", "<html lang=en>"})
    void aPageWithoutPostingIsNone(String text) {
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, Read.rejection(text).reason());
    }

    @Test
    @Timeout(120)
    void aPageOfNestedTagsEnds() {
        String page = "<!DOCTYPE html>" + "<div>".repeat(300_000) + "<script type='application/ld+json'>" + BAKER
                + "</script>";
        assertEquals(
                "Baker",
                Read.posting(Read.only(Read.all(page.getBytes(StandardCharsets.UTF_8), ReadOptions.standard())))
                        .title());
    }
}
