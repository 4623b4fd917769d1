package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DATE;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.MONEY;
import static io.jobmart.tables.Columns.STRING;
import static io.jobmart.tables.Columns.STRINGS;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.DegreeLevel;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Modality;
import io.jobmart.model.OccupationReading;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.Seniority;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The ads, each as its last sighting shows it, with one value for each question that is asked most; the bridges hold
 * all that an ad states.
 *
 * <p>A posting is open until the day it is valid through has passed in the dumps of its source, a crawl finds its page
 * gone on the day of its last sighting or later, a later dump that is known to be complete lacks it, or nothing was seen
 * of it for too long, whichever comes first. That it is missing from any other dump closes nothing: many dumps are
 * samples. It opens on the day it was posted, where that is stated and not
 * after its first sighting, else on the day of its first sighting; a complete dump before that lacks it says that it was
 * not open then, whatever day it states.
 *
 * <p>Years of experience and degree are those of the strongest modality stated. Of several years the largest count,
 * since a candidate must meet all of them; in a ladder ("Bachelor's and 4 years or Master's and 2") these are the years
 * that go with the lowest degree, which is the one shown. Alternatives in full: {@code bridge_posting_requirement}.
 */
final class FactPosting implements Table {
    @Override
    public String name() {
        return "fact_posting";
    }

    @Override
    public String grain() {
        return "One row per posting: source and native id, else canonical URL, else content.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(KEY, "source_key", "Source of its last sighting.", "5307142219637841120")
                .of(
                        STRING,
                        "posting_id",
                        "Natural key: `id:<source>/<native id>`, else `url:<canonical URL>`, where it names the job, else"
                                + " `ref:<source>/<publisher's number>/<title>`, `url:<canonical URL>/<title>`,"
                                + " `content:<hash>`.",
                        "id:careers/4711")
                .orNull(STRING, "url", "Address of the posting; null when not stated.", "https://example.org/jobs/4711")
                .orNull(
                        STRING,
                        "canonical_url",
                        "The address without what varies between links to one page: scheme, tracking, case of the host.",
                        "example.org/jobs/4711")
                .of(STRING, "source_file", "File of its last sighting, as a path below the input given.", "jobs.jsonl")
                .orNull(
                        STRING,
                        "source_record",
                        "What finds the record in that file: line, CSV data row from 1, JSON"
                                + " pointer, WARC offset, archive member; null when the file is one posting.",
                        "17")
                .orNull(SourceFormat.class, "format", "Format that it was read from.")
                .orNull(
                        STRING,
                        "dialect",
                        "Dialect that knows its field names, a file of conf/dialects or a user's; null for schema.org,"
                                + " text and pages.",
                        "greenhouse-board")
                .orNull(
                        STRING,
                        "title",
                        "Title without decoration, place and pay; null when it has none.",
                        "Data Engineer")
                .orNull(STRING, "title_raw", "Title as the source gives it.", "Data Engineer (m/f/d)")
                .orNull(Seniority.class, "seniority", "Level that the title names; null when it names none.")
                .orNull(
                        STRING,
                        "occupation_code",
                        "Occupation that the title names, as an ISCO-08 code of four digits, fewer where the title"
                                + " leaves open which; null when it leaves it open altogether.",
                        "2512")
                .orNull(STRING, "occupation_classification", "Classification of occupation_code.", "ISCO-08")
                .orNull(
                        DOUBLE,
                        "occupation_confidence",
                        "How often a title like this one has that code, 0 to 1.",
                        "0.9")
                .orNull(
                        STRING,
                        "occupation_esco_uri",
                        "The occupation in ESCO; null when ESCO is not loaded or the title leaves open which.",
                        "http://data.europa.eu/esco/occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1")
                .orNull(
                        STRING,
                        "occupation_soc_code",
                        "Its O*NET-SOC code; null when O*NET is not loaded or has no such title.",
                        "15-1252.00")
                .of(KEY, "company_key", "Who hires, else who posts; 0 when not stated.", "3301457711902348121")
                .of(
                        KEY,
                        "location_key",
                        "Primary work site; 0 when not stated, not resolved, or none of many countries.",
                        "810254771234567891")
                .orNull(
                        STRING,
                        "country_code",
                        "Country of the primary work site, else the only country that its places"
                                + " are in; ISO 3166-1 alpha-2.",
                        "DE")
                .of(WorkMode.class, "work_mode", "Where the work is done.")
                .orNull(ValueStatus.class, "work_mode_status", "How work_mode came about.")
                .of(
                        STRINGS,
                        "employment_types",
                        "Types of employment offered, in the order of the posting; empty when not" + " stated.",
                        "[FULL_TIME, PERMANENT]")
                .of(
                        STRINGS,
                        "remote_regions",
                        "Where a remote worker may be: ISO 3166-1 alpha-2 codes, WORLD, EUROPE, EU,"
                                + " EMEA, APAC, LATAM, NORTH_AMERICA, AMERICAS, ASIA, AFRICA; empty when not stated.",
                        "[US, CA]")
                .orNull(DATE, "posted_date", "Day on which it was posted, as stated.", "2026-02-20")
                .of(DATE, "first_seen_date", "Day of its first sighting.", "2026-03-01")
                .of(DATE, "last_seen_date", "Day of its last sighting.", "2026-03-08")
                .of(
                        DATE,
                        "opened_date",
                        "posted_date where stated, sane and not after first_seen_date, else first_seen_date; not before the day"
                                + " after the last complete dump of its source that lacks it.",
                        "2026-02-20")
                .orNull(DATE, "valid_through_date", "Last day on which it is valid, as stated.", "2026-03-31")
                .orNull(DATE, "closed_date", "Day on which it closed; null while open.", "2026-03-31")
                .orNull(
                        CLOSE_REASONS,
                        "close_reason",
                        "Why it closed: EXPIRED: its valid_through_date is before the latest dump of its source; GONE: its page was"
                                + " asked for and there no more (404 or 410) on or after the day of its last sighting; DELISTED: a"
                                + " later complete dump of its source lacks it; TIMEOUT: it was not seen for as many days as the"
                                + " load allows, and no complete dump tells. Whichever came first; null while open. The time until then is time to close, not time"
                                + " to fill.")
                .of(BOOLEAN, "is_open", "Whether it is open on the day of the latest dump of its source.", "true")
                .of(
                        INT,
                        "days_open",
                        "Days from opened_date to closed_date, else to the latest dump of its source.",
                        "16")
                .of(INT, "content_version", "Version of the content that the row shows, from 1.", "1")
                .of(STRING, "content_hash", "Hash of all that a reader of the ad sees.", "9f0c2b4e5a6d7788")
                .of(ValueStatus.class, "salary_status", "How the headline pay came about.")
                .orNull(STRING, "salary_currency", "Currency of the headline pay, ISO 4217.", "EUR")
                .orNull(PayPeriod.class, "salary_period", "Period that the headline pay is paid for.")
                .orNull(MONEY, "salary_min", "Lower bound of the headline pay, in its currency and period.", "5000.00")
                .orNull(MONEY, "salary_max", "Upper bound of the headline pay, in its currency and period.", "6000.00")
                .orNull(MONEY, "salary_annual_min", "salary_min as a year's pay.", "60000.00")
                .orNull(MONEY, "salary_annual_max", "salary_max as a year's pay.", "72000.00")
                .of(ValueStatus.class, "experience_status", "How the years of experience came about.")
                .orNull(
                        DOUBLE,
                        "experience_years_min",
                        "Least years of experience asked for; see the ladder rule.",
                        "4.0")
                .orNull(
                        DOUBLE,
                        "experience_years_max",
                        "Most years of experience asked for; null when open-ended.",
                        "6.0")
                .orNull(Modality.class, "experience_modality", "How strongly these years are asked for.")
                .of(ValueStatus.class, "degree_status", "How the degree came about.")
                .orNull(DegreeLevel.class, "degree_min", "Lowest acceptable degree.")
                .orNull(Modality.class, "degree_modality", "How strongly that degree is asked for.")
                .orNull(
                        BOOLEAN,
                        "degree_or_equivalent",
                        "Whether equivalent experience is accepted instead of it.",
                        "true")
                .orNull(STRING, "language", "Language of the text, ISO 639-1; null when it can't be told.", "en")
                .of(EncodingFlavour.class, "encoding_repair", "What the text had to be repaired of.")
                .of(INT, "n_skills", "Skills named.", "12")
                .of(INT, "n_requirements", "Requirements stated.", "9")
                .evidence("seniority_evidence", "seniority")
                .evidence("occupation_evidence", "occupation_code")
                .evidence("work_mode_evidence", "work_mode")
                .evidence("salary_evidence", "the headline pay")
                .evidence("experience_evidence", "the years of experience")
                .evidence("degree_evidence", "degree_min")
                .partition()
                .list();
    }

    private static final List<String> CLOSE_REASONS = List.of("EXPIRED", "GONE", "DELISTED", "TIMEOUT");

    /** Up to so many addresses of pages that are gone are sent to every task, so that the postings are not shuffled. */
    private static final long BROADCAST_GONE = 200_000;

    @Override
    public List<String> key() {
        return List.of("posting_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("posting_id");
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to("dim_source", "source_key"),
                Reference.to("dim_company", "company_key"),
                Reference.to("dim_location", "location_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.saneDate("posted_date"),
                Rule.saneDate("valid_through_date"),
                Rule.error(
                        "seen_in_order",
                        "first_seen_date <= last_seen_date",
                        "the first sighting is not after the last"),
                Rule.error(
                        "open_or_closed",
                        "is_open = (closed_date IS NULL) AND is_open = (close_reason IS NULL)",
                        "a posting is open, or it has a day and a reason of closing"),
                Rule.error("days_open_not_negative", "days_open >= 0", "days_open is not negative"),
                Rule.error("salary_in_order", "salary_min <= salary_max", "salary_min is not above salary_max"),
                Rule.note(
                        "salary_positive", "least(salary_annual_min, salary_annual_max) > 0", "annual pay is positive"),
                Rule.note(
                        "salary_likely",
                        "greatest(salary_annual_min, salary_annual_max) < 1e12",
                        "annual pay is below a million million of any currency"),
                Rule.note(
                        "salary_status_agrees",
                        "(salary_status IN ('NOT_STATED', 'STATED_WITHOUT_VALUE', 'UNPARSED')) = (salary_min IS NULL AND"
                                + " salary_max IS NULL) OR salary_status = 'CONFLICT'",
                        "a salary stands there exactly when its status says so"),
                Rule.error(
                        "experience_in_order",
                        "experience_years_min <= experience_years_max",
                        "experience_years_min is not above experience_years_max"),
                Rule.note(
                        "experience_likely",
                        "coalesce(experience_years_min, 0) BETWEEN 0 AND 40",
                        "at least 0 and at most 40 years of experience are asked for"));
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> latest =
                inputs.files().groupBy(expr("source AS latest_source")).agg(expr("max(asOfDate) AS latest_date"));
        Dataset<Row> versions = inputs.versions()
                .where("is_current")
                .drop("is_current", "file_key", "reading_key", "reading", "reading_file");
        Dataset<Row> postings = contents(inputs)
                .withColumnRenamed("posting_key", "content_key")
                .join(Staged.narrow(withSilence(inputs, versions), versions), expr("content_key = posting_key"));
        return CompanyVersions.join(inputs, withGoneDate(inputs, postings), "company_id")
                .join(broadcast(latest), expr("source <=> latest_source"), "left")
                .withColumn("latest_date", expr("greatest(latest_date, last_seen_date)"))
                .withColumn(
                        "opened_date",
                        expr("greatest(least(IF(posted_date >= DATE'1990-01-01', posted_date, NULL), first_seen_date),"
                                + " date_add(absent_date, 1))"))
                .withColumn("expired_date", expr("IF(valid_through_date < latest_date, valid_through_date, NULL)"))
                .withColumn("timeout_date", expr(timeout(inputs.timeoutDays())))
                .withColumn("closed_date", expr("least(expired_date, gone_date, delisted_date, timeout_date)"))
                .withColumn(
                        "close_reason",
                        expr("CASE closed_date WHEN expired_date THEN 'EXPIRED' WHEN gone_date THEN 'GONE'"
                                + " WHEN delisted_date THEN 'DELISTED' WHEN timeout_date THEN 'TIMEOUT' END"))
                .withColumn("is_open", expr("closed_date IS NULL"))
                .withColumn("days_open", expr("greatest(datediff(coalesce(closed_date, latest_date), opened_date), 0)"))
                .select(columns().stream()
                        .map(column -> col(column.name()))
                        .toArray(org.apache.spark.sql.Column[]::new));
    }

    /** What the postings' texts say, whenever they were seen: from the snapshot before where they have not changed. */
    private Dataset<Row> contents(TableInputs inputs) {
        Dataset<Row> made = made(inputs.changed());
        Dataset<Row> before = inputs.unchanged(name());
        if (before == null) {
            return made;
        }
        Dataset<Row> companies = inputs.unchanged("dim_company")
                .selectExpr("company_key AS before_key", "IF(company_key = 0, NULL, company_id) AS company_id");
        return made.union(before.join(companies, expr("company_key = before_key"))
                .select(Arrays.stream(made.columns())
                        .map(name -> col(name))
                        .toArray(org.apache.spark.sql.Column[]::new)));
    }

    private static Dataset<Row> made(TableInputs inputs) {
        return Staged.current(
                        inputs,
                        "posting.postingId AS posting_id",
                        "posting.url AS url",
                        "posting.canonicalUrl AS canonical_url",
                        "posting.format AS format",
                        "posting.dialect AS dialect",
                        "posting.title AS title",
                        "posting.companies AS companies",
                        "posting.places AS places",
                        "posting.workMode AS work_mode",
                        "posting.remoteRegions.code AS remote_codes",
                        "posting.employmentTypes.type AS employment",
                        "posting.postedDate AS posted_date",
                        "posting.validThroughDate AS valid_through_date",
                        "posting.salaryStatus AS salary_status",
                        PAY,
                        "posting.experienceStatus AS experience_status",
                        EXPERIENCE,
                        "posting.degreeStatus AS degree_status",
                        DEGREE,
                        "posting.language AS language",
                        "posting.encodingRepair AS encoding_repair",
                        "size(posting.skills) AS n_skills",
                        "size(posting.requirements) AS n_requirements")
                .withColumn(
                        "company_id",
                        expr("coalesce(" + company("HIRING") + ", " + company("POSTER") + ", "
                                + "get(filter(companies, c -> c.companyId IS NOT NULL), 0).companyId)"))
                .withColumn("place", expr("get(filter(places, p -> p.primary AND p.place IS NOT NULL), 0).place"))
                .withColumn("location_key", Keying.keyOrNotStated("location", "place.locationId"))
                .withColumn(
                        "countries",
                        expr("array_distinct(filter(transform(places, p -> p.place.countryCode), c -> c IS NOT NULL))"))
                .selectExpr(
                        "posting_key",
                        "posting_id",
                        "url",
                        "canonical_url",
                        "company_id",
                        "format",
                        "dialect",
                        "title.title AS title",
                        "title.raw AS title_raw",
                        "title.seniority AS seniority",
                        "title.occupation.code AS occupation_code",
                        "IF(title.occupation.code IS NULL, NULL, '" + OccupationReading.CLASSIFICATION
                                + "') AS occupation_classification",
                        "IF(title.occupation.code IS NULL, NULL, title.occupation.confidence) AS occupation_confidence",
                        "title.occupation.escoUri AS occupation_esco_uri",
                        "title.occupation.socCode AS occupation_soc_code",
                        "location_key",
                        "coalesce(place.countryCode, IF(size(countries) = 1, countries[0], NULL)) AS country_code",
                        "coalesce(work_mode.mode, 'NOT_STATED') AS work_mode",
                        "work_mode.status AS work_mode_status",
                        "array_distinct(coalesce(employment, array())) AS employment_types",
                        "array_distinct(coalesce(remote_codes, array())) AS remote_regions",
                        "posted_date",
                        "valid_through_date",
                        "salary_status",
                        "pay.currency AS salary_currency",
                        "pay.period AS salary_period",
                        "pay.min AS salary_min",
                        "pay.max AS salary_max",
                        FactPostingSalary.annual("pay.min", "pay.period") + " AS salary_annual_min",
                        FactPostingSalary.annual("pay.max", "pay.period") + " AS salary_annual_max",
                        "experience_status",
                        "CAST(experience.min AS DOUBLE) AS experience_years_min",
                        "CAST(experience.max AS DOUBLE) AS experience_years_max",
                        "experience.modality AS experience_modality",
                        "degree_status",
                        "degree.level AS degree_min",
                        "degree.modality AS degree_modality",
                        "degree.orEquivalent AS degree_or_equivalent",
                        "language",
                        "encoding_repair",
                        "n_skills",
                        "n_requirements",
                        evidence("title.seniorityEvidence", "seniority_evidence"),
                        evidence("title.occupation.evidence", "occupation_evidence"),
                        evidence("work_mode.evidence", "work_mode_evidence"),
                        evidence("pay.evidence", "salary_evidence"),
                        evidence("experience.evidence", "experience_evidence"),
                        evidence("degree.evidence", "degree_evidence"));
    }

    /** The postings with the first day from their last sighting on on which their page was gone. */
    private static Dataset<Row> withGoneDate(TableInputs inputs, Dataset<Row> postings) {
        Dataset<Row> gone = inputs.parsed()
                .where("gone.url IS NOT NULL")
                .groupBy(expr("gone.canonicalUrl AS gone_url"))
                .agg(expr("collect_set(asOfDate) AS gone_dates"));
        // Most warehouses hold no crawl: the statistics of the staged files tell without reading them.
        long urls = gone.count();
        if (urls == 0) {
            return postings.withColumn("gone_date", expr("CAST(NULL AS DATE)"));
        }
        return postings.join(urls <= BROADCAST_GONE ? broadcast(gone) : gone, expr("canonical_url = gone_url"), "left")
                .withColumn("gone_date", expr("array_min(filter(gone_dates, d -> d >= last_seen_date))"));
    }

    /** The postings with the days of the complete dumps before and after them that lack them. */
    private static Dataset<Row> withSilence(TableInputs inputs, Dataset<Row> postings) {
        return Delisting.isKnown(inputs)
                ? postings.join(Delisting.of(inputs), expr("posting_key = silent_key"), "left")
                : postings.withColumn("delisted_date", expr("CAST(NULL AS DATE)"))
                        .withColumn("absent_date", expr("CAST(NULL AS DATE)"));
    }

    /** The first day on which a posting had been missing for too long, when the dumps of its source reach it. */
    private static String timeout(int days) {
        return days == 0
                ? "CAST(NULL AS DATE)"
                : ("IF(delisted_date IS NULL AND date_add(last_seen_date, %1$d) <= latest_date,"
                                + " date_add(last_seen_date, %1$d), NULL)")
                        .formatted(days);
    }

    static final String PAY = "get(filter(posting.pay, p -> p.headline), 0) AS pay";

    /** The years that stand for the posting, among all that it asks for. */
    static final String EXPERIENCE = "array_min(transform("
            + "filter(posting.experience, e -> e.min IS NOT NULL OR e.max IS NOT NULL), (e, i) -> struct("
            + Ranks.of(Modality.class, "e.modality") + ", -coalesce(e.min, 0), i, e AS value))).value AS experience";

    /** The degree that stands for the posting. */
    static final String DEGREE = "array_min(transform("
            + "filter(posting.degrees, d -> d.level IS NOT NULL), (d, i) -> struct("
            + Ranks.of(Modality.class, "d.modality") + ", " + Ranks.of(DegreeLevel.class, "d.level")
            + ", NOT d.orEquivalent, i, d AS value))).value AS degree";

    private static String company(String role) {
        return "get(filter(companies, c -> c.role = '" + role + "' AND c.companyId IS NOT NULL), 0).companyId";
    }

    private static String evidence(String of, String name) {
        return ("IF(%1$s IS NULL, NULL, named_struct('field', %1$s.field, 'start', %1$s.start, 'end', %1$s.end, 'rule_id',"
                        + " %1$s.ruleId)) AS %2$s")
                .formatted(of, name);
    }
}
