-- To which criterion notes under a heading belong, as a person has said; "" for none.
CREATE TABLE ties (
    heading TEXT PRIMARY KEY,
    criterion TEXT NOT NULL
) STRICT;
