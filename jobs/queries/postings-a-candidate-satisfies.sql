-- Which open vacancies does a candidate satisfy?
--
-- Edit the parameters: the candidate's degree ('' for none), years, skills by their labels in dim_skill, and languages.
-- How to read it: requirements stand in groups of alternatives ("Bachelor's and 4 years, or Master's and 2 years"). An
-- alternative is met when all its rows are, a group when one of its alternatives is, a vacancy when all its required
-- groups are. groups_met counts those that could be judged; to_check those that nobody can judge by these parameters
-- (a clearance, a driving licence, a way of working).
-- groups_missing 1 or 2 shows near misses, too.
-- Where it misleads: comparing the years and the degree of fact_posting alone turns away those who satisfy another rung
-- of the ladder. Vacancies without any group that can be judged ask for nothing that was understood, and are left out.
-- What is only preferred or mentioned turns nobody away. "Or equivalent experience" is taken for met.
WITH parameters AS (
    SELECT
        'BACHELOR' AS degree,
        4 AS years,
        split('Python,SQL,Java,Git,Docker,Linux', ',') AS skills,
        split('en', ',') AS languages,
        0 AS groups_missing,
        split('HIGH_SCHOOL,VOCATIONAL,ASSOCIATE,BACHELOR,MASTER,DOCTORATE', ',') AS degrees
),
-- Each required row: 1 met, 0 not met, null where it cannot be judged.
judged AS (
    SELECT
        r.posting_key,
        r.group_no,
        r.alternative_no,
        CASE
            WHEN r.requirement_type = 'EDUCATION' AND r.or_equivalent THEN 1
            WHEN r.requirement_type = 'EDUCATION' AND coalesce(array_position(p.degrees, r.degree_level), 1)
                <= coalesce(array_position(p.degrees, p.degree), 0) THEN 1
            WHEN r.requirement_type = 'EDUCATION' THEN 0
            WHEN r.years_min > p.years THEN 0
            WHEN r.skill_key <> 0 THEN CASE WHEN array_contains(p.skills, r.skill) THEN 1 ELSE 0 END
            WHEN r.requirement_type = 'EXPERIENCE' AND r.years_min IS NOT NULL THEN 1
            WHEN r.requirement_type = 'LANGUAGE' THEN CASE WHEN array_contains(p.languages, r.human_language) THEN 1 ELSE 0 END
        END AS met
    FROM posting_requirement AS r
    CROSS JOIN parameters AS p
    WHERE r.modality = 'REQUIRED'
),
alternatives AS (
    SELECT
        posting_key,
        group_no,
        CASE WHEN min(met) = 0 THEN 0 WHEN count(met) = count(*) THEN 1 END AS met
    FROM judged
    GROUP BY posting_key, group_no, alternative_no
),
groups AS (
    SELECT
        posting_key,
        CASE WHEN max(met) = 1 THEN 1 WHEN count(met) = count(*) THEN 0 END AS met
    FROM alternatives
    GROUP BY posting_key, group_no
),
candidates AS (
    SELECT
        g.posting_key,
        count_if(g.met = 1) AS groups_met,
        count_if(g.met = 0) AS groups_not_met,
        count_if(g.met IS NULL) AS to_check
    FROM groups AS g
    GROUP BY g.posting_key
),
-- Of the copies of a vacancy that are open one.
open AS (
    SELECT
        posting_key,
        title,
        company,
        city,
        country_code,
        work_mode,
        url,
        row_number() OVER (PARTITION BY vacancy_key ORDER BY is_representative DESC, posting_key) AS copy_no
    FROM posting
    WHERE is_open
)
SELECT
    o.posting_key,
    o.title,
    o.company,
    o.city,
    o.country_code,
    o.work_mode,
    c.groups_met,
    c.groups_not_met,
    c.to_check,
    o.url
FROM candidates AS c
JOIN open AS o ON o.posting_key = c.posting_key
CROSS JOIN parameters AS p
WHERE o.copy_no = 1 AND c.groups_met > 0 AND c.groups_not_met <= p.groups_missing
ORDER BY c.groups_not_met, c.groups_met DESC, c.to_check, o.posting_key;
