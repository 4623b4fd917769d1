package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpDayTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "feed_2026-11-20.xml, 2026-11-20",
        "20261120/a.json, 2026-11-20",
        "2026/11/20/part-0.parquet, 2026-11-20",
        "2026_11_20.csv.gz, 2026-11-20",
        "since 2025-01-01/feed.2026.11.20.xml, 2026-11-20",
        "feed_2026-02-30.xml,",
        "feed_2026-11-201.xml,",
        "id-120261120.xml,",
        "2026-11/20.xml,",
        "feed.xml,",
    })
    void theDayOfADumpIsTheLastOneThatItsPathNames(String path, LocalDate day) {
        assertEquals(day, DumpDay.in(path));
    }
}
