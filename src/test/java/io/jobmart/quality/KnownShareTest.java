package io.jobmart.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownShareTest {
    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "800, 1000, 790, 1000, false, as on the day before",
        "800, 1000, 0, 1000, true, a field that the feed dropped",
        "800, 1000, 590, 1000, true, twenty-one points lost",
        "800, 1000, 610, 1000, false, nineteen points lost",
        "80, 1000, 10, 1000, true, few had it and hardly any has it now",
        "80, 1000, 25, 1000, false, few had it and a third of them has it now",
        "4, 1000, 0, 1000, false, hardly any had it",
        "400, 100000, 0, 100000, true, hardly any had it of very many",
        "8, 10, 3, 10, false, a small source whose days vary by chance",
        "10, 10, 0, 10, false, ten postings before and ten now are few",
        "1000, 1000, 0, 10, true, all had it and none of ten has it now",
        "100, 1000, 900, 1000, false, more is known than before",
        "800, 1000, 1500, 2000, false, twice as many postings and five points lost",
        "0, 0, 10, 10, false, nothing to compare with",
        "10, 10, 0, 0, false, a day without postings",
        "0, 1000, 0, 1000, false, never known",
    })
    void aFieldHasFallenWhenMuchOfItIsLostBeyondChance(
            long knownBefore, long before, long known, long postings, boolean fallen, String why) {
        assertEquals(fallen, KnownShare.hasFallen(knownBefore, before, known, postings));
    }

    @Test
    void theFindingSaysBothShares() {
        assertEquals(
                "null in 100.0 % of 1,000 postings, before in 20.0 % of 2,000",
                KnownShare.inWords(1600, 2000, 0, 1000));
    }
}
