-- How each person is told by mail of what waits for them; what is not here is as people/notifications.py says.
CREATE TABLE notification_choices (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('at_once', 'digest', 'off')),
    PRIMARY KEY (user_id, kind)
) STRICT;

-- What each person was told of at once, so that nobody is told of the same twice.
CREATE TABLE notified (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    PRIMARY KEY (user_id, item)
) STRICT;
CREATE INDEX notified_of_application ON notified (application);
