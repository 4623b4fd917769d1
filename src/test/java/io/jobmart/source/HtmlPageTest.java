package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPageTest {
    private static final String AD = """
            <p>Crumb Ltd is looking for a baker who loves rye as much as we do. You will work in a team of eight in the old
            mill by the river, and we start at four in the morning, when the town is still asleep.</p>
            <h2>Responsibilities</h2><ul><li>Mix and knead the dough</li><li>Keep the ovens at the right heat</li></ul>
            <h2>Requirements</h2><ul><li>Three years of experience in a bakery</li><li>A driving licence</li></ul>
            <h2>What we offer</h2><ul><li>Free bread</li><li>A bonus at the end of the year</li></ul>""";

    private static final String NAVIGATION =
            "<nav><a href='/'>Home</a> <a href='/jobs'>All jobs</a> <a href='/about'>About us</a></nav>";

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    }

    private static String ad() {
        return page(
                "<title>Baker | Crumb Ltd Careers</title><link rel=canonical href='https://crumb.example/jobs/7'>",
                NAVIGATION + "<div class='wrap'><h1>Baker</h1><p class='job-location'>Graz, Austria</p>"
                        + "<a class='btn' href='/apply/7'>Apply now</a><div class='body'>" + AD + "</div></div>"
                        + "<div class='related-jobs'><h3>Similar jobs</h3><p>Night porter at the old hotel</p></div>"
                        + "<div id='cookie-banner'>We use cookies to make this site better for you.</div>"
                        + "<footer>Crumb Ltd, registered in Graz</footer>");
    }

    @Test
    void aPageThatReadsLikeAnAdIsAPosting() {
        RawPosting posting = Read.one(ad());
        assertEquals(SourceFormat.HTML_PAGE, posting.format());
        assertNull(posting.sourceRecord());
        assertEquals("Baker", posting.title());
        assertEquals("https://crumb.example/jobs/7", posting.url());
        assertEquals(List.of(new RawPlace(null, null, null, "Graz, Austria")), posting.places());
        assertEquals(TextFormat.HTML, posting.descriptionFormat());
        assertEquals(Issue.TEXT_FROM_PAGE, posting.issues().get(0).issue());
        assertTrue(posting.description().contains("Three years of experience"), posting.description());
        assertTrue(posting.description().contains("old\nmill by the river"), posting.description());
        for (String beside : List.of("All jobs", "cookies", "Night porter", "registered", "Apply now")) {
            assertFalse(posting.description().contains(beside), beside);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            Baker at Crumb Ltd ! Baker ! Crumb Ltd
            Baker at Crumb Ltd | Breadjobs ! Baker ! Crumb Ltd
            Crumb Ltd hiring Baker in Graz, Austria | Breadjobs ! Baker ! Crumb Ltd
            Job Application for Baker at Crumb Ltd ! Baker ! Crumb Ltd
            Baker bei Crumb GmbH ! Baker ! Crumb GmbH
            Baker – Crumb, s.r.o. ! Baker ! Crumb, s.r.o.
            """)
    void aTitleThatNamesBothIsTakenApart(String document, String title, String company) {
        for (String heading : new String[] {"", "<h1>" + title + "</h1>"}) {
            RawPosting posting = Read.one(page("<title>" + document + "</title>", heading + AD));
            assertEquals(company, posting.company(), document);
            if (!heading.isEmpty() || !document.contains(",")) {
                assertEquals(title, heading.isEmpty() && document.contains("–") ? title : posting.title());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            the site that the text speaks of ! <meta property='og:site_name' content='Crumb Ltd'> ! Crumb Ltd
            a site that the text is silent of ! <meta property='og:site_name' content='Loaf and Co'> !
            a board ! <meta property='og:site_name' content='Breadjobs: all jobs'> !
            """)
    void theNameOfASiteIsTheCompanyOnlyWhenTheTextSaysSo(String form, String meta, String company) {
        assertEquals(
                company,
                Read.one(page("<title>Baker</title>" + meta, "<h1>Baker</h1>" + AD))
                        .company());
    }

    @Test
    void aLinkToTheCompanyBelowTheHeadingNamesIt() {
        RawPosting posting = Read.one(page(
                "<title>Baker</title>",
                "<h1>Baker</h1><p><a href='https://breadjobs.example/company/crumb'>Crumb Ltd</a></p>" + AD));
        assertEquals("Crumb Ltd", posting.company());
    }

    private static final String CARD = "<li class='card'><a href='/jobs/%d'><h3>Baker number %d</h3></a>"
            + "<p>We are looking for a baker with years of experience, requirements: rye</p></li>";

    private static String cards(int count) {
        StringBuilder cards = new StringBuilder("<ul>");
        for (int i = 0; i < count; i++) {
            cards.append(CARD.formatted(i, i));
        }
        return cards + "</ul>";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            a list of jobs ! LIST ! list of 12 linked pages
            a closed job ! <h1>Baker</h1><p>This job is no longer available.</p>AD ! closed
            an error ! <h1>404</h1><p>Page not found. Our requirements and qualifications may help.</p> ! error page
            nothing but a form ! <h1>Baker</h1><p>requirements, qualifications</p><input type=password> ! Too little text
            a page about something else ! NEWS ! does not read like
            an article about jobs ! ARTICLE ! does not read like
            """)
    void aPageThatIsNoAdSaysWhy(String what, String body, String why) {
        String news = "<h1>New mill</h1><p>"
                + "The old mill was built by hand and has turned for a hundred years. ".repeat(12)
                + "Its requirements are few. The new qualifications of millers are many.</p>";
        String article = "<h1>How to write an ad</h1><p>" + "A good ad tells what the work is like. ".repeat(12)
                + "</p><h2>Requirements</h2><p>Say what you need.</p><h2>Responsibilities</h2><p>Say what is to be done.</p>";
        String whole = body.replace("ARTICLE", article)
                .replace("AD", AD)
                .replace("LIST", cards(12))
                .replace("NEWS", news);
        Rejection rejection = Read.rejection(page("<title>Crumb</title>", whole));
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, rejection.reason());
        assertTrue(rejection.detail().contains(why), rejection.detail());
    }

    @Test
    void theCardsOfOtherJobsBelowAnAdAreNotItsText() {
        RawPosting posting = Read.one(page(
                "<title>Baker</title>", "<main><h1>Baker</h1><a href=/a>Apply</a>" + AD + AD + cards(3) + "</main>"));
        assertFalse(posting.description().contains("Baker number"), posting.description());
    }

    @Test
    void aFormAroundTheWholePageIsNoForm() {
        assertTrue(Read.one(page("<title>Baker</title>", "<form action='/'><h1>Baker</h1>" + AD + "</form>"))
                .description()
                .contains("Requirements"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            a list behind a paragraph ! <p>We bake rye bread for the whole town and look for one more pair of hands.</p><ul><li>Rye</li></ul>
            a box ! <div class='description'>We bake rye bread for the whole town and look for one more pair of hands.<br><br>Rye<br></div>
            text before the first tag ! We bake rye bread for the whole town and look for one more pair of hands.<br><b>Asked for</b><br>Rye<br>
            all of it in a header ! <header><p>We bake rye bread for the whole town and look for one more pair of hands.</p></header>
            """)
    void aPieceOfHtmlIsAPostingsText(String what, String html) {
        RawPosting posting = Read.one(html);
        assertEquals(SourceFormat.HTML_PAGE, posting.format());
        assertEquals(TextFormat.HTML, posting.descriptionFormat());
        assertTrue(posting.description().contains("one more pair of hands"));
        assertTrue(posting.issues().isEmpty());
    }

    @Test
    void aPieceWithAHeadingAndACompanyHasBoth() {
        RawPosting posting = Read.one("<section><a href='/jobs/7'><h2 class='card__title'>Baker</h2></a><h3>"
                + "<a href='https://breadjobs.example/company/crumb'>Crumb Ltd</a></h3></section><div>" + AD
                + "</div>");
        assertEquals("Baker", posting.title());
        assertEquals("Crumb Ltd", posting.company());
    }

    @Test
    void aPieceThatListsJobsIsNone() {
        assertTrue(Read.rejection(cards(5)).detail().contains("list of 5"));
    }

    @Test
    @Timeout(120)
    void hostilePagesEnd() {
        for (String part : List.of(
                "<div>", "<div><a href=x>requirements responsibilities ", "<p>requirements<b>", "<li><a href=y>z")) {
            String page = "<!DOCTYPE html><html><body>requirements qualifications" + part.repeat(60_000);
            assertEquals(
                    1,
                    Read.all(page.getBytes(StandardCharsets.UTF_8), ReadOptions.standard())
                            .size());
        }
    }
}
