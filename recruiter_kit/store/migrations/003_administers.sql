-- In a small house the one who recruits looks after the accounts, too.
ALTER TABLE users ADD COLUMN administers INTEGER NOT NULL DEFAULT 0 CHECK (administers IN (0, 1));
