package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static io.jobmart.tables.Columns.STRINGS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The companies that postings name.
 *
 * <p>Sources write one company in many ways: name, legal form and aliases are those of all its postings, the same in every
 * version. What may change in time makes versions: domain, industry and parent. On each day on which a posting that states
 * one of them was seen, the company has what most of that day's postings state; what a day does not state stays as it
 * was, so a version starts only where the statements change. All of it is made anew from all sightings, in any order of the
 * dumps.
 */
final class DimCompany implements Table {
    @Override
    public String name() {
        return "dim_company";
    }

    @Override
    public String grain() {
        return "One row per company and period of unchanged attributes (slowly changing, type 2).";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(
                        KEY,
                        "company_key",
                        "Key of the company's version; 0 is the member \"not stated\".",
                        "3301457711902348121")
                .of(
                        STRING,
                        "company_id",
                        "Natural key, stable over versions: the name without legal form, case-folded.",
                        "acme")
                .of(STRING, "name", "Name without legal form, as most often written.", "Acme")
                .orNull(STRING, "legal_suffix", "Legal form, as most often written.", "GmbH")
                .orNull(STRING, "domain", "Host of the company's own page.", "acme.example")
                .orNull(STRING, "industry", "Industry, as most often stated.", "Software")
                .orNull(
                        STRING,
                        "parent_company_id",
                        "company_id of the parent that its postings name most often.",
                        "acme holding")
                .of(
                        BOOLEAN,
                        "is_agency",
                        "Whether a quarter or more of its postings show that it seeks people for others: by its name, its"
                                + " words or a client.",
                        "false")
                .of(STRINGS, "aliases", "All names that postings write, in order.", "[ACME, Acme GmbH]")
                .of(INT, "version_no", "Number of the version, from 1.", "1")
                .of(
                        DATE,
                        "valid_from",
                        "First day of the version: that of the company's first sighting; 1900-01-01 for member 0.",
                        "2026-03-01")
                .orNull(DATE, "valid_to", "Day on which the next version starts; null for the current one.", "")
                .of(BOOLEAN, "is_current", "Whether it is the company's current version.", "true")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("company_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("company_id", "valid_from");
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.error("period_in_order", "valid_from < valid_to", "a version ends after it starts"),
                Rule.error(
                        "current_is_open",
                        "is_current = (valid_to IS NULL)",
                        "exactly the current version has no end"));
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> mentions = inputs.intermediate("company_mention", DimCompany::mentions);
        Dataset<Row> companies = mentions.groupBy("company_id")
                .agg(
                        expr("coalesce(mode(name, true), max(company_id)) AS name"),
                        expr("mode(legal_suffix, true) AS legal_suffix"),
                        // Consultants, too, tell of a client now and then.
                        expr("count_if(agency) > 0 AND 4 * count_if(agency) >= count_if(posts) AS is_agency"),
                        expr("array_sort(collect_set(coalesce(raw_text, name))) AS aliases"),
                        expr("min(first_seen_date) AS first_seen_date"));
        return companies
                .join(history(inputs, mentions), expr("company_id = history_id"), "left")
                .withColumn("version_no", expr("coalesce(version_no, 1)"))
                .withColumn("valid_from", expr("IF(version_no = 1, first_seen_date, changed_date)"))
                .select(
                        Keying.key("company", "company_id", "CAST(valid_from AS STRING)")
                                .as("company_key"),
                        col("company_id"),
                        col("name"),
                        col("legal_suffix"),
                        col("domain"),
                        col("industry"),
                        col("parent_company_id"),
                        col("is_agency"),
                        col("aliases"),
                        col("version_no"),
                        col("valid_from"),
                        col("valid_to"),
                        expr("valid_to IS NULL AS is_current"))
                .union(NotStated.member(inputs, this, "company_id", "name", "is_current"));
    }

    /** The companies that each version of a posting names. */
    private static Dataset<Row> mentions(TableInputs inputs) {
        return Staged.versions(
                        inputs,
                        "get(filter(posting.companies, c -> c.role = 'PARENT'), 0).companyId AS parent",
                        "explode(filter(posting.companies, c -> c.companyId IS NOT NULL)) AS c")
                .selectExpr(
                        "posting_key",
                        "content_version",
                        "first_seen_date",
                        "c.companyId AS company_id",
                        "c.name",
                        "c.rawText AS raw_text",
                        "c.legalSuffix AS legal_suffix",
                        "c.role = 'AGENCY' AS agency",
                        "c.role = 'POSTER' AS posts",
                        "c.domain",
                        "c.industry",
                        "IF(c.role IN ('POSTER', 'HIRING') AND parent <> c.companyId, parent, NULL) AS parent_company_id",
                        PARTITION);
    }

    /**
     * The versions of the companies of which postings state what may change: {@code history_id}, the attributes,
     * {@code version_no}, {@code changed_date}, {@code valid_to}.
     */
    private static Dataset<Row> history(TableInputs inputs, Dataset<Row> mentions) {
        Dataset<Row> sightings = inputs.table("fact_posting_sighting")
                .selectExpr("posting_key AS seen_key", "content_version AS seen_version", "as_of_date");
        String soFar = " OVER (PARTITION BY history_id ORDER BY as_of_date)";
        Dataset<Row> days = mentions.where(
                        "domain IS NOT NULL OR industry IS NOT NULL OR parent_company_id IS NOT NULL")
                .join(sightings, expr("posting_key = seen_key AND content_version = seen_version"))
                .groupBy(expr("company_id AS history_id"), col("as_of_date"))
                .agg(
                        expr("mode(domain, true) AS domain"),
                        expr("mode(industry, true) AS industry"),
                        expr("mode(parent_company_id, true) AS parent_company_id"));
        for (String attribute : CHANGING) {
            days = days.withColumn(attribute, expr("last(" + attribute + ", true)" + soFar));
        }
        // What was not stated before is not known to have been different.
        for (String attribute : CHANGING) {
            days = days.withColumn(
                    attribute,
                    expr("coalesce(" + attribute + ", first(" + attribute
                            + ", true) OVER (PARTITION BY history_id ORDER BY"
                            + " as_of_date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))"));
        }
        return days.withColumn("before", expr("lag(struct(" + String.join(", ", CHANGING) + "))" + soFar))
                .where("before IS NULL OR before IS DISTINCT FROM struct(" + String.join(", ", CHANGING) + ")")
                .withColumn("version_no", expr("CAST(row_number()" + soFar + " AS INT)"))
                .withColumn("valid_to", expr("lead(as_of_date)" + soFar))
                .withColumnRenamed("as_of_date", "changed_date")
                .drop("before");
    }

    private static final List<String> CHANGING = List.of("domain", "industry", "parent_company_id");
}
