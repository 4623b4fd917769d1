package io.jobmart.tables;

import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;

import io.jobmart.model.Modality;
import io.jobmart.model.SectionKind;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a posting asks for, with its alternatives: rows of one group and one alternative are all to be met, one alternative
 * of a group is enough, and every group is to be met.
 */
final class BridgePostingRequirement implements Table {
    @Override
    public String name() {
        return "bridge_posting_requirement";
    }

    @Override
    public String grain() {
        return "One row per requirement that a posting states.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(INT, "requirement_no", "Number of the requirement within the posting, from 1.", "4")
                .of(KEY, "requirement_key", "What is asked for.", "440257719023481217")
                .of(
                        INT,
                        "line_no",
                        "Line that it stands in, from 1 in the order of the text; 0 when a structured field or the title states it.",
                        "3")
                .of(Modality.class, "modality", "How strongly it is asked for.")
                .of(
                        INT,
                        "group_no",
                        "Group of alternatives, from 1 within the posting; every requirement has one.",
                        "2")
                .of(INT, "alternative_no", "Alternative within the group, from 1.", "1")
                .orNull(STRING, "text", "The line as written.", "Bachelor's and 4+ years, or Master's and 3+ years")
                .orNull(SectionKind.class, "section", "Part of the text that the line stands in.")
                .evidence()
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "requirement_no");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"), Reference.to("dim_requirement", "requirement_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.evidence(),
                Rule.error(
                        "counted_from_one",
                        "line_no >= 0 AND least(group_no, alternative_no) >= 1",
                        "groups and alternatives count from 1"));
    }

    @Override
    public boolean perPosting() {
        return true;
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return Staged.current(inputs, "posting.requirements AS requirements")
                .selectExpr("posting_key", PARTITION, "posexplode(requirements) AS (no, e)")
                .withColumn("requirement_key", DimRequirement.key("e"))
                .selectExpr(
                        "posting_key",
                        "no + 1 AS requirement_no",
                        "requirement_key",
                        "e.lineNo AS line_no",
                        "e.modality AS modality",
                        "e.groupNo AS group_no",
                        "e.alternativeNo AS alternative_no",
                        "e.text AS text",
                        "e.section AS section",
                        "e.evidence.field AS evidence_field",
                        "e.evidence.start AS evidence_start",
                        "e.evidence.end AS evidence_end",
                        "e.evidence.ruleId AS rule_id",
                        PARTITION);
    }
}
