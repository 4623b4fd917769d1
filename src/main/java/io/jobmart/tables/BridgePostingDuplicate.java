package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import io.jobmart.dedup.Ad;
import io.jobmart.dedup.Components;
import io.jobmart.dedup.DuplicateGroups;
import io.jobmart.dedup.DuplicateType;
import io.jobmart.dedup.Method;
import io.jobmart.spark.RecordEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which ads are for one vacancy. Nothing is deleted: an ad more is an ad, not a vacancy.
 *
 * <p>Ads that may be for one job meet under names: an address, a requisition, all words, a title with one of the text's
 * lowest hashes or with company and city. Most ads meet nobody. The others fall into components, small sets that have no
 * name in common with the rest, and in each of these {@link DuplicateGroups} finds the groups. All that grows with the
 * number of ads is done by shuffles of narrow rows; a name that very many meet under is boilerplate and brings them together
 * in parts only, and a component that is too large for the memory of a task is cut. Both is counted.
 */
final class BridgePostingDuplicate implements Table {
    /** So many ads that meet under a name made of a part of the text are brought together. */
    private static final int MEETING = 500;

    /** So many ads of a component go to one task at once, at about a thousand bytes each. */
    private static final int COMPONENT = 20_000;

    /** So many edges one task draws together, at some 50 bytes each. */
    private static final long EDGES = 2_000_000;

    private static final Encoder<Components.Member> COMPONENT_MEMBERS = RecordEncoder.of(Components.Member.class);

    /** Components are a few steps across; after so many they are cut where the steps have led. */
    private static final int STEPS = 12;

    /** What is known of the members of components, for the next snapshot: components that are as they were keep it. */
    private static final String MEMBERS = "posting_duplicate";

    private static final StructType MEMBER_COLUMNS = StructType.fromDDL("member_key BIGINT, signature BIGINT,"
            + " member_of BIGINT, relation STRING, found_by STRING, member_score DOUBLE, skipped INT");

    private static final UserDefinedFunction GROUPS = udf(
            (UDF1<Seq<Row>, List<Row>>) BridgePostingDuplicate::groups,
            DataTypes.createArrayType(StructType.fromDDL(
                    "posting_key BIGINT, group_key BIGINT, type STRING, method STRING, score DOUBLE, skipped INT")));

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
                        "How it relates to the representative: FULL: title and text are the same word by word; SEMANTIC: the"
                                + " same job in other words, mostly nearly the same; TEMPORAL: likewise, posted after the"
                                + " ads before it were gone; PARTIAL: one of the two texts is a part of the other; of the"
                                + " representative itself: how the closest other does.")
                .orNull(
                        DOUBLE,
                        "score",
                        "Share of word sequences that its text and the representative's have in common, boilerplate left"
                                + " out, estimated from 128 hashes; for PARTIAL the share of the shorter text; 1 for FULL, and"
                                + " where one has no text to compare; null for UNIQUE.",
                        "0.92")
                .orNull(
                        Method.class,
                        "method",
                        "How it was found: LINK: one address, or one id in the applicant tracking system that it leads to;"
                                + " REQUISITION: one requisition of one company under one title; WORDS: the same title and"
                                + " text; SIMILAR: the same title and a score of 0.75 or more; CONTAINED: the same title and"
                                + " company, and a shorter text of which 0.9 or more is in the longer. Never where"
                                + " requisition, country, city, seniority or (but for LINK) company differ, nor where one"
                                + " source shows both at a time under numbers of its own with different words. It may lead"
                                + " to another ad of the group than the representative; null for UNIQUE.")
                .of(
                        BOOLEAN,
                        "is_representative",
                        "Whether it stands for the group: the one seen first, then the one with the longest text, then the"
                                + " smallest key.",
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
                        "Possible duplicates not compared, since too many ads have a part of their text in common.",
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
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> postings = inputs.versions()
                .where("is_current")
                .select("posting_key", "first_seen_date", "last_seen_date", "source_key");
        Dataset<Row> contents = inputs.intermediate("posting_fingerprint", BridgePostingDuplicate::contents);
        Dataset<Row> ads = contents.join(Staged.narrow(postings, postings), "posting_key");
        Dataset<Row> met = met(ads).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> gathered = gathered(components(met), ads).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> known = inputs.remembered(MEMBERS, MEMBER_COLUMNS);
        Dataset<Row> fresh = known == null
                ? gathered
                : gathered.join(
                        known.selectExpr("member_key AS known_key", "signature AS known_signature"),
                        expr("posting_key = known_key AND signature = known_signature"),
                        "left_anti");
        Dataset<Row> grouped = contents.drop(PARTITION)
                .join(Staged.narrow(fresh, postings), "posting_key")
                .groupBy("component", "part", "signature")
                .agg(
                        expr(
                                "collect_list(struct(posting_key, first_seen, last_seen, source_key, numbered, links,"
                                        + " requisition, countries, cities, companies, seniority, title, words, sketch, skipped)) AS ads"))
                .select(col("signature"), explode(GROUPS.apply(col("ads"))).as("m"))
                .selectExpr(
                        "m.posting_key AS member_key",
                        "signature",
                        "m.group_key AS member_of",
                        "m.type AS relation",
                        "m.method AS found_by",
                        "m.score AS member_score",
                        "m.skipped AS skipped");
        Dataset<Row> members = inputs.remember(
                MEMBERS,
                known == null
                        ? grouped
                        : grouped.unionByName(known.join(
                                gathered.selectExpr("posting_key AS is_key", "signature AS is_signature"),
                                expr("member_key = is_key AND signature = is_signature"),
                                "left_semi")));
        return inputs.table("fact_posting")
                .select("posting_key", "first_seen_date", "last_seen_date", "opened_date", PARTITION)
                .join(members.drop("signature"), expr("posting_key = member_key"), "left")
                .withColumn("group_key", expr("coalesce(member_of, posting_key)"))
                .withColumn("is_representative", expr("posting_key = group_key"))
                .withColumn("group_size", expr("CAST(count(*) OVER (PARTITION BY group_key) AS INT)"))
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
                        "relation",
                        expr("IF(is_representative, NULL,"
                                + " IF(relation = 'SEMANTIC' AND repost_no > 0, 'TEMPORAL', relation))"))
                .withColumn(
                        "closest",
                        expr(
                                "max(IF(is_representative, NULL, struct(-array_position(array('FULL', 'SEMANTIC', 'TEMPORAL',"
                                        + " 'PARTIAL'), relation) AS rank, member_score AS score, found_by AS method, relation)))"
                                        + " OVER (PARTITION BY group_key)"))
                .selectExpr(
                        "posting_key",
                        "group_key",
                        "CASE WHEN group_size = 1 THEN 'UNIQUE' WHEN is_representative THEN closest.relation ELSE relation"
                                + " END AS duplicate_type",
                        "CASE WHEN group_size = 1 THEN NULL WHEN is_representative THEN closest.score ELSE member_score END"
                                + " AS score",
                        "CASE WHEN group_size = 1 THEN NULL WHEN is_representative THEN closest.method ELSE found_by END AS"
                                + " method",
                        "is_representative",
                        "group_size",
                        "repost_no",
                        "IF(is_anew, datediff(opened_date, seen_until), NULL) AS repost_gap_days",
                        "coalesce(skipped, 0) AS n_candidates_skipped",
                        PARTITION);
    }

    /** What is compared of the postings' contents, and the names under which they meet others. */
    private static Dataset<Row> contents(TableInputs inputs) {
        return Staged.current(
                        inputs,
                        "posting.fingerprint AS f",
                        "posting.title.seniority AS seniority",
                        // Places wider than a city go with any place within: they are left to the country.
                        "array_distinct(transform(filter(posting.places, p -> p.role = 'WORK_SITE' AND p.place.precision ="
                                + " 'CITY'), p -> p.place.locationId)) AS cities",
                        NAMED_COUNTRIES,
                        "posting.remoteRegions.code AS regions",
                        COMPANIES)
                .withColumn("length", expr("size(f.sketch)"))
                .selectExpr(
                        "posting_key",
                        "f.numbered AS numbered",
                        "f.links AS links",
                        "f.requisition AS requisition",
                        "IF(size(named) > 0, named, regions) AS countries",
                        "cities",
                        "companies",
                        "seniority",
                        "f.title AS title",
                        "f.words AS words",
                        "f.sketch AS sketch",
                        "length",
                        NAMES + " AS names",
                        PARTITION)
                .withColumn("content", expr(CONTENT));
    }

    /** Of all that is compared. */
    static final String CONTENT =
            "xxhash64(numbered, links, requisition, countries, cities, companies, seniority, title, words,"
                    + " sketch)";

    /**
     * The ads of the components with all that their groups depend on but their contents, and with the signature of all of it:
     * {@code posting_key}, {@code component}, {@code part}, {@code skipped}, {@code source_key}, {@code first_seen} and
     * {@code last_seen} in days, {@code signature}.
     *
     * <p>That an ad was seen once more is told to the groups only where it may change them: its last day is only ever held
     * against the first days of others, so the latest of those that is not after it stands for it.
     */
    private static Dataset<Row> gathered(Dataset<Row> components, Dataset<Row> ads) {
        return components
                .join(
                        ads.selectExpr(
                                "posting_key",
                                "source_key",
                                "content",
                                "unix_date(first_seen_date) AS first_seen",
                                "unix_date(last_seen_date) AS last_seen"),
                        "posting_key")
                .withColumn("first_days", expr("collect_set(first_seen) OVER (PARTITION BY component)"))
                .withColumn("last_seen", expr("array_max(filter(first_days, day -> day <= last_seen))"))
                .withColumn("own", expr("xxhash64(posting_key, source_key, content, first_seen, last_seen, skipped)"))
                .withColumn(
                        "signature",
                        expr(
                                "xxhash64(count(*) OVER (PARTITION BY component), bit_xor(own) OVER (PARTITION BY component))"))
                .withColumn(
                        "part",
                        expr("(row_number() OVER (PARTITION BY component ORDER BY first_seen, posting_key) - 1) DIV "
                                + COMPONENT))
                .drop("first_days", "own", "content");
    }

    /** Of places and of where remote workers may be. Where none is named, the wider regions that are count. */
    private static final String NAMED_COUNTRIES =
            "array_distinct(concat(filter(transform(posting.places, p -> p.place.countryCode),"
                    + " c -> c IS NOT NULL), filter(posting.remoteRegions.code, c -> length(c) = 2 AND c <> 'EU'))) AS named";

    /** A company is known by the first word of its name, since that is what all ways to write it have in common. */
    private static final String COMPANIES =
            "array_distinct(transform(filter(posting.companies, c -> c.companyId IS NOT NULL),"
                    + " c -> regexp_extract(c.companyId, '^(?:the )?([^ ,.]{3,}|[^ ]+ ?[^ ]*)', 1))) AS companies";

    private static final String NAMES = "concat("
            + "transform(f.links, l -> " + name("'link', l", false) + "),"
            + " IF(f.requisition IS NULL OR f.title IS NULL, array(),"
            + " transform(companies, c -> " + name("'requisition', c, f.requisition, f.title", false) + ")),"
            + " IF(f.words IS NULL, array(), array(" + name("'words', f.words", false) + ")),"
            + " IF(f.title IS NULL, array(), transform(slice(f.sketch, 1, " + DuplicateGroups.LOWEST
            + "), h -> " + name("'text', f.title, h", true) + ")),"
            + " IF(f.title IS NULL OR length = 0, array(), flatten(transform(companies, c ->"
            + " transform(IF(size(cities) = 0, array(''), cities), l ->"
            + " " + name("'place', f.title, c, l", true) + ")))))";

    /** @param isPart whether it is made of a part of the text, so that boilerplate may bring very many together */
    private static String name(String parts, boolean isPart) {
        return "named_struct('name', xxhash64(" + parts + "), 'is_part', " + isPart + ")";
    }

    private static final String BY_NAME = "PARTITION BY met.name ORDER BY first_seen_date, length DESC, posting_key";

    /** Ads that meet others under a name: {@code posting_key}, the first under that name as {@code first_key}, {@code skipped}. */
    private static Dataset<Row> met(Dataset<Row> ads) {
        return ads.select(col("posting_key"), col("first_seen_date"), col("length"), expr("explode(names) AS met"))
                .withColumn("here", expr("count(*) OVER (PARTITION BY met.name)"))
                .where("here > 1")
                .withColumn(
                        "part",
                        expr("IF(met.is_part, (row_number() OVER (" + BY_NAME + ") - 1) DIV " + MEETING + ", 0)"))
                .withColumn(
                        "first_key",
                        expr(
                                "first(posting_key) OVER (PARTITION BY met.name, part ORDER BY first_seen_date, length DESC,"
                                        + " posting_key)"))
                .selectExpr(
                        "posting_key",
                        "first_key",
                        "IF(met.is_part, CAST(greatest(here - " + MEETING + ", 0) AS INT), 0) AS skipped");
    }

    /**
     * The components of the graph whose edges lead from each ad to the first that it meets: {@code posting_key},
     * {@code component}, {@code skipped}. As many edges as one task can hold are drawn together there; where that was not
     * all of them, each step takes the lowest component of the neighbours, and then that one's.
     */
    private static Dataset<Row> components(Dataset<Row> met) {
        Dataset<Row> edges = met.where("posting_key <> first_key").select("posting_key", "first_key");
        long tasks = 1 + edges.count() / EDGES;
        Dataset<Row> labels = edges.repartition((int) Math.min(tasks, Integer.MAX_VALUE))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Components.Member>) BridgePostingDuplicate::members,
                        COMPONENT_MEMBERS)
                .selectExpr("key AS a", "lowest AS label");
        Dataset<Row> ads = met.groupBy("posting_key").agg(expr("max(skipped) AS skipped"));
        return ads.join(tasks == 1 ? labels : settled(labels), expr("posting_key = a"), "left")
                .selectExpr("posting_key", "coalesce(label, posting_key) AS component", "skipped");
    }

    private static Iterator<Components.Member> members(Iterator<Row> edges) {
        Components components = new Components();
        edges.forEachRemaining(edge -> components.connect(edge.getLong(0), edge.getLong(1)));
        return components.members();
    }

    /** @param members {@code a} and {@code label}, which hang together; one key may have several */
    static Dataset<Row> settled(Dataset<Row> members) {
        Dataset<Row> edges = kept(members.where("a <> label")
                .selectExpr("explode(array(struct(a, label AS b), struct(label AS a, a AS b))) AS e")
                .selectExpr("e.a", "e.b")
                .distinct());
        Dataset<Row> labels = kept(edges.groupBy("a").agg(expr("least(a, min(b)) AS label")));
        boolean settled = edges.isEmpty();
        for (int step = 0; step < STEPS && !settled; step++) {
            Dataset<Row> of = labels.selectExpr("a AS of", "label AS of_label");
            Dataset<Row> near = edges.join(of, expr("b = of")).groupBy("a").agg(expr("min(of_label) AS near"));
            Dataset<Row> next = kept(labels.join(near, "a")
                    .selectExpr("a", "label", "least(label, near) AS lower")
                    .join(of, expr("lower = of"))
                    .selectExpr("a", "label AS before", "least(lower, of_label) AS label"));
            settled = next.where("before <> label").isEmpty();
            labels = next.drop("before");
        }
        return labels;
    }

    /**
     * The same rows, computed once, without the plan that they come from: each step is made of the one before several
     * times over, and planning the tenth would take minutes.
     */
    private static Dataset<Row> kept(Dataset<Row> rows) {
        return rows.sparkSession()
                .createDataFrame(rows.javaRDD().persist(StorageLevel.MEMORY_AND_DISK()), rows.schema());
    }

    private static final String IN_TIME = "PARTITION BY group_key ORDER BY opened_date, first_seen_date, posting_key";

    private static List<Row> groups(Seq<Row> rows) {
        List<Ad> ads = new ArrayList<>(rows.length());
        Map<Long, Integer> skipped = new HashMap<>();
        for (Row row : CollectionConverters.asJava(rows)) {
            ads.add(new Ad(
                    row.getLong(0),
                    row.getInt(1),
                    row.getInt(2),
                    row.getLong(3),
                    row.getBoolean(4),
                    row.getList(5),
                    row.getString(6),
                    Set.copyOf(row.getList(7)),
                    Set.copyOf(row.getList(8)),
                    Set.copyOf(row.getList(9)),
                    row.getString(10),
                    row.isNullAt(11) ? null : row.getLong(11),
                    row.isNullAt(12) ? null : row.getLong(12),
                    row.<Integer>getList(13).stream()
                            .mapToInt(Integer::intValue)
                            .toArray()));
            skipped.put(row.getLong(0), row.getInt(14));
        }
        return DuplicateGroups.of(ads).stream()
                .map(member -> RowFactory.create(
                        member.key(),
                        member.group(),
                        member.type().name(),
                        member.method() == null ? null : member.method().name(),
                        member.score(),
                        member.skipped() + skipped.get(member.key())))
                .toList();
    }
}
