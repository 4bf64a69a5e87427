-- Who interviewed for a role, so that nobody is named to a candidate (R7, R9) and no scorecard is read to know it.
CREATE TABLE interviewers (
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    PRIMARY KEY (role, name, application)
) WITHOUT ROWID, STRICT;
CREATE INDEX interviewers_of_application ON interviewers (application);
CREATE INDEX applications_named ON applications (role, candidate_name);
CREATE TRIGGER interviewers_added AFTER INSERT ON applications BEGIN
    INSERT OR IGNORE INTO interviewers SELECT NEW.role, json_extract(value, '$.interviewer.name'), NEW.id
        FROM json_each(NEW.scorecards) WHERE json_extract(value, '$.interviewer.name') IS NOT NULL;
END;
CREATE TRIGGER interviewers_changed AFTER UPDATE OF role, scorecards ON applications BEGIN
    DELETE FROM interviewers WHERE application = NEW.id;
    INSERT OR IGNORE INTO interviewers SELECT NEW.role, json_extract(value, '$.interviewer.name'), NEW.id
        FROM json_each(NEW.scorecards) WHERE json_extract(value, '$.interviewer.name') IS NOT NULL;
END;
INSERT OR IGNORE INTO interviewers SELECT a.role, json_extract(card.value, '$.interviewer.name'), a.id
    FROM applications a, json_each(a.scorecards) card WHERE json_extract(card.value, '$.interviewer.name') IS NOT NULL;
