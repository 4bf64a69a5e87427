-- Every state of a role, so that it can be seen, compared and restored; the newest is the one in roles.
CREATE TABLE role_versions (
    role TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version > 0),
    json TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (role, version)
) STRICT;

-- The first version of a role that is here already: as it was last changed in the app, or else imported.
INSERT INTO role_versions (role, version, json, at, by)
SELECT id, 1, json,
    coalesce(
        (SELECT at FROM audit WHERE what = 'role completed' AND application = roles.id ORDER BY seq DESC LIMIT 1),
        (SELECT min(i.read_at) FROM applications a JOIN imports i ON i.id = a.import_id WHERE a.role = roles.id),
        strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')
    ),
    coalesce(
        (SELECT by FROM audit WHERE what = 'role completed' AND application = roles.id ORDER BY seq DESC LIMIT 1),
        (SELECT i.by FROM applications a JOIN imports i ON i.id = a.import_id WHERE a.role = roles.id
            ORDER BY i.read_at LIMIT 1),
        'terminal'
    )
FROM roles;
