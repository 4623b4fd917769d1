package io.jobmart.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailingVolumeTest {
    private static List<Long> days(String records) {
        return Arrays.stream(records.split(" ")).map(Long::valueOf).toList();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1000, false, the first day",
        "10 1000 1000 1000 1000, false, too few days before",
        "10 1000 1000 1000 1000 1000, true, a hundredth of five days that are alike",
        "990 1000 1010 995 1000 1005 1000 998, false, a day as all are",
        "600 1000 1010 995 1000 1005 1000 998, false, more than half",
        "490 1000 1010 995 1000 1005 1000 998, true, half a dump",
        "1990 1000 1010 995 1000 1005 1000 998, false, less than double",
        "2010 1000 1010 995 1000 1005 1000 998, true, a dump dealt out twice",
        "40 300 280 20 25 310 290 305, false, a Sunday of what is new each day",
        "5000 300 280 20 25 310 290 305, true, beyond all that the days differ",
        "50 9000 40 12000 300 7 8000 90, false, parts of all sizes",
        "2 5 4 6 3 5 4 5, false, a small source whose days vary by chance",
        "40 5 4 6 3 5 4 5, true, a small source that suddenly has much",
        "1000 1000 1000 1000 1000 1000 1000 1000 1 1 1, false, days longer ago do not count",
    })
    void aLastDayIsUnusualWhenItIsFarFromItsDaysBeforeAndTheseAreNot(String records, boolean unusual, String why) {
        assertEquals(unusual, TrailingVolume.isUnusual(days(records)));
    }

    @Test
    void theFindingSaysBothFigures() {
        assertEquals(
                "490 records, 1,004 on a mean day before",
                TrailingVolume.inWords(days("490 1000 1010 1000 1005 1000 1010")));
    }
}
