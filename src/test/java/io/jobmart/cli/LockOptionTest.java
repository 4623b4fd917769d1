package io.jobmart.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LockOptionTest {
    @ParameterizedTest
    @CsvSource({"90s, 90", "30m, 1800", "2h, 7200", "1H30M, 5400", "1d, 86400", "PT15M, 900", "0s, 0"})
    void aTimeIsANumberAndAUnit(String text, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), new LockOption.Time().convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "30", "-5m", "5 m"})
    void whatIsNoTimeIsTold(String text) {
        assertThrows(TypeConversionException.class, () -> new LockOption.Time().convert(text));
    }
}
