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
    c.company_id,
    c.name AS company,
    c.industry,
    c.is_agency,
    p.location_key,
    l.city,
    l.region,
    p.country_code,
    l.country,
    p.work_mode,
    p.work_mode_status,
    p.employment_types,
    p.remote_regions,
    p.posted_date,
    p.first_seen_date,
    p.last_seen_date,
    p.valid_through_date,
    p.closed_date,
    p.close_reason,
    p.is_open,
    p.days_open,
    p.opened_date AS start_date,
    CAST(date_trunc('month', p.opened_date) AS DATE) AS start_month,
    CAST(date_trunc('quarter', p.opened_date) AS DATE) AS start_quarter,
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
    p.degree_or_equivalent,
    p.language,
    p.n_skills,
    p.n_requirements,
    d.group_key AS vacancy_key,
    d.duplicate_type,
    d.is_representative,
    d.group_size,
    d.repost_no,
    d.repost_gap_days
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

-- One row an ad whose headline pay is a base pay with currency and period: the bounds and their middle as a year's pay.
CREATE OR REPLACE TEMPORARY VIEW posting_pay AS
SELECT
    posting_key,
    currency,
    period,
    is_period_inferred,
    annual_min,
    annual_max,
    CAST(coalesce((annual_min + annual_max) / 2, annual_min, annual_max) AS DOUBLE) AS annual
FROM fact_posting_salary
WHERE is_headline AND kind = 'BASE' AND currency IS NOT NULL AND coalesce(annual_min, annual_max) IS NOT NULL;

-- One row a company of an ad in one role.
CREATE OR REPLACE TEMPORARY VIEW posting_company AS
SELECT
    b.posting_key,
    b.company_key,
    b.role,
    c.company_id,
    c.name AS company,
    c.industry,
    c.is_agency,
    b.raw_text
FROM bridge_posting_company AS b
JOIN dim_company AS c ON c.company_key = b.company_key;

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
    CASE WHEN r.skill_key <> 0 THEN k.label END AS skill,
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
JOIN dim_requirement AS r ON r.requirement_key = b.requirement_key
JOIN dim_skill AS k ON k.skill_key = r.skill_key;

-- One row a value of an ad that was read from it: which part it was read from (field), where in that part (UTF-16
-- offsets), and by which rule. jobs/queries/why.sql shows the words.
CREATE OR REPLACE TEMPORARY VIEW posting_evidence AS
SELECT posting_key, 'seniority' AS value_of, seniority AS value, seniority_evidence.field AS field,
    seniority_evidence.start AS evidence_start, seniority_evidence.end AS evidence_end, seniority_evidence.rule_id AS rule_id
FROM fact_posting WHERE seniority_evidence IS NOT NULL
UNION ALL
SELECT posting_key, 'occupation', occupation_code, occupation_evidence.field,
    occupation_evidence.start, occupation_evidence.end, occupation_evidence.rule_id
FROM fact_posting WHERE occupation_evidence IS NOT NULL
UNION ALL
SELECT posting_key, 'work_mode', work_mode, work_mode_evidence.field,
    work_mode_evidence.start, work_mode_evidence.end, work_mode_evidence.rule_id
FROM fact_posting WHERE work_mode_evidence IS NOT NULL
UNION ALL
SELECT posting_key, 'experience', concat_ws(' to ', CAST(experience_years_min AS STRING), CAST(experience_years_max AS STRING)),
    experience_evidence.field, experience_evidence.start, experience_evidence.end, experience_evidence.rule_id
FROM fact_posting WHERE experience_evidence IS NOT NULL
UNION ALL
SELECT posting_key, 'degree', degree_min, degree_evidence.field,
    degree_evidence.start, degree_evidence.end, degree_evidence.rule_id
FROM fact_posting WHERE degree_evidence IS NOT NULL
UNION ALL
SELECT posting_key, 'pay', concat_ws(' ', kind, CAST(min_amount AS STRING), CAST(max_amount AS STRING), currency, period),
    evidence_field, evidence_start, evidence_end, rule_id
FROM fact_posting_salary
UNION ALL
SELECT b.posting_key, 'skill', concat_ws(' ', k.label, b.modality), b.evidence_field, b.evidence_start, b.evidence_end, b.rule_id
FROM bridge_posting_skill AS b
JOIN dim_skill AS k ON k.skill_key = b.skill_key
UNION ALL
SELECT b.posting_key, 'place', concat_ws(' ', l.name, b.role), b.evidence_field, b.evidence_start, b.evidence_end, b.rule_id
FROM bridge_posting_location AS b
JOIN dim_location AS l ON l.location_key = b.location_key
UNION ALL
SELECT b.posting_key, 'company', concat_ws(' ', c.name, b.role), b.evidence_field, b.evidence_start, b.evidence_end, b.rule_id
FROM bridge_posting_company AS b
JOIN dim_company AS c ON c.company_key = b.company_key
UNION ALL
SELECT b.posting_key, 'requirement', concat_ws(' ', r.requirement_type, r.label, b.modality), b.evidence_field, b.evidence_start,
    b.evidence_end, b.rule_id
FROM bridge_posting_requirement AS b
JOIN dim_requirement AS r ON r.requirement_key = b.requirement_key;
