package io.jobmart.warehouse;

import static java.util.Comparator.comparing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where the work is done, and what is spoken there. */
class PlaceQuestionsTest extends QuestionTest {
    @Test
    void remoteShareOverTime() throws Exception {
        List<String> expected = new ArrayList<>();
        by(QuestionTest::month).forEach((month, of) -> {
            List<String> cells = new ArrayList<>(List.of(month, "" + of.size()));
            for (String mode : new String[] {"REMOTE", "HYBRID", "ONSITE", null}) {
                cells.add(share(
                        of.stream()
                                .filter(ad -> Objects.equals(mode, ad.mode()))
                                .count(),
                        of.size()));
            }
            expected.add(String.join(" | ", cells));
        });
        assertTrue(expected.size() >= 5, expected.toString());
        assertAnswer(expected, "remote-share-over-time");
    }

    @Test
    void whereMayARemoteWorkerLive() throws Exception {
        Map<String, String> codes = Map.of("Germany", "DE", "France", "FR", "United States", "US");
        List<Ad> remote = ads.stream().filter(ad -> "REMOTE".equals(ad.mode())).toList();
        List<Line> expected = new ArrayList<>();
        expected.add(Line.of(
                count(remote, ad -> ad.extras().homes().isEmpty()),
                "null | null",
                count(remote, ad -> ad.extras().homes().isEmpty()),
                share(count(remote, ad -> ad.extras().homes().isEmpty()), remote.size()),
                0));
        codes.forEach((name, code) -> {
            List<Ad> open = remote.stream()
                    .filter(ad -> ad.extras().homes().contains(name))
                    .toList();
            expected.add(Line.of(
                    open.size(),
                    code,
                    "COUNTRY",
                    open.size(),
                    share(open.size(), remote.size()),
                    count(open, ad -> ad.city().country.equals(code))));
        });
        assertAnswer(Line.sorted(expected), "where-may-a-remote-worker-live");
    }

    @Test
    void languagesByCountry() throws Exception {
        Map<String, String> codes = Map.of("German", "de", "English", "en");
        List<String> expected = new ArrayList<>();
        by(ad -> ad.city().country).entrySet().stream()
                .sorted(comparing((Map.Entry<String, List<Ad>> country) ->
                        -country.getValue().size()))
                .forEach(country -> {
                    List<Ad> of = country.getValue();
                    List<Line> lines = new ArrayList<>();
                    codes.forEach((name, code) -> {
                        long asking = count(of, ad -> ad.extras().languages().contains(name));
                        if (asking > 0) {
                            lines.add(Line.of(
                                    asking,
                                    country.getKey(),
                                    code,
                                    asking,
                                    share(asking, of.size()),
                                    100,
                                    code.equals("en") ? of.size() : 0));
                        }
                    });
                    expected.addAll(Line.sorted(lines));
                });
        assertEquals(2, expected.size());
        assertAnswer(expected, "languages-by-country");
    }
}
