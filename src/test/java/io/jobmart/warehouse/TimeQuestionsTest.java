package io.jobmart.warehouse;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of ads. */
class TimeQuestionsTest extends QuestionTest {
    @Test
    void timeToCloseByTitleAndCountry() throws Exception {
        List<Line> expected = new ArrayList<>();
        by(ad -> ad.title().toLowerCase(Locale.ROOT) + " | " + ad.city().country)
                .forEach((key, of) -> {
                    if (of.size() < 5) {
                        return;
                    }
                    // Survival as an exact fraction: one closes after the other.
                    BigInteger alive = BigInteger.ONE;
                    BigInteger all = BigInteger.ONE;
                    String median = "null";
                    for (double day : of.stream()
                            .mapToDouble(QuestionTest::daysOpen)
                            .distinct()
                            .sorted()
                            .toArray()) {
                        long atRisk = count(of, ad -> daysOpen(ad) >= day);
                        long closing = count(of, ad -> isClosed(ad) && daysOpen(ad) == day);
                        alive = alive.multiply(BigInteger.valueOf(atRisk - closing));
                        all = all.multiply(BigInteger.valueOf(atRisk));
                        if (median.equals("null") && alive.shiftLeft(1).compareTo(all) <= 0) {
                            median = number(day);
                        }
                    }
                    long closed = count(of, QuestionTest::isClosed);
                    expected.add(new Line(of.size(), 0, String.join(" | ", key, "" + of.size(), "" + closed, median)));
                });
        List<String> sorted = Line.sorted(expected);
        assertTrue(sorted.contains("accountant | FR | 6 | 4 | 30"), sorted.toString());
        assertTrue(sorted.contains("translator | DE | 5 | 2 | null"), sorted.toString());
        assertAnswer(sorted, "time-to-close-by-title-and-country");
    }

    @Test
    void openPostingsAtMonthEnd() throws Exception {
        // A vacancy is there from its first ad on, and those of the kitchen fitter and the roofer have gaps.
        Map<String, List<Ad>> adsOfVacancies = by(ad -> "" + ad.number());
        advertisements
                .copies()
                .forEach(copy -> adsOfVacancies.get("" + copy.number()).add(copy));
        List<String> expected = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2025, 5);
                month.isBefore(YearMonth.of(2026, 4));
                month = month.plusMonths(1)) {
            LocalDate end = month.atEndOfMonth();
            Map<String, List<Boolean>> cells = new TreeMap<>();
            for (List<Ad> of : adsOfVacancies.values()) {
                List<Ad> open = of.stream()
                        .filter(ad -> !opened(ad).isAfter(end)
                                && !(isClosed(ad) && ad.validThrough().isBefore(end)))
                        .toList();
                if (!open.isEmpty()) {
                    boolean isNew = open.stream()
                            .allMatch(ad -> YearMonth.from(opened(ad)).equals(YearMonth.from(end)));
                    cells.computeIfAbsent(of.get(0).city().country, key -> new ArrayList<>())
                            .add(isNew);
                }
            }
            cells.forEach((country, of) -> expected.add(String.join(
                    " | ",
                    end.toString(),
                    country,
                    "" + of.size(),
                    "" + of.stream().filter(isNew -> isNew).count())));
        }
        assertTrue(expected.size() > 10, expected.toString());
        assertEquals(
                lines(expected),
                lines(engines.rows("SELECT month_end_date, country_code, sum(open_vacancies), sum(new_vacancies) FROM ("
                        + BothEngines.text("open-postings-at-month-end").strip().replaceAll(";$", "")
                        + ") AS t GROUP BY 1, 2 ORDER BY 1, 2")));
        assertFalse(answer("open-postings-at-month-end").isEmpty());
    }

    @Test
    void ghostJobs() throws Exception {
        // The fitter was posted three times; the cook is sought for 231 days; three others are new.
        assertAnswer(List.of("Revolve Kitchens | 5 | 1 | 1 | 2 | 40"), "ghost-jobs");
        assertTrue(
                count(ads, ad -> ad.company().equals("Granary Mills")) >= 5, "a company without ghosts is not shown");
    }

    @Test
    void changesAfterPublication() throws Exception {
        assertEquals(
                List.of(
                        "2026-03-10 | Librarian | 2 | 50000.00 60000.00 EUR YEAR | 55000.00 65000.00 EUR YEAR | null | null |"
                                + " null | null | 1 | 1 | null",
                        "2026-04-20 | Librarian | 3 | 55000.00 65000.00 EUR YEAR | 55000.00 65000.00 EUR YEAR | null | null |"
                                + " null | null | 1 | 2 | 1"),
                engines.rows(
                        "SELECT changed_on, title, content_version, pay_before, pay_after, years_before, years_after,"
                                + " degree_before, degree_after, requirements_before, requirements_after, new_requirements FROM ("
                                + BothEngines.text("changes-after-publication")
                                        .strip()
                                        .replaceAll(";$", "")
                                + ") AS t ORDER BY 1, 3"));
    }

    @Test
    void demandByCompanyAttributes() throws Exception {
        List<String> rows = answer("demand-by-company-attributes");
        // Baking then, robotics now: the ad of then stays what it was.
        assertTrue(rows.contains("2026-01-01 | Baking | false | 1 | 1 | 1"), rows.toString());
        assertTrue(rows.contains("2026-04-01 | Robotics | false | 1 | 1 | 0"), rows.toString());
        Map<String, List<Ad>> quarters =
                by(ad -> opened(ad).withDayOfMonth(1).withMonth((opened(ad).getMonthValue() - 1) / 3 * 3 + 1) + " | "
                        + ad.extras().industry());
        assertEquals(
                quarters.entrySet().stream()
                        .map(of -> of.getKey() + " | " + of.getValue().size())
                        .sorted()
                        .toList(),
                // Agencies have rows of their own.
                rows.stream()
                        .map(row -> row.split(" [|] "))
                        .collect(groupingBy(
                                cells -> cells[0] + " | " + cells[1],
                                TreeMap::new,
                                summingInt(cells -> Integer.parseInt(cells[3]))))
                        .entrySet()
                        .stream()
                        .map(of -> of.getKey() + " | " + of.getValue())
                        .sorted()
                        .toList());
    }
}
