package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The stock of open postings over time. A posting is open at every month's end from the day it opened to the last day it
 * was open or the last dump of its source, but not while complete dumps of its source lacked it; a month whose end no
 * dump has reached yet is not in the table.
 */
final class FactOpenPosting implements Table {
    @Override
    public String name() {
        return "fact_open_posting";
    }

    @Override
    public String grain() {
        return "One row per posting and month at whose end it was open.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(DATE, "month_end_date", "Last day of the month.", "2026-03-31")
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(KEY, "company_key", "Who hires, else who posts; 0 when not stated.", "3301457711902348121")
                .of(KEY, "location_key", "Primary work site; 0 when not stated.", "810254771234567891")
                .of(INT, "days_open", "Days from opened_date to the month's end.", "39")
                .of(BOOLEAN, "is_new_in_month", "Whether it opened in this month.", "true")
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("month_end_date", "posting_key");
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to("fact_posting", "posting_key"),
                Reference.to("dim_company", "company_key"),
                Reference.to("dim_location", "location_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.error("end_of_month", "month_end_date = last_day(month_end_date)", "month_end_date ends a month"),
                Rule.error("days_open_not_negative", "days_open >= 0", "days_open is not negative"));
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> latest = inputs.table("load_file")
                .groupBy(expr("source_key AS latest_source_key"))
                .agg(expr("max(as_of_date) AS latest_date"));
        Dataset<Row> months = inputs.table("fact_posting")
                .join(broadcast(latest), expr("source_key = latest_source_key"), "left")
                .selectExpr(
                        "posting_key",
                        "company_key",
                        "location_key",
                        "opened_date",
                        "CASE WHEN closed_date IS NULL THEN greatest(latest_date, last_seen_date)"
                                + " WHEN close_reason IN ('DELISTED', 'GONE') THEN date_sub(closed_date, 1)"
                                + " ELSE closed_date END AS open_until",
                        PARTITION)
                .where("open_until >= last_day(opened_date)")
                .selectExpr(
                        "*",
                        "explode(sequence(trunc(opened_date, 'MM'), trunc(open_until, 'MM'), INTERVAL 1 MONTH)) AS month")
                .where("last_day(month) <= open_until");
        return withoutGaps(inputs, months)
                .selectExpr(
                        "last_day(month) AS month_end_date",
                        "posting_key",
                        "company_key",
                        "location_key",
                        "datediff(last_day(month), opened_date) AS days_open",
                        "trunc(opened_date, 'MM') = month AS is_new_in_month",
                        PARTITION);
    }

    /** A posting that was away for a while and came back was not open in between. */
    private static Dataset<Row> withoutGaps(TableInputs inputs, Dataset<Row> months) {
        return Delisting.isKnown(inputs)
                ? months.join(
                        Delisting.gaps(inputs),
                        expr("posting_key = gap_key AND last_day(month) >= gap_from AND last_day(month) < gap_until"),
                        "left_anti")
                : months;
    }
}
