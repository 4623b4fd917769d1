package io.jobmart.report;

import io.jobmart.diff.Figure;
import io.jobmart.store.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report is made of.
 *
 * @param warehouse as it was named
 * @param publishedAt when the snapshot was published, ISO-8601 in UTC
 * @param answers by the names of the queries in {@code jobs/report.sql}
 * @param before what the snapshot is compared with; empty when there is none
 */
public record Report(
        String warehouse, Manifest manifest, String publishedAt, Map<String, Answer> answers, Optional<Before> before) {
    /** The snapshot before, and how the headline figures of the two compare. */
    public record Before(Manifest manifest, List<Figure> figures) {}

    List<Answer.Line> lines(String query) {
        Answer answer = answers.get(query);
        return answer == null ? List.of() : answer.lines();
    }
}
