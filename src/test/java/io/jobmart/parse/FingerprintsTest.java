package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jobmart.model.Fingerprint;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {
    private static final String DUTIES =
            "## Your tasks\n\n- You bake bread and rolls for our three shops every night.\n"
                    + "- You keep the ovens and the whole bakery clean and in order.\n"
                    + "- You teach our two apprentices how good sourdough is made by hand.\n";
    private static final String ABOUT =
            "\n## About us\n\nWe have been a family business in the old town for four generations"
                    + " and supply more than sixty hotels with fresh bread every single morning of the year.\n";
    private static final String BENEFITS =
            "\n## Benefits\n\n- Thirty days of paid holiday and a free loaf of bread a day.\n"
                    + "- A bicycle for the way to work, and a pension plan that we pay half of.\n";

    private static RawPosting.Builder posting(String title, String url) {
        return RawPosting.of(SourceFormat.JSON, "a.json", "1").title(title).url(url);
    }

    private static Fingerprint of(String title, String text) {
        return PostingParser.standard()
                .parse(posting(title, null)
                        .description(text, TextFormat.MARKDOWN)
                        .build())
                .fingerprint();
    }

    @Test
    void whatAllAdsOfAnEmployerShareIsNotInTheSketch() {
        Fingerprint plain = of("Baker", DUTIES);
        Fingerprint dressed = of("Baker", DUTIES + ABOUT + BENEFITS);
        assertEquals(plain.sketch().size(), dressed.sketch().size(), 8);
        assertNotEquals(plain.words(), dressed.words());
        assertEquals(
                List.of(),
                of("Baker", "## Your tasks\n\nYou bake bread.\n" + ABOUT + BENEFITS)
                        .sketch());
    }

    @Test
    void layoutAndCaseDoNotChangeTheWords() {
        assertEquals(
                of("Baker", DUTIES).words(),
                of("baker ", DUTIES.replace("- ", "* ").replace("You", "YOU")).words());
        assertNotEquals(of("Baker", DUTIES).words(), of("Cook", DUTIES).words());
    }

    @Test
    void titlesAreEqualByTheirWordsInAnyOrder() {
        assertEquals(
                of("Data Engineer", DUTIES).title(),
                of("Engineer, Data", DUTIES).title());
        assertEquals(
                of("Sr. Data Engineer", DUTIES).title(),
                of("Senior Data Engineer", DUTIES).title());
        assertNotEquals(
                of("C Developer", DUTIES).title(), of("C++ Developer", DUTIES).title());
    }

    @Test
    void aShortTextHasNoHashOfItsWords() {
        assertNull(of("Baker", "Bake bread.").words());
    }

    @ParameterizedTest
    @CsvSource({
        "https://boards.greenhouse.io/crumb/jobs/4711?gh_src=x, greenhouse:4711",
        "https://job-boards.eu.greenhouse.io/crumb/jobs/4711, greenhouse:4711",
        "https://crumb.example/careers?gh_jid=4711, greenhouse:4711",
        "https://jobs.lever.co/crumb/0E9C2C4E-6f3b-4b57-a8f5-d1d1c9f0f2aa/apply, lever:0e9c2c4e-6f3b-4b57-a8f5-d1d1c9f0f2aa",
        "https://crumb.example/open?ashby_jid=0e9c2c4e-6f3b-4b57-a8f5-d1d1c9f0f2aa, ashby:0e9c2c4e-6f3b-4b57-a8f5-d1d1c9f0f2aa",
        "https://apply.workable.com/crumb/j/0A1B2C3D4E/, workable:0a1b2c3d4e",
        "https://jobs.smartrecruiters.com/Crumb/743999912345678-baker, smartrecruiters:743999912345678",
        "https://crumb.wd5.myworkdayjobs.com/en-US/Careers/job/Bern/Baker_R-00123-1, workday:crumb/r-00123-1",
        "https://crumb.teamtailor.com/en/jobs/55123-baker, teamtailor:crumb/55123",
        "https://crumb.jobs.personio.de/job/99123?language=de, personio:crumb/99123"
    })
    void theIdInABoardsAddressIsALink(String url, String link) {
        assertEquals(link, JobLinks.of(posting("Baker", url).build()).get(1));
    }

    @Test
    void aPageThatNamesNoJobIsNoLink() {
        assertEquals(
                List.of(),
                JobLinks.of(
                        posting("Night Baker", "https://crumb.example/careers").build()));
    }

    @Test
    void aRequisitionIsANumber() {
        assertEquals(
                "r00123",
                JobLinks.requisition(
                        posting("Baker", null).requisition("R-00123").build()));
        assertEquals(
                "r00123",
                JobLinks.requisition(posting("Baker", "https://crumb.wd5.myworkdayjobs.com/Careers/job/Baker_R-00123-1")
                        .build()));
        assertNull(JobLinks.requisition(
                posting("Baker", null).requisition("evergreen").build()));
    }
}
