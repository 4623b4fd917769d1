package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.DegreeLevel;
import io.jobmart.model.RequirementType;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What postings ask for, each demand once however many postings state it; the natural key is all of its attributes. */
final class DimRequirement implements Table {
    @Override
    public String name() {
        return "dim_requirement";
    }

    @Override
    public String grain() {
        return "One row per distinct requirement, normalised.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(
                        KEY,
                        "requirement_key",
                        "Key of the requirement; 0 is the member \"not stated\".",
                        "440257719023481217")
                .of(RequirementType.class, "requirement_type", "What it is about; OTHER for member 0.")
                .orNull(STRING, "label", "Normalised words that name it.", "bachelor")
                .of(KEY, "skill_key", "Skill asked for; 0 when it is about none.", "-6120443351902348121")
                .orNull(DOUBLE, "years_min", "Least years asked for.", "4.0")
                .orNull(DOUBLE, "years_max", "Most years asked for; null when open-ended.", "6.0")
                .orNull(DegreeLevel.class, "degree_level", "Degree asked for; null when its level is not stated.")
                .orNull(STRING, "field_of_study", "Field of the degree as written.", "computer science")
                .orNull(
                        BOOLEAN,
                        "or_equivalent",
                        "Whether equivalent experience is accepted instead of the degree.",
                        "true")
                .orNull(STRING, "human_language", "Language asked for, ISO 639-1.", "de")
                .orNull(STRING, "proficiency", "How well it must be mastered, as written or as CEFR level.", "C1")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("requirement_key");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("dim_skill", "skill_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.error("years_in_order", "years_min <= years_max", "years_min is not above years_max"));
    }

    @Override
    public List<String> naturalKey() {
        return List.of(
                "requirement_type",
                "label",
                "skill_key",
                "years_min",
                "years_max",
                "degree_level",
                "field_of_study",
                "or_equivalent",
                "human_language",
                "proficiency");
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> made = Staged.current(inputs.changed(), "explode(posting.requirements) AS r")
                .selectExpr(
                        "r.type",
                        "r.label",
                        "r.skillId",
                        "r.yearsMin",
                        "r.yearsMax",
                        "r.degreeLevel",
                        "r.fieldOfStudy",
                        "r.orEquivalent",
                        "r.humanLanguage",
                        "r.proficiency")
                .distinct()
                .select(expr("struct(*) AS r"))
                .withColumn("requirement_key", key("r"))
                .withColumn("skill_key", Keying.keyOrNotStated("skill", "r.skillId"))
                .selectExpr(
                        "requirement_key",
                        "r.type AS requirement_type",
                        "r.label AS label",
                        "skill_key",
                        "CAST(r.yearsMin AS DOUBLE) AS years_min",
                        "CAST(r.yearsMax AS DOUBLE) AS years_max",
                        "r.degreeLevel AS degree_level",
                        "r.fieldOfStudy AS field_of_study",
                        "r.orEquivalent AS or_equivalent",
                        "r.humanLanguage AS human_language",
                        "r.proficiency AS proficiency");
        return Members.of(inputs, this, made, "bridge_posting_requirement")
                .union(NotStated.member(inputs, this, "label"));
    }

    /** The key of a staged requirement: of all its attributes but those of the line that it stands in. */
    static org.apache.spark.sql.Column key(String requirement) {
        return Keying.key(
                "requirement",
                requirement + ".type",
                requirement + ".label",
                requirement + ".skillId",
                "CAST(" + requirement + ".yearsMin AS STRING)",
                "CAST(" + requirement + ".yearsMax AS STRING)",
                requirement + ".degreeLevel",
                requirement + ".fieldOfStudy",
                "CAST(" + requirement + ".orEquivalent AS STRING)",
                requirement + ".humanLanguage",
                requirement + ".proficiency");
    }
}
