-- Which companies ask for a skill this quarter that they never asked for before?
--
-- Edit the parameters: first_day is the first day of the quarter, here that of the newest ad.
-- How to read it: the company had ads before that day, none of which asked for the skill; vacancies counts those since
-- then that do, earlier_vacancies what the claim rests on.
-- Where it misleads: a company's first ads ask for everything for the first time, so companies with fewer than three
-- earlier vacancies are left out; the fewer there are, the more chance there is in "never before". A source that is new
-- in the warehouse makes its companies look new, and its words, too. Skills that are only mentioned do not count now,
-- but count as known before.
WITH parameters AS (
    SELECT max(start_quarter) AS first_day, 3 AS least_earlier_vacancies
    FROM vacancy
),
companies AS (
    SELECT v.company_id, max(v.company) AS company, count(*) AS earlier_vacancies
    FROM vacancy AS v
    JOIN parameters AS p ON v.start_date < p.first_day
    WHERE v.company_key <> 0
    GROUP BY v.company_id, p.least_earlier_vacancies
    HAVING count(*) >= p.least_earlier_vacancies
),
demand AS (
    SELECT
        v.company_id,
        s.skill,
        sum(CASE WHEN v.start_date < p.first_day THEN 1 ELSE 0 END) AS before,
        sum(CASE WHEN v.start_date >= p.first_day AND s.modality <> 'MENTIONED' THEN 1 ELSE 0 END) AS now,
        min(CASE WHEN v.start_date >= p.first_day AND s.modality <> 'MENTIONED' THEN v.start_date END) AS first_asked
    FROM vacancy AS v
    JOIN posting_skill AS s ON s.posting_key = v.posting_key
    CROSS JOIN parameters AS p
    GROUP BY v.company_id, s.skill
)
SELECT
    c.company,
    d.skill,
    d.now AS vacancies,
    d.first_asked,
    c.earlier_vacancies
FROM demand AS d
JOIN companies AS c ON c.company_id = d.company_id
WHERE d.before = 0 AND d.now > 0
ORDER BY vacancies DESC, earlier_vacancies DESC, c.company, d.skill;
