-- How concentrated are the employers who look for people of an occupation in an area?
--
-- How to read it: the Herfindahl index, the sum of the squared shares of the employers in the vacancies: 10,000 is one
-- employer alone, 100 a hundred equal ones; above 2,500 a market counts as highly concentrated. equal_employers is
-- what as many employers of one size would come to.
-- Where it misleads: an agency stands for many employers, so agencies are left out, and with them some demand. Small
-- markets look concentrated by nature: fewer than ten vacancies are left out. The area is the region of the work site,
-- which a commuter's market does not keep to, and remote jobs have none.
WITH employers AS (
    SELECT occupation_code, country_code, region, company_id, count(*) AS vacancies
    FROM vacancy
    WHERE occupation_code IS NOT NULL AND country_code IS NOT NULL AND company_key <> 0 AND NOT is_agency
        AND posting_key NOT IN (SELECT posting_key FROM posting_company WHERE role IN ('AGENCY', 'CLIENT'))
    GROUP BY occupation_code, country_code, region, company_id
)
SELECT
    occupation_code,
    country_code,
    region,
    sum(vacancies) AS vacancies,
    count(*) AS employers,
    round(10000.0 * sum(vacancies * vacancies) / (sum(vacancies) * sum(vacancies)), 0) AS herfindahl,
    round(1.0 * sum(vacancies) * sum(vacancies) / sum(vacancies * vacancies), 1) AS equal_employers
FROM employers
GROUP BY occupation_code, country_code, region
HAVING sum(vacancies) >= 10
ORDER BY herfindahl DESC, vacancies DESC, occupation_code, country_code, region NULLS LAST;
