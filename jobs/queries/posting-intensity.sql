-- How many ads does a company place for one vacancy, by source?
--
-- How to read it: 1 is one ad a vacancy; 3, three copies or reposts of each. Only ads of that source count on both
-- sides.
-- Where it misleads: copies are linked by words, addresses and numbers, so a company that rewrites its ads looks less
-- intense than it is, and one that hires ten people by the same words looks more so. Fewer than five ads tell nothing
-- and are left out.
SELECT
    company,
    source,
    count(*) AS ads,
    count(DISTINCT vacancy_key) AS vacancies,
    -- In hundredths: 41 ads of 40 vacancies are 1.025, which a binary number falls short of.
    round(100 * CAST(count(*) AS DOUBLE) / count(DISTINCT vacancy_key)) / 100 AS ads_per_vacancy,
    max(repost_no) AS most_reposts
FROM posting
WHERE company_key <> 0
GROUP BY company_id, company, source
HAVING count(*) >= 5
ORDER BY ads_per_vacancy DESC, ads DESC, company, source;
