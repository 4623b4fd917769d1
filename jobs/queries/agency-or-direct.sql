-- How many vacancies come through agencies, and how many both ways?
--
-- How to read it: a vacancy is DIRECT when all its ads are the employer's, AGENCY when all are an agency's (the ad names a client of
-- who posts it), BOTH when it
-- has ads of either kind, NOT_STATED when no ad names a company. ads counts all that were placed for them.
-- Where it misleads: an agency is only known by what ads say of it ("on behalf of our client"), so its share is a lower
-- bound. BOTH needs the two ads to be linked: an agency that hides its client and rewrites the text escapes that.
WITH ads AS (
    SELECT
        p.posting_key,
        p.vacancy_key,
        max(CASE WHEN c.role IN ('AGENCY', 'CLIENT') OR c.is_agency THEN 1 ELSE 0 END) AS by_agency,
        count(c.company_key) AS companies
    FROM posting AS p
    LEFT JOIN posting_company AS c ON c.posting_key = p.posting_key
    GROUP BY p.posting_key, p.vacancy_key
),
vacancies AS (
    SELECT
        vacancy_key,
        count(*) AS ads,
        CASE
            WHEN sum(companies) = 0 THEN 'NOT_STATED'
            WHEN sum(by_agency) = 0 THEN 'DIRECT'
            WHEN sum(CASE WHEN by_agency = 0 AND companies > 0 THEN 1 ELSE 0 END) = 0 THEN 'AGENCY'
            ELSE 'BOTH'
        END AS channel
    FROM ads
    GROUP BY vacancy_key
)
SELECT
    channel,
    count(*) AS vacancies,
    round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS share_percent,
    sum(ads) AS ads
FROM vacancies
GROUP BY channel
ORDER BY vacancies DESC, channel;
