-- What was edited after publication: pay or requirements?
--
-- How to read it: one row for each version of an ad that differs from the version before it in pay, years, degree or
-- any other requirement; changed_on is the day of the first dump that shows it. new_requirements counts those lines of
-- today's version whose words the version before did not have (null for older versions, whose lines are not kept).
-- Where it misleads: an edit between two dumps is seen at the second one, and a version that no dump shows is never
-- seen. A source that starts to deliver a field looks like an edit of all its ads on one day: look for such days first.
-- Pay is compared as stated: from 4,000 a month to 48,000 a year is a change of words.
WITH first_days AS (
    SELECT posting_key, content_version, min(as_of_date) AS changed_on
    FROM fact_posting_sighting
    GROUP BY posting_key, content_version
),
edits AS (
    SELECT
        b.posting_key,
        b.content_version,
        b.is_current,
        a.text AS text_before,
        nullif(concat_ws(' ', CAST(a.salary_min AS STRING), CAST(a.salary_max AS STRING), a.salary_currency,
            a.salary_period), '') AS pay_before,
        nullif(concat_ws(' ', CAST(b.salary_min AS STRING), CAST(b.salary_max AS STRING), b.salary_currency,
            b.salary_period), '') AS pay_after,
        a.experience_years_min AS years_before,
        b.experience_years_min AS years_after,
        a.degree_min AS degree_before,
        b.degree_min AS degree_after,
        a.n_requirements AS requirements_before,
        b.n_requirements AS requirements_after
    FROM posting_text AS a
    JOIN posting_text AS b ON b.posting_key = a.posting_key AND b.content_version = a.content_version + 1
    WHERE a.salary_min IS DISTINCT FROM b.salary_min
        OR a.salary_max IS DISTINCT FROM b.salary_max
        OR a.salary_currency IS DISTINCT FROM b.salary_currency
        OR a.salary_period IS DISTINCT FROM b.salary_period
        OR a.requirements <> b.requirements
),
new_lines AS (
    SELECT e.posting_key, e.content_version, count(DISTINCT r.line_no) AS n
    FROM edits AS e
    JOIN posting_requirement AS r ON r.posting_key = e.posting_key
    WHERE e.is_current AND r.line_no > 0 AND NOT contains(e.text_before, r.text)
    GROUP BY e.posting_key, e.content_version
)
SELECT
    d.changed_on,
    p.company,
    p.title,
    e.posting_key,
    e.content_version,
    e.pay_before IS DISTINCT FROM e.pay_after AS is_pay_changed,
    e.pay_before,
    e.pay_after,
    e.years_before,
    e.years_after,
    e.degree_before,
    e.degree_after,
    e.requirements_before,
    e.requirements_after,
    CASE WHEN e.is_current THEN coalesce(n.n, 0) END AS new_requirements
FROM edits AS e
JOIN first_days AS d ON d.posting_key = e.posting_key AND d.content_version = e.content_version
JOIN posting AS p ON p.posting_key = e.posting_key
LEFT JOIN new_lines AS n ON n.posting_key = e.posting_key AND n.content_version = e.content_version
ORDER BY d.changed_on, e.posting_key, e.content_version;
