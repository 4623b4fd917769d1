package io.jobmart.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.dedup.DuplicateGroups.Member;
import io.jobmart.model.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateGroupsTest {
    /** An ad under construction: everything not set is not known. */
    private static final class Draft {
        private final long key;
        private int first;
        private int last;
        private long source;
        private boolean numbered;
        private List<String> links = List.of();
        private String requisition;
        private Set<String> countries = Set.of();
        private Set<String> cities = Set.of();
        private Set<String> companies = Set.of("acme");
        private String seniority;
        private Long title = 1L;
        private Long words;
        private int[] sketch = {};

        Draft(long key) {
            this.key = key;
            this.words = key;
        }

        Draft seen(int from, int to) {
            first = from;
            last = to;
            return this;
        }

        Draft numberedBy(long value) {
            source = value;
            numbered = true;
            return this;
        }

        Draft link(String value) {
            links = List.of(value);
            return this;
        }

        Draft requisition(String value) {
            requisition = value;
            return this;
        }

        Draft country(String value) {
            countries = Set.of(value);
            return this;
        }

        Draft city(String... value) {
            cities = Set.of(value);
            return this;
        }

        Draft company(String... value) {
            companies = Set.of(value);
            return this;
        }

        Draft seniority(String value) {
            seniority = value;
            return this;
        }

        Draft title(long value) {
            title = value;
            return this;
        }

        Draft words(long value) {
            words = value;
            return this;
        }

        /** Sequences of words by number, from the first to before the last. */
        Draft text(int from, int to) {
            sketch = sketchOf(IntStream.range(from, to));
            return this;
        }

        Ad ad() {
            return new Ad(
                    key,
                    first,
                    last,
                    source,
                    numbered,
                    links,
                    requisition,
                    countries,
                    cities,
                    companies,
                    seniority,
                    title,
                    words,
                    sketch);
        }
    }

    private static int[] sketchOf(IntStream sequences) {
        return sequences
                .map(i -> i * 0x9E3779B9 ^ i * 0x85EBCA6B >>> 7)
                .boxed()
                .sorted(Integer::compareUnsigned)
                .distinct()
                .limit(Fingerprint.SKETCH)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Draft ad(long key) {
        return new Draft(key);
    }

    /** The groups as keys, each list in the order of its members' keys. */
    private static List<List<Long>> groups(Draft... drafts) {
        return groups(Arrays.stream(drafts).map(Draft::ad).toList());
    }

    private static List<List<Long>> groups(List<Ad> ads) {
        Map<Long, List<Long>> groups = DuplicateGroups.of(ads).stream()
                .collect(Collectors.groupingBy(
                        Member::group, TreeMap::new, Collectors.mapping(Member::key, Collectors.toList())));
        return groups.values().stream()
                .map(keys -> keys.stream().sorted().toList())
                .sorted((a, b) -> Long.compare(a.get(0), b.get(0)))
                .toList();
    }

    private static Member member(long key, Draft... drafts) {
        return DuplicateGroups.of(Arrays.stream(drafts).map(Draft::ad).toList()).stream()
                .filter(one -> one.key() == key)
                .findFirst()
                .orElseThrow();
    }

    private static final List<List<Long>> ONE = List.of(List.of(1L, 2L));
    private static final List<List<Long>> TWO = List.of(List.of(1L), List.of(2L));

    @Test
    void oneAddressIsOneJobWhoeverHires() {
        assertEquals(
                ONE,
                groups(
                        ad(1).link("url:a/1").company("agency").title(7),
                        ad(2).link("url:a/1").company("acme").title(8)));
    }

    @Test
    void oneRequisitionIsOneJobOfOneCompanyUnderOneTitle() {
        assertEquals(ONE, groups(ad(1).requisition("r100"), ad(2).requisition("r100")));
        assertEquals(
                TWO, groups(ad(1).requisition("r100"), ad(2).requisition("r100").company("other")));
        assertEquals(
                TWO, groups(ad(1).requisition("r100"), ad(2).requisition("r100").title(2)));
    }

    @Test
    void theSameWordsAreOneJobUnlessSomethingForbidsIt() {
        assertEquals(ONE, groups(ad(1).words(5), ad(2).words(5)));
        assertEquals(ONE, groups(ad(1).words(5).city("bern").country("CH"), ad(2).words(5)));
        assertEquals(TWO, groups(ad(1).words(5).city("bern"), ad(2).words(5).city("basel")));
        assertEquals(TWO, groups(ad(1).words(5).country("CH"), ad(2).words(5).country("AT")));
        assertEquals(
                TWO, groups(ad(1).words(5).seniority("JUNIOR"), ad(2).words(5).seniority("SENIOR")));
        assertEquals(
                TWO, groups(ad(1).words(5).requisition("r1"), ad(2).words(5).requisition("r2")));
        assertEquals(TWO, groups(ad(1).words(5), ad(2).words(5).company("other")));
    }

    @Test
    void aRegionGoesWithTheCountriesInIt() {
        assertEquals(ONE, groups(ad(1).words(5).country("EMEA"), ad(2).words(5).country("ES")));
        assertEquals(ONE, groups(ad(1).words(5).country("WORLD"), ad(2).words(5).country("APAC")));
        assertEquals(TWO, groups(ad(1).words(5).country("EMEA"), ad(2).words(5).country("AMERICAS")));
        assertEquals(TWO, groups(ad(1).words(5).country("US"), ad(2).words(5).country("LATAM")));
        assertEquals(
                List.of(List.of(1L, 2L), List.of(3L)),
                groups(
                        ad(1).words(5).country("EMEA"),
                        ad(2).words(5).country("ES"),
                        ad(3).words(5).country("DE")));
    }

    @Test
    void aDifferentRequisitionForbidsEvenWhereTheAddressIsTheSame() {
        assertEquals(
                TWO,
                groups(
                        ad(1).link("url:a/1").requisition("r1"),
                        ad(2).link("url:a/1").requisition("r2")));
    }

    @Test
    void numbersOfOneDumpAreTwoOpeningsUnlessTheWordsAreTheSame() {
        Draft one = ad(1).numberedBy(9).seen(1, 5).text(0, 100);
        assertEquals(TWO, groups(one, ad(2).numberedBy(9).seen(3, 8).text(0, 98)));
        assertEquals(ONE, groups(one, ad(2).numberedBy(9).seen(6, 8).text(0, 98)));
        assertEquals(ONE, groups(one, ad(2).numberedBy(8).seen(3, 8).text(0, 98)));
        assertEquals(ONE, groups(one, ad(2).seen(3, 8).text(0, 98)));
        assertEquals(
                ONE,
                groups(one.words(5), ad(2).numberedBy(9).seen(3, 8).text(0, 98).words(5)));
    }

    @Test
    void similarTextsUnderOneTitleAreOneJob() {
        assertEquals(ONE, groups(ad(1).text(0, 100), ad(2).text(5, 105)));
        assertEquals(ONE, groups(ad(1).text(0, 100), ad(2).text(5, 105).company()));
        assertEquals(TWO, groups(ad(1).text(0, 100), ad(2).text(5, 105).title(2)));
        assertEquals(TWO, groups(ad(1).text(0, 100), ad(2).text(40, 140)));
        assertEquals(TWO, groups(ad(1).text(0, 100), ad(2).text(5, 105).company("other")));
    }

    @Test
    void aTextThatIsAPartOfAnotherIsPartial() {
        Draft whole = ad(1).text(0, 100);
        Member part = member(2, whole, ad(2).text(0, 30));
        assertEquals(new Member(2, 1, DuplicateType.PARTIAL, Method.CONTAINED, 1, 0), part);
        assertEquals(TWO, groups(whole, ad(2).text(0, 30).company()));
        assertEquals(TWO, groups(whole, ad(2).text(80, 120)));
    }

    @Test
    void aPartOfALongTextIsFoundByASampleOfIt() {
        Member part = member(2, ad(1).text(0, 1_500), ad(2).text(0, 300));
        assertEquals(DuplicateType.PARTIAL, part.type());
        assertTrue(part.score() > 0.9);
    }

    @Test
    void theScoreIsTheShareOfWordSequencesInCommon() {
        Member near = member(2, ad(1).text(0, 1_000), ad(2).text(50, 1_050));
        assertEquals(Method.SIMILAR, near.method());
        assertEquals(950 / 1_050.0, near.score(), 0.08);
    }

    @Test
    void theTypeSaysHowTheTextsAreAlikeNotHowTheyWereFound() {
        assertEquals(
                DuplicateType.FULL,
                member(2, ad(1).link("x").words(5), ad(2).link("x").words(5)).type());
        assertEquals(
                new Member(2, 1, DuplicateType.PARTIAL, Method.LINK, 1, 0),
                member(2, ad(1).link("x").text(0, 50), ad(2).link("x")));
        assertEquals(
                DuplicateType.SEMANTIC,
                member(2, ad(1).link("x").text(0, 50), ad(2).link("x").text(100, 150))
                        .type());
    }

    @Test
    void anAdWithoutAPlaceDoesNotJoinTwoPlaces() {
        Draft bern = ad(1).words(5).city("bern");
        Draft basel = ad(2).words(5).city("basel");
        // It may be either.
        assertEquals(List.of(List.of(1L), List.of(2L), List.of(3L)), groups(bern, basel, ad(3).words(5)));
        // Both places in one ad: it goes with the first, and then the second does not go with it.
        assertEquals(
                List.of(List.of(1L, 3L), List.of(2L)),
                groups(bern.seen(1, 1), ad(3).words(5).city("bern", "basel").seen(2, 2), basel.seen(3, 3)));
    }

    @Test
    void aChainOfSmallChangesDoesNotJoinWhatIsFarApart() {
        assertEquals(
                List.of(List.of(1L, 2L), List.of(3L)),
                groups(
                        ad(1).text(0, 100).seen(1, 1),
                        ad(2).text(12, 112).seen(2, 2),
                        ad(3).text(24, 124).seen(3, 3)));
    }

    @Test
    void theFirstSeenThenTheLongestStandsForTheGroup() {
        assertEquals(
                2,
                member(1, ad(1).seen(4, 4).words(5), ad(2).seen(3, 3).words(5)).group());
        assertEquals(2, member(1, ad(1).text(0, 30), ad(2).text(0, 100)).group());
    }

    @Test
    void textsTooShortToCompareStandAlone() {
        Draft one = ad(1);
        one.words = null;
        Draft other = ad(2);
        other.words = null;
        assertEquals(TWO, groups(one, other));
    }

    @Test
    void whereTooManyMeetTheRestIsNotComparedAndSaysSo() {
        List<Ad> ads = new ArrayList<>();
        for (int i = 0; i < DuplicateGroups.LIMIT + 3; i++) {
            ads.add(ad(i).text(1_000 * i, 1_000 * i + 40).seen(i, i).ad());
        }
        List<Member> members = DuplicateGroups.of(ads);
        assertEquals(0, members.get(DuplicateGroups.LIMIT).skipped());
        assertEquals(2, members.get(DuplicateGroups.LIMIT + 2).skipped());
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<Ad> ads = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                int start = random.nextInt(6) * 8 + 200 * random.nextInt(3);
                Draft draft = ad(i).seen(random.nextInt(5), 5 + random.nextInt(3))
                        .title(random.nextInt(2))
                        .words(random.nextInt(60))
                        .text(start, start + 60 + random.nextInt(20))
                        .company(random.nextInt(3) == 0 ? new String[] {} : new String[] {"c" + random.nextInt(2)})
                        .city(random.nextInt(2) == 0 ? new String[] {} : new String[] {"p" + random.nextInt(3)});
                if (random.nextInt(3) == 0) {
                    draft.numberedBy(random.nextInt(2));
                }
                if (random.nextInt(4) == 0) {
                    draft.link("l" + random.nextInt(15));
                }
                if (random.nextInt(4) == 0) {
                    draft.requisition("r" + random.nextInt(8));
                }
                ads.add(draft.ad());
            }
            List<Member> expected = DuplicateGroups.of(ads);
            Collections.shuffle(ads, random);
            assertEquals(expected, DuplicateGroups.of(ads));
        }
    }
}
