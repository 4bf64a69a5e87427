-- What a candidate is looked for by: the folded name, its words and the e-mail address, in one narrow index.
ALTER TABLE applications ADD COLUMN sought TEXT NOT NULL DEFAULT '';
UPDATE applications SET sought = trim(
    candidate_name_folded || ' ' || candidate_words || ' ' || lower(coalesce(json_extract(candidate, '$.email'), ''))
);
CREATE INDEX applications_sought ON applications (sought, id);
-- Everybody by name, a page at a time.
CREATE INDEX applications_by_name ON applications (candidate_name_folded, id);
-- When the candidate was promised on the telephone to get it in writing, while that has not happened.
ALTER TABLE applications ADD COLUMN letter_promised_at TEXT;
UPDATE applications SET letter_promised_at = (
    SELECT max(t.at) FROM tellings t
    WHERE t.application = applications.id AND t.result IN ('reached', 'disputed', 'alleged_discrimination')
    AND NOT EXISTS (
        SELECT 1 FROM tellings later WHERE later.application = t.application AND later.id > t.id
        AND later.result IN ('declined', 'sent', 'posted')
    )
) WHERE status != 'told';
CREATE INDEX applications_letter_promised ON applications (letter_promised_at) WHERE letter_promised_at IS NOT NULL;
-- Where a person was in a list, with filter and page: the way back from a candidate. A cookie would carry names.
ALTER TABLE sessions ADD COLUMN list TEXT NOT NULL DEFAULT '';
-- The queue in its order with what its tabs ask for, so that no row is read that is not shown.
DROP INDEX applications_untold;
CREATE INDEX applications_untold ON applications (waiting_since IS NULL, waiting_since, id, status, role)
    WHERE status != 'told';
