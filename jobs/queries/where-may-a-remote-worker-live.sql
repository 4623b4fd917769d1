-- Where may the holder of a remote job live, by country and group of countries?
--
-- How to read it: of the remote vacancies, how many name the place as one where the work may be done from; a vacancy
-- counts once in every place that it names. The row without a place is of those that name none.
-- Where it misleads: an ad that names no place is not open to the world: most mean the country of the office. Who lives
-- in Germany may take what is open to DE, EU, EUROPE, EMEA and WORLD: the rows of a country alone are too few, and rows
-- overlap, so they do not add up to 100.
WITH remote AS (
    SELECT posting_key, country_code AS office_country
    FROM vacancy
    WHERE work_mode = 'REMOTE'
),
total AS (
    SELECT count(*) AS vacancies FROM remote
),
places AS (
    SELECT DISTINCT
        posting_key,
        coalesce(country_code, place) AS place,
        CASE WHEN country_code IS NOT NULL THEN 'COUNTRY' ELSE precision END AS precision
    FROM posting_location
    WHERE role = 'REMOTE_ALLOWED' AND location_key <> 0
)
SELECT
    p.place,
    p.precision,
    count(*) AS vacancies,
    round(100.0 * count(*) / max(t.vacancies), 1) AS share_percent,
    sum(CASE WHEN r.office_country = p.place THEN 1 ELSE 0 END) AS office_in_that_country
FROM remote AS r
LEFT JOIN places AS p ON p.posting_key = r.posting_key
CROSS JOIN total AS t
GROUP BY p.place, p.precision
ORDER BY vacancies DESC, p.place NULLS LAST;
