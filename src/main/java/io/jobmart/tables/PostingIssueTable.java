package io.jobmart.tables;

import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;

import io.jobmart.model.Issue;
import io.jobmart.model.IssueSeverity;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was doubtful in a posting when it was read. */
final class PostingIssueTable implements Table {
    @Override
    public String name() {
        return "posting_issue";
    }

    @Override
    public String grain() {
        return "One row per issue found in a posting.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(Issue.class, "issue", "The issue; see the issue catalogue.")
                .of(IssueSeverity.class, "severity", "How much it should worry the reader of a number.")
                .of(STRING, "field", "Field concerned.", "salary_period")
                .orNull(STRING, "detail", "What was found, in the posting's own words where possible.", "45 - 55")
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of();
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"));
    }

    @Override
    public boolean perPosting() {
        return true;
    }

    @Override
    public List<String> sort() {
        return List.of("issue", "posting_key");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return Staged.current(inputs, "posting.issues AS issues")
                .selectExpr("posting_key", PARTITION, "explode(issues) AS e")
                .selectExpr(
                        "posting_key",
                        "e.issue AS issue",
                        of(issue -> issue.severity().name()) + " AS severity",
                        of(Issue::subject) + " AS field",
                        "e.detail AS detail",
                        PARTITION);
    }

    private static String of(Function<Issue, String> attribute) {
        return Arrays.stream(Issue.values())
                .map(issue -> " WHEN '" + issue + "' THEN '" + attribute.apply(issue) + "'")
                .collect(Collectors.joining("", "CASE e.issue", " END"));
    }
}
