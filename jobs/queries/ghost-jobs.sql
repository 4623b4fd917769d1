-- Which companies advertise jobs that they seem not to fill?
--
-- How to read it: a vacancy is suspect when it was reposted twice or more, or when one of its ads was still seen more
-- than 180 days after it was posted.
-- Where it misleads: a repost may be a second opening, and a job that is hard to fill is not a false one: this is a list
-- to look at, not a verdict. Days open by themselves (days_open) would make a ghost of every ad that was seen once, long
-- ago, and that nobody looked for again: so only what a later dump shows counts. Fewer than five vacancies are left out.
WITH ads AS (
    SELECT
        vacancy_key,
        repost_no >= 2 AS is_reposted,
        last_seen_date > CAST(start_date + INTERVAL '180' DAY AS DATE) AS is_old
    FROM posting
),
lives AS (
    SELECT
        vacancy_key,
        max(CASE WHEN is_reposted THEN 1 ELSE 0 END) AS reposted,
        max(CASE WHEN is_old THEN 1 ELSE 0 END) AS old,
        max(CASE WHEN is_reposted OR is_old THEN 1 ELSE 0 END) AS suspect
    FROM ads
    GROUP BY vacancy_key
)
SELECT
    v.company,
    count(*) AS vacancies,
    sum(l.reposted) AS reposted_twice,
    sum(l.old) AS open_over_180_days,
    sum(l.suspect) AS suspect,
    round(100.0 * sum(l.suspect) / count(*), 1) AS suspect_percent
FROM vacancy AS v
JOIN lives AS l ON l.vacancy_key = v.vacancy_key
WHERE v.company_key <> 0
GROUP BY v.company_id, v.company
HAVING count(*) >= 5 AND sum(l.suspect) > 0
ORDER BY suspect_percent DESC, vacancies DESC, v.company;
