package io.jobmart.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumTest {
    private static final EvaluationReport REPORT = new EvaluationReport(
            1,
            List.of(
                    new Measure("skills", Measure.Kind.PRECISION_AND_RECALL, 9, 10, 8, 10, null, null),
                    new Measure("work mode", Measure.Kind.ACCURACY, 19, 20, 19, 20, null, null),
                    new Measure("salaries", Measure.Kind.F1, 0, 0, 0, 0, null, null)),
            List.of());

    @ParameterizedTest
    @CsvSource({"skills.precision=0.9", "skills.recall=0.8", "Skills=0.84", "work-mode=0.95", "work mode.accuracy=0.9"})
    void aFigureThatIsHighEnoughIsReached(String minimum) {
        assertNull(Minimum.parse(minimum).failure(REPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skills.precision=0.91 | skills: the precision of 0.900 is less than 0.91",
                "skills=0.9 | skills: the f1 of 0.847 is less than 0.9",
                "work-mode=1 | work mode: the accuracy of 0.950 is less than 1.0",
                "salaries=0 | salaries: there was nothing to tell its f1 by",
            })
    void aFigureThatIsTooLowOrMissingIsTold(String minimum, String told) {
        assertEquals(told, Minimum.parse(minimum).failure(REPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skills | give one as skills.precision=0.93",
                "=1 | give one as",
                "skills=high | no number from 0 to 1",
                "skills=93 | no number from 0 to 1",
                "skills=NaN | no number from 0 to 1",
                "skils=0.9 | there are skills, work-mode, salaries",
                "work-mode.recall=0.9 | it has accuracy",
            })
    void aMinimumThatIsNoneIsRefused(String minimum, String told) {
        Exception thrown = assertThrows(
                IllegalArgumentException.class, () -> Minimum.parse(minimum).failure(REPORT));
        assertTrue(thrown.getMessage().contains(told), thrown.getMessage());
    }
}
