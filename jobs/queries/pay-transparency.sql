-- How many ads say what they pay, by region and month?
--
-- How to read it: the four shares add up to 100: a number; words alone ("competitive"); something on pay that could not
-- be read; silence.
-- Where it misleads: "competitive" is no transparency, and silence is not "competitive": joining them hides what a law
-- on pay changes. Texts that are cut off lose their pay line: compare sources before regions. Region is null where the
-- ad names only a country; fewer than five vacancies are left out.
SELECT
    start_month AS month,
    country_code,
    region,
    count(*) AS vacancies,
    round(100.0 * sum(CASE WHEN coalesce(salary_min, salary_max) IS NOT NULL THEN 1 ELSE 0 END) / count(*), 1)
        AS number_percent,
    round(100.0 * sum(CASE WHEN coalesce(salary_min, salary_max) IS NULL AND salary_status = 'STATED_WITHOUT_VALUE'
        THEN 1 ELSE 0 END) / count(*), 1) AS words_percent,
    round(100.0 * sum(CASE WHEN coalesce(salary_min, salary_max) IS NULL
        AND salary_status NOT IN ('STATED_WITHOUT_VALUE', 'NOT_STATED') THEN 1 ELSE 0 END) / count(*), 1)
        AS unread_percent,
    round(100.0 * sum(CASE WHEN coalesce(salary_min, salary_max) IS NULL AND salary_status = 'NOT_STATED'
        THEN 1 ELSE 0 END) / count(*), 1) AS silent_percent
FROM vacancy
GROUP BY start_month, country_code, region
HAVING count(*) >= 5
ORDER BY month, country_code NULLS LAST, region NULLS LAST;
