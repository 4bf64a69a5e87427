-- Where an imported note speaks of health, family, belief, union or criminal matters (R13): the places only, so that
-- the words are left out wherever a person without that right reads the note.
CREATE TABLE quarantine (
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    scorecard TEXT NOT NULL,
    place TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (application, scorecard, place, start)
) STRICT;

-- A candidate who says that a fact is wrong, until a person has looked and answered.
CREATE TABLE disputes (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    due_on TEXT NOT NULL,
    by TEXT NOT NULL,
    answered_at TEXT,
    verdict TEXT CHECK (verdict IN ('stands', 'corrected')),
    answer TEXT,
    answered_by TEXT
) STRICT;
CREATE UNIQUE INDEX disputes_open ON disputes (application) WHERE answered_at IS NULL;

-- Which heading of a house's own table stands for which documented column, so that it is asked once.
CREATE TABLE columns (
    heading TEXT PRIMARY KEY,
    "column" TEXT NOT NULL
) STRICT;

CREATE INDEX applications_of_candidate ON applications (candidate_name_folded);
CREATE INDEX applications_of_email ON applications (lower(json_extract(candidate, '$.email')));
