package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What ads say of pay. */
class PayQuestionsTest extends QuestionTest {
    @Test
    void medianPayBySkillAndCountry() throws Exception {
        Map<String, List<Double>> pays = new TreeMap<>();
        for (Ad ad : ads) {
            if (ad.pay() != null) {
                Set<String> asked = new TreeSet<>(ad.required());
                asked.addAll(ad.preferred());
                for (String skill : asked) {
                    pays.computeIfAbsent(
                                    skill + " | " + ad.city().country + " | " + ad.city().currency,
                                    key -> new ArrayList<>())
                            .add(ad.pay().annual());
                }
            }
        }
        List<Line> expected = new ArrayList<>();
        pays.forEach((key, of) -> {
            if (of.size() >= 5) {
                double median = Math.round(quantile(of, 0.5));
                expected.add(new Line(of.size(), median, key + " | " + of.size() + " | " + number(median)));
            }
        });
        assertTrue(pays.size() > expected.size(), "some groups are too small to be shown");
        assertAnswer(Line.sorted(expected), "median-pay-by-skill-and-country");
    }

    @Test
    void payTransparency() throws Exception {
        List<String> expected = new ArrayList<>();
        by(ad -> month(ad) + " | " + ad.city().country + " | " + ad.city().regionName)
                .forEach((key, of) -> {
                    if (of.size() >= 5) {
                        long number = count(of, ad -> ad.pay() != null);
                        long words =
                                count(of, ad -> ad.pay() == null && ad.extras().competitive());
                        expected.add(String.join(
                                " | ",
                                key,
                                "" + of.size(),
                                share(number, of.size()),
                                share(words, of.size()),
                                "0",
                                share(of.size() - number - words, of.size())));
                    }
                });
        assertTrue(expected.size() > 5, expected.toString());
        assertAnswer(expected, "pay-transparency");
    }

    @Test
    void remotePremium() throws Exception {
        List<Line> expected = new ArrayList<>();
        by(ad -> ad.title().toLowerCase(Locale.ROOT) + " | "
                        + (ad.title().startsWith("Senior") ? "SENIOR" : "null") + " | " + ad.city().country + " | "
                        + ad.city().currency)
                .forEach((key, of) -> {
                    List<Double> remote = pays(of, "REMOTE");
                    List<Double> onsite = pays(of, "ONSITE");
                    if (remote.size() >= 3 && onsite.size() >= 3) {
                        double there = quantile(remote, 0.5);
                        double here = quantile(onsite, 0.5);
                        expected.add(Line.of(
                                remote.size() + onsite.size(),
                                key,
                                remote.size(),
                                onsite.size(),
                                number(rounded(there, 0)),
                                number(rounded(here, 0)),
                                number(rounded(100 * (there / here - 1), 1))));
                    }
                });
        assertTrue(expected.size() == 1, expected.toString());
        assertAnswer(Line.sorted(expected), "remote-premium");
    }

    private static List<Double> pays(List<Ad> ads, String mode) {
        return ads.stream()
                .filter(ad -> mode.equals(ad.mode()) && ad.pay() != null)
                .map(ad -> ad.pay().annual())
                .toList();
    }
}
