-- Which industries ask for people, by what the companies were when they posted?
--
-- How to read it: a vacancy counts for the industry that its company had when the ad was first seen, not for the one
-- that it has now; moved counts those whose company has another one today.
-- Where it misleads: joining ads to companies as they are today rewrites history with each change. posting has the
-- company of that time already (its company_key is a version's); to join anything else on the day, use
--   c.company_id = p.company_id AND p.first_seen_date >= c.valid_from
--   AND (c.valid_to IS NULL OR p.first_seen_date < c.valid_to)
-- An industry is known only where some ad states it: the row without one is mostly the largest.
SELECT
    v.start_quarter AS quarter,
    v.industry,
    v.is_agency,
    count(*) AS vacancies,
    count(DISTINCT v.company_id) AS companies,
    sum(CASE WHEN v.industry IS DISTINCT FROM c.industry THEN 1 ELSE 0 END) AS moved
FROM vacancy AS v
JOIN dim_company AS c ON c.company_id = v.company_id AND c.is_current
WHERE v.company_key <> 0
GROUP BY v.start_quarter, v.industry, v.is_agency
ORDER BY quarter, vacancies DESC, v.industry NULLS LAST, v.is_agency;
