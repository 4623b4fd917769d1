-- Which skills are asked for most, month by month?
--
-- How to read it: share is the part of that month's vacancies that name the skill. The month is the one in which the
-- ad was posted, or first seen where no date is stated. Skills named equally often stand in the order of the alphabet.
-- Where it misleads: dividing by rows of the bridge instead of by vacancies makes every share too small; counting ads
-- instead of vacancies counts a reposted ad again. Skills that are only mentioned count too: for demands alone, add
-- "AND s.modality = 'REQUIRED'".
WITH months AS (
    SELECT start_month, count(*) AS vacancies
    FROM vacancy
    GROUP BY start_month
),
counts AS (
    SELECT v.start_month, s.skill, count(*) AS n
    FROM vacancy AS v
    JOIN posting_skill AS s ON s.posting_key = v.posting_key
    GROUP BY v.start_month, s.skill
),
ranked AS (
    SELECT
        c.start_month,
        c.skill,
        c.n,
        m.vacancies,
        row_number() OVER (PARTITION BY c.start_month ORDER BY c.n DESC, c.skill) AS place
    FROM counts AS c
    JOIN months AS m ON m.start_month = c.start_month
)
SELECT
    start_month AS month,
    place,
    skill,
    n AS vacancies,
    round(100.0 * n / vacancies, 1) AS share_percent
FROM ranked
WHERE place <= 20
ORDER BY month DESC, place;
