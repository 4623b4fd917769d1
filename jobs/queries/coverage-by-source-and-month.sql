-- How far may I trust a chart? What is known of each field, by source and month of the dumps.
--
-- How to read it: share_percent of the ads of that source that were first seen in that month, by what became of the
-- field: STRUCTURED (a field of the source), PARSED (read from the text), NOT_STATED, STATED_WITHOUT_VALUE
-- ("competitive"), UNPARSED (stated, not understood), CONFLICT (two statements disagree). The field "record" says how
-- many of the records read became no ad at all.
-- Where it misleads: a field that is seldom stated is not one that is badly read; UNPARSED and CONFLICT say that. A
-- step from one month to the next is mostly another source or another format, not the labour market.
WITH fields AS (
    SELECT field
    FROM (VALUES ('title'), ('company'), ('location'), ('occupation'), ('seniority'), ('work_mode'), ('employment_type'),
        ('salary'), ('experience'), ('degree'), ('skills'), ('language'), ('posted_date')) AS t (field)
),
statuses AS (
    SELECT
        p.source,
        CAST(date_trunc('month', p.first_seen_date) AS DATE) AS month,
        f.field,
        CASE f.field
            WHEN 'salary' THEN p.salary_status
            WHEN 'experience' THEN p.experience_status
            WHEN 'degree' THEN p.degree_status
            WHEN 'work_mode' THEN coalesce(p.work_mode_status, 'NOT_STATED')
            WHEN 'title' THEN CASE WHEN p.title IS NULL THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'company' THEN CASE WHEN p.company_key = 0 THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'location' THEN CASE WHEN p.location_key = 0 THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'occupation' THEN CASE WHEN p.occupation_code IS NULL THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'seniority' THEN CASE WHEN p.seniority IS NULL THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'employment_type' THEN CASE WHEN CAST(p.employment_types AS STRING) = '[]' THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'skills' THEN CASE WHEN p.n_skills = 0 THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'language' THEN CASE WHEN p.language IS NULL THEN 'NOT_STATED' ELSE 'STATED' END
            WHEN 'posted_date' THEN CASE WHEN p.posted_date IS NULL THEN 'NOT_STATED' ELSE 'STATED' END
        END AS status
    FROM posting AS p
    CROSS JOIN fields AS f
),
records AS (
    SELECT
        s.name AS source,
        CAST(date_trunc('month', l.as_of_date) AS DATE) AS month,
        sum(l.quarantined) AS quarantined,
        sum(l.records_read) AS records
    FROM load_file AS l
    JOIN dim_source AS s ON s.source_key = l.source_key
    GROUP BY 1, 2
)
SELECT
    source,
    month,
    field,
    status,
    count(*) AS n,
    round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY source, month, field), 1) AS share_percent
FROM statuses
GROUP BY source, month, field, status
UNION ALL
SELECT source, month, 'record', 'QUARANTINED', quarantined, round(100.0 * quarantined / records, 1)
FROM records
WHERE records > 0
ORDER BY source, month, field, status;
