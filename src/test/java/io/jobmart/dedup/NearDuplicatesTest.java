package io.jobmart.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.dedup.NearDuplicates.Content;
import io.jobmart.dedup.NearDuplicates.Match;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    private static Content content(long key, int day, long... bands) {
        return new Content(key, day, java.util.Arrays.stream(bands).boxed().toList());
    }

    @Test
    void aContentJoinsTheEarliestOfThoseItIsLike() {
        assertEquals(
                List.of(new Match(9, 9, 1, 0), new Match(5, 9, 0.75, 0), new Match(7, 7, 1, 0)),
                NearDuplicates.of(
                        List.of(content(7, 3, 5, 6, 7, 8), content(5, 2, 1, 2, 3, 0), content(9, 1, 1, 2, 3, 4))));
    }

    @Test
    void equalBandsInOtherPlacesAreNotEqual() {
        assertEquals(
                List.of(new Match(1, 1, 1, 0), new Match(2, 2, 1, 0)),
                NearDuplicates.of(List.of(content(1, 1, 1, 2, 3, 4), content(2, 1, 4, 3, 2, 1))));
    }

    @Test
    void aChainOfSmallChangesDoesNotJoinWhatIsFarApart() {
        List<Match> matches = NearDuplicates.of(List.of(
                content(1, 1, 1, 2, 3, 4, 5, 6, 7, 8),
                content(2, 2, 1, 2, 3, 0, 0, 0, 0, 0),
                content(3, 3, 9, 9, 9, 0, 0, 0, 0, 0)));
        assertEquals(
                List.of(1L, 1L, 3L), matches.stream().map(Match::representative).toList());
    }

    @Test
    void textsTooShortToCompareStandAlone() {
        assertEquals(
                List.of(new Match(1, 1, 1, 0), new Match(2, 2, 1, 0)),
                NearDuplicates.of(List.of(content(1, 1), content(2, 1))));
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            contents.add(content(i * 31 % 200, i % 7, i % 5, i % 11, i % 3, i % 2));
        }
        List<Match> expected = NearDuplicates.of(contents);
        Collections.reverse(contents);
        assertEquals(expected, NearDuplicates.of(contents));
    }

    @Test
    void aBandThatTooManyHaveInCommonIsNotSearchedToItsEndAndSaysSo() {
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < NearDuplicates.BAND_LIMIT + 3; i++) {
            contents.add(content(i, 1, -1, 10 * i, 10 * i + 1, 10 * i + 2, 10 * i + 3));
        }
        List<Match> matches = NearDuplicates.of(contents);
        assertEquals(0, matches.get(NearDuplicates.BAND_LIMIT).skipped());
        assertEquals(2, matches.get(NearDuplicates.BAND_LIMIT + 2).skipped());
    }
}
