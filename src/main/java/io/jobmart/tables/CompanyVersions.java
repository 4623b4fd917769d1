package io.jobmart.tables;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the version of a company that a posting speaks of. */
final class CompanyVersions {
    private CompanyVersions() {}

    /**
     * The rows with {@code company_key}: the version of the company {@code companyId} on the posting's
     * {@code first_seen_date}, so that what was known of the company at the time of the posting is one join away; 0 where
     * {@code companyId} is null. A company that is older than its first version has that one.
     */
    static Dataset<Row> join(TableInputs inputs, Dataset<Row> rows, String companyId) {
        Dataset<Row> versions = inputs.table("dim_company")
                .where("company_key <> 0")
                .selectExpr(
                        "company_key AS version_key",
                        "company_id AS version_company",
                        "IF(version_no = 1, DATE'0001-01-01', valid_from) AS version_from",
                        "coalesce(valid_to, DATE'9999-12-31') AS version_to");
        return rows.join(
                        versions,
                        expr(companyId + " = version_company AND first_seen_date >= version_from"
                                + " AND first_seen_date < version_to"),
                        "left")
                .withColumn("company_key", expr("coalesce(version_key, 0L)"))
                .drop("version_key", "version_company", "version_from", "version_to");
    }
}
