package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.STRING;

import io.jobmart.quality.CheckLevel;
import io.jobmart.quality.CheckResult;
import io.jobmart.quality.Coverage;
import io.jobmart.spark.RecordEncoder;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the audit found, and how much of each field is covered: how far a chart may be trusted. */
public final class QualityMetric implements Table {
    @Override
    public String name() {
        return "quality_metric";
    }

    @Override
    public String grain() {
        return "One row per measured figure of a snapshot.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(STRING, "table_name", "Table measured.", "fact_posting")
                .of(
                        STRING,
                        "metric",
                        "What was measured: a check, or `coverage.<field>`: the share of the field's status; or"
                                + " `on_last_day.<field>`: how many of the postings that the last day of the source"
                                + " shows have the field in the status.",
                        "coverage.salary")
                .of(
                        STRING,
                        "slice",
                        "Part of the table: `all`, or pairs such as `source=careers;status=PARSED`.",
                        "all")
                .of(DOUBLE, "value", "The figure: of a check, the rows that break it.", "0.42")
                .orNull(
                        DOUBLE,
                        "threshold",
                        "Largest value that passes; null for a figure that nothing is asked of.",
                        "0.0")
                .orNull(
                        CheckLevel.class,
                        "level",
                        "What follows when it does not pass; null for a figure that nothing is asked of.")
                .orNull(BOOLEAN, "passed", "Whether the value is within the threshold.", "true")
                .orNull(
                        STRING,
                        "message",
                        "The rule and the finding in words.",
                        "0 of 120 rows break it: keys are unique")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("table_name", "metric", "slice");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        List<Check> checks = inputs.checks().stream().map(Check::of).toList();
        return inputs.parsed()
                .sparkSession()
                .createDataset(checks, RecordEncoder.of(Check.class))
                .selectExpr(
                        "table AS table_name",
                        "check AS metric",
                        "'all' AS slice",
                        "value",
                        "threshold",
                        "level",
                        "passed",
                        "message")
                .union(Coverage.of(inputs));
    }

    /** A check's result as a row. */
    public record Check(
            String table,
            String check,
            CheckLevel level,
            Boolean passed,
            double value,
            Double threshold,
            String message) {
        static Check of(CheckResult result) {
            return new Check(
                    result.table(),
                    result.check(),
                    result.level(),
                    result.passed(),
                    result.value(),
                    result.threshold(),
                    result.message());
        }
    }
}
