-- Mail to colleagues and interviewers: a notice, a reminder, a link. Never mail to a candidate, which is the outbox.
-- "key" keeps one notice from being put twice; the text goes once it was sent, because it may hold a link.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    application TEXT REFERENCES applications (id) ON DELETE CASCADE,
    "to" TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'cancelled')),
    tries INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notices_due ON notices (state, next_at);
CREATE INDEX notices_of_application ON notices (application);
