package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingCostTest {
    private static RawPosting.Builder raw() {
        return RawPosting.of(SourceFormat.JSON, "a.json", null).title("Baker");
    }

    private static long cost(RawPosting.Builder raw) {
        return ReadingCost.of(raw.build());
    }

    @Test
    void charactersAndValuesAreCounted() {
        assertEquals(5, cost(raw()));
        assertEquals(5 + 11, cost(raw().description("Bakes bread", TextFormat.PLAIN)));
        assertEquals(5 + 2 * 100 + 7, cost(raw().skills(List.of("Dough", "Go"))));
        assertEquals(5 + 100 + 8, cost(raw().places(List.of(new RawPlace("Graz", "Stmk", null, null)))));
        assertEquals(5 + 100 + 4, cost(raw().pay(List.of(new RawPay("15", null, null, null, "15")))));
    }

    @Test
    void aTextAloneIsNeverTooDearAndIsCutInstead() {
        assertTrue(cost(raw().description("x".repeat(8 << 20), TextFormat.PLAIN)) < ReadingCost.LIMIT);
    }

    @Test
    void aTitleOfMegabytesOrTenThousandPlacesAreTooDear() {
        assertTrue(cost(raw().title("x".repeat(8 << 20))) > ReadingCost.LIMIT);
        RawPlace place = new RawPlace("Graz", null, "AT", null);
        assertTrue(cost(raw().places(Collections.nCopies(1_000, place))) < ReadingCost.LIMIT);
        assertTrue(cost(raw().places(Collections.nCopies(10_000, place))) > ReadingCost.LIMIT);
    }
}
