-- How a candidate is reached by telephone, entered before dialling: the interchange format has no place for it.
CREATE TABLE telephones (
    application TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    said_as TEXT NOT NULL
) STRICT;

-- An attempt is never changed. One that puts another right names it, and says why; "at" is when it happened,
-- "entered_at" when it was put right.
ALTER TABLE tellings ADD COLUMN replaces INTEGER REFERENCES tellings (id) ON DELETE CASCADE;
ALTER TABLE tellings ADD COLUMN entered_at TEXT;
ALTER TABLE tellings ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX tellings_replaced ON tellings (replaces) WHERE replaces IS NOT NULL;

-- The attempts as they are known now. Whatever is worked out from attempts is worked out from these.
CREATE VIEW counted_tellings AS
SELECT t.* FROM tellings t
WHERE t.result != 'undone' AND NOT EXISTS (SELECT 1 FROM tellings r WHERE r.replaces = t.id);

-- When a candidate asked to be rung back. It is open until another attempt comes after the one that brought it.
CREATE TABLE callbacks (
    telling INTEGER PRIMARY KEY REFERENCES tellings (id) ON DELETE CASCADE,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE INDEX callbacks_of_application ON callbacks (application);
