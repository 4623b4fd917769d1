-- Why does a posting have this value? The words that it was read from, with forty characters around them, and the rule.
--
-- Edit the parameters: posting_key of the posting (here the first one there is), and value_of: seniority, occupation,
-- work_mode, experience, degree, pay, skill, place, company, requirement, or % for all of them.
-- How to read it: words stand in the title, the header or the text of the ad, as field says; what was read from the
-- markup of the source (MARKUP) has none.
-- Where it misleads: a skill that is named five times shows the mention that asks for it most strongly. Offsets count
-- UTF-16 units, as Java and JavaScript do, and SQL counts whole characters: so each character that takes two units
-- (most emoji) is given a filler before the text is cut; cutting without that shows the wrong words.
WITH parameters AS (
    SELECT min(posting_key) AS posting_key, '%' AS value_of
    FROM fact_posting
),
-- Such characters start with the bytes F0 to F4 in UTF-8. The filler is a character that no text has.
texts AS (
    SELECT t.posting_key, s.field, url_decode('%EE%80%80') AS filler, url_decode(replace(replace(replace(url_encode(
        CASE s.field WHEN 'TITLE' THEN t.title_raw WHEN 'HEADER' THEN t.header ELSE t.text END),
        '%F0', '%EE%80%80%F0'), '%F3', '%EE%80%80%F3'), '%F4', '%EE%80%80%F4')) AS text
    FROM posting_text AS t
    JOIN parameters AS p ON p.posting_key = t.posting_key
    CROSS JOIN (VALUES ('TITLE'), ('HEADER'), ('TEXT')) AS s (field)
    WHERE t.is_current
)
SELECT
    e.value_of,
    e.value,
    replace(substring(t.text, e.evidence_start + 1, e.evidence_end - e.evidence_start), t.filler, '') AS words,
    replace(replace(substring(t.text, greatest(e.evidence_start - 39, 1),
        e.evidence_end + 40 - greatest(e.evidence_start - 40, 0)), t.filler, ''), chr(10), ' / ') AS around,
    e.rule_id,
    e.field,
    e.evidence_start,
    e.evidence_end
FROM posting_evidence AS e
JOIN parameters AS p ON p.posting_key = e.posting_key AND e.value_of LIKE p.value_of
LEFT JOIN texts AS t ON t.field = e.field
ORDER BY e.value_of, e.field, e.evidence_start, e.evidence_end, e.value;
