-- Findings of composing that no other words put right carry a mark of their own; before, their names were a list.
UPDATE feedback SET json = json_set(
    json, '$.findings',
    json((
        SELECT json_group_array(json(CASE
            WHEN finding.value ->> 'rule' IN (
                'composing.decisive_at_bar', 'composing.decisive_not_assessed', 'composing.below_in_close_call',
                'composing.too_close', 'composing.no_sender'
            ) THEN json_set(finding.value, '$.lasting', json('true'))
            ELSE finding.value
        END))
        FROM json_each(feedback.json, '$.findings') AS finding
    ))
)
WHERE json ->> '$.findings' LIKE '%composing.%';
