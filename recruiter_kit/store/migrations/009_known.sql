-- The candidate's other applications that the person who tells knows of, as a JSON list of ids (R17).
ALTER TABLE claims ADD COLUMN known TEXT NOT NULL DEFAULT '[]';
-- What the next page says to the person, as a JSON list of [kind, text]: a cookie would keep names in the browser.
ALTER TABLE sessions ADD COLUMN said TEXT NOT NULL DEFAULT '[]';
