-- What do ads that ask for a skill pay, by country?
--
-- How to read it: the middle of the headline base range, as a year's pay in its own currency; the median over vacancies.
-- Where it misleads: only ads that state pay count, and those differ from the rest (n says how many); the pay is the
-- ad's, not the skill's. Currencies are never mixed. Single statements without a known period are left out.
SELECT
    s.skill,
    v.country_code,
    p.currency,
    count(*) AS n,
    round(median(p.annual), 0) AS median_annual_pay
FROM vacancy AS v
JOIN posting_pay AS p ON p.posting_key = v.posting_key
JOIN posting_skill AS s ON s.posting_key = v.posting_key
WHERE s.modality IN ('REQUIRED', 'PREFERRED')
GROUP BY s.skill, v.country_code, p.currency
HAVING count(*) >= 5
ORDER BY n DESC, median_annual_pay DESC, s.skill, v.country_code NULLS LAST, p.currency;
