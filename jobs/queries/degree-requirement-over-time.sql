-- Which degree does an ad ask for at least, month by month?
--
-- How to read it: the lowest degree that is acceptable ("Bachelor's and 4 years, or Master's and 2" is a bachelor's);
-- or_equivalent counts those that accept experience instead of the degree.
-- Where it misleads: taking the highest degree named makes ads look more demanding than they are. An ad that states no
-- degree is not an ad that needs none: it is shown as NOT_STATED.
WITH equivalent AS (
    SELECT DISTINCT posting_key
    FROM posting_requirement
    WHERE requirement_type = 'EDUCATION' AND or_equivalent
),
months AS (
    SELECT start_month, count(*) AS vacancies
    FROM vacancy
    GROUP BY start_month
)
SELECT
    v.start_month AS month,
    CASE WHEN v.degree_min IS NOT NULL THEN v.degree_min
        WHEN v.degree_status = 'NOT_STATED' THEN 'NOT_STATED'
        ELSE 'LEVEL_NOT_STATED' END AS lowest_degree,
    count(*) AS vacancies,
    round(100.0 * count(*) / max(m.vacancies), 1) AS share_percent,
    count(e.posting_key) AS or_equivalent
FROM vacancy AS v
JOIN months AS m ON m.start_month = v.start_month
LEFT JOIN equivalent AS e ON e.posting_key = v.posting_key
GROUP BY 1, 2
ORDER BY month, vacancies DESC, lowest_degree;
