-- Which companies advertise jobs that they seem not to fill?
--
-- How to read it: a vacancy is suspect when it was reposted twice or more, or when one of its ads stood open for more
-- than 180 days.
-- Where it misleads: a repost may be a second opening, and a job that is hard to fill is not a false one: this is a list
-- to look at, not a verdict. Sources that never close an ad make all of theirs old. Fewer than five vacancies are left
-- out.
WITH lives AS (
    SELECT
        vacancy_key,
        max(repost_no) AS reposts,
        max(days_open) AS days_open
    FROM posting
    GROUP BY vacancy_key
)
SELECT
    v.company,
    count(*) AS vacancies,
    sum(CASE WHEN l.reposts >= 2 THEN 1 ELSE 0 END) AS reposted_twice,
    sum(CASE WHEN l.days_open > 180 THEN 1 ELSE 0 END) AS open_over_180_days,
    sum(CASE WHEN l.reposts >= 2 OR l.days_open > 180 THEN 1 ELSE 0 END) AS suspect,
    round(100.0 * sum(CASE WHEN l.reposts >= 2 OR l.days_open > 180 THEN 1 ELSE 0 END) / count(*), 1) AS suspect_percent
FROM vacancy AS v
JOIN lives AS l ON l.vacancy_key = v.vacancy_key
WHERE v.company_key <> 0
GROUP BY v.company_id, v.company
HAVING count(*) >= 5 AND sum(CASE WHEN l.reposts >= 2 OR l.days_open > 180 THEN 1 ELSE 0 END) > 0
ORDER BY suspect_percent DESC, vacancies DESC, v.company;
