-- Do remote jobs pay more than those on site, for the same work in the same country?
--
-- How to read it: median yearly base pay of remote and of on-site vacancies of one title, seniority, country and
-- currency; premium_percent is what remote pays on top.
-- Where it misleads: without holding title, seniority and country fixed, "remote" is mostly a word for software jobs in
-- rich countries. Even so, companies that allow it differ from those that do not. Hybrid jobs and those that do not say
-- are left out; so are cells with fewer than three of either kind.
WITH pays AS (
    SELECT
        lower(v.title) AS title,
        v.seniority,
        v.country_code,
        p.currency,
        CASE WHEN v.work_mode = 'REMOTE' THEN p.annual END AS remote,
        CASE WHEN v.work_mode = 'ONSITE' THEN p.annual END AS onsite
    FROM vacancy AS v
    JOIN posting_pay AS p ON p.posting_key = v.posting_key
    WHERE v.work_mode IN ('REMOTE', 'ONSITE') AND v.title IS NOT NULL AND v.country_code IS NOT NULL
)
SELECT
    title,
    seniority,
    country_code,
    currency,
    count(remote) AS remote_vacancies,
    count(onsite) AS onsite_vacancies,
    round(median(remote), 0) AS remote_median,
    round(median(onsite), 0) AS onsite_median,
    round(100.0 * (median(remote) / median(onsite) - 1), 1) AS premium_percent
FROM pays
GROUP BY title, seniority, country_code, currency
HAVING count(remote) >= 3 AND count(onsite) >= 3
ORDER BY remote_vacancies + onsite_vacancies DESC, title, seniority NULLS LAST, country_code, currency;
