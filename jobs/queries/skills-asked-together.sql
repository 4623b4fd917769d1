-- Which skills are asked for together more often than chance would have it?
--
-- How to read it: lift 3 means that the pair stands together three times as often as if the two were independent,
-- among the vacancies that name any skill at all.
-- Where it misleads: lift explodes for rare skills, so pairs below five vacancies, or below one in two hundred, are left out;
-- ads that list everything (more than forty skills) pair all with all, so they are left out too.
WITH listed AS (
    SELECT s.posting_key, s.skill
    FROM posting_skill AS s
    JOIN vacancy AS v ON v.posting_key = s.posting_key
    WHERE v.n_skills <= 40
),
total AS (
    SELECT count(DISTINCT posting_key) AS vacancies FROM listed
),
single AS (
    SELECT skill, count(*) AS n
    FROM listed
    GROUP BY skill
    HAVING count(*) >= 5
),
pairs AS (
    SELECT a.skill AS skill, b.skill AS with_skill, count(*) AS n
    FROM listed AS a
    JOIN listed AS b ON b.posting_key = a.posting_key AND a.skill < b.skill
    GROUP BY a.skill, b.skill
)
SELECT
    p.skill,
    p.with_skill,
    p.n AS vacancies,
    round(1.0 * p.n * t.vacancies / (x.n * y.n), 2) AS lift
FROM pairs AS p
JOIN single AS x ON x.skill = p.skill
JOIN single AS y ON y.skill = p.with_skill
CROSS JOIN total AS t
WHERE p.n >= greatest(5, t.vacancies / 200)
ORDER BY lift DESC, vacancies DESC, p.skill, p.with_skill
LIMIT 100;
