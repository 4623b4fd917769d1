package io.jobmart.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.tables.TableInputs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Figures that nothing is asked of, and that say how far a chart may be trusted: rows of {@code quality_metric}. */
public final class Coverage {
    /** What the names of the figures of a source's last day begin with. */
    static final String ON_LAST_DAY = "on_last_day.";

    /** The statuses of a field that has a value, in SQL. */
    static final String KNOWN = "'STATED', 'STRUCTURED', 'PARSED'";

    private static final Map<String, String> STATUS = new LinkedHashMap<>();

    static {
        STATUS.put("salary", "salary_status");
        STATUS.put("experience", "experience_status");
        STATUS.put("degree", "degree_status");
        STATUS.put("work_mode", "coalesce(work_mode_status, 'NOT_STATED')");
        STATUS.put("title", stated("title IS NOT NULL"));
        STATUS.put("seniority", stated("seniority IS NOT NULL"));
        STATUS.put("company", stated("company_key <> 0"));
        STATUS.put("location", stated("location_key <> 0"));
        STATUS.put("country", stated("country_code IS NOT NULL"));
        STATUS.put("employment_types", stated("size(employment_types) > 0"));
        STATUS.put("remote_regions", stated("size(remote_regions) > 0"));
        STATUS.put("posted_date", stated("posted_date IS NOT NULL"));
        STATUS.put("valid_through_date", stated("valid_through_date IS NOT NULL"));
        STATUS.put("language", stated("language IS NOT NULL"));
        STATUS.put("skills", stated("n_skills > 0"));
        STATUS.put("requirements", stated("n_requirements > 0"));
    }

    private Coverage() {}

    /**
     * How many postings of each source have each field in which status: {@code source}, {@code field}, {@code status},
     * {@code ads}, and {@code ads_on_last_day}: those that the last day of the source shows.
     */
    private static Dataset<Row> statuses(TableInputs inputs) {
        String fields = STATUS.entrySet().stream()
                .map(field -> "struct('" + field.getKey() + "' AS name, " + field.getValue() + " AS status)")
                .collect(Collectors.joining(", ", "explode(array(", ")) AS field"));
        return inputs.table("fact_posting")
                .selectExpr("source_key", "last_seen_date", fields)
                .groupBy("source_key", "last_seen_date", "field.name", "field.status")
                .count()
                .withColumn("is_last", expr("last_seen_date = max(last_seen_date) OVER (PARTITION BY source_key)"))
                .groupBy(expr("source_key"), expr("name AS field"), expr("status"))
                .agg(expr("sum(count) AS ads"), expr("sum(IF(is_last, count, 0)) AS ads_on_last_day"))
                .join(sources(inputs), "source_key")
                .withColumnRenamed("name", "source");
    }

    private static Dataset<Row> sources(TableInputs inputs) {
        return broadcast(inputs.table("dim_source").select("source_key", "name"));
    }

    /** Of the postings that the last day of each source shows, how many have each field in which status. */
    static Dataset<Row> onLastDay(TableInputs inputs) {
        return statuses(inputs)
                .where("ads_on_last_day > 0")
                .selectExpr(
                        "concat('" + ON_LAST_DAY + "', field) AS metric",
                        "concat('source=', source, ';status=', status) AS slice",
                        "CAST(ads_on_last_day AS DOUBLE) AS value");
    }

    /** Coverage of each field by source, the same of its last day, shares of duplicates and of quarantine, in the columns of quality_metric. */
    public static Dataset<Row> of(TableInputs inputs) {
        // Two figures of each group, so that the postings are read once.
        Dataset<Row> coverage = statuses(inputs)
                .selectExpr(
                        "field",
                        "concat('source=', source, ';status=', status) AS slice",
                        "ads / CAST(sum(ads) OVER (PARTITION BY source_key, field) AS DOUBLE) AS share",
                        "CAST(ads_on_last_day AS DOUBLE) AS on_last_day")
                .selectExpr(
                        "slice",
                        "explode(array(struct(concat('coverage.', field) AS metric, share AS value),"
                                + " struct(concat('" + ON_LAST_DAY + "', field) AS metric, on_last_day AS value)))"
                                + " AS figure")
                .where("figure.value > 0")
                .selectExpr("'fact_posting' AS table_name", "figure.metric", "slice", "figure.value");
        Dataset<Row> duplicates = inputs.table("bridge_posting_duplicate")
                .groupBy("duplicate_type")
                .agg(expr("count(*) AS count"))
                .crossJoin(inputs.table("bridge_posting_duplicate").agg(expr("count(*) AS total")))
                .selectExpr(
                        "'bridge_posting_duplicate' AS table_name",
                        "'share' AS metric",
                        "concat('duplicate_type=', duplicate_type) AS slice",
                        "count / CAST(total AS DOUBLE) AS value");
        Dataset<Row> skipped = inputs.table("bridge_posting_duplicate")
                .selectExpr(
                        "'bridge_posting_duplicate' AS table_name",
                        "'candidates_skipped' AS metric",
                        "'all' AS slice",
                        "CAST(coalesce(sum(n_candidates_skipped), 0) AS DOUBLE) AS value");
        Dataset<Row> quarantined = inputs.table("load_file")
                .groupBy("source_key")
                .agg(expr("sum(quarantined) AS quarantined"), expr("sum(records_read) AS records"))
                .join(sources(inputs), "source_key")
                .where("records > 0")
                .selectExpr(
                        "'quarantine' AS table_name",
                        "'share' AS metric",
                        "concat('source=', name) AS slice",
                        "quarantined / CAST(records AS DOUBLE) AS value");
        return coverage.union(duplicates)
                .union(skipped)
                .union(quarantined)
                .selectExpr(
                        "table_name",
                        "metric",
                        "slice",
                        "value",
                        "CAST(NULL AS DOUBLE) AS threshold",
                        "CAST(NULL AS STRING) AS level",
                        "CAST(NULL AS BOOLEAN) AS passed",
                        "CAST(NULL AS STRING) AS message");
    }

    private static String stated(String condition) {
        return "IF(" + condition + ", 'STATED', 'NOT_STATED')";
    }
}
