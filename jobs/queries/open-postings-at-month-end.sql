-- How many vacancies were open at each month's end, and how many of them were new, by country and occupation?
--
-- How to read it: a stock, not a flow: a vacancy that is open for three months counts three times. It is new when none
-- of its ads was open before that month. Occupations are ISCO-08 codes; their first digits are larger groups.
-- Where it misleads: the stock of months before the first dump holds only what was still open at that dump, so old
-- months look too small. Summing the months counts vacancies again and again.
WITH open AS (
    SELECT
        o.month_end_date,
        p.vacancy_key,
        min(CASE WHEN o.is_new_in_month THEN 1 ELSE 0 END) AS is_new
    FROM fact_open_posting AS o
    JOIN posting AS p ON p.posting_key = o.posting_key
    GROUP BY o.month_end_date, p.vacancy_key
)
SELECT
    o.month_end_date,
    v.country_code,
    v.occupation_code,
    count(*) AS open_vacancies,
    sum(o.is_new) AS new_vacancies
FROM open AS o
JOIN vacancy AS v ON v.vacancy_key = o.vacancy_key
GROUP BY o.month_end_date, v.country_code, v.occupation_code
ORDER BY month_end_date, open_vacancies DESC, v.country_code NULLS LAST, v.occupation_code NULLS LAST;
