-- Which skills are a must, and which are nice to have?
--
-- How to read it: of the vacancies that name the skill, how many require it, prefer it, or only mention it.
-- Where it misleads: ads without a list of requirements only mention. A skill that is both required and preferred in
-- one ad counts as required.
SELECT
    s.skill,
    count(*) AS vacancies,
    round(100.0 * sum(CASE WHEN s.modality = 'REQUIRED' THEN 1 ELSE 0 END) / count(*), 1) AS required_percent,
    round(100.0 * sum(CASE WHEN s.modality = 'PREFERRED' THEN 1 ELSE 0 END) / count(*), 1) AS preferred_percent,
    round(100.0 * sum(CASE WHEN s.modality = 'MENTIONED' THEN 1 ELSE 0 END) / count(*), 1) AS mentioned_percent
FROM vacancy AS v
JOIN posting_skill AS s ON s.posting_key = v.posting_key
GROUP BY s.skill
HAVING count(*) >= 5
ORDER BY vacancies DESC, s.skill;
