-- How much of the work is remote, month by month?
--
-- How to read it: the four shares add up to 100. The ads that say nothing of where the work is done are shown.
-- Where it misleads: leaving out the silent ones makes the remote share look larger than it is.
SELECT
    start_month AS month,
    count(*) AS vacancies,
    round(100.0 * sum(CASE WHEN work_mode = 'REMOTE' THEN 1 ELSE 0 END) / count(*), 1) AS remote_percent,
    round(100.0 * sum(CASE WHEN work_mode = 'HYBRID' THEN 1 ELSE 0 END) / count(*), 1) AS hybrid_percent,
    round(100.0 * sum(CASE WHEN work_mode = 'ONSITE' THEN 1 ELSE 0 END) / count(*), 1) AS onsite_percent,
    round(100.0 * sum(CASE WHEN work_mode = 'NOT_STATED' THEN 1 ELSE 0 END) / count(*), 1) AS not_stated_percent
FROM vacancy
GROUP BY start_month
ORDER BY month;
