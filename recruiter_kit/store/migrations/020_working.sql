-- The working version: who edits it from which page, how often that page has saved, which of its states stands.
ALTER TABLE feedback ADD COLUMN editor TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feedback ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
-- The states of a working version, to undo and redo; gone once it is approved or another version follows.
CREATE TABLE steps (
    application TEXT NOT NULL,
    version INTEGER NOT NULL,
    step INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (application, version, step),
    FOREIGN KEY (application, version) REFERENCES feedback (application, version) ON DELETE CASCADE
) STRICT;
-- What tells whether the names around a role have changed since they were read: a page reads them with every key.
CREATE TABLE people_changed (
    role TEXT PRIMARY KEY,
    mark TEXT NOT NULL
) STRICT;
CREATE TRIGGER people_of_new_application AFTER INSERT ON applications BEGIN
    INSERT OR REPLACE INTO people_changed VALUES (NEW.role, hex(randomblob(8)));
END;
CREATE TRIGGER people_of_changed_application AFTER UPDATE OF candidate_name, role ON applications BEGIN
    INSERT OR REPLACE INTO people_changed VALUES (OLD.role, hex(randomblob(8)));
    INSERT OR REPLACE INTO people_changed VALUES (NEW.role, hex(randomblob(8)));
END;
CREATE TRIGGER people_of_erased_application AFTER DELETE ON applications BEGIN
    INSERT OR REPLACE INTO people_changed VALUES (OLD.role, hex(randomblob(8)));
END;
CREATE TRIGGER people_of_new_interviewer AFTER INSERT ON interviewers BEGIN
    INSERT OR REPLACE INTO people_changed VALUES (NEW.role, hex(randomblob(8)));
END;
CREATE TRIGGER people_of_changed_interviewer AFTER UPDATE ON interviewers BEGIN
    INSERT OR REPLACE INTO people_changed VALUES (OLD.role, hex(randomblob(8)));
    INSERT OR REPLACE INTO people_changed VALUES (NEW.role, hex(randomblob(8)));
END;
CREATE TRIGGER people_of_erased_interviewer AFTER DELETE ON interviewers BEGIN
    INSERT OR REPLACE INTO people_changed VALUES (OLD.role, hex(randomblob(8)));
END;
