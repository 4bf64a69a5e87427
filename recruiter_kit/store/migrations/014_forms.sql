-- How a sentence is told is its form; before, an observation had a tier, the rules that worded it and what they put in.
UPDATE feedback SET json = json_set(
    json, '$.observations',
    json((
        SELECT json_group_array(json(CASE
            WHEN observation.value ->> 'form' IS NOT NULL THEN observation.value
            ELSE json_remove(
                json_set(
                    observation.value,
                    '$.form', CASE observation.value ->> 'tier' WHEN 'yours' THEN 'yours' ELSE 'noted' END
                ),
                '$.tier', '$.rules', '$.inserted'
            )
        END))
        FROM json_each(feedback.json, '$.observations') AS observation
    ))
)
WHERE json_array_length(json, '$.observations') > 0;
-- Who decided is read from the decision; an organisation's own sentence on it is no longer used.
UPDATE feedback SET json = json_remove(
    json,
    '$.standard.wording."letter.process.separate"',
    '$.standard.wording."letter.process.panel"',
    '$.standard.wording."letter.process.single"'
);
