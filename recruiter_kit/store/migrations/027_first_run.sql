-- Candidates and roles of the sample, so that no mail leaves to them and one click removes them. The JSON is the role
-- as it was loaded: one that was changed since is somebody's own work, and stays.
CREATE TABLE sample_applications (
    application TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE sample_roles (
    role TEXT PRIMARY KEY REFERENCES roles (id) ON DELETE CASCADE,
    json TEXT NOT NULL
) STRICT;

-- What a person has put off on the list of first steps, or the whole list ('all').
CREATE TABLE first_steps_left (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    step TEXT NOT NULL CHECK (step IN ('all', 'mail')),
    PRIMARY KEY (user_id, step)
) STRICT;
