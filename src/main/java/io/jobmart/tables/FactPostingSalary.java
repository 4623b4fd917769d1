package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.MONEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.GrossNet;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.ValueStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All pay statements. Amounts are as stated; the year's pay stands beside them with the factor that made it. */
final class FactPostingSalary implements Table {
    @Override
    public String name() {
        return "fact_posting_salary";
    }

    @Override
    public String grain() {
        return "One row per pay statement of a posting.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(
                        INT,
                        "salary_no",
                        "Number of the statement, from 1: markup, header, title, then in the order of the" + " text.",
                        "1")
                .of(PayKind.class, "kind", "What it pays for.")
                .orNull(STRING, "currency", "ISO 4217; null when it can't be told.", "EUR")
                .orNull(PayPeriod.class, "period", "Period that the amounts are paid for; null when it can't be told.")
                .of(
                        BOOLEAN,
                        "is_period_inferred",
                        "Whether the period is not stated but follows from the amount.",
                        "false")
                .orNull(
                        MONEY,
                        "min_amount",
                        "Lower bound; null when only an upper one is stated, or the statement is UNPARSED.",
                        "5000.00")
                .orNull(
                        MONEY,
                        "max_amount",
                        "Upper bound; null when only a lower one is stated, or the statement is UNPARSED.",
                        "6000.00")
                .orNull(MONEY, "annual_min", "min_amount times annual_factor.", "60000.00")
                .orNull(MONEY, "annual_max", "max_amount times annual_factor.", "72000.00")
                .orNull(
                        INT,
                        "annual_factor",
                        "How many periods make a year: 2080 hours, 260 days, 52 weeks, 12 months.",
                        "12")
                .orNull(GrossNet.class, "gross_net", "Before or after tax; null when not stated.")
                .of(BOOLEAN, "is_headline", "Whether it stands for the posting in fact_posting.", "true")
                .of(
                        KEY,
                        "location_key",
                        "Place that it is paid at: the work site, where the posting has one only; else 0.",
                        "810254771234567891")
                .of(ValueStatus.class, "value_status", "How it came about.")
                .orNull(STRING, "raw_text", "The statement as written.", "5.000 - 6.000 EUR brutto im Monat")
                .evidence()
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "salary_no");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"), Reference.to("dim_location", "location_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.evidence(),
                Rule.error("amounts_in_order", "min_amount <= max_amount", "min_amount is not above max_amount"),
                Rule.note(
                        "annual_positive",
                        "NOT is_headline OR least(annual_min, annual_max) > 0",
                        "the annual pay of a headline is positive"));
    }

    @Override
    public boolean perPosting() {
        return true;
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        String sites = "array_distinct(transform(filter(posting.places, p -> p.role = 'WORK_SITE'),"
                + " p -> coalesce(p.place.locationId, '')))";
        return Staged.current(
                        inputs,
                        "IF(size(" + sites + ") = 1, nullif(" + sites + "[0], ''), NULL) AS site",
                        "array_sort(transform(posting.pay, (p, i) -> struct("
                                + Ranks.of(EvidenceField.class, "p.evidence.field")
                                + " AS rank, coalesce(p.evidence.start, 0) AS start, i, p AS value))) AS pay")
                .withColumn("location_key", Keying.keyOrNotStated("location", "site"))
                .select(
                        expr("posting_key"),
                        expr("location_key"),
                        expr(PARTITION),
                        expr("posexplode(pay) AS (no, statement)"))
                .selectExpr("*", "statement.value AS s")
                .selectExpr(
                        "posting_key",
                        "no + 1 AS salary_no",
                        "s.kind AS kind",
                        "s.currency AS currency",
                        "s.period AS period",
                        "s.periodInferred AS is_period_inferred",
                        "s.min AS min_amount",
                        "s.max AS max_amount",
                        annual("s.min", "s.period") + " AS annual_min",
                        annual("s.max", "s.period") + " AS annual_max",
                        factor("s.period") + " AS annual_factor",
                        "s.grossNet AS gross_net",
                        "s.headline AS is_headline",
                        "location_key",
                        "s.status AS value_status",
                        "s.rawText AS raw_text",
                        "s.evidence.field AS evidence_field",
                        "s.evidence.start AS evidence_start",
                        "s.evidence.end AS evidence_end",
                        "s.evidence.ruleId AS rule_id",
                        PARTITION);
    }

    /** An amount as a year's pay; null when it is not known, or too large to be one. */
    static String annual(String amount, String period) {
        return "try_cast(" + amount + " * " + factor(period) + " AS DECIMAL(18, 2))";
    }

    private static String factor(String period) {
        return Arrays.stream(PayPeriod.values())
                .map(value -> " WHEN '" + value.name() + "' THEN " + value.annualFactor())
                .collect(Collectors.joining("", "CASE " + period, " END"));
    }
}
