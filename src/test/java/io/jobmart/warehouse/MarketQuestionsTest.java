package io.jobmart.warehouse;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who posts, how far the answers may be trusted, and whether every query is tested. */
class MarketQuestionsTest extends QuestionTest {
    @Test
    void everyQueryIsTested() throws Exception {
        Set<String> tested = new TreeSet<>();
        try (Stream<Path> tests = Files.list(Path.of("src/test/java/io/jobmart/warehouse"))) {
            for (Path test : tests.filter(file -> file.toString().endsWith("QuestionsTest.java"))
                    .toList()) {
                java.util.regex.Matcher name = java.util.regex.Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"")
                        .matcher(Files.readString(test));
                while (name.find()) {
                    tested.add(name.group(1) + ".sql");
                }
            }
        }
        try (Stream<Path> queries = Files.list(Path.of("jobs/queries"))) {
            assertEquals(
                    List.of(),
                    queries.map(file -> file.getFileName().toString())
                            .filter(file -> !tested.contains(file))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everyQuerySaysWhatItAnswersHowToReadItAndWhereItMisleads() throws Exception {
        try (Stream<Path> queries = Files.list(Path.of("jobs/queries"))) {
            for (Path query : queries.toList()) {
                String text = Files.readString(query);
                assertTrue(text.startsWith("-- "), query.toString());
                assertTrue(text.lines().findFirst().orElseThrow().contains("?"), query.toString());
                assertTrue(text.contains("\n-- How to read it: "), query.toString());
                assertTrue(text.contains("\n-- Where it misleads: "), query.toString());
            }
        }
    }

    @Test
    void copiesAreLinkedAndVacanciesAreCountedOnce() {
        assertEquals(ads.size(), engines.warehouse().count("vacancy"));
        assertEquals(
                ads.size() + advertisements.copies().size(), engines.warehouse().count("posting"));
    }

    @Test
    void postingIntensity() throws Exception {
        Map<String, Long> copies = advertisements.copies().stream().collect(groupingBy(Ad::company, counting()));
        List<Line> expected = new ArrayList<>();
        by(Ad::company).forEach((company, of) -> {
            long all = of.size() + copies.getOrDefault(company, 0L);
            if (all >= 5) {
                double intensity = rounded((double) all / of.size(), 2);
                expected.add(Line.then(
                        intensity,
                        all,
                        company,
                        "board",
                        all,
                        of.size(),
                        number(intensity),
                        company.equals("Revolve Kitchens") ? 2 : 0));
            }
        });
        assertEquals(2, expected.size(), expected.toString());
        assertAnswer(Line.sorted(expected), "posting-intensity");
    }

    @Test
    void agencyOrDirect() throws Exception {
        // The mason's ad names a client; the roofer was sought by the employer first and by an agency then.
        int all = ads.size();
        int posted = all + advertisements.copies().size();
        assertAnswer(
                List.of(
                        "DIRECT | " + (all - 2) + " | " + share(all - 2, all) + " | " + (posted - 3),
                        "AGENCY | 1 | " + share(1, all) + " | 1",
                        "BOTH | 1 | " + share(1, all) + " | 2"),
                "agency-or-direct");
    }

    @Test
    void employerConcentration() throws Exception {
        // The cartographers and the market's titles as ISCO-08 has them.
        Map<String, String> codes = Map.of(
                "Backend Developer", "2512",
                "Senior Backend Developer", "2512",
                "Cartographer", "2165");
        List<Line> expected = new ArrayList<>();
        by(ad -> codes.get(ad.title()) + " | " + ad.city().country + " | " + ad.city().regionName)
                .forEach((key, of) -> {
                    if (!key.startsWith("null") && of.size() >= 10) {
                        double sum = of.stream().collect(groupingBy(Ad::company, counting())).values().stream()
                                .mapToDouble(n -> n * n)
                                .sum();
                        double share = sum / of.size() / of.size();
                        expected.add(Line.then(
                                rounded(10_000 * share, 0),
                                of.size(),
                                key,
                                of.size(),
                                of.stream().map(Ad::company).distinct().count(),
                                number(rounded(10_000 * share, 0)),
                                number(rounded(1 / share, 1))));
                    }
                });
        assertTrue(expected.size() >= 3, expected.toString());
        assertAnswer(Line.sorted(expected), "employer-concentration");
    }

    @Test
    void coverageBySourceAndMonth() throws Exception {
        // Seen for the first time: what no earlier dump shows is of April.
        Set<String> february = Set.of("Archivist", "Librarian");
        List<String> rows = answer("coverage-by-source-and-month");
        List<Ad> april = new ArrayList<>(ads);
        april.addAll(advertisements.copies());
        april.removeIf(ad -> february.contains(ad.title())
                || ad.title().equals("Kitchen Fitter") && !opened(ad).isAfter(LocalDate.of(2026, 3, 10))
                || ad.title().equals("Roofer") && ad.extras().client() == null);
        Map<String, Function<Ad, String>> fields = new TreeMap<>(Map.of(
                "company", ad -> "STATED",
                "degree", ad -> ad.degrees().isEmpty() ? "NOT_STATED" : "PARSED",
                "employment_type", ad -> "NOT_STATED",
                "experience", ad -> ad.years().isEmpty() ? "NOT_STATED" : "PARSED",
                "location", ad -> "STATED",
                "posted_date", ad -> ad.posted() == null ? "NOT_STATED" : "STATED",
                "salary",
                        ad -> ad.pay() != null
                                ? "STRUCTURED"
                                : ad.extras().competitive() ? "STATED_WITHOUT_VALUE" : "NOT_STATED",
                "seniority", ad -> ad.title().startsWith("Senior") ? "STATED" : "NOT_STATED",
                "skills", ad -> skills(ad).isEmpty() ? "NOT_STATED" : "STATED",
                "work_mode",
                        ad -> ad.mode() == null ? "NOT_STATED" : ad.mode().equals("REMOTE") ? "STRUCTURED" : "PARSED"));
        List<String> expected = new ArrayList<>();
        fields.forEach((field, status) -> new TreeMap<>(april.stream().collect(groupingBy(status, counting())))
                .forEach((value, n) -> expected.add(
                        String.join(" | ", "board | 2026-04-01", field, value, "" + n, share(n, april.size())))));
        assertEquals(
                lines(expected),
                lines(rows.stream()
                        .filter(row -> row.contains("2026-04") && fields.containsKey(row.split(" [|] ")[2]))
                        .toList()));
        // Of the five records of February one is broken.
        assertTrue(rows.contains("board | 2026-02-01 | record | QUARANTINED | 1 | 20"), rows.toString());
        assertTrue(rows.contains("board | 2026-04-01 | record | QUARANTINED | 0 | 0"), rows.toString());
    }

    @Test
    void why() throws Exception {
        String byDefault = BothEngines.text("why");
        String asked = byDefault.replace(
                "min(posting_key) AS posting_key",
                "min(CASE WHEN title = 'Astronomer' THEN posting_key END) AS posting_key");
        assertNotEquals(byDefault, asked);
        assertFalse(answer("why").isEmpty());
        List<String> rows = engines.rows(asked);
        String text = engines.rows("SELECT text FROM posting_text WHERE title_raw = 'Astronomer'")
                .get(0);
        assertTrue(text.startsWith("\uD83D\uDE80 To the stars"), text);
        int start = text.indexOf("Docker");
        assertTrue(start > 0, text);
        String around = text.substring(start - 40, Math.min(text.length(), start + 6 + 40))
                .replace("\n", " / ");
        assertTrue(
                rows.contains("skill | Docker REQUIRED | Docker | " + around + " | skill.text | TEXT | " + start + " | "
                        + (start + 6)),
                rows + " lacks " + around);
        assertTrue(
                rows.stream()
                        .anyMatch(row -> row.startsWith("place | Lyon WORK_SITE | null | null | ")
                                && row.endsWith(" | MARKUP | null | null")),
                rows.toString());
    }
}
