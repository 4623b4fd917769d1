package io.jobmart.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.evaluate.Comparison.Change;
import io.jobmart.evaluate.Comparison.Figure;
import io.jobmart.evaluate.Judgement.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two runs that differ in a few values, counted by hand. */
class ComparisonTest {
    private static Measure skills(int right, int predicted, int labelled) {
        return new Measure("skills", Measure.Kind.PRECISION_AND_RECALL, right, predicted, right, labelled, null, null);
    }

    private static Judgement of(String posting, Verdict verdict, String value) {
        return new Judgement(posting, "skills", verdict, value, verdict == Verdict.WRONG ? "TEXT skill.text" : null);
    }

    private static EvaluationReport run(Measure measure, Judgement... judgements) {
        return new EvaluationReport(2, List.of(measure), List.of(judgements));
    }

    private static final EvaluationReport BEFORE = run(
            skills(2, 4, 4),
            of("a", Verdict.RIGHT, "Java"),
            of("a", Verdict.RIGHT, "SQL"),
            of("a", Verdict.WRONG, "Go"),
            of("b", Verdict.WRONG, "Chef"),
            of("b", Verdict.MISSED, "Rust"),
            of("old", Verdict.RIGHT, "C"));

    private static final EvaluationReport AFTER = run(
            skills(3, 5, 4),
            of("a", Verdict.RIGHT, "Java"),
            of("a", Verdict.MISSED, "SQL"),
            of("a", Verdict.WRONG, "Excel"),
            of("b", Verdict.RIGHT, "Chef"),
            of("b", Verdict.RIGHT, "Rust"),
            of("new", Verdict.RIGHT, "C"));

    @Test
    void valuesGainedAndLostAreListedByPosting() {
        Comparison comparison = Comparison.of(BEFORE, AFTER);
        assertEquals(
                List.of(
                        new Change("a", "skills", "Excel", null, Verdict.WRONG, "TEXT skill.text"),
                        new Change("a", "skills", "SQL", Verdict.RIGHT, null, null),
                        new Change("a", "skills", "Go", Verdict.WRONG, null, "TEXT skill.text"),
                        new Change("b", "skills", "Chef", Verdict.WRONG, Verdict.RIGHT, null),
                        new Change("b", "skills", "Rust", null, Verdict.RIGHT, null)),
                comparison.changes());
        assertEquals(List.of("new"), comparison.added());
        assertEquals(List.of("old"), comparison.dropped());
    }

    @Test
    void figuresStandBeforeAndAfter() {
        Comparison comparison = Comparison.of(BEFORE, AFTER);
        assertEquals(
                List.of(
                        new Figure("skills", "precision", 0.5, 0.6, "2/4", "3/5"),
                        new Figure("skills", "recall", 0.5, 0.75, "2/4", "3/4"),
                        new Figure("skills", "f1", 0.5, skills(3, 5, 4).f1(), "", "")),
                comparison.figures());
        String text = comparison.toText();
        assertTrue(
                text.contains("skills                 precision    0.500 2/4         0.600 3/5       +0.100\n"), text);
        assertTrue(text.contains("\na\n  gained wrong          skills             Excel   TEXT skill.text\n"), text);
        assertTrue(text.contains("  wrong, now right      skills             Chef\n"), text);
        assertTrue(text.contains("Judged only in the earlier run: old\n"), text);
        assertTrue(
                text.contains("Right values: 2 gained, 1 lost. Wrong values: 1 gained, 2 lost. Postings changed: 2."));
    }

    @Test
    void aValueReadTwiceIsComparedOnceEach() {
        EvaluationReport once = run(skills(1, 1, 1), of("a", Verdict.RIGHT, "5~"));
        EvaluationReport twice = run(skills(1, 2, 1), of("a", Verdict.RIGHT, "5~"), of("a", Verdict.WRONG, "5~"));
        assertEquals(
                List.of(new Change("a", "skills", "5~", null, Verdict.WRONG, "TEXT skill.text")),
                Comparison.of(once, twice).changes());
        assertEquals(
                List.of(new Change("a", "skills", "5~", Verdict.WRONG, null, "TEXT skill.text")),
                Comparison.of(twice, once).changes());
        EvaluationReport thrice = run(skills(1, 3, 1), of("a", Verdict.WRONG, "5~"), of("a", Verdict.WRONG, "5~"));
        assertEquals(2, Comparison.of(once, thrice).changes().size());
        assertEquals(1, Comparison.of(twice, thrice).changes().size());
    }

    @Test
    void theSameRunAgainHasNoChanges() {
        Comparison comparison = Comparison.of(AFTER, AFTER);
        assertEquals(List.of(), comparison.changes());
        assertTrue(comparison.toText().contains("No value of a posting that both runs judged is read otherwise."));
        assertFalse(comparison.toText().contains("+0.000"));
        assertEquals(0, comparison.toJson().path("changes").size());
        assertEquals(0.6, comparison.toJson().at("/figures/0/after").asDouble());
    }
}
