-- What goes into a model: one row a vacancy, with the commonest skills that it asks for, controls and pay?
--
-- How to read it: skills holds those of the 200 commonest skills of all vacancies that this one requires or prefers, in
-- the order of the alphabet. To make a flag of each:
--   pandas: table["skills"].str.join("|").str.get_dummies()
--   Spark ML: CountVectorizer(inputCol="skills", outputCol="flags", binary=True)
-- Where it misleads: one row an ad would count copies twice and put the same text into training and test. What is not
-- stated is null, which is seldom missing at random: keep it as a category of its own. annual_pay is in the currency of
-- the row. Ads over time are no random sample: split them by start_date, not by chance.
WITH asked AS (
    SELECT v.posting_key, s.skill
    FROM vacancy AS v
    JOIN posting_skill AS s ON s.posting_key = v.posting_key
    WHERE s.modality IN ('REQUIRED', 'PREFERRED')
),
ranked AS (
    SELECT skill, row_number() OVER (ORDER BY count(*) DESC, skill) AS place
    FROM asked
    GROUP BY skill
),
lists AS (
    SELECT a.posting_key, array_sort(array_agg(a.skill)) AS skills
    FROM asked AS a
    JOIN ranked AS r ON r.skill = a.skill
    WHERE r.place <= 200
    GROUP BY a.posting_key
)
SELECT
    v.posting_key,
    v.start_date,
    v.source,
    v.company,
    v.is_agency,
    v.industry,
    v.title,
    v.seniority,
    v.occupation_code,
    v.country_code,
    v.region,
    v.city,
    v.work_mode,
    v.language,
    v.experience_years_min,
    v.degree_min,
    v.n_skills,
    v.n_requirements,
    v.days_open,
    v.is_open,
    p.currency,
    p.annual AS annual_pay,
    l.skills
FROM vacancy AS v
LEFT JOIN posting_pay AS p ON p.posting_key = v.posting_key
LEFT JOIN lists AS l ON l.posting_key = v.posting_key
ORDER BY v.posting_key;
