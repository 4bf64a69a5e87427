-- Why a hold began and why it ended, in somebody's words: they go when the application goes, so they do not stand in
-- the audit log.
CREATE TABLE holds (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    note TEXT NOT NULL,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1))
) STRICT;
