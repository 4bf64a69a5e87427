-- The words of a candidate's name in the order of the alphabet, so that "Silva, Marta" is Marta Silva (R17).
ALTER TABLE applications ADD COLUMN candidate_words TEXT NOT NULL DEFAULT '';
UPDATE applications SET candidate_words = name_words(candidate_name);
CREATE INDEX applications_of_name_words ON applications (candidate_words);
