package io.jobmart.warehouse;

import static java.util.Comparator.comparing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which skills are asked for. */
class SkillQuestionsTest extends QuestionTest {
    @Test
    void topSkillsByMonth() throws Exception {
        List<String> expected = new ArrayList<>();
        Map<String, List<Ad>> months = by(QuestionTest::month);
        new TreeMap<>(months).descendingMap().forEach((month, of) -> {
            Map<String, Long> counts = new TreeMap<>();
            of.forEach(ad -> skills(ad).forEach(skill -> counts.merge(skill, 1L, Long::sum)));
            List<String> order = counts.keySet().stream()
                    .sorted(comparing((String skill) -> -counts.get(skill)).thenComparing(Comparator.naturalOrder()))
                    .toList();
            for (int place = 1; place <= Math.min(20, order.size()); place++) {
                String skill = order.get(place - 1);
                expected.add(String.join(
                        " | ", month, "" + place, skill, "" + counts.get(skill), share(counts.get(skill), of.size())));
            }
        });
        assertAnswer(expected, "top-skills-by-month");
    }

    @Test
    void skillsAskedTogether() throws Exception {
        List<Ad> listed = ads.stream()
                .filter(ad -> !skills(ad).isEmpty() && skills(ad).size() <= 40)
                .toList();
        assertFalse(listed.containsAll(ads));
        assertEquals(1, engines.warehouse().count("vacancy WHERE n_skills > 40"));
        List<String> names = List.copyOf(allSkills());
        List<Line> expected = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                String first = names.get(a);
                String second = names.get(b);
                long both = count(
                        listed, ad -> skills(ad).contains(first) && skills(ad).contains(second));
                long one = count(listed, ad -> skills(ad).contains(first));
                long other = count(listed, ad -> skills(ad).contains(second));
                if (both >= 5 && 200 * both >= listed.size()) {
                    BigDecimal lift = BigDecimal.valueOf(both * listed.size())
                            .divide(BigDecimal.valueOf(one * other), 9, RoundingMode.HALF_UP)
                            .setScale(2, RoundingMode.HALF_UP);
                    expected.add(new Line(
                            lift.doubleValue(),
                            both,
                            String.join(" | ", first, second, "" + both, LoadedWarehouse.number(lift))));
                }
            }
        }
        assertAnswer(Line.sorted(expected), "skills-asked-together");
    }

    @Test
    void requiredOrPreferred() throws Exception {
        List<Line> expected = new ArrayList<>();
        for (String skill : allSkills()) {
            long required =
                    ads.stream().filter(ad -> ad.required().contains(skill)).count();
            long preferred = ads.stream()
                    .filter(ad ->
                            ad.preferred().contains(skill) && !ad.required().contains(skill))
                    .count();
            long all = ads.stream().filter(ad -> skills(ad).contains(skill)).count();
            if (all >= 5) {
                expected.add(new Line(
                        all,
                        0,
                        String.join(
                                " | ",
                                skill,
                                "" + all,
                                share(required, all),
                                share(preferred, all),
                                share(all - required - preferred, all))));
            }
        }
        assertAnswer(Line.sorted(expected), "required-or-preferred");
    }

    @Test
    void companiesNewlyAskingForASkill() throws Exception {
        LocalDate quarter = LocalDate.of(2026, 4, 1);
        List<Line> expected = new ArrayList<>();
        by(Ad::company).forEach((company, of) -> {
            List<Ad> before =
                    of.stream().filter(ad -> opened(ad).isBefore(quarter)).toList();
            List<Ad> now = of.stream().filter(ad -> !before.contains(ad)).toList();
            Set<String> fresh = new TreeSet<>();
            now.forEach(ad -> fresh.addAll(asked(ad)));
            before.forEach(ad -> fresh.removeAll(skills(ad)));
            for (String skill : before.size() < 3 ? Set.<String>of() : fresh) {
                List<Ad> asking =
                        now.stream().filter(ad -> asked(ad).contains(skill)).toList();
                LocalDate first = asking.stream()
                        .map(QuestionTest::opened)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                expected.add(
                        Line.then(asking.size(), before.size(), company, skill, asking.size(), first, before.size()));
            }
        });
        assertEquals(List.of("Granary Mills | Rust | 2 | 2026-04-05 | 3"), Line.sorted(expected));
        assertAnswer(Line.sorted(expected), "companies-newly-asking-for-a-skill");
    }

    @Test
    void emergingSkills() throws Exception {
        List<Ad> now = opened("2026-04-01", "2026-07-01");
        List<Ad> then = opened("2025-04-01", "2025-07-01");
        assertEquals(10, then.size());
        List<Line> expected = new ArrayList<>();
        for (String skill : allSkills()) {
            long after = count(now, ad -> skills(ad).contains(skill));
            long before = count(then, ad -> skills(ad).contains(skill));
            if (after >= 5 && after * then.size() > before * now.size()) {
                double surely = rounded(wilson(after, now.size(), -1) / wilson(before, then.size(), 1), 2);
                double ratio = (double) after / now.size() / ((double) before / then.size());
                expected.add(Line.then(
                        surely,
                        after,
                        skill,
                        after,
                        share(after, now.size()),
                        before,
                        share(before, then.size()),
                        before == 0 ? "null" : number(rounded(ratio, 2)),
                        number(surely)));
            }
        }
        assertTrue(expected.stream().anyMatch(line -> !line.text().contains("null")), expected.toString());
        assertAnswer(Line.sorted(expected), "emerging-skills");
    }

    private List<Ad> opened(String from, String until) {
        return ads.stream()
                .filter(ad -> !opened(ad).isBefore(LocalDate.parse(from))
                        && opened(ad).isBefore(LocalDate.parse(until)))
                .toList();
    }

    /** Bound of Wilson's interval: the root of (p - share)^2 = z^2 p (1 - p) / n below or above the share. */
    private static double wilson(long part, long whole, int side) {
        double z = 1.96;
        double share = (double) part / whole;
        double a = 1 + z * z / whole;
        double b = -2 * share - z * z / whole;
        double c = share * share;
        return (-b + side * Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    }
}
