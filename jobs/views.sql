-- What analysts start from: names instead of keys, at most three joins for any everyday question.
-- The same text runs in Spark SQL and in DuckDB, over tables registered by their own names.

-- One row an ad, as it was last seen.
CREATE OR REPLACE TEMPORARY VIEW posting AS
SELECT
    p.posting_key,
    p.posting_id,
    p.url,
    s.name AS source,
    p.title,
    p.seniority,
    p.occupation_code,
    p.company_key,
    c.name AS company,
    c.industry,
    c.is_agency,
    p.location_key,
    l.city,
    l.region,
    p.country_code,
    l.country,
    p.work_mode,
    p.employment_types,
    p.remote_regions,
    p.posted_date,
    p.first_seen_date,
    p.last_seen_date,
    p.closed_date,
    p.is_open,
    p.days_open,
    coalesce(p.posted_date, p.first_seen_date) AS start_date,
    CAST(date_trunc('month', coalesce(p.posted_date, p.first_seen_date)) AS DATE) AS start_month,
    p.salary_status,
    p.salary_currency,
    p.salary_period,
    p.salary_min,
    p.salary_max,
    p.salary_annual_min,
    p.salary_annual_max,
    p.experience_status,
    p.experience_years_min,
    p.experience_years_max,
    p.degree_status,
    p.degree_min,
    p.language,
    p.n_skills,
    p.n_requirements,
    d.group_key AS vacancy_key,
    d.duplicate_type,
    d.is_representative,
    d.group_size
FROM fact_posting AS p
JOIN dim_source AS s ON s.source_key = p.source_key
JOIN dim_company AS c ON c.company_key = p.company_key
JOIN dim_location AS l ON l.location_key = p.location_key
JOIN bridge_posting_duplicate AS d ON d.posting_key = p.posting_key;

-- One row a vacancy: of ads that are copies of one another only the representative.
CREATE OR REPLACE TEMPORARY VIEW vacancy AS
SELECT *
FROM posting
WHERE is_representative;

-- One row a skill of an ad.
CREATE OR REPLACE TEMPORARY VIEW posting_skill AS
SELECT
    b.posting_key,
    b.skill_key,
    k.label AS skill,
    k.category,
    k.kind,
    b.modality,
    b.surface,
    b.n_mentions,
    b.in_title,
    b.years_min
FROM bridge_posting_skill AS b
JOIN dim_skill AS k ON k.skill_key = b.skill_key;

-- One row a place of an ad in one role.
CREATE OR REPLACE TEMPORARY VIEW posting_location AS
SELECT
    b.posting_key,
    b.location_key,
    b.role,
    b.is_primary,
    l.name AS place,
    l.city,
    l.region,
    l.country_code,
    l.country,
    l.precision,
    b.raw_text,
    b.value_status
FROM bridge_posting_location AS b
JOIN dim_location AS l ON l.location_key = b.location_key;

-- One row a requirement of an ad. Rows of one group and one alternative belong together (AND); other alternatives of
-- the group are other ways to satisfy it (OR).
CREATE OR REPLACE TEMPORARY VIEW posting_requirement AS
SELECT
    b.posting_key,
    b.requirement_no,
    b.group_no,
    b.alternative_no,
    b.modality,
    r.requirement_type,
    r.label,
    r.skill_key,
    r.years_min,
    r.years_max,
    r.degree_level,
    r.field_of_study,
    r.or_equivalent,
    r.human_language,
    r.proficiency,
    b.line_no,
    b.text,
    b.section
FROM bridge_posting_requirement AS b
JOIN dim_requirement AS r ON r.requirement_key = b.requirement_key;
