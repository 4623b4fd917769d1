package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import io.jobmart.dedup.DuplicateType;
import io.jobmart.dedup.NearDuplicates;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which ads are for one vacancy. Nothing is deleted: an ad more is an ad, not a vacancy.
 *
 * <p>First, postings with one content are one group. Then contents of the same company, title, level, country and place
 * whose texts are nearly the same are joined. All of these are vetoes, since a false merge hides an opening and a false
 * split is only a row more; so the comparison stays within such small sets, and most postings, which are alone in theirs,
 * are compared with nothing.
 */
final class BridgePostingDuplicate implements Table {
    private static final UserDefinedFunction MATCHES = udf(
            (UDF1<Seq<Row>, List<Row>>) BridgePostingDuplicate::matches,
            DataTypes.createArrayType(
                    StructType.fromDDL("content_key BIGINT, group_key BIGINT, score DOUBLE, skipped INT")));

    @Override
    public String name() {
        return "bridge_posting_duplicate";
    }

    @Override
    public String grain() {
        return "One row per posting in its duplicate group.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(KEY, "group_key", "posting_key of the representative.", "-2905107412034981230")
                .of(
                        DuplicateType.class,
                        "duplicate_type",
                        "How it relates to the representative; of the representative itself: how the closest other does.")
                .orNull(
                        DOUBLE,
                        "score",
                        "1 for the same content, else the share of equal MinHash bands; null for UNIQUE.",
                        "0.56")
                .orNull(
                        List.of("content_hash", "minhash_bands"),
                        "method",
                        "How it was found to be one; null for UNIQUE.")
                .of(
                        BOOLEAN,
                        "is_representative",
                        "Whether it stands for the group: the one seen first, then the smallest key.",
                        "true")
                .of(INT, "group_size", "Postings in the group.", "1")
                .of(
                        INT,
                        "repost_no",
                        "How often the group was posted anew before, each time after all its ads were gone.",
                        "0")
                .orNull(
                        INT,
                        "repost_gap_days",
                        "Days between the last sighting of the ads before and the day this one opened;"
                                + " null when it was not posted anew.",
                        "14")
                .of(
                        INT,
                        "n_candidates_skipped",
                        "Possible duplicates not compared, since too many texts have a part in common.",
                        "0")
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key");
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to("fact_posting", "posting_key"), Reference.to("group_key", "fact_posting", "posting_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.error(
                        "unique_is_alone",
                        "(duplicate_type = 'UNIQUE') = (group_size = 1)",
                        "exactly the postings that are alone are UNIQUE"),
                Rule.error(
                        "representative_names_group",
                        "is_representative = (posting_key = group_key)",
                        "a group is named by its representative"),
                Rule.error("score_is_share", "score BETWEEN 0 AND 1", "score lies between 0 and 1"));
    }

    @Override
    public boolean partitioned() {
        return true;
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> postings = inputs.table("fact_posting")
                .selectExpr(
                        "posting_key",
                        "content_hash",
                        "first_seen_date",
                        "last_seen_date",
                        "opened_date",
                        "IF(title IS NULL, NULL, xxhash64(company_key, location_key, coalesce(country_code, ''),"
                                + " coalesce(seniority, ''), lower(title))) AS same_job",
                        PARTITION)
                .withColumn(
                        "content_key",
                        expr(
                                "first(posting_key) OVER (PARTITION BY content_hash ORDER BY first_seen_date, posting_key)"));
        Dataset<Row> bands = Staged.current(inputs, "posting.minHash AS bands")
                .where("size(bands) > 0")
                .select("posting_key", "bands");
        Dataset<Row> matches = postings.where("posting_key = content_key AND same_job IS NOT NULL")
                .withColumn("contents", expr("count(*) OVER (PARTITION BY same_job)"))
                .where("contents > 1")
                .select("posting_key", "same_job", "first_seen_date")
                .join(bands, "posting_key")
                .groupBy("same_job")
                .agg(
                        expr(
                                "collect_list(struct(posting_key, unix_date(first_seen_date) AS first_seen, bands)) AS contents"))
                .where("size(contents) > 1")
                .select(org.apache
                        .spark
                        .sql
                        .functions
                        .explode(MATCHES.apply(col("contents")))
                        .as("m"))
                .selectExpr("m.content_key AS matched_key", "m.group_key", "m.score AS near_score", "m.skipped");
        return postings.join(matches, expr("content_key = matched_key"), "left")
                .withColumn("group_key", expr("coalesce(group_key, content_key)"))
                .withColumn("is_exact", expr("content_key = group_key"))
                .withColumn("group_size", expr("CAST(count(*) OVER (PARTITION BY group_key) AS INT)"))
                .withColumn("exact_size", expr("count_if(is_exact) OVER (PARTITION BY group_key)"))
                .withColumn(
                        "seen_until",
                        expr("max(last_seen_date) OVER (" + IN_TIME
                                + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"))
                .withColumn("is_anew", expr("coalesce(opened_date > seen_until, false)"))
                .withColumn(
                        "repost_no",
                        expr("CAST(count_if(is_anew) OVER (" + IN_TIME
                                + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INT)"))
                .withColumn(
                        "near_at_once", expr("count_if(NOT is_exact AND repost_no = 0) OVER (PARTITION BY group_key)"))
                .withColumn("is_representative", expr("posting_key = group_key"))
                .withColumn(
                        "duplicate_type",
                        expr("CASE WHEN group_size = 1 THEN 'UNIQUE'"
                                + " WHEN is_exact AND exact_size > 1 THEN 'FULL'"
                                + " WHEN is_exact THEN IF(near_at_once > 0, 'SEMANTIC', 'TEMPORAL')"
                                + " WHEN repost_no > 0 THEN 'TEMPORAL' ELSE 'SEMANTIC' END"))
                .selectExpr(
                        "posting_key",
                        "group_key",
                        "duplicate_type",
                        "CASE WHEN group_size = 1 THEN NULL WHEN is_exact THEN 1.0D ELSE near_score END AS score",
                        "CASE duplicate_type WHEN 'UNIQUE' THEN NULL WHEN 'FULL' THEN 'content_hash' ELSE 'minhash_bands'"
                                + " END AS method",
                        "is_representative",
                        "group_size",
                        "repost_no",
                        "IF(is_anew, datediff(opened_date, seen_until), NULL) AS repost_gap_days",
                        "coalesce(skipped, 0) AS n_candidates_skipped",
                        PARTITION);
    }

    private static final String IN_TIME = "PARTITION BY group_key ORDER BY opened_date, first_seen_date, posting_key";

    private static List<Row> matches(Seq<Row> rows) {
        List<NearDuplicates.Content> contents = new ArrayList<>(rows.length());
        for (Row row : CollectionConverters.asJava(rows)) {
            contents.add(new NearDuplicates.Content(row.getLong(0), row.getInt(1), row.getList(2)));
        }
        return NearDuplicates.of(contents).stream()
                .map(match -> RowFactory.create(match.key(), match.representative(), match.score(), match.skipped()))
                .toList();
    }
}
