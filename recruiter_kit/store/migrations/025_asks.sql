-- What an interviewer is asked about a note, by a link that works once; the scorecard that answers is kept beside the
-- others. The name and the address are the interviewer's: the candidate's own data goes with the application.
CREATE TABLE asks (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    scorecard TEXT NOT NULL,
    criterion TEXT NOT NULL,
    sentence TEXT NOT NULL,
    question TEXT NOT NULL,
    interviewer TEXT NOT NULL,
    email TEXT,
    dispute INTEGER REFERENCES disputes (id) ON DELETE CASCADE,
    token_sha256 TEXT NOT NULL UNIQUE,
    asked_at TEXT NOT NULL,
    by TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    answered_at TEXT,
    answer TEXT,
    closed_at TEXT,
    why TEXT CHECK (why IN ('told', 'held', 'withdrawn', 'settled'))
) STRICT;
CREATE INDEX asks_of_application ON asks (application);
CREATE UNIQUE INDEX asks_open ON asks (application, scorecard, criterion)
    WHERE answered_at IS NULL AND closed_at IS NULL;

-- Where an interviewer gets mail, by the name on the scorecards: asked once.
CREATE TABLE interviewer_addresses (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    email TEXT NOT NULL
) STRICT;
