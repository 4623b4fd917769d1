package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.Skill;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.vocabulary.SkillVocabulary;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The vocabulary that skills were read with, and skills outside of it that staged postings name. */
final class DimSkill implements Table {
    private final SkillVocabulary vocabulary;

    DimSkill(SkillVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "dim_skill";
    }

    @Override
    public String grain() {
        return "One row per skill of the vocabulary in use.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "skill_key", "Key of the skill; 0 is the member \"not stated\".", "-6120443351902348121")
                .of(STRING, "skill_id", "Natural key: id within the vocabulary.", "python")
                .of(STRING, "label", "Name of the skill.", "Python")
                .orNull(STRING, "category", "Group of skills that it belongs to.", "programming")
                .orNull(
                        STRING,
                        "kind",
                        "LANGUAGE, FRAMEWORK, TOOL, PLATFORM, DATABASE, METHOD, KNOWLEDGE, CERTIFICATION, STANDARD, ...;"
                                + " UNLISTED for a name that no vocabulary has, read on a list of products.",
                        "LANGUAGE")
                .orNull(
                        STRING,
                        "vocabulary",
                        "Vocabulary that it is from; null when that is no longer in use, or none has it.",
                        "jobmart")
                .orNull(STRING, "vocabulary_version", "Version of that vocabulary.", "1")
                .orNull(
                        STRING,
                        "external_uri",
                        "The skill in a public taxonomy, or in that of its owner.",
                        "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d")
                .orNull(
                        STRING,
                        "esco_uri",
                        "The same skill in ESCO; null when ESCO is not loaded or has no such label.",
                        "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d")
                .orNull(
                        STRING,
                        "onet_commodity_code",
                        "UNSPSC commodity that O*NET lists the skill under; null when O*NET is not loaded or lacks it.",
                        "43232408")
                .orNull(
                        BOOLEAN,
                        "is_hot_technology",
                        "Whether O*NET finds it often in postings; null when O*NET is not loaded or lacks it.",
                        "true")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("skill_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("skill_id");
    }

    /** The vocabulary in parts: a task carries its rows with it, and Spark warns of one with more than a megabyte. */
    private Dataset<Row> known(SparkSession spark) {
        List<Skill> skills = vocabulary.skills();
        Dataset<Row> known =
                spark.createDataset(List.of(), RecordEncoder.of(Skill.class)).toDF();
        for (int from = 0; from < skills.size(); from += PART) {
            List<Skill> part = skills.subList(from, Math.min(skills.size(), from + PART));
            known = known.union(
                    spark.createDataset(part, RecordEncoder.of(Skill.class)).toDF());
        }
        return known;
    }

    private static final int PART = 3000;

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> known = known(inputs.parsed().sparkSession());
        Dataset<Row> named = Staged.current(
                        inputs.changed(),
                        "explode(concat(transform(posting.skills, s -> struct(s.skillId AS skill_id, s.label AS label)),"
                                + " transform(posting.requirements, r -> struct(r.skillId AS skill_id, CAST(NULL AS STRING)"
                                + " AS label)))) AS s")
                .where("s.skill_id IS NOT NULL")
                .selectExpr("s.skill_id AS seen_id", "s.label AS seen_label");
        Dataset<Row> before = inputs.unchanged(name());
        if (before != null) {
            // Those of the vocabulary are known anyway.
            Dataset<Row> used = inputs.table("bridge_posting_skill")
                    .select("skill_key")
                    .union(inputs.table("dim_requirement").select("skill_key"))
                    .distinct();
            named = named.union(before.where("vocabulary IS NULL AND skill_key <> 0")
                    .join(used, "skill_key")
                    .select("skill_id", "label"));
        }
        Dataset<Row> seen = named.groupBy("seen_id").agg(expr("max(seen_label) AS seen_label"));
        return known.join(seen, expr("skillId = seen_id"), "full")
                .withColumn("skill_id", expr("coalesce(skillId, seen_id)"))
                .select(
                        Keying.key("skill", "skill_id").as("skill_key"),
                        col("skill_id"),
                        expr("coalesce(label, seen_label, seen_id) AS label"),
                        col("category"),
                        expr("CASE WHEN skill_id LIKE 'unlisted:%' THEN 'UNLISTED' ELSE kind END AS kind"),
                        col("vocabulary"),
                        col("vocabularyVersion").as("vocabulary_version"),
                        col("externalUri").as("external_uri"),
                        col("escoUri").as("esco_uri"),
                        col("onetCommodityCode").as("onet_commodity_code"),
                        col("hotTechnology").as("is_hot_technology"))
                .union(NotStated.member(inputs, this, "skill_id", "label"));
    }
}
