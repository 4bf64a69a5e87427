-- What colleagues say to one another about a sentence of the feedback, or about the letter as a whole (statement NULL).
-- "part", "criterion" and "words" are those of the sentence when it was said: they find it again in a later version,
-- and say what was meant once it is gone. "masked" is the text without what must be set apart (R13). Never shown to a
-- candidate.
CREATE TABLE comments (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    reply_to INTEGER REFERENCES comments (id) ON DELETE CASCADE,
    statement TEXT,
    part TEXT,
    criterion TEXT,
    words TEXT NOT NULL DEFAULT '',
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    masked TEXT NOT NULL,
    resolved_at TEXT,
    resolved_by TEXT
) STRICT;
CREATE INDEX comments_of_application ON comments (application);
CREATE INDEX comments_replies ON comments (reply_to);

-- A request for changes is answered before anybody approves: in a later version (answered_in), or with why not.
ALTER TABLE approvals ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE approvals ADD COLUMN answered_by TEXT;
ALTER TABLE approvals ADD COLUMN answered_at TEXT;
ALTER TABLE approvals ADD COLUMN answered_in INTEGER;
-- What was asked for before, and did not stop anybody, stops nobody now.
UPDATE approvals SET answered_at = at WHERE verdict = 'changes_asked' AND NOT EXISTS (
    SELECT 1 FROM feedback WHERE feedback.application = approvals.application
        AND feedback.version = approvals.version AND state = 'changes_asked'
        AND feedback.version = (SELECT max(version) FROM feedback last WHERE last.application = approvals.application));
