-- What is next follows from the status alone.
ALTER TABLE applications DROP COLUMN next_step;
