package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;

import io.jobmart.model.Modality;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The hard skills that postings name, all mentions of a skill in a posting together. */
final class BridgePostingSkill implements Table {
    @Override
    public String name() {
        return "bridge_posting_skill";
    }

    @Override
    public String grain() {
        return "One row per skill of a posting.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(KEY, "skill_key", "Key of the skill.", "-6120443351902348121")
                .of(Modality.class, "modality", "The strongest modality of its mentions.")
                .orNull(STRING, "surface", "As written where it is asked for most strongly.", "Python 3")
                .of(INT, "n_mentions", "How often the posting names it.", "3")
                .of(BOOLEAN, "in_title", "Whether the title names it.", "false")
                .orNull(DOUBLE, "years_min", "Years asked of it; null when not stated.", "2.0")
                .evidence()
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "skill_key");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"), Reference.to("dim_skill", "skill_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.evidence(), Rule.error("mentioned", "n_mentions > 0", "a skill is mentioned at least once"));
    }

    @Override
    public boolean perPosting() {
        return true;
    }

    @Override
    public List<String> sort() {
        return List.of("skill_key", "posting_key");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return Staged.current(inputs, Staged.distinctBy("posting.skills", "%s.skillId") + " AS skills")
                .selectExpr("posting_key", PARTITION, "explode(skills) AS e")
                .withColumn("skill_key", Keying.key("skill", "e.skillId"))
                .selectExpr(
                        "posting_key",
                        "skill_key",
                        "e.modality AS modality",
                        "e.surface AS surface",
                        "e.mentions AS n_mentions",
                        "e.inTitle AS in_title",
                        "CAST(e.yearsMin AS DOUBLE) AS years_min",
                        "e.evidence.field AS evidence_field",
                        "e.evidence.start AS evidence_start",
                        "e.evidence.end AS evidence_end",
                        "e.evidence.ruleId AS rule_id",
                        PARTITION);
    }
}
