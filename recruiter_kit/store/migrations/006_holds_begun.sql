-- Who put an application on hold and why, beside why the hold ended.
CREATE TABLE holds_begun (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
