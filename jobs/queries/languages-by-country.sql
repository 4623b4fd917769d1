-- Which languages must people speak, by country of the job?
--
-- How to read it: share of the country's vacancies that ask for the language, and how many of those require it.
-- language_of_text counts all vacancies of that country whose ad is written in that language.
-- Where it misleads: an ad in German that does not ask for German still needs it: nobody writes down the obvious, so
-- the country's own language is asked for less often than a foreign one. Compare language_of_text. Countries with fewer
-- than five vacancies are left out.
WITH countries AS (
    SELECT country_code, count(*) AS vacancies
    FROM vacancy
    WHERE country_code IS NOT NULL
    GROUP BY country_code
    HAVING count(*) >= 5
),
texts AS (
    SELECT country_code, language, count(*) AS vacancies
    FROM vacancy
    GROUP BY country_code, language
),
asked AS (
    SELECT
        v.country_code,
        r.human_language,
        count(DISTINCT v.posting_key) AS vacancies,
        count(DISTINCT CASE WHEN r.modality = 'REQUIRED' THEN v.posting_key END) AS required
    FROM vacancy AS v
    JOIN posting_requirement AS r ON r.posting_key = v.posting_key
    WHERE r.human_language IS NOT NULL
    GROUP BY v.country_code, r.human_language
)
SELECT
    a.country_code,
    a.human_language,
    a.vacancies,
    round(100.0 * a.vacancies / c.vacancies, 1) AS share_percent,
    round(100.0 * a.required / a.vacancies, 1) AS required_percent,
    coalesce(t.vacancies, 0) AS language_of_text
FROM asked AS a
JOIN countries AS c ON c.country_code = a.country_code
LEFT JOIN texts AS t ON t.country_code = a.country_code AND t.language = a.human_language
ORDER BY c.vacancies DESC, a.country_code, a.vacancies DESC, a.human_language;
