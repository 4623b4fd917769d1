package io.jobmart.warehouse;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ads ask of people. */
class DemandQuestionsTest extends QuestionTest {
    @Test
    void degreeRequirementOverTime() throws Exception {
        List<String> expected = new ArrayList<>();
        by(QuestionTest::month).forEach((month, ofMonth) -> {
            List<Line> lines = new ArrayList<>();
            ofMonth.stream()
                    .collect(groupingBy(ad ->
                            ad.degrees().isEmpty() ? "NOT_STATED" : ad.degrees().get(0)))
                    .forEach((degree, of) -> lines.add(new Line(
                            of.size(),
                            0,
                            String.join(
                                    " | ",
                                    month,
                                    degree,
                                    "" + of.size(),
                                    share(of.size(), ofMonth.size()),
                                    "" + of.stream().filter(Ad::orEquivalent).count()))));
            expected.addAll(Line.sorted(lines));
        });
        assertAnswer(expected, "degree-requirement-over-time");
    }

    @Test
    void experienceByTitleAndSeniority() throws Exception {
        List<Line> expected = new ArrayList<>();
        by(Ad::title).forEach((title, of) -> {
            List<Integer> years = of.stream()
                    .filter(ad -> !ad.years().isEmpty())
                    .map(ad -> ad.years().get(0))
                    .toList();
            if (years.size() >= 5) {
                expected.add(new Line(
                        of.size(),
                        0,
                        String.join(
                                " | ",
                                title.toLowerCase(Locale.ROOT),
                                title.startsWith("Senior") ? "SENIOR" : "null",
                                "" + of.size(),
                                share(years.size(), of.size()),
                                number(quantile(years, 0.25)),
                                number(quantile(years, 0.5)),
                                number(quantile(years, 0.75)))));
            }
        });
        assertEquals(3, expected.size());
        assertAnswer(Line.sorted(expected), "experience-by-title-and-seniority");
    }

    @Test
    void postingsACandidateSatisfies() throws Exception {
        Set<String> known = Set.of("Python", "SQL", "Java", "Git", "Docker", "Linux");
        List<Line> expected = new ArrayList<>();
        // Of the kitchen fitter's three postings the last is open.
        for (Ad ad : ads) {
            boolean open = !isClosed(ad) || ad.title().equals("Kitchen Fitter");
            boolean languages = ad.extras().languages().stream().allMatch("English"::equals);
            if (open && languages && known.containsAll(ad.required()) && degreeAndYears(ad)) {
                int groups = ad.required().size()
                        + ad.extras().languages().size()
                        + (ad.degrees().isEmpty() ? 0 : 1)
                        + (ad.degrees().size() > 1 || ad.years().isEmpty() ? 0 : 1);
                if (groups > 0) {
                    expected.add(Line.of(
                            groups,
                            ad.title(),
                            ad.company(),
                            ad.city().city,
                            ad.city().country,
                            mode(ad),
                            groups,
                            0,
                            0,
                            "null"));
                }
            }
        }
        assertTrue(expected.size() > 5, expected.toString());
        assertEquals(
                lines(Line.sorted(expected)),
                lines(withoutKey(answer("postings-a-candidate-satisfies")).stream()
                        .sorted(comparing((String row) -> -Integer.parseInt(row.split(" [|] ")[5]))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList()));
    }

    /** Whether a bachelor with four years is enough. */
    private static boolean degreeAndYears(Ad ad) {
        List<String> lower = List.of("BACHELOR");
        if (ad.degrees().size() > 1) {
            for (int i = 0; i < ad.degrees().size(); i++) {
                if (lower.contains(ad.degrees().get(i)) && ad.years().get(i) <= 4) {
                    return true;
                }
            }
            return false;
        }
        return (ad.orEquivalent() || lower.containsAll(ad.degrees()))
                && ad.years().stream().allMatch(years -> years <= 4);
    }

    private static String mode(Ad ad) {
        return ad.mode() == null ? "NOT_STATED" : ad.mode();
    }

    private static List<String> withoutKey(List<String> rows) {
        return rows.stream().map(row -> row.substring(row.indexOf(" | ") + 3)).toList();
    }

    @Test
    void modellingTable() throws Exception {
        // Fewer than 200 skills: none is left out.
        assertTrue(allSkills().size() < 200);
        List<String> expected = new ArrayList<>();
        for (Ad ad : ads) {
            expected.add(Stream.of(
                            opened(ad),
                            ad.company(),
                            ad.title(),
                            ad.city().country,
                            ad.city().city,
                            mode(ad),
                            ad.years().isEmpty() ? "null" : number(ad.years().get(0)),
                            ad.degrees().isEmpty() ? "null" : ad.degrees().get(0),
                            skills(ad).size(),
                            daysOpen(ad),
                            !isClosed(ad),
                            ad.pay() == null ? "null" : ad.city().currency,
                            ad.pay() == null ? "null" : number(ad.pay().annual()),
                            asked(ad).isEmpty() ? "null" : asked(ad))
                    .map(String::valueOf)
                    .collect(Collectors.joining(" | ")));
        }
        List<String> query = List.of(
                "start_date",
                "company",
                "title",
                "country_code",
                "city",
                "work_mode",
                "experience_years_min",
                "degree_min",
                "n_skills",
                "days_open",
                "is_open",
                "currency",
                "annual_pay",
                "skills");
        List<String> rows = engines.rows("SELECT " + String.join(", ", query) + " FROM ("
                + BothEngines.text("modelling-table").strip().replaceAll(";$", "") + ") AS t");
        assertEquals(
                lines(expected.stream().sorted().toList()),
                lines(rows.stream().sorted().toList()));
        assertEquals(ads.size(), answer("modelling-table").size());
    }
}
