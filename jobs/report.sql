-- What "jobmart report" asks of a snapshot, one statement a table of the page. Each result is small, whatever the size
-- of the warehouse. The statements run in Spark and in DuckDB over the views of jobs/views.sql, so that any of them can
-- be asked by hand and carried further.

-- [totals] The warehouse in one row.
SELECT
    count(*) AS ads,
    count_if(d.is_representative) AS vacancies,
    count_if(p.is_open) AS open,
    count_if(d.repost_no > 0) AS reposts,
    count(DISTINCT nullif(p.company_key, 0)) AS companies,
    count(DISTINCT nullif(p.location_key, 0)) AS places,
    count(DISTINCT p.source_key) AS sources,
    min(p.first_seen_date) AS first_day,
    max(p.last_seen_date) AS last_day,
    (SELECT sum(records_read) FROM load_file) AS records
FROM fact_posting AS p
JOIN bridge_posting_duplicate AS d ON d.posting_key = p.posting_key;

-- [dumps] What the dumps of each day held; the last 60 days that have any.
SELECT
    as_of_date,
    count(*) AS files,
    sum(records_read) AS records,
    sum(postings) AS postings,
    sum(repeated) AS repeated,
    sum(quarantined) AS quarantined
FROM load_file
GROUP BY as_of_date
ORDER BY as_of_date DESC
LIMIT 60;

-- [volume] Ads by the month in which they opened and by source: the last 36 months, the five largest sources.
WITH months AS (
    SELECT source_key, CAST(date_trunc('month', opened_date) AS DATE) AS month, count(*) AS ads
    FROM fact_posting
    GROUP BY 1, 2
),
sources AS (
    SELECT source_key, row_number() OVER (ORDER BY sum(ads) DESC, source_key) AS place
    FROM months
    GROUP BY source_key
),
latest AS (
    SELECT max(month) AS month
    FROM months
)
SELECT
    m.month,
    CASE WHEN s.place <= 5 THEN n.name ELSE 'other sources' END AS source,
    sum(m.ads) AS ads
FROM months AS m
JOIN sources AS s ON s.source_key = m.source_key
JOIN dim_source AS n ON n.source_key = m.source_key
CROSS JOIN latest AS l
WHERE m.month > l.month - INTERVAL '36' MONTH
GROUP BY 1, 2
ORDER BY m.month, min(s.place);

-- [stock] Ads open at the end of each month, and how many of them were new in it: the last 36 months.
SELECT
    month_end_date,
    count(*) AS open,
    count_if(is_new_in_month) AS new
FROM fact_open_posting
GROUP BY month_end_date
ORDER BY month_end_date DESC
LIMIT 36;

-- [ends] How ads ended, with the median of the days that they were open. Of those still open, so far.
SELECT
    coalesce(close_reason, 'still open') AS ending,
    count(*) AS ads,
    median(days_open) AS median_days_open
FROM fact_posting
GROUP BY close_reason
ORDER BY ads DESC, ending;

-- [coverage] What became of each field, as shares of the ads: of all sources together (source is null) and of each of
-- the twelve largest.
WITH sources AS (
    SELECT s.name AS source, count(*) AS ads, row_number() OVER (ORDER BY count(*) DESC, s.name) AS place
    FROM fact_posting AS p
    JOIN dim_source AS s ON s.source_key = p.source_key
    GROUP BY s.name
),
measured AS (
    SELECT
        replace(metric, 'coverage.', '') AS field,
        regexp_extract(slice, '^source=(.*);status=[A-Z_]+$', 1) AS source,
        regexp_extract(slice, ';status=([A-Z_]+)$', 1) AS status,
        value AS share
    FROM quality_metric
    WHERE metric LIKE 'coverage.%'
)
SELECT 0 AS place, CAST(NULL AS STRING) AS source, sum(s.ads) AS ads, m.field, m.status,
    sum(m.share * s.ads) / (SELECT sum(ads) FROM sources) AS share
FROM measured AS m
JOIN sources AS s ON s.source = m.source
GROUP BY m.field, m.status
UNION ALL
SELECT s.place, s.source, s.ads, m.field, m.status, m.share
FROM measured AS m
JOIN sources AS s ON s.source = m.source
WHERE s.place <= 12
ORDER BY place, field, status;

-- [coverage_drift] Fields of a source that are known of more or fewer of its ads than in the snapshot before: the
-- twenty largest changes, of half a point at least.
WITH measured AS (
    SELECT 1 AS now, metric, slice, value
    FROM quality_metric
    UNION ALL
    SELECT 0, metric, slice, value
    FROM quality_metric_before
),
known AS (
    SELECT
        regexp_extract(slice, '^source=(.*);status=[A-Z_]+$', 1) AS source,
        replace(metric, 'coverage.', '') AS field,
        max(now) AS is_now,
        min(now) AS is_only_now,
        sum(CASE WHEN now = 0 AND regexp_extract(slice, ';status=([A-Z_]+)$', 1) IN ('STATED', 'STRUCTURED', 'PARSED')
            THEN value ELSE 0 END) AS before,
        sum(CASE WHEN now = 1 AND regexp_extract(slice, ';status=([A-Z_]+)$', 1) IN ('STATED', 'STRUCTURED', 'PARSED')
            THEN value ELSE 0 END) AS after
    FROM measured
    WHERE metric LIKE 'coverage.%'
    GROUP BY 1, 2
)
SELECT source, field, before, after, after - before AS change
FROM known
WHERE is_now = 1 AND is_only_now = 0 AND abs(after - before) >= 0.005
ORDER BY abs(after - before) DESC, source, field
LIMIT 20;

-- [skill_drift] Shares of the vacancies that name a skill, now and in the snapshot before: the fifteen largest changes,
-- of a tenth of a point at least, among skills that one vacancy in a hundred names now or named before.
WITH named AS (
    SELECT 1 AS now, s.skill_key
    FROM bridge_posting_skill AS s
    JOIN bridge_posting_duplicate AS v ON v.posting_key = s.posting_key
    WHERE v.is_representative
    UNION ALL
    SELECT 0, s.skill_key
    FROM bridge_posting_skill_before AS s
    JOIN bridge_posting_duplicate_before AS v ON v.posting_key = s.posting_key
    WHERE v.is_representative
),
totals AS (
    SELECT
        (SELECT nullif(count(*), 0) FROM bridge_posting_duplicate_before WHERE is_representative) AS before,
        (SELECT nullif(count(*), 0) FROM bridge_posting_duplicate WHERE is_representative) AS after
),
shares AS (
    SELECT
        n.skill_key,
        CAST(count_if(n.now = 0) AS DOUBLE) / max(t.before) AS before,
        CAST(count_if(n.now = 1) AS DOUBLE) / max(t.after) AS after
    FROM named AS n
    CROSS JOIN totals AS t
    GROUP BY n.skill_key
)
SELECT k.label AS skill, s.before, s.after, s.after - s.before AS change
FROM shares AS s
JOIN dim_skill AS k ON k.skill_key = s.skill_key
WHERE greatest(s.before, s.after) >= 0.01 AND abs(s.after - s.before) >= 0.001
ORDER BY abs(s.after - s.before) DESC, skill
LIMIT 15;

-- [pay_drift] The median of the headline base pay now and in the snapshot before, by currency and period: the twelve
-- largest groups of five vacancies or more in both.
WITH amounts AS (
    SELECT 1 AS now, s.currency, s.period,
        CAST(coalesce((s.min_amount + s.max_amount) / 2, s.min_amount, s.max_amount) AS DOUBLE) AS amount
    FROM fact_posting_salary AS s
    JOIN bridge_posting_duplicate AS v ON v.posting_key = s.posting_key AND v.is_representative
    WHERE s.is_headline AND s.kind = 'BASE' AND s.currency IS NOT NULL AND s.period IS NOT NULL
    UNION ALL
    SELECT 0, s.currency, s.period,
        CAST(coalesce((s.min_amount + s.max_amount) / 2, s.min_amount, s.max_amount) AS DOUBLE)
    FROM fact_posting_salary_before AS s
    JOIN bridge_posting_duplicate_before AS v ON v.posting_key = s.posting_key AND v.is_representative
    WHERE s.is_headline AND s.kind = 'BASE' AND s.currency IS NOT NULL AND s.period IS NOT NULL
),
medians AS (
    SELECT
        currency,
        period,
        count(CASE WHEN now = 0 THEN amount END) AS vacancies_before,
        count(CASE WHEN now = 1 THEN amount END) AS vacancies,
        median(CASE WHEN now = 0 THEN amount END) AS before,
        median(CASE WHEN now = 1 THEN amount END) AS after
    FROM amounts
    GROUP BY currency, period
)
SELECT currency, period, vacancies_before, vacancies, before, after, after / before - 1 AS change
FROM medians
WHERE vacancies_before >= 5 AND vacancies >= 5 AND before > 0
ORDER BY vacancies DESC, currency, period
LIMIT 12;

-- [quarantine] Records that could not become a posting, by reason, with one of them each to look at.
SELECT
    reason,
    count(*) AS records,
    count(DISTINCT file_key) AS files,
    min(concat_ws(' ', source_file, source_record)) AS example
FROM quarantine
GROUP BY reason
ORDER BY records DESC, reason;

-- [quarantine_by_source] The share of a source's records that could not be read: the twelve sources with the most.
SELECT
    s.name AS source,
    sum(l.records_read) AS records,
    sum(l.quarantined) AS quarantined,
    CAST(sum(l.quarantined) AS DOUBLE) / sum(l.records_read) AS share
FROM load_file AS l
JOIN dim_source AS s ON s.source_key = l.source_key
GROUP BY s.name
HAVING sum(l.quarantined) > 0
ORDER BY quarantined DESC, source
LIMIT 12;

-- [issues] What is doubtful in postings that were read.
SELECT issue, severity, count(DISTINCT posting_key) AS ads
FROM posting_issue
GROUP BY issue, severity
ORDER BY ads DESC, issue
LIMIT 15;

-- [skills] The twenty skills that most vacancies name, by how strongly they ask.
SELECT
    s.skill,
    count(*) AS vacancies,
    count_if(s.modality = 'REQUIRED') AS required,
    count_if(s.modality = 'PREFERRED') AS preferred,
    count_if(s.modality = 'MENTIONED') AS mentioned
FROM bridge_posting_duplicate AS v
JOIN posting_skill AS s ON s.posting_key = v.posting_key
WHERE v.is_representative
GROUP BY s.skill_key, s.skill
ORDER BY vacancies DESC, s.skill
LIMIT 20;

-- [companies] The fifteen companies with most vacancies.
SELECT company, count(*) AS vacancies, max(CASE WHEN is_agency THEN 'agency' ELSE '' END) AS kind
FROM vacancy
WHERE company_key <> 0
GROUP BY company_id, company
ORDER BY vacancies DESC, company
LIMIT 15;

-- [places] The fifteen towns with most vacancies, as work sites.
SELECT city, country_code, count(*) AS vacancies
FROM vacancy
WHERE city IS NOT NULL
GROUP BY location_key, city, country_code
ORDER BY vacancies DESC, city, country_code
LIMIT 15;

-- [countries] The twelve countries with most vacancies, by work mode.
SELECT
    coalesce(country, 'not stated') AS country,
    count(*) AS vacancies,
    count_if(work_mode = 'REMOTE') AS remote,
    count_if(work_mode = 'HYBRID') AS hybrid,
    count_if(work_mode = 'ONSITE') AS on_site,
    count_if(work_mode = 'NOT_STATED') AS not_stated
FROM vacancy
GROUP BY country
ORDER BY vacancies DESC, country
LIMIT 12;

-- [pay] Base pay as stated: the middle of the headline range, by currency and period, never converted. Groups of five
-- vacancies or more, the twelve largest.
WITH amounts AS (
    SELECT
        s.currency,
        s.period,
        CAST(coalesce((s.min_amount + s.max_amount) / 2, s.min_amount, s.max_amount) AS DOUBLE) AS amount
    FROM fact_posting_salary AS s
    JOIN bridge_posting_duplicate AS v ON v.posting_key = s.posting_key AND v.is_representative
    WHERE s.is_headline AND s.kind = 'BASE' AND s.currency IS NOT NULL AND s.period IS NOT NULL
)
SELECT
    currency,
    period,
    count(amount) AS vacancies,
    percentile_cont(0.1) WITHIN GROUP (ORDER BY amount) AS tenth,
    percentile_cont(0.25) WITHIN GROUP (ORDER BY amount) AS quarter,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS median,
    percentile_cont(0.75) WITHIN GROUP (ORDER BY amount) AS three_quarters,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY amount) AS nine_tenths
FROM amounts
GROUP BY currency, period
HAVING count(amount) >= 5
ORDER BY vacancies DESC, currency, period
LIMIT 12;

-- [pay_histogram] The same amounts in sixteen steps between the 2nd and the 98th hundredth; what lies beyond stands in
-- the first and the last. The six largest groups, of twenty vacancies or more.
WITH amounts AS (
    SELECT
        s.currency,
        s.period,
        CAST(coalesce((s.min_amount + s.max_amount) / 2, s.min_amount, s.max_amount) AS DOUBLE) AS amount
    FROM fact_posting_salary AS s
    JOIN bridge_posting_duplicate AS v ON v.posting_key = s.posting_key AND v.is_representative
    WHERE s.is_headline AND s.kind = 'BASE' AND s.currency IS NOT NULL AND s.period IS NOT NULL
),
bounds AS (
    SELECT
        currency,
        period,
        count(amount) AS n,
        percentile_cont(0.02) WITHIN GROUP (ORDER BY amount) AS low,
        percentile_cont(0.98) WITHIN GROUP (ORDER BY amount) AS high,
        row_number() OVER (ORDER BY count(amount) DESC, currency, period) AS place
    FROM amounts
    GROUP BY currency, period
    HAVING count(amount) >= 20
)
SELECT
    b.place,
    a.currency,
    a.period,
    b.low,
    b.high,
    CAST(least(greatest(floor((a.amount - b.low) / (b.high - b.low) * 16), 0), 15) AS INT) AS step,
    count(*) AS vacancies
FROM amounts AS a
JOIN bounds AS b ON b.currency = a.currency AND b.period = a.period
WHERE b.place <= 6 AND b.high > b.low
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY place, step;

-- [duplicates] Ads by how they relate to the ad that stands for their vacancy, and how that was found.
SELECT
    duplicate_type,
    coalesce(method, 'none') AS method,
    count(*) AS ads,
    count_if(NOT is_representative) AS copies,
    max(group_size) AS largest_group
FROM bridge_posting_duplicate
GROUP BY 1, 2
ORDER BY ads DESC, duplicate_type, method;
