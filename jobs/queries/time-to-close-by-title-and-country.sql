-- How long do ads stay open, by title and country?
--
-- How to read it: Kaplan-Meier median of days from posted (first seen, where no date is stated) to closed; null when
-- it cannot be told yet, since too many are still open.
-- Where it misleads: this is the time until the ad was taken down, not until somebody was hired. Averaging the closed
-- ones only would be wrong: those that are still open have been open at least so long, and count as such.
WITH lives AS (
    SELECT lower(title) AS title, country_code, days_open, NOT is_open AS closed
    FROM vacancy
    WHERE title IS NOT NULL AND days_open IS NOT NULL
),
days AS (
    SELECT
        title,
        country_code,
        days_open,
        count(*) AS leaving,
        sum(CASE WHEN closed THEN 1 ELSE 0 END) AS closing
    FROM lives
    GROUP BY title, country_code, days_open
),
risk AS (
    SELECT
        title,
        country_code,
        days_open,
        closing,
        sum(leaving) OVER (
            PARTITION BY title, country_code
            ORDER BY days_open DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS at_risk
    FROM days
),
survival AS (
    SELECT
        title,
        country_code,
        days_open,
        sum(CASE WHEN closing = at_risk THEN CAST(-100 AS DOUBLE)
            ELSE ln(CAST(at_risk - closing AS DOUBLE) / at_risk) END) OVER (
            PARTITION BY title, country_code
            ORDER BY days_open
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS log_survival
    FROM risk
)
SELECT
    l.title,
    l.country_code,
    count(*) AS vacancies,
    sum(CASE WHEN l.closed THEN 1 ELSE 0 END) AS closed,
    max(m.median_days) AS median_days_to_close
FROM lives AS l
LEFT JOIN (
    SELECT title, country_code, min(days_open) AS median_days
    FROM survival
    -- A sum of logarithms may miss exactly one half by its last digit.
    WHERE log_survival <= ln(0.5) + 0.000000001
    GROUP BY title, country_code
) AS m ON m.title = l.title AND m.country_code IS NOT DISTINCT FROM l.country_code
GROUP BY l.title, l.country_code
HAVING count(*) >= 5
ORDER BY vacancies DESC, l.title, l.country_code NULLS LAST;
