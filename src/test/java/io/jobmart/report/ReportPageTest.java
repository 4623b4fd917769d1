package io.jobmart.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.diff.Figure;
import io.jobmart.page.Html;
import io.jobmart.store.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final String HOSTILE = "</script><!--<img src=x onerror=alert(1)>\" style=\"{{title}}";

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<Manifest.CheckEntry> checks = new ArrayList<>(List.of(
            new Manifest.CheckEntry("fact_posting", "unique", "ERROR", true, 0, 0, "Holds: keys are unique"),
            new Manifest.CheckEntry("posting_text", "stated", "WARN", true, 0, 0, "Holds: there is a text")));
    private Report.Before before;

    ReportPageTest() {
        answer(
                "totals",
                "ads vacancies open reposts companies places sources first_day last_day records",
                row(1200, 1000, 300, 7, 40, 30, 2, "2026-01-31", "2026-03-31", 1300));
        answer(
                "dumps",
                "as_of_date files records postings repeated quarantined",
                row("2026-03-31", 2, 900, 880, 10, 10),
                row("2026-01-31", 1, 400, 400, 0, 0));
        answer(
                "volume",
                "month source ads",
                row("2026-02-01", "board", 200),
                row("2026-03-01", "board", 700),
                row("2026-03-01", "careers", 300));
        answer("stock", "month_end_date open new", row("2026-03-31", 300, 100), row("2026-02-28", 250, 250));
        answer("ends", "ending ads median_days_open", row("EXPIRED", 900, 30.0), row("still open", 300, 12.5));
        answer(
                "coverage",
                "place source ads field status share",
                row(0, null, 1200, "salary", "NOT_STATED", 0.7),
                row(0, null, 1200, "salary", "PARSED", 0.3),
                row(0, null, 1200, "title", "STATED", 1.0),
                row(1, "board", 900, "salary", "PARSED", 0.4),
                row(1, "board", 900, "title", "STATED", 1.0),
                row(2, "careers", 300, "salary", "CONFLICT", 0.1),
                row(2, "careers", 300, "title", "STATED", 1.0));
        answer("quarantine", "reason records files example", row("JSON_SYNTAX", 10, 1, "a.jsonl line:3"));
        answer("quarantine_by_source", "source records quarantined share", row("board", 100, 10, 0.1));
        answer("issues", "issue severity ads", row("COMPANY_MISSING", "INFO", 12));
        answer(
                "skills",
                "skill vacancies required preferred mentioned",
                row("Baking", 500, 250, 200, 50),
                row("Python", 100, 90, 10, 0));
        answer("companies", "company vacancies kind", row("Crumb", 120, ""), row("Sieve", 80, "agency"));
        answer("places", "city country_code vacancies", row("Portland", "US", 20), row("Portland", "US", 10));
        answer(
                "countries",
                "country vacancies remote hybrid on_site not_stated",
                row("not stated", 600, 0, 0, 0, 600),
                row("Austria", 400, 100, 100, 100, 100));
        answer(
                "pay",
                "currency period vacancies tenth quarter median three_quarters nine_tenths",
                row("EUR", "YEAR", 30, 30000.0, 40000.0, 50000.0, 61234.5, 80000.0),
                row("USD", "HOUR", 6, 15.0, 16.5, 18.25, 20.0, 25.0));
        answer(
                "pay_histogram",
                "place currency period low high step vacancies",
                row(1, "EUR", "YEAR", 20000.0, 100000.0, 0, 10),
                row(1, "EUR", "YEAR", 20000.0, 100000.0, 15, 20));
        answer(
                "duplicates",
                "duplicate_type method ads copies largest_group",
                row("UNIQUE", "none", 900, 0, 1),
                row("FULL", "WORDS", 300, 200, 4));
    }

    private record Row(List<Object> values) {}

    private static Row row(Object... values) {
        return new Row(Arrays.asList(values));
    }

    private void answer(String query, String columns, Row... rows) {
        answers.put(
                query,
                new Answer(
                        List.of(columns.split(" ")),
                        Arrays.stream(rows).map(Row::values).toList()));
    }

    private Manifest manifest(String snapshot) {
        return new Manifest(
                1,
                snapshot,
                "2026-03-31",
                "0.1+c0de",
                List.of(),
                List.of(new Manifest.TableEntry(
                        "fact_posting", "One row per posting.", List.of(), List.of(), 1200, 9, 1)),
                checks);
    }

    private String written() throws IOException {
        StringBuilder page = new StringBuilder();
        ReportPage.write(
                new Report(
                        "warehouse",
                        manifest("2026-03-31-b"),
                        "2026-04-01 05:00:00",
                        answers,
                        Optional.ofNullable(before)),
                page);
        return page.toString();
    }

    private Document page() throws IOException {
        return Jsoup.parse(written());
    }

    private static String title(Document page, String panel) {
        Element found = page.getElementById(panel + "-title");
        assertNotNull(found, panel);
        return found.text();
    }

    private static String table(Document page, String panel) {
        StringBuilder lines = new StringBuilder();
        for (Element row : page.select("#panel-" + panel + " tr")) {
            lines.append(String.join(
                            " | ", row.children().stream().map(Element::text).toList()))
                    .append('\n');
        }
        return lines.toString();
    }

    @Test
    void titlesTellTheFinding() throws IOException {
        Document page = page();
        assertEquals("Most ads opened in March 2026: 1,000 of 1,200", title(page, "opened"));
        assertEquals("300 ads were open at the end of March 2026, 50 more than a month before", title(page, "stock"));
        assertEquals("75 % of the ads are closed, 300 are still open", title(page, "ends"));
        assertEquals("Known of most ads: title (100 %); of fewest: salary (30 %)", title(page, "coverage"));
        assertEquals("Sources differ: salary is known of 0 % to 40 % of the ads", title(page, "coverage-by-source"));
        assertEquals(
                "10 records (0.8 %) could not become a posting, most for the reason json syntax",
                title(page, "quarantine"));
        assertEquals(
                "Baking is named most: by 50 % of the vacancies, and is a must in 50 % of those",
                title(page, "skills"));
        assertEquals("Austria has 40 % of the vacancies, 25 % of them remote", title(page, "countries"));
        assertEquals("1,200 ads stand for 1,000 vacancies: 17 % are copies, 7 posted anew", title(page, "duplicates"));
        assertEquals(
                "EUR a year: the median is 50,000, half lie between 40,000 and 61,230", title(page, "pay-eur-year"));
        assertEquals("All 2 checks of the audit hold", title(page, "checks"));
    }

    @Test
    void paysOfDifferentCurrenciesOrPeriodsAreNeverOneFigure() throws IOException {
        Document page = page();
        assertEquals("""
                Paid in | Vacancies | A tenth below | A quarter below | Median | A quarter above | A tenth above
                EUR a year | 30 | 30,000 | 40,000 | 50,000 | 61,230 | 80,000
                USD an hour | 6 | 15 | 16.50 | 18.25 | 20 | 25
                """, table(page, "pay"));
        // Six are too few to draw.
        assertEquals(1, page.select("[data-chart=histogram]").size());
        assertEquals(
                "40000.0 50000.0 61234.5",
                page.getElementById("panel-pay-eur-year").attr("data-marks"));
        // Empty steps are part of a distribution.
        assertEquals(16, page.select("#panel-pay-eur-year tbody tr").size());
    }

    @Test
    void everyChartStandsOnATableThatHasItsFigures() throws IOException {
        Document page = page();
        Set<String> ids = new HashSet<>();
        page.select("[id]").forEach(element -> assertTrue(ids.add(element.id()), element.id()));
        for (Element panel : page.select(".panel")) {
            Element table = panel.selectFirst("table");
            assertNotNull(table, panel.id());
            assertTrue(ids.contains(table.parent().attr("aria-labelledby")), panel.id());
            boolean drawn = !panel.attr("data-chart").equals("none");
            assertEquals(drawn, panel.selectFirst("details") != null, "what is not drawn stands open: " + panel.id());
            if (drawn) {
                assertFalse(table.select("thead [data-colour]").isEmpty(), panel.id());
                int columns = table.select("thead th").size();
                for (Element row : table.select("tbody tr")) {
                    assertEquals(columns, row.childrenSize(), panel.id());
                    assertEquals(1, row.select("th[scope=row]").size(), panel.id());
                }
                table.select("thead [data-colour]")
                        .forEach(column -> assertFalse(
                                table.select("tbody tr > :nth-child(" + (column.elementSiblingIndex() + 1)
                                                + ")[data-v]")
                                        .isEmpty(),
                                panel.id()));
            }
        }
        for (Element link : page.select("a[href^=#]")) {
            assertTrue(ids.contains(link.attr("href").substring(1)), link.outerHtml());
        }
    }

    @Test
    void nothingIsLoadedAndNoOtherScriptCanRun() throws IOException {
        String written = written();
        Document page = Jsoup.parse(written);
        assertEquals(
                0,
                page.select("link, img, iframe, object, embed, [src], [onclick]")
                        .size());
        assertEquals(1, page.select("script").size());
        String script = page.selectFirst("script").data();
        assertTrue(script.contains("Copyright") && script.contains("Mike Bostock"), "the licence goes along");
        String policy = page.selectFirst("meta[http-equiv]").attr("content");
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertTrue(policy.contains("script-src '" + Html.hash(script) + "'"), "the script is the one that may run");
        assertTrue(written.length() < 500_000, "the page can be sent by mail");
    }

    @Test
    void whatDataSayIsTextWhereverItStands() throws IOException {
        answer(
                "skills",
                "skill vacancies required preferred mentioned",
                row(HOSTILE, 5, 5, 0, 0),
                row("Rye", 1, 1, 0, 0));
        answer("companies", "company vacancies kind", row(HOSTILE, 5, HOSTILE));
        answer("places", "city country_code vacancies", row(HOSTILE, HOSTILE, 5));
        answer("volume", "month source ads", row("2026-02-01", HOSTILE, 5));
        answer("quarantine", "reason records files example", row("JSON_SYNTAX", 10, 1, HOSTILE));
        answer("quarantine_by_source", "source records quarantined share", row(HOSTILE, 100, 10, 0.1));
        answer(
                "coverage",
                "place source ads field status share",
                row(0, null, 5, "title", "STATED", 1.0),
                row(1, HOSTILE, 5, "title", "STATED", 1.0));
        checks.add(new Manifest.CheckEntry(HOSTILE, HOSTILE, "WARN", false, 1, 0, HOSTILE));

        Document page = page();

        assertEquals(0, page.select("img, [onerror]").size());
        assertEquals(1, page.select("script").size());
        assertTrue(title(page, "skills").startsWith(HOSTILE), title(page, "skills"));
        assertTrue(page.select("td, th").eachText().stream()
                        .filter(HOSTILE::equals)
                        .count()
                >= 6);
    }

    @Test
    void whatDeservesALookStandsOnTop() throws IOException {
        assertEquals(
                List.of(
                        "good All 2 checks of the audit hold",
                        "look 10 % of the records of board could not be read",
                        "good No snapshot before is kept, so nothing is compared"),
                page().select(".remarks li").eachText());

        checks.add(new Manifest.CheckEntry("dim_skill", "unique", "ERROR", false, 3, 0, "3 rows break it: unique"));
        answer("quarantine_by_source", "source records quarantined share", row("board", 1000, 10, 0.01));
        before = new Report.Before(
                manifest("2026-03-30-a"), List.of(new Figure("postings", Figure.Unit.COUNT, 1100.0, 1200.0)));
        answer(
                "coverage_drift",
                "source field before after change",
                row("board", "salary", 0.5, 0.3, -0.2),
                row("board", "degree", 0.1, 0.4, 0.3));
        assertEquals(
                List.of(
                        "error 1 check of level error failed",
                        "good Of no source 5 % or more of the records were quarantined",
                        "look salary of board is known of 30 % of the ads, before of 50 %"),
                page().select(".remarks li").eachText());
    }

    @Test
    void aFailedCheckIsShownWithItsFinding() throws IOException {
        checks.add(new Manifest.CheckEntry("dim_skill", "stated", "WARN", false, 3, 0, "3 rows break it: stated"));
        Document page = page();
        assertEquals("1 of 3 checks does not hold", title(page, "failed"));
        assertTrue(table(page, "failed").contains("dim_skill | stated | warn | 3 | 3 rows break it: stated"));
    }

    @Test
    void driftComparesWithTheSnapshotBefore() throws IOException {
        assertNull(page().getElementById("drift"));
        before = new Report.Before(
                manifest("2026-03-30-a"),
                List.of(
                        new Figure("postings", Figure.Unit.COUNT, 1250.0, 1200.0),
                        new Figure("share remote", Figure.Unit.SHARE, 0.25, 0.275),
                        new Figure("days open", Figure.Unit.MEAN, null, 12.25)));
        answer("coverage_drift", "source field before after change", row("board", "salary", 0.5, 0.3, -0.2));
        Document page = page();
        assertEquals("Against 2026-03-30-a: −50 postings", title(page, "figures"));
        assertEquals("""
                Figure | Before | Now | Change
                postings | 1,250 | 1,200 | −50
                share remote | 25.0 % | 27.5 % | +2.5 points
                days open |  | 12.3 |\s
                """, table(page, "figures"));
        assertEquals("All tables have as many rows as before", title(page, "rows"));
        assertEquals(
                "No skill is named by a tenth of a point more or fewer of the vacancies than before",
                title(page, "skill-drift"));
        assertNull(page.getElementById("panel-pay-drift"), "no pay in both snapshots");
    }

    @Test
    void whatMovedMostIsNamedForSkillsAndPay() throws IOException {
        before = new Report.Before(manifest("2026-03-30-a"), List.of());
        answer(
                "skill_drift",
                "skill before after change",
                row("Baking", 0.5, 0.441, -0.059),
                row("Rye", 0.02, 0.0345, 0.0145));
        answer(
                "pay_drift",
                "currency period vacancies_before vacancies before after change",
                row("EUR", "YEAR", 30, 32, 50000.0, 51000.0, 0.02),
                row("USD", "HOUR", 20, 25, 20.0, 17.5, -0.125));
        Document page = page();
        assertEquals("Baking moved most: 44.1 % of the vacancies name it, before 50.0 %", title(page, "skill-drift"));
        assertEquals("""
                Skill | Before | Now | Points
                Baking | 50.0 % | 44.1 % | −5.9
                Rye | 2.0 % | 3.5 % | +1.5
                """, table(page, "skill-drift"));
        assertEquals("USD an hour moved most: the median is 17.50, before 20", title(page, "pay-drift"));
        assertEquals("""
                Paid in | Vacancies before | Vacancies now | Median before | Median now | Change, %
                EUR a year | 30 | 32 | 50,000 | 51,000 | +2.0
                USD an hour | 20 | 25 | 20 | 17.50 | −12.5
                """, table(page, "pay-drift"));
        List<String> remarks = page.select(".remarks li").eachText();
        assertTrue(remarks.contains("look The median of pay in USD an hour is 17.50, before 20"), remarks.toString());
        assertTrue(
                remarks.contains("look Baking is named by 44.1 % of the vacancies, before by 50.0 %"),
                remarks.toString());
    }

    @Test
    void anEmptyWarehouseHasAReport() throws IOException {
        answers.replaceAll((query, answer) -> new Answer(answer.columns(), List.of()));
        answer(
                "totals",
                "ads vacancies open reposts companies places sources first_day last_day records",
                row(0, 0, 0, 0, 0, 0, 0, null, null, null));
        Document page = page();
        assertTrue(page.select(".remarks li").eachText().contains("error There are no postings"));
        assertEquals("Every record read became a posting, or a further sighting of one", title(page, "quarantine"));
    }

    @Test
    void countsGoWithTheirNouns() {
        assertEquals("1 vacancy", Words.count(1, "vacancy"));
        assertEquals("1,200 vacancies", Words.count(1200, "vacancy"));
        assertEquals("2 days", Words.count(2, "day"));
    }

    @Test
    void sharesNeverRoundSomethingAway() {
        assertEquals("0 %", Words.share(0));
        assertEquals("< 0.1 %", Words.share(0.0001));
        assertEquals("0.4 %", Words.share(0.004));
        assertEquals("42 %", Words.share(0.42));
        assertEquals("99.6 %", Words.share(0.996));
        assertEquals("> 99.9 %", Words.share(0.99999));
        assertEquals("100 %", Words.share(1));
        assertEquals("–", Words.share(Double.NaN));
    }
}
