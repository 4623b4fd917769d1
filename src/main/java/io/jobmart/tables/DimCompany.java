package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The companies that postings name.
 *
 * <p>Sources write one company in many ways; each attribute shows what they write most often. Every company has one
 * version so far, from its first sighting on: the keys and the period columns are those of a table with several.
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
                .of(BOOLEAN, "is_agency", "Whether a posting names it as an agency.", "false")
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
        return Staged.postings(
                        inputs,
                        "get(filter(posting.companies, c -> c.role = 'PARENT'), 0).companyId AS parent",
                        "explode(filter(posting.companies, c -> c.companyId IS NOT NULL)) AS c")
                .groupBy(expr("c.companyId AS company_id"))
                .agg(
                        expr("coalesce(mode(c.name, true), max(c.companyId)) AS name"),
                        expr("mode(c.legalSuffix, true) AS legal_suffix"),
                        expr("mode(c.domain, true) AS domain"),
                        expr("mode(c.industry, true) AS industry"),
                        expr("mode(IF(c.role IN ('POSTER', 'HIRING') AND parent <> c.companyId, parent, NULL), true)"
                                + " AS parent_company_id"),
                        expr("bool_or(c.role = 'AGENCY') AS is_agency"),
                        expr("min(as_of_date) AS valid_from"))
                .select(
                        Keying.key("company", "company_id").as("company_key"),
                        col("company_id"),
                        col("name"),
                        col("legal_suffix"),
                        col("domain"),
                        col("industry"),
                        col("parent_company_id"),
                        col("is_agency"),
                        col("valid_from"),
                        expr("CAST(NULL AS DATE) AS valid_to"),
                        expr("true AS is_current"))
                .union(NotStated.member(inputs, this, "company_id", "name", "is_current"));
    }
}
