-- Times are UTC as in 2026-11-24T09:30:00.000+00:00, so that their order as text is their order in time.
-- "by" is the e-mail address of the person signed in, or "terminal".

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    content BLOB NOT NULL,
    read_at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;

CREATE TABLE roles (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;

-- candidate_name (and folded) are written by store/keeping.py; decided_on, status, next_step and waiting_since are
-- worked out by store/status.py, so that the queue is read from one index and no JSON.
CREATE TABLE applications (
    id TEXT PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    role TEXT NOT NULL REFERENCES roles (id),
    stage TEXT,
    candidate TEXT NOT NULL,
    decision TEXT,
    scorecards TEXT NOT NULL,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
    changed_at TEXT NOT NULL,
    candidate_name TEXT NOT NULL,
    candidate_name_folded TEXT NOT NULL,
    decided_on TEXT,
    status TEXT NOT NULL,
    next_step TEXT NOT NULL,
    waiting_since TEXT
) STRICT;
CREATE INDEX applications_queue ON applications (status, waiting_since, id);
CREATE INDEX applications_of_role ON applications (role, status);
CREATE INDEX applications_of_import ON applications (import_id);

-- What a newer import says about an application that is here already, until a person accepts it.
CREATE TABLE pending_changes (
    application TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    json TEXT NOT NULL,
    changed TEXT NOT NULL,
    found_at TEXT NOT NULL
) STRICT;
CREATE TABLE pending_roles (
    role TEXT PRIMARY KEY REFERENCES roles (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    json TEXT NOT NULL
) STRICT;

CREATE TABLE feedback (
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version > 0),
    json TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'changes_asked', 'approved')),
    made_at TEXT NOT NULL,
    by TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (application, version)
) STRICT;

CREATE TABLE approvals (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL,
    version INTEGER NOT NULL,
    by TEXT NOT NULL,
    role TEXT NOT NULL,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'changes_asked')),
    note TEXT NOT NULL DEFAULT '',
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    FOREIGN KEY (application, version) REFERENCES feedback (application, version) ON DELETE CASCADE
) STRICT;
CREATE INDEX approvals_of_version ON approvals (application, version);

CREATE TABLE claims (
    application TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE tellings (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'post')),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    message_id TEXT UNIQUE,
    FOREIGN KEY (application, version) REFERENCES feedback (application, version) ON DELETE CASCADE
) STRICT;
CREATE INDEX tellings_of_application ON tellings (application, at);

CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    asked_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    answered_at TEXT,
    by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX requests_open ON requests (application) WHERE answered_at IS NULL;

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password_hash TEXT,
    subject TEXT UNIQUE,
    role TEXT NOT NULL CHECK (role IN
        ('recruiter', 'approver', 'hiring_manager', 'lead', 'privacy_officer', 'administrator')),
    roles_seen TEXT NOT NULL DEFAULT '[]',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE one_time_links (
    token_sha256 TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

CREATE TABLE failed_sign_ins (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL COLLATE NOCASE,
    address TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX failed_sign_ins_by_email ON failed_sign_ins (email, at);
CREATE INDEX failed_sign_ins_by_address ON failed_sign_ins (address, at);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    message BLOB NOT NULL,
    "to" TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'accepted', 'failed', 'cancelled')),
    tries INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    why TEXT NOT NULL DEFAULT '',
    by TEXT NOT NULL,
    FOREIGN KEY (application, version) REFERENCES feedback (application, version) ON DELETE CASCADE
) STRICT;
-- The database itself keeps two messages to one candidate from being under way at once.
CREATE UNIQUE INDEX outbox_under_way ON outbox (application) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_due ON outbox (state, next_at);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    application TEXT,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_of_application ON audit (application);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
