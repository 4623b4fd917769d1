package io.jobmart.tables;

import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;

import io.jobmart.model.CompanyRole;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The companies that postings name, and what each is to the posting. */
final class BridgePostingCompany implements Table {
    @Override
    public String name() {
        return "bridge_posting_company";
    }

    @Override
    public String grain() {
        return "One row per company of a posting in one role.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(KEY, "company_key", "Key of the company.", "3301457711902348121")
                .of(CompanyRole.class, "role", "What the company is to the posting.")
                .orNull(STRING, "raw_text", "As written.", "ACME GmbH")
                .evidence()
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "company_key", "role");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"), Reference.to("dim_company", "company_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.evidence());
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> mentions = Staged.current(
                        inputs,
                        Staged.distinctBy("posting.companies", "concat(%1$s.role, ' ', coalesce(%1$s.companyId, ''))")
                                + " AS companies")
                .selectExpr("posting_key", "first_seen_date", PARTITION, "explode(companies) AS e");
        return CompanyVersions.join(inputs, mentions, "e.companyId")
                .selectExpr(
                        "posting_key",
                        "company_key",
                        "e.role AS role",
                        "e.rawText AS raw_text",
                        "e.evidence.field AS evidence_field",
                        "e.evidence.start AS evidence_start",
                        "e.evidence.end AS evidence_end",
                        "e.evidence.ruleId AS rule_id",
                        PARTITION);
    }
}
