-- Which sentence of which version the candidate says is wrong, and how and when the answer reached them.
ALTER TABLE disputes ADD COLUMN version INTEGER;
ALTER TABLE disputes ADD COLUMN statement TEXT;
ALTER TABLE disputes ADD COLUMN channel TEXT CHECK (channel IN ('phone', 'email', 'post'));
ALTER TABLE disputes ADD COLUMN given_at TEXT;
-- A message that answers a dispute; every other one tells the version it names.
ALTER TABLE outbox ADD COLUMN dispute INTEGER REFERENCES disputes (id) ON DELETE CASCADE;
