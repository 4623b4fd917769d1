-- What do ads that ask for a skill pay, by country?
--
-- How to read it: the middle of the headline base range, as a year's pay in its own currency; the median over vacancies.
-- Where it misleads: only ads that state pay count, and those differ from the rest (n says how many); the pay is the
-- ad's, not the skill's. Currencies are never mixed. Single statements without a known period are left out.
WITH pay AS (
    SELECT
        v.posting_key,
        v.country_code,
        v.salary_currency AS currency,
        CAST(coalesce((v.salary_annual_min + v.salary_annual_max) / 2, v.salary_annual_min, v.salary_annual_max)
            AS DOUBLE) AS annual
    FROM vacancy AS v
    JOIN fact_posting_salary AS f ON f.posting_key = v.posting_key AND f.is_headline AND f.kind = 'BASE'
    WHERE v.salary_currency IS NOT NULL
        AND coalesce(v.salary_annual_min, v.salary_annual_max) IS NOT NULL
)
SELECT
    s.skill,
    p.country_code,
    p.currency,
    count(*) AS n,
    round(median(p.annual), 0) AS median_annual_pay
FROM pay AS p
JOIN posting_skill AS s ON s.posting_key = p.posting_key
WHERE s.modality IN ('REQUIRED', 'PREFERRED')
GROUP BY s.skill, p.country_code, p.currency
HAVING count(*) >= 5
ORDER BY n DESC, median_annual_pay DESC, s.skill, p.country_code, p.currency;
