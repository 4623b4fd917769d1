-- Which open vacancies does a candidate satisfy?
--
-- Edit the parameters (degree: 0 none, 1 HIGH_SCHOOL, 2 VOCATIONAL, 3 ASSOCIATE, 4 BACHELOR, 5 MASTER, 6 DOCTORATE),
-- the skills that the candidate has, by their labels in dim_skill, and the languages that the candidate speaks.
-- How to read it: requirements stand in groups of alternatives ("Bachelor's and 4 years, or Master's and 2 years"). An
-- alternative is met when all its rows are, a group when one of its alternatives is, a vacancy when all its required
-- groups are. groups_met counts those that could be judged; to_check those that nobody can judge by these parameters
-- (a clearance, a driving licence, a way of working).
-- groups_missing 1 or 2 shows near misses, too.
-- Where it misleads: comparing the years and the degree of fact_posting alone turns away those who satisfy another rung
-- of the ladder. Vacancies without any group that can be judged ask for nothing that was understood, and are left out.
-- What is only preferred or mentioned turns nobody away. "Or equivalent experience" is taken for met.
WITH parameters AS (
    SELECT 4 AS degree, 4 AS years, 0 AS groups_missing
),
skills AS (
    SELECT skill
    FROM (VALUES ('Python'), ('SQL'), ('Java'), ('Git'), ('Docker'), ('Linux')) AS t (skill)
),
languages AS (
    SELECT human_language
    FROM (VALUES ('en')) AS t (human_language)
),
levels AS (
    SELECT degree_level, degree
    FROM (VALUES ('HIGH_SCHOOL', 1), ('VOCATIONAL', 2), ('ASSOCIATE', 3), ('BACHELOR', 4), ('MASTER', 5), ('DOCTORATE', 6))
        AS t (degree_level, degree)
),
-- Each required row: 1 met, 0 not met, null where it cannot be judged.
judged AS (
    SELECT
        r.posting_key,
        r.group_no,
        r.alternative_no,
        CASE
            WHEN r.requirement_type = 'EDUCATION' AND r.or_equivalent THEN 1
            WHEN r.requirement_type = 'EDUCATION' THEN CASE WHEN coalesce(d.degree, 1) <= p.degree THEN 1 ELSE 0 END
            WHEN r.years_min > p.years THEN 0
            WHEN r.skill_key <> 0 THEN CASE WHEN s.skill IS NOT NULL THEN 1 ELSE 0 END
            WHEN r.requirement_type = 'EXPERIENCE' AND r.years_min IS NOT NULL THEN 1
            WHEN r.requirement_type = 'LANGUAGE' THEN CASE WHEN l.human_language IS NOT NULL THEN 1 ELSE 0 END
        END AS met
    FROM posting_requirement AS r
    CROSS JOIN parameters AS p
    LEFT JOIN levels AS d ON d.degree_level = r.degree_level
    LEFT JOIN dim_skill AS k ON k.skill_key = r.skill_key
    LEFT JOIN skills AS s ON lower(s.skill) = lower(k.label)
    LEFT JOIN languages AS l ON l.human_language = r.human_language
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
        sum(CASE WHEN g.met = 1 THEN 1 ELSE 0 END) AS groups_met,
        sum(CASE WHEN g.met = 0 THEN 1 ELSE 0 END) AS groups_not_met,
        sum(CASE WHEN g.met IS NULL THEN 1 ELSE 0 END) AS to_check
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
