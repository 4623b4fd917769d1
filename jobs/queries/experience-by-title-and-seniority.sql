-- How many years of experience are asked for, by title and seniority?
--
-- How to read it: quartiles of the lowest number of years that an ad accepts, over the ads that state one; stated_percent
-- says how many do.
-- Where it misleads: an ad without a number may ask for just as much. Where a title is rare the quartiles mean little,
-- so fewer than five stated ones are left out.
SELECT
    lower(title) AS title,
    seniority,
    count(*) AS vacancies,
    round(100.0 * count(experience_years_min) / count(*), 1) AS stated_percent,
    percentile_cont(0.25) WITHIN GROUP (ORDER BY CAST(experience_years_min AS DOUBLE)) AS lower_quartile,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(experience_years_min AS DOUBLE)) AS median_years,
    percentile_cont(0.75) WITHIN GROUP (ORDER BY CAST(experience_years_min AS DOUBLE)) AS upper_quartile
FROM vacancy
WHERE title IS NOT NULL
GROUP BY lower(title), seniority
HAVING count(experience_years_min) >= 5
ORDER BY vacancies DESC, title, seniority NULLS LAST;
