-- Which skills are asked for much more often than a year ago?
--
-- Edit the parameters: quarter is the first day of the quarter to look at, here that of the newest ad; it is compared
-- with the quarter four before it.
-- How to read it: ratio is the share of vacancies that name the skill over that share a year before; null where nobody
-- named it then. surely is what is left of it with bad luck on both sides: lower bound of the one share over upper bound
-- of the other (Wilson, 95 %). Above 1 the skill has grown beyond chance; skills whose share has not grown are not shown.
-- Where it misleads: ratios of small counts jump, so the order is that of surely, and fewer than five vacancies are left
-- out. Another mix of sources or countries in the two quarters looks like a trend, and where a quarter is missing there
-- is no answer. The newest quarter may have only begun.
WITH parameters AS (
    SELECT max(start_quarter) AS quarter, 5 AS least_vacancies
    FROM vacancy
),
periods AS (
    SELECT v.posting_key, CASE WHEN v.start_quarter = p.quarter THEN 1 ELSE 0 END AS is_now
    FROM vacancy AS v
    JOIN parameters AS p
        ON v.start_quarter = p.quarter OR v.start_quarter = CAST(p.quarter - INTERVAL '12' MONTH AS DATE)
),
totals AS (
    SELECT CAST(sum(is_now) AS DOUBLE) AS now_all, CAST(sum(1 - is_now) AS DOUBLE) AS then_all
    FROM periods
),
counts AS (
    SELECT s.skill, sum(v.is_now) AS now_n, sum(1 - v.is_now) AS then_n
    FROM periods AS v
    JOIN posting_skill AS s ON s.posting_key = v.posting_key
    GROUP BY s.skill
),
shares AS (
    SELECT
        c.skill,
        c.now_n,
        c.then_n,
        t.now_all,
        t.then_all,
        c.now_n / t.now_all AS now_share,
        c.then_n / t.then_all AS then_share
    FROM counts AS c
    CROSS JOIN totals AS t
    CROSS JOIN parameters AS p
    WHERE t.then_all > 0
        AND c.now_n >= p.least_vacancies
        AND c.now_n / t.now_all > c.then_n / t.then_all
),
-- Wilson's bounds with z = 1.96, z * z = 3.8416.
bounds AS (
    SELECT
        skill,
        now_n,
        then_n,
        now_share,
        then_share,
        (now_share + 1.9208 / now_all - 1.96 * sqrt(now_share * (1 - now_share) / now_all + 0.9604 / (now_all * now_all)))
            / (1 + 3.8416 / now_all) AS now_low,
        (then_share + 1.9208 / then_all
            + 1.96 * sqrt(then_share * (1 - then_share) / then_all + 0.9604 / (then_all * then_all)))
            / (1 + 3.8416 / then_all) AS then_high
    FROM shares
)
SELECT
    skill,
    now_n AS vacancies_now,
    round(100 * now_share, 1) AS percent_now,
    then_n AS vacancies_then,
    round(100 * then_share, 1) AS percent_then,
    CASE WHEN then_n > 0 THEN round(now_share / then_share, 2) END AS ratio,
    round(now_low / then_high, 2) AS surely
FROM bounds
ORDER BY surely DESC, vacancies_now DESC, skill;
