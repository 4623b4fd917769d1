package io.jobmart.tables;

import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.INT;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The days from the first to the last date of any fact, and dates far off that postings state. */
final class DimDate implements Table {
    @Override
    public String name() {
        return "dim_date";
    }

    @Override
    public String grain() {
        return "One row per calendar day.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(INT, "date_key", "The day as yyyymmdd; 0 is the member \"not stated\".", "20260301")
                .orNull(DATE, "date", "The day; null for member 0.", "2026-03-01")
                .orNull(INT, "year", "Year.", "2026")
                .orNull(INT, "quarter", "Quarter, 1 to 4.", "1")
                .orNull(INT, "month", "Month, 1 to 12.", "3")
                .orNull(INT, "iso_year", "Year that the ISO week belongs to.", "2026")
                .orNull(INT, "iso_week", "ISO week, 1 to 53.", "9")
                .orNull(INT, "day_of_week", "Day of the week, Monday 1 to Sunday 7.", "7")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("date_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("date");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> dates = inputs.table("fact_posting")
                .selectExpr("explode(array_distinct(array(posted_date, first_seen_date, last_seen_date, opened_date,"
                        + " valid_through_date, closed_date))) AS date")
                .union(inputs.table("fact_posting_sighting").select("as_of_date"))
                .union(inputs.table("fact_open_posting").select("month_end_date"))
                .union(inputs.table("load_file").select("as_of_date"))
                .where("date IS NOT NULL")
                .distinct();
        // One misread date must not make a calendar of millennia: only sane dates span it.
        return dates.where(SANE)
                .agg(expr("min(date) AS first_date"), expr("max(date) AS last_date"))
                .where("first_date IS NOT NULL")
                .selectExpr("explode(sequence(first_date, last_date)) AS date")
                .union(dates.where("NOT (" + SANE + ")"))
                .selectExpr(
                        "CAST(date_format(date, 'yyyyMMdd') AS INT) AS date_key",
                        "date",
                        "year(date) AS year",
                        "quarter(date) AS quarter",
                        "month(date) AS month",
                        "CAST(extract(YEAROFWEEK FROM date) AS INT) AS iso_year",
                        "weekofyear(date) AS iso_week",
                        "weekday(date) + 1 AS day_of_week")
                .union(NotStated.member(inputs, this));
    }

    private static final String SANE = "date BETWEEN DATE'1990-01-01' AND DATE'2100-01-01'";
}
