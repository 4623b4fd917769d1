package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static ParsedRecord read(String title) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        RawPosting raw =
                RawPosting.of(SourceFormat.JSON, "a.json", "7").title(title).build();
        ReadRecord record = new ReadRecord(1, day, day, "board", "a.json", "7", 2L, raw, null, null);
        return new Readings(SmallTables::parse).parse(record);
    }

    @Test
    void aPostingThatWouldCostTooMuchIsQuarantinedUnread() {
        int before = SmallTables.PARSED.get();
        ParsedRecord dear = read("Baker ".repeat(200_000));
        assertNull(dear.posting());
        assertEquals(QuarantineReason.TOO_EXPENSIVE, dear.rejection().reason());
        assertEquals("7", dear.rejection().sourceRecord());
        assertEquals(before, SmallTables.PARSED.get());
        assertNull(read("Baker").rejection());
    }
}
